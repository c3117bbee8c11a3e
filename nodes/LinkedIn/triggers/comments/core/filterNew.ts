/** Which of the comments that were read are new, and which post and comment they belong to. */
import type { Fault } from '../../polling/core/answer';
import { endsAll } from '../../polling/core/asking';
import { closesSource } from '../../polling/core/closed';
import { hashOf } from '../../polling/core/hashes';
import { commentEventItem } from '../../events/core/item';
import type { News } from './news';
import { type PollContext } from './pollContext';
import type { Comment } from './sources';
import { rememberGiven, rememberPost, type PostFacts } from './state/memory';
import { CHOSEN, isDealtWith, noteComment, noteSeen, type WatchedPage } from './state/state';
import { managedPages } from './watchedPages';

export interface Selected {
	news: News[];
	/** Some of the comments hadn't been handled. */
	isNews: boolean;
	/** Those. */
	noted: Comment[];
	/** Why the rest is undecided: the same comments must be passed in again. */
	fault?: Fault;
}

/**
 * Removes comments that are old, unwanted or the user's own, and marks the rest as seen.
 * @param page the watched page, or CHOSEN
 * @param key the post's key in `watched.posts`
 * @param noteLeftOut also marks what is left out, so that it costs no call if the feed shows it again
 */
export async function filterNew(
	poll: PollContext,
	page: string,
	watched: WatchedPage,
	key: string,
	comments: Comment[],
	noteLeftOut: boolean,
): Promise<Selected> {
	const post = watched.posts[key];
	const selected: Selected = { news: [], isNews: false, noted: [] };
	for (const comment of comments) {
		const hash = hashOf(poll.state.key, comment.id);
		noteComment(post, comment.createdAtMs);
		if (isDealtWith(post, hash, comment.createdAtMs)) {
			// The feed shows it again, with a time that may differ from the comment's.
			if (noteLeftOut) noteSeen(post, hash, comment.createdAtMs);
			continue;
		}
		selected.isNews = true;
		const author = await authorOf(poll, page, key, comment);
		if ('fault' in author) return { ...selected, fault: author.fault };
		const isUnwanted =
			(comment.parent && !poll.watch.includeReplies) ||
			((author.isMe || author.isPage) && !poll.watch.includeOwn);
		if (isUnwanted || poll.memory.given.has(comment.id)) {
			noteSeen(post, hash, comment.createdAtMs);
			selected.noted.push(comment);
			continue;
		}
		const facts = await factsOf(poll, key);
		noteSeen(post, hash, comment.createdAtMs);
		rememberGiven(poll.memory, comment.id, poll.now());
		selected.noted.push(comment);
		const actor = { urn: comment.actor, name: null, ...author };
		const ofPage = page !== CHOSEN ? page : isPage(facts.author) ? facts.author : null;
		const onPost = { urn: key, text: facts.text };
		selected.news.push({
			atMs: comment.createdAtMs,
			id: comment.id,
			item: commentEventItem('newComment', comment, onPost, { actor, page: ofPage }),
		});
	}
	return selected;
}

function isPage(urn: string | null): urn is string {
	return urn?.startsWith('urn:li:organization:') ?? false;
}

/** A page's comment written by me counts as mine: a workflow that answers as the page writes such comments. */
async function authorOf(
	poll: PollContext,
	page: string,
	key: string,
	comment: Comment,
): Promise<{ isMe: boolean; isPage: boolean } | { fault: Fault }> {
	const { actor, agent } = comment;
	const isMe = poll.me !== undefined && (actor === poll.me || agent === poll.me);
	if (!isPage(actor) || page !== CHOSEN) return { isMe, isPage: actor === page };
	const facts = await factsOf(poll, key);
	if (isPage(facts.author)) return { isMe, isPage: actor === facts.author };
	if (isMe) return { isMe, isPage: true };
	const managed = await managedPages(poll, 'detail');
	return 'fault' in managed ? managed : { isMe, isPage: managed.urns.includes(actor) };
}

/** Text and author of a post, read once; unknown if LinkedIn doesn't show the post. */
export async function factsOf(poll: PollContext, key: string): Promise<PostFacts> {
	const known = poll.memory.posts.get(key);
	if (known) return known;
	const answer = await poll.ask('detail', async () => await poll.sources.post(key));
	const facts = answer.ok ? answer.value : { text: null, author: null };
	if (answer.ok || !(endsAll(answer.fault) || closesSource(answer.fault)))
		rememberPost(poll.memory, key, facts);
	return facts;
}
