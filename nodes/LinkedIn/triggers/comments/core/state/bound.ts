/**
 * Limits the size of the comment trigger's state, which n8n keeps in one JSON column for the whole workflow. Pages take
 * what they need, because their cursors decide what is new; posts, hashes and threads share the rest.
 */
import { DAY_MS } from '../../../polling/core/budget';
import { ENTRY_CHARACTERS, type Hashes } from '../../../polling/core/hashes';
import { latestThreads } from '../reading/readReplies';
import { savedForm } from './saved';
import { writePost } from './savedPost';
import {
	lastMoved,
	MOST_LATE_MS,
	OVERLAP_MS,
	type TriggerState,
	type WatchedPage,
	type WatchedPost,
} from './state';

/** A post is watched while it's among the newest, or was commented within this time. */
export const WATCH_AFTER_COMMENT_MS = 30 * DAY_MS;
/** Characters of the saved state. */
export const MOST_CHARACTERS = 64_000;
/** Characters for posts, hashes and threads, however many pages there are. */
const LEAST_ROOM = 8_000;
/** Over all pages. */
export const MOST_SEEN = 1_600;
/** Over all pages, or one each. */
export const MOST_POSTS = 280;
/** Over all pages. The running process knows more; after a crash, earlier ones may come twice. */
export const MOST_TOLD = 3_000;
/** Sources that are still closed for the next process. Each of the others costs it one call. */
const MOST_CLOSED = 40;
/** How the room is divided; what one doesn't need goes to the others in this order. */
const SHARES = { posts: 0.5, seen: 0.25, told: 0.15, replies: 0.1 };

const TOO_MANY_POSTS =
	"There are too many posts for what n8n saves with a workflow, so the least active ones are no longer checked. Comments on them that LinkedIn doesn't notify of may be missed: watch fewer pages with one trigger.";
const TOO_MANY_COMMENTS =
	'Too many comments arrived before their posts could be read in full. Those missing from the notification feed may be lost: raise Max Calls a Day, or watch fewer pages with one trigger.';
const TOO_MANY_NEW_POSTS =
	'There are too many new posts for what n8n saves with a workflow. Those that LinkedIn lists late may be missed: watch fewer pages with one trigger.';

/** Stops watching posts that are neither wanted nor active. */
export function dropQuiet(page: WatchedPage, nowMs: number): void {
	for (const [key, post] of Object.entries(page.posts)) {
		if (post.wanted || lastMoved(post) >= nowMs - WATCH_AFTER_COMMENT_MS) continue;
		drop(page, key, post);
	}
}

/** If it's watched again, its old comments, reactions and shares must not count as new. */
function drop(page: WatchedPage, key: string, post: WatchedPost): void {
	page.floor = Math.max(page.floor, post.commentedAt ?? 0);
	// A post made after an event was chosen begins with none of them. What the feed reports up to here is handled.
	const countedUpTo = Math.min(post.madeAt ?? 0, toldUpTo(page) - 2 * OVERLAP_MS);
	for (const event of ['newReaction', 'newShare'] as const) {
		const sinceMs = page.since?.[event];
		if (sinceMs !== undefined && sinceMs < countedUpTo) page.since = { ...page.since, [event]: countedUpTo };
	}
	delete page.posts[key];
}

/**
 * Drops the hashes that no later reading needs: both `until` and the feed's cursor are later than their comments by the
 * overlap, because a comment may be reported with a slightly different time.
 */
export function forgetPassed(page: WatchedPage): void {
	const feedNeedsFrom = page.plan === 'feed' ? page.feed - 2 * OVERLAP_MS : Infinity;
	for (const post of Object.values(page.posts)) {
		for (const [hash, atMs] of post.seen ?? []) {
			if (atMs <= post.until - OVERLAP_MS && atMs < feedNeedsFrom) post.seen?.delete(hash);
		}
		if (post.seen?.size === 0) delete post.seen;
	}
	forgetBefore(page, 'told', toldUpTo(page) - 2 * OVERLAP_MS);
	forgetBefore(page, 'posted', page.since?.newPost ?? Infinity);
}

/** What of the feed has been read in any case. */
const toldUpTo = ({ feed, reactions }: WatchedPage) => Math.min(feed, reactions?.feed ?? Infinity);

function forgetBefore(page: WatchedPage, name: 'told' | 'posted', ms: number): void {
	for (const [hash, atMs] of page[name] ?? []) {
		if (atMs < ms) page[name]?.delete(hash);
	}
	if (page[name]?.size === 0) delete page[name];
}

