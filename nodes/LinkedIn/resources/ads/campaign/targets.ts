/**
 * What LinkedIn optimizes a campaign for, and what that requires.
 * @see docs.budgetCombinations
 */
import type { Objective } from '../fields/objective';
import type { CampaignType, CostType } from './fields';

export interface Target {
	/** The cost types that it's compatible with; the first one if the node may choose. */
	costTypes: CostType[];
	/** What Bid means; undefined for automatic bidding. */
	bid?: 'bid' | 'target cost' | 'cost cap';
	/** The objectives it works with; undefined if LinkedIn decides. */
	objectives?: Objective[];
	/** The same for Sponsored Messaging, if they differ. */
	messageObjectives?: Objective[];
}

const IMPRESSIONS = {
	objectives: ['BRAND_AWARENESS'],
	messageObjectives: ['BRAND_AWARENESS', 'LEAD_GENERATION', 'WEBSITE_CONVERSION'],
} satisfies Partial<Target>;
const CLICKS = {
	objectives: [
		'ENGAGEMENT',
		'JOB_APPLICANT',
		'LEAD_GENERATION',
		'TALENT_LEAD',
		'WEBSITE_CONVERSION',
		'WEBSITE_VISIT',
	],
} satisfies Partial<Target>;
const VIDEO_VIEWS = { objectives: ['VIDEO_VIEW'] } satisfies Partial<Target>;

const TARGETS: Record<string, Target> = {
	ENHANCED_CONVERSION: { costTypes: ['CPC', 'CPM'], bid: 'bid' },
	MAX_CLICK: { costTypes: ['CPM'], ...CLICKS },
	MAX_CONVERSION: { costTypes: ['CPM'], objectives: ['WEBSITE_CONVERSION'] },
	MAX_IMPRESSION: { costTypes: ['CPM'], ...IMPRESSIONS },
	MAX_LEAD: { costTypes: ['CPM'], objectives: ['LEAD_GENERATION'], messageObjectives: [] },
	MAX_QUALIFIED_LEAD: { costTypes: ['CPM'], objectives: ['LEAD_GENERATION'] },
	MAX_REACH: { costTypes: ['CPM'], objectives: ['BRAND_AWARENESS'] },
	MAX_VIDEO_VIEW: { costTypes: ['CPV', 'CPM'], ...VIDEO_VIEWS },
	TARGET_COST_PER_CLICK: { costTypes: ['CPC'], bid: 'target cost', ...CLICKS },
	TARGET_COST_PER_IMPRESSION: { costTypes: ['CPM'], bid: 'target cost', ...IMPRESSIONS },
	TARGET_COST_PER_VIDEO_VIEW: { costTypes: ['CPV'], bid: 'target cost', ...VIDEO_VIEWS },
	CAP_COST_AND_MAXIMIZE_CLICKS: { costTypes: ['CPM'], bid: 'cost cap', ...CLICKS },
	CAP_COST_AND_MAXIMIZE_IMPRESSIONS: { costTypes: ['CPM'], bid: 'cost cap', ...IMPRESSIONS },
	CAP_COST_AND_MAXIMIZE_VIDEO_VIEWS: { costTypes: ['CPM'], bid: 'cost cap', ...VIDEO_VIEWS },
};

/** Manual bidding; CPV only works with video, which `biddingOf` checks. */
const MANUAL: Target = { costTypes: ['CPC', 'CPM', 'CPV'], bid: 'bid' };

/** Target costs and caps beyond those of the table, which LinkedIn may document later. */
const UNKNOWN: Target = { costTypes: ['CPM', 'CPC', 'CPV'], bid: 'cost cap' };

/** @param name as `optimizationOf` gives it; undefined is manual bidding too */
export function targetNamed(name: string | undefined): Target {
	if (name === undefined || name === 'NONE') return MANUAL;
	return Object.hasOwn(TARGETS, name) ? TARGETS[name] : UNKNOWN;
}

/** Whether the amount is the user's own bid and not something that LinkedIn works towards. */
export const isByHand = ({ bid }: Target) => bid === 'bid';

/** @returns undefined if LinkedIn decides which objectives it works with */
export function objectivesOf(target: Target, type: CampaignType): Objective[] | undefined {
	const { objectives, messageObjectives } = target;
	return type === 'SPONSORED_INMAILS' ? (messageObjectives ?? objectives) : objectives;
}

/** The targets that work with an objective, by name. */
export function targetsFor(objective: Objective, type: CampaignType): string[] {
	return Object.keys(TARGETS).filter(
		(name) => objectivesOf(TARGETS[name], type)?.includes(objective) ?? true,
	);
}

/**
 * The target of automatic bidding, for all except text ads.
 * @param hasConversion the campaign counts one
 */
export function automaticTarget(objective: Objective, type: CampaignType, hasConversion: boolean): string {
	switch (objective) {
		case 'BRAND_AWARENESS':
			return 'MAX_IMPRESSION';
		case 'VIDEO_VIEW':
			return 'MAX_VIDEO_VIEW';
		case 'LEAD_GENERATION':
			return type === 'SPONSORED_INMAILS' ? 'MAX_IMPRESSION' : 'MAX_LEAD';
		case 'WEBSITE_CONVERSION':
			return hasConversion ? 'MAX_CONVERSION' : 'MAX_CLICK';
		default:
			return 'MAX_CLICK';
	}
}
