/** Plan 2: the comment counts of watched posts in one call, then the comments of those whose count changed. */
import type { Fault } from '../../../polling/core/answer';
import type { CallPurpose } from '../../../polling/core/budget';
import { wants } from '../chosenEvents';
import type { PollContext } from '../pollContext';
import { isUnreadable, readByTurns, type ReadPosts } from '../reading/readPosts';
import type { Counts } from '../sources';
import { processOf } from '../state/memory';
import {
	lastMoved,
	learnActivity,
	OVERLAP_MS,
	UNKNOWN,
	type WatchedPage,
	type WatchedPost,
} from '../state/state';
import { likelyReadAt } from '../state/unsaved';
import { noteReactions } from './counted';
import { REFUSED_FOR_MS } from './feedDetails';

/** Number of posts in one batch of counts. */
export const COUNTS_AT_ONCE = 100;
/** If the start took longer than this, comments may have come between it and the first counts. */
const SLOW_START_MS = 10 * 60_000;
/** Share of the daily calls for counting the comments of all watched posts. */
const COUNT_ALL_SHARE = 0.05;
const COUNT_ALL_AT_LEAST_EVERY_MS = 3_600_000;
/** Share of the daily calls for checking whether other posts have changed while some are still being read. */
const COUNT_BETWEEN_SHARE = 0.05;
const DAY_MS = 86_400_000;

/**
 * Requests the counts of the most active posts in one batch, and reads those that changed. What an earlier poll
 * couldn't read comes first, so that checking doesn't use up the calls for reading. From time to time reading waits for
 * a count, otherwise a post with thousands of comments would hide changes of others.
 */
export async function readChanged(poll: PollContext, page: string, watched: WatchedPage): Promise<ReadPosts> {
	const everyMs = DAY_MS / (COUNT_BETWEEN_SHARE * poll.perDay);
	const isFirst = poll.now() - (poll.memory.countsAskedAt.get(page) ?? 0) >= everyMs;
	const before = isFirst ? await countLiveliest(poll, page, watched) : undefined;
	if (before?.kind === 'wait') return { news: [], fault: before };
	const earlier = await readMoved(poll, page, watched, 'detail');
	if (earlier.fault ?? before) return { news: earlier.news, fault: earlier.fault ?? before };
	const fault = isFirst ? undefined : await countLiveliest(poll, page, watched);
	if (fault) return { news: earlier.news, fault };
	const now = await readMoved(poll, page, watched, 'detail');
	return { news: [...earlier.news, ...now.news], fault: now.fault };
}

async function countLiveliest(
	poll: PollContext,
	page: string,
	watched: WatchedPage,
): Promise<Fault | undefined> {
	const isTakenOver = watched.plan !== undefined && watched.plan !== 'counts';
	const isSlow = watched.plan === undefined && poll.now() - watched.from > SLOW_START_MS;
	const some = liveliest(watched).slice(0, COUNTS_AT_ONCE);
	if (some.length === 0) return undefined;
	const fault = await countSome(poll, page, watched, some, 'poll', isTakenOver || isSlow);
	if (fault?.kind !== 'wait') poll.memory.countsAskedAt.set(page, poll.now());
	return fault;
}

/** Whether it's time to count the comments of all watched posts again. */
export function isCountDue(poll: PollContext, page: string, watched: WatchedPage, pages: number): boolean {
	if (poll.memory.countings.has(page)) return true;
	const batches = Math.ceil(Object.keys(watched.posts).length / COUNTS_AT_ONCE);
	if (batches === 0 || (watched.plan === 'counts' && batches === 1)) return false;
	const everyMs = Math.max(
		COUNT_ALL_AT_LEAST_EVERY_MS,
		(DAY_MS * batches * pages) / (COUNT_ALL_SHARE * poll.perDay),
	);
	return poll.now() - (watched.countedAt ?? 0) >= everyMs;
}

