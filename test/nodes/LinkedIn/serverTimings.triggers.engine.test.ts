/**
 * One 429 that says when to come back, in every form that a server may use: both triggers, polled over two days in
 * n8n's real poll context, follow plausible values, repeat the request by the next 00:00 UTC at the latest, and lose
 * nothing.
 */
import { faults, timings, type Timing } from '../../simulator';
import {
	DAY_MS,
	HOUR_MS,
	letPass,
	MINUTE_MS,
	simulateEachTest,
	simulator,
	TRIGGERS,
	type Watched,
} from './bothTriggers';

simulateEachTest();

const POLL_EVERY_MS = 15 * MINUTE_MS;
/** The first poll is at 07:30 UTC, the one that gets the 429 at 07:45. */
const TO_THE_RESET = 16 * 60 + 15;

/** Minutes from the 429 to the first poll that may make the request again, with a poll every fifteen minutes. */
const ASKED_AFTER: Record<Timing, number> = {
	seconds: 60,
	'seconds with decimals': 15,
	'no seconds at all': 15,
	'a week of seconds': TO_THE_RESET,
	'an HTTP date': 120,
	'an HTTP date that has passed': 15,
	'an ISO date': 120,
	'epoch seconds': 120,
	'epoch milliseconds': 120,
	'epoch seconds of a moment that has passed': 15,
	'epoch seconds of next month': TO_THE_RESET,
	'epoch milliseconds of next month': TO_THE_RESET,
	// An unreadable value counts as a minute.
	'a round thousand million': 15,
	'a number that no date reaches': 15,
	'a negative number': 15,
	'no number': 15,
	words: 15,
	'a list': 15,
	nothing: 15,
};

/** Polls for two days after the 429. @returns after how many minutes LinkedIn was called again, and what came out */
async function liveOn(start: () => Watched, headers: () => Record<string, string>) {
	const { trigger, make, came } = start();
	await trigger.poll();
	letPass(POLL_EVERY_MS);
	make(0);
	const throttledAt = Date.now();
	simulator.faults.add(faults.throttled(headers()));
	await trigger.poll();
	const throttled = simulator.requests.find(({ status }) => status === 429)?.endpoint;
	simulator.requests.length = 0;
	// Other sources continue meanwhile.
	const askedAgain = () => simulator.requests.find(({ endpoint }) => endpoint === throttled);
	let made = 1;
	for (const end = throttledAt + 2 * DAY_MS; Date.now() < end;) {
		// Once LinkedIn is called again, fewer polls are enough.
		letPass(askedAgain() ? 6 * HOUR_MS : POLL_EVERY_MS);
		if ((Date.now() - throttledAt) % HOUR_MS === 0) make(made++);
		letPass(1000);
		await trigger.poll();
		letPass(-1000);
	}
	letPass(HOUR_MS);
	await trigger.poll();
	expect(trigger.thrown).toEqual([]);
	const asked = askedAgain();
	const minutes = asked ? Math.floor((asked.at - throttledAt) / MINUTE_MS) : 'never';
	return { minutes, missing: made - new Set(came()).size, repeated: came().length - new Set(came()).size };
}

describe.each(Object.entries(TRIGGERS))('the trigger of %s', (_name, start) => {
	describe.each(['Retry-After', 'X-RateLimit-Reset'])('after a 429 with %s of', (header) => {
		test.each(Object.entries(ASKED_AFTER) as Array<[Timing, number]>)(
			'%s asks again after %i minutes',
			async (timing, minutes) => {
				const headers = () => ({ [header]: timings(Date.now())[timing] });
				expect(await liveOn(start, headers)).toEqual({ minutes, missing: 0, repeated: 0 });
			},
		);
	});
});
