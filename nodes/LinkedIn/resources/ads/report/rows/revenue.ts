/**
 * Attributed revenue: what LinkedIn calculates from a CRM that is connected in Business Manager.
 * @see docs.reports
 */
import { isEntity } from '../../../../transport/answers/readEntity';
import { InputError } from '../../../../transport/errors/inputError';
import type { RestliValue } from '../../../../transport/restli/value';
import { counted } from '../../../../transport/text/counted';
import type { LinkedInClient, RestliRequest } from '../../../../transport/types';
import { asItIs, elementsOf } from '../../../statistics';
import { dayText } from '../../../values/days';
import type { Filters } from '../filters';
import { DAY_MS, daysIn, type Period } from '../period';
import type { Row } from './merge';

export const REVENUE_METRICS = [
	'revenueWonInUsd',
	'returnOnAdSpend',
	'closedWonOpportunities',
	'opportunityWinRate',
	'averageDealSizeInUsd',
	'averageDaysToClose',
	'openOpportunities',
	'opportunityAmountInUsd',
];

/** LinkedIn's member that contains all of them. */
export const REVENUE_FIELD = 'revenueAttributionMetrics';

const FEWEST_DAYS = 30;
const MOST_DAYS = 366;

/** @throws InputError for days without revenue data, before any call */
export function checkRevenuePeriod(period: Period, nowMs: number, what: string): void {
	const days = daysIn(period);
	if (days < FEWEST_DAYS || days > MOST_DAYS) {
		throw new InputError(
			'Date Range',
			`${what} has ${counted(days, 'day')}, but attributed revenue needs ${FEWEST_DAYS} to ${MOST_DAYS}`,
			'Choose another range, e.g. Last 90 Days.',
		);
	}
	if (period.startMs < nowMs - (MOST_DAYS + 1) * DAY_MS) {
		throw new InputError(
			'Date Range',
			`${what} starts on ${dayText(period.startMs)}, but attributed revenue goes back only one year`,
			'Choose a later start.',
		);
	}
}

/**
 * The single account that this finder accepts.
 * @throws InputError for filters that it doesn't have, before any call
 */
export function checkRevenueFilters({ accounts, creatives, shares }: Filters): string {
	if (accounts?.length !== 1) {
		throw new InputError(
			'Account',
			`Attributed revenue needs exactly one ad account, not ${accounts?.length ?? 0}`,
			'Choose one, and use one item for each.',
		);
	}
	if (!creatives && !shares) return accounts[0];
	throw new InputError(
		creatives ? 'Creatives' : 'Shares',
		"LinkedIn doesn't provide attributed revenue for creatives or shares",
		'Leave the field out, or choose campaigns or campaign groups.',
	);
}

/**
 * The rows of a period, one call; two if LinkedIn refuses the first form of the account, which its page shows as a URN
 * in one place and as a list in another.
 * @throws LinkedInError
 */
export async function askRevenue(
	linkedin: LinkedInClient,
	requestFor: (account: RestliValue) => RestliRequest,
	account: string,
): Promise<Row[]> {
	const { learnt } = linkedin.memory.grant;
	const ask = async (form: 'single' | 'list') =>
		await elementsOf(linkedin, requestFor(form === 'single' ? account : [account]), asItIs);
	const form = learnt.revenueAccount ?? 'single';
	const asked = await ask(form);
	if (asked.ok) return asked.elements.map(flattened);
	if (asked.error.details.status === 400 && !learnt.revenueAccount) {
		const other = form === 'single' ? 'list' : 'single';
		const again = await ask(other);
		if (again.ok) {
			learnt.revenueAccount = other;
			return again.elements.map(flattened);
		}
	}
	throw asked.error;
}

/** A row with the revenue metrics beside pivots and dates, as in all other reports. */
function flattened({ [REVENUE_FIELD]: metrics, ...row }: Row): Row {
	return { ...row, ...(isEntity(metrics) ? metrics : {}) };
}
