/**
 * Reading all comments of one post, and the replies below them, over as many polls as it takes.
 *
 * The order of LinkedIn's lists is documented nowhere (contract §5.3), so a post is read whole or not at all. What
 * has been read stays in the process's memory when a fault or the budget ends a poll, and the next poll goes on.
 */
import type { Answer, Comment, CommentPage, Fault } from './sources';

interface Thread {
	urn: string;
	start: number;
	firstTotal?: number;
	isSecondTry?: boolean;
	/** Comments of it that could not be read. */
	unread?: number;
}

export interface Reading {
	startedAtMs: number;
	/** Threads still to be read; the first one is under way. */
	threads: Thread[];
	comments: Map<string, Comment>;
	/** How many further ones LinkedIn listed that could not be read. */
	unread: number;
	/** Nothing was left out, as far as one can tell. */
	isWhole: boolean;
	/** Replies were left out because nothing seemed to have changed below a comment. */
	leftOut: boolean;
	/** LinkedIn answered 404 for the post: nothing there, or not shown. */
	isGone: boolean;
}

/** Replies of a comment, as many as LinkedIn counted, were read at a time. By comment id. */
export type ReadReplies = Map<string, { replies: number; atMs: number }>;

export interface Wish {
	replies: boolean;
	/** Threads whose replies were read with the same count are left out. Empty: all are read. */
	known: ReadReplies;
	/** Replies that LinkedIn counts for the whole post, where that was asked. */
	expectedReplies?: number;
}

export function startReading(post: string, nowMs: number): Reading {
	return {
		startedAtMs: nowMs,
		threads: [{ urn: post, start: 0 }],
		comments: new Map(),
		unread: 0,
		isWhole: true,
		leftOut: false,
		isGone: false,
	};
}

/**
 * Goes on until all is read or something stops it.
 * @param ask one call: a page of a thread's comments
 * @returns the fault that stopped it; undefined when the post is read
 */
export async function readOn(
	reading: Reading,
	wish: Wish,
	ask: (thread: string, start: number) => Promise<Answer<CommentPage>>,
): Promise<Fault | undefined> {
	for (let thread = reading.threads[0]; thread; thread = reading.threads[0]) {
		const answer = await ask(thread.urn, thread.start);
		if (!answer.ok && answer.fault.kind !== 'gone') return answer.fault;
		const isTop = !thread.urn.startsWith('urn:li:comment:');
		if (!answer.ok) {
			reading.threads.shift();
			if (isTop) reading.isGone = true;
			else reading.isWhole = false;
			continue;
		}
		const { comments, unread, next, total } = answer.value;
		thread.unread = (thread.unread ?? 0) + unread;
		for (const comment of comments) {
			reading.comments.set(
				comment.id,
				isTop ? comment : { ...comment, parent: comment.parent ?? thread.urn },
			);
		}
		thread.firstTotal ??= total;
		if (next !== undefined) {
			thread.start = next;
			continue;
		}
		const lostSome = shrank(thread, total);
		if (lostSome && !thread.isSecondTry) {
			Object.assign(thread, { start: 0, firstTotal: undefined, isSecondTry: true, unread: 0 });
			continue;
		}
		if (lostSome) reading.isWhole = false;
		reading.unread += thread.unread;
		reading.threads.shift();
		if (isTop && wish.replies) addReplyThreads(reading, wish);
	}
	return undefined;
}

/** A comment deleted between two pages moves the rest up by one place, over the edge of the page. */
function shrank(thread: Thread, total: number | undefined): boolean {
	return total !== undefined && thread.start > 0 && total < (thread.firstTotal ?? 0);
}

/**
 * LinkedIn adds the number of replies only to comments that have some. Where it counts replies for the post and says
 * nothing on any comment, every comment may have them.
 */
function addReplyThreads(reading: Reading, wish: Wish): void {
	const comments = [...reading.comments.values()].filter((comment) => !comment.parent);
	const saysNothing = comments.every((comment) => comment.replies === 0) && (wish.expectedReplies ?? 0) > 0;
	for (const comment of comments) {
		if (comment.replies === 0 && !saysNothing) continue;
		const known = wish.known.get(comment.id);
		if (known && known.replies === comment.replies && comment.replies > 0) {
			reading.isWhole = false;
			reading.leftOut = true;
			continue;
		}
		reading.threads.push({ urn: comment.urn, start: 0 });
	}
}
