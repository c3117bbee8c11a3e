/** Times of a schedule: from field values to LinkedIn's epoch milliseconds. */
import { DateTime } from 'luxon';

import { InputError } from '../../../transport/errors/inputError';
import { plainText } from '../../values/plainText';

export interface RunSchedule {
	/** Epoch milliseconds, included. */
	start?: number;
	/** Epoch milliseconds, not included. */
	end?: number;
}

const EXAMPLE = 'Enter a date and time such as 2026-12-01T09:00 or 2026-12-01T09:00:00+01:00.';
/** LinkedIn was founded after this; smaller numbers can't be epoch milliseconds. */
const EARLIEST_MS = Date.UTC(2003, 0);
/** The latest date in JavaScript. */
const LATEST_MS = 8.64e15;

/**
 * A time in epoch milliseconds.
 * @param value ISO text, epoch milliseconds, a Date or a luxon DateTime from an expression
 * @param field its label
 * @param timezone of the workflow, for texts without one
 * @returns undefined if empty
 * @throws InputError for anything else
 */
export function momentOf(value: unknown, field: string, timezone: string): number | undefined {
	if (value === undefined || value === null || value === '') return undefined;
	const ms = millisecondsOf(value, field, timezone);
	if (ms !== undefined && ms >= EARLIEST_MS && ms <= LATEST_MS) return ms;
	const given = typeof value === 'object' ? JSON.stringify(value) : String(value);
	throw new InputError(field, `${field} must be a date and time, not "${given}"`, EXAMPLE);
}

function millisecondsOf(value: unknown, field: string, timezone: string): number | undefined {
	if (value instanceof Date) return value.getTime();
	if (DateTime.isDateTime(value)) return value.toMillis();
	if (typeof value === 'object') return undefined;
	const text = plainText(value, field).trim();
	if (/^\d{10,}$/.test(text)) return Number(text);
	// ISO text can be a time without a date; a schedule needs the date.
	if (!/^\d{4}/.test(text)) return undefined;
	const parsed = DateTime.fromISO(text.replace(' ', 'T'), { zone: timezone });
	return parsed.isValid ? parsed.toMillis() : undefined;
}

/**
 * Start and end of something that runs.
 * @throws InputError as momentOf, and where the end is not after the start
 */
export function scheduleOf(
	start: unknown,
	end: unknown,
	timezone: string,
	labels: { start: string; end: string } = { start: 'Start', end: 'End' },
): RunSchedule {
	const startMs = momentOf(start, labels.start, timezone);
	const endMs = momentOf(end, labels.end, timezone);
	if (startMs !== undefined && endMs !== undefined && endMs <= startMs) {
		throw new InputError(
			labels.end,
			`${labels.end} (${new Date(endMs).toISOString()}) is not after ${labels.start} (${new Date(startMs).toISOString()})`,
			`Choose an end after the start.`,
		);
	}
	return {
		...(startMs === undefined ? {} : { start: startMs }),
		...(endMs === undefined ? {} : { end: endMs }),
	};
}
