/**
 * How the remaining calls are used. The sweep reads every watched post once a day, whatever the plan, because the feed
 * only covers public posts, and a count hides a deleted comment that another one replaces. Plan 3 consists only of
 * this: it reads one post after another.
 */
import { isRefusal } from '../../../polling/core/asking';
import { DAY_MS, idleShare, LEAST_IDLE_SHARE } from '../../../polling/core/budget';
import { closesSource } from '../../../polling/core/closed';
import { wants } from '../chosenEvents';
import { type PollContext } from '../pollContext';
import { isUnreadable, readByTurns, type ReadPosts } from '../reading/readPosts';
import { processOf, type Memory } from '../state/memory';
import {
	CHOSEN,
	lastMoved,
	newestPosts,
	SWEEP_EVERY_MS,
	type TriggerState,
	type WatchedPage,
	type WatchedPost,
} from '../state/state';
import { likelyReadAt } from '../state/unsaved';
import { countShares } from './counted';
import { countAll, COUNTS_AT_ONCE, isCountDue, mayBatch, readMoved } from './counts';
import { readUpTo } from './feedList';
import { isListDue, listPosts } from './list';

const HOUR_MS = 3_600_000;
/** Posts with recent activity come this much more often in the rotation. */
const LIVELY_WEIGHT = 4;
const LIVELY_FOR_MS = 7 * DAY_MS;
/** A post that has waited this long comes before active ones. */
const OVERDUE_AFTER_MS = 30 * HOUR_MS;
/** A post that couldn't be read completely isn't retried immediately. */
const AGAIN_AFTER_MS = 6 * HOUR_MS;
/** Posts covered by the feed are read this often, in case it didn't report everything. */
const TOLD_SWEEP_EVERY_MS = 7 * DAY_MS;
/** With this many hashes for one post, it's read completely so that they can be dropped. */
const MANY_SEEN = 150;
/** The planned time for a sweep over all posts. */
const ROUND_MS = 1.5 * DAY_MS;
/** From then on, checking for new comments must wait. */
const MOVED_WAITS_AT_MOST_MS = 6 * HOUR_MS;
/** The same for reactions that are read apart. */
const REACTIONS_WAIT_AT_MOST_MS = 12 * HOUR_MS;

/** Continues the sweep of a page as far as the remaining calls allow. */
export async function sweep(
	poll: PollContext,
	page: string,
	watched: WatchedPage,
	pages: number,
): Promise<ReadPosts> {
	const now = poll.now();
	if (page !== CHOSEN && isListDue(watched, now)) {
		const fault = await listPosts(poll, page, watched, newestPosts(pages), 'sweep');
		if (fault && !isRefusal(fault) && !closesSource(fault)) return { news: [], fault };
	}
	if (mayBatch(poll, watched) && isCountDue(poll, page, watched, pages)) {
		const fault = await countAll(poll, page, watched, 'sweep');
		if (fault && !isRefusal(fault) && !closesSource(fault)) return { news: [], fault };
		if (fault && isRefusal(fault)) watched.refused.batch = now;
	}
	const uncounted = await countShares(poll, page, watched);
	if (uncounted && !isRefusal(uncounted) && !closesSource(uncounted)) return { news: [], fault: uncounted };
	if (!wants(poll, 'newComment')) return { news: [] };
	const moved = await readMoved(poll, page, watched, 'sweep');
	if (moved.fault) return moved;
	const readAt = likelyReadAt(watched, processOf(poll.memory, now));
	const read = await readByTurns(poll, page, watched, duePosts(poll, watched), {
		purpose: 'sweep',
		since: (post, key) => readAt(key, post.wholeAt ?? watched.from),
	});
	return { news: [...moved.news, ...read.news], fault: read.fault };
}

/** How often a post is read completely. While the feed works, it reports everything on public posts. */
function everyMs(watched: WatchedPage, post: WatchedPost): number {
	if ((post.seen?.size ?? 0) > MANY_SEEN) return SWEEP_EVERY_MS / 2;
	return watched.plan === 'feed' && post.isPublic ? TOLD_SWEEP_EVERY_MS : SWEEP_EVERY_MS;
}

function duePosts(poll: PollContext, watched: WatchedPage): string[] {
	const now = poll.now();
	return Object.entries(watched.posts)
		.filter(([, post]) => !post.moved && !isUnreadable(poll, post))
		.filter(([, post]) => {
			const { wholeAt = watched.from, readAt = 0 } = post;
			return now - wholeAt >= everyMs(watched, post) && now - readAt >= AGAIN_AFTER_MS;
		})
		.map(([key]) => key);
}

