import {
	allowanceAfter,
	nextSendAt,
	sendable,
	type Pacing,
} from '../../../../../../nodes/LinkedIn/resources/community/message/allowance';
import type { Allowance } from '../../../../../../nodes/LinkedIn/transport/memory/memory';

/** What answers say about the allowance (docs/behaviour.md#message-limits). */

const NOW = Date.UTC(2026, 4, 20, 12);
const HOUR_MS = 3_600_000;
const known: Allowance = { remaining: 10, resetAtMs: NOW + HOUR_MS, answeredAtMs: NOW };

describe('after an answer', () => {
	const after = (headers: Record<string, string>, before?: Allowance) => allowanceAfter(before, headers, NOW);

	test('both headers say all', () => {
		expect(after({ 'x-ratelimit-remaining': '19', 'x-ratelimit-reset': '3600' })).toEqual({
			remaining: 19,
			resetAtMs: NOW + HOUR_MS,
			answeredAtMs: NOW,
		});
	});

	test('what is left without a reset keeps the window that was known', () => {
		const before = { ...known, resetAtMs: NOW + 60_000 };
		expect(after({ 'x-ratelimit-remaining': '3' }, before)).toEqual({
			remaining: 3,
			resetAtMs: NOW + 60_000,
			answeredAtMs: NOW,
		});
	});

	test.each([
		['seconds until it', '600', NOW + 600_000],
		['the moment itself in epoch seconds', String((NOW + 600_000) / 1000), NOW + 600_000],
		['more than the hour that a window lasts', '99999', NOW + HOUR_MS],
		['a number that no date reaches: a minute', '9'.repeat(30), NOW + 60_000],
		['words: a minute', 'soon', NOW + 60_000],
	])('the end of the window may be given as %s', (_what, reset, resetAtMs) => {
		expect(after({ 'x-ratelimit-remaining': '1', 'x-ratelimit-reset': reset })?.resetAtMs).toBe(resetAtMs);
	});

	test("an hour may end after midnight, when LinkedIn's daily quotas begin again", () => {
		const headers = { 'x-ratelimit-remaining': '9', 'x-ratelimit-reset': '3600' };
		const lateMs = Date.UTC(2026, 4, 20, 23, 59);
		expect(allowanceAfter(undefined, headers, lateMs)?.resetAtMs).toBe(lateMs + HOUR_MS);
	});

	test('a moment that has passed ends the window now', () => {
		const past = String((NOW - 600_000) / 1000);
		expect(after({ 'x-ratelimit-remaining': '1', 'x-ratelimit-reset': past })?.resetAtMs).toBe(NOW);
	});

	test('a moment is reckoned from the time of day, and noted by the monotonic clock', () => {
		const headers = { 'x-ratelimit-remaining': '1', 'x-ratelimit-reset': String((NOW + 600_000) / 1000) };
		expect(allowanceAfter(undefined, headers, 5_000, NOW)).toEqual({
			remaining: 1,
			resetAtMs: 605_000,
			answeredAtMs: 5_000,
		});
	});

	test('without headers one less is left', () => {
		expect(after({}, known)?.remaining).toBe(9);
		expect(after({}, { ...known, remaining: 0 })?.remaining).toBe(0);
	});

	test.each([
		['no headers ever', {}, undefined],
		['no headers, and the known window is over', {}, { ...known, resetAtMs: NOW }],
		['what is left, and no window', { 'x-ratelimit-remaining': '3' }, undefined],
		[
			'headers that are no numbers',
			{ 'x-ratelimit-remaining': 'many', 'x-ratelimit-reset': 'soon' },
			undefined,
		],
	])('nothing is known from %s', (_what, headers, before) => {
		expect(after(headers as Record<string, string>, before)).toBeUndefined();
	});
});

describe('the next message', () => {
	test.each([
		['at once while nothing is known', undefined, 'atOnce', 0],
		['at once while nothing is known, evenly too', undefined, 'evenSpread', 0],
		['at once while some are left', known, 'atOnce', 0],
		['when the window ends and none is left', { ...known, remaining: 0 }, 'atOnce', HOUR_MS],
		['when the window ends and none is left, evenly too', { ...known, remaining: 0 }, 'evenSpread', HOUR_MS],
		['a tenth of the window later, evenly with ten left', known, 'evenSpread', HOUR_MS / 10],
		['an hour later, evenly with one left', { ...known, remaining: 1 }, 'evenSpread', HOUR_MS],
		['at once when the window is over', { ...known, remaining: 0, resetAtMs: NOW }, 'evenSpread', 0],
	] as const)('may go %s', (_when, allowance, pacing, waitMs) => {
		expect(nextSendAt(allowance, pacing, NOW)).toBe(NOW + waitMs);
	});

	test('counts from the answer, so a message that comes late does not wait anew', () => {
		expect(nextSendAt({ ...known, answeredAtMs: NOW - 400_000 }, 'evenSpread', NOW)).toBeLessThan(NOW + 1);
	});

	test('is worked out anew after each answer: a window that shrinks draws the messages together', () => {
		const first = allowanceAfter(
			undefined,
			{ 'x-ratelimit-remaining': '6', 'x-ratelimit-reset': '600' },
			NOW,
		);
		expect(nextSendAt(first, 'evenSpread', NOW)).toBe(NOW + 100_000);
		const later = NOW + 100_000;
		const second = allowanceAfter(first, { 'x-ratelimit-remaining': '5', 'x-ratelimit-reset': '100' }, later);
		expect(nextSendAt(second, 'evenSpread', later)).toBe(later + 20_000);
	});
});

describe('of several messages', () => {
	const none = { ...known, remaining: 0 };
	test.each<[string, Allowance | undefined, Pacing, number, number, number, number]>([
		['all, while nothing is known', undefined, 'evenSpread', 99, 0, 99, 0],
		['all, when the window is over', { ...none, resetAtMs: NOW }, 'evenSpread', 99, 0, 99, 0],
		['as many as are left at once', known, 'atOnce', 12, 0, 10, HOUR_MS],
		['all at once, if that many are left', known, 'atOnce', 10, 0, 10, HOUR_MS],
		['none at once if none is left', none, 'atOnce', 1, 0, 0, HOUR_MS],
		['one in each tenth of the hour, evenly', known, 'evenSpread', 4, HOUR_MS / 5, 2, (3 * HOUR_MS) / 10],
		['none before its first moment, evenly', known, 'evenSpread', 4, 1000, 0, HOUR_MS / 10],
		['none evenly if none is left', none, 'evenSpread', 1, 1000, 0, HOUR_MS],
		['all evenly, if the wait is longer than the hour', known, 'evenSpread', 99, HOUR_MS, 99, 0],
	])('%s can be sent', (_what, allowance, pacing, count, waitMs, sent, nextMs) => {
		const found = sendable(allowance, pacing, count, NOW, NOW + waitMs);
		expect(found).toEqual({ sent, nextAtMs: NOW + nextMs });
	});
});
