/**
 * What an action node makes of a 429 that says when to come back, in every form that a server may use: it shows a
 * plausible `retryAt`, never beyond the next 00:00 UTC, and waits no longer than Max Wait.
 */
import { faults, timings, type Timing } from '../../simulator';
import { api, connect, CREATE_POST, LIST_POSTS, run, simulateForEachTest, simulator } from './connectedRun';

simulateForEachTest();

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const EVENING = Date.UTC(2026, 9, 5, 21);
const RESET = EVENING + 3 * HOUR_MS;

/** Milliseconds from 21:00 UTC to `retryAt`. */
const RETRY_AFTER: Record<Timing, number> = {
	seconds: HOUR_MS,
	'seconds with decimals': 90.5 * SECOND_MS,
	'no seconds at all': 0,
	'a week of seconds': RESET - EVENING,
	'an HTTP date': 2 * HOUR_MS,
	'an HTTP date that has passed': 0,
	'an ISO date': 2 * HOUR_MS,
	'epoch seconds': 2 * HOUR_MS,
	'epoch milliseconds': 2 * HOUR_MS,
	'epoch seconds of a moment that has passed': 0,
	'epoch seconds of next month': RESET - EVENING,
	'epoch milliseconds of next month': RESET - EVENING,
	'a round thousand million': MINUTE_MS,
	'a number that no date reaches': MINUTE_MS,
	'a negative number': MINUTE_MS,
	'no number': MINUTE_MS,
	words: MINUTE_MS,
	'a list': MINUTE_MS,
	nothing: MINUTE_MS,
};

describe.each(['Retry-After', 'X-RateLimit-Reset'])('a 429 with %s of', (header) => {
	test.each(Object.entries(RETRY_AFTER) as Array<[Timing, number]>)(
		'%s is to be tried again after %i ms',
		async (timing, afterMs) => {
			const clock = jest.spyOn(Date, 'now').mockReturnValue(EVENING);
			simulator.clock.set(EVENING);
			const credential = connect();
			simulator.faults.add(faults.throttled({ [header]: timings(EVENING)[timing] }));
			const parameters = { ...CREATE_POST, options: { maxWait: 0 } };
			const { outputs } = await run(parameters, credential, { onError: 'continueRegularOutput' });
			clock.mockRestore();
			const { retryAt } = outputs[0][0].json.details as { retryAt: string };
			expect(retryAt).toBe(new Date(EVENING + afterMs).toISOString());
		},
	);
});

const waiting = (maxWait: number) => ({ ...LIST_POSTS, options: { maxWait } });

test('an epoch that comes within Max Wait is waited for', async () => {
	simulator.faults.add(faults.throttled({ 'X-RateLimit-Reset': String(Date.now() + 500) }));
	const { error } = await run(waiting(30), connect());
	expect(error).toBeUndefined();
	expect(api().map(({ status }) => status)).toEqual([429, 200]);
});

test.each([
	['an epoch', () => String(Math.floor(Date.now() / SECOND_MS) + 60)],
	['a duration', () => '60'],
	['nonsense', () => 'soon'],
])('%s beyond Max Wait ends the item at once', async (_what, value) => {
	simulator.faults.add(faults.throttled({ 'Retry-After': value() }));
	const begunAt = Date.now();
	const { error } = await run(waiting(5), connect());
	expect(error?.message).toContain('throttling');
	expect(Date.now() - begunAt).toBeLessThan(5 * SECOND_MS);
	expect(api()).toHaveLength(1);
});
