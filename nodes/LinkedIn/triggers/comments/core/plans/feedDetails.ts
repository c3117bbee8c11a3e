/** The comments of feed events, each read with as few calls as LinkedIn allows. */
import { idTime } from '../../../../transport/restli/urns/urn';
import type { CommentNotification } from '../../../events/core/notification';
import type { Fault } from '../../../polling/core/answer';
import { isRefusal } from '../../../polling/core/asking';
import { closesSource } from '../../../polling/core/closed';
import { type PollContext } from '../pollContext';
import type { Comment } from '../sources';
import { OVERLAP_MS, type WatchedPage } from '../state/state';

/** How long until a refused kind of call is tried again. */
export const REFUSED_FOR_MS = 6 * 3_600_000;

export interface Details {
	comments: Comment[];
	/** Ids of the events that need no further check in this window. */
	dealtWith: string[];
	/** Events whose comment LinkedIn doesn't show yet; without it, nobody knows whether it's wanted. */
	undecided: CommentNotification[];
	fault?: Fault;
}

/** The comments behind some events of one post. For those that LinkedIn doesn't show, the event is used. */
export async function details(
	poll: PollContext,
	watched: WatchedPage,
	events: CommentNotification[],
): Promise<Details> {
	const { sources, ask, memory } = poll;
	const [{ activity }] = events;
	const ids = events.map(({ id }) => id);
	if (events.length > 1) {
		const answer = await ask('detail', async () => await sources.commentsById(activity, ids));
		if (answer.ok) return shown(poll, events, (id) => answer.value.get(id));
		// A batch that is too large is refused or never answered.
		if (!isRefusal(answer.fault) && answer.fault.kind !== 'later') return failed(answer.fault);
		if (!closesSource(answer.fault)) memory.batchSize = Math.max(1, Math.ceil(events.length / 2));
		if (!isRefusal(answer.fault)) return failed(answer.fault);
		if (memory.batchSize > 1 && answer.fault.isTooMuch)
			return await details(poll, watched, events.slice(0, memory.batchSize));
		watched.refused.batch = poll.now();
	}
	const [event] = events;
	if (isClosed(poll, watched)) return shown(poll, [event], () => undefined);
	const answer = await ask('detail', async () => await sources.comment(activity, event.id));
	if (!answer.ok && !isRefusal(answer.fault)) return failed(answer.fault);
	if (!answer.ok && answer.fault.kind === 'refused') {
		watched.refused.comments = poll.now();
		poll.tell(`Comments have no parent because LinkedIn shows only notifications. ${answer.fault.message}`);
	}
	return shown(poll, [event], () => (answer.ok ? answer.value : undefined));
}

const failed = (fault: Fault): Details => ({ comments: [], dealtWith: [], undecided: [], fault });

function shown(
	poll: PollContext,
	events: CommentNotification[],
	find: (id: string) => Comment | undefined,
): Details {
	const details: Details = { comments: [], dealtWith: events.map(({ id }) => id), undecided: [] };
	for (const event of events) {
		const comment = find(event.id);
		if (comment) details.comments.push(filledIn(comment, event));
		// Once LinkedIn shows the comment, it's clear whether it's an unwanted reply; after the wait, the sweep finds
		// it.
		else if (!poll.watch.includeReplies && poll.reach.comments) {
			if (poll.now() - event.atMs < OVERLAP_MS) details.undecided.push(event);
		} else details.comments.push(fromEvent(event));
	}
	return details;
}

/** LinkedIn may leave out of the comment what its notification has. */
function filledIn(comment: Comment, { owner, text }: CommentNotification): Comment {
	return { ...comment, actor: comment.actor ?? owner, text: comment.text ?? text };
}

function fromEvent(event: CommentNotification): Comment {
	return {
		urn: event.commentUrn,
		id: event.id,
		activity: event.activity,
		text: event.text,
		createdAtMs: timeOf(event),
		actor: event.owner,
		agent: null,
		parent: undefined,
		replies: 0,
	};
}

export function mayAskMany(poll: PollContext, watched: WatchedPage): boolean {
	return poll.reach.batch && !isClosed(poll, watched) && !isRefused(watched.refused.batch, poll.now());
}

export function isClosed(poll: PollContext, watched: WatchedPage): boolean {
	return !poll.reach.comments || isRefused(watched.refused.comments, poll.now());
}

/** Events are never written so much later than their comment, so such an id doesn't contain the time. */
const MOST_LATER_MS = 24 * 3_600_000;

/** An event may be written later than its comment; the comment's id contains its time. */
export function timeOf({ atMs, id }: CommentNotification): number {
	const madeMs = idTime(id);
	return madeMs !== undefined && Math.abs(atMs - madeMs) < MOST_LATER_MS ? Math.min(atMs, madeMs) : atMs;
}

/** Whether a refusal is too recent to ask again. */
export function isRefused(at: number | undefined, nowMs: number): boolean {
	return at !== undefined && nowMs - at < REFUSED_FOR_MS;
}
