/**
 * A conversion rule as LinkedIn sends it, and as the node gives it out.
 * @see https://learn.microsoft.com/en-us/linkedin/marketing/integrations/ads-reporting/conversion-tracking
 */
import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';

import { sponsoredIdentity } from '../fields';
import { presentMoney } from '../money';
import { presentMoment } from '../schedule';

const text = z.string().optional().catch(undefined);
const number = z.number().optional().catch(undefined);

const entity = z
	.object({
		id: z.union([z.number(), z.string()]).optional().catch(undefined),
		account: text,
		name: text,
		type: text,
		enabled: z.boolean().optional().catch(undefined),
		conversionMethod: text,
		attributionType: text,
		valueType: text,
		value: z.unknown(),
		postClickAttributionWindowSize: number,
		viewThroughAttributionWindowSize: number,
		campaigns: z.array(z.string()).optional().catch(undefined),
		created: number,
		lastModified: number,
	})
	.passthrough();

/**
 * @param body LinkedIn's entity; one that is none counts as empty
 * @param account number of the ad account
 * @param asked number of the rule, in case LinkedIn names none
 * @param simplify stable keys, null or [] where LinkedIn sent nothing; otherwise LinkedIn's entity with urn and url
 */
export function presentConversion(
	body: unknown,
	account: string,
	asked: string,
	simplify: boolean,
): IDataObject {
	const rule = entity.catch({}).parse(body ?? {});
	const identity = sponsoredIdentity('conversion', String(rule.id ?? asked), account);
	if (!simplify) return { ...(rule as IDataObject), urn: identity.urn, url: identity.url };
	return {
		...identity,
		account: rule.account ?? null,
		name: rule.name ?? null,
		type: rule.type ?? null,
		enabled: rule.enabled ?? null,
		method: rule.conversionMethod ?? null,
		attributionType: rule.attributionType ?? null,
		clickWindowDays: rule.postClickAttributionWindowSize ?? null,
		viewWindowDays: rule.viewThroughAttributionWindowSize ?? null,
		valueType: rule.valueType ?? null,
		value: presentMoney(rule.value),
		campaigns: rule.campaigns ?? [],
		createdAt: presentMoment(rule.created),
		lastModifiedAt: presentMoment(rule.lastModified),
	};
}