/**
 * Keeps the state within its limits over all pages: the oldest hashes and threads are dropped, and the most recently
 * active posts stay. Posts without which a comment would be lost stay too, whatever the size.
 * @returns what had to be given up, in sentences
 */
export function bound(state: TriggerState, nowMs: number): string[] {
	boundClosings(state);
	const pages = Object.values(state.pages);
	if (fits(state, pages)) return [];
	const counted = boundCount(pages, nowMs);
	const [forPosts] = shareOut(roomFor(state, counted.kept), [
		[SHARES.posts, lengthOf(counted.kept)],
		...claims(state, pages),
	]);
	const posts = boundPosts(counted.kept, forPosts);
	const room = Math.max(0, roomFor(state, posts.kept) - lengthOf(posts.kept));
	const [forSeen, forTold] = shareOut(room, claims(state, pages));
	const isUnread = boundSeen(pages, forSeen / ENTRY_CHARACTERS);
	const isLate = boundTold(pages, forTold / ENTRY_CHARACTERS, nowMs);
	const left = MOST_CHARACTERS - JSON.stringify(savedForm({ ...state, replies: '' })).length;
	state.replies = latestThreads(state.replies, Math.max(SHARES.replies * LEAST_ROOM, left));
	return [
		...([...counted.gone, ...posts.gone].some(isMissed) ? [TOO_MANY_POSTS] : []),
		...(isUnread ? [TOO_MANY_COMMENTS] : []),
		...(isLate ? [TOO_MANY_NEW_POSTS] : []),
	];
}

/** Characters for these posts, hashes, and threads; everything else takes what it needs. */
function roomFor(state: TriggerState, posts: Watched[]): number {
	return Math.max(LEAST_ROOM, MOST_CHARACTERS - lengthWithout(state, posts));
}

function fits(state: TriggerState, pages: WatchedPage[]): boolean {
	const { posts, seen, told } = numbersOf(pages);
	const isFew = posts <= mostPosts(pages) && seen <= MOST_SEEN && told <= MOST_TOLD;
	return isFew && JSON.stringify(savedForm(state)).length <= MOST_CHARACTERS;
}

const mostPosts = (pages: WatchedPage[]) => Math.max(MOST_POSTS, pages.length);

function numbersOf(pages: WatchedPage[]) {
	const posts = pages.flatMap((page) => Object.values(page.posts));
	return {
		posts: posts.length,
		seen: sum(posts.map((post) => post.seen?.size ?? 0)),
		told: sum(pages.map((page) => (page.told?.size ?? 0) + (page.posted?.size ?? 0))),
	};
}

/** What hashes and threads would take. */
function claims(state: TriggerState, pages: WatchedPage[]): Claim[] {
	const { seen, told } = numbersOf(pages);
	return [
		[SHARES.seen, Math.min(seen, MOST_SEEN) * ENTRY_CHARACTERS],
		[SHARES.told, Math.min(told, MOST_TOLD) * ENTRY_CHARACTERS],
		[SHARES.replies, state.replies?.length ?? 0],
	];
}

interface Bounded {
	kept: Watched[];
	gone: Watched[];
}

/** Drops posts that are too many. @returns with those that may still be dropped */
function boundCount(pages: WatchedPage[], nowMs: number): Bounded {
	const all = pages.flatMap((page) => Object.entries(page.posts).map(([key, post]) => ({ page, key, post })));
	const kept = all.filter((one) => !isNeeded(one, nowMs)).sort(byUse);
	const gone = kept.splice(0, Math.max(0, all.length - mostPosts(pages)));
	dropAll(gone);
	return { kept, gone };
}

/** Drops the first posts until the others fit. */
function boundPosts(posts: Watched[], characters: number): Bounded {
	let length = lengthOf(posts);
	let most = 0;
	for (; length > characters; most += 1) length -= lengthOf([posts[most]]);
	const gone = posts.slice(0, most);
	dropAll(gone);
	return { kept: posts.slice(most), gone };
}

function dropAll(posts: Watched[]): void {
	for (const { page, key, post } of posts) drop(page, key, post);
}

interface Watched {
	page: WatchedPage;
	key: string;
	post: WatchedPost;
}

/**
 * Whether a comment would be lost without it: only reading finds its comments; or earlier comments on other posts of the
 * page may still come, which dropping this one would make old.
 */
