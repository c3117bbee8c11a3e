/** The days of a report. LinkedIn takes both ends as part of the range. */
import { DateTime } from 'luxon';

import { InputError } from '../../../transport/errors/inputError';
import type { RestliValue } from '../../../transport/restli/value';
import { calendarDay, dayText, readDay } from '../../values/days';
import { plainText } from '../../values/plainText';

/** First and last day, each the epoch milliseconds of its midnight UTC. */
export interface Period {
	startMs: number;
	endMs: number;
}

export const GRANULARITIES = ['ALL', 'DAILY', 'MONTHLY', 'YEARLY'] as const;
export type Granularity = (typeof GRANULARITIES)[number];

export const DAY_MS = 86_400_000;
/** LinkedIn was founded then. */
const EARLIEST_MS = Date.UTC(2003, 0);
/** A range may end with the year or the campaign. */
const FURTHEST_AHEAD_MS = 3_660 * DAY_MS;

type Days = (today: DateTime) => [start: DateTime, end: DateTime];

const lastDays =
	(count: number): Days =>
	(today) => [today.minus({ days: count }), today.minus({ days: 1 })];
const current =
	(unit: 'week' | 'month' | 'quarter' | 'year'): Days =>
	(today) => [today.startOf(unit), today];
const last =
	(unit: 'week' | 'month' | 'quarter' | 'year'): Days =>
	(today) => {
		const end = today.startOf(unit).minus({ days: 1 });
		return [end.startOf(unit), end];
	};

const RELATIVE: Record<string, { name: string; days: Days }> = {
	last14Days: { name: 'Last 14 Days', days: lastDays(14) },
	last30Days: { name: 'Last 30 Days', days: lastDays(30) },
	last7Days: { name: 'Last 7 Days', days: lastDays(7) },
	last90Days: { name: 'Last 90 Days', days: lastDays(90) },
	lastMonth: { name: 'Last Month', days: last('month') },
	lastQuarter: { name: 'Last Quarter', days: last('quarter') },
	lastWeek: { name: 'Last Week', days: last('week') },
	lastYear: { name: 'Last Year', days: last('year') },
	thisMonth: { name: 'This Month', days: current('month') },
	thisQuarter: { name: 'This Quarter', days: current('quarter') },
	thisWeek: { name: 'This Week', days: current('week') },
	thisYear: { name: 'This Year', days: current('year') },
	today: { name: 'Today', days: (today) => [today, today] },
	yesterday: { name: 'Yesterday', days: lastDays(1) },
};

export const DATE_RANGE_OPTIONS = [
	{ name: 'Custom', value: 'custom' },
	...Object.entries(RELATIVE).map(([value, { name }]) => ({ name, value })),
];

/** The values of the fields of an item. */
export interface GivenDays {
	dateRange: unknown;
	start: unknown;
	end: unknown;
}

/**
 * @param timezone decides which day is today
 * @throws InputError for an unknown range, an invalid day, and a start after the end
 */
export function periodOf({ dateRange, start, end }: GivenDays, timezone: string, nowMs: number): Period {
	const today = DateTime.fromMillis(nowMs, { zone: timezone }).startOf('day');
	const name = plainText(dateRange, 'Date Range');
	const relative = Object.hasOwn(RELATIVE, name) ? RELATIVE[name] : undefined;
	if (relative) {
		const [first, final] = relative.days(today);
		return { startMs: midnightOf(first), endMs: midnightOf(final) };
	}
	if (name !== 'custom') {
		throw new InputError('Date Range', `Date Range is "${name}"`, 'Choose one from the list.');
	}
	const startMs = readDay(start, 'Start Date');
	const endMs = readDay(end, 'End Date') ?? midnightOf(today);
	if (startMs === undefined) {
		throw new InputError('Start Date', 'Start Date is empty', 'Enter the first day of the report.');
	}
	for (const [field, ms] of Object.entries({ 'Start Date': startMs, 'End Date': endMs })) {
		if (ms >= EARLIEST_MS && ms <= midnightOf(today) + FURTHEST_AHEAD_MS) continue;
		throw new InputError(
			field,
			`${field} is ${dayText(ms)}, but LinkedIn has no reports for that day`,
			'LinkedIn keeps ten years, or two for pivots that start with Member.',
		);
	}
	if (startMs <= endMs) return { startMs, endMs };
	throw new InputError(
		'Start Date',
		`Start Date ${dayText(startMs)} is after End Date ${dayText(endMs)}`,
		'Both days are included. For a single day, enter it twice.',
	);
}

