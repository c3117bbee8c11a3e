/** How statistics are split by time, as fields and as LinkedIn's parameters. */
import type { INodeProperties } from 'n8n-workflow';
import { z } from 'zod';

import { readEntity } from '../../../../transport/answers/readEntity';
import { InputError } from '../../../../transport/errors/inputError';
import type { RestliValue } from '../../../../transport/restli/value';
import type { Call } from '../../../operation';
import {
	calendarDay,
	dayText,
	momentSchema,
	readRange,
	type DayRange,
	type Window,
} from '../../../values/days';
import { plainText } from '../../../values/plainText';
import type { DateSpan } from '../metrics/mergeMetrics';

const NAMES: Record<string, string> = { TOTAL: 'Total', DAY: 'Day', WEEK: 'Week', MONTH: 'Month' };

/** @param splits LinkedIn's words for the lengths it can split into; TOTAL is not split */
export function granularityField(splits: string[]): INodeProperties {
	return {
		displayName: 'Time Interval',
		name: 'granularity',
		type: 'options',
		default: 'TOTAL',
		options: splits.map((value) => ({ name: NAMES[value], value })),
		description: 'Whether to get one total or a number per day, week or month',
	};
}

const startField: INodeProperties = {
	displayName: 'Start Date',
	name: 'start',
	type: 'dateTime',
	default: '',
	description: 'First day of the range. Days start at midnight UTC.',
};

const endField: INodeProperties = {
	displayName: 'End Date',
	name: 'end',
	type: 'dateTime',
	default: '',
	description:
		'The day after the last day of the range. Leave empty to end with yesterday, or with the last day LinkedIn has.',
};

/** Dates of an operation that also uses them for totals. */
export const dateFields: INodeProperties[] = [startField, endField];

const whenSplit = { displayOptions: { show: { granularity: ['DAY', 'WEEK', 'MONTH'] } } };

/** Dates of an operation whose totals are of all time. */
export const datesWhenSplit: INodeProperties[] = [
	{ ...startField, required: true, ...whenSplit },
	{ ...endField, ...whenSplit },
];

/**
 * @param splits as in granularityField
 * @throws InputError for any other value
 */
export function statisticsGranularity(call: Call, splits: string[]): string {
	const given = plainText(call.parameter<unknown>('granularity', 'TOTAL'), 'Time Interval').toUpperCase();
	if (splits.includes(given)) return given;
	throw new InputError(
		'Time Interval',
		`Unknown time interval "${given}"`,
		`Use one of ${splits.join(', ')}.`,
	);
}

/** The dates of this item. @throws InputError as readRange, before any call */
export function rangeOf(call: Call, window: Window, nowMs: number): DayRange | undefined {
	const given = { start: call.parameter<unknown>('start', ''), end: call.parameter<unknown>('end', '') };
	return readRange(given, window, nowMs);
}

/** The dates of an item that is split by time, where LinkedIn requires a start. */
export function splitRangeOf(call: Call, window: Window, nowMs: number): DayRange {
	const range = rangeOf(call, window, nowMs);
	if (range) return range;
	throw new InputError(
		'Start Date',
		'Start Date is empty; a Time Interval needs one',
		`Enter the first day. LinkedIn has data for ${window.words}.`,
	);
}

/** `timeIntervals` of the statistics of pages (docs.shareStatistics). */
export function timeIntervals({ startMs, endMs }: DayRange, granularity: string): RestliValue {
	return { timeRange: { start: startMs, end: endMs }, timeGranularityType: granularity };
}

/** `dateRange` of the analytics of members (docs.memberPostStatistics). */
export function dateRange({ startMs, endMs }: DayRange): RestliValue {
	return { start: { ...calendarDay(startMs) }, end: { ...calendarDay(endMs) } };
}

/** A range as written in a row. */
export function spanOf(range: DayRange | undefined): DateSpan {
	return { start: range ? dayText(range.startMs) : null, end: range ? dayText(range.endMs) : null };
}

const timeRange = z.object({ timeRange: z.object({ start: momentSchema, end: momentSchema }).partial() });

/** The `timeRange` of one of LinkedIn's elements, as written in a row. */
export function spanOfElement(element: unknown): DateSpan {
	const { start, end } = readEntity(timeRange, element)?.timeRange ?? {};
	return {
		start: start === undefined ? null : dayText(start),
		end: end === undefined ? null : dayText(end),
	};
}

/** Earliest first; LinkedIn promises no order. */
export function byStart(a: DateSpan, b: DateSpan): number {
	return (a.start ?? '').localeCompare(b.start ?? '');
}
