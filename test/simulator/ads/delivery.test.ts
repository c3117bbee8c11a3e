import { whyNotDelivering } from './delivery';

/** docs.budgetCombinations, docs/behaviour.md#bids-of-0 */

const usd = (amount: string) => ({ amount, currencyCode: 'USD' });
const PLACE = { 'urn:li:adTargetingFacet:locations': ['urn:li:geo:103644278'] };
const visits = {
	type: 'SPONSORED_UPDATES',
	objectiveType: 'WEBSITE_VISIT',
	costType: 'CPM',
	unitCost: usd('0'),
	optimizationTargetType: 'MAX_CLICK',
	status: 'DRAFT',
	dailyBudget: usd('50'),
	locale: { country: 'US', language: 'en' },
	runSchedule: { start: 1 },
	creativeSelection: 'OPTIMIZED',
	offsiteDeliveryEnabled: false,
	politicalIntent: 'NOT_POLITICAL',
	targetingCriteria: { include: { and: [{ or: PLACE }] } },
};
const why = (
	more: object,
	around: Partial<{ version: string; group: string; conversions: number }> = {},
): string[] =>
	whyNotDelivering({ ...visits, ...more }, { version: '202609', group: 'ACTIVE', conversions: 0, ...around });

const none = { optimizationTargetType: 'NONE' };
const conversions = { objectiveType: 'WEBSITE_CONVERSION', optimizationTargetType: 'MAX_CONVERSION' };
const message = { type: 'SPONSORED_INMAILS', objectiveType: 'LEAD_GENERATION' };
const impressions = { optimizationTargetType: 'MAX_IMPRESSION' };

it.each<[string, object, Parameters<typeof why>[1]?]>([
	['automatic bidding', {}],
	['a bid by hand', { ...none, costType: 'CPC', unitCost: usd('5') }],
	['a bid by hand, without a target', { optimizationTargetType: undefined, unitCost: usd('5') }],
	['text without a bid', { ...none, type: 'TEXT_AD', unitCost: undefined }],
	['a video charged by view', { ...none, objectiveType: 'VIDEO_VIEW', costType: 'CPV', unitCost: usd('1') }],
	['conversions', conversions, { conversions: 1 }],
	['messages that LinkedIn picks', { ...message, ...impressions }],
	['messages that take turns', { ...message, ...impressions, creativeSelection: 'ROUND_ROBIN' }],
	[
		'a cap that two sources name',
		{ optimizationTargetType: 'CAP_COST_AND_MAXIMIZE_LEADS', unitCost: usd('9') },
	],
	['dynamic ads', { type: 'DYNAMIC', format: 'SPOTLIGHT', totalBudget: usd('500') }],
])('%s could deliver', (_what, more, ...[around]) => {
	expect(why(more, around)).toEqual([]);
});

it.each<[string, object, RegExp, Parameters<typeof why>[1]?]>([
	['a bid of 0', none, /^The bid is 0$/],
	['no target and a bid of 0', { optimizationTargetType: undefined }, /^The bid is 0$/],
	['no bid at all', { ...none, unitCost: undefined }, /^The bid is 0$/],
	['text with a bid of 0', { ...none, type: 'TEXT_AD' }, /^The bid is 0$/],
	[
		'a target of 0',
		{ optimizationTargetType: 'TARGET_COST_PER_CLICK', costType: 'CPC' },
		/^The target is 0$/,
	],
	['a cap of 0', { optimizationTargetType: 'CAP_COST_AND_MAXIMIZE_CLICKS' }, /^The cap is 0$/],
	['an enhanced bid of 0', { optimizationTargetType: 'ENHANCED_CONVERSION' }, /^The bid is 0$/],
	['a target of another objective', impressions, /does not go with the objective WEBSITE_VISIT/],
	['leads by message', { ...message, optimizationTargetType: 'MAX_LEAD' }, /of SPONSORED_INMAILS$/],
	['a cost type the target does not have', { costType: 'CPC' }, /does not go with the cost type CPC/],
	['views without a video', { ...none, costType: 'CPV', unitCost: usd('1') }, /cost type CPV/],
	['an unknown target', { optimizationTargetType: 'MAX_LUCK' }, /not an enum symbol/],
	[
		'qualified leads before 202602',
		{ objectiveType: 'LEAD_GENERATION', optimizationTargetType: 'MAX_QUALIFIED_LEAD' },
		/of version 202601/,
		{ version: '202601' },
	],
	['conversions without one', conversions, /needs an associated conversion/],
	[
		'messages that LinkedIn picks before 202607',
		{ ...message, ...impressions },
		/rotate/,
		{ version: '202606' },
	],
	['messages that LinkedIn picks for visits', { type: 'SPONSORED_INMAILS' }, /rotate/],
	['no start', { runSchedule: undefined }, /runSchedule.start/],
	['what is over', { status: 'ARCHIVED' }, /It is ARCHIVED/],
	['what is paused in a draft group', { status: 'PAUSED' }, /only drafts/, { group: 'DRAFT' }],
	['no budget', { dailyBudget: undefined }, /no budget/],
	['too little a day', { dailyBudget: usd('9') }, /Less than 10 a day/],
	['too little in all', { dailyBudget: undefined, totalBudget: usd('99') }, /Less than 100 in all/],
	['less in all than a day', { dailyBudget: usd('200'), totalBudget: usd('150') }, /Less in all than a day/],
	['dynamic ads with one budget', { type: 'DYNAMIC', format: 'JOBS' }, /both budgets/],
	['dynamic ads without a format', { type: 'DYNAMIC', totalBudget: usd('500') }, /need a format/],
	['no place', { targetingCriteria: { include: { and: [{ or: {} }] } } }, /no place/],
	['no word on the network', { offsiteDeliveryEnabled: undefined }, /audience network/],
	['no political intent', { politicalIntent: undefined }, /political intent/],
	['no locale', { locale: undefined }, /no locale/],
])('%s could not', (_what, more, reason, ...[around]) => {
	expect(why(more, around)).toEqual([expect.stringMatching(reason)]);
});
