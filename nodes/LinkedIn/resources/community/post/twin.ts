/** Finding the post that an unanswered create may have made. */
import type { LinkedIn, Recover } from '../../../transport';
import { elementsIn } from '../../../transport/paginate';
import type { Actor } from '../actor';
import { readPost } from './entity';

/** LinkedIn's clock and ours may differ by so much. */
const CLOCK_SKEW_MS = 60_000;
const NEWEST_POSTS = 10;

/**
 * Looks at the author's newest posts where the scope may read. A post with text may then be sent once more: should
 * the first one stand after all, LinkedIn refuses the second as its duplicate and names it.
 * @param commentary as sent, in little text
 * @param startedAtMs when the create was begun, epoch milliseconds
 */
export function recoverPost(
	linkedin: LinkedIn,
	author: Actor,
	commentary: string,
	startedAtMs: number,
): Recover<unknown> {
	return async () => {
		if (commentary === '') return undefined;
		if (linkedin.may([author.as === 'page' ? 'r_organization_social' : 'r_member_social']) === false)
			return 'absent';
		const newest = await linkedin.attempt<unknown>({
			restliMethod: 'FINDER',
			path: '/rest/posts',
			query: { q: 'author', author: author.urn, count: NEWEST_POSTS, sortBy: 'CREATED' },
		});
		if (!newest.ok) return 'absent';
		const sinceMs = startedAtMs - CLOCK_SKEW_MS;
		const twin = elementsIn(newest.reply.body)
			.map(readPost)
			.find(
				({ id, commentary: text, createdAt = 0 }) =>
					plain(text) === plain(commentary) && createdAt >= sinceMs && !linkedin.claims.has(id ?? ''),
			);
		if (!twin?.id) return 'absent';
		// It may be the one of another item, which LinkedIn did not name.
		if (linkedin.claims.hasUnnamed(likeOf(author, commentary), sinceMs)) return undefined;
		return { status: 201, headers: { 'x-restli-id': twin.id }, body: {} };
	};
}

/** What a look goes by. */
export function likeOf(author: Actor, commentary: string): string[] {
	return ['post', author.urn, plain(commentary)];
}

/** LinkedIn writes a hashtag back as a template. */
function plain(commentary: string | undefined): string {
	return (commentary ?? '').replace(/\{hashtag\|\\#\|([^{}]*)\}/g, '#$1');
}