/** Counts the comments of all watched posts; continues where an earlier poll stopped. */
export async function countAll(
	poll: PollContext,
	page: string,
	watched: WatchedPage,
	purpose: CallPurpose,
): Promise<Fault | undefined> {
	const { countings } = poll.memory;
	const counting = countings.get(page) ?? { left: liveliest(watched) };
	countings.set(page, counting);
	while (counting.left.length > 0) {
		const some = counting.left.slice(0, COUNTS_AT_ONCE).filter((key) => watched.posts[key]);
		const fault = some.length > 0 ? await countSome(poll, page, watched, some, purpose, false) : undefined;
		if (fault) return fault;
		counting.left.splice(0, COUNTS_AT_ONCE);
	}
	countings.delete(page);
	watched.countedAt = poll.now();
	return undefined;
}

function liveliest(watched: WatchedPage): string[] {
	return Object.entries(watched.posts)
		.sort(([, a], [, b]) => lastMoved(b) - lastMoved(a))
		.map(([key]) => key);
}

/** @param isLate the post's comments were, as far as is known, made after it began to be watched */
async function countSome(
	poll: PollContext,
	page: string,
	watched: WatchedPage,
	keys: string[],
	purpose: CallPurpose,
	isLate: boolean,
): Promise<Fault | undefined> {
	const answer = await poll.ask(purpose, async () => await poll.sources.counts(keys));
	if (!answer.ok) return answer.fault;
	for (const [asked, counts] of answer.value) {
		if (!watched.posts[asked]) continue;
		const key = counts.activity ? learnActivity(watched, asked, counts.activity) : asked;
		const madeAt = watched.posts[key].madeAt ?? 0;
		noteReactions(poll, page, watched, key, counts.reactions);
		noteCounts(poll, key, watched.posts[key], counts, isLate || madeAt > watched.from);
	}
	return undefined;
}

function noteCounts(
	poll: PollContext,
	key: string,
	post: WatchedPost,
	{ all, topLevel }: Counts,
	beganEmpty: boolean,
): void {
	if (all === undefined || topLevel === undefined) return;
	if (!wants(poll, 'newComment')) {
		post.counted = [all, topLevel];
		return;
	}
	// A post that existed before starts with its current comments; the sweep finds what came in between.
	post.counted ??= beganEmpty ? [0, 0] : [all, topLevel];
	const isSame = post.counted[0] === all && [topLevel, UNKNOWN].includes(post.counted[1]);
	if (!isSame) {
		if (!post.moved && !poll.memory.turns.has(key)) poll.memory.turns.set(key, poll.now());
		post.moved = [all, topLevel];
		return;
	}
	delete post.moved;
	post.counted = [all, topLevel];
	// There is nothing to read.
	if (all === 0) post.wholeAt = poll.now();
}

/** Reads the posts whose count changed. */
export async function readMoved(
	poll: PollContext,
	page: string,
	watched: WatchedPage,
	purpose: CallPurpose,
): Promise<ReadPosts> {
	if (!wants(poll, 'newComment')) return { news: [] };
	const moved = liveliest(watched).filter((key) => {
		const post = watched.posts[key];
		return post.moved && !isUnreadable(poll, post);
	});
	const readAt = likelyReadAt(watched, processOf(poll.memory, poll.now()));
	return await readByTurns(poll, page, watched, moved, {
		purpose,
		// A new process doesn't know how long a post has been waiting; otherwise recently changed posts would always
		// come first.
		since: (post, key) => readAt(key, post.readAt ?? watched.from),
		expected: ({ moved: counts }) => counts && { all: counts[0], topLevel: counts[1] },
		onRead: (post, listed) => noteCount(post, listed, poll.watch.includeReplies, poll.now()),
	});
}

/** A list shorter than its count may lag behind, so the post is read again for a while. */
function noteCount(post: WatchedPost, listed: number | undefined, withReplies: boolean, nowMs: number): void {
	const { moved } = post;
	if (!moved) return;
	delete post.moved;
	const isShort = listed !== undefined && listed < (withReplies ? moved[0] : moved[1]);
	if (isShort) post.shortSince ??= nowMs;
	if (isShort && nowMs - (post.shortSince ?? nowMs) < OVERLAP_MS) return;
	delete post.shortSince;
	post.counted = moved;
}

/** Whether batch calls work, as far as known. */
export function mayBatch(poll: PollContext, watched: WatchedPage): boolean {
	const { batch } = watched.refused;
	return poll.reach.batch && (batch === undefined || poll.now() - batch >= REFUSED_FOR_MS);
}
