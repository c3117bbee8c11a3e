/**
 * What LinkedIn optimizes a campaign for, and the objectives and cost types it's compatible with
 * (docs.budgetCombinations).
 */

export interface Bidding {
	type: string;
	objectiveType?: string;
	format?: string;
	costType: string;
	optimizationTargetType?: string;
}

interface Target {
	costTypes: string[];
	/** What the amount of `unitCost` is; undefined if LinkedIn bids automatically. */
	amount?: 'bid' | 'target' | 'cap';
	/** Compatible objectives; undefined if the table doesn't list any or says that the rest is unconfirmed. */
	objectives?: (campaign: Bidding) => string[];
	/** First API version that has it. */
	since?: string;
}

const isMessage = ({ type }: Bidding) => type === 'SPONSORED_INMAILS';

const IMPRESSIONS = (campaign: Bidding) => [
	'BRAND_AWARENESS',
	...(isMessage(campaign) ? ['LEAD_GENERATION', 'WEBSITE_CONVERSION'] : []),
];
const CLICKS = () => [
	'ENGAGEMENT',
	'WEBSITE_VISIT',
	'JOB_APPLICANT',
	'TALENT_LEAD',
	'LEAD_GENERATION',
	'WEBSITE_CONVERSION',
];
const VIDEO_VIEWS = () => ['VIDEO_VIEW'];

const TARGETS: Record<string, Target> = {
	ENHANCED_CONVERSION: { costTypes: ['CPC', 'CPM'], amount: 'bid' },
	MAX_IMPRESSION: { costTypes: ['CPM'], objectives: IMPRESSIONS },
	MAX_REACH: { costTypes: ['CPM'], objectives: () => ['BRAND_AWARENESS'], since: '202408' },
	MAX_CLICK: { costTypes: ['CPM'], objectives: CLICKS },
	MAX_CONVERSION: { costTypes: ['CPM'], objectives: () => ['WEBSITE_CONVERSION'] },
	MAX_VIDEO_VIEW: { costTypes: ['CPV', 'CPM'], objectives: VIDEO_VIEWS },
	MAX_LEAD: {
		costTypes: ['CPM'],
		objectives: (campaign) => (isMessage(campaign) ? [] : ['LEAD_GENERATION']),
	},
	MAX_QUALIFIED_LEAD: { costTypes: ['CPM'], objectives: () => ['LEAD_GENERATION'], since: '202602' },
	TARGET_COST_PER_CLICK: { costTypes: ['CPC'], amount: 'target', objectives: CLICKS },
	TARGET_COST_PER_IMPRESSION: { costTypes: ['CPM'], amount: 'target', objectives: IMPRESSIONS },
	TARGET_COST_PER_VIDEO_VIEW: { costTypes: ['CPV'], amount: 'target', objectives: VIDEO_VIEWS },
	CAP_COST_AND_MAXIMIZE_CLICKS: { costTypes: ['CPM'], amount: 'cap', objectives: CLICKS },
	CAP_COST_AND_MAXIMIZE_IMPRESSIONS: { costTypes: ['CPM'], amount: 'cap', objectives: IMPRESSIONS },
	CAP_COST_AND_MAXIMIZE_VIDEO_VIEWS: { costTypes: ['CPM'], amount: 'cap', objectives: VIDEO_VIEWS },
};

/** Caps that only one or two sources mention: only the amount is known. */
const UNCONFIRMED_CAP: Target = { costTypes: ['CPC', 'CPM', 'CPV'], amount: 'cap' };

/** No target, or NONE: the bid itself; a video may be charged by view. */
const manual = ({ objectiveType, format }: Bidding): Target => ({
	costTypes:
		objectiveType === 'VIDEO_VIEW' || format === 'SINGLE_VIDEO' ? ['CPC', 'CPM', 'CPV'] : ['CPC', 'CPM'],
	amount: 'bid',
});

/** @returns undefined for a target that isn't in the table */
export function targetOf(campaign: Bidding): Target | undefined {
	const name = campaign.optimizationTargetType ?? 'NONE';
	if (name === 'NONE') return manual(campaign);
	if (name in TARGETS) return TARGETS[name];
	return /^CAP_COST_AND_MAXIMIZE_(LEADS|CONVERSIONS|REACH|QUALIFIED_LEADS)$/.test(name)
		? UNCONFIRMED_CAP
		: undefined;
}

/** @returns the incompatibilities, one sentence each */
export function mismatches(campaign: Bidding, version: string): string[] {
	const name = campaign.optimizationTargetType ?? 'NONE';
	const target = targetOf(campaign);
	if (target === undefined) return [`"${name}" is not an enum symbol`];
	const { costTypes, objectives, since = '' } = target;
	const objective = campaign.objectiveType;
	return [
		...(version < since ? [`"${name}" is not an enum symbol of version ${version}`] : []),
		...(objectives && objective !== undefined && !objectives(campaign).includes(objective)
			? [`${name} does not go with the objective ${objective} of ${campaign.type}`]
			: []),
		...(costTypes.includes(campaign.costType)
			? []
			: [`${name} does not go with the cost type ${campaign.costType}`]),
	];
}

/**
 * How the creatives of message ads may rotate: up to 202606 only evenly; from 202607 on LinkedIn may choose if the
 * objective is lead generation. For other objectives nothing is known, so the earlier rule applies.
 */
export function takesOptimizedRotation({ type, objectiveType }: Bidding, version: string): boolean {
	return type !== 'SPONSORED_INMAILS' || (version >= '202607' && objectiveType === 'LEAD_GENERATION');
}
