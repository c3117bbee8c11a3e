/**
 * When a server says to come back: reads every header and field with such a time.
 *
 * LinkedIn's REST resources usually don't send any, and its messages have seconds in `X-RateLimit-Reset`; gateways and
 * upload hosts send various forms. So every meaningful form is understood, in any of the headers:
 *
 * | value | meaning |
 * | --- | --- |
 * | a number up to a year of seconds, with or without decimals | seconds from now |
 * | a number that as epoch seconds, otherwise as epoch milliseconds, is within a year of now | that time |
 * | a date in the form of HTTP, mail or ISO 8601; UTC without a zone | that time |
 * | any other number or text, a list, nothing, a date more than a year ahead | unreadable: a minute from now |
 *
 * Durations and epochs can't be confused: a year has 32 million seconds, and an epoch is far above a thousand million.
 * A time in the past means now. No wait goes beyond LinkedIn's next quota reset.
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3
 */
import { DateTime } from 'luxon';

import { notAfterReset } from './quota';

/** How long an unreadable value pauses requests. */
export const NONSENSE_MS = 60_000;
const YEAR_MS = 366 * 86_400_000;
/** The longest form of a date has 33 characters. */
const LONGEST_TEXT = 64;

/** On any answer it means that this request may be sent again then. */
const RETRY_AFTER = ['retry-after'];
/** They say when the window ends, also on successes, so they count only if the window is used up. */
const WINDOW_ENDS = ['x-ratelimit-reset', 'x-rate-limit-reset', 'ratelimit-reset'];

/**
 * When a request with this answer may be sent again. `Retry-After` takes precedence over the headers of a window
 * because it's about this request; a readable value takes precedence over an unreadable one.
 * @param headers of the answer, names in lower case
 * @param nowMs epoch milliseconds
 * @returns epoch milliseconds from `nowMs` to the next 00:00 UTC; undefined if the answer doesn't say
 */
export function retryMoment(
	{ status, headers }: { status: number; headers: Record<string, string> },
	nowMs: number,
): number | undefined {
	const names = status === 429 ? [...RETRY_AFTER, ...WINDOW_ENDS] : RETRY_AFTER;
	const given = names.map((name) => headers[name]).filter((text) => text !== undefined);
	if (given.length === 0) return undefined;
	const moments = given.map((text) => readMoment(text, nowMs));
	return bounded(
		moments.find((atMs) => atMs !== undefined),
		nowMs,
	);
}

/** As retryMoment, for one header with a known meaning. */
export function readTiming(text: string, nowMs: number): number {
	return bounded(readMoment(text, nowMs), nowMs);
}

function bounded(atMs: number | undefined, nowMs: number): number {
	return notAfterReset(Math.max(nowMs, atMs ?? nowMs + NONSENSE_MS), nowMs);
}

/**
 * The time that a server sent, also a past one.
 * @returns epoch milliseconds; undefined if unreadable
 */
export function readMoment(written: string | number, nowMs: number): number | undefined {
	const text = String(written).trim();
	if (text.length > LONGEST_TEXT) return undefined;
	return /^(\d+(\.\d*)?|\.\d+)$/.test(text) ? momentOfNumber(Number(text), nowMs) : momentOfDate(text, nowMs);
}

function momentOfNumber(value: number, nowMs: number): number | undefined {
	const durationMs = value * 1000;
	if (durationMs <= YEAR_MS) return nowMs + durationMs;
	return [value * 1000, value].find((epochMs) => Math.abs(epochMs - nowMs) <= YEAR_MS);
}

function momentOfDate(text: string, nowMs: number): number | undefined {
	const isIso = /^\d{4}-\d\d-\d\d/.test(text);
	const dates = isIso
		? [DateTime.fromISO(text.replace(' ', 'T'), { zone: 'utc' })]
		: // The weekday adds nothing to the date.
			[DateTime.fromRFC2822(text.replace(/^[a-z]{3}, /i, '')), DateTime.fromHTTP(text)];
	const atMs = dates.find(({ isValid }) => isValid)?.toMillis();
	return atMs !== undefined && atMs - nowMs <= YEAR_MS ? atMs : undefined;
}
