/**
 * Reads all comments of one post and their replies, over as many polls as necessary.
 *
 * The order of LinkedIn's lists isn't documented (docs/behaviour.md#comment-lists), so nothing new is left only after a
 * post was read completely. Comments found on the way are passed on at once. If a fault or the budget ends a poll, the
 * next one continues from the process's memory.
 */
import type { Answer, Fault } from '../../../polling/core/answer';
import { closesSource } from '../../../polling/core/closed';
import { furtherStart } from '../../../polling/core/furtherPages';
import type { Comment, CommentPage } from '../sources';
import type { ReadThread } from './readReplies';

interface Thread {
	urn: string;
	start: number;
	/** Ids found in it during this reading. */
	ids: Set<string>;
	met: Set<string>;
	/** The requested page begins with part of the previous one. */
	overlaps: boolean;
	firstTotal?: number;
	/** How often reading went back because the list had moved. */
	stepsBack: number;
	emptyPages: number;
	isSecondTry?: boolean;
	/** Comments in it that couldn't be read. */
	unread: number;
}

export interface Reading {
	startedAtMs: number;
	/** Threads still to be read, beginning with the current one. */
	threads: Thread[];
	/** A page that was read but couldn't be processed yet. */
	held?: CommentPage;
	/** The top level, which decides whether replies must be read and whether they're read here. */
	comments: Map<string, Pick<Comment, 'urn' | 'replies' | 'createdAtMs'>>;
	/** Calls made for it in total, and in the current turn. */
	calls: number;
	turnCalls: number;
	/** How many comments were listed, of both levels. */
	listed: number;
	/** How many further ones LinkedIn listed that couldn't be read. */
	unread: number;
	/** Nothing was left out, as far as is known. */
	isWhole: boolean;
	/** The latest of LinkedIn's own times, and the time since which replies in skipped threads aren't known. */
	newestMs: number;
	repliesKnownUntilMs: number;
	/** LinkedIn answered 404 for the post: no comments, or not shown. */
	isGone: boolean;
	/** LinkedIn said that there is more, but returned one empty page after another. */
	leadsNowhere: boolean;
	/** Threads of replies weren't read because they have nothing new by LinkedIn's count. */
	hasLeftOut?: true;
}

export interface ReadingWish {
	replies: boolean;
	/** A thread that was read with the same count is skipped; by the comment's id. */
	known: (commentId: string) => ReadThread | undefined;
	/** LinkedIn's count for the post, if it was requested. */
	expected?: { all: number; topLevel: number };
	/** The previous count; `unknown` if it was requested but LinkedIn didn't count, or not everything. */
	counted?: { all: number; topLevel: number } | 'unknown';
	/**
	 * LinkedIn doesn't count more replies than when all were read, so a thread is only read if it's known to have
	 * grown.
	 */
	noMoreReplies?: boolean;
	/** Which of the older, unknown threads to begin with: a share of them. */
	beginAt?: number;
}

export interface Taken {
	/** Some of them hadn't been handled. */
	isNews: boolean;
	/** The same page must be passed in once more. */
	fault?: Fault;
}

export interface Steps {
	/** One call: a page of a thread's comments. */
	ask: (thread: string, start: number) => Promise<Answer<CommentPage>>;
	/** Processes the comments of a page. */
	take: (comments: Comment[]) => Promise<Taken>;
	/** Records a thread of replies that was read to its end, even if the rest of the post wasn't. */
	noteThread?: (commentId: string, replies: number) => void;
	/** Calls that may be made until another post has its turn. */
	most: number;
}

/** Elements that two pages share, so that none is lost if a list moves up a little in between. */
const PAGES_OVERLAP_BY = 5;
const MOST_STEPS_BACK = 3;

const threadOf = (urn: string): Thread => ({
	urn,
	start: 0,
	ids: new Set(),
	met: new Set(),
	overlaps: false,
	stepsBack: 0,
	emptyPages: 0,
	unread: 0,
});

export function startReading(post: string, nowMs: number): Reading {
	return {
		startedAtMs: nowMs,
		threads: [threadOf(post)],
		comments: new Map(),
		calls: 0,
		turnCalls: 0,
		listed: 0,
		unread: 0,
		isWhole: true,
		newestMs: 0,
		repliesKnownUntilMs: Infinity,
		isGone: false,
		leadsNowhere: false,
	};
}

export const isRead = (reading: Reading): boolean => reading.threads.length === 0;

/**
 * Continues until everything is read, the turn is over or something stops it.
 * @returns the fault that stopped it
 */
export async function readOn(reading: Reading, wish: ReadingWish, steps: Steps): Promise<Fault | undefined> {
	for (let calls = 0; calls < steps.most && !isRead(reading); calls += 1) {
		const [thread] = reading.threads;
		const { held } = reading;
		const answer: Answer<CommentPage> = held
			? { ok: true, value: held }
			: await steps.ask(thread.urn, thread.start);
		if (!held && (answer.ok || !(answer.fault.kind === 'wait' || closesSource(answer.fault))))
			reading.calls += 1;
		delete reading.held;
		if (!answer.ok && answer.fault.kind !== 'gone') return answer.fault;
		const isTop = !thread.urn.startsWith('urn:li:comment:');
		if (!answer.ok) {
			reading.threads.shift();
			if (isTop) reading.isGone = true;
			else reading.isWhole = false;
			noteThread(reading, thread, steps);
			continue;
		}
		const comments = isTop
			? answer.value.comments
			: answer.value.comments.map((one) => ({ ...one, parent: one.parent ?? thread.urn }));
		const { isNews, fault } = await steps.take(comments);
		if (fault) {
			reading.held = answer.value;
			return fault;
		}
		const expected = isTop ? (wish.expected?.topLevel ?? 0) : 0;
		const next = nextStart(thread, answer.value, isNews, expected);
		note(reading, thread, comments, answer.value, isTop);
		if (typeof next === 'number') {
			thread.start = next;
			continue;
		}
		if (next === 'nowhere') Object.assign(reading, { isWhole: false, leadsNowhere: true });
		endThread(reading, thread, answer.value.total, isTop, wish);
		if (reading.threads[0] !== thread && next !== 'nowhere') noteThread(reading, thread, steps);
	}
	return undefined;
}

