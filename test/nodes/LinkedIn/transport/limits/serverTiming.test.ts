import {
	readMoment,
	readTiming,
	retryMoment,
} from '../../../../../nodes/LinkedIn/transport/limits/serverTiming';

/** Seconds, dates, epochs and unreadable values; never beyond the next 00:00 UTC (docs.rateLimits). It's 10:00 UTC. */

const NOW_MS = Date.parse('2026-09-20T10:00:00Z');
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const RESET_MS = Date.parse('2026-09-21T00:00:00Z');
const NONSENSE = NOW_MS + MINUTE_MS;
const IN_TWO_HOURS = NOW_MS + 2 * HOUR_MS;

const seconds = (ms: number) => String(ms / 1000);

describe('a timing', () => {
	it.each<[what: string, text: string, expectedMs: number]>([
		['seconds', '30', NOW_MS + 30_000],
		['an hour of seconds', '3600', NOW_MS + HOUR_MS],
		['seconds with decimals', '1.5', NOW_MS + 1500],
		['seconds that begin with the point', '.5', NOW_MS + 500],
		['seconds that end with it', '2.', NOW_MS + 2000],
		['seconds between blanks', ' 30 ', NOW_MS + 30_000],
		['no time at all', '0', NOW_MS],
		['seconds up to the reset', seconds(14 * HOUR_MS), RESET_MS],
		['seconds beyond the reset', seconds(14 * HOUR_MS + 1), RESET_MS],
		['a day', '86400', RESET_MS],
		['a month', seconds(30 * DAY_MS), RESET_MS],
		['a year', seconds(365 * DAY_MS), RESET_MS],
		['more than a year', seconds(367 * DAY_MS), NONSENSE],
		['the round number that was taken for 31 years', '1000000000', NONSENSE],

		['epoch seconds', seconds(IN_TWO_HOURS), IN_TWO_HOURS],
		['epoch seconds with decimals', `${seconds(IN_TWO_HOURS)}.25`, IN_TWO_HOURS + 250],
		['epoch milliseconds', String(IN_TWO_HOURS), IN_TWO_HOURS],
		['epoch seconds that have passed', seconds(NOW_MS - HOUR_MS), NOW_MS],
		['epoch milliseconds that have passed', String(NOW_MS - DAY_MS), NOW_MS],
		['epoch seconds beyond the reset', seconds(NOW_MS + 40 * DAY_MS), RESET_MS],
		['epoch milliseconds beyond the reset', String(NOW_MS + 40 * DAY_MS), RESET_MS],
		['epoch seconds in two years', seconds(NOW_MS + 731 * DAY_MS), NONSENSE],
		['epoch milliseconds of two years ago', String(NOW_MS - 731 * DAY_MS), NONSENSE],

		['an HTTP date', 'Sun, 20 Sep 2026 12:00:00 GMT', IN_TWO_HOURS],
		['an HTTP date with the wrong name of the day', 'Mon, 20 Sep 2026 12:00:00 GMT', IN_TWO_HOURS],
		['a date as mail writes it', '20 Sep 2026 14:00:00 +0200', IN_TWO_HOURS],
		['an HTTP date as RFC 850 wrote it', 'Sunday, 20-Sep-26 12:00:00 GMT', IN_TWO_HOURS],
		['an HTTP date as asctime wrote it', 'Sun Sep 20 12:00:00 2026', IN_TWO_HOURS],
		['an ISO date', '2026-09-20T12:00:00Z', IN_TWO_HOURS],
		['an ISO date with milliseconds and a zone', '2026-09-20T14:00:00.000+02:00', IN_TWO_HOURS],
		['an ISO date without a zone', '2026-09-20T12:00:00', IN_TWO_HOURS],
		['an ISO date with a blank', '2026-09-20 12:00:00', IN_TWO_HOURS],
		['a date that has passed', 'Sun, 20 Sep 2026 09:00:00 GMT', NOW_MS],
		['the date that stands for over', 'Thu, 01 Jan 1970 00:00:00 GMT', NOW_MS],
		['tomorrow', '2026-09-21', RESET_MS],
		['a date beyond the reset', 'Tue, 22 Sep 2026 00:00:00 GMT', RESET_MS],
		['a date in 2083', 'Fri, 01 Jan 2083 00:00:00 GMT', NONSENSE],

		['nothing', '', NONSENSE],
		['blanks', '  ', NONSENSE],
		['words', 'soon', NONSENSE],
		['a negative number', '-5', NONSENSE],
		['a sign', '+5', NONSENSE],
		['no number', 'NaN', NONSENSE],
		['an endless number', 'Infinity', NONSENSE],
		['a number with an exponent', '1e3', NONSENSE],
		['a hexadecimal number', '0x10', NONSENSE],
		['a number that no date reaches', '9'.repeat(30), NONSENSE],
		['a number of a thousand digits', '1'.repeat(1000), NONSENSE],
		['a list', '10, 20', NONSENSE],
		['a unit', '30s', NONSENSE],
		['a time of day', '12:00', NONSENSE],
		['a day that does not exist', '2026-02-31', NONSENSE],
		['what JavaScript writes for nothing', 'undefined', NONSENSE],
	])('of %s (%s)', (_what, text, expectedMs) => {
		expect(readTiming(text, NOW_MS)).toBe(expectedMs);
	});

	it.each([
		['nonsense', 'soon'],
		['seconds', '3600'],
	])('of %s half a minute before the reset ends there', (_what, text) => {
		expect(readTiming(text, RESET_MS - 30_000)).toBe(RESET_MS);
	});

	it('takes no longer for a text without end', () => {
		const begunAt = performance.now();
		for (const part of ['1', ' ', 'Sun, ', '2026-09-20T']) readTiming(part.repeat(1_000_000), NOW_MS);
		expect(performance.now() - begunAt).toBeLessThan(5_000);
	});
});

