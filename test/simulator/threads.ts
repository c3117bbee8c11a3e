import { notFound, wrongUrnType } from './errors';
import type { Comment, Post } from './model';
import type { RestliValue } from './restli';
import type { State } from './state';

/** The target of a social action: a post, or a comment on one (docs.comments). */
export interface Target {
	post: Post;
	/** Set if the URN was that of a comment. */
	comment?: Comment;
	/** LinkedIn's URN for it: the activity of the post, or the comment's own. */
	entity: string;
}

/**
 * Finds the target of a share, ugcPost, activity or comment URN. A number with another type's prefix isn't found;
 * neither is a comment whose inner URN isn't the activity.
 * @throws ApiError 400 for other URNs, 404 for what doesn't exist, is deleted or isn't ready for comments
 */
export function findTarget(state: State, now: number, urn: RestliValue | undefined): Target {
	if (typeof urn !== 'string') throw wrongUrnType('entity', JSON.stringify(urn), 'post or comment');
	const isPost = /^urn:li:(share|ugcPost|activity):\d+$/.test(urn);
	const isComment = /^urn:li:comment:\(urn:li:(share|ugcPost|activity):\d+,\d+\)$/.test(urn);
	if (!isPost && !isComment) throw wrongUrnType('entity', urn, 'share, ugcPost, activity or comment');
	const found = isComment ? state.findComment(urn) : undefined;
	const comment = found && (found.visibleFrom ?? 0) <= now ? found : undefined;
	const post = state.findPost(comment?.activity ?? urn);
	if (!post || post.isDeleted || post.commentsFrom > now) throw notFound();
	return { post, entity: comment?.urn ?? post.activity, ...(comment ? { comment } : {}) };
}

/** Comments directly under a target: top-level ones of a post, replies of a comment; oldest first. */
export function children(state: State, target: Target): Comment[] {
	return state.shownComments(target.post.urn).filter((one) => one.parent === target.comment?.urn);
}

/** Number of comments under a target, including replies. */
export function countAll(state: State, target: Target): number {
	return target.comment ? children(state, target).length : state.shownComments(target.post.urn).length;
}