function note(
	reading: Reading,
	thread: Thread,
	comments: Comment[],
	page: CommentPage,
	isTop: boolean,
): void {
	for (const { id, urn, replies, createdAtMs } of comments) {
		reading.newestMs = Math.max(reading.newestMs, createdAtMs);
		thread.met.add(id);
		if (thread.ids.has(id)) continue;
		thread.ids.add(id);
		if (isTop) reading.comments.set(id, { urn, replies, createdAtMs });
	}
	thread.unread += page.unread;
	thread.firstTotal ??= page.total;
}

/** @returns undefined at the end of the thread, and after a repeated page */
function nextStart(
	thread: Thread,
	page: CommentPage,
	isNews: boolean,
	expected: number,
): ReturnType<typeof furtherStart> {
	const { comments, next, isGuess } = page;
	const isNew = comments.some(({ id }) => !thread.met.has(id));
	const hasMoved = thread.overlaps && comments.length > 0 && !comments.some(({ id }) => thread.met.has(id));
	if (hasMoved && thread.stepsBack < MOST_STEPS_BACK) {
		thread.stepsBack += 1;
		thread.overlaps = false;
		return Math.max(0, thread.start - Math.max(comments.length, PAGES_OVERLAP_BY));
	}
	if (comments.length + page.unread === 0)
		return furtherStart(thread, page, { isEmpty: true, isUnmet: false, isNews: false });
	thread.emptyPages = 0;
	// Continuing after the same page again would never end.
	if (next === undefined || next <= thread.start || !isNew) return undefined;
	const met = thread.ids.size + thread.unread + comments.length + page.unread;
	thread.overlaps = false;
	if (isGuess) return isNews || met < expected ? next : undefined;
	const overlap = Math.min(PAGES_OVERLAP_BY, Math.floor((next - thread.start) / 2));
	thread.overlaps = overlap > 0;
	return next - overlap;
}

function noteThread({ comments }: Reading, thread: Thread, steps: Steps): void {
	for (const [id, { urn, replies }] of comments) {
		if (urn === thread.urn) steps.noteThread?.(id, replies ?? 0);
	}
}

function endThread(
	reading: Reading,
	thread: Thread,
	total: number | undefined,
	isTop: boolean,
	wish: ReadingWish,
): void {
	const lostSome = total !== undefined && thread.start > 0 && thread.ids.size + thread.unread < total;
	const hasShrunk = total !== undefined && thread.start > 0 && total < (thread.firstTotal ?? 0);
	if ((lostSome || hasShrunk) && !thread.isSecondTry) {
		Object.assign(thread, {
			...threadOf(thread.urn),
			ids: thread.ids,
			isSecondTry: true,
			firstTotal: undefined,
		});
		return;
	}
	if (lostSome || hasShrunk) reading.isWhole = false;
	reading.listed += thread.ids.size;
	reading.unread += thread.unread;
	reading.threads.shift();
	if (isTop && wish.replies) addReplyThreads(reading, wish);
}

/** A count that is capped is capped at LinkedIn's usual page size or more. */
const LEAST_LIMIT = 10;

/** People mostly reply to the newest comments. */
const LIVELY_THREADS = 3;

/** Whether there may be replies, by LinkedIn's count for the post. */
function mayHaveReplies({ expected, counted = expected }: ReadingWish, listed: number): boolean {
	if (counted === undefined) return false;
	if (counted === 'unknown' || counted.all > counted.topLevel) return true;
	// A count that ended before the end of the list says nothing about replies.
	return counted.topLevel >= LEAST_LIMIT && listed > counted.topLevel;
}

/**
 * LinkedIn only adds the number of replies to comments that have some. If the post may have replies and no comment has
 * a number, every comment may have them; if a comment has replies without a number, it does.
 */
function addReplyThreads(reading: Reading, wish: ReadingWish): void {
	const comments = [...reading.comments].sort(([, a], [, b]) => b.createdAtMs - a.createdAtMs);
	const saysNothing =
		comments.every(([, { replies }]) => replies === 0) && mayHaveReplies(wish, comments.length);
	const unknown: Thread[] = [];
	let unread = 0;
	for (const [id, { urn, replies: said }] of comments) {
		if (said === 0 && !saysNothing) continue;
		const replies = said ?? 0;
		const known = wish.known(id);
		// Without its own number, a thread may have grown whenever the count of the post changes.
		if (known && known.replies === replies && (replies > 0 || !wish.expected)) {
			reading.repliesKnownUntilMs = Math.min(reading.repliesKnownUntilMs, known.atMs);
			reading.listed += replies;
			continue;
		}
		if (known) {
			reading.threads.push(threadOf(urn));
			continue;
		}
		unknown.push(threadOf(urn));
		unread += replies;
	}
	if (unknown.length === 0) return;
	if (wish.noMoreReplies) {
		reading.hasLeftOut = true;
		reading.listed += unread;
		return;
	}
	const lively = unknown.splice(0, LIVELY_THREADS);
	const begin = Math.floor(unknown.length * (wish.beginAt ?? 0));
	reading.threads.push(...lively, ...unknown.slice(begin), ...unknown.slice(0, begin));
}
