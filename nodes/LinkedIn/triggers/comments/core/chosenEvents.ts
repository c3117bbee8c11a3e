/** Which events the user chose, since when, and which of them LinkedIn's sources can't report. */
import { actionsOf, EVENT_LABELS, type EventName } from '../../events/core/event';
import type { PollContext, Watch } from './pollContext';
import { CHOSEN, type WatchedPage } from './state/state';

export const wants = ({ watch }: PollContext, event: EventName): boolean => watch.events.includes(event);

/** LinkedIn's actions to request; a deletion is needed to keep the count of comments right. */
export function feedActions({ events }: Watch): string[] {
	return [...actionsOf(events), ...(events.includes('newComment') ? ['COMMENT_DELETE'] : [])];
}

/**
 * Notes since when each event is wanted. What happened before isn't new, and neither is what happened while an event
 * wasn't chosen.
 * @param isNew the page wasn't watched before
 * @returns whether other events were wanted before
 */
export function noteChosen(
	watched: WatchedPage,
	events: readonly EventName[],
	nowMs: number,
	isNew: boolean,
): boolean {
	// States from a trigger that only knew new comments have none.
	const before: Partial<Record<EventName, number>> =
		watched.since ?? (isNew ? {} : { newComment: watched.from });
	const since: Partial<Record<EventName, number>> = {};
	for (const event of events) since[event] = before[event] ?? (isNew ? watched.from : nowMs);
	if (!isNew && events.includes('newComment') && before.newComment === undefined)
		beginComments(watched, nowMs);
	watched.since = since;
	const isOther = Object.keys(since).sort().join() !== Object.keys(before).sort().join();
	if (isOther) {
		delete watched.feedPlace;
		followReactions(watched, events);
		forgetCounts(watched, before);
	}
	return isOther;
}

/** What happened while it wasn't chosen must not be in the next count. */
function forgetCounts({ posts, since }: WatchedPage, before: Partial<Record<EventName, number>>): void {
	for (const post of Object.values(posts)) {
		if (since?.newReaction !== undefined && before.newReaction === undefined) {
			delete post.reacted;
			delete post.reactedAt;
			delete post.reactedFrom;
		}
		if (since?.newShare !== undefined && before.newShare === undefined) {
			delete post.shared;
			delete post.sharedAt;
			delete post.sharedFrom;
		}
	}
}

/** Reactions that are read apart are no longer wanted, or all that is wanted of the feed. */
function followReactions(watched: WatchedPage, events: readonly EventName[]): void {
	const { reactions } = watched;
	const isWanted = events.includes('newReaction');
	const isAll = isWanted && actionsOf(events).length === actionsOf(['newReaction']).length;
	if (isWanted && !isAll) return;
	if (isAll && reactions) Object.assign(watched, { feedComplete: undefined, ...reactions });
	delete watched.reactions;
}

function beginComments(watched: WatchedPage, nowMs: number): void {
	watched.floor = Math.max(watched.floor, nowMs);
	for (const post of Object.values(watched.posts)) {
		post.until = Math.max(post.until, nowMs);
		delete post.moved;
		delete post.counted;
	}
}

/** Says which chosen events can't be reported as they happen, once a day at most. */
export function tellMissing(poll: PollContext, page: string, hasFeed: boolean): void {
	if (hasFeed) return;
	const counted = (['newReaction', 'newShare'] as const).filter((event) => wants(poll, event));
	const mayCount = (event: EventName) =>
		event === 'newReaction' ? poll.reach.comments && poll.reach.batch : page !== CHOSEN && poll.reach.feed;
	const missing = (['commentEdited', 'newMention'] as const).filter((event) => wants(poll, event));
	const never = [...missing, ...counted.filter((event) => !mayCount(event))];
	const only = counted.filter(mayCount);
	const where = page === CHOSEN ? 'the chosen posts' : page;
	const because =
		page === CHOSEN
			? 'LinkedIn notifies of pages, not of single posts'
			: 'LinkedIn does not show the notification feed of the page';
	if (never.length > 0) {
		poll.tell(`${labels(never)} can't be reported for ${where}: ${because}.`, `missing ${page}`);
	}
	if (only.length > 0) {
		poll.tell(`${labels(only)} is only counted for ${where}: ${because}.`, `counted ${page}`);
	}
	if (page === CHOSEN && wants(poll, 'newPost')) {
		poll.tell("New Post can't be reported for chosen posts: watch their page.", 'no posts');
	}
}

const labels = (events: EventName[]) => events.map((event) => EVENT_LABELS[event]).join(', ');
