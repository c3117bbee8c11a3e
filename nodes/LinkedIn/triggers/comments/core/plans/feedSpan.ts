/**
 * How much of a feed is read at once. What a reading of many calls found is kept only by the process until it's
 * complete, so after a long gap the feed is read in spans, the earliest first: each moves the cursor when it's read.
 */
import type { PollContext } from '../pollContext';
import type { FeedCursor } from '../state/feedCursor';
import type { FeedReading, Memory } from '../state/memory';
import { FEED_KEPT_MS, OVERLAP_MS } from '../state/state';

const MINUTE_MS = 60_000;
const FIRST_MS = 240 * MINUTE_MS;
const SHORTEST_MS = 5 * MINUTE_MS;
/** Of 100 events each, if LinkedIn fills them. */
const MOST_PAGES = 40;
const FEW_PAGES = 5;
/** From then on a window is long: its place is saved. */
const LONG_FROM_PAGES = 3;
const PAGE_SIZE = 100;
/** Less isn't worth another beginning. */
const SPLIT_FROM_MS = OVERLAP_MS / 2;
/** Whether the ends of LinkedIn's spans belong to them isn't documented. */
export const END_UNSURE_MS = 1_000;

/**
 * How often a feed is read: usually with each poll, but a reading of many pages, after a burst of reactions, isn't
 * repeated at once.
 */
export function feedEveryMs({ memory }: PollContext, page: string, usualMs: number): number {
	const { pages = 0 } = memory.feedsRead.get(page) ?? {};
	return Math.max(usualMs, Math.min(OVERLAP_MS, (usualMs * pages) / LONG_FROM_PAGES));
}

/** Up to when to read from a moment on, epoch milliseconds. */
export function spanEndMs({ feedSpans }: Memory, key: string, fromMs: number, nowMs: number): number {
	return Math.min(nowMs, fromMs + OVERLAP_MS + (feedSpans.get(key) ?? FIRST_MS));
}

/** Whether a window is too long: a shorter one is read instead. */
export function isTooLong({ pages, start, fromMs, toMs }: FeedReading): boolean {
	return start !== undefined && pages >= MOST_PAGES && toMs - fromMs > OVERLAP_MS + SHORTEST_MS;
}

/** The next window is a quarter as long. */
export function shorten({ feedSpans }: Memory, key: string, { fromMs, toMs }: FeedReading): void {
	feedSpans.set(key, Math.max(SHORTEST_MS, (toMs - fromMs - OVERLAP_MS) / 4));
}

/** After a window that was read: the next one may be longer if it had few events. */
export function lengthen(
	{ feedSpans }: Memory,
	key: string,
	{ isPart, pages, fromMs, toMs }: FeedReading,
): void {
	if (!isPart) feedSpans.delete(key);
	else if (pages < FEW_PAGES) feedSpans.set(key, 2 * (toMs - fromMs - OVERLAP_MS));
}

/**
 * Notes how far a long window was read: a burst of reactions takes hours at a few calls, and a process that ends before
 * would have read it in vain.
 */
export function notePlace(
	cursor: FeedCursor,
	{ fromMs, toMs, begunAtMs, start, pages, undecidedMs }: FeedReading,
): void {
	if (start === undefined) delete cursor.feedPlace;
	else if (pages >= LONG_FROM_PAGES) {
		const undecided = undecidedMs === Infinity ? {} : { undecidedMs };
		cursor.feedPlace = { fromMs, toMs, begunAtMs, start, pages, ...undecided };
	}
}

/** Where an earlier process stopped, and a page before that: what was deleted since has moved the rest ahead. */
export function savedPlace({ feedPlace }: FeedCursor, fromMs: number, nowMs: number): Partial<FeedReading> {
	if (!feedPlace || feedPlace.fromMs > fromMs || feedPlace.toMs > nowMs) return {};
	if (feedPlace.fromMs < nowMs - FEED_KEPT_MS - OVERLAP_MS) return {};
	const { start, undecidedMs = Infinity } = feedPlace;
	return { ...feedPlace, undecidedMs, start: Math.max(0, start - PAGE_SIZE), isPart: true };
}

/** Whether LinkedIn had listed everything when the window was begun. */
const isComplete = ({ toMs, begunAtMs }: FeedReading) => begunAtMs >= toMs + OVERLAP_MS;

/**
 * LinkedIn lists events up to half an hour late, so a window that ends now is read once more later. A long one is split
 * instead: what is older than that is begun again, as a window that needn't be read again, and what is recent comes
 * after it.
 */
export function splitIfLong(window: FeedReading, nowMs: number): void {
	const { fromMs, toMs, start } = window;
	if (start === undefined || !isLong(window) || isComplete(window)) return;
	const untilMs = Math.min(toMs, nowMs - OVERLAP_MS);
	if (untilMs < toMs && untilMs - fromMs < SPLIT_FROM_MS) return;
	beginAgain(window, nowMs);
	window.toMs = untilMs;
	window.isPart = true;
}

export const isLong = ({ pages }: FeedReading): boolean => pages >= LONG_FROM_PAGES;

/** What was found and isn't dealt with stays. */
export function beginAgain(window: FeedReading, nowMs: number): void {
	const again = { start: 0, pages: 0, emptyPages: 0, met: new Set<string>(), reactions: 0 };
	Object.assign(window, { begunAtMs: nowMs, ...again });
}

/**
 * Notes that such a window was read. Otherwise the next process would begin half an hour before the newest event: in a
 * burst of reactions, with all of them again, and without an item that would make n8n save how far it got.
 */
export function noteComplete(cursor: FeedCursor, window: FeedReading): void {
	const { toMs, undecidedMs } = window;
	if (!isComplete(window)) return;
	const untilMs = Math.min(toMs, undecidedMs) - END_UNSURE_MS;
	cursor.feedComplete = Math.max(cursor.feedComplete ?? 0, untilMs);
}
