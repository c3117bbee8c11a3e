/**
 * The health of a page's source. One that fails repeatedly while others answer hands over to the next plan and is tried
 * again from time to time: LinkedIn's notification feed was seen to answer 500 for days
 * (docs/behaviour.md#notification-feed).
 */
const FAILURES_IN_A_ROW = 3;
const FAILING_FOR_MS = 30 * 60_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const HOURLY_TRIES = 24;

export interface Health {
	/** Faults in a row. */
	failures: number;
	/** When the first of them came, epoch milliseconds. */
	sinceMs: number;
	/** It has handed over to another plan and isn't tried before then. */
	tryAtMs?: number;
	/** Tries since it handed over. */
	tries?: number;
	/** LinkedIn doesn't accept calls until then. */
	closedUntilMs?: number;
}

/**
 * The health after one more fault.
 * @param closedUntilMs if LinkedIn said when it accepts calls again; meanwhile nothing is requested, so nothing fails
 */
export function afterFault(health: Health | undefined, nowMs: number, closedUntilMs?: number): Health {
	const { failures = 0, sinceMs = nowMs, tryAtMs, tries } = health ?? {};
	return {
		failures: failures + (closedUntilMs === undefined || failures === 0 ? 1 : 0),
		sinceMs: Math.min(sinceMs, nowMs),
		...(tryAtMs !== undefined && { tryAtMs, tries }),
		...(closedUntilMs !== undefined && { closedUntilMs }),
	};
}

/** Whether the next plan should be tried: one fault is enough for a source that has handed over before. */
export function isFailing(health: Health, nowMs: number): boolean {
	return (
		health.tryAtMs !== undefined ||
		health.failures >= FAILURES_IN_A_ROW ||
		Math.max(nowMs, health.closedUntilMs ?? 0) - health.sinceMs >= FAILING_FOR_MS
	);
}

/**
 * Hands over: the source is tried again when it opens, otherwise every hour of the first day, then less often.
 * @param laterEveryMs after the first day; a day at most
 */
export function handOver(health: Health, nowMs: number, laterEveryMs: number): Health {
	const { closedUntilMs = 0 } = health;
	if (closedUntilMs > nowMs) return { ...health, tries: health.tries ?? 0, tryAtMs: closedUntilMs };
	const tries = health.tryAtMs === undefined ? 0 : (health.tries ?? 0) + 1;
	return {
		...health,
		tries,
		tryAtMs: nowMs + (tries < HOURLY_TRIES ? HOUR_MS : Math.min(DAY_MS, laterEveryMs)),
	};
}

export function mayTry(health: Health | undefined, nowMs: number): boolean {
	// A clock that was ahead may have set a time far in the future.
	return health?.tryAtMs === undefined || nowMs >= health.tryAtMs || health.tryAtMs - nowMs > DAY_MS;
}
