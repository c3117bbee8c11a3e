import { LinkedInError } from '../../../../../../nodes/LinkedIn/transport/errors/errors';
import { ClosedSources, closesSource } from '../../../../../../nodes/LinkedIn/triggers/polling/core/closed';
import {
	afterFault,
	handOver,
	isFailing,
} from '../../../../../../nodes/LinkedIn/triggers/polling/core/health';

const NOON = Date.UTC(2026, 9, 5, 12);
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const FEED = 'FINDER /rest/organizationalEntityNotifications urn:li:organization:1';

const refused = (status: number, retryInMs: number | undefined, isDaily = false) => {
	const retryAt = retryInMs === undefined ? null : new Date(NOON + retryInMs).toISOString();
	return new LinkedInError('Refused', { status, retryAt, advice: '' }, isDaily);
};

beforeEach(() => jest.useFakeTimers({ now: NOON }));
afterEach(() => jest.useRealTimers());

test.each<[string, LinkedInError, number]>([
	['a 429 with a time', refused(429, 2 * HOUR_MS), 120],
	['one beyond the next 00:00 UTC', refused(429, 40 * HOUR_MS), 720],
	['a 429 without a time', refused(429, undefined), 0],
	['a spent day', refused(429, 12 * HOUR_MS, true), 0],
	['a 503 with a time', refused(503, HOUR_MS), 0],
])('%s closes a source for so many minutes', (_, error, minutes) => {
	const closed = new ClosedSources();
	closed.note(FEED, error, NOON);
	const isClosedAfter = (count: number) => closed.standing(FEED, NOON + count * MINUTE_MS) !== undefined;
	expect([isClosedAfter(0), isClosedAfter(minutes - 1)]).toEqual([minutes > 0, minutes > 0]);
	expect(closed.standing('FINDER /rest/posts urn:li:organization:1', NOON)).toBeUndefined();
	expect(isClosedAfter(minutes)).toBe(false);
});

test('what stands instead of an answer says when the source opens, and closes nothing further', () => {
	const closed = new ClosedSources();
	closed.note(FEED, refused(429, 2 * HOUR_MS), NOON);
	jest.setSystemTime(NOON + HOUR_MS);
	const error = closed.standing(FEED, NOON + HOUR_MS)!;
	expect(error.details).toMatchObject({ status: 429, retryAt: '2026-10-05T14:00:00.000Z' });
	closed.note(FEED, error, NOON + HOUR_MS);
	expect(closed.standing(FEED, NOON + 2 * HOUR_MS)).toBeUndefined();
});

test('the next process knows it, and another connection does not', () => {
	const [before, after] = [new ClosedSources(), new ClosedSources()];
	before.note(FEED, refused(429, 2 * HOUR_MS), NOON);
	after.restore(JSON.parse(JSON.stringify(before.save(NOON))));
	expect(after.standing(FEED, NOON + HOUR_MS)?.details).toMatchObject({ status: 429 });
	expect(before.save(NOON + 2 * HOUR_MS)).toBeUndefined();
	after.clear();
	expect(after.standing(FEED, NOON)).toBeUndefined();
});

test.each([
	['half an hour hands over at once, until it opens', 30, true],
	['less waits, however often it is met', 29, false],
])('a plan that is closed for %s', (_, minutes, isOver) => {
	const opensAt = NOON + minutes * MINUTE_MS;
	const met = [0, 1, 2, 3].reduce<ReturnType<typeof afterFault> | undefined>(
		(health, minute) => afterFault(health, NOON + minute * MINUTE_MS, opensAt),
		undefined,
	)!;
	expect(isFailing(met, NOON)).toBe(isOver);
	expect(handOver(met, NOON, HOUR_MS).tryAtMs).toBe(opensAt);
});

test.each([
	['later', HOUR_MS, true],
	['later', undefined, false],
	['quota', HOUR_MS, false],
] as const)('a fault of the kind %s with the time %s closes a source: %s', (kind, untilMs, closes) => {
	expect(closesSource({ kind, message: '', untilMs })).toBe(closes);
});
