/**
 * Ranges of days, from what a person or an expression enters to the two forms LinkedIn takes.
 *
 * LinkedIn counts days from midnight UTC; a start is part of the range, an end is not (docs.shareStatistics,
 * docs.memberPostStatistics).
 */
import { z } from 'zod';

import { InputError } from '../../transport/errors/inputError';

/** Midnights UTC in epoch milliseconds; the day that starts at `endMs` isn't part of it. */
export interface DayRange {
	startMs: number;
	endMs: number;
}

/** The days that LinkedIn answers for. */
export interface Window {
	/** First day, epoch milliseconds; undefined if LinkedIn names none. */
	oldestMs?: number;
	/** The latest end, not included. */
	latestEndMs: number;
	/** In words, for the error. */
	words: string;
}

/** A day as the analytics of members name it (docs.memberPostStatistics, docs.memberFollowers). */
export interface CalendarDay {
	year: number;
	month: number;
	day: number;
}

const DAY_MS = 86_400_000;
/** The last moment of JavaScript's dates. */
const LAST_MOMENT_MS = 8_640_000_000_000_000 - DAY_MS;
const WRITTEN_DAY = /^(\d{4})-(\d{2})-(\d{2})(?:[T ].*)?$/;

/** Midnight UTC of this time's day. */
export function midnightOf(ms: number): number {
	return Math.floor(ms / DAY_MS) * DAY_MS;
}

/** Nothing after today; LinkedIn names no first day. */
export function untilToday(nowMs: number): Window {
	return { latestEndMs: midnightOf(nowMs) + DAY_MS, words: 'days up to today (UTC)' };
}

/** Post statistics of a page: a rolling 12 months (docs.shareStatistics). */
export function last12Months(nowMs: number): Window {
	const today = new Date(nowMs);
	return {
		...untilToday(nowMs),
		oldestMs: Date.UTC(today.getUTCFullYear() - 1, today.getUTCMonth(), today.getUTCDate()),
		words: 'the last 12 months',
	};
}

/** Follower statistics of a page: from 365 days ago to 2 days ago (docs.followerStatistics). */
export function from365To2DaysAgo(nowMs: number): Window {
	const today = midnightOf(nowMs);
	return {
		oldestMs: today - 365 * DAY_MS,
		latestEndMs: today - 2 * DAY_MS,
		words: 'the days from 365 days ago to 2 days ago',
	};
}

/**
 * The day in a value, as written: a time or zone after it doesn't change the day.
 * @param value ISO date or date and time, epoch milliseconds, a Date, or a luxon DateTime
 * @param field its label
 * @returns midnight UTC in epoch milliseconds; undefined when nothing is given
 * @throws InputError if it isn't a day of the calendar
 */
export function readDay(value: unknown, field: string): number | undefined {
	if (value === undefined || value === null || value === '') return undefined;
	if (typeof value === 'number' && Math.abs(value) <= LAST_MOMENT_MS) return midnightOf(value);
	const text = isoOf(value);
	const [, year, month, day] = WRITTEN_DAY.exec(text) ?? [];
	const ms = Date.UTC(Number(year), Number(month) - 1, Number(day));
	if (!Number.isNaN(ms) && dayText(ms) === `${year}-${month}-${day}`) return ms;
	throw new InputError(
		field,
		`${field} isn't a date: ${text || 'an object or list'}`,
		'Pick a day, or enter one such as 2026-05-04.',
	);
}

function isoOf(value: unknown): string {
	if (typeof value === 'string') return value.trim();
	if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString();
	const { toISO } = value as { toISO?: () => string | null };
	return typeof toISO === 'function' ? (toISO.call(value) ?? '') : '';
}

/**
 * The range from two fields.
 * @param given the values of Start Date and End Date; without an end it goes up to yesterday, or as far as LinkedIn has
 * data
 * @returns undefined when both are empty
 * @throws InputError for an empty or reversed range, and for days LinkedIn has no data of; nothing was asked yet
 */
export function readRange(
	given: { start: unknown; end: unknown },
	window: Window,
	nowMs: number,
): DayRange | undefined {
	const startMs = readDay(given.start, 'Start Date');
	const givenEndMs = readDay(given.end, 'End Date');
	if (startMs === undefined) {
		if (givenEndMs === undefined) return undefined;
		throw new InputError('Start Date', 'Start Date is empty', 'Enter the first day of the range.');
	}
	if (givenEndMs !== undefined && startMs >= givenEndMs) {
		throw new InputError(
			'Start Date',
			`Start Date ${dayText(startMs)} must be before End Date ${dayText(givenEndMs)}`,
			"The end isn't part of the range. For one day, set End Date to the next day.",
		);
	}
	const { oldestMs, latestEndMs, words } = window;
	if (oldestMs !== undefined && startMs < oldestMs) {
		throw new InputError(
			'Start Date',
			`Start Date ${dayText(startMs)} is too early: LinkedIn has data for ${words}`,
			`Start on ${dayText(oldestMs)} or later.`,
		);
	}
	if (startMs >= latestEndMs || (givenEndMs ?? 0) > latestEndMs) {
		const [field, ms] = startMs >= latestEndMs ? ['Start Date', startMs] : ['End Date', givenEndMs ?? 0];
		throw new InputError(
			String(field),
			`${field} ${dayText(Number(ms))} is too late: LinkedIn has data for ${words}`,
			`End on ${dayText(latestEndMs)} or earlier. The end isn't part of the range.`,
		);
	}
	const endMs = givenEndMs ?? Math.min(Math.max(midnightOf(nowMs), startMs + DAY_MS), latestEndMs);
	return { startMs, endMs };
}

/** `2026-05-04` */
export function dayText(ms: number): string {
	return new Date(ms).toISOString().slice(0, 10);
}

/** A moment as LinkedIn's analytics of members write it. */
export function calendarDay(ms: number): CalendarDay {
	const date = new Date(ms);
	return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** What LinkedIn may send as one. */
export const calendarDaySchema = z.object({
	year: z.number().int().min(1970).max(9999),
	month: z.number().int().min(1).max(12),
	day: z.number().int().min(1).max(31),
});

/** What LinkedIn may send as a moment, epoch milliseconds. */
export const momentSchema = z.number().min(0).max(LAST_MOMENT_MS);

/** The reverse, as `2026-05-04`. */
export function calendarText({ year, month, day }: CalendarDay): string {
	return dayText(Date.UTC(year, month - 1, day));
}
