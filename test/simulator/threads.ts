import { notFound, wrongUrnType } from './errors';
import type { Comment, Post } from './model';
import type { RestliValue } from './restli';
import type { State } from './state';

/** What a social action is about: a post, or a comment on one (docs.comments). */
export interface Target {
	post: Post;
	/** Set when the URN was that of a comment. */
	comment?: Comment;
	/** The URN LinkedIn calls it by: the activity of the post, or the comment's own. */
	entity: string;
}

/**
 * Finds what a share, ugcPost, activity or comment URN means. A number under another type's prefix is another thing
 * and finds nothing; so does a comment whose inner URN is not the activity.
 * @throws ApiError 400 for what is no such URN, 404 for what does not exist, is deleted or not ready for comments
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

/** Number of comments under a target, replies counted in. */
export function countAll(state: State, target: Target): number {
	return target.comment ? children(state, target).length : state.shownComments(target.post.urn).length;
}
