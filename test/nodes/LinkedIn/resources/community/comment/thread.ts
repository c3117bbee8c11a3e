import type { Variables } from '../../../../../cases';
import type { Simulator } from '../../../../../simulator';

/** The link from "Copy link to comment": the comment in its short form (docs.comments). */
export function commentLink(activity: string, id: string): string {
	const activityId = activity.slice('urn:li:activity:'.length);
	return `https://www.linkedin.com/feed/update/${activity}?commentUrn=urn%3Ali%3Acomment%3A%28activity%3A${activityId}%2C${id}%29`;
}

/** A post of Acme Corp, a comment of Cleo on it, and Acme's reply, with all their ids. */
export function threadOfAcme({ state }: Simulator): Variables {
	const createdAt = Date.now() - 3_600_000;
	const post = state.addPost({ author: '2414183', text: 'We are hiring', createdAt });
	const comment = state.addComment({
		post: post.urn,
		actor: 'cleo',
		text: 'Remote too?',
		createdAt: createdAt + 60_000,
	});
	const reply = state.addComment({
		post: post.urn,
		actor: '2414183',
		text: 'Yes!',
		parent: comment.urn,
		createdAt: createdAt + 120_000,
	});
	return {
		post: post.urn,
		postId: post.urn.slice('urn:li:share:'.length),
		activity: post.activity,
		activityId: post.activity.slice('urn:li:activity:'.length),
		comment: comment.urn,
		commentId: comment.id,
		commentUrl: commentLink(post.activity, comment.id),
		commentedAt: new Date(comment.createdAt).toISOString(),
		commentedAtMs: comment.createdAt,
		reply: reply.urn,
		replyId: reply.id,
		replyUrl: commentLink(post.activity, reply.id),
		repliedAt: new Date(reply.createdAt).toISOString(),
	};
}

/** The output for Cleo's comment when it's read. */
export const cleosComment = {
	urn: '${comment}',
	url: '${commentUrl}',
	id: '${commentId}',
	text: 'Remote too?',
	author: 'urn:li:person:cLeO55wQz0',
	post: '${activity}',
	postUrl: 'https://www.linkedin.com/feed/update/${activity}',
	parent: null,
	likes: 0,
	replies: 1,
	createdAt: '${commentedAt}',
	lastModifiedAt: '${commentedAt}',
};

/** The output for Acme's reply when it's read. */
export const acmesReply = {
	urn: '${reply}',
	url: '${replyUrl}',
	id: '${replyId}',
	text: 'Yes!',
	author: 'urn:li:organization:2414183',
	post: '${activity}',
	postUrl: 'https://www.linkedin.com/feed/update/${activity}',
	parent: '${comment}',
	likes: 0,
	replies: null,
	createdAt: '${repliedAt}',
	lastModifiedAt: '${repliedAt}',
};
