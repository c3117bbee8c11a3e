/** The simulator's time in epoch milliseconds: it runs with real time from wherever it was set. */
export interface Clock {
	now(): number;
	/** Jumps to a moment; time then runs on from there. */
	set(ms: number): void;
	/** Jumps forward (or back, with a negative number). */
	advance(ms: number): void;
}

/** @param startMs epoch ms at which the simulator begins; real time when left out. */
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

/** The UTC day of a moment, as `YYYY-MM-DD`: LinkedIn's daily counters start again at 00:00 UTC (docs.rateLimits). */
export function utcDay(ms: number): string {
	return new Date(ms).toISOString().slice(0, 10);
}
