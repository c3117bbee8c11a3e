/**
 * How many messages LinkedIn still allows this hour, by its answers, and when the next one may be sent.
 *
 * `X-RateLimit-Remaining` is on successes and refusals, `X-RateLimit-Reset` has the seconds until the window ends
 * (docs/behaviour.md#message-limits). If LinkedIn doesn't send them, messages aren't held back.
 */
import { NONSENSE_MS, readMoment } from '../../../transport/limits/serverTiming';
import type { Allowance } from '../../../transport/memory/memory';

const WINDOW_MS = 3_600_000;

/** At once up to the allowance, or evenly over what is left of the window. */
export type Pacing = 'atOnce' | 'evenSpread';

/**
 * The allowance after an answer.
 * @param known what was known before it
 * @param headers of the answer, names in lower case
 * @param nowMs by the monotonic clock
 * @param epochMs the current time, because LinkedIn may send a timestamp
 */
export function allowanceAfter(
	known: Allowance | undefined,
	headers: Record<string, string>,
	nowMs: number,
	epochMs = nowMs,
): Allowance | undefined {
	const remaining = wholeNumber(headers['x-ratelimit-remaining']);
	const reset = headers['x-ratelimit-reset'];
	const current = known && known.resetAtMs > nowMs ? known : undefined;
	const resetAtMs =
		reset === undefined
			? current?.resetAtMs
			: nowMs + leftOfWindow(readMoment(reset, epochMs) ?? epochMs + NONSENSE_MS, epochMs);
	if (resetAtMs === undefined) return undefined;
	const left = remaining ?? (current ? Math.max(0, current.remaining - 1) : undefined);
	return left === undefined ? undefined : { remaining: left, resetAtMs, answeredAtMs: nowMs };
}

/**
 * When the next message may be sent, by the monotonic clock; `nowMs` or earlier means at once.
 * @param known undefined if LinkedIn hasn't said anything yet
 */
export function nextSendAt(known: Allowance | undefined, pacing: Pacing, nowMs: number): number {
	if (!known || known.resetAtMs <= nowMs) return nowMs;
	if (known.remaining <= 0) return known.resetAtMs;
	if (pacing === 'atOnce') return nowMs;
	return known.answeredAtMs + Math.ceil((known.resetAtMs - known.answeredAtMs) / known.remaining);
}

/**
 * How many of several messages could be sent from now on until a moment, all by the monotonic clock.
 * @param untilMs when waiting for the next one ends; it doesn't matter for those at once
 * @returns `nextAtMs` is when the first of the others is due
 */
export function sendable(
	known: Allowance | undefined,
	pacing: Pacing,
	count: number,
	nowMs: number,
	untilMs: number,
): { sent: number; nextAtMs: number } {
	if (!known || known.resetAtMs <= nowMs) return { sent: count, nextAtMs: nowMs };
	const { remaining, resetAtMs, answeredAtMs } = known;
	if (pacing === 'atOnce') return { sent: Math.min(count, remaining), nextAtMs: resetAtMs };
	// After the window the rest goes out, if there is time to wait for it.
	if (untilMs >= resetAtMs) return { sent: count, nextAtMs: nowMs };
	const stepMs = nextSendAt(known, pacing, nowMs) - answeredAtMs;
	const inTime = Math.max(0, Math.floor((untilMs - answeredAtMs) / stepMs));
	const sent = Math.min(count, remaining, inTime);
	return { sent, nextAtMs: sent >= remaining ? resetAtMs : answeredAtMs + (sent + 1) * stepMs };
}

/**
 * How much of the window is left, in milliseconds: never more than an hour, whatever LinkedIn says.
 * @param saidMs when it ends, epoch milliseconds
 * @param nowMs the current time, epoch milliseconds
 */
export function leftOfWindow(saidMs: number, nowMs: number): number {
	return Math.min(Math.max(0, saidMs - nowMs), WINDOW_MS);
}

function wholeNumber(text: string | undefined): number | undefined {
	return text !== undefined && /^\d+$/.test(text.trim()) ? Number(text) : undefined;
}
