/** The simulator's time in epoch milliseconds: it runs with real time from wherever it was set. */
export interface Clock {
	now(): number;
	/** Jumps to a time and continues from there. */
	set(ms: number): void;
	/** Jumps forward (or back, with a negative number). */
	advance(ms: number): void;
}

/** @param startMs epoch ms at which the simulator begins; real time by default. */
export function createClock(startMs: number = Date.now()): Clock {
	let offsetMs = startMs - Date.now();
	return {
		now: () => Date.now() + offsetMs,
		set: (ms) => {
			offsetMs = ms - Date.now();
		},
		advance: (ms) => {
			offsetMs += ms;
		},
	};
}

/** The UTC day of a time, as `YYYY-MM-DD`: LinkedIn resets its daily counters at 00:00 UTC (docs.rateLimits). */
export function utcDay(ms: number): string {
	return new Date(ms).toISOString().slice(0, 10);
}
