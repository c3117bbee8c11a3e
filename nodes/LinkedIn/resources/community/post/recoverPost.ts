/** Finding the post that an unanswered create may have made. */
import { elementsIn } from '../../../transport/answers/pageReply';
import type { Beginning } from '../../../transport/limits/serverClock';
import { idTime } from '../../../transport/restli/urns/urn';
import { asCompared, isSameText } from '../../../transport/text/sameText';
import type { LinkedInClient, Recover, Reply } from '../../../transport/types';
import type { Actor } from '../../fields/actor';
import { readPost, type PostEntity } from './entity';

const NEWEST_POSTS = 10;

/**
 * Looks at the author's newest posts if the scope allows it. A post with text may then be sent once more: if the first
 * one exists after all, LinkedIn refuses the second as its duplicate and names it.
 * @param commentary as sent, in little text
 * @param begun when the create was sent
 */
export function recoverPost(
	linkedin: LinkedInClient,
	author: Actor,
	commentary: string,
	begun: Beginning,
): Recover<unknown> {
	return async () => {
		if (commentary === '') return undefined;
		const newest = await postsWithText(linkedin, author, commentary);
		if (!newest) return 'absent';
		const twin = newest.posts.find(
			({ id = '', createdAt }) =>
				begun.made(createdAt ?? idTime(numberOf(id)), newest.headers) === 'since' && !linkedin.claims.has(id),
		);
		// Beside an older post with this text it may be sent again: LinkedIn refuses it as a duplicate.
		if (!twin?.id) return 'absent';
		// It may be the post of another item, for which LinkedIn returned no id.
		if (linkedin.claims.hasUnnamed(postClaimOf(author, commentary), begun.earliestMs)) return undefined;
		return { status: 201, headers: { 'x-restli-id': twin.id }, body: {} };
	};
}

/**
 * Those of the author's newest posts that have a text.
 * @param commentary in little text
 * @returns undefined if they can't be read
 */
export async function postsWithText(
	linkedin: LinkedInClient,
	author: Actor,
	commentary: string,
): Promise<{ posts: PostEntity[]; headers: Reply<unknown>['headers'] } | undefined> {
	if (linkedin.may([author.as === 'page' ? 'r_organization_social' : 'r_member_social']) === false)
		return undefined;
	const newest = await linkedin.attempt<unknown>({
		restliMethod: 'FINDER',
		path: '/rest/posts',
		query: { q: 'author', author: author.urn, count: NEWEST_POSTS, sortBy: 'CREATED' },
	});
	if (!newest.ok) return undefined;
	const { body, headers } = newest.reply;
	const posts = elementsIn(body)
		.map(readPost)
		.filter(({ commentary: text }) => isSameText(plain(text), plain(commentary)));
	return { posts, headers };
}

/** What identifies the post in the search. */
export function postClaimOf(author: Actor, commentary: string): string[] {
	return ['post', author.urn, asCompared(plain(commentary))];
}

function numberOf(urn: string): string {
	return urn.slice(urn.lastIndexOf(':') + 1);
}

/** LinkedIn writes a hashtag back as a template. */
function plain(commentary: string | undefined): string {
	return (commentary ?? '').replace(/\{hashtag\|\\#\|([^{}]*)\}/g, '#$1');
}
