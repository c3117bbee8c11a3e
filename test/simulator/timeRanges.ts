import { badRequest, invalidValue, missingField } from './errors';
import type { RestliValue } from './restli';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Start inclusive, end exclusive, in epoch ms. */
export interface Span {
	start: number;
	end: number;
}

export type Granularity = 'DAY' | 'WEEK' | 'MONTH';

/**
 * `(timeRange:(start:ms,end:ms),timeGranularityType:DAY)` of the page statistics (docs.shareStatistics,
 * docs.followerStatistics, docs.pageStatistics). `end` is optional and defaults to now.
 * @throws ApiError 400
 */
export function readIntervals(
	value: RestliValue | undefined,
	granularities: Granularity[],
	now: number,
): { span: Span; granularity: Granularity } | undefined {
	if (value === undefined) return undefined;
	const record = asRecord(value, 'timeIntervals', ['timeRange', 'timeGranularityType']);
	if (record.timeRange === undefined) throw missingField('timeIntervals/timeRange');
	const granularity = granularities.find((one) => one === record.timeGranularityType);
	if (record.timeGranularityType === undefined) throw missingField('timeIntervals/timeGranularityType');
	if (granularity === undefined) {
		throw invalidValue('timeIntervals/timeGranularityType', JSON.stringify(record.timeGranularityType));
	}
	return { span: readMsRange(record.timeRange, 'timeIntervals/timeRange', now), granularity };
}

/** `(start:ms,end:ms)`. @throws ApiError 400 */
export function readMsRange(value: RestliValue, field: string, now: number): Span {
	const record = asRecord(value, field, ['start', 'end']);
	const read = (name: 'start' | 'end') => {
		const text = record[name];
		if (text === undefined) return undefined;
		if (typeof text !== 'string' || !/^\d{12,13}$/.test(text)) {
			throw invalidValue(`${field}/${name}`, JSON.stringify(text));
		}
		return Number(text);
	};
	const start = read('start');
	if (start === undefined) throw missingField(`${field}/start`);
	const end = read('end') ?? now;
	if (start >= end) throw invalidValue(field, 'a start that is not before its end');
	return { start, end };
}

/**
 * `(start:(day:4,month:5,year:2024),end:(…))` of the member analytics (docs.memberPostStatistics).
 * @throws ApiError 400
 */
export function readDateRange(value: RestliValue | undefined): Span | undefined {
	if (value === undefined) return undefined;
	const record = asRecord(value, 'dateRange', ['start', 'end']);
	const read = (name: 'start' | 'end') => {
		if (record[name] === undefined) throw missingField(`dateRange/${name}`);
		const parts = asRecord(record[name], `dateRange/${name}`, ['day', 'month', 'year']);
		const [year, month, day] = ['year', 'month', 'day'].map((part) => {
			const text = parts[part];
			if (text === undefined) throw missingField(`dateRange/${name}/${part}`);
			if (typeof text !== 'string' || !/^\d{1,4}$/.test(text)) {
				throw invalidValue(`dateRange/${name}/${part}`, JSON.stringify(text));
			}
			return Number(text);
		});
		const moment = new Date(Date.UTC(year, month - 1, day));
		const isReal = moment.getUTCMonth() === month - 1 && moment.getUTCDate() === day;
		if (!isReal) throw invalidValue(`dateRange/${name}`, `${year}-${month}-${day}`);
		return moment.getTime();
	};
	const span = { start: read('start'), end: read('end') };
	if (span.start >= span.end) throw invalidValue('dateRange', 'a start that is not before its end');
	return span;
}

export const dateParts = (ms: number) => {
	const date = new Date(ms);
	return { day: date.getUTCDate(), month: date.getUTCMonth() + 1, year: date.getUTCFullYear() };
};

/** The UTC day, week (from Monday) or month of a time. */
export function bucketOf(ms: number, granularity: Granularity): Span {
	const date = new Date(ms);
	const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
	if (granularity === 'MONTH') return { start: Date.UTC(year, month, 1), end: Date.UTC(year, month + 1, 1) };
	const day = Math.floor(ms / DAY_MS) * DAY_MS;
	if (granularity === 'DAY') return { start: day, end: day + DAY_MS };
	const monday = day - ((date.getUTCDay() + 6) % 7) * DAY_MS;
	return { start: monday, end: monday + 7 * DAY_MS };
}

/** Rows of a span by bucket, oldest first; empty buckets don't exist. */
export function inBuckets<Row extends { at: number }>(
	rows: Row[],
	span: Span,
	granularity: Granularity,
): Array<{ bucket: Span; rows: Row[] }> {
	const byStart = new Map<number, { bucket: Span; rows: Row[] }>();
	for (const row of rows.filter(({ at }) => at >= span.start && at < span.end)) {
		const bucket = bucketOf(row.at, granularity);
		const found = byStart.get(bucket.start) ?? { bucket, rows: [] };
		found.rows.push(row);
		byStart.set(bucket.start, found);
	}
	return [...byStart.values()].sort((a, b) => a.bucket.start - b.bucket.start);
}

function asRecord(value: RestliValue, field: string, members: string[]): Record<string, RestliValue> {
	if (typeof value !== 'object' || Array.isArray(value)) {
		throw badRequest(`The parameter "${field}" is a record of ${members.join(', ')}`);
	}
	const unknown = Object.keys(value).find((name) => !members.includes(name));
	if (unknown !== undefined) throw badRequest(`"${field}" has no member ${unknown}`);
	return value;
}
