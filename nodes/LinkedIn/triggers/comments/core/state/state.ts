/**
 * What the comment trigger remembers between polls.
 *
 * n8n saves static data only if a poll emits, so after a crash an older copy comes back. All rules here hold for any
 * earlier copy too: a copy knows everything that was emitted up to its time, and nothing it considers handled is undone
 * later.
 *
 * One rule decides what is new: a comment counts as handled if it was made at or before its post's `until`, or if its
 * hash is in the post's `seen`. `until` moves only after a post was read completely, and only as far as LinkedIn's own
 * times in that reading allow, because this machine's clock may be wrong.
 */
import { notAfterReset } from '../../../../transport/limits/quota';
import { EVENTS, type EventName } from '../../../events/core/event';
import { bringBack, bringCursorsBack, type Moments } from '../../../polling/core/ahead';
import { DAY_MS } from '../../../polling/core/budget';
import type { SavedClosings } from '../../../polling/core/closed';
import { newKey, type Hashes } from '../../../polling/core/hashes';
import type { Health } from '../../../polling/core/health';
import type { FeedCursor, ReactionCursor } from './feedCursor';

/** Events may come up to 15 minutes late; rereading goes back twice that. */
export const OVERLAP_MS = 30 * 60_000;
/** A post may appear in the list of posts some time after it was published. */
export const MOST_LATE_MS = DAY_MS;
/** Number of newest posts of a page that are watched, or of several pages together, so that the state stays small. */
const NEWEST_POSTS = 200;
/** Every watched post is read completely this often. */
export const SWEEP_EVERY_MS = DAY_MS;
/** Maximum number of chosen posts. */
export const MOST_CHOSEN = 250;
/** LinkedIn keeps notifications this long; after that, an unwatched page's cursor is useless (docs.notifications). */
export const FEED_KEPT_MS = 60 * DAY_MS;

export interface WatchedPost {
	/** `urn:li:activity:…`, once it is known. */
	activity?: string;
	/** Every comment made up to this time has been handled. */
	until: number;
	/**
	 * Comments of both levels and of the top level that are accounted for: read, or reported since. UNKNOWN at the top
	 * level if the level of a reported comment isn't known.
	 */
	counted?: [all: number, topLevel: number];
	/** When the list of comments was first shorter than the count: LinkedIn may lag behind. */
	shortSince?: number;
	/** The latest comment known. */
	commentedAt?: number;
	madeAt?: number;
	/** When its comments were last read, and when with all replies; never before it's watched. */
	readAt?: number;
	wholeAt?: number;
	/** Counts that differ from `counted`: its comments must still be read. */
	moved?: [all: number, topLevel: number];
	/** How far the last complete reading got; the next one confirms it. */
	wholeUntil?: number;
	/** LinkedIn refused to show its comments then. */
	unreadableAt?: number;
	/** Among the newest posts of the page, or chosen in the node. */
	wanted?: boolean;
	/** It's public, so the notification feed reports its comments. */
	isPublic?: boolean;
	/** Comments after `until` that were handled. */
	seen?: Hashes;
	/**
	 * Reactions and shares accounted for, when they were last counted because nothing reports them, and when first, if
	 * that was only to begin with.
	 */
	reacted?: number;
	reactedAt?: number;
	reactedFrom?: number;
	shared?: number;
	sharedAt?: number;
	sharedFrom?: number;
}

/** What LinkedIn refused and when, so that it isn't requested in every poll. */
export type Refusals = Partial<Record<'feed' | 'batch' | 'comments' | 'page', number>>;

export interface WatchedPage extends FeedCursor {
	/** Earlier comments aren't new: the page has been watched from here on. */
	from: number;
	/** `until` of posts that are not in `posts`. */
	floor: number;
	/** Of its reactions, while they're read apart because there are many. */
	reactions?: ReactionCursor;
	/** The feed has reported reactions on posts that LinkedIn doesn't list, so they can't be counted. */
	hasUnlisted?: true;
	/** When the whole list of posts was last fetched, and its first page. */
	listedAt?: number;
	glancedAt?: number;
	/** When the comments of all watched posts were last counted. */
	countedAt?: number;
	/** When the shares of watched posts were last counted. */
	sharesAt?: number;
	/** Since when each chosen event is new. */
	since?: Partial<Record<EventName, number>>;
	/** Notifications other than of new comments that were handled, as long as LinkedIn may show them again. */
	told?: Hashes;
	/** New posts that were handled, after `since`. */
	posted?: Hashes;
	plan?: Plan;
	/** Not requested before this time. */
	dueAt?: number;
	refused: Refusals;
	health: Partial<Record<Plan, Health>>;
	posts: Record<string, WatchedPost>;
}

export type Plan = 'feed' | 'counts' | 'rotation';

