import {
	afterFault,
	handOver,
	isFailing,
	mayTry,
	type Health,
} from '../../../../../../nodes/LinkedIn/triggers/polling/core/health';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const START = Date.UTC(2026, 9, 5, 12);

/** The health after faults at these minutes, and the time of the last one. */
function after(minutes: number[]): [Health, number] {
	let health: Health | undefined;
	for (const minute of minutes) health = afterFault(health, START + minute * MINUTE_MS);
	return [health!, START + minutes[minutes.length - 1] * MINUTE_MS];
}

test.each([
	[[0], false],
	[[0, 1], false],
	[[0, 1, 2], true],
	[[0, 29], false],
	[[0, 30], true],
])('faults at the minutes %j: failing %s', (minutes, isIt) => {
	const [health, nowMs] = after(minutes);
	expect(isFailing(health, nowMs)).toBe(isIt);
});

test('what has handed over fails with its next fault', () => {
	const [health, nowMs] = after([0, 30]);
	const again = afterFault({ ...handOver(health, nowMs, DAY_MS), failures: 0, sinceMs: nowMs }, nowMs);
	expect(isFailing(again, nowMs)).toBe(true);
});

test.each([
	['six hours', 6, 6],
	['a day, where it should be longer', 60, 24],
])('it is tried every hour for a day, then every %s', (_, given, hours) => {
	const [first, nowMs] = after([0, 1, 2]);
	let health = first;
	const waits = Array.from({ length: 27 }, () => {
		health = handOver(health, nowMs, given * HOUR_MS);
		return (health.tryAtMs! - nowMs) / HOUR_MS;
	});
	expect(waits).toEqual([...Array<number>(24).fill(1), hours, hours, hours]);
});

test.each([
	['before its time', HOUR_MS, false],
	['at its time', 0, true],
	['where its time is further off than any wait', DAY_MS + 1, true],
])('%s', (_when, leftMs, may) => {
	expect(mayTry({ failures: 3, sinceMs: START, tryAtMs: START + leftMs }, START)).toBe(may);
});