/**
 * Plan 3: reads the posts that have waited longest; active ones count four times.
 * @param atLeastApartMs between two readings of a post
 */
export async function rotate(
	poll: PollContext,
	page: string,
	watched: WatchedPage,
	purpose: 'poll' | 'sweep',
	atLeastApartMs: number,
): Promise<ReadPosts> {
	const nowMs = poll.now();
	const readAt = likelyReadAt(watched, processOf(poll.memory, nowMs));
	const waited = (post: WatchedPost, key: string) => {
		const forMs = nowMs - readAt(key, post.readAt ?? watched.from);
		if (forMs > OVERDUE_AFTER_MS) return forMs * LIVELY_WEIGHT;
		return forMs * (nowMs - lastMoved(post) < LIVELY_FOR_MS ? LIVELY_WEIGHT : 1);
	};
	const isHalfRead = (key: string) => poll.memory.readings.has(key);
	const due = Object.entries(watched.posts)
		.filter(([key, post]) => isHalfRead(key) || nowMs - (post.readAt ?? 0) >= atLeastApartMs)
		.filter(([, post]) => !isUnreadable(poll, post))
		.sort(([keyA, a], [keyB, b]) => waited(b, keyB) - waited(a, keyA))
		.map(([key]) => key);
	return await readByTurns(poll, page, watched, purpose === 'poll' ? due.slice(0, 1) : due, {
		purpose,
		since: (post, key) => nowMs - waited(post, key),
	});
}

/** The cost of sweeping a page: lists and counts, and the posts with comments, at the cost of those so far. */
function sweepCost(watched: WatchedPage, memory: Memory): { aRound: number; aDay: number } {
	const posts = Object.values(watched.posts);
	const each = memory.cost.posts > 0 ? Math.max(1, memory.cost.calls / memory.cost.posts) : 1;
	const toRead = posts.filter(({ counted }) => counted === undefined || counted[0] > 0);
	const told = toRead.filter((post) => everyMs(watched, post) > SWEEP_EVERY_MS).length;
	const aside = 3 * Math.ceil(posts.length / COUNTS_AT_ONCE);
	const aRound = (toRead.length - told) * each + aside;
	return { aRound, aDay: (aRound * DAY_MS) / ROUND_MS + (told * each * DAY_MS) / TOLD_SWEEP_EVERY_MS };
}

/** How the daily calls are divided. */
export interface Shares {
	/** For polls that find nothing. */
	idle: number;
	/** How long a full round over all watched posts without notifications takes, in milliseconds. */
	roundMs: number;
	posts: number;
}

/** Posts wait too long, so checking for new comments must wait until they're read. */
function isBehind(watched: WatchedPage, memory: Memory, nowMs: number): boolean {
	return Object.entries(watched.posts).some(([key, post]) => {
		const { wholeAt = watched.from, moved, unreadableAt } = post;
		if (unreadableAt !== undefined || post.counted?.[0] === 0) return false;
		if (moved && nowMs - (memory.turns.get(key) ?? nowMs) > MOVED_WAITS_AT_MOST_MS) return true;
		return nowMs - wholeAt > everyMs(watched, post) + MOVED_WAITS_AT_MOST_MS;
	});
}

function areReactionsLate({ reactions }: WatchedPage, nowMs: number): boolean {
	return reactions !== undefined && nowMs - readUpTo(reactions) > REACTIONS_WAIT_AT_MOST_MS;
}

export function sharesOf(
	state: TriggerState,
	memory: Memory,
	urns: string[],
	perDay: number,
	nowMs: number,
): Shares {
	const pages = urns.map((urn) => state.pages[urn]).filter((page) => page !== undefined);
	const costs = pages.map((page) => sweepCost(page, memory));
	const aRound = costs.reduce((sum, cost) => sum + cost.aRound, 0);
	const aDay = costs.reduce((sum, cost) => sum + cost.aDay, 0);
	const isRotation = pages.length > 0 && pages.every(({ plan }) => plan === 'rotation');
	const isLate =
		!isRotation && pages.some((page) => isBehind(page, memory, nowMs) || areReactionsLate(page, nowMs));
	const idle = isLate ? LEAST_IDLE_SHARE : idleShare(perDay, isRotation ? 0 : aDay);
	const forSweep = perDay * (isRotation ? 0.9 : 0.9 - LEAST_IDLE_SHARE);
	const posts = pages.reduce((sum, page) => sum + Object.keys(page.posts).length, 0);
	const begun = [...memory.readings.values()].reduce((sum, { threads }) => sum + threads.length, 0);
	return { idle, posts, roundMs: Math.max(SWEEP_EVERY_MS, ((aRound + begun) / forSweep) * DAY_MS) };
}
