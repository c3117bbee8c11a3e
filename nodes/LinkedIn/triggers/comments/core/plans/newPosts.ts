/** New posts of a page, from the list of its posts; LinkedIn doesn't notify of them. */
import { postItem } from '../../../events/core/item';
import { hashOf } from '../../../polling/core/hashes';
import type { PollContext } from '../pollContext';
import type { Post } from '../sources';
import { isGiven, rememberGiven } from '../state/memory';
import { MOST_LATE_MS, type WatchedPage } from '../state/state';

/** Emits those posts of a list that were published since the event was chosen. */
export function giveNewPosts(poll: PollContext, page: string, watched: WatchedPage, posts: Post[]): void {
	const sinceMs = watched.since?.newPost;
	if (sinceMs === undefined) return;
	let newestMs = 0;
	for (const post of posts) {
		const atMs = post.publishedAtMs ?? post.createdAtMs;
		if (post.isUnpublished || atMs === undefined || atMs <= sinceMs) continue;
		newestMs = Math.max(newestMs, atMs);
		const hash = hashOf(poll.state.key, `posted ${post.urn}`);
		if (watched.posted?.has(hash)) continue;
		(watched.posted ??= new Map()).set(hash, atMs);
		if (isGiven(poll.memory, post.urn)) continue;
		rememberGiven(poll.memory, post.urn, poll.now());
		const actor = {
			urn: post.author ?? page,
			name: null,
			isMe: false,
			isPage: (post.author ?? page) === page,
		};
		const occurredAt = new Date(atMs).toISOString();
		const ofPost = postItem(post.urn, null, post.text);
		poll.give({
			atMs,
			id: post.urn,
			item: { event: 'newPost', occurredAt, actor, post: ofPost, page: { urn: page } },
		});
	}
	watched.since = {
		...watched.since,
		newPost: Math.max(sinceMs, Math.min(newestMs, poll.now()) - MOST_LATE_MS),
	};
}
