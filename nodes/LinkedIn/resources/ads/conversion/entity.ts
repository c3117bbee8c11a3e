/**
 * A conversion rule as LinkedIn sends it and as the node returns it.
 * @see docs.conversions
 */
import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';

import { isoTime } from '../../../transport/answers/isoTime';
import { optionalFlag, optionalText, readEntity, type Entity } from '../../../transport/answers/readEntity';
import { rawItem } from '../../listItems';
import { sponsoredIdentity } from '../fields/fields';
import { presentMoney } from '../values/money';

const number = z.number().optional();

const entity = z
	.object({
		id: z.union([z.number(), z.string()]).optional(),
		account: optionalText,
		name: optionalText,
		type: optionalText,
		enabled: optionalFlag,
		conversionMethod: optionalText,
		attributionType: optionalText,
		valueType: optionalText,
		value: z.unknown(),
		postClickAttributionWindowSize: number,
		viewThroughAttributionWindowSize: number,
		campaigns: z.array(z.string()).optional(),
		created: number,
		lastModified: number,
	})
	.passthrough();

/**
 * @param body LinkedIn's entity
 * @param account number of the ad account
 * @param asked number of the rule, in case LinkedIn sends none
 * @param simplify stable keys, with null or [] for missing values; otherwise LinkedIn's entity with urn and url
 */
export function presentConversion(
	body: Entity,
	account: string,
	asked: string,
	simplify: boolean,
): IDataObject {
	const rule = readEntity(entity, body) ?? {};
	const identity = sponsoredIdentity('conversion', String(rule.id ?? asked), account);
	if (!simplify) return rawItem(body, identity);
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
		createdAt: isoTime(rule.created),
		lastModifiedAt: isoTime(rule.lastModified),
	};
}
