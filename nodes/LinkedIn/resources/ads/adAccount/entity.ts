/**
 * An ad account as LinkedIn sends it, and as the node gives it out.
 * @see https://learn.microsoft.com/en-us/linkedin/marketing/integrations/ads/account-structure/create-and-manage-accounts
 */
import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';

import { sponsoredIdentity } from '../fields';
import { presentMoment } from '../schedule';

const text = z.string().optional().catch(undefined);
const flag = z.boolean().optional().catch(undefined);

const entity = z
	.object({
		id: z.union([z.number(), z.string()]).optional().catch(undefined),
		name: text,
		currency: text,
		type: text,
		status: text,
		reference: text,
		test: flag,
		servingStatuses: z.array(z.string()).optional().catch(undefined),
		notifiedOnCampaignOptimization: flag,
		notifiedOnCreativeApproval: flag,
		notifiedOnCreativeRejection: flag,
		notifiedOnEndOfCampaign: flag,
		notifiedOnNewFeaturesEnabled: flag,
		changeAuditStamps: z
			.object({
				created: z.object({ time: z.number() }).partial(),
				lastModified: z.object({ time: z.number() }).partial(),
			})
			.partial()
			.optional()
			.catch(undefined),
	})
	.passthrough();

/**
 * @param body LinkedIn's entity; one that is none counts as empty
 * @param asked number of the account, in case LinkedIn names none
 * @param simplify stable keys, null or [] where LinkedIn sent nothing; otherwise LinkedIn's entity with urn and url
 */
export function presentAccount(body: unknown, asked: string, simplify: boolean): IDataObject {
	const account = entity.catch({}).parse(body ?? {});
	const identity = sponsoredIdentity('account', String(account.id ?? asked), String(account.id ?? asked));
	if (!simplify) return { ...(account as IDataObject), urn: identity.urn, url: identity.url };
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
		createdAt: presentMoment(account.changeAuditStamps?.created?.time),
		lastModifiedAt: presentMoment(account.changeAuditStamps?.lastModified?.time),
	};
}

/** The number that LinkedIn gives an account, group or campaign; undefined where it names none. */
export function idOf(body: unknown): string | undefined {
	const id = (body as { id?: unknown } | null | undefined)?.id;
	return typeof id === 'number' || typeof id === 'string' ? String(id) : undefined;
}
