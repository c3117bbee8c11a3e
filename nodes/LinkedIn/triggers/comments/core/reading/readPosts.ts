/** Reads the comments of watched posts in turn, and picks out what is new. */
import type { Fault } from '../../../polling/core/answer';
import { isRefusal } from '../../../polling/core/asking';
import { DAY_MS, type CallPurpose } from '../../../polling/core/budget';
import { leadsNowhere } from '../../../polling/core/furtherPages';
import { filterNew } from '../filterNew';
import type { News } from '../news';
import { type PollContext } from '../pollContext';
import type { Comment } from '../sources';
import { processOf, type Memory } from '../state/memory';
import {
	CHOSEN,
	learnActivity,
	noteWhole,
	UNKNOWN,
	type WatchedPage,
	type WatchedPost,
} from '../state/state';
import { beginAt } from '../state/unsaved';
import { isRead, readOn, startReading, type Reading, type ReadingWish, type Taken } from './commentReader';
import { noteThread, threadKey, type ReadReplies } from './readReplies';

const HOUR_MS = 3_600_000;
const UNREADABLE_FOR_MS = HOUR_MS;
/** Replies whose number hasn't changed are read again within a day, or as soon as this share of the calls allows. */
const REPLIES_AGAIN_MS = 22 * HOUR_MS;
const REPLIES_AGAIN_AT_MOST_MS = 7 * DAY_MS;
const REPLIES_SHARE = 0.2;
const REPLIES_LEAST_SHARE = 0.05;
const REPLIES_AGAIN_IF_SHORT_MS = 14 * DAY_MS;
/** The longest a comment may take to come out, and the share of the calls for lists of posts and new replies. */
const POSTS_WITHIN_MS = 1.75 * DAY_MS;
const OTHER_SHARE = 0.2;
/** This many posts refused in a row, or all of them, mean that the page itself is refused. */
const REFUSALS_OF_A_PAGE = 3;
/**
 * Calls for one post until the next one has its turn, so that a post with thousands of comments doesn't hold up others.
 */
const CALLS_A_TURN = 3;
const BEGUN_EVERY = 3;

export interface ReadPosts {
	news: News[];
	fault?: Fault;
}

export interface WantedPost {
	purpose: CallPurpose;
	/** Since when a post has been waiting to be read, epoch milliseconds. */
	since: (post: WatchedPost, key: string) => number;
	/** LinkedIn's count for a post, if it was requested. */
	expected?: (post: WatchedPost) => { all: number; topLevel: number } | undefined;
	/** @param listed how many comments LinkedIn listed; undefined if it may have left some out */
	onRead?: (post: WatchedPost, listed: number | undefined) => void;
}

/** Reads several posts, the longest waiting first; if a page refuses one post after another, it's left alone. */
export async function readByTurns(
	poll: PollContext,
	page: string,
	watched: WatchedPage,
	keys: string[],
	wanted: WantedPost,
): Promise<ReadPosts> {
	const news: News[] = [];
	const enough = Math.min(REFUSALS_OF_A_PAGE, Object.keys(watched.posts).length);
	let refusals = 0;
	const queue = queueOf(poll.memory, watched, keys, wanted);
	for (let key = queue.next(); key !== undefined; key = queue.next()) {
		if (!watched.posts[key]) continue;
		const read = await readTurn(poll, page, watched, key, wanted);
		news.push(...read.news);
		if (!read.fault) {
			refusals = 0;
			if (read.isUnfinished) queue.again(key);
			continue;
		}
		refusals += 1;
		const isPageRefused = page !== CHOSEN && refusals >= enough;
		if (!isRefusal(read.fault) || isPageRefused) return { news, fault: read.fault };
		if (page === CHOSEN) poll.tell(`Comments of ${key} cannot be read. ${read.fault.message}`);
	}
	return { news };
}

/**
 * Half-read posts have every third turn and new ones the others, so that a post with thousands of comments doesn't hold
 * up others, and many small posts don't hold it up.
 */
function queueOf(memory: Memory, watched: WatchedPage, keys: string[], wanted: WantedPost) {
	const { readings, turns } = memory;
	const sinceMs = new Map(
		keys
			.filter((key) => watched.posts[key])
			.map((key) => [key, turns.get(key) ?? wanted.since(watched.posts[key], key)]),
	);
	const sorted = [...sinceMs.keys()].sort((a, b) => (sinceMs.get(a) ?? 0) - (sinceMs.get(b) ?? 0));
	const begun = sorted.filter((key) => readings.has(key));
	const fresh = sorted.filter((key) => !readings.has(key));
	return {
		next(): string | undefined {
			const midTurn = begun.findIndex((key) => (readings.get(key)?.turnCalls ?? 0) > 0);
			if (midTurn >= 0) return begun.splice(midTurn, 1)[0];
			memory.turnsTaken += 1;
			const isBegunNext = memory.turnsTaken % BEGUN_EVERY === 0;
			const [first, second] = isBegunNext ? [begun, fresh] : [fresh, begun];
			return first.shift() ?? second.shift();
		},
		again: (key: string) => void begun.push(key),
	};
}

