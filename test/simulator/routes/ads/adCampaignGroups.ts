import { z } from 'zod';
import { adsRefused, inputRefused, missing, type InputFault } from '../../ads/errors';
import { money, readEntity, schedule, urnOf, type Entity } from '../../ads/schema';
import { budgetFaults, scheduleFaults, statusFaults } from '../../ads/rules';
import { entityRoutes } from './entityRoutes';
import type { AdAccount } from '../../ads/accountStore';
import type { Call } from '../../resource';

const OBJECTIVES = z.string().regex(/^[A-Z_]+$/);

const members = {
	name: z.string().min(1).max(100),
	runSchedule: schedule,
	totalBudget: money.optional(),
	dailyBudget: money.optional(),
	budgetOptimization: z
		.object({
			bidStrategy: z.enum(['MAXIMUM_DELIVERY', 'MANUAL', 'COST_CAP']).optional(),
			budgetOptimizationStrategy: z.literal('DYNAMIC'),
		})
		.strict()
		.optional(),
};

const newGroup = z
	.object({
		...members,
		account: urnOf('sponsoredAccount'),
		status: z.enum(['ACTIVE', 'DRAFT']),
		objectiveType: OBJECTIVES.optional(),
	})
	.strict();

const changedGroup = z
	.object({
		...members,
		status: z.enum(['ACTIVE', 'ARCHIVED', 'DRAFT', 'PAUSED', 'PENDING_DELETION']),
		objectiveType: OBJECTIVES.optional(),
	})
	.strict();

const CHANGEABLE = Object.keys(changedGroup.shape);

/** /rest/adAccounts/{adAccount}/adCampaignGroups (docs.campaignGroups). */
export const adCampaignGroups = entityRoutes({
	path: '/rest/adAccounts/{adAccount}/adCampaignGroups',
	permission: 'partnerApiAdCampaignGroups',
	store: ({ state }) => state.ads.groups,
	criteria: ['id', 'status', 'name'],
	urn: 'sponsoredCampaignGroup',
	make,
	change,
});

function make(call: Call, account: AdAccount, body: unknown): Entity {
	const group = readEntity(newGroup, body, (one) => [
		...(one.account === `urn:li:sponsoredAccount:${account.id}`
			? []
			: [{ code: 'INVALID_VALUE_FOR_FIELD', description: '/account is another one', fieldPath: '/account' }]),
		...rules(account, one),
		...(one.runSchedule.end !== undefined && one.runSchedule.end < call.clock.now()
			? [
					{
						code: 'DATE_TOO_EARLY',
						description: '/runSchedule/end has passed',
						fieldPath: '/runSchedule/end',
					},
				]
			: []),
	]);
	if (account.type === 'ENTERPRISE') {
		throw adsRefused(400, 'CAMPAIGN_GROUP_CREATION_NOT_ALLOWED', 'Not in an ENTERPRISE account');
	}
	const time = call.clock.now();
	return {
		backfilled: false,
		changeAuditStamps: { created: { time }, lastModified: { time } },
		test: account.test,
		servingStatuses: group.status === 'ACTIVE' ? ['RUNNABLE'] : ['STOPPED'],
		allowedCampaignTypes: ['SPONSORED_UPDATES', 'TEXT_AD', 'SPONSORED_INMAILS', 'DYNAMIC'],
		...group,
	};
}

function rules(
	account: AdAccount,
	group: Pick<z.infer<typeof newGroup>, 'runSchedule' | 'totalBudget' | 'dailyBudget' | 'budgetOptimization'>,
): InputFault[] {
	return [
		...scheduleFaults(group.runSchedule),
		...budgetFaults(account.currency, { totalBudget: group.totalBudget, dailyBudget: group.dailyBudget }),
		...(group.totalBudget && group.runSchedule.end === undefined ? [missing('/runSchedule/end')] : []),
		...(group.dailyBudget && !group.budgetOptimization ? [missing('/budgetOptimization')] : []),
	];
}

function change(_call: Call, account: AdAccount, before: Entity, set: Entity, remove: string[]): Entity {
	if (before.backfilled && Object.keys(set).some((name) => name !== 'name')) {
		throw adsRefused(
			400,
			'CANNOT_UPDATE_BACKFILLED_CAMPAIGN_GROUPS',
			'The default campaign group cannot be updated',
		);
	}
	const after: Entity = { ...before, ...set };
	for (const name of remove) delete after[name];
	const own = Object.fromEntries(
		Object.entries(after).filter(([name]) => CHANGEABLE.includes(name) || name in set),
	);
	if (set.objectiveType !== undefined && set.objectiveType !== before.objectiveType && before.objectiveType) {
		throw inputRefused([
			{
				code: 'FIELD_NOT_EDITABLE',
				description: '/objectiveType is fixed once it is set',
				fieldPath: '/objectiveType',
			},
		]);
	}
	readEntity(changedGroup, own, (group) => [
		...rules(account, group),
		...statusFaults(String(before.status), group.status),
	]);
	return after;
}
