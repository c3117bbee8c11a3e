import { CallBudget } from '../../../../../../nodes/LinkedIn/triggers/leads/core/calls';
import { DAY_MS } from '../../../../../../nodes/LinkedIn/triggers/polling/core/budget';

/** Max Calls a Day of the lead trigger. */

const MIDNIGHT = Date.UTC(2026, 9, 5);

/** How many calls may be made at once, at this time of day, if `used` were made before. */
function leftAt(dayShare: number, used = 0): number {
	const nowMs = MIDNIGHT + dayShare * DAY_MS;
	const budget = new CallBudget(81, [[MIDNIGHT / DAY_MS, used]], 60_000);
	let count = 0;
	while (count < 100 && budget.mayAsk(nowMs)) {
		budget.spend(1, nowMs);
		count += 1;
	}
	return count;
}

test.each<[string, number, number, number]>([
	['nothing at noon: half of the day', 0.5, 0, 41],
	['ten at noon: the rest of that half', 0.5, 10, 31],
	['nothing in the evening: three quarters of the day', 0.75, 0, 61],
	['all of the day', 0.75, 81, 0],
])('what was not used stays free until 00:00 UTC; used %s', (_what, dayShare, used, left) => {
	expect(leftAt(dayShare, used)).toBe(left);
});
