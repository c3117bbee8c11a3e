import { z } from 'zod';
import { adsRefused, inputRefused, missing, wrong, type InputFault } from '../../ads/errors';
import { money, readEntity, schedule, urnOf, type Entity } from '../../ads/schema';
import { budgetFaults, scheduleFaults, statusFaults } from '../../ads/rules';
import { numberOf } from '../../ads/state';
import { mismatches, takesOptimizedRotation } from '../../ads/optimization';
import {
	hasFacet,
	targetingCriteria,
	targetingFaults,
	type TargetingCriteria,
} from '../../ads/targetingRules';
import { entityRoutes } from './entityRoutes';
import type { AdAccount } from '../../ads/accountStore';
import type { Call } from '../../resource';

/** Limits of an account (docs.adAccounts). */
const MOST_CAMPAIGNS = 5000;
const MOST_ACTIVE_CAMPAIGNS = 1000;
/** Of a group that is not the default one (docs.campaignGroups). */
const MOST_CAMPAIGNS_A_GROUP = 2000;

const SINGULAR = ['WEBSITE_VISIT', 'WEBSITE_CONVERSION', 'VIDEO_VIEW', 'JOB_APPLICANT', 'TALENT_LEAD'];
const PLURAL = ['WEBSITE_VISITS', 'WEBSITE_CONVERSIONS', 'VIDEO_VIEWS', 'JOB_APPLICANTS'];
const UNDISPUTED = ['BRAND_AWARENESS', 'ENGAGEMENT', 'LEAD_GENERATION'];

const locale = z
	.object({ country: z.string().regex(/^[A-Z]{2}$/), language: z.string().regex(/^[a-z]{2}$/) })
	.strict();

const members = {
	campaignGroup: urnOf('sponsoredCampaignGroup'),
	name: z.string().min(1).max(255),
	type: z.enum(['TEXT_AD', 'SPONSORED_UPDATES', 'SPONSORED_INMAILS', 'DYNAMIC']),
	costType: z.enum(['CPM', 'CPC', 'CPV']),
	unitCost: money.optional(),
	dailyBudget: money.optional(),
	totalBudget: money.optional(),
	locale,
	targetingCriteria,
	offsiteDeliveryEnabled: z.boolean(),
	politicalIntent: z.enum(['POLITICAL', 'NOT_POLITICAL', 'NOT_DECLARED']),
	associatedEntity: urnOf('organization').optional(),
	objectiveType: z.string().optional(),
	optimizationTargetType: z.string().optional(),
	creativeSelection: z.enum(['OPTIMIZED', 'ROUND_ROBIN']).optional(),
	audienceExpansionEnabled: z.boolean().optional(),
	offsitePreferences: z.record(z.unknown()).optional(),
	runSchedule: schedule.optional(),
	format: z.string().optional(),
	pacingStrategy: z.enum(['LIFETIME', 'ACCELERATED']).optional(),
	connectedTelevisionOnly: z.boolean().optional(),
	optimizationPreference: z.record(z.unknown()).optional(),
};

const newCampaign = z
	.object({
		...members,
		runSchedule: schedule,
		account: urnOf('sponsoredAccount'),
		status: z.enum(['ACTIVE', 'PAUSED', 'DRAFT', 'ARCHIVED', 'COMPLETED', 'CANCELED']),
	})
	.strict();
const changedCampaign = z
	.object({
		...members,
		status: z.enum(['ACTIVE', 'PAUSED', 'ARCHIVED', 'COMPLETED', 'CANCELED', 'DRAFT', 'PENDING_DELETION']),
	})
	.strict();
type Campaign = Omit<z.infer<typeof newCampaign>, 'account' | 'runSchedule'> & {
	runSchedule?: z.infer<typeof schedule>;
};

/** /rest/adAccounts/{adAccount}/adCampaigns (docs.campaigns, docs/behaviour.md#required-fields-of-campaigns). */
export const adCampaigns = entityRoutes({
	path: '/rest/adAccounts/{adAccount}/adCampaigns',
	permission: 'partnerApiAdCampaigns',
	store: ({ state }) => state.ads.campaigns,
	criteria: ['id', 'campaignGroup', 'name', 'type', 'status'],
	urn: 'sponsoredCampaign',
	mostUnpaged: 1000,
	make,
	change,
});

/** One of them is needed (docs/behaviour.md#required-fields-of-campaigns). */
const PLACES = ['locations', 'profileLocations', 'ipLocations'];