async function readTurn(
	poll: PollContext,
	page: string,
	watched: WatchedPage,
	asked: string,
	wanted: WantedPost,
): Promise<ReadPosts & { isUnfinished?: boolean }> {
	const { memory, sources } = poll;
	const reading = memory.readings.get(asked) ?? startReading(asked, poll.now());
	const callsBefore = reading.calls;
	memory.readings.set(asked, reading);
	const news: News[] = [];
	let key = asked;
	const take = async (comments: Comment[]): Promise<Taken> => {
		const [{ activity } = { activity: undefined }] = comments;
		if (activity) key = learnActivity(watched, key, activity);
		const selected = await filterNew(poll, page, watched, key, comments, false);
		news.push(...selected.news);
		return selected;
	};
	const known = fresh(memory.replies, poll, watched);
	const wish = {
		replies: poll.watch.includeReplies,
		known: (id: string) => known.get(threadKey(poll.state.key, id)),
		expected: wanted.expected?.(watched.posts[asked]),
		counted: countedOf(watched, watched.posts[asked]),
		noMoreReplies: hasNoMoreReplies(watched.posts[asked]),
		beginAt: beginAt(processOf(memory, poll.now())),
	};
	const fault = await readOn(reading, wish, {
		ask: async (thread, start) =>
			await poll.ask(wanted.purpose, async () => await sources.comments(thread, start)),
		take,
		noteThread: (id, replies) =>
			noteThread(known, threadKey(poll.state.key, id), { replies, atMs: reading.startedAtMs }),
		most: CALLS_A_TURN - reading.turnCalls,
	});
	const post = watched.posts[key];
	reading.turnCalls += reading.calls - callsBefore;
	if (fault && isRefusal(fault)) {
		memory.readings.delete(asked);
		post.readAt = poll.now();
		post.unreadableAt = poll.now();
	}
	if (fault) return { news, fault };
	reading.turnCalls = 0;
	memory.turns.set(key, poll.now());
	if (!isRead(reading)) return { news, isUnfinished: key === asked };
	memory.readings.delete(asked);
	memory.turns.delete(key);
	memory.cost = { posts: memory.cost.posts + 1, calls: memory.cost.calls + reading.calls };
	if (reading.leadsNowhere) poll.say(leadsNowhere(`list of the comments of ${asked}`));
	finish(poll, post, reading, wish);
	const listed = reading.isWhole ? reading.listed + reading.unread : undefined;
	if (!reading.isGone) wanted.onRead?.(post, listed);
	return { news };
}

/** By the last count, if none was requested for this reading. */
function countedOf({ plan }: WatchedPage, { counted, moved }: WatchedPost): ReadingWish['counted'] {
	const [all, topLevel] = moved ?? counted ?? [UNKNOWN, UNKNOWN];
	if (topLevel !== UNKNOWN) return { all, topLevel };
	return plan === 'counts' && !counted ? 'unknown' : undefined;
}

/**
 * Whether a post has changed other than by replies. A new process doesn't know what its predecessor read but didn't
 * save, and would read every thread again for each new comment. If one reply replaces another, the sweep finds it.
 */
function hasNoMoreReplies({ counted, moved }: WatchedPost): boolean {
	if (!counted || !moved || [counted[1], moved[1]].includes(UNKNOWN)) return false;
	return moved[0] - moved[1] <= counted[0] - counted[1];
}

function finish(poll: PollContext, post: WatchedPost, reading: Reading, wish: ReadingWish): void {
	post.readAt = poll.now();
	delete post.unreadableAt;
	if (reading.isGone) {
		post.wholeAt = poll.now();
		post.unreadableAt = poll.now();
		return;
	}
	if (!reading.isWhole || reading.hasLeftOut || isShort(reading, wish)) return;
	// What was written during the reading may be on a page that had already been read.
	const knownUntilMs = Math.min(reading.newestMs, reading.startedAtMs, reading.repliesKnownUntilMs);
	noteWhole(post, knownUntilMs, poll.now());
}

/** LinkedIn counts more than it listed. */
function isShort({ listed, unread }: Reading, { expected, replies }: ReadingWish): boolean {
	return expected !== undefined && listed + unread < (replies ? expected.all : expected.topLevel);
}

/**
 * Marks threads to be read again although LinkedIn doesn't count more in them: least recently read first, and no more
 * than there are calls for. Otherwise a pause of some days would mark all of them at once.
 */
function fresh(replies: ReadReplies, poll: PollContext, watched: WatchedPage): ReadReplies {
	const { memory } = poll;
	const nowMs = poll.now();
	const share = repliesShare(poll, watched);
	const atMostMs = share < REPLIES_SHARE ? REPLIES_AGAIN_IF_SHORT_MS : REPLIES_AGAIN_AT_MOST_MS;
	const everyMs = DAY_MS / (share * poll.perDay);
	const goodForMs = Math.min(atMostMs, Math.max(REPLIES_AGAIN_MS, replies.size * everyMs));
	const from = memory.letGoAt ?? nowMs;
	let letGoAt = Math.min(nowMs, Math.max(from, nowMs - DAY_MS));
	for (const [id, read] of replies) {
		const ageMs = Math.abs(nowMs - read.atMs);
		const isDue = ageMs > goodForMs && letGoAt + everyMs <= nowMs;
		if (isDue) letGoAt += everyMs;
		if (isDue || ageMs > atMostMs) replies.delete(id);
	}
	memory.letGoAt = letGoAt;
	return replies;
}

/** If the calls barely suffice to read posts that only reading covers in time, those come first. */
function repliesShare({ perDay }: PollContext, { plan, posts }: WatchedPage): number {
	const untold = Object.values(posts).filter(({ isPublic }) => plan !== 'feed' || !isPublic).length;
	const forPosts = (untold * DAY_MS) / POSTS_WITHIN_MS / perDay;
	return Math.min(REPLIES_SHARE, Math.max(REPLIES_LEAST_SHARE, 1 - OTHER_SHARE - forPosts));
}

export function isUnreadable(poll: PollContext, post: WatchedPost): boolean {
	return post.unreadableAt !== undefined && poll.now() - post.unreadableAt < UNREADABLE_FOR_MS;
}
