import { paramRefused } from './errors';
import type { RestliValue } from '../restli';

export const DAY_MS = 24 * 60 * 60 * 1000;

/** UTC days, counted since 1970, including both ends. */
export interface Days {
	from: number;
	to: number;
}

export const GRANULARITIES = ['ALL', 'DAILY', 'MONTHLY', 'YEARLY'] as const;
export type ReportGranularity = (typeof GRANULARITIES)[number];

/** How long daily details, performance and member data are kept (docs.reports). */
const DETAIL_MONTHS = 6;
const PERFORMANCE_YEARS = 10;
const MEMBER_YEARS = 2;

export const dayOf = (ms: number) => Math.floor(ms / DAY_MS);

/**
 * `(start:(year:2024,month:1,day:1),end:(…))`; without an end it goes to today.
 * @throws ApiError 400
 */
export function readReportRange(value: RestliValue | undefined, now: number): Days {
	if (value === undefined) throw paramRefused('MISSING_FIELD', 'dateRange');
	const { start, end, ...others } = recordOf(value, 'dateRange');
	if (Object.keys(others).length > 0) throw paramRefused('FIELD_NOT_ALLOWED', 'dateRange');
	if (start === undefined) throw paramRefused('MISSING_FIELD', 'dateRange/start');
	const days = {
		from: readDay(start, 'dateRange/start'),
		to: end === undefined ? dayOf(now) : readDay(end, 'dateRange/end'),
	};
	if (days.from > days.to && end !== undefined) {
		throw paramRefused('START_DATE_AFTER_END_DATE', 'dateRange', 'The start is after the end');
	}
	return days;
}

/** `(year:2024,month:1,day:1)`. @throws ApiError 400 */
export function readDay(value: RestliValue, field: string): number {
	const { year, month, day, ...others } = recordOf(value, field);
	const isWhole = [year, month, day].every((part) => typeof part === 'string' && /^\d{1,4}$/.test(part));
	const moment = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
	const isReal = moment.getUTCMonth() === Number(month) - 1 && moment.getUTCDate() === Number(day);
	if (!isWhole || !isReal || Object.keys(others).length > 0) {
		throw paramRefused('INVALID_VALUE_FOR_FIELD', field, `${field} is no date of year, month and day`);
	}
	return dayOf(moment.getTime());
}

function recordOf(value: RestliValue, field: string): Record<string, RestliValue> {
	if (typeof value === 'object' && !Array.isArray(value)) return value;
	throw paramRefused('INVALID_VALUE_FOR_FIELD', field, `${field} is a record`);
}

/**
 * The days that LinkedIn counts. With ALL, ends older than the daily details are extended to whole months; other
 * granularities keep their ends. Days past retention are gone.
 */
export function countedDays(
	{ from, to }: Days,
	granularity: ReportGranularity,
	byMember: boolean,
	now: number,
): Days {
	const detail = detailFrom(now);
	const oldest = yearsAgo(now, byMember ? MEMBER_YEARS : PERFORMANCE_YEARS);
	const rounds = granularity === 'ALL';
	const start = rounds && from < detail ? monthOf(from).from : from;
	return {
		from: Math.max(start, oldest, granularity === 'DAILY' ? detail : -Infinity),
		to: rounds && to < detail ? monthOf(to).to : to,
	};
}

function detailFrom(now: number): number {
	const date = new Date(now);
	return dayOf(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - DETAIL_MONTHS, date.getUTCDate()));
}

function yearsAgo(now: number, years: number): number {
	const date = new Date(now);
	return dayOf(Date.UTC(date.getUTCFullYear() - years, date.getUTCMonth(), date.getUTCDate()));
}

function monthOf(day: number): Days {
	const date = new Date(day * DAY_MS);
	const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
	return { from: dayOf(Date.UTC(year, month, 1)), to: dayOf(Date.UTC(year, month + 1, 1)) - 1 };
}

/** The report row that a day belongs to, not wider than the counted days. */
export function reportBucket(day: number, counted: Days, granularity: ReportGranularity): Days {
	if (granularity === 'ALL') return counted;
	if (granularity === 'DAILY') return { from: day, to: day };
	const year = new Date(day * DAY_MS).getUTCFullYear();
	const whole =
		granularity === 'MONTHLY'
			? monthOf(day)
			: { from: dayOf(Date.UTC(year, 0, 1)), to: dayOf(Date.UTC(year + 1, 0, 1)) - 1 };
	return { from: Math.max(whole.from, counted.from), to: Math.min(whole.to, counted.to) };
}

export const dayParts = (day: number) => {
	const date = new Date(day * DAY_MS);
	return { day: date.getUTCDate(), month: date.getUTCMonth() + 1, year: date.getUTCFullYear() };
};
