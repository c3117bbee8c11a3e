/**
 * What the comment trigger remembers between polls, as it stands in n8n's static data.
 *
 * n8n saves static data only when a poll emits, so after a crash an older copy comes back. All rules here hold for
 * any earlier copy too: a copy knows all that was emitted up to its time, and nothing it calls done is undone later.
 *
 * The one rule of what is news: a comment counts as dealt with when it was made at or before its post's `until`, or
 * when its id is in the post's `seen`. `until` moves only when a post was read whole.
 */
import { notAfterReset } from '../transport/quota';
import { bringBack, isAhead } from './ahead';
import { DAY_MS } from './budget';

/** Events may come up to 15 minutes late; whatever is read again reaches back twice that. */
export const OVERLAP_MS = 30 * 60_000;
/** Ids of members' comments are kept no longer (contract §5.9). */
export const SEEN_FOR_MS = 2 * DAY_MS;
/** A post is watched while it is among the newest, or was commented within this time. */
export const WATCH_AFTER_COMMENT_MS = 30 * DAY_MS;
export const NEWEST_POSTS = 100;
/** Every watched post is read whole that often. */
export const SWEEP_EVERY_MS = DAY_MS;
/** Bounds of one page's part of the static data, which is one JSON column for the whole workflow. */
const MOST_SEEN = 2_000;
const MOST_POSTS = 400;
/** LinkedIn keeps notifications that long; an unwatched page's cursor is of no use after it (contract §10.6). */
export const FEED_KEPT_MS = 60 * DAY_MS;

/** When the comment was made and when its id was noted, epoch milliseconds. */
export type Seen = [createdAtMs: number, notedAtMs: number];

export interface WatchedPost {
	/** `urn:li:activity:…`, once it is known. */
	activity?: string;
	/** Every comment made up to here has been dealt with. */
	until: number;
	/** Comments of both levels and of the top level at the last reading of what changed. */
	counted?: [all: number, topLevel: number];
	/** When the list of comments was shorter than the count for the first time: LinkedIn may lag. */
	shortSince?: number;
	/** The latest comment known. */
	commentedAt?: number;
	madeAt?: number;
	/** When its comments were read last, and when with all replies. */
	readAt?: number;
	wholeAt: number;
	/** Counts that differ from `counted`: its comments are still to be read. */
	moved?: [all: number, topLevel: number];
	/** LinkedIn refused to show its comments then. */
	unreadableAt?: number;
	/** Among the newest posts of the page, or chosen in the node. */
	wanted?: boolean;
	/** By comment id. */
	seen?: Record<string, Seen>;
}

/** What LinkedIn refused and when, so that it is not asked at every poll. */
export type Refusals = Partial<Record<'feed' | 'batch' | 'comments' | 'page', number>>;

export interface WatchedPage {
	/** Comments made before are no news: the page has been watched from here on. */
	from: number;
	/** `until` of posts that are not in `posts`. */
	floor: number;
	/** The notification feed has been read up to here. */
	feed: number;
	/** When the present sweep began. */
	sweep: number;
	/** When the list of posts was fetched last. */
	listedAt?: number;
	plan?: Plan;
	/** Not to be asked before. */
	dueAt?: number;
	refused: Refusals;
	posts: Record<string, WatchedPost>;
}

export type Plan = 'feed' | 'counts' | 'rotation';

export interface TriggerState {
	format: 1;
	/** Counts polls; tells whether what the process remembers belongs to this copy. */
	generation: number;
	/** When this trigger was switched on for the first time. */
	from: number;
	/** By page URN; chosen posts stand under CHOSEN. */
	pages: Record<string, WatchedPage>;
	managed?: { at: number; urns: string[] };
	/** Page URNs by the name in their address. */
	names?: Record<string, string>;
	calls: { day: number; used: number };
	/** All is quiet until then: the day's quota is spent. */
	quietUntil?: number;
}

export const CHOSEN = 'posts';

/**
 * Takes the state out of static data. A copy of it, so that nothing changes there before the poll is over.
 * @returns undefined when there is none, or when it is not ours
 */
export function readState(saved: unknown): TriggerState | undefined {
	const state = saved as TriggerState | undefined;
	return state?.format === 1 ? (JSON.parse(JSON.stringify(state)) as TriggerState) : undefined;
}

/**
 * Puts moments right that a clock wrote which ran ahead, and ends a pause at the next reset of LinkedIn's quotas. The
 * cursors reach back by the overlap: what came since the last reading is not lost, what came just before may come twice.
 */
export function putRight(state: TriggerState, nowMs: number): void {
	const cursorMs = nowMs - OVERLAP_MS;
	if (state.quietUntil !== undefined) state.quietUntil = notAfterReset(state.quietUntil, nowMs);
	bringBack(state, ['from'], nowMs, cursorMs);
	if (state.managed) bringBack(state.managed, ['at'], nowMs);
	for (const page of Object.values(state.pages)) {
		bringBack(page, ['from', 'floor', 'feed'], nowMs, cursorMs);
		bringBack(page, ['sweep', 'listedAt'], nowMs);
		bringBack(page.refused, ['feed', 'batch', 'comments', 'page'], nowMs);
		for (const post of Object.values(page.posts)) {
			bringBack(post, ['until'], nowMs, cursorMs);
			bringBack(post, ['shortSince', 'readAt', 'wholeAt', 'unreadableAt'], nowMs);
			for (const seen of Object.values(post.seen ?? {})) if (isAhead(seen[1], nowMs)) seen[1] = nowMs;
		}
	}
}

