import { defineCase } from '../../../../../cases';
import { rule } from '../campaign/campaigns';
import { ACCOUNT, adsApp, currencyLookUp } from '../connection';

const price = (rest: string) => ({
	method: 'GET' as const,
	url: `/rest/adBudgetPricing?q=criteriaV2&account=urn%3Ali%3AsponsoredAccount%3A507404993&bidType=CPC&campaignType=SPONSORED_UPDATES&matchType=EXACT&targetingCriteria=(include:(and:List((or:(urn%3Ali%3AadTargetingFacet%3Alocations:List(urn%3Ali%3Ageo%3A103644278))))))${rest}`,
	restliMethod: 'FINDER',
});
const parameters = {
	account: ACCOUNT,
	costType: 'CPC',
	targetingCriteria: { rules: [rule('and', 'locations', '103644278')] },
};
const usd = { amount: expect.any(Number) as number, currency: 'USD' };
/** As LinkedIn sends them. */
const dollars = (amount: string) => ({ amount, currencyCode: 'USD' });
const range = { default: usd, min: usd, max: usd };

export default defineCase({
	operation: 'targeting:getBidPricing',
	cases: [
		{
			...adsApp,
			name: 'suggestion and limits as numbers',
			page: 'budgetPricing',
			parameters,
			wire: [price('')],
			out: [
				{ suggestedBid: range, bidLimits: { default: null, min: usd, max: usd }, dailyBudgetLimits: range },
			],
		},
		{
			...adsApp,
			name: "for an objective, an optimization and a daily budget in the account's currency; LinkedIn's own entity",
			page: 'budgetPricing',
			parameters: {
				...parameters,
				additionalFields: {
					objectiveType: 'WEBSITE_VISIT',
					optimizationTargetType: 'MAX_CLICK',
					dailyBudget: '50',
				},
				output: 'raw',
			},
			wire: [
				currencyLookUp(),
				price(
					'&objectiveType=WEBSITE_VISIT&optimizationTargetType=MAX_CLICK&dailyBudget=(amount:50,currencyCode:USD)',
				),
			],
			out: [
				expect.objectContaining({
					suggestedBid: { default: dollars('18.15'), max: dollars('29.04'), min: dollars('14.52') },
				}),
			],
		},
		{
			...adsApp,
			name: 'an unknown cost type, without a call',
			page: 'campaigns',
			about: 'costType',
			parameters: { ...parameters, costType: '={{ "CPA" }}' },
			wire: [],
			error: {
				message: 'Cost Type is "CPA", which is not an option',
				description: expect.stringContaining('CPC, CPM, CPV'),
			},
		},
	],
});
