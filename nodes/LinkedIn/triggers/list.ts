/** Which posts are watched: the newest of a page, or those that were chosen. */
import { idTime } from '../transport/restli/urn';
import { DAY_MS, type Purpose } from './budget';
import { rememberPost } from './memory';
import type { Round } from './round';
import type { Fault } from './sources';
import { NEWEST_POSTS, newPost, type WatchedPage } from './state';

const LIST_PAGES_AT_MOST = 5;
const LIST_AT_LEAST_EVERY_MS = 3_600_000;
/** Of the day's calls, the share that goes into looking for new posts. */
const LIST_SHARE = 0.1;

/** How long the list of a page's posts stays good, in milliseconds. */
export function listEveryMs(perDay: number, pages: number): number {
	return Math.max(LIST_AT_LEAST_EVERY_MS, (DAY_MS * pages) / (LIST_SHARE * perDay));
}

/** Fetches the newest posts of a page and marks them as watched. */
export async function listPosts(
	round: Round,
	page: string,
	watched: WatchedPage,
	purpose: Purpose,
): Promise<Fault | undefined> {
	const newest = new Set<string>();
	let start: number | undefined = 0;
	for (let count = 0; start !== undefined && count < LIST_PAGES_AT_MOST; count += 1) {
		const from: number = start;
		const answer = await round.ask(purpose, async () => await round.sources.latestPosts(page, from));
		if (!answer.ok) return answer.fault;
		for (const post of answer.value.posts.slice(0, NEWEST_POSTS - newest.size)) {
			newest.add(post.urn);
			rememberPost(round.memory, post.urn, { text: post.text, author: post.author ?? page });
			watched.posts[post.urn] ??= newPost(watched, watched.floor);
			watched.posts[post.urn].madeAt = post.createdAtMs ?? madeAt(post.urn);
		}
		start = newest.size < NEWEST_POSTS ? answer.value.next : undefined;
	}
	for (const [urn, post] of Object.entries(watched.posts)) post.wanted = newest.has(urn) || undefined;
	watched.listedAt = round.now();
	return undefined;
}

/** Chosen posts: those that were added are watched from now on, those that were taken away no longer. */
export function choosePosts(round: Round, watched: WatchedPage, isNewPage: boolean): void {
	for (const post of Object.values(watched.posts)) delete post.wanted;
	for (const urn of round.watch.posts) {
		watched.posts[urn] ??= newPost(watched, isNewPage ? watched.from : round.now());
		watched.posts[urn].wanted = true;
		watched.posts[urn].madeAt ??= madeAt(urn);
	}
}

function madeAt(urn: string): number | undefined {
	return idTime(urn.slice(urn.lastIndexOf(':') + 1));
}
