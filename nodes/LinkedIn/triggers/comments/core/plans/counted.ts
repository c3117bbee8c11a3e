/** Reactions and shares of posts, where LinkedIn only counts them. */
import type { EventName } from '../../../events/core/event';
import { pageOf, postItem } from '../../../events/core/item';
import type { Fault } from '../../../polling/core/answer';
import { isRefusal } from '../../../polling/core/asking';
import { DAY_MS } from '../../../polling/core/budget';
import { wants } from '../chosenEvents';
import type { PollContext } from '../pollContext';
import { CHOSEN, type WatchedPage, type WatchedPost } from '../state/state';

/** LinkedIn doesn't document a maximum for the posts of one call. */
const SHARES_AT_ONCE = 50;
/** Share of the daily calls for counting shares. */
const SHARES_SHARE = 0.1;
const SHARES_AT_LEAST_EVERY_MS = 3_600_000;

/** Whether the post is younger than the choice of the event, so that all that's counted on it is new. */
export function beganEmpty(
	{ since }: WatchedPage,
	event: 'newReaction' | 'newShare',
	{ madeAt = 0 }: Pick<WatchedPost, 'madeAt'>,
): boolean {
	return madeAt > (since?.[event] ?? Infinity);
}

/**
 * Compares LinkedIn's count of reactions with those accounted for. While the feed reports a public post's reactions one
 * by one, its count only takes back what people took back: what is more than accounted for hasn't been reported yet.
 */
export function noteReactions(
	poll: PollContext,
	page: string,
	watched: WatchedPage,
	key: string,
	count: number | undefined,
): void {
	if (count === undefined || !wants(poll, 'newReaction')) return;
	const post = watched.posts[key];
	const isFeedWell = watched.plan === 'feed' && watched.health.feed === undefined;
	const isReported = isFeedWell && post.isPublic !== false && page !== CHOSEN;
	const isNewPost = beganEmpty(watched, 'newReaction', post);
	if (post.reacted === undefined && !isNewPost) post.reactedFrom = poll.now();
	const before = post.reacted ?? (isNewPost ? 0 : count);
	post.reacted = isReported ? Math.min(before, count) : count;
	if (isReported) return;
	const change = count - before;
	post.reactedAt = poll.now();
	if (change > 0) give(poll, 'newReaction', page, key, post, change);
}

/** Whether it's time to count shares: only where the feed doesn't report them. */
function areSharesDue(poll: PollContext, page: string, watched: WatchedPage): boolean {
	if (!wants(poll, 'newShare') || page === CHOSEN || !poll.reach.feed || watched.plan === 'feed')
		return false;
	const batches = Math.ceil(shareable(watched).length / SHARES_AT_ONCE);
	const everyMs = Math.max(SHARES_AT_LEAST_EVERY_MS, (DAY_MS * batches) / (SHARES_SHARE * poll.perDay));
	return batches > 0 && poll.now() - (watched.sharesAt ?? 0) >= everyMs;
}

/** Statistics take shares and ugcPosts, not activities (docs.shareStatistics). */
function shareable({ posts }: WatchedPage): string[] {
	return Object.keys(posts).filter((key) => posts[key].wanted && !key.startsWith('urn:li:activity:'));
}

/** Counts the shares of the watched posts where that's due. */
export async function countShares(
	poll: PollContext,
	page: string,
	watched: WatchedPage,
): Promise<Fault | undefined> {
	if (!areSharesDue(poll, page, watched)) return undefined;
	const keys = shareable(watched);
	for (let at = 0; at < keys.length; at += SHARES_AT_ONCE) {
		const some = keys.slice(at, at + SHARES_AT_ONCE);
		const answer = await poll.ask('sweep', async () => await poll.sources.shares(page, some));
		if (!answer.ok) {
			if (isRefusal(answer.fault)) watched.sharesAt = poll.now();
			return answer.fault;
		}
		for (const key of some) {
			const post = watched.posts[key];
			const count = answer.value.get(key);
			if (!post || count === undefined) continue;
			const isNewPost = beganEmpty(watched, 'newShare', post);
			if (post.shared === undefined && !isNewPost) post.sharedFrom = poll.now();
			const change = count - (post.shared ?? (isNewPost ? 0 : count));
			post.shared = count;
			post.sharedAt = poll.now();
			if (change > 0) give(poll, 'newShare', page, key, post, change);
		}
	}
	watched.sharesAt = poll.now();
	return undefined;
}

function give(
	poll: PollContext,
	event: EventName,
	page: string,
	key: string,
	{ activity }: WatchedPost,
	change: number,
): void {
	const facts = poll.memory.posts.get(key);
	const author = facts?.author?.startsWith('urn:li:organization:') ? facts.author : null;
	const ofPage = page === CHOSEN ? author : page;
	const post = postItem(key, activity ?? null, facts?.text ?? null);
	poll.give({
		atMs: poll.now(),
		id: `${event} ${key}`,
		item: { event, post, page: pageOf(ofPage), change },
	});
}
