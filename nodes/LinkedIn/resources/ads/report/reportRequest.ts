/** What an item requests from a report. */
import type { IDataObject } from 'n8n-workflow';

import { InputError } from '../../../transport/errors/inputError';
import type { RestliRequest } from '../../../transport/types';
import type { Call } from '../../operation';
import { plainText } from '../../values/plainText';
import { optionalOf } from '../fields/fields';
import { askReport, IDENTITY, type Reported } from './fetchReport';
import { filtersOf, type Chosen } from './filters';
import { checkMetricVersions, reportMetricsOf } from './metrics';
import {
	dateRangeOf,
	periodOf,
	previousOf,
	reportGranularity,
	type Granularity,
	type Period,
} from './period';
import { isOfAnalytics, pivotsOf, REVENUE_PIVOTS, type Pivot } from './pivots';
import {
	askRevenue,
	checkRevenueFilters,
	checkRevenuePeriod,
	REVENUE_FIELD,
	REVENUE_METRICS,
} from './rows/revenue';

export interface ReportRequest extends Chosen {
	pivots: Pivot[];
	metrics: string[];
	granularity: Granularity;
	period: Period;
	previous?: Period;
	resolveNames: boolean;
	/** @throws LinkedInError */
	ask: (period: Period) => Promise<Reported>;
}

/** @throws InputError; no call is made */
export function wantedOf(call: Call, nowMs: number): ReportRequest {
	const given = Object(call.parameter<unknown>('additionalFields', {})) as IDataObject;
	const chosen = filtersOf(optionalOf(call, 'account'), given);
	const period = periodOf(
		{
			dateRange: call.parameter<unknown>('dateRange', 'last30Days'),
			start: call.parameter<unknown>('start', ''),
			end: call.parameter<unknown>('end', ''),
		},
		call.timezone,
		nowMs,
	);
	const isCompared = call.parameter<unknown>('compare', false) === true;
	const resolveNames = call.parameter<unknown>('resolveNames', true) === true;
	const kind = isRevenue(call) ? revenueOf(call, chosen) : performanceOf(call, given, chosen);
	const previous = isCompared ? previousOf(period, kind.granularity) : undefined;
	if (isRevenue(call)) {
		checkRevenuePeriod(period, nowMs, 'The report');
		if (previous) checkRevenuePeriod(previous, nowMs, 'The previous period');
	}
	return { ...chosen, ...kind, period, previous, resolveNames };
}

function isRevenue(call: Call): boolean {
	const type = plainText(call.parameter<unknown>('reportType', 'performance'), 'Report Type');
	if (type === 'performance' || type === 'revenue') return type === 'revenue';
	throw new InputError('Report Type', `Report Type is "${type}"`, 'Enter performance or revenue.');
}

type Kind = Pick<ReportRequest, 'pivots' | 'metrics' | 'granularity' | 'ask'>;

function performanceOf(call: Call, given: IDataObject, { filters }: Chosen): Kind {
	const { linkedin, routing } = call;
	const pivots = pivotsOf(call.parameter<unknown>('pivots', ['CAMPAIGN']));
	const metrics = reportMetricsOf(
		{
			sets: call.parameter<unknown>('metricSets', ['delivery']),
			metrics: call.parameter<unknown>('metrics', []),
			further: given.furtherMetrics,
		},
		pivots,
	);
	checkMetricVersions(metrics, linkedin.version);
	const granularity = reportGranularity(call.parameter<unknown>('timeGranularity', 'ALL'));
	const request = (fields: string[], period: Period): RestliRequest => ({
		...routing,
		query: {
			...(isOfAnalytics(pivots)
				? { q: 'analytics', pivot: pivots[0].value }
				: { q: 'statistics', pivots: pivots.map(({ value }) => value) }),
			timeGranularity: granularity,
			dateRange: dateRangeOf(period),
			...filters,
			fields,
		},
	});
	const ask = async (period: Period) => await askReport(linkedin, { metrics, granularity, request }, period);
	return { pivots, metrics, granularity, ask };
}

function revenueOf({ linkedin, routing, parameter }: Call, { filters }: Chosen): Kind {
	const pivots = pivotsOf(parameter<unknown>('pivots', ['CAMPAIGN']), REVENUE_PIVOTS);
	const account = checkRevenueFilters(filters);
	const { campaignGroups, campaigns } = filters;
	const ask = async (period: Period) => {
		const rows = await askRevenue(
			linkedin,
			(form) => ({
				...routing,
				query: {
					q: 'attributedRevenueMetrics',
					pivots: pivots.map(({ value }) => value),
					account: form,
					dateRange: dateRangeOf(period),
					campaignGroups,
					campaigns,
					fields: [REVENUE_FIELD, ...IDENTITY],
				},
			}),
			account,
		);
		return { rows, isCut: false };
	};
	return { pivots, metrics: REVENUE_METRICS, granularity: 'ALL', ask };
}
