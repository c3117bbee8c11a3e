/**
 * Both triggers in n8n's real poll context on a machine whose clock goes wrong, by LinkedIn's own time: every event
 * comes out once, none from before the trigger does, and no day of LinkedIn's has more calls than Max Calls a Day.
 */
import { callsByDay } from '../../soak/judge';
import {
	DAY_MS,
	HOUR_MS,
	letPass,
	MINUTE_MS,
	setClockWrongBy,
	simulateEachTest,
	simulator,
	TRIGGERS,
	type Watched,
} from './bothTriggers';

simulateEachTest();

const MAX_CALLS = 80;
const OLD = 3;
const EVERY_MS = 5 * MINUTE_MS;
const PUT_TO_1970 = 'at 1970';

/** @param makes whether something new comes every three hours */
async function live({ trigger, make }: Watched, forMs: number, made: { count: number }, makes = true) {
	for (let passed = 0; passed < forMs; passed += EVERY_MS) {
		letPass(EVERY_MS);
		if (makes && passed % (3 * HOUR_MS) === 0) make(OLD + made.count++);
		await trigger.poll();
	}
}

const CLOCKS: Array<[clock: string, wrongBy: () => number]> = [
	[PUT_TO_1970, () => -Date.now()],
	['ten days back', () => -10 * DAY_MS],
	['ten days ahead', () => 10 * DAY_MS],
];
const WAYS = [
	'for ten minutes',
	'for ten minutes after a restart',
	'for good after a restart',
	'from the start',
];

describe.each(Object.entries(TRIGGERS))('the trigger of %s, its clock', (_name, start) => {
	test.each(CLOCKS.flatMap(([clock, wrongBy]) => WAYS.map((way) => [clock, way, wrongBy] as const)))(
		'%s %s',
		async (_clock, way, wrongBy) => {
			const watched = start(undefined, MAX_CALLS);
			for (let old = 0; old < OLD; old += 1) watched.make(old);
			letPass(12 * DAY_MS);
			const isFromStart = way === 'from the start';
			if (isFromStart) setClockWrongBy(wrongBy());
			await watched.trigger.poll();
			const made = { count: 0 };
			await live(watched, 1.3 * DAY_MS, made);
			if (!isFromStart) setClockWrongBy(wrongBy());
			if (way.includes('restart')) watched.trigger.restart();
			await live(watched, 10 * MINUTE_MS, made);
			if (way.includes('ten minutes')) setClockWrongBy(0);
			await live(watched, 1.3 * DAY_MS, made);
			await live(watched, 8 * HOUR_MS, made, false);

			const numbers = watched.came();
			const news = numbers.filter((number) => number >= OLD);
			const isOverBudget = ([, calls]: [string, number]) => calls > MAX_CALLS;
			expect({
				thrown: watched.trigger.thrown,
				old: numbers.length - news.length,
				missing: made.count - new Set(news).size,
				repeated: news.length - new Set(news).size,
				overBudget: [...callsByDay(simulator.requests)].filter(isOverBudget),
			}).toEqual({ thrown: [], old: 0, missing: 0, repeated: 0, overBudget: [] });
		},
	);
});
