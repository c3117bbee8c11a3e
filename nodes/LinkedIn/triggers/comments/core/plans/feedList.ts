/**
 * What of a page's feed is read together: usually all that is chosen, in one call. Thousands of reactions, a hundred a
 * call, would hold back the comments behind them, so the reactions of a long window are read apart, with calls that the
 * rest leaves, and only when LinkedIn can't list more of them. When they have caught up, all is read together again.
 */
import { actionsOf } from '../../../events/core/event';
import type { Notification } from '../../../events/core/notification';
import { feedActions, wants } from '../chosenEvents';
import type { PollContext } from '../pollContext';
import type { FeedCursor, ReactionCursor } from '../state/feedCursor';
import { reactionsKey, type FeedReading } from '../state/memory';
import { knownPost, MOST_LATE_MS, newestPosts, OVERLAP_MS, type WatchedPage } from '../state/state';
import { timeOfPost } from './list';
import { beginAgain, END_UNSURE_MS, isLong, noteComplete } from './feedSpan';

const REACTIONS = actionsOf(['newReaction']);
/** What is left then is read together with the rest. */
const CAUGHT_UP_MS = 3 * 3_600_000;

export interface FeedList {
	/** URN. */
	page: string;
	/** In the process's memory. */
	key: string;
	cursor: FeedCursor;
	/** Reactions that are read apart. */
	isAside: boolean;
}

export function mainList(page: string, watched: WatchedPage): FeedList {
	return { page, key: page, cursor: watched, isAside: false };
}

/**
 * The reactions, if some are to be read apart now, from behind what was counted.
 * @param pages how many pages are watched
 */
export function reactionList(
	poll: PollContext,
	page: string,
	watched: WatchedPage,
	pages: number,
): FeedList | undefined {
	const { reactions } = watched;
	if (!reactions || !poll.isTimeKnown) return undefined;
	if (skipCounted(watched, reactions, pages)) poll.memory.feeds.delete(reactionsKey(page));
	const isDue = reactions.untilMs <= poll.now() - OVERLAP_MS && !haveCaughtUp(reactions, poll.now());
	return isDue ? { page, key: reactionsKey(page), cursor: reactions, isAside: true } : undefined;
}

/**
 * What was counted while the feed failed isn't reported again, so it needn't be read either, as far as all posts that it
 * may be on were listed and counted. @returns whether there is such
 */
function skipCounted(watched: WatchedPage, reactions: ReactionCursor, pages: number): boolean {
	const wanted = Object.values(watched.posts).filter((post) => post.wanted);
	if (watched.hasUnlisted || wanted.length === 0 || wanted.length >= newestPosts(pages)) return false;
	const listedMs = Math.max(watched.listedAt ?? 0, watched.glancedAt ?? 0) - MOST_LATE_MS;
	const doneMs = readUpTo(reactions);
	const countedMs = wanted.map(({ reactedAt, reactedFrom = 0, madeAt = 0 }) =>
		reactedFrom > doneMs ? 0 : (reactedAt ?? madeAt),
	);
	const untilMs = Math.min(listedMs, ...countedMs);
	if (untilMs <= doneMs) return false;
	reactions.feed = Math.max(reactions.feed, untilMs);
	reactions.feedComplete = untilMs;
	delete reactions.feedPlace;
	return true;
}

/** Notes whether reactions are on posts that should have been listed and weren't. */
export function noteUnlisted(watched: WatchedPage, told: readonly Notification[]): void {
	const { listedAt } = watched;
	if (listedAt === undefined || watched.hasUnlisted) return;
	const isUnlisted = told.some(({ kind, post, activity }) => {
		if (kind !== 'reaction' || knownPost(watched, [post, activity])?.wanted) return false;
		const [madeAt = 0] = [post, activity].flatMap((urn) => (urn === null ? [] : (timeOfPost(urn) ?? [])));
		return madeAt < listedAt - MOST_LATE_MS;
	});
	if (isUnlisted) watched.hasUnlisted = true;
}

/** Up to when they were read, epoch milliseconds. */
export const readUpTo = ({ feed, feedComplete = 0 }: FeedCursor): number =>
	Math.max(feed - OVERLAP_MS, feedComplete);

/** Whether the reactions can be read together with the rest again. */
export function haveCaughtUp(reactions: ReactionCursor, nowMs: number): boolean {
	const doneMs = readUpTo(reactions);
	return doneMs >= reactions.untilMs - END_UNSURE_MS && nowMs - OVERLAP_MS - doneMs <= CAUGHT_UP_MS;
}

/** LinkedIn's actions to request. */
export function actionsIn(poll: PollContext, { reads }: FeedReading): string[] {
	const all = feedActions(poll.watch);
	if (reads === 'all') return all;
	return reads === 'reactions' ? REACTIONS : all.filter((action) => !REACTIONS.includes(action));
}

/** Begins a window again without its reactions if it's long because of them. @returns whether it did */
export function setReactionsApart(poll: PollContext, watched: WatchedPage, window: FeedReading): boolean {
	if (window.reads !== 'all' || !poll.isTimeKnown || !wants(poll, 'newReaction')) return false;
	if (feedActions(poll.watch).length === REACTIONS.length) return false;
	if (!isLong(window) || window.start === undefined || 2 * window.reactions < window.met.size) return false;
	const { feed, feedComplete } = watched.reactions ?? watched;
	const complete = feedComplete === undefined ? {} : { feedComplete };
	watched.reactions = { feed, ...complete, untilMs: window.toMs };
	delete watched.feedPlace;
	beginAgain(window, poll.now());
	window.reads = 'others';
	window.fromMs = window.othersFromMs ?? window.fromMs;
	delete window.othersFromMs;
	return true;
}

/** After a window with all: the reactions were read as far as the rest. */
export function unite(watched: WatchedPage, window: FeedReading): void {
	if (!watched.reactions || window.reads !== 'all') return;
	watched.reactions.feed = Math.max(watched.reactions.feed, window.toMs);
	noteComplete(watched.reactions, window);
	if (!window.isPart) delete watched.reactions;
}
