/**
 * A campaign group as LinkedIn sends it, and as the node gives it out.
 * @see https://learn.microsoft.com/en-us/linkedin/marketing/integrations/ads/account-structure/create-and-manage-campaign-groups
 */
import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';

import { sponsoredIdentity } from '../fields';
import { presentMoney } from '../money';
import { presentMoment } from '../schedule';

const text = z.string().optional().catch(undefined);
const texts = z.array(z.string()).optional().catch(undefined);

const entity = z
	.object({
		id: z.union([z.number(), z.string()]).optional().catch(undefined),
		account: text,
		name: text,
		status: text,
		objectiveType: text,
		test: z.boolean().optional().catch(undefined),
		backfilled: z.boolean().optional().catch(undefined),
		runSchedule: z.object({ start: z.unknown(), end: z.unknown() }).partial().optional().catch(undefined),
		totalBudget: z.unknown(),
		dailyBudget: z.unknown(),
		servingStatuses: texts,
		allowedCampaignTypes: texts,
	})
	.passthrough();

/**
 * @param body LinkedIn's entity; one that is none counts as empty
 * @param account number of the ad account
 * @param asked number of the group, in case LinkedIn names none
 * @param simplify stable keys, null or [] where LinkedIn sent nothing; otherwise LinkedIn's entity with urn and url
 */
export function presentGroup(body: unknown, account: string, asked: string, simplify: boolean): IDataObject {
	const group = entity.catch({}).parse(body ?? {});
	const identity = sponsoredIdentity('campaignGroup', String(group.id ?? asked), account);
	if (!simplify) return { ...(group as IDataObject), urn: identity.urn, url: identity.url };
	return {
		...identity,
		account: group.account ?? null,
		name: group.name ?? null,
		status: group.status ?? null,
		isDefault: group.backfilled ?? null,
		objective: group.objectiveType ?? null,
		start: presentMoment(group.runSchedule?.start),
		end: presentMoment(group.runSchedule?.end),
		totalBudget: presentMoney(group.totalBudget),
		dailyBudget: presentMoney(group.dailyBudget),
		servingStatuses: group.servingStatuses ?? [],
		allowedCampaignTypes: group.allowedCampaignTypes ?? [],
		test: group.test ?? null,
	};
}
