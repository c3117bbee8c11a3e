/**
 * A campaign as LinkedIn sends it and as the node returns it.
 * @see docs.campaigns
 */
import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';

import { isoTime } from '../../../transport/answers/isoTime';
import { optionalFlag, optionalText, readEntity, type Entity } from '../../../transport/answers/readEntity';
import { rawItem } from '../../listItems';
import { sponsoredIdentity } from '../fields/fields';
import { auditStamps } from '../values/auditStamps';
import { presentMoney } from '../values/money';

const record = z.record(z.unknown()).optional();

const entity = z
	.object({
		id: z.union([z.number(), z.string()]).optional(),
		account: optionalText,
		campaignGroup: optionalText,
		associatedEntity: optionalText,
		name: optionalText,
		status: optionalText,
		type: optionalText,
		format: optionalText,
		objectiveType: optionalText,
		costType: optionalText,
		optimizationTargetType: optionalText,
		creativeSelection: optionalText,
		pacingStrategy: optionalText,
		politicalIntent: optionalText,
		audienceExpansionEnabled: optionalFlag,
		offsiteDeliveryEnabled: optionalFlag,
		connectedTelevisionOnly: optionalFlag,
		test: optionalFlag,
		unitCost: z.unknown(),
		dailyBudget: z.unknown(),
		totalBudget: z.unknown(),
		locale: z.object({ language: z.string(), country: z.string() }).optional(),
		runSchedule: z.object({ start: z.unknown(), end: z.unknown() }).partial().optional(),
		targetingCriteria: record,
		servingStatuses: z.array(z.string()).optional(),
		changeAuditStamps: auditStamps,
	})
	.passthrough();

/**
 * @param body LinkedIn's entity
 * @param account number of the ad account
 * @param asked number of the campaign, in case LinkedIn sends none
 * @param simplify stable keys, with null or [] for missing values; otherwise LinkedIn's entity with urn and url
 */
export function presentCampaign(
	body: Entity,
	account: string,
	asked: string,
	simplify: boolean,
): IDataObject {
	const campaign = readEntity(entity, body) ?? {};
	const identity = sponsoredIdentity('campaign', String(campaign.id ?? asked), account);
	if (!simplify) return rawItem(body, identity);
	const serving = campaign.servingStatuses ?? [];
	return {
		...identity,
		account: campaign.account ?? null,
		campaignGroup: campaign.campaignGroup ?? null,
		page: campaign.associatedEntity ?? null,
		name: campaign.name ?? null,
		status: campaign.status ?? null,
		isServing: serving.includes('RUNNABLE'),
		servingStatuses: serving,
		objective: campaign.objectiveType ?? null,
		type: campaign.type ?? null,
		format: campaign.format ?? null,
		costType: campaign.costType ?? null,
		bid: presentMoney(campaign.unitCost),
		dailyBudget: presentMoney(campaign.dailyBudget),
		totalBudget: presentMoney(campaign.totalBudget),
		start: isoTime(campaign.runSchedule?.start),
		end: isoTime(campaign.runSchedule?.end),
		locale: campaign.locale ? `${campaign.locale.language}_${campaign.locale.country}` : null,
		targetingCriteria: (campaign.targetingCriteria ?? null) as IDataObject | null,
		optimizationTargetType: campaign.optimizationTargetType ?? null,
		creativeSelection: campaign.creativeSelection ?? null,
		pacingStrategy: campaign.pacingStrategy ?? null,
		politicalIntent: campaign.politicalIntent ?? null,
		audienceExpansionEnabled: campaign.audienceExpansionEnabled ?? null,
		offsiteDeliveryEnabled: campaign.offsiteDeliveryEnabled ?? null,
		connectedTelevisionOnly: campaign.connectedTelevisionOnly ?? null,
		test: campaign.test ?? null,
		createdAt: isoTime(campaign.changeAuditStamps?.created?.time),
		lastModifiedAt: isoTime(campaign.changeAuditStamps?.lastModified?.time),
	};
}