/** @throws InputError for an invalid value from an expression */
export function reportGranularity(value: unknown): Granularity {
	const given = plainText(value, 'Time Interval').toUpperCase();
	const found = GRANULARITIES.find((granularity) => granularity === given);
	if (found) return found;
	throw new InputError(
		'Time Interval',
		`Time Interval is "${given}", but must be one of ${GRANULARITIES.join(', ')}`,
		'Choose one from the list.',
	);
}

/** Midnight UTC of the local day. */
function midnightOf({ year, month, day }: DateTime): number {
	return Date.UTC(year, month - 1, day);
}

const utc = (ms: number) => DateTime.fromMillis(ms, { zone: 'utc' });

/** How many days, including both ends. */
export function daysIn({ startMs, endMs }: Period): number {
	return (endMs - startMs) / DAY_MS + 1;
}

/**
 * The period of the same length directly before: the same number of months or years if the rows are months or years or
 * the period consists of whole months; otherwise the same number of days.
 */
export function previousOf(period: Period, granularity: Granularity): Period {
	const [start, end] = [utc(period.startMs), utc(period.endMs)];
	const endsMonth = end.plus({ days: 1 }).day === 1;
	const months = (end.year - start.year) * 12 + end.month - start.month + 1;
	if (granularity === 'YEARLY') return shifted(period, { years: end.year - start.year + 1 }, endsMonth);
	if (granularity === 'MONTHLY') return shifted(period, { months }, endsMonth);
	if (granularity === 'ALL' && start.day === 1 && endsMonth) return shifted(period, { months }, true);
	const lengthMs = daysIn(period) * DAY_MS;
	return { startMs: period.startMs - lengthMs, endMs: period.endMs - lengthMs };
}

/** The end of a month stays the end of a month. */
function shifted(
	{ startMs, endMs }: Period,
	by: { months?: number; years?: number },
	endsMonth: boolean,
): Period {
	const end = utc(endMs).minus(by);
	return {
		startMs: utc(startMs).minus(by).toMillis(),
		endMs: midnightOf(endsMonth ? end.endOf('month') : end),
	};
}

/**
 * The place of a row in its period: day, month or year after the first one.
 * @param rowStartMs first day of the row; undefined where LinkedIn names none
 */
export function placeOf(
	rowStartMs: number | undefined,
	{ startMs }: Period,
	granularity: Granularity,
): number {
	if (granularity === 'ALL' || rowStartMs === undefined) return 0;
	if (granularity === 'DAILY') return Math.round((rowStartMs - startMs) / DAY_MS);
	const [row, start] = [utc(rowStartMs), utc(startMs)];
	const years = row.year - start.year;
	return granularity === 'YEARLY' ? years : years * 12 + row.month - start.month;
}

/** `dateRange` as LinkedIn takes it. */
export function dateRangeOf({ startMs, endMs }: Period): RestliValue {
	return { start: { ...calendarDay(startMs) }, end: { ...calendarDay(endMs) } };
}

/** LinkedIn keeps single days for this long; older ones count as whole months if the report isn't split by time. */
const MONTHS_OF_SINGLE_DAYS = 6;

/** Whether LinkedIn answers for more days than requested. */
export function isRounded({ startMs, endMs }: Period, granularity: Granularity, nowMs: number): boolean {
	const oldest = utc(nowMs).minus({ months: MONTHS_OF_SINGLE_DAYS });
	const [start, afterEnd] = [utc(startMs), utc(endMs).plus({ days: 1 })];
	const isInsideMonth = [start, afterEnd].some((day) => day.day !== 1 && day < oldest);
	return granularity === 'ALL' && isInsideMonth;
}

/** The days of the row at a place, the reverse of placeOf. */
export function daysAt(place: number, period: Period, granularity: Granularity): Period {
	if (granularity === 'ALL') return period;
	if (granularity === 'DAILY') {
		const dayMs = period.startMs + place * DAY_MS;
		return { startMs: dayMs, endMs: dayMs };
	}
	const unit = granularity === 'YEARLY' ? 'year' : 'month';
	const start = utc(period.startMs)
		.startOf(unit)
		.plus({ [`${unit}s`]: place });
	return {
		startMs: Math.max(period.startMs, start.toMillis()),
		endMs: Math.min(period.endMs, midnightOf(start.endOf(unit))),
	};
}
