import { mixed, textHash } from './hash';
import { AVERAGES, COUNTS, DECIMAL, MONEY, REACH } from './metrics';
import { isOfTheAd, pivotValueOf } from './pivots';
import { reportBucket, type Days, type ReportGranularity } from './reportDates';
import type { ReportFact } from './reports';

// In jest, each access to a global takes longer than the arithmetic.
const { round } = Math;

/** Money is summed in whole hundred-thousandths of a unit, so that every split adds up. */
const UNITS = 100_000;
/** The value of one unit of a currency in USD. */
const IN_USD: Record<string, number> = { AUD: 0.66, CAD: 0.73, EUR: 1.09, GBP: 1.27, USD: 1 };

export interface Row {
	days: Days;
	pivotValues: string[];
	/** By metric name; text for money. Metrics without a value are absent. */
	metrics: Record<string, number | string>;
}

interface RowQuery {
	pivots: string[];
	metrics: string[];
	granularity: ReportGranularity;
	counted: Days;
}

/**
 * Rows by date and pivot values, in order of date. A row that is zero in all metrics doesn't exist.
 * @param currencyOf of an account's number
 */
export function reportRows(
	facts: Iterable<ReportFact>,
	query: RowQuery,
	currencyOf: (account: string) => string,
): Row[] {
	const { metrics } = query;
	const valuesOf = metrics.map((metric) => meter(metric, currencyOf));
	const sums = new Map<string, Sum>();
	const isOneRowAnAd = query.granularity === 'ALL' && query.pivots.every(isOfTheAd);
	let before: { fact: ReportFact; sum: Sum | undefined } | undefined;
	for (const fact of facts) {
		const sum = isOneRowAnAd && before?.fact === fact ? before.sum : sumOf(sums, fact, query);
		before = { fact, sum };
		if (!sum) continue;
		const views = viewsOf(fact);
		sum.views += views;
		for (let at = 0; at < valuesOf.length; at += 1) sum.totals[at] += valuesOf[at](fact, views);
	}
	return [...sums.values()]
		.map(({ days, pivotValues, totals, views }) => ({
			days,
			pivotValues,
			metrics: shown(metrics, totals, views),
		}))
		.filter((row) => Object.values(row.metrics).some((value) => Number(value) !== 0))
		.sort((a, b) => a.days.from - b.days.from);
}

interface Sum {
	days: Days;
	pivotValues: string[];
	totals: number[];
	views: number;
}

/** The row of a fact; undefined if its ad has no value for a pivot. */
function sumOf(
	sums: Map<string, Sum>,
	fact: ReportFact,
	{ pivots, metrics, granularity, counted }: RowQuery,
): Sum | undefined {
	const pivotValues = pivots.map((pivot) => pivotValueOf(pivot, fact));
	if (!pivotValues.every((value) => value !== undefined)) return undefined;
	const days = granularity === 'ALL' ? counted : reportBucket(fact.day, counted, granularity);
	const key = `${days.from} ${pivotValues.join(' ')}`;
	let sum = sums.get(key);
	if (!sum) {
		sum = { days, pivotValues, totals: metrics.map(() => 0), views: 0 };
		sums.set(key, sum);
	}
	return sum;
}

function viewsOf({ metrics, seed }: ReportFact): number {
	return metrics ? (metrics.impressions ?? 0) : 20 + (seed % 400);
}

/** A number from 0 up to 1. */
const share = (seed: number) => mixed(seed) / 4_294_967_296;

/** Reads one metric of a fact as a whole number: a count, or money in hundred-thousandths. */
function meter(
	metric: string,
	currencyOf: (account: string) => string,
): (fact: ReportFact, views: number) => number {
	const scale = MONEY.includes(metric) ? UNITS : 1;
	const generated = generator(metric, currencyOf);
	return (fact, views) =>
		fact.metrics ? round((fact.metrics[metric] ?? 0) * scale) : generated(fact, views);
}

function generator(
	metric: string,
	currencyOf: (account: string) => string,
): (fact: ReportFact, views: number) => number {
	const cost = (seed: number, views: number) => round(views * (0.01 + 0.02 * share(seed)) * UNITS);
	const own = textHash(metric);
	if (metric === 'impressions') return (_fact, views) => views;
	if (metric === 'costInLocalCurrency') return ({ seed }, views) => cost(seed, views);
	if (metric === 'costInUsd') {
		return ({ seed, account }, views) => round(cost(seed, views) * (IN_USD[currencyOf(account)] ?? 1));
	}
	if (metric === 'conversionValueInLocalCurrency') {
		return ({ seed }, views) => round(views * 0.1 * share(seed ^ own) * UNITS);
	}
	const twiceTheRate = (COUNTS[metric] ?? 0) * 2;
	return ({ seed }, views) => round(views * twiceTheRate * share(seed ^ own));
}

function shown(metrics: string[], totals: number[], views: number): Row['metrics'] {
	return Object.fromEntries(
		metrics.flatMap((metric, at): Array<[string, number | string]> => {
			if (MONEY.includes(metric)) return [[metric, String(totals[at] / UNITS)]];
			// People see an ad more than once, so their number grows more slowly than the views.
			if (REACH.includes(metric)) return [[metric, round(views ** 0.9)]];
			if (AVERAGES.includes(metric)) {
				const average = round(views ** 0.5 * 10) / 10;
				return [[metric, metric === 'costPerQualifiedLead' ? String(average) : average]];
			}
			if (!(metric in COUNTS)) return [];
			return [[metric, DECIMAL.test(metric) ? String(totals[at]) : totals[at]]];
		}),
	);
}
