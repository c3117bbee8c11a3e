/**
 * The item of one event, the same whether LinkedIn pushed it or a trigger asked for it: always the same keys, null if
 * unknown.
 */
import { commentUrl, postUrl } from '../../../transport/restli/urns/url';
import { idTime } from '../../../transport/restli/urns/urn';
import { eventOfAction, type EventName } from './event';
import type { Notification, ShareNotification } from './notification';

/** Who did it. Notifications don't contain names. */
export interface Actor {
	urn: string | null;
	name: string | null;
	/** The connected member, or a page in the name of which that member acted. */
	isMe: boolean;
	/** The page itself. */
	isPage: boolean;
}

export interface CommentFacts {
	urn: string;
	id: string;
	/** URN of the post's activity. */
	activity: string;
	text: string | null;
	createdAtMs: number;
	/** URN of the comment it replies to; null at the top level; undefined if unknown. */
	parent: string | null | undefined;
}

export interface PostOfItem {
	urn: string | null;
	activity: string | null;
	url: string | null;
	text: string | null;
}

interface EventBase {
	event: EventName;
	/** ISO 8601, UTC. */
	occurredAt: string;
	actor: Actor;
	post: PostOfItem;
	page: { urn: string } | null;
}

export type CommentEventItem = EventBase & {
	comment: {
		urn: string;
		id: string;
		text: string | null;
		createdAt: string;
		url: string;
		/** Null if LinkedIn didn't show the comment and only its notification is known. */
		isReply: boolean | null;
	};
	/** The comment it answers; null at the top level. */
	parent: { urn: string } | null;
	post: { urn: string; activity: string; url: string; text: string | null };
};

export type ReactionEventItem = EventBase & { reaction: { type: string | null } };

export type ShareEventItem = EventBase & {
	share: { urn: string | null; url: string | null; text: string | null };
};

/** A new post, and a mention in a post, have nothing besides the post itself. A mention in a comment has that. */
export type PostEventItem = EventBase;

/** Several at once, where LinkedIn only counts. */
export type CountedItem = {
	event: EventName;
	post: PostOfItem;
	page: { urn: string } | null;
	/** How many more there are. */
	change: number;
};

export type EventItem = CommentEventItem | ReactionEventItem | ShareEventItem | PostEventItem | CountedItem;

/** What an item says of an event besides its subject. */
export interface Surroundings {
	actor: Actor;
	/** URN of the page, if the post is a page's. */
	page: string | null;
}

export function commentEventItem(
	event: 'newComment' | 'commentEdited' | 'newMention',
	comment: CommentFacts,
	post: { urn: string; text: string | null },
	{ actor, page }: Surroundings,
	occurredAtMs = comment.createdAtMs,
): CommentEventItem {
	return {
		event,
		occurredAt: isoOf(occurredAtMs),
		actor,
		post: { urn: post.urn, activity: comment.activity, url: postUrl(post.urn), text: post.text },
		page: pageOf(page),
		comment: {
			text: comment.text,
			createdAt: isoOf(comment.createdAtMs),
			isReply: comment.parent === undefined ? null : comment.parent !== null,
			id: comment.id,
			urn: comment.urn,
			url: commentUrl({ urn: comment.urn, thread: comment.activity }),
		},
		parent: comment.parent ? { urn: comment.parent } : null,
	};
}

/** @param told of an action that is an event */
export function notificationItem(told: Notification, { actor, page }: Surroundings): EventItem {
	const event = eventOfAction(told.action) as EventName;
	if (told.kind === 'comment') {
		const { commentUrn: urn, id, activity, text, atMs } = told;
		const createdAtMs = event === 'newComment' ? atMs : (told.createdAtMs ?? atMs);
		const comment = { urn, id, activity, text, createdAtMs, parent: undefined };
		const post = { urn: told.post ?? activity, text: told.postText };
		return commentEventItem(event as 'newComment', comment, post, { actor, page }, atMs);
	}
	const base = { event, occurredAt: isoOf(told.atMs), actor };
	if (event === 'newMention') return mentionItem(told as ShareNotification, { actor, page });
	const post = postItem(told.post ?? told.activity, told.activity, told.postText);
	if (told.kind === 'reaction') {
		return { ...base, post, page: pageOf(page), reaction: { type: told.reactionType } };
	}
	const { shareUrn, text } = told;
	const share = { urn: shareUrn, url: shareUrn === null ? null : postUrl(shareUrn), text };
	return { ...base, post, page: pageOf(page), share };
}

function mentionItem(told: ShareNotification, { actor, page }: Surroundings): EventItem {
	const { comment, text, atMs } = told;
	const base = { event: 'newMention' as const, occurredAt: isoOf(atMs), actor };
	if (comment === null) return { ...base, post: mentioningPost(told), page: pageOf(page) };
	const { urn, id, thread: activity } = comment;
	const facts = { urn, id, activity, text, createdAtMs: idTime(id) ?? atMs, parent: undefined };
	const post = { urn: told.post ?? activity, text: told.postText };
	return commentEventItem('newMention', facts, post, { actor, page }, atMs);
}

/** LinkedIn may name the post that mentions the page as the generated one or as the source. */
function mentioningPost({ shareUrn, text, post, activity, postText }: ShareNotification): PostOfItem {
	const isSource = shareUrn === null || shareUrn === post || shareUrn === activity;
	if (!isSource) return postItem(shareUrn, null, text);
	return postItem(post ?? activity, activity, text ?? postText);
}

const ACTIVITY = 'urn:li:activity:';

/** @param activity if it's known besides the URN */
export function postItem(urn: string | null, activity: string | null, text: string | null): PostOfItem {
	const known = activity ?? (urn?.startsWith(ACTIVITY) ? urn : null);
	return { urn, activity: known, url: urn === null ? null : postUrl(urn), text };
}

export const pageOf = (urn: string | null): { urn: string } | null => (urn === null ? null : { urn });

const isoOf = (ms: number): string => new Date(ms).toISOString();
