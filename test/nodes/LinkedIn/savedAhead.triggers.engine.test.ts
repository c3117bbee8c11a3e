/**
 * Both triggers in n8n's real poll context, with a state whose times are far in the future: written by a clock that was
 * ahead, or paused until 2083 as earlier versions could be after one 429. They make requests again by the next 00:00
 * UTC at the latest, and new events come out once.
 */
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

const FAR = Date.UTC(2083, 0, 1);
/** A refused owner of leads is left alone for an hour, and the state doesn't say whether one was refused. */
const HOUR_AND_A_POLL_MS = HOUR_MS + 15 * MINUTE_MS;

/** Polls every quarter of an hour for a day, with something new every hour. */
async function liveOn({ trigger, make, came }: Watched) {
	letPass(MINUTE_MS);
	simulator.requests.length = 0;
	const begunAt = Date.now();
	let made = 0;
	for (let quarter = 0; quarter < 4 * 25; quarter += 1) {
		if (quarter % 4 === 0 && quarter < 4 * 24) make(made++);
		letPass(15 * MINUTE_MS);
		await trigger.poll();
	}
	expect(trigger.thrown).toEqual([]);
	const asked = (simulator.requests[0]?.at ?? Number.NaN) - begunAt;
	const numbers = came();
	return { asked, missing: made - new Set(numbers).size, repeated: numbers.length - new Set(numbers).size };
}
const once = { missing: 0, repeated: 0 };

describe.each(Object.entries(TRIGGERS))('the trigger of %s', (name, start) => {
	test.each([
		['whose process goes on', undefined],
		['whose process starts anew', 'process'],
	] as const)('%s after the clock was put back by two months goes on soon', async (_what, restarts) => {
		letPass(60 * DAY_MS);
		const watched = start();
		for (let poll = 0; poll < 8; poll += 1) {
			letPass(6 * HOUR_MS);
			await watched.trigger.poll();
		}
		if (restarts) watched.trigger.restart();
		letPass(-60 * DAY_MS - 48 * HOUR_MS);
		const { asked, ...rest } = await liveOn(watched);
		expect(rest).toEqual(once);
		expect(asked).toBeLessThanOrEqual(HOUR_AND_A_POLL_MS);
	});

	test('that is quiet until 2083 asks at the next reset', async () => {
		const before = start();
		await before.trigger.poll();
		const saved = structuredClone(before.trigger.saved()) as Record<string, object>;
		Object.assign(saved[name], { quietUntil: FAR });
		const { asked, ...rest } = await liveOn(start(saved));
		expect(rest).toEqual(once);
		// It is 07:31 UTC, and the first poll after midnight is at 00:01.
		expect(asked).toBe(16.5 * HOUR_MS);
	});

	test('whose next poll is due in 2083 asks at its usual pace', async () => {
		const before = start();
		await before.trigger.poll();
		const saved = structuredClone(before.trigger.saved()) as Record<string, object>;
		const { pages, streams } = saved[name] as { pages?: object; streams?: object };
		for (const one of Object.values(pages ?? streams ?? {})) {
			if (typeof one !== 'object') continue;
			Object.assign(one, { dueAt: FAR, ...('refused' in one && { refused: { page: FAR, feed: FAR } }) });
		}
		const { asked, ...rest } = await liveOn(start(saved));
		expect(rest).toEqual(once);
		expect(asked).toBeLessThanOrEqual(HOUR_AND_A_POLL_MS);
	});
});
