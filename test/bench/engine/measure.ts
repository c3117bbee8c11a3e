import { readFileSync, writeFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';

export interface Measured<T> {
	result: T;
	elapsedMs: number;
	/** Longest time in which the event loop was blocked. */
	stallMs: number;
	/** Maximum memory (resident set) during the work, minus that just before; only if requested. */
	memoryBytes?: number;
}

const RESOLUTION_MS = 1;
const SETTLE_MS = 100;
const FIRST_TURN_MS = 10;
const NANOSECONDS_PER_MS = 1e6;
const BYTES_PER_KB = 1024;

/**
 * Measures this process while it does the work. Requires --expose-gc.
 * @param ofMemory also its memory. It's reduced first, which discards compiled code and makes V8 collect garbage far
 * more often for a while, so times of such a run mean little.
 */
export async function measured<T>(work: () => Promise<T>, ofMemory = false): Promise<Measured<T>> {
	if (ofMemory) {
		await shrink();
		forgetPeak();
	}
	const idleBytes = process.memoryUsage.rss();
	const delays = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
	delays.enable();
	await sleep(SETTLE_MS);
	delays.reset();
	// Only after the first turn is a delay one between two turns.
	await sleep(FIRST_TURN_MS);
	const startedAt = performance.now();
	const result = await work();
	const elapsedMs = performance.now() - startedAt;
	// The delay of the last turn is recorded in the next one.
	await sleep(SETTLE_MS);
	delays.disable();
	return {
		result,
		elapsedMs,
		stallMs: Math.max(0, delays.max / NANOSECONDS_PER_MS - RESOLUTION_MS),
		...(ofMemory && { memoryBytes: Math.max(0, peakBytes() - idleBytes) }),
	};
}

export function collectGarbage(): void {
	if (!globalThis.gc) throw new Error('The engine process runs without --expose-gc.');
	void globalThis.gc();
}

/** Frees all unused memory; otherwise memory that loading the code used and freed would hide what the work uses. */
async function shrink(): Promise<void> {
	const collect = globalThis.gc as unknown as (options: Record<string, string>) => void;
	for (let time = 0; time < 2; time += 1) {
		collectGarbage();
		collect({ type: 'major', execution: 'sync', flavor: 'last-resort' });
		await sleep(SETTLE_MS);
	}
}

/** Linux can reset its record of the maximum memory; elsewhere it covers the whole lifetime. */
function forgetPeak(): void {
	if (process.platform === 'linux') writeFileSync('/proc/self/clear_refs', '5');
}

function peakBytes(): number {
	if (process.platform !== 'linux') return process.resourceUsage().maxRSS * BYTES_PER_KB;
	const kilobytes = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
	if (!kilobytes) throw new Error('The kernel does not say how much memory this process took.');
	return Number(kilobytes) * BYTES_PER_KB;
}
