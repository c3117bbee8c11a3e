/**
 * Max Calls a Day: how many calls are allowed by now, and how often a page is checked.
 *
 * The day's calls are released evenly from 00:00 UTC, when LinkedIn's counters start again (docs.rateLimits). What is
 * not used stays free until the day ends.
 */
export const DAY_MS = 86_400_000;

/** Development tier allows 100 calls a member a day: 80 leaves room for the workflow's own answers. */
export const DEFAULT_CALLS_A_DAY = 80;
export const DEFAULT_CALLS_A_DAY_STANDARD = 1_000;

/** Polls that find nothing use at most this share; the rest is for reading new comments and for the sweep. */
const IDLE_SHARE = 0.6;
/** However much there is to sweep, so much is left for asking what is new. */
export const LEAST_IDLE_SHARE = 0.15;
/** Reserved for the cost of new comments. */
const DETAIL_SHARE = 0.1;
/** Of what is released, the sweep leaves so much of the day's calls to what is new. */
const SWEEP_LEAVES_SHARE = 0.025;

export interface Budget {
	perDay: number;
	/** Days since the epoch, UTC. */
	day: number;
	used: number;
	/**
	 * How long it is until the next poll, milliseconds: a trigger that is polled once a day would otherwise have to do
	 * with what is released at the moment of its poll.
	 */
	aheadMs?: number;
}

/** `poll` and `detail` may use all that is released, `sweep` leaves a rest. */
export type CallPurpose = 'poll' | 'detail' | 'sweep';

/** The node's setting, where 0 stands for the default of the tier. */
export function callsADay(setting: number, tier: 'unknown' | 'development' | 'standard'): number {
	if (setting > 0) return Math.floor(setting);
	return tier === 'standard' ? DEFAULT_CALLS_A_DAY_STANDARD : DEFAULT_CALLS_A_DAY;
}

/** Calls that may have been made by the next poll, of those of today; never more than `perDay`. */
export function released(perDay: number, nowMs: number, aheadMs = 0): number {
	const elapsed = Math.min(1, ((nowMs % DAY_MS) + aheadMs) / DAY_MS);
	return Math.floor(1 + (perDay - 1) * elapsed);
}

/**
 * The budget of the day of `nowMs`: yesterday's calls are forgotten. A clock that is set back to an earlier day has no
 * count of that day any more, so all that was released counts as spent.
 */
export function today(budget: Budget, nowMs: number): Budget {
	const day = Math.floor(nowMs / DAY_MS);
	if (day === budget.day) return budget;
	return { ...budget, day, used: day > budget.day ? 0 : released(budget.perDay, nowMs, budget.aheadMs) };
}

/**
 * Whether another call is allowed now.
 * @param extra calls that may be taken before they are released
 */
export function maySpend(budget: Budget, purpose: CallPurpose, nowMs: number, extra = 0): boolean {
	const open = Math.min(budget.perDay, released(budget.perDay, nowMs, budget.aheadMs) + extra);
	const left = purpose === 'sweep' ? sweepLeaves(budget) : 0;
	return budget.used + 1 + left <= open;
}

/** A trigger that is polled once or twice a day has nothing to keep calls for. */
function sweepLeaves({ perDay, aheadMs = 0 }: Budget): number {
	return aheadMs >= DAY_MS / 2 ? 0 : Math.ceil(perDay * SWEEP_LEAVES_SHARE);
}

/**
 * The share of the calls that polls may take which find nothing.
 * @param sweepCallsADay what reading all watched posts costs a day
 */
export function idleShare(perDay: number, sweepCallsADay: number): number {
	const left = 1 - DETAIL_SHARE - sweepCallsADay / perDay;
	return Math.min(IDLE_SHARE, Math.max(LEAST_IDLE_SHARE, left));
}

/**
 * How long to leave a page alone between two polls.
 * @param calls what one poll costs that finds nothing
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
