/**
 * A creative as LinkedIn sends it, and as the node gives it out.
 * @see https://learn.microsoft.com/en-us/linkedin/marketing/integrations/ads/account-structure/create-and-manage-creatives
 */
import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';

import { sponsoredIdentity } from '../fields';
import { presentMoment } from '../schedule';

const text = z.string().optional().catch(undefined);
const flag = z.boolean().optional().catch(undefined);
const texts = z.array(z.string()).optional().catch(undefined);

const entity = z
	.object({
		id: z.union([z.string(), z.number()]).optional().catch(undefined),
		account: text,
		campaign: text,
		name: text,
		intendedStatus: text,
		isServing: flag,
		isTest: flag,
		content: z.record(z.unknown()).optional().catch(undefined),
		leadgenCallToAction: z
			.object({ destination: z.string(), label: z.string() })
			.partial()
			.optional()
			.catch(undefined),
		review: z.object({ status: text, rejectionReasons: texts }).partial().optional().catch(undefined),
		servingHoldReasons: texts,
		createdAt: z.number().optional().catch(undefined),
		lastModifiedAt: z.number().optional().catch(undefined),
	})
	.passthrough();

/**
 * @param body LinkedIn's entity; one that is none counts as empty
 * @param account number of the ad account
 * @param asked number of the creative, in case LinkedIn names none
 * @param simplify stable keys, null or [] where LinkedIn sent nothing; otherwise LinkedIn's entity with urn and url
 */
export function presentCreative(
	body: unknown,
	account: string,
	asked: string,
	simplify: boolean,
): IDataObject {
	const creative = entity.catch({}).parse(body ?? {});
	const id = String(creative.id ?? asked).replace(/^.*:/, '');
	const identity = sponsoredIdentity('creative', id, account);
	if (!simplify) return { ...(creative as IDataObject), urn: identity.urn, url: identity.url };
	const content = creative.content ?? {};
	return {
		...identity,
		account: creative.account ?? null,
		campaign: creative.campaign ?? null,
		name: creative.name ?? null,
		status: creative.intendedStatus ?? null,
		isServing: creative.isServing ?? null,
		servingHoldReasons: creative.servingHoldReasons ?? [],
		review: creative.review?.status ?? null,
		rejectionReasons: creative.review?.rejectionReasons ?? [],
		contentType: Object.keys(content)[0] ?? null,
		post: typeof content.reference === 'string' ? content.reference : null,
		content: content as IDataObject,
		leadForm: creative.leadgenCallToAction?.destination ?? null,
		leadFormLabel: creative.leadgenCallToAction?.label ?? null,
		test: creative.isTest ?? null,
		createdAt: presentMoment(creative.createdAt),
		lastModifiedAt: presentMoment(creative.lastModifiedAt),
	};
}
