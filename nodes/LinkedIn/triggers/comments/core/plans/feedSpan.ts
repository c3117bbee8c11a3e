/**
 * How much of a feed is read at once. What a reading of many calls found is kept only by the process until it's
 * complete, so after a long gap the feed is read in spans, the earliest first: each moves the cursor when it's read.
 */
import type { FeedReading, Memory } from '../state/memory';
import { FEED_KEPT_MS, OVERLAP_MS, type WatchedPage } from '../state/state';

const MINUTE_MS = 60_000;
const FIRST_MS = 240 * MINUTE_MS;
const SHORTEST_MS = 5 * MINUTE_MS;
/** Of 100 events each, if LinkedIn fills them. */
const MOST_PAGES = 40;
const FEW_PAGES = 5;
/** From then on its place is saved. */
const LONG_FROM_PAGES = 3;
const PAGE_SIZE = 100;

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

/**
 * Notes how far a long window was read: a burst of reactions takes hours at a few calls, and a process that ends before
 * would have read it in vain.
 */
export function notePlace(
	watched: WatchedPage,
	{ fromMs, toMs, start, pages, undecidedMs }: FeedReading,
): void {
	if (start === undefined) delete watched.feedPlace;
	else if (pages >= LONG_FROM_PAGES) {
		const undecided = undecidedMs === Infinity ? {} : { undecidedMs };
		watched.feedPlace = { fromMs, toMs, start, pages, ...undecided };
	}
}

/** Where an earlier process stopped, and a page before that: what was deleted since has moved the rest ahead. */
export function savedPlace({ feedPlace }: WatchedPage, fromMs: number, nowMs: number): Partial<FeedReading> {
	if (!feedPlace || feedPlace.fromMs > fromMs || feedPlace.toMs > nowMs) return {};
	if (feedPlace.fromMs < nowMs - FEED_KEPT_MS - OVERLAP_MS) return {};
	const { start, undecidedMs = Infinity } = feedPlace;
	return { ...feedPlace, undecidedMs, start: Math.max(0, start - PAGE_SIZE), isPart: true };
}
