/**
 * Max Calls a Day: how many calls are allowed by now, and how often a page is checked.
 *
 * The daily calls are released evenly from 00:00 UTC, when LinkedIn resets its counters (docs.rateLimits). Unused ones
 * stay available until the day ends.
 */
export const DAY_MS = 86_400_000;

/** The Development tier allows 100 calls per member and day: 80 leaves room for the workflow's own answers. */
export const DEFAULT_CALLS_A_DAY = 80;
export const DEFAULT_CALLS_A_DAY_STANDARD = 1_000;

/** Polls that find nothing use at most this share; the rest is for reading new comments and for the sweep. */
const IDLE_SHARE = 0.6;
/** However much there is to sweep, this much is left for checking for new comments. */
export const LEAST_IDLE_SHARE = 0.15;
/** Reserved for the cost of new comments. */
const DETAIL_SHARE = 0.1;
/** Share of the daily calls that the sweep leaves of what is released, for new comments. */
const SWEEP_LEAVES_SHARE = 0.025;

export interface Budget {
	perDay: number;
	/** Days since the epoch, UTC. */
	day: number;
	used: number;
	/**
	 * How long it is until the next poll, milliseconds: otherwise a trigger that polls once a day would only have what
	 * is released at that moment.
	 */
	aheadMs?: number;
}

/** `poll` and `detail` may use everything released, `sweep` leaves a part. */
export type CallPurpose = 'poll' | 'detail' | 'sweep';

/** The node's setting; 0 stands for the tier's default. */
export function callsADay(setting: number, tier: 'unknown' | 'development' | 'standard'): number {
	if (setting > 0) return Math.floor(setting);
	return tier === 'standard' ? DEFAULT_CALLS_A_DAY_STANDARD : DEFAULT_CALLS_A_DAY;
}

/** Calls of today that may have been made by the next poll; never more than `perDay`. */
export function released(perDay: number, nowMs: number, aheadMs = 0): number {
	const elapsed = Math.min(1, ((nowMs % DAY_MS) + aheadMs) / DAY_MS);
	return Math.floor(1 + (perDay - 1) * elapsed);
}

/**
 * The budget of the day of `nowMs`: yesterday's calls are forgotten. If a clock is set back to an earlier day, that
 * day's count is gone, so everything released counts as used.
 */
export function today(budget: Budget, nowMs: number): Budget {
	const day = Math.floor(nowMs / DAY_MS);
	if (day === budget.day) return budget;
	return { ...budget, day, used: day > budget.day ? 0 : released(budget.perDay, nowMs, budget.aheadMs) };
}

/**
 * Whether another call is allowed now.
 * @param extra calls that may be used before they're released
 */
export function maySpend(budget: Budget, purpose: CallPurpose, nowMs: number, extra = 0): boolean {
	const open = Math.min(budget.perDay, released(budget.perDay, nowMs, budget.aheadMs) + extra);
	const left = purpose === 'sweep' ? sweepLeaves(budget) : 0;
	return budget.used + 1 + left <= open;
}

/** A trigger that polls once or twice a day has no reason to save calls. */
function sweepLeaves({ perDay, aheadMs = 0 }: Budget): number {
	return aheadMs >= DAY_MS / 2 ? 0 : Math.ceil(perDay * SWEEP_LEAVES_SHARE);
}

/**
 * The share of the calls for polls that find nothing.
 * @param sweepCallsADay cost of reading all watched posts, per day
 */
export function idleShare(perDay: number, sweepCallsADay: number): number {
	const left = 1 - DETAIL_SHARE - sweepCallsADay / perDay;
	return Math.min(IDLE_SHARE, Math.max(LEAST_IDLE_SHARE, left));
}

/**
 * How long to wait between two checks of a page.
 * @param calls cost of a poll that finds nothing
 * @param pages how many pages share the budget
 * @param share of the calls, for polls that find nothing
 * @returns milliseconds
 */
export function pollEveryMs(perDay: number, calls: number, pages: number, share = IDLE_SHARE): number {
	return Math.ceil((DAY_MS * calls * pages) / (share * perDay));
}

/** In words, for the notice: `about every 2 minutes`. */
export function inWords(intervalMs: number): string {
	const minutes = Math.ceil(intervalMs / 60_000);
	if (minutes <= 1) return 'every minute';
	if (minutes < 90) return `about every ${minutes} minutes`;
	return `about every ${Math.round(minutes / 60)} hours`;
}
