/**
 * A campaign group as LinkedIn sends it and as the node returns it.
 * @see docs.campaignGroups
 */
import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';

import { isoTime } from '../../../transport/answers/isoTime';
import { optionalFlag, optionalText, readEntity, type Entity } from '../../../transport/answers/readEntity';
import { rawItem } from '../../listItems';
import { sponsoredIdentity } from '../fields/fields';
import { presentMoney } from '../values/money';

const texts = z.array(z.string()).optional();

const entity = z
	.object({
		id: z.union([z.number(), z.string()]).optional(),
		account: optionalText,
		name: optionalText,
		status: optionalText,
		objectiveType: optionalText,
		test: optionalFlag,
		backfilled: optionalFlag,
		runSchedule: z.object({ start: z.unknown(), end: z.unknown() }).partial().optional(),
		totalBudget: z.unknown(),
		dailyBudget: z.unknown(),
		servingStatuses: texts,
		allowedCampaignTypes: texts,
	})
	.passthrough();

/**
 * @param body LinkedIn's entity
 * @param account number of the ad account
 * @param asked number of the group, in case LinkedIn sends none
 * @param simplify stable keys, with null or [] for missing values; otherwise LinkedIn's entity with urn and url
 */
export function presentGroup(body: Entity, account: string, asked: string, simplify: boolean): IDataObject {
	const group = readEntity(entity, body) ?? {};
	const identity = sponsoredIdentity('campaignGroup', String(group.id ?? asked), account);
	if (!simplify) return rawItem(body, identity);
	return {
		...identity,
		account: group.account ?? null,
		name: group.name ?? null,
		status: group.status ?? null,
		isDefault: group.backfilled ?? null,
		objective: group.objectiveType ?? null,
		start: isoTime(group.runSchedule?.start),
		end: isoTime(group.runSchedule?.end),
		totalBudget: presentMoney(group.totalBudget),
		dailyBudget: presentMoney(group.dailyBudget),
		servingStatuses: group.servingStatuses ?? [],
		allowedCampaignTypes: group.allowedCampaignTypes ?? [],
		test: group.test ?? null,
	};
}
