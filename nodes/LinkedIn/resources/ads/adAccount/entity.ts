/**
 * An ad account as LinkedIn sends it and as the node returns it.
 * @see docs.adAccounts
 */
import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';

import { isoTime } from '../../../transport/answers/isoTime';
import { optionalFlag, optionalText, readEntity, type Entity } from '../../../transport/answers/readEntity';
import { rawItem } from '../../listItems';
import { sponsoredIdentity } from '../fields/fields';
import { auditStamps } from '../values/auditStamps';

const entity = z
	.object({
		id: z.union([z.number(), z.string()]).optional(),
		name: optionalText,
		currency: optionalText,
		type: optionalText,
		status: optionalText,
		reference: optionalText,
		test: optionalFlag,
		servingStatuses: z.array(z.string()).optional(),
		notifiedOnCampaignOptimization: optionalFlag,
		notifiedOnCreativeApproval: optionalFlag,
		notifiedOnCreativeRejection: optionalFlag,
		notifiedOnEndOfCampaign: optionalFlag,
		notifiedOnNewFeaturesEnabled: optionalFlag,
		changeAuditStamps: auditStamps,
	})
	.passthrough();

/**
 * @param body LinkedIn's entity
 * @param asked number of the account, in case LinkedIn sends none
 * @param simplify stable keys, with null or [] for missing values; otherwise LinkedIn's entity with urn and url
 */
export function presentAccount(body: Entity, asked: string, simplify: boolean): IDataObject {
	const account = readEntity(entity, body) ?? {};
	const identity = sponsoredIdentity('account', String(account.id ?? asked), String(account.id ?? asked));
	if (!simplify) return rawItem(body, identity);
	const serving = account.servingStatuses ?? [];
	return {
		...identity,
		name: account.name ?? null,
		currency: account.currency ?? null,
		status: account.status ?? null,
		type: account.type ?? null,
		test: account.test ?? null,
		page: account.reference ?? null,
		isServing: serving.includes('RUNNABLE'),
		servingStatuses: serving,
		notifications: {
			campaignOptimization: account.notifiedOnCampaignOptimization ?? null,
			creativeApproval: account.notifiedOnCreativeApproval ?? null,
			creativeRejection: account.notifiedOnCreativeRejection ?? null,
			endOfCampaign: account.notifiedOnEndOfCampaign ?? null,
			newFeatures: account.notifiedOnNewFeaturesEnabled ?? null,
		},
		createdAt: isoTime(account.changeAuditStamps?.created?.time),
		lastModifiedAt: isoTime(account.changeAuditStamps?.lastModified?.time),
	};
}