describe('the moment that an upload address ends', () => {
	it.each<[what: string, written: string | number, expectedMs: number | undefined]>([
		['epoch milliseconds', NOW_MS - HOUR_MS, NOW_MS - HOUR_MS],
		['epoch seconds', (NOW_MS - HOUR_MS) / 1000, NOW_MS - HOUR_MS],
		['a moment to come, beyond any reset', NOW_MS + 2 * DAY_MS, NOW_MS + 2 * DAY_MS],
		['nonsense', -1, undefined],
	])('is read from %s', (_what, written, expectedMs) => {
		expect(readMoment(written, NOW_MS)).toBe(expectedMs);
	});
});

describe('the moment of a new try', () => {
	it.each<[what: string, status: number, headers: Record<string, string>, expectedMs: number | undefined]>([
		['no header', 429, {}, undefined],
		['Retry-After', 429, { 'retry-after': '30' }, NOW_MS + 30_000],
		['X-RateLimit-Reset', 429, { 'x-ratelimit-reset': '3600' }, NOW_MS + HOUR_MS],
		['X-Rate-Limit-Reset', 429, { 'x-rate-limit-reset': seconds(IN_TWO_HOURS) }, IN_TWO_HOURS],
		['RateLimit-Reset', 429, { 'ratelimit-reset': '60' }, NOW_MS + MINUTE_MS],
		['both: Retry-After rules', 429, { 'x-ratelimit-reset': '3600', 'retry-after': '5' }, NOW_MS + 5000],
		[
			'both, and Retry-After is nonsense',
			429,
			{ 'x-ratelimit-reset': '3600', 'retry-after': 'soon' },
			NOW_MS + HOUR_MS,
		],
		[
			'both, and the reset is nonsense',
			429,
			{ 'x-ratelimit-reset': 'soon', 'retry-after': '5' },
			NOW_MS + 5000,
		],
		['both, and both are nonsense', 429, { 'x-ratelimit-reset': '', 'retry-after': '-1' }, NONSENSE],
		['Retry-After of a server that is down', 503, { 'retry-after': '120' }, NOW_MS + 2 * MINUTE_MS],
		['the end of a window that is not used up', 503, { 'x-ratelimit-reset': '3600' }, undefined],
		['the end of a window, of what is refused for good', 403, { 'x-ratelimit-reset': '3600' }, undefined],
	])('is read from %s (%i)', (_what, status, headers, expectedMs) => {
		expect(retryMoment({ status, headers }, NOW_MS)).toBe(expectedMs);
	});
});
