/** Which of the comments that were read are news, and what belongs to them. */
import type { News } from './item';
import { rememberPost, type PostFacts } from './memory';
import { endsAll, type Round } from './round';
import type { Comment, Fault } from './sources';
import { CHOSEN, isDealtWith, noteComment, noteSeen, type WatchedPage } from './state';

const MANAGED_FOR_MS = 24 * 3_600_000;
/** Whoever was given a role meanwhile does not wait for it until the next day. */
const REFUSED_LIST_FOR_MS = 6 * 3_600_000;

export interface Selected {
	news: News[];
	/** Why the rest is undecided: the same comments have to be given again. */
	fault?: Fault;
}

/**
 * Takes out what is old, what the user does not want and what the user wrote, and notes the rest as seen.
 * @param page the watched page, or CHOSEN
 * @param key the post's key in `watched.posts`
 * @param noteLeftOut also notes what is left out, so that a feed which shows it again costs no call
 */
export async function select(
	round: Round,
	page: string,
	watched: WatchedPage,
	key: string,
	comments: Comment[],
	noteLeftOut: boolean,
): Promise<Selected> {
	const post = watched.posts[key];
	const news: News[] = [];
	for (const comment of comments) {
		noteComment(post, comment.createdAtMs);
		if (isDealtWith(post, comment.id, comment.createdAtMs)) {
			if (noteLeftOut && !post.seen?.[comment.id])
				noteSeen(post, comment.id, comment.createdAtMs, round.now());
			continue;
		}
		const author = await authorOf(round, page, key, comment);
		if ('fault' in author) return { news, fault: author.fault };
		const isUnwanted =
			(comment.parent && !round.watch.includeReplies) ||
			((author.isMe || author.isPage) && !round.watch.includeOwn);
		if (isUnwanted) {
			if (noteLeftOut) noteSeen(post, comment.id, comment.createdAtMs, round.now());
			continue;
		}
		const facts = await factsOf(round, key);
		noteSeen(post, comment.id, comment.createdAtMs, round.now());
		news.push({
			comment,
			post: key,
			postText: facts.text,
			page: page !== CHOSEN ? page : isPage(facts.author) ? facts.author : null,
			isMe: author.isMe,
			isPage: author.isPage,
		});
	}
	return { news };
}

function isPage(urn: string | null): urn is string {
	return urn?.startsWith('urn:li:organization:') ?? false;
}

/** A page's comment made by me is mine too: what a workflow answers as the page comes back like that. */
async function authorOf(
	round: Round,
	page: string,
	key: string,
	comment: Comment,
): Promise<{ isMe: boolean; isPage: boolean } | { fault: Fault }> {
	const { actor, agent } = comment;
	const isMe = round.me !== undefined && (actor === round.me || agent === round.me);
	if (!isPage(actor) || page !== CHOSEN) return { isMe, isPage: actor === page };
	const facts = await factsOf(round, key);
	if (isPage(facts.author)) return { isMe, isPage: actor === facts.author };
	if (isMe) return { isMe, isPage: true };
	const managed = await managedPages(round);
	return Array.isArray(managed) ? { isMe, isPage: managed.includes(actor) } : { fault: managed };
}

/** Text and author of a post, asked once; unknown where LinkedIn does not show the post. */
export async function factsOf(round: Round, key: string): Promise<PostFacts> {
	const known = round.memory.posts.get(key);
	if (known) return known;
	const answer = await round.ask('detail', async () => await round.sources.post(key));
	const facts = answer.ok ? answer.value : { text: null, author: null };
	if (answer.ok || !endsAll(answer.fault)) rememberPost(round.memory, key, facts);
	return facts;
}

/** Pages I manage, asked once a day. @returns an empty list where LinkedIn refuses to tell, a fault to ask again */
export async function managedPages(round: Round): Promise<string[] | Fault> {
	const { state } = round;
	if (state.managed && round.now() - state.managed.at < MANAGED_FOR_MS) return state.managed.urns;
	const answer = await round.ask('detail', async () => await round.sources.managedPages());
	if (!answer.ok && answer.fault.kind !== 'refused' && answer.fault.kind !== 'gone') {
		return state.managed ? state.managed.urns : answer.fault;
	}
	if (!answer.ok)
		round.say(`LinkedIn does not say which pages this connection manages. ${answer.fault.message}`);
	state.managed = answer.ok
		? { at: round.now(), urns: answer.value }
		: { at: round.now() - MANAGED_FOR_MS + REFUSED_LIST_FOR_MS, urns: state.managed?.urns ?? [] };
	return state.managed.urns;
}
