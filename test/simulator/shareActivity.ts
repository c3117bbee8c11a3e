import type { Post } from './model';
import type { State } from './state';
import type { ShareActivity } from './statistics';

/**
 * What people did on the posts of a page, as rows to count: shares, reactions and comments, each counted `countLagMs`
 * after it happened.
 * @param organization page URN
 * @param isAsked chooses posts by their URN; all by default
 */
export function shareActivityOf(
	state: State,
	organization: string,
	now: number,
	isAsked: (urn: string) => boolean = () => true,
): ShareActivity[] {
	const until = now - state.countLagMs;
	const all = state.posts();
	const parentOf = ({ reshareContext }: Post) => reshareContext && state.findPost(reshareContext.parent);
	const shares = all.flatMap((share) => {
		const post = parentOf(share);
		return post?.author === organization && isAsked(post.urn)
			? [{ post, at: share.createdAt, shareCount: 1 }]
			: [];
	});
	const asked = all.filter((post) => post.author === organization && isAsked(post.urn));
	const reactions = asked.flatMap((post) =>
		state.reactions.of(post.activity).map(({ createdAt: at }) => ({ post, at, likeCount: 1 })),
	);
	const comments = asked.flatMap((post) =>
		state.shownComments(post.urn).map(({ createdAt: at }) => ({ post, at, commentCount: 1 })),
	);
	return [...shares, ...reactions, ...comments]
		.filter(({ at }) => at <= until)
		.map(({ post, ...row }) => ({ ...row, organization, post: post.urn }));
}
