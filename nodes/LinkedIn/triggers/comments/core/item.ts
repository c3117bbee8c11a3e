/** The item of one new comment: always the same keys, null if unknown. */
import { commentUrl, postUrl } from '../../../transport/restli/urns/url';
import type { Comment } from './sources';

/** A new comment and what is known about its surroundings. */
export interface News {
	comment: Comment;
	/** Share, ugcPost or activity URN, the best one known. */
	post: string;
	postText: string | null;
	page: string | null;
	isMe: boolean;
	isPage: boolean;
}

export type CommentItem = {
	comment: {
		urn: string;
		id: string;
		text: string | null;
		createdAt: string;
		url: string;
		/** Null if LinkedIn didn't show the comment and only its notification is known. */
		isReply: boolean | null;
	};
	author: { urn: string | null; name: string | null; isMe: boolean; isPage: boolean };
	post: { urn: string; activity: string; url: string; text: string | null };
	/** The comment it answers; null at the top level. */
	parent: { urn: string } | null;
	page: { urn: string } | null;
};

export function commentItemOf(news: News): CommentItem {
	const { comment } = news;
	return {
		comment: {
			text: comment.text,
			createdAt: new Date(comment.createdAtMs).toISOString(),
			isReply: comment.parent === undefined ? null : comment.parent !== null,
			id: comment.id,
			urn: comment.urn,
			url: commentUrl({ urn: comment.urn, thread: comment.activity }),
		},
		// LinkedIn's comments don't contain names, and apps can't look people up by URN (docs.comments).
		author: { name: null, isMe: news.isMe, isPage: news.isPage, urn: comment.actor },
		post: { text: news.postText, activity: comment.activity, urn: news.post, url: postUrl(news.post) },
		parent: comment.parent ? { urn: comment.parent } : null,
		page: news.page === null ? null : { urn: news.page },
	};
}

/** Oldest first; comments with the same time in the order of their ids. */
export function inOrder(news: News[]): News[] {
	return [...news].sort(
		(a, b) =>
			a.comment.createdAtMs - b.comment.createdAtMs ||
			a.comment.id.length - b.comment.id.length ||
			(a.comment.id < b.comment.id ? -1 : 1),
	);
}
