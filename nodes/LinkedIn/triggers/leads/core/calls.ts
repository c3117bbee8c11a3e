/** The calls that a lead trigger may make: Max Calls a Day, released evenly from 00:00 UTC. */
import { DAY_MS, released } from '../../polling/core/budget';

/** Listing owners early leaves this share of the released calls to the rest. */
const IDLE_SHARE = 0.9;
/**
 * For how many days before and after today the calls are remembered: a clock may be set back or forward by this many.
 */
const DAYS_KEPT = 3;

/** Days since the epoch, and the calls made on each. */
export type CallsByDay = Array<[day: number, used: number]>;

export class CallBudget {
	private days: CallsByDay;

	/** @param everyMs time until the next poll; this one may use what is released until then */
	constructor(
		private readonly perDay: number,
		days: CallsByDay,
		private readonly everyMs: number,
	) {
		this.days = days.map(([day, used]) => [day, used]);
	}

	/** @param isIdle for work that can wait */
	mayAsk(nowMs: number, isIdle = false): boolean {
		const open = openUntil(this.perDay, nowMs, this.everyMs);
		return this.used(nowMs) + 1 <= (isIdle ? Math.floor(open * IDLE_SHARE) : open);
	}

	/** @param calls made since the last time */
	spend(calls: number, nowMs: number): void {
		if (calls === 0) return;
		const today = dayOf(nowMs);
		const entry = this.days.find(([day]) => day === today);
		if (entry) entry[1] += calls;
		else this.days.push([today, calls]);
		this.days = this.days.filter(([day]) => Math.abs(day - today) < DAYS_KEPT);
	}

	/** What has been used on each day, for the state. */
	get byDay(): CallsByDay {
		return this.days;
	}

	/** Calls on future days were made with a clock that was ahead, and count as today's. */
	private used(nowMs: number): number {
		const today = dayOf(nowMs);
		return this.days.reduce((sum, [day, used]) => (day >= today ? sum + used : sum), 0);
	}
}

/**
 * What counts as used if a process continues with a saved state: it can't know what was used after the last save, so
 * everything that could have been released counts.
 */
export function afterRestart(saved: CallsByDay, perDay: number, nowMs: number, everyMs: number): CallsByDay {
	const today = dayOf(nowMs);
	const used = saved.reduce((sum, [day, calls]) => (day >= today ? sum + calls : sum), 0);
	return [[today, Math.max(used, openUntil(perDay, nowMs, everyMs))]];
}

function openUntil(perDay: number, nowMs: number, everyMs: number): number {
	const endOfDayMs = (dayOf(nowMs) + 1) * DAY_MS;
	return nowMs + everyMs >= endOfDayMs ? perDay : released(perDay, nowMs + everyMs);
}

const dayOf = (ms: number) => Math.floor(ms / DAY_MS);
