import {
	callsADay,
	DAY_MS,
	idleShare,
	inWords,
	maySpend,
	pollEveryMs,
	released,
	today,
} from '../../../../../../nodes/LinkedIn/triggers/polling/core/budget';

const MIDNIGHT = Date.UTC(2026, 9, 5);
const NOON = MIDNIGHT + DAY_MS / 2;

describe('Max Calls a Day', () => {
	test.each([
		['the setting wins', 250, 'standard', 250],
		['0 on the Standard tier', 0, 'standard', 1_000],
		['0 on the Development tier', 0, 'development', 80],
		['0 on an unknown tier', 0, 'unknown', 80],
		['a negative setting counts as 0', -5, 'unknown', 80],
	] as const)('%s', (_, setting, tier, expected) => {
		expect(callsADay(setting, tier)).toBe(expected);
	});

	test.each([
		['one call at midnight UTC', 80, MIDNIGHT, 1],
		['half of them at noon', 81, NOON, 41],
		['never more than the day holds', 80, MIDNIGHT + DAY_MS - 1, 79],
	])('are released evenly: %s', (_, perDay, at, expected) => {
		expect(released(perDay, at)).toBe(expected);
	});

	test.each([
		['a poll takes all that is released', 'poll', 40, true],
		['but no more', 'poll', 41, false],
		['new comments too', 'detail', 40, true],
		['the sweep leaves a few', 'sweep', 37, true],
		['and waits there', 'sweep', 38, false],
	] as const)('%s', (_, purpose, used, expected) => {
		expect(maySpend({ perDay: 81, day: Math.floor(NOON / DAY_MS), used }, purpose, NOON)).toBe(expected);
	});

	test.each([
		['midnight UTC', MIDNIGHT, 1],
		['noon', NOON, 41],
		['the last minute of the day', MIDNIGHT + DAY_MS - 60_000, 80],
	])('not used before %s may all be made then', (_, at, expected) => {
		const budget = { perDay: 81, day: Math.floor(at / DAY_MS), used: 0 };
		while (maySpend(budget, 'poll', at)) budget.used += 1;
		expect(budget.used).toBe(expected);
	});

	test.each([
		['a minute, all that is released by then', 60_000, 40, true],
		['a minute, and no more', 60_000, 41, false],
		['half a day, all of the day', DAY_MS / 2, 80, true],
		['a week, no more than the day holds', 7 * DAY_MS, 81, false],
	])('may be taken ahead where the next poll comes in %s', (_, aheadMs, used, expected) => {
		const budget = { perDay: 81, day: Math.floor(NOON / DAY_MS), used, aheadMs };
		expect([maySpend(budget, 'poll', NOON), aheadMs < DAY_MS / 2 || maySpend(budget, 'sweep', NOON)]).toEqual(
			[expected, expected || aheadMs < DAY_MS / 2],
		);
	});

	test.each([
		['little to sweep', 5, 0.6],
		['half of the calls to sweep', 40, 0.4],
		['more to sweep than there are calls', 200, 0.15],
	])('polls that find nothing take their share: %s', (_, sweepCalls, expected) => {
		expect(idleShare(80, sweepCalls)).toBeCloseTo(expected);
	});

	test('of a day that the clock went back to count as spent as far as they were released', () => {
		const ahead = { perDay: 81, day: Math.floor(NOON / DAY_MS) + 1, used: 3 };
		expect(today(ahead, NOON)).toEqual({ ...ahead, day: ahead.day - 1, used: 41 });
	});

	test('begin anew at 00:00 UTC', () => {
		const spent = { perDay: 80, day: Math.floor(NOON / DAY_MS), used: 80 };
		expect(today(spent, NOON)).toEqual(spent);
		expect(today(spent, NOON + DAY_MS)).toEqual({ ...spent, day: spent.day + 1, used: 0 });
	});

	test.each([
		['80 calls, one page', 80, 1, 1, 'about every 30 minutes'],
		['1,000 calls, one page', 1_000, 1, 1, 'about every 3 minutes'],
		['1,000 calls, three pages of two calls', 1_000, 2, 3, 'about every 15 minutes'],
		['100,000 calls', 100_000, 1, 1, 'every minute'],
		['80 calls, ten pages', 80, 1, 10, 'about every 5 hours'],
	])('decide how often LinkedIn is asked: %s', (_, perDay, calls, pages, expected) => {
		expect(inWords(pollEveryMs(perDay, calls, pages))).toBe(expected);
	});

	test('leave two fifths of the day to what polls find', () => {
		expect(DAY_MS / pollEveryMs(80, 1, 1)).toBeCloseTo(48);
	});
});
