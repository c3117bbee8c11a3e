import { attributedRevenue } from '../../ads/attributedRevenue';
import { paramRefused } from '../../ads/errors';
import { facetFilter, REPORT_FACETS } from '../../ads/facetFilter';
import { BY_EVENT_STAGE, isMetricOf, NOT_BY_MEMBER } from '../../ads/metrics';
import { isByMember, isOfStatisticsOnly, PIVOTS } from '../../ads/pivots';
import { countedDays, dayParts, GRANULARITIES, readReportRange } from '../../ads/reportDates';
import { reportRows } from '../../ads/reportRows';
import type { Answer, Call, Resource } from '../../resource';

const SCOPES = ['r_ads_reporting'];
const COMMON = ['timeGranularity', 'dateRange', ...REPORT_FACETS];
const USUAL_FIELDS = ['impressions', 'clicks'];
/** The fields that identify a row, without metrics. */
const OF_THE_ROW = ['dateRange', 'pivotValues'];
/** The fields that identify rows count too (docs/behaviour.md#reports). */
const MOST_FIELDS = 20;
const MOST_PIVOTS = 3;
const MOST_ROWS = 15_000;

/** /rest/adAnalytics: reports. Nothing is paged, and without a role the report is empty (docs.reports). */
export const adAnalytics: Resource = {
	path: '/rest/adAnalytics',
	permission: 'partnerApiAdAnalytics',
	finders: {
		analytics: {
			scopes: SCOPES,
			params: ['pivot', ...COMMON],
			handle: (call) => report(call, [readOnlyPivot(call)]),
		},
		statistics: {
			scopes: SCOPES,
			params: ['pivots', ...COMMON],
			handle: (call) => report(call, readPivots(call)),
		},
		attributedRevenueMetrics: {
			scopes: SCOPES,
			params: ['pivots', 'account', 'campaigns', 'campaignGroups', 'dateRange'],
			handle: attributedRevenue,
		},
	},
};

function readPivot(value: unknown, field: string): string {
	if (value === undefined) throw paramRefused('MISSING_FIELD', field);
	if (typeof value === 'string' && PIVOTS.includes(value)) return value;
	throw paramRefused('INVALID_VALUE_FOR_FIELD', field, `${JSON.stringify(value)} is no pivot`);
}

function readOnlyPivot({ params }: Call): string {
	const pivot = readPivot(params.pivot, 'pivot');
	if (!isOfStatisticsOnly(pivot)) return pivot;
	throw paramRefused('INVALID_VALUE_FOR_FIELD', 'pivot', `${pivot} is no pivot of this finder`);
}

function readPivots({ params }: Call): string[] {
	const { pivots } = params;
	if (pivots === undefined) throw paramRefused('MISSING_FIELD', 'pivots');
	if (!Array.isArray(pivots) || pivots.length === 0 || pivots.length > MOST_PIVOTS) {
		throw paramRefused('INVALID_VALUE_FOR_FIELD', 'pivots', `pivots is a list of 1 to ${MOST_PIVOTS}`);
	}
	return pivots.map((pivot) => readPivot(pivot, 'pivots'));
}

function report(call: Call, pivots: string[]): Answer {
	const { state, params, clock } = call;
	const granularity = GRANULARITIES.find((one) => one === params.timeGranularity);
	if (params.timeGranularity === undefined) throw paramRefused('MISSING_FIELD', 'timeGranularity');
	if (!granularity) throw paramRefused('INVALID_VALUE_FOR_FIELD', 'timeGranularity');
	const fields = call.fields ?? USUAL_FIELDS;
	const metrics = readMetrics(call, fields, pivots);
	const range = readReportRange(params.dateRange, clock.now());
	const counted = countedDays(range, granularity, pivots.some(isByMember), clock.now());
	const facts = state.ads.reports.facts(counted, facetFilter(call));
	const currencyOf = (account: string) => state.ads.accounts.find(account)?.currency ?? 'USD';
	const rows = reportRows(facts, { pivots, metrics, granularity, counted }, currencyOf).slice(0, MOST_ROWS);
	state.ads.reports.throttle.take(call.app.clientId, rows.length * metrics.length);
	const elements = rows.map(({ days, pivotValues, metrics: values }) => ({
		...values,
		...(fields.includes('dateRange')
			? { dateRange: { start: dayParts(days.from), end: dayParts(days.to) } }
			: {}),
		...(fields.includes('pivotValues') ? { pivotValues } : {}),
	}));
	return { status: 200, body: { elements, paging: { count: 10, links: [], start: 0 } } };
}

/** @throws ApiError 400 for unknown names, more than 20 fields, and metrics that a pivot doesn't have */
function readMetrics({ version = '' }: Call, fields: string[], pivots: string[]): string[] {
	const metrics = [...new Set(fields)].filter((name) => !OF_THE_ROW.includes(name));
	const unknown = metrics.find((name) => !isMetricOf(version, name));
	if (unknown !== undefined) {
		throw paramRefused('INVALID_VALUE_FOR_FIELD', 'fields', `${unknown} is no field of this resource`);
	}
	const asked = new Set(fields).size;
	if (asked > MOST_FIELDS) {
		throw paramRefused('FIELD_VALUE_TOO_HIGH', 'fields', `${asked} fields are more than ${MOST_FIELDS}`);
	}
	const closed = pivots.some(isByMember) ? metrics.find((name) => NOT_BY_MEMBER.includes(name)) : undefined;
	if (closed !== undefined) {
		throw paramRefused('INVALID_VALUE_FOR_FIELD', 'fields', `${closed} is not available with MEMBER pivots`);
	}
	if (pivots.includes('EVENT_STAGE') && !metrics.every((name) => BY_EVENT_STAGE.test(name))) {
		throw paramRefused('INVALID_VALUE_FOR_FIELD', 'fields', 'EVENT_STAGE splits metrics of events only');
	}
	return metrics;
}
