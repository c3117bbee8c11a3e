/**
 * How much of a feed is read at once. What a reading of many calls found is kept only by the process until it's
 * complete, so after a long gap the feed is read in spans, the earliest first: each moves the cursor when it's read.
 */
import type { FeedReading, Memory } from '../state/memory';
import { OVERLAP_MS } from '../state/state';

const MINUTE_MS = 60_000;
const FIRST_MS = 240 * MINUTE_MS;
const SHORTEST_MS = 5 * MINUTE_MS;
/** Of 100 events each, if LinkedIn fills them. */
const MOST_PAGES = 40;
const FEW_PAGES = 5;

/** Up to when to read from a moment on, epoch milliseconds. */
export function spanEndMs({ feedSpans }: Memory, page: string, fromMs: number, nowMs: number): number {
	return Math.min(nowMs, fromMs + OVERLAP_MS + (feedSpans.get(page) ?? FIRST_MS));
}

/** Whether a window is too long: a shorter one is read instead. */
export function isTooLong({ pages, start, fromMs, toMs }: FeedReading): boolean {
	return start !== undefined && pages >= MOST_PAGES && toMs - fromMs > OVERLAP_MS + SHORTEST_MS;
}

/** The next window is a quarter as long. */
export function shorten({ feedSpans }: Memory, page: string, { fromMs, toMs }: FeedReading): void {
	feedSpans.set(page, Math.max(SHORTEST_MS, (toMs - fromMs - OVERLAP_MS) / 4));
}

/** After a window that was read: the next one may be longer if it had few events. */
export function lengthen(
	{ feedSpans }: Memory,
	page: string,
	{ isPart, pages, fromMs, toMs }: FeedReading,
): void {
	if (!isPart) feedSpans.delete(page);
	else if (pages < FEW_PAGES) feedSpans.set(page, 2 * (toMs - fromMs - OVERLAP_MS));
}
