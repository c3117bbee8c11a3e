/**
 * Max Calls A Day: how many calls may be made by now, and how often a page is asked.
 *
 * The day's calls are released evenly from 00:00 UTC, when LinkedIn's counters start again (contract §11.2).
 */
export const DAY_MS = 86_400_000;

/** Development tier allows 100 calls a member a day: 80 leaves room for the workflow's own answers. */
export const DEFAULT_CALLS_A_DAY = 80;
export const DEFAULT_CALLS_A_DAY_STANDARD = 1_000;

/** Polls that find nothing take this share; the rest is for reading what is new and for the sweep. */
const IDLE_SHARE = 0.75;
/** The sweep leaves this share of the released calls to what is new. */
const SWEEP_SHARE = 0.9;

export interface Budget {
	perDay: number;
	/** Days since the epoch, UTC. */
	day: number;
	used: number;
}

/** `poll` and `detail` may use all that is released, `sweep` leaves a rest. */
export type Purpose = 'poll' | 'detail' | 'sweep';

/** The node's setting, where 0 stands for the default of the tier. */
export function callsADay(setting: number, tier: 'unknown' | 'development' | 'standard'): number {
	if (setting > 0) return Math.floor(setting);
	return tier === 'standard' ? DEFAULT_CALLS_A_DAY_STANDARD : DEFAULT_CALLS_A_DAY;
}

/** Calls that may have been made by now, today; never more than `perDay`. */
export function released(perDay: number, nowMs: number): number {
	const elapsed = (nowMs % DAY_MS) / DAY_MS;
	return Math.floor(1 + (perDay - 1) * elapsed);
}

/** The budget of the day of `nowMs`: yesterday's calls are forgotten. */
export function today(budget: Budget, nowMs: number): Budget {
	const day = Math.floor(nowMs / DAY_MS);
	return day === budget.day ? budget : { perDay: budget.perDay, day, used: 0 };
}

/**
 * Whether one more call may be made now.
 * @param ahead calls that may be taken before they are released
 */
export function maySpend(budget: Budget, purpose: Purpose, nowMs: number, ahead = 0): boolean {
	const open = Math.min(budget.perDay, released(budget.perDay, nowMs) + ahead);
	return budget.used + 1 <= (purpose === 'sweep' ? Math.floor(open * SWEEP_SHARE) : open);
}

/**
 * How long to leave a page alone between two polls.
 * @param calls what one poll costs that finds nothing
 * @param pages how many pages share the budget
 * @returns milliseconds
 */
export function pollEveryMs(perDay: number, calls: number, pages: number): number {
	return Math.ceil((DAY_MS * calls * pages) / (IDLE_SHARE * perDay));
}

/** In words, for the notice: `about every 2 minutes`. */
export function inWords(intervalMs: number): string {
	const minutes = Math.ceil(intervalMs / 60_000);
	if (minutes <= 1) return 'every minute';
	if (minutes < 90) return `about every ${minutes} minutes`;
	return `about every ${Math.round(minutes / 60)} hours`;
}
