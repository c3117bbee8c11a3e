import { biddingOf } from '../../../../../../nodes/LinkedIn/resources/ads/campaign/bidding';
import type { CampaignType, CostType } from '../../../../../../nodes/LinkedIn/resources/ads/campaign/fields';
import { OBJECTIVES } from '../../../../../../nodes/LinkedIn/resources/ads/fields/objective';
import { whyNotDelivering } from '../../../../../simulator/ads/delivery';

/**
 * Any combination of a new campaign's fields is either refused before any call or could deliver
 * (docs.budgetCombinations).
 */

const TYPES: CampaignType[] = ['DYNAMIC', 'SPONSORED_INMAILS', 'SPONSORED_UPDATES', 'TEXT_AD'];
const COST_TYPES: CostType[] = ['CPC', 'CPM', 'CPV'];
const TARGETS = [
	undefined,
	'NONE',
	'ENHANCED_CONVERSION',
	...['CLICK', 'CONVERSION', 'IMPRESSION', 'LEAD', 'QUALIFIED_LEAD', 'REACH', 'VIDEO_VIEW'].map(
		(what) => `MAX_${what}`,
	),
	...['CLICK', 'IMPRESSION', 'VIDEO_VIEW'].map((what) => `TARGET_COST_PER_${what}`),
	...['CLICKS', 'IMPRESSIONS', 'VIDEO_VIEWS', 'LEADS'].map((what) => `CAP_COST_AND_MAXIMIZE_${what}`),
];
const usd = (amount: string) => ({ amount, currencyCode: 'USD' });

test.each(TYPES)('%s', (type) => {
	const bad: string[] = [];
	const counts = { refused: 0, made: 0 };
	for (const objective of [...OBJECTIVES, undefined]) {
		for (const costType of COST_TYPES)
			for (const target of TARGETS)
				for (const bid of [undefined, '5'])
					for (const format of [undefined, 'SINGLE_VIDEO'])
						for (const conversions of [0, 1]) {
							const bidding = biddingOf(
								{ costType, bid, target },
								{ type, objective, format, hasConversion: conversions > 0 },
							);
							if (bidding.problems.length > 0) {
								counts.refused += 1;
								continue;
							}
							counts.made += 1;
							const reasons = whyNotDelivering(
								{
									type,
									objectiveType: objective,
									format: format ?? 'SPOTLIGHT',
									costType: bidding.costType,
									unitCost: bidding.amount === undefined ? undefined : usd(bidding.amount),
									optimizationTargetType: bidding.target,
									creativeSelection: 'ROUND_ROBIN',
									status: 'DRAFT',
									dailyBudget: usd('50'),
									totalBudget: usd('500'),
									locale: {},
									runSchedule: { start: 1 },
									offsiteDeliveryEnabled: false,
									politicalIntent: 'NOT_POLITICAL',
									targetingCriteria: {
										include: { and: [{ or: { 'urn:li:adTargetingFacet:locations': [] } }] },
									},
								},
								{ version: '202609', group: 'ACTIVE', conversions },
							);
							if (reasons.length > 0) {
								bad.push(`${objective} ${costType} ${target} ${bid} ${format}: ${reasons.join('; ')}`);
							}
						}
	}
	expect(bad).toEqual([]);
	expect(counts.made).toBeGreaterThan(100);
	expect(counts.refused).toBeGreaterThan(100);
});

test('without a bid and a target every objective of every type is made', () => {
	for (const type of TYPES)
		for (const objective of OBJECTIVES)
			for (const costType of COST_TYPES)
				expect(
					biddingOf(
						{ costType, bid: undefined, target: undefined },
						{ type, objective, format: undefined, hasConversion: false },
					).problems,
				).toEqual([]);
});