export interface TriggerState {
	format: 3;
	/** Of the hashes. */
	key: string;
	/** Counts polls; shows whether the process's memory belongs to this copy. */
	generation: number;
	/** How many processes have polled for this trigger. */
	processes?: number;
	/** When this trigger was first activated. */
	from: number;
	/** By page URN; chosen posts are under CHOSEN. */
	pages: Record<string, WatchedPage>;
	/** Pages I manage, when they were listed, and when LinkedIn has refused that since. */
	managed?: { at: number; urns: string[]; refusedAt?: number };
	/** Page URNs by the name in their address. */
	names?: Record<string, string>;
	calls: { day: number; used: number };
	/** Interval between polls, milliseconds. */
	everyMs?: number;
	/** Nothing is requested until then: the daily quota is used up. */
	quietUntil?: number;
	/** What LinkedIn doesn't accept calls for at the moment. */
	closed?: SavedClosings;
	/** Threads of replies that were read; see `packThreads`. */
	replies?: string;
}

export const CHOSEN = 'posts';
export const UNKNOWN = -1;

/**
 * Corrects times from a clock that was ahead, and ends a pause at LinkedIn's next quota reset. The cursors go back by
 * the overlap: comments since the last reading aren't lost, those just before may come twice.
 * @param isTimeKnown if false, the clock may be wrong, and the cursors stay where they are
 * @returns whether cursors in the future were left there
 */
export function putRight(state: TriggerState, nowMs: number, isTimeKnown: boolean): boolean {
	if (state.quietUntil !== undefined) state.quietUntil = notAfterReset(state.quietUntil, nowMs);
	if (state.managed) bringBack(state.managed, ['at', 'refusedAt'], nowMs);
	for (const page of Object.values(state.pages)) {
		bringBack(page, ['listedAt', 'glancedAt', 'countedAt', 'sharesAt'], nowMs);
		bringBack(page.refused, ['feed', 'batch', 'comments', 'page'], nowMs);
		for (const health of Object.values(page.health)) bringBack(health, ['sinceMs'], nowMs);
		for (const post of Object.values(page.posts)) {
			bringBack(
				post,
				['shortSince', 'readAt', 'wholeAt', 'unreadableAt', 'commentedAt', 'madeAt', 'reactedAt', 'sharedAt'],
				nowMs,
			);
		}
	}
	return bringCursorsBack(cursorsOf(state), nowMs, { backToMs: nowMs - OVERLAP_MS, isTimeKnown });
}

function* cursorsOf(state: TriggerState): Generator<Moments> {
	yield [state as never, ['from']];
	for (const page of Object.values(state.pages)) {
		yield [page as never, ['from', 'floor', 'feed', 'feedComplete']];
		if (page.reactions) yield [page.reactions as never, ['feed', 'feedComplete', 'untilMs']];
		if (page.since) yield [page.since, [...EVENTS]];
		for (const post of Object.values(page.posts))
			yield [post as never, ['until', 'wholeUntil', 'reactedFrom', 'sharedFrom']];
	}
}

export function newState(nowMs: number): TriggerState {
	return {
		format: 3,
		key: newKey(),
		generation: 0,
		from: nowMs,
		pages: {},
		calls: { day: Math.floor(nowMs / DAY_MS), used: 0 },
	};
}

/** A page that is watched from `fromMs` on: earlier comments aren't new. */
export function newPage(fromMs: number): WatchedPage {
	return { from: fromMs, floor: fromMs, feed: fromMs, refused: {}, health: {}, posts: {} };
}

/**
 * The key of a post in `posts`, found by any of its URNs; a new post is added.
 * @param urns share, ugcPost and activity URN, as far as they're known, the best key first
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

/** A watched post, found by any of its URNs. */
export function knownPost(page: WatchedPage, urns: Array<string | null>): WatchedPost | undefined {
	const direct = urns.find((urn) => urn !== null && page.posts[urn] !== undefined);
	if (direct) return page.posts[direct];
	return Object.values(page.posts).find(({ activity }) => activity !== undefined && urns.includes(activity));
}

/** Stores a post's activity. If the post was also watched under that one, the two are merged. */
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

/** What either read completely is handled; a post that was never read has handled nothing of the other's time. */
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

/** Accounts for a reported or deleted comment, so that the next count shows no change. */
export function noteTold(post: WatchedPost, by: 1 | -1, isTopLevel?: boolean): void {
	if (!post.counted) return;
	const [all, topLevel] = post.counted;
	const isKnown = topLevel !== UNKNOWN && isTopLevel !== undefined;
	post.counted = [Math.max(0, all + by), isKnown ? topLevel + (isTopLevel ? by : 0) : UNKNOWN];
}

/**
 * A post was read completely. What one reading silently leaves out, such as replies to a comment without a number of
 * replies, the next one finds, so `until` moves one reading later.
 * @param newestMs the latest of LinkedIn's own times in the reading
 */
export function noteWhole(post: WatchedPost, newestMs: number, nowMs: number): void {
	post.wholeAt = nowMs;
	post.until = Math.max(post.until, post.wholeUntil ?? 0);
	post.wholeUntil = Math.min(newestMs, nowMs) - OVERLAP_MS;
}

/** How many of the newest posts of a page are watched if several pages share one state. */
export function newestPosts(pages: number): number {
	return Math.max(1, Math.floor(NEWEST_POSTS / Math.max(1, pages)));
}

/** When something last happened on a post, as far as is known. */
export function lastMoved(post: WatchedPost): number {
	return Math.max(post.commentedAt ?? 0, post.madeAt ?? 0);
}
