/**
 * What the comment trigger remembers between polls.
 *
 * n8n saves static data only when a poll emits, so after a crash an older copy comes back. All rules here hold for
 * any earlier copy too: a copy knows all that was emitted up to its time, and nothing it calls done is undone later.
 *
 * The one rule of what is news: a comment counts as dealt with when it was made at or before its post's `until`, or
 * when its hash is in the post's `seen`. `until` moves only when a post was read whole, and no further than LinkedIn's
 * own times in that reading tell: the clock of this machine may be wrong.
 */
import { notAfterReset } from '../../../../transport/limits/quota';
import { bringBack, bringCursorsBack, type Moments } from '../../../polling/core/ahead';
import { DAY_MS } from '../../../polling/core/budget';
import type { SavedClosings } from '../../../polling/core/closed';
import { newKey, type Hashes } from '../../../polling/core/hashes';
import type { Health } from '../../../polling/core/health';

/** Events may come up to 15 minutes late; whatever is read again reaches back twice that. */
export const OVERLAP_MS = 30 * 60_000;
/** Newest posts of a page that are watched; of several pages together, so that the state stays small. */
const NEWEST_POSTS = 200;
/** Every watched post is read whole that often. */
export const SWEEP_EVERY_MS = DAY_MS;
/** Chosen posts may be so many. */
export const MOST_CHOSEN = 250;
/** LinkedIn keeps notifications that long; an unwatched page's cursor is of no use after it (docs.notifications). */
export const FEED_KEPT_MS = 60 * DAY_MS;

export interface WatchedPost {
	/** `urn:li:activity:…`, once it is known. */
	activity?: string;
	/** Every comment made up to here has been dealt with. */
	until: number;
	/**
	 * Comments of both levels and of the top level that are accounted for: read, or told since. UNKNOWN at the top level
	 * where something was told of which nobody knows the level.
	 */
	counted?: [all: number, topLevel: number];
	/** When the list of comments was shorter than the count for the first time: LinkedIn may lag. */
	shortSince?: number;
	/** The latest comment known. */
	commentedAt?: number;
	madeAt?: number;
	/** When its comments were read last, and when with all replies; never before it is watched. */
	readAt?: number;
	wholeAt?: number;
	/** Counts that differ from `counted`: its comments are still to be read. */
	moved?: [all: number, topLevel: number];
	/** How far the last whole reading got; the next one confirms it. */
	wholeUntil?: number;
	/** LinkedIn refused to show its comments then. */
	unreadableAt?: number;
	/** Among the newest posts of the page, or chosen in the node. */
	wanted?: boolean;
	/** Anybody may see it, and so the notification feed tells of its comments. */
	isPublic?: boolean;
	/** Comments after `until` that were dealt with. */
	seen?: Hashes;
}

/** What LinkedIn refused and when, so that it is not asked at every poll. */
export type Refusals = Partial<Record<'feed' | 'batch' | 'comments' | 'page', number>>;

export interface WatchedPage {
	/** Comments made before are no news: the page has been watched from here on. */
	from: number;
	/** `until` of posts that are not in `posts`. */
	floor: number;
	/** The notification feed has been read up to here, by LinkedIn's own times. */
	feed: number;
	/** When the whole list of posts was fetched last, and when its first page was. */
	listedAt?: number;
	glancedAt?: number;
	/** When the comments of all watched posts were counted last. */
	countedAt?: number;
	plan?: Plan;
	/** Not to be asked before. */
	dueAt?: number;
	refused: Refusals;
	health: Partial<Record<Plan, Health>>;
	posts: Record<string, WatchedPost>;
}

export type Plan = 'feed' | 'counts' | 'rotation';

export interface TriggerState {
	format: 2;
	/** Of the hashes. */
	key: string;
	/** Counts polls; tells whether what the process remembers belongs to this copy. */
	generation: number;
	/** How many processes have polled for this trigger. */
	processes?: number;
	/** When this trigger was switched on for the first time. */
	from: number;
	/** By page URN; chosen posts stand under CHOSEN. */
	pages: Record<string, WatchedPage>;
	/** Pages I manage, when they were listed, and when LinkedIn refused that since. */
	managed?: { at: number; urns: string[]; refusedAt?: number };
	/** Page URNs by the name in their address. */
	names?: Record<string, string>;
	calls: { day: number; used: number };
	/** How long it is from poll to poll, milliseconds. */
	everyMs?: number;
	/** All is quiet until then: the day's quota is spent. */
	quietUntil?: number;
	/** What LinkedIn takes no calls of for a while. */
	closed?: SavedClosings;
	/** Threads of replies that were read; see `packThreads`. */
	replies?: string;
}

export const CHOSEN = 'posts';
export const UNKNOWN = -1;

/**
 * Puts moments right that a clock wrote which ran ahead, and ends a pause at the next reset of LinkedIn's quotas. The
 * cursors reach back by the overlap: what came since the last reading is not lost, what came just before may come twice.
 * @param isTimeKnown else the clock may be what is wrong, and the cursors are left where they are
 * @returns whether cursors lie ahead that were left there
 */
export function putRight(state: TriggerState, nowMs: number, isTimeKnown: boolean): boolean {
	if (state.quietUntil !== undefined) state.quietUntil = notAfterReset(state.quietUntil, nowMs);
	if (state.managed) bringBack(state.managed, ['at', 'refusedAt'], nowMs);
	for (const page of Object.values(state.pages)) {
		bringBack(page, ['listedAt', 'glancedAt', 'countedAt'], nowMs);
		bringBack(page.refused, ['feed', 'batch', 'comments', 'page'], nowMs);
		for (const health of Object.values(page.health)) bringBack(health, ['sinceMs'], nowMs);
		for (const post of Object.values(page.posts)) {
			bringBack(post, ['shortSince', 'readAt', 'wholeAt', 'unreadableAt', 'commentedAt', 'madeAt'], nowMs);
		}
	}
	return bringCursorsBack(cursorsOf(state), nowMs, { backToMs: nowMs - OVERLAP_MS, isTimeKnown });
}