function make(call: Call, account: AdAccount, body: unknown): Entity {
	const { ads } = call.state;
	const campaign = readEntity(newCampaign, body, (one) => [
		...(one.account === `urn:li:sponsoredAccount:${account.id}` ? [] : [wrong('/account', one.account)]),
		...rules(call, account, one),
		...(PLACES.some((place) => hasFacet(one.targetingCriteria, place))
			? []
			: [missing('/targetingCriteria/include')]),
		...conversionFaults(one, 0),
		...((one.runSchedule.end ?? Infinity) < call.clock.now()
			? [
					{
						code: 'DATE_TOO_EARLY',
						description: '/runSchedule/end has passed',
						fieldPath: '/runSchedule/end',
					},
				]
			: []),
	]);
	const own = ads.campaigns.of(account.id);
	if (own.length >= MOST_CAMPAIGNS) {
		throw adsRefused(400, 'CAMPAIGN_LIMIT_REACHED', `The account has ${own.length} campaigns already`);
	}
	const active = own.filter((one) => one.status === 'ACTIVE').length;
	if (campaign.status === 'ACTIVE' && active >= MOST_ACTIVE_CAMPAIGNS) {
		throw adsRefused(400, 'ACTIVE_CAMPAIGN_LIMIT_REACHED', `The account has ${active} active campaigns`);
	}
	const group = ads.groups.find(account.id, numberOf(campaign.campaignGroup)) as Entity;
	const inGroup = own.filter((one) => one.campaignGroup === campaign.campaignGroup).length;
	if (!group.backfilled && inGroup >= MOST_CAMPAIGNS_A_GROUP) {
		throw adsRefused(400, 'CAMPAIGN_GROUP_LIMIT_REACHED', `The group has ${inGroup} campaigns already`);
	}
	const time = call.clock.now();
	return {
		audienceExpansionEnabled: false,
		changeAuditStamps: { created: { time }, lastModified: { time } },
		creativeSelection: 'OPTIMIZED',
		optimizationTargetType: 'NONE',
		test: account.test,
		servingStatuses: campaign.status === 'ACTIVE' ? ['RUNNABLE'] : ['STOPPED'],
		version: { versionTag: '1' },
		...campaign,
	};
}

function rules(call: Call, account: AdAccount, campaign: Campaign): InputFault[] {
	const group = call.state.ads.groups.find(account.id, numberOf(campaign.campaignGroup));
	const faults: InputFault[] = [
		...(campaign.runSchedule ? scheduleFaults(campaign.runSchedule) : []),
		...budgetFaults(account.currency, {
			dailyBudget: campaign.dailyBudget,
			totalBudget: campaign.totalBudget,
			unitCost: campaign.unitCost,
		}),
		...targetingFaults(campaign.targetingCriteria),
		...objectiveFaults(call, campaign.objectiveType),
	];
	const refuse = (code: string, description: string, fieldPath: string) =>
		faults.push({ code, description, fieldPath });
	const version = call.version ?? '';
	for (const mismatch of mismatches(campaign, version)) {
		refuse('INVALID_CAMPAIGN_CONFIGURATION', mismatch, '/optimizationTargetType');
	}
	// Only text ads don't need one.
	if (!campaign.unitCost && campaign.type !== 'TEXT_AD') faults.push(missing('/unitCost'));
	if (!group) {
		refuse(
			'FIELD_VALUE_DOES_NOT_EXIST',
			`/campaignGroup ${campaign.campaignGroup} does not exist`,
			'/campaignGroup',
		);
	} else if (group.status === 'DRAFT' && campaign.status !== 'DRAFT') {
		refuse(
			'ONLY_DRAFT_CAMPAIGNS_ALLOWED_IN_DRAFT_CAMPAIGN_GROUPS',
			'A draft campaign group takes draft campaigns only',
			'/status',
		);
	}
	if (!campaign.dailyBudget && !campaign.totalBudget) faults.push(missing('/dailyBudget'));
	if (campaign.totalBudget && campaign.runSchedule?.end === undefined)
		faults.push(missing('/runSchedule/end'));
	const wantsPage = campaign.type === 'SPONSORED_UPDATES' || campaign.type === 'DYNAMIC';
	if (wantsPage && campaign.status !== 'DRAFT' && !campaign.associatedEntity) {
		faults.push(missing('/associatedEntity'));
	}
	if (campaign.type === 'DYNAMIC' && !campaign.format) faults.push(missing('/format'));
	if (campaign.type === 'DYNAMIC' && !campaign.dailyBudget) faults.push(missing('/dailyBudget'));
	if (campaign.type === 'DYNAMIC' && !campaign.totalBudget) faults.push(missing('/totalBudget'));
	if (Number(campaign.totalBudget?.amount) < Number(campaign.dailyBudget?.amount)) {
		refuse(
			'FIELD_VALUE_CONDITIONAL_TOO_LOW',
			"/totalBudget can't be less than /dailyBudget",
			'/totalBudget/amount',
		);
	}
	if (campaign.creativeSelection !== 'ROUND_ROBIN' && !takesOptimizedRotation(campaign, version)) {
		refuse('INVALID_CAMPAIGN_CONFIGURATION', 'SPONSORED_INMAILS needs ROUND_ROBIN', '/creativeSelection');
	}
	if (campaign.connectedTelevisionOnly && !campaign.offsiteDeliveryEnabled) {
		refuse(
			'INVALID_CAMPAIGN_CONFIGURATION',
			'connectedTelevisionOnly needs offsiteDeliveryEnabled',
			'/offsiteDeliveryEnabled',
		);
	}
	return faults;
}

