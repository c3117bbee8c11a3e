import { accountIdOf } from './access';
import { paramRefused } from './errors';
import { textHash } from './hash';
import { pivotValueOf } from './pivots';
import { dayOf, dayParts, readReportRange } from './reportDates';
import type { Answer, Call } from '../resource';
import type { ReportFact } from './reports';

/** What q=attributedRevenueMetrics accepts (docs.reports). */
const PIVOTS = ['ACCOUNT', 'CAMPAIGN_GROUP', 'CAMPAIGN'];
const FIELDS = ['revenueAttributionMetrics', 'dateRange', 'pivotValues'];
const LEAST_DAYS = 30;
const MOST_DAYS = 366;

/** Revenue from a connected CRM. `account` is one URN or a list of one: the documentation has both. */
export function attributedRevenue(call: Call): Answer {
	const { params, state, clock } = call;
	const pivots = pivotsOf(params.pivots);
	const account = accountOf(params.account);
	const today = dayOf(clock.now());
	const { from, to } = readReportRange(params.dateRange, clock.now());
	const length = to - from + 1;
	if (length < LEAST_DAYS || length > MOST_DAYS || from < today - MOST_DAYS) {
		throw paramRefused('INVALID_VALUE_FOR_FIELD', 'dateRange', '30 to 366 days within the last year');
	}
	const fields = call.fields ?? FIELDS.slice(0, 1);
	const unknown = fields.find((name) => !FIELDS.includes(name));
	if (unknown !== undefined) throw paramRefused('INVALID_VALUE_FOR_FIELD', 'fields', unknown);
	const filters = {
		campaign: numbersOf(call, 'campaigns'),
		campaignGroup: numbersOf(call, 'campaignGroups'),
	};
	const isOpen =
		state.ads.reports.crmAccounts.has(account) && state.ads.accounts.roleOf(account, call.member?.key);
	const found = new Map<string, { pivotValues: string[]; seed: number }>();
	const wanted = (ad: Partial<ReportFact>) =>
		Boolean(isOpen) &&
		ad.account === account &&
		(filters.campaign?.has(String(ad.campaign)) ?? true) &&
		(filters.campaignGroup?.has(String(ad.campaignGroup)) ?? true);
	for (const fact of state.ads.reports.facts({ from, to }, wanted)) {
		const pivotValues = pivots.map((pivot) => String(pivotValueOf(pivot, fact)));
		const key = pivotValues.join(' ');
		if (!found.has(key)) found.set(key, { pivotValues, seed: textHash(key) });
	}
	const dateRange = { start: dayParts(from), end: dayParts(to) };
	const elements = [...found.values()].map(({ pivotValues, seed }) => ({
		revenueAttributionMetrics: revenue(seed, to === today),
		dateRange,
		pivotValues,
	}));
	const pick = (element: Record<string, unknown>) =>
		Object.fromEntries(fields.map((name) => [name, element[name]]));
	return { status: 200, body: { elements: elements.map(pick), paging: { count: 10, links: [], start: 0 } } };
}

/** Open opportunities only exist for today. */
function revenue(seed: number, isUpToToday: boolean): Record<string, unknown> {
	const won = 1 + (seed % 200);
	return {
		returnOnAdSpend: (seed % 100) / 10,
		opportunityWinRate: 0.75,
		revenueWonInUsd: `${won * 10}.0`,
		closedWonOpportunities: won,
		averageDaysToClose: 75.5,
		averageDealSizeInUsd: '10.0',
		...(isUpToToday ? { openOpportunities: won * 2, opportunityAmountInUsd: `${won * 20}.0` } : {}),
	};
}

function pivotsOf(value: unknown): string[] {
	if (value === undefined) throw paramRefused('MISSING_FIELD', 'pivots');
	if (Array.isArray(value) && value.length > 0 && value.every((one) => PIVOTS.includes(String(one)))) {
		return value.map(String);
	}
	throw paramRefused('INVALID_VALUE_FOR_FIELD', 'pivots', `pivots is a list of ${PIVOTS.join(', ')}`);
}

function accountOf(value: unknown): string {
	if (value === undefined) throw paramRefused('MISSING_FIELD', 'account');
	const one: unknown = Array.isArray(value) && value.length === 1 ? value[0] : value;
	const id = typeof one === 'string' && one.startsWith('urn:') ? accountIdOf(one) : undefined;
	if (id !== undefined) return id;
	throw paramRefused('INVALID_VALUE_FOR_FIELD', 'account', 'account is a sponsoredAccount URN');
}

function numbersOf({ params }: Call, name: string): Set<string> | undefined {
	const value = params[name];
	if (value === undefined) return undefined;
	const form = /^urn:li:sponsoredCampaign(?:Group)?:(\d+)$/;
	const numbers = [value].flat().map((urn) => form.exec(String(urn))?.[1]);
	if (numbers.every((number) => number !== undefined)) return new Set(numbers);
	throw paramRefused('INVALID_VALUE_FOR_FIELD', name, `${name} is a list of URNs`);
}