function isNeeded({ page, post }: Watched, nowMs: number): boolean {
	const { commentedAt = 0, wanted, isPublic } = post;
	const hasFeed = page.plan === 'feed' || page.feed > page.from;
	const isOnlyRead = wanted === true && (page.plan !== 'feed' || isPublic === false);
	return isOnlyRead || commentedAt > nowMs - OVERLAP_MS || (hasFeed && commentedAt > page.feed);
}

/** Whether comments on it may be missed. */
const isMissed = ({ page, post }: Watched) =>
	post.wanted === true || post.moved !== undefined || page.plan !== 'feed';

/** Those that are needed least come first. */
function byUse(a: Watched, b: Watched): number {
	const rank = ({ post }: Watched) => (post.moved ? 2 : post.wanted ? 1 : 0);
	return rank(a) - rank(b) || lastMoved(a.post) - lastMoved(b.post);
}

/** Without their hashes, which come on top. */
function lengthOf(posts: Watched[]): number {
	return posts.reduce(
		(sum, { key, post }) => sum + writePost(key, { ...post, seen: undefined }).length + 2,
		0,
	);
}

/** Of the saved state without these posts, all hashes, and threads. */
function lengthWithout(state: TriggerState, posts: Watched[]): number {
	const without = new Set(posts.map(({ post }) => post));
	const pages = Object.entries(state.pages).map(([urn, page]): [string, WatchedPage] => {
		const kept = Object.entries(page.posts).filter(([, post]) => !without.has(post));
		const bare = kept.map(([key, post]) => [key, { ...post, seen: undefined }]);
		return [urn, { ...page, told: undefined, posted: undefined, posts: Object.fromEntries(bare) }];
	});
	return JSON.stringify(savedForm({ ...state, pages: Object.fromEntries(pages), replies: '' })).length;
}

/** What something would take, and its part of the room. */
type Claim = [share: number, wanted: number];

/** Each claim gets its share of the room, and then what the others leave, the first ones first. */
function shareOut(room: number, claims: Claim[]): number[] {
	const shares = sum(claims.map(([share]) => share));
	const given = claims.map(([share, wanted]) => Math.min(wanted, (share / shares) * room));
	let left = room - sum(given);
	return claims.map(([, wanted], place) => {
		const more = Math.min(wanted - given[place], left);
		left -= more;
		return given[place] + more;
	});
}

/** The process itself remembers all of them. */
function boundClosings(state: TriggerState): void {
	if (!state.closed) return;
	const latest = Object.entries(state.closed).sort(([, a], [, b]) => b - a);
	state.closed = Object.fromEntries(latest.slice(0, MOST_CLOSED));
}

/** @returns whether some had to go */
function boundSeen(pages: WatchedPage[], most: number): boolean {
	const posts = pages.flatMap((page) => Object.values(page.posts));
	const gone = beyond(
		posts.flatMap((post) => entries(post.seen).map((entry) => ({ of: post, ...entry }))),
		most,
	);
	for (const { of: post, hash, atMs } of gone) {
		post.seen?.delete(hash);
		post.until = Math.max(post.until, atMs);
	}
	return gone.length > 0;
}

/** @returns whether posts had to go that others may still follow which were published before them */
function boundTold(pages: WatchedPage[], most: number, nowMs: number): boolean {
	const told = (['told', 'posted'] as const).flatMap((name) =>
		pages.flatMap((page) => entries(page[name]).map((entry) => ({ page, name, ...entry }))),
	);
	const gone = beyond(told, most);
	for (const { page, name, hash, atMs } of gone) {
		page[name]?.delete(hash);
		// The process knows its events for two days only, and the list shows a post for much longer.
		if (name === 'posted' && page.since) {
			page.since = { ...page.since, newPost: Math.max(page.since.newPost ?? 0, atMs) };
		}
	}
	return gone.some(({ name, atMs }) => name === 'posted' && atMs > nowMs - MOST_LATE_MS);
}

const sum = (numbers: number[]) => numbers.reduce((total, one) => total + one, 0);

const entries = (hashes: Hashes | undefined) => [...(hashes ?? [])].map(([hash, atMs]) => ({ hash, atMs }));

/** The oldest of them, which are too many. */
function beyond<T extends { atMs: number }>(all: T[], most: number): T[] {
	return all.sort((a, b) => a.atMs - b.atMs).slice(0, Math.max(0, all.length - Math.floor(most)));
}
