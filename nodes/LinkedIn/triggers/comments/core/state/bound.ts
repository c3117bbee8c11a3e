/** Limits the size of the comment trigger's state, which n8n keeps in one JSON column for the whole workflow. */
import { DAY_MS } from '../../../polling/core/budget';
import { lastMoved, type TriggerState, type WatchedPage, type WatchedPost } from './state';

/** A post is watched while it's among the newest, or was commented within this time. */
export const WATCH_AFTER_COMMENT_MS = 30 * DAY_MS;
/** Over all pages. */
export const MOST_SEEN = 1_600;
export const MOST_POSTS = 280;
/** Over all pages. The running process knows more; after a crash, earlier ones may come twice. */
export const MOST_TOLD = 1_000;

/** Stops watching posts that are neither wanted nor active. */
export function dropQuiet(page: WatchedPage, nowMs: number): void {
	for (const [key, post] of Object.entries(page.posts)) {
		if (post.wanted || lastMoved(post) >= nowMs - WATCH_AFTER_COMMENT_MS) continue;
		drop(page, key, post);
	}
}

/** If it's watched again, its old comments must not count as new. */
function drop(page: WatchedPage, key: string, post: WatchedPost): void {
	page.floor = Math.max(page.floor, post.commentedAt ?? 0);
	delete page.posts[key];
}

/**
 * Keeps the state within its limits over all pages: the oldest hashes are dropped, and the most recently active posts
 * stay.
 * @returns what had to be given up, in words; undefined if everything fitted
 */
export function bound(state: TriggerState): string | undefined {
	const pages = Object.values(state.pages);
	const posts = pages.flatMap((page) =>
		Object.entries(page.posts).map(([key, post]) => ({ page, key, post })),
	);
	const over = posts.length - MOST_POSTS;
	if (over > 0) {
		posts.sort(
			(a, b) =>
				Number(a.post.wanted ?? false) - Number(b.post.wanted ?? false) ||
				lastMoved(a.post) - lastMoved(b.post),
		);
		for (const { page, key, post } of posts.splice(0, over)) drop(page, key, post);
	}
	boundTold(pages);
	const seen = posts.flatMap(({ post }) =>
		[...(post.seen ?? [])].map(([hash, atMs]) => ({ post, hash, atMs })),
	);
	if (seen.length <= MOST_SEEN) return undefined;
	seen.sort((a, b) => a.atMs - b.atMs);
	const given = seen.slice(0, seen.length - MOST_SEEN);
	for (const { post, hash, atMs } of given) {
		post.seen?.delete(hash);
		post.until = Math.max(post.until, atMs);
	}
	return `More than ${MOST_SEEN} comments arrived before their posts could be read in full. Those missing from the notification feed may be lost: raise Max Calls a Day.`;
}

function boundTold(pages: WatchedPage[]): void {
	const told = pages.flatMap((page) => [...(page.told ?? [])].map(([hash, atMs]) => ({ page, hash, atMs })));
	if (told.length <= MOST_TOLD) return;
	told.sort((a, b) => a.atMs - b.atMs);
	for (const { page, hash } of told.slice(0, told.length - MOST_TOLD)) page.told?.delete(hash);
}
