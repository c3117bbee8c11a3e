import { requireAccount } from '../../ads/access';
import { paramRefused } from '../../ads/errors';
import { chance } from '../../ads/hash';
import { readTargeting } from '../../ads/targetingParams';
import type { RestliValue } from '../../restli';
import type { Answer, Call, Resource } from '../../resource';

const ENUMS: Record<string, string[]> = {
	bidType: ['CPM', 'CPC', 'CPV'],
	campaignType: ['TEXT_AD', 'SPONSORED_UPDATES', 'SPONSORED_INMAILS', 'DYNAMIC'],
	matchType: ['EXACT', 'AUDIENCE_EXPANDED'],
};
const REQUIRED = ['account', 'bidType', 'campaignType'];

/**
 * /rest/adBudgetPricing (docs.budgetPricing); which parameters are required is unconfirmed
 * (docs/behaviour.md#bid-pricing).
 */
export const adBudgetPricing: Resource = {
	path: '/rest/adBudgetPricing',
	permission: 'partnerApiAdBudgetPricing',
	finders: {
		criteriaV2: {
			scopes: ['r_ads', 'rw_ads'],
			params: [
				...REQUIRED,
				'matchType',
				'targetingCriteria',
				'objectiveType',
				'optimizationTargetType',
				'dailyBudget',
			],
			handle: price,
		},
	},
};

function price(call: Call): Answer {
	const { params } = call;
	for (const name of REQUIRED) {
		if (params[name] === undefined) throw paramRefused('MISSING_FIELD', name);
	}
	for (const [name, values] of Object.entries(ENUMS)) {
		if (params[name] !== undefined && !values.includes(String(params[name]))) {
			throw paramRefused('INVALID_VALUE_FOR_FIELD', name, `${name} is one of ${values.join(', ')}`);
		}
	}
	const { currency } = requireAccount(call, params.account, 'read');
	const targeting = readTargeting(call);
	checkBudget(params.dailyBudget, currency);
	const money = (amount: number) => ({ amount: amount.toFixed(2), currencyCode: currency });
	const bid = 5 + 20 * chance(JSON.stringify(targeting), String(params.bidType));
	const element = {
		suggestedBid: { default: money(bid), min: money(bid * 0.8), max: money(bid * 1.6) },
		bidLimits: { min: money(2), max: money(500) },
		dailyBudgetLimits: { default: money(50), min: money(10), max: money(50_000) },
	};
	return { status: 200, body: { elements: [element], paging: { count: 10, links: [], start: 0 } } };
}

/** `(amount:50,currencyCode:USD)`, in the currency of the account. @throws ApiError 400 */
function checkBudget(value: RestliValue | undefined, currency: string): void {
	if (value === undefined) return;
	const { amount, currencyCode, ...others } =
		typeof value === 'object' && !Array.isArray(value) ? value : { other: '' };
	if (!/^\d+(\.\d+)?$/.test(String(amount)) || Object.keys(others).length > 0) {
		throw paramRefused('INVALID_VALUE_FOR_FIELD', 'dailyBudget', 'It is (amount:50,currencyCode:USD)');
	}
	if (currencyCode !== currency) {
		throw paramRefused('CURRENCY_MISMATCH', 'dailyBudget', `The account is in ${currency}`);
	}
}
