/**
 * A creative as LinkedIn sends it and as the node returns it.
 * @see docs.creatives
 */
import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';

import { isoTime } from '../../../transport/answers/isoTime';
import { optionalFlag, optionalText, readEntity, type Entity } from '../../../transport/answers/readEntity';
import { rawItem } from '../../listItems';
import { sponsoredIdentity } from '../fields/fields';

const texts = z.array(z.string()).optional();

const entity = z
	.object({
		id: z.union([z.string(), z.number()]).optional(),
		account: optionalText,
		campaign: optionalText,
		name: optionalText,
		intendedStatus: optionalText,
		isServing: optionalFlag,
		isTest: optionalFlag,
		content: z.record(z.unknown()).optional(),
		leadgenCallToAction: z.object({ destination: z.string(), label: z.string() }).partial().optional(),
		review: z.object({ status: optionalText, rejectionReasons: texts }).partial().optional(),
		servingHoldReasons: texts,
		createdAt: z.number().optional(),
		lastModifiedAt: z.number().optional(),
	})
	.passthrough();

/**
 * @param body LinkedIn's entity
 * @param account number of the ad account
 * @param asked number of the creative, in case LinkedIn sends none
 * @param simplify stable keys, with null or [] for missing values; otherwise LinkedIn's entity with urn and url
 */
export function presentCreative(
	body: Entity,
	account: string,
	asked: string,
	simplify: boolean,
): IDataObject {
	const creative = readEntity(entity, body) ?? {};
	const id = String(creative.id ?? asked).replace(/^.*:/, '');
	const identity = sponsoredIdentity('creative', id, account);
	if (!simplify) return rawItem(body, identity);
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
		createdAt: isoTime(creative.createdAt),
		lastModifiedAt: isoTime(creative.lastModifiedAt),
	};
}
