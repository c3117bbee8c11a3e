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
		const twin = elementsIn(newest.reply.body)
			.map(readPost)
			.find(
				(post) =>
					plain(post.commentary) === plain(commentary) &&
					(post.createdAt ?? 0) >= startedAtMs - CLOCK_SKEW_MS,
			);
		return twin?.id ? { status: 201, headers: { 'x-restli-id': twin.id }, body: {} } : 'absent';
	};
}

/** LinkedIn writes a hashtag back as a template. */
function plain(commentary: string | undefined): string {
	return (commentary ?? '').replace(/\{hashtag\|\\#\|([^{}]*)\}/g, '#$1');
}