/** @param associated how many conversions are linked to it */
function conversionFaults(campaign: Pick<Campaign, 'status' | 'optimizationTargetType'>, associated: number) {
	const needsOne = campaign.status === 'ACTIVE' && campaign.optimizationTargetType === 'MAX_CONVERSION';
	if (!needsOne || associated > 0) return [];
	const code = 'CONVERSION_CAMPAIGN_MISSING_ASSOCIATED_CONVERSION';
	return [{ code, description: 'The campaign has no conversion', fieldPath: '/optimizationTargetType' }];
}

function objectiveFaults({ state }: Call, objective: string | undefined): InputFault[] {
	if (objective === undefined) return [];
	const known = {
		singular: [...UNDISPUTED, ...SINGULAR],
		plural: [...UNDISPUTED, ...PLURAL],
		both: [...UNDISPUTED, ...SINGULAR, ...PLURAL],
	}[state.objectiveSpelling];
	return known.includes(objective) ? [] : [wrong('/objectiveType', objective)];
}

const associatedWith = ({ state }: Call, { id }: Entity) =>
	state.ads.conversions.associationsOf(`urn:li:sponsoredCampaign:${String(id)}`).length;

const READ_ONLY = ['account', 'changeAuditStamps', 'id', 'servingStatuses', 'test', 'version'];
/** In addition to those that only a draft may change. */
const FIXED_OUTSIDE_DRAFT = ['type', 'format'];

function change(call: Call, account: AdAccount, before: Entity, set: Entity, remove: string[]): Entity {
	const faults = Object.keys(set).flatMap((name): InputFault[] => {
		const isOther = JSON.stringify(set[name]) !== JSON.stringify(before[name]);
		const refuse = (code: string) => [
			{ code, description: `/${name} can't be changed`, fieldPath: `/${name}` },
		];
		if (!isOther) return [];
		if (name === 'objectiveType' && before.objectiveType) return refuse('IMMUTABLE_CAMPAIGN_OBJECTIVE_TYPE');
		if (name === 'pacingStrategy') return refuse('FIELD_NOT_EDITABLE');
		if (FIXED_OUTSIDE_DRAFT.includes(name) && before.status !== 'DRAFT') {
			return refuse('FIELD_IMMUTABLE_FOR_NON_DRAFT_CAMPAIGNS');
		}
		return [];
	});
	const start = (before.runSchedule as { start?: number } | undefined)?.start;
	const newStart = (set.runSchedule as { start?: number } | undefined)?.start;
	if (start !== undefined && newStart !== undefined && newStart !== start && start < call.clock.now()) {
		faults.push({
			code: 'DATE_IMMUTABLE_WHEN_PASSED',
			description: '/runSchedule/start has passed',
			fieldPath: '/runSchedule/start',
		});
	}
	if ('targetingCriteria' in set) {
		if (!('politicalIntent' in set)) faults.push(missing('/politicalIntent'));
		if (!hasFacet(set.targetingCriteria as TargetingCriteria, 'interfaceLocales')) {
			faults.push(missing('/targetingCriteria/include/and/interfaceLocales'));
		}
	}
	if ('optimizationTargetType' in set && set.optimizationTargetType !== before.optimizationTargetType) {
		for (const along of ['costType', 'unitCost']) if (!(along in set)) faults.push(missing(`/${along}`));
	}
	if (faults.length > 0) throw inputRefused(faults);
	const after: Entity = { ...before, ...set };
	for (const name of remove) delete after[name];
	const own = Object.fromEntries(Object.entries(after).filter(([name]) => !READ_ONLY.includes(name)));
	readEntity(changedCampaign, own, (campaign) => [
		...(campaign.status === 'PENDING_DELETION' || campaign.status === 'ARCHIVED'
			? []
			: [
					...rules(call, account, campaign as Campaign),
					...conversionFaults(campaign as Campaign, associatedWith(call, before)),
				]),
		...statusFaults(String(before.status), campaign.status),
	]);
	const tag = Number((before.version as { versionTag?: string } | undefined)?.versionTag ?? 1) + 1;
	return { ...after, version: { versionTag: String(tag) } };
}