export function newState(nowMs: number): TriggerState {
	return {
		format: 1,
		generation: 0,
		from: nowMs,
		pages: {},
		calls: { day: Math.floor(nowMs / DAY_MS), used: 0 },
	};
}

/** A page that is watched from `fromMs` on: what was commented before is no news. */
export function newPage(fromMs: number): WatchedPage {
	return { from: fromMs, floor: fromMs, feed: fromMs, sweep: fromMs, refused: {}, posts: {} };
}

/**
 * The key of a post in `posts`, found by any of its URNs; the post is added when it is new.
 * @param urns share, ugcPost and activity URN, as far as they are known, the best key first
 */
export function postKey(page: WatchedPage, urns: Array<string | null | undefined>): string {
	const known = urns.filter((urn): urn is string => Boolean(urn));
	const activity = known.find((urn) => urn.startsWith('urn:li:activity:'));
	const same = Object.keys(page.posts).filter(
		(key) => known.includes(key) || known.includes(page.posts[key].activity ?? ''),
	);
	const key = same.length > 0 ? united(page, same) : known[0];
	page.posts[key] ??= newPost(page, page.floor);
	if (activity) page.posts[key].activity = activity;
	return key;
}

/** A post that begins to be watched; the present sweep need not read it. */
export function newPost(page: WatchedPage, until: number): WatchedPost {
	return { until, wholeAt: page.sweep };
}

/** Notes a post's activity. When the post was watched under that one too, the two become one. */
export function learnActivity(page: WatchedPage, key: string, activity: string): string {
	return postKey(page, [key, activity]);
}

/** Makes one post of several; a share or ugcPost URN stays its key, because the post can be read by it. */
function united(page: WatchedPage, keys: string[]): string {
	const kept = keys.find((key) => !key.startsWith('urn:li:activity:')) ?? keys[0];
	for (const key of keys.filter((other) => other !== kept)) {
		const [post, twin] = [page.posts[kept], page.posts[key]];
		page.posts[kept] = {
			...twin,
			...post,
			until: Math.max(post.until, twin.until),
			wholeAt: Math.max(post.wholeAt, twin.wholeAt),
			...(post.wanted || twin.wanted ? { wanted: true } : {}),
			...(post.seen || twin.seen ? { seen: { ...twin.seen, ...post.seen } } : {}),
		};
		delete page.posts[key];
	}
	return kept;
}

export function isDealtWith(post: WatchedPost, id: string, createdAtMs: number): boolean {
	return createdAtMs <= post.until || post.seen?.[id] !== undefined;
}

export function noteSeen(post: WatchedPost, id: string, createdAtMs: number, nowMs: number): void {
	(post.seen ??= {})[id] = [createdAtMs, nowMs];
	noteComment(post, createdAtMs);
}

export function noteComment(post: WatchedPost, createdAtMs: number): void {
	post.commentedAt = Math.max(post.commentedAt ?? 0, createdAtMs);
}

/**
 * Drops what is no longer needed from a page that has just been read up to now.
 *
 * An id goes when `until` and the feed's cursor have passed its comment, and after 48 hours in any case; then
 * `until` moves up to that comment, so that a later reading cannot take it for new.
 */
export function tidy(page: WatchedPage, nowMs: number): void {
	const feedNeedsFrom = page.plan === 'feed' ? page.feed - 2 * OVERLAP_MS : Infinity;
	const kept: Array<{ post: WatchedPost; id: string; seen: Seen }> = [];
	for (const post of Object.values(page.posts)) {
		for (const [id, seen] of Object.entries(post.seen ?? {})) {
			if (seen[0] <= post.until && seen[0] < feedNeedsFrom) delete post.seen?.[id];
			else if (nowMs - seen[1] > SEEN_FOR_MS) forget(post, id, seen);
			else kept.push({ post, id, seen });
		}
	}
	kept.sort((a, b) => a.seen[0] - b.seen[0]);
	for (const { post, id, seen } of kept.slice(0, Math.max(0, kept.length - MOST_SEEN)))
		forget(post, id, seen);

	const posts = Object.entries(page.posts).sort(([, a], [, b]) => lastMoved(b) - lastMoved(a));
	posts.forEach(([key, post], place) => {
		const isQuiet = lastMoved(post) < nowMs - WATCH_AFTER_COMMENT_MS;
		if (post.wanted || (!isQuiet && place < MOST_POSTS)) {
			if (Object.keys(post.seen ?? {}).length === 0) delete post.seen;
			return;
		}
		// Should it be watched again, its old comments must not pass for new ones.
		page.floor = Math.max(page.floor, post.commentedAt ?? 0);
		delete page.posts[key];
	});
}

function forget(post: WatchedPost, id: string, seen: Seen): void {
	post.until = Math.max(post.until, seen[0]);
	delete post.seen?.[id];
}

/** When something last happened on a post, as far as is known. */
export function lastMoved(post: WatchedPost): number {
	return Math.max(post.commentedAt ?? 0, post.madeAt ?? 0);
}