function* cursorsOf(state: TriggerState): Generator<Moments> {
	yield [state as never, ['from']];
	for (const page of Object.values(state.pages)) {
		yield [page as never, ['from', 'floor', 'feed']];
		for (const post of Object.values(page.posts)) yield [post as never, ['until', 'wholeUntil']];
	}
}

export function newState(nowMs: number): TriggerState {
	return {
		format: 2,
		key: newKey(),
		generation: 0,
		from: nowMs,
		pages: {},
		calls: { day: Math.floor(nowMs / DAY_MS), used: 0 },
	};
}

/** A page that is watched from `fromMs` on: what was commented before is no news. */
export function newPage(fromMs: number): WatchedPage {
	return { from: fromMs, floor: fromMs, feed: fromMs, refused: {}, health: {}, posts: {} };
}

/**
 * The key of a post in `posts`, found by any of its URNs; the post is added when it is new.
 * @param urns share, ugcPost and activity URN, as far as they are known, the best key first
 * @param until of a new post
 */
export function postKey(
	page: WatchedPage,
	urns: Array<string | null | undefined>,
	until = page.floor,
): string {
	const known = urns.filter((urn): urn is string => Boolean(urn));
	const activity = known.find((urn) => urn.startsWith('urn:li:activity:'));
	const same = Object.keys(page.posts).filter(
		(key) => known.includes(key) || known.includes(page.posts[key].activity ?? ''),
	);
	const key = same.length > 0 ? united(page, same) : known[0];
	page.posts[key] ??= { until };
	if (activity) page.posts[key].activity = activity;
	return key;
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
			until: untilOfBoth(post, twin),
			wholeAt: latest(post.wholeAt, twin.wholeAt),
			commentedAt: latest(post.commentedAt, twin.commentedAt),
			...(post.wanted || twin.wanted ? { wanted: true } : {}),
			...(post.seen || twin.seen ? { seen: new Map([...(twin.seen ?? []), ...(post.seen ?? [])]) } : {}),
		};
		delete page.posts[key];
	}
	return kept;
}

/** What either read whole is dealt with; a post that was never read has dealt with nothing of the other's time. */
function untilOfBoth(post: WatchedPost, twin: WatchedPost): number {
	const read = [post, twin].filter(({ wholeAt }) => wholeAt !== undefined).map(({ until }) => until);
	return read.length > 0 ? Math.max(...read) : Math.min(post.until, twin.until);
}

function latest(a: number | undefined, b: number | undefined): number | undefined {
	return a === undefined ? b : b === undefined ? a : Math.max(a, b);
}

export function isDealtWith(post: WatchedPost, hash: string, createdAtMs: number): boolean {
	return createdAtMs <= post.until || post.seen?.has(hash) === true;
}

export function noteSeen(post: WatchedPost, hash: string, createdAtMs: number): void {
	(post.seen ??= new Map()).set(hash, createdAtMs);
	noteComment(post, createdAtMs);
}

export function noteComment(post: WatchedPost, createdAtMs: number): void {
	post.commentedAt = Math.max(post.commentedAt ?? 0, createdAtMs);
}

/** Accounts for a comment that was told, or for one that went, so that the next count finds nothing that moved. */
export function noteTold(post: WatchedPost, by: 1 | -1, isTopLevel?: boolean): void {
	if (!post.counted) return;
	const [all, topLevel] = post.counted;
	const isKnown = topLevel !== UNKNOWN && isTopLevel !== undefined;
	post.counted = [Math.max(0, all + by), isKnown ? topLevel + (isTopLevel ? by : 0) : UNKNOWN];
}

/**
 * A post was read whole. What one reading leaves out without a word, as the replies to a comment whose number of replies
 * LinkedIn did not send, the next one finds, so `until` moves one reading later.
 * @param newestMs the latest of LinkedIn's own times that the reading met
 */
export function noteWhole(post: WatchedPost, newestMs: number, nowMs: number): void {
	post.wholeAt = nowMs;
	post.until = Math.max(post.until, post.wholeUntil ?? 0);
	post.wholeUntil = Math.min(newestMs, nowMs) - OVERLAP_MS;
}

/** How many of the newest posts of a page are watched, where several share one state. */
export function newestPosts(pages: number): number {
	return Math.max(1, Math.floor(NEWEST_POSTS / Math.max(1, pages)));
}

/**
 * Drops the hashes that no later reading needs: both `until` and the feed's cursor have passed their comments by the
 * overlap, as a comment may be told with a time a little off its own.
 */
export function forgetPassed(page: WatchedPage): void {
	const feedNeedsFrom = page.plan === 'feed' ? page.feed - 2 * OVERLAP_MS : Infinity;
	for (const post of Object.values(page.posts)) {
		for (const [hash, atMs] of post.seen ?? []) {
			if (atMs <= post.until - OVERLAP_MS && atMs < feedNeedsFrom) post.seen?.delete(hash);
		}
		if (post.seen?.size === 0) delete post.seen;
	}
}

/** When something last happened on a post, as far as is known. */
export function lastMoved(post: WatchedPost): number {
	return Math.max(post.commentedAt ?? 0, post.madeAt ?? 0);
}
