/** Which part of a feed is to be read now. */
import type { PollContext } from '../pollContext';
import type { FeedReading } from '../state/memory';
import { FEED_KEPT_MS, OVERLAP_MS, type WatchedPage } from '../state/state';
import { haveCaughtUp, readUpTo, type FeedList } from './feedList';
import { savedPlace, spanEndMs } from './feedSpan';

/** What was begun, or else all since the cursor of the list. */
export function windowOf(
	poll: PollContext,
	{ key, cursor, isAside }: FeedList,
	{ from, reactions }: WatchedPage,
): FeedReading {
	const { memory, isTimeKnown } = poll;
	const nowMs = poll.now();
	const cursorMs = Math.max(from, readUpTo(cursor), nowMs - FEED_KEPT_MS);
	const readToMs = isTimeKnown ? memory.feedsRead.get(key)?.toMs : undefined;
	// On a quiet page the newest event may be old, and what is before it many pages long.
	const knownFromMs = Math.max(cursorMs, (readToMs ?? 0) - 2 * OVERLAP_MS);
	const usualFromMs = Math.min(knownFromMs, nowMs - OVERLAP_MS);
	const begun = memory.feeds.get(key);
	if (begun && begun.start !== 0 && begun.fromMs <= usualFromMs) return begun;
	const isUniting = !isAside && reactions !== undefined && isTimeKnown && haveCaughtUp(reactions, nowMs);
	const fromMs = isUniting ? Math.max(from, Math.min(usualFromMs, readUpTo(reactions))) : usualFromMs;
	const endMs = isAside ? nowMs - OVERLAP_MS : nowMs;
	// Without LinkedIn's time it isn't sure that a span is over.
	const toMs = isTimeKnown ? Math.min(endMs, spanEndMs(memory, key, fromMs, nowMs)) : nowMs;
	const window: FeedReading = {
		reads: isAside ? 'reactions' : reactions && !isUniting ? 'others' : 'all',
		fromMs,
		toMs,
		begunAtMs: nowMs,
		isPart: toMs < nowMs,
		start: 0,
		pending: [],
		edits: [],
		met: new Set(),
		reactions: 0,
		deleted: new Set(),
		listed: new Set(),
		emptyPages: 0,
		pages: 0,
		newestMs: 0,
		undecidedMs: Infinity,
		...(isUniting ? { othersFromMs: usualFromMs } : savedPlace(cursor, fromMs, nowMs)),
	};
	memory.feeds.set(key, window);
	return window;
}
