/** Time that only passes when a soak says so: the clocks of n8n's machine and of LinkedIn. */
import { startSimulator, type Simulator } from '../simulator';

export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

/** 23 seconds past a minute: n8n gives every poller its own second. */
const START_MS = Date.UTC(2026, 9, 5, 7, 30, 23);

export interface World {
	simulator: Simulator;
	/** LinkedIn's clock, epoch milliseconds. */
	now(): number;
	/** @param ms milliseconds that pass on both sides; negative values set both clocks back */
	pass(ms: number): void;
	/** Sets the clock of n8n's machine wrong by this many milliseconds; LinkedIn's stays right. */
	skew(ms: number): void;
	close(): Promise<void>;
}

/**
 * Starts a simulator on its own clock. Until `close`, `Date.now` stands still between two calls of `pass`;
 * `performance.now` also runs in real time, so that whatever waits for a real answer gets it.
 */
export async function startWorld(startMs = START_MS): Promise<World> {
	let nowMs = startMs;
	let passedMs = 0;
	let skewMs = 0;
	const monotonic = performance.now.bind(performance);
	// No mocks: those keep every call, and a long life makes more than fit into memory.
	const restore = [replaced(Date, () => nowMs + skewMs), replaced(performance, () => monotonic() + passedMs)];
	const simulator = await startSimulator({ now: startMs });
	return {
		simulator,
		now: () => nowMs,
		pass: (ms) => {
			nowMs += ms;
			passedMs += Math.max(0, ms);
		},
		skew: (ms) => {
			simulator.clock.advance(skewMs - ms);
			skewMs = ms;
		},
		close: async () => {
			for (const putBack of restore) putBack();
			await simulator.close();
		},
	};
}

/** @returns restores the clock */
function replaced(clock: { now(): number }, now: () => number): () => void {
	const own = Object.getOwnPropertyDescriptor(clock, 'now');
	Object.defineProperty(clock, 'now', { value: now, configurable: true, writable: true });
	return () => {
		if (own) Object.defineProperty(clock, 'now', own);
		else Reflect.deleteProperty(clock, 'now');
	};
}
