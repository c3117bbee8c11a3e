/** Which posts are watched: the newest of a page, or the chosen ones. */
import { idTime } from '../../../../transport/restli/urns/urn';
import type { Fault } from '../../../polling/core/answer';
import { DAY_MS, type CallPurpose } from '../../../polling/core/budget';
import { furtherStart, leadsNowhere, type PageContent } from '../../../polling/core/furtherPages';
import type { PollContext } from '../pollContext';
import type { PostPage } from '../sources';
import { rememberPost, type PostListing } from '../state/memory';
import { postKey, type WatchedPage } from '../state/state';
import { giveNewPosts } from './newPosts';

const HOUR_MS = 3_600_000;
const GLANCE_AT_LEAST_EVERY_MS = HOUR_MS;
/** Share of the daily calls for finding new posts. */
const GLANCE_SHARE = 0.06;
const LIST_EVERY_MS = 23 * HOUR_MS;
const LIST_PAGES_AT_MOST = 10;

const NEW_LISTING = { start: 0, emptyPages: 0, pages: 0 };

/** Whether to look at the newest posts again: the whole list once a day, its first page more often. */
export function isListDue(watched: WatchedPage, nowMs: number): boolean {
	return watched.listedAt === undefined || nowMs - watched.listedAt >= LIST_EVERY_MS;
}

export function isGlanceDue(watched: WatchedPage, nowMs: number, perDay: number, pages: number): boolean {
	const everyMs = Math.max(GLANCE_AT_LEAST_EVERY_MS, (DAY_MS * pages) / (GLANCE_SHARE * perDay));
	return nowMs - Math.max(watched.glancedAt ?? 0, watched.listedAt ?? 0) >= everyMs;
}

/** Fetches the newest posts of a page and marks them as watched; continues where an earlier poll stopped. */
export async function listPosts(
	poll: PollContext,
	page: string,
	watched: WatchedPage,
	most: number,
	purpose: CallPurpose,
): Promise<Fault | undefined> {
	const { listings } = poll.memory;
	const listing = listings.get(page) ?? { ...NEW_LISTING, newest: new Set() };
	listings.set(page, listing);
	for (;;) {
		const answer = await poll.ask(purpose, async () => await poll.sources.latestPosts(page, listing.start));
		if (!answer.ok) return answer.fault;
		const found = watch(poll, page, watched, answer.value, listing, most);
		listing.pages += 1;
		const next = furtherStart(listing, answer.value, found);
		const isFull = listing.newest.size >= most || listing.pages >= LIST_PAGES_AT_MOST;
		if (typeof next === 'number' && !isFull) {
			listing.start = next;
			continue;
		}
		listings.delete(page);
		if (next === 'nowhere' && !isFull) {
			poll.say(`${leadsNowhere(`list of the posts of ${page}`)} Posts already known are still watched.`);
		} else drop(watched, listing);
		break;
	}
	watched.listedAt = poll.now();
	return undefined;
}

/** Posts that are no longer among the newest are no longer watched. */
function drop({ posts }: WatchedPage, { newest }: PostListing): void {
	for (const [key, post] of Object.entries(posts)) post.wanted = newest.has(key) || undefined;
}

/** Checks the first page of the list for new posts. */
export async function glance(
	poll: PollContext,
	page: string,
	watched: WatchedPage,
	most: number,
	purpose: CallPurpose,
): Promise<Fault | undefined> {
	const answer = await poll.ask(purpose, async () => await poll.sources.latestPosts(page, 0));
	if (!answer.ok) return answer.fault;
	watch(poll, page, watched, answer.value, { ...NEW_LISTING, newest: new Set() }, most);
	watched.glancedAt = poll.now();
	return undefined;
}

function watch(
	poll: PollContext,
	page: string,
	watched: WatchedPage,
	{ posts }: PostPage,
	listing: PostListing,
	most: number,
): PageContent {
	let [isNew, isUnmet] = [false, false];
	for (const post of posts.slice(0, Math.max(0, most - listing.newest.size))) {
		const isKnown = watched.posts[post.urn] !== undefined;
		const key = postKey(watched, [post.urn]);
		isNew ||= !isKnown;
		isUnmet ||= !listing.newest.has(key);
		listing.newest.add(key);
		rememberPost(poll.memory, key, { text: post.text, author: post.author ?? page });
		watched.posts[key].wanted = true;
		watched.posts[key].isPublic = post.isPublic;
		watched.posts[key].madeAt = post.createdAtMs ?? timeOfPost(post.urn);
	}
	giveNewPosts(poll, page, watched, posts);
	return { isEmpty: posts.length === 0, isUnmet, isNews: isUnmet && isNew };
}

/** Chosen posts: added ones are watched from now on, removed ones no longer. */
export function choosePosts(poll: PollContext, watched: WatchedPage, isNewPage: boolean): void {
	for (const post of Object.values(watched.posts)) delete post.wanted;
	for (const urn of poll.watch.posts) {
		const key = postKey(watched, [urn], isNewPage ? watched.from : poll.now());
		watched.posts[key].wanted = true;
		watched.posts[key].madeAt ??= timeOfPost(urn);
	}
}

/** When a post was made, by its id, epoch milliseconds. */
export function timeOfPost(urn: string): number | undefined {
	return idTime(urn.slice(urn.lastIndexOf(':') + 1));
}
