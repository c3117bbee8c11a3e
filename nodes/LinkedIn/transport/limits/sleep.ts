import { sleep } from 'n8n-workflow';

/** Longest sleep before the signal is checked, so that a cancelled execution ends within a second. */
const SLICE_MS = 250;

/**
 * Sleeps in short slices: n8n-workflow has no sleep that an abort signal ends on every supported host. Changing the
 * system clock meanwhile has no effect.
 * @param durationMs in milliseconds
 * @param signal ends the sleep
 * @throws the signal's reason if it's aborted
 */
export async function abortableSleep(durationMs: number, signal?: AbortSignal): Promise<void> {
	const until = performance.now() + durationMs;
	for (;;) {
		signal?.throwIfAborted();
		const leftMs = until - performance.now();
		if (leftMs <= 0) return;
		await sleep(Math.min(SLICE_MS, leftMs));
	}
}

/** Lets the event loop run once, so that everything waiting gets its turn. */
export async function yieldToOthers(): Promise<void> {
	await sleep(0);
}
