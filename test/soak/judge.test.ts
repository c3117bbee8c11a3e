import { timings, type LoggedRequest, type Timing } from '../simulator';
import { closings, judge, type Judged } from './judge';
import { HOUR_MS, MINUTE_MS } from './time';

const NOON = Date.UTC(2026, 9, 5, 12);
const TO_MIDNIGHT = 12 * 60;

const refused = (comeBack: string | undefined, url = '/rest/socialActions/1/comments', at = NOON) =>
	({ at, url, comeBack }) as LoggedRequest;

/** How many minutes a refusal at noon closes what was requested. */
const CLOSED_FOR: Record<Timing, number> = {
	seconds: 60,
	'seconds with decimals': 90.5 / 60,
	'no seconds at all': 0,
	'a week of seconds': TO_MIDNIGHT,
	'an HTTP date': 120,
	'an HTTP date that has passed': 0,
	'an ISO date': 120,
	'epoch seconds': 120,
	'epoch milliseconds': 120,
	'epoch seconds of a moment that has passed': 0,
	'epoch seconds of next month': TO_MIDNIGHT,
	'epoch milliseconds of next month': TO_MIDNIGHT,
	// An unreadable value doesn't close anything for long.
	'a round thousand million': 0,
	'a number that no date reaches': 0,
	'a negative number': 0,
	'no number': 0,
	words: 0,
	'a list': 0,
	nothing: 0,
};

test.each(Object.entries(CLOSED_FOR))('come back: %s', (timing, minutes) => {
	const comeBack = timings(NOON)[timing as Timing];
	const closed = minutes > 0 ? [{ from: NOON, until: NOON + minutes * MINUTE_MS }] : [];
	expect(closings([refused(comeBack)], /comments/)).toEqual(closed);
});

test('only what the refused calls read is closed', () => {
	const others = [refused('3600', '/rest/posts?q=author'), refused(undefined)];
	expect(closings(others, /comments/)).toEqual([]);
});

const event = (hour: number): Judged => ({
	id: `${hour}`,
	at: NOON + hour * HOUR_MS,
	dueFrom: NOON + hour * HOUR_MS,
	isWanted: true,
	isPromised: true,
	kind: 'comment',
});

test.each<[what: string, outages: Array<[number, number]>, cameAt: number, lost: number]>([
	['in time', [], 48, 0],
	['too late', [], 49, 1],
	['as late as an outage was long', [[5, 7]], 50, 0],
	['later than that', [[5, 7]], 51, 1],
	[
		'later than two that overlap',
		[
			[5, 7],
			[6, 8],
		],
		52,
		1,
	],
	[
		'as late as two in no order',
		[
			[20, 22],
			[5, 7],
		],
		52,
		0,
	],
])('a comment that came %s', (_what, outages, cameAt, lost) => {
	const verdict = judge({
		events: [event(0)],
		out: [{ id: '0', at: NOON + cameAt * HOUR_MS }],
		from: NOON - 1,
		until: NOON + 99 * HOUR_MS,
		allowedMs: 48 * HOUR_MS,
		outages: outages.map(([from, until]) => ({ from: NOON + from * HOUR_MS, until: NOON + until * HOUR_MS })),
	});
	expect(verdict.lostCount).toBe(lost);
});
