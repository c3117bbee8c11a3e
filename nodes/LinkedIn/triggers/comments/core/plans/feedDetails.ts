/** The comments behind events of the feed, each read as cheaply as LinkedIn allows. */
import { idTime } from '../../../../transport/restli/urns/urn';
import type { Fault } from '../../../polling/core/answer';
import { isRefusal } from '../../../polling/core/asking';
import { closesSource } from '../../../polling/core/closed';
import { type PollContext } from '../pollContext';
import type { Comment, FeedEvent } from '../sources';
import { OVERLAP_MS, type WatchedPage } from '../state/state';

/** A refused kind of call is tried again after this time. */
export const REFUSED_FOR_MS = 6 * 3_600_000;

export interface Details {
	comments: Comment[];
	/** Ids of the events that need not be looked at again in this window. */
	dealtWith: string[];
	/** Events whose comment LinkedIn does not show yet, and without it nobody can say whether it is wanted. */
	undecided: FeedEvent[];
	fault?: Fault;
}

/** The comments behind some events of one post. What LinkedIn does not show is made of the event. */
export async function details(
	round: PollContext,
	watched: WatchedPage,
	events: FeedEvent[],
): Promise<Details> {
	const { sources, ask, memory } = round;
	const [{ activity }] = events;
	const ids = events.map(({ id }) => id);
	if (events.length > 1) {
		const answer = await ask('detail', async () => await sources.commentsById(activity, ids));
		if (answer.ok) return shown(round, events, (id) => answer.value.get(id));
		// A batch that is too large is refused, or never answered.
		if (!isRefusal(answer.fault) && answer.fault.kind !== 'later') return failed(answer.fault);
		if (!closesSource(answer.fault)) memory.batchSize = Math.max(1, Math.ceil(events.length / 2));
		if (!isRefusal(answer.fault)) return failed(answer.fault);
		if (memory.batchSize > 1 && answer.fault.isTooMuch)
			return await details(round, watched, events.slice(0, memory.batchSize));
		watched.refused.batch = round.now();
	}
	const [event] = events;
	if (isClosed(round, watched)) return shown(round, [event], () => undefined);
	const answer = await ask('detail', async () => await sources.comment(activity, event.id));
	if (!answer.ok && !isRefusal(answer.fault)) return failed(answer.fault);
	if (!answer.ok && answer.fault.kind === 'refused') {
		watched.refused.comments = round.now();
		round.tell(
			`Comments come without their parent: LinkedIn shows only notifications. ${answer.fault.message}`,
		);
	}
	return shown(round, [event], () => (answer.ok ? answer.value : undefined));
}

const failed = (fault: Fault): Details => ({ comments: [], dealtWith: [], undecided: [], fault });

function shown(round: PollContext, events: FeedEvent[], find: (id: string) => Comment | undefined): Details {
	const details: Details = { comments: [], dealtWith: events.map(({ id }) => id), undecided: [] };
	for (const event of events) {
		const comment = find(event.id);
		if (comment) details.comments.push(comment);
		// Whether it is a reply that nobody wants shows as soon as LinkedIn shows it; later the sweep meets it.
		else if (!round.watch.includeReplies && round.reach.comments) {
			if (round.now() - event.atMs < OVERLAP_MS) details.undecided.push(event);
		} else details.comments.push(fromEvent(event));
	}
	return details;
}

function fromEvent(event: FeedEvent): Comment {
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

export function mayAskMany(round: PollContext, watched: WatchedPage): boolean {
	return round.reach.batch && !isClosed(round, watched) && !isRefused(watched.refused.batch, round.now());
}

export function isClosed(round: PollContext, watched: WatchedPage): boolean {
	return !round.reach.comments || isRefused(watched.refused.comments, round.now());
}

/** No event is written so much later than its comment was made: a number that says so is not made of the time. */
const MOST_LATER_MS = 24 * 3_600_000;

/** An event may be written later than the comment it tells of; the comment's number holds its time. */
export function timeOf({ atMs, id }: FeedEvent): number {
	const madeMs = idTime(id);
	return madeMs !== undefined && Math.abs(atMs - madeMs) < MOST_LATER_MS ? Math.min(atMs, madeMs) : atMs;
}

/** Whether a refusal is still too fresh to ask again. */
export function isRefused(at: number | undefined, nowMs: number): boolean {
	return at !== undefined && nowMs - at < REFUSED_FOR_MS;
}
