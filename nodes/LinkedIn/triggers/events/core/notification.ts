/**
 * Reads a notification of what happened on a page. LinkedIn's feed and its pushes have the same form, but only that of
 * comments was ever seen, so for the others every plausible place of a value is read.
 * @see docs.notifications
 */
import { createHash } from 'crypto';

import { z } from 'zod';

import { Unreadable } from '../../../transport/answers/elements';
import { optionalText, readEntity } from '../../../transport/answers/readEntity';
import { decodedTwice } from '../../../transport/restli/urns/parseInput';
import { canonicalUrn, commentNamed, idTime, postNamed } from '../../../transport/restli/urns/urn';
import type { CommentRef } from '../../../transport/restli/urns/comment';
import type { PostRef } from '../../../transport/restli/urns/post';
import { fromLittleText } from '../../../transport/text/littleText';
import { eventOfAction } from './event';

/** What all notifications say. */
interface Told {
	/** The same each time LinkedIn sends this notification, in the feed or as a push. */
	key: string;
	/** LinkedIn's word for it, such as `COMMENT` or `LIKE`. */
	action: string;
	/** When it happened, epoch milliseconds. */
	atMs: number;
	/** URN of the notified page. */
	page: string | null;
	/** URN of the person or page that did it. */
	owner: string | null;
	/** The post's share or ugcPost URN, and its activity, as far as LinkedIn sent them. */
	post: string | null;
	activity: string | null;
	postText: string | null;
	/** URN of the person or page that wrote the post. */
	postOwner: string | null;
}

export interface CommentNotification extends Told {
	kind: 'comment';
	/** Long form. */
	commentUrn: string;
	id: string;
	activity: string;
	text: string | null;
	/** By its id, epoch milliseconds. */
	createdAtMs: number | undefined;
}

export interface ReactionNotification extends Told {
	kind: 'reaction';
	/** LinkedIn's code, such as `PRAISE`. */
	reactionType: string | null;
}

/**
 * Someone shared a post of the page (`SHARE`), or mentioned the page (`SHARE_MENTION`) in a post of their own or in a
 * comment.
 */
export interface ShareNotification extends Told {
	kind: 'share';
	/** The post that did it: share, ugcPost or activity URN. */
	shareUrn: string | null;
	/** The comment that did it. */
	comment: CommentRef | null;
	text: string | null;
}

export type Notification = CommentNotification | ReactionNotification | ShareNotification;

const decorated = z
	.object({
		owner: z.string(),
		actor: z.string(),
		text: z.string(),
		entity: z.string(),
		reactionType: z.string(),
	})
	.partial()
	.optional();

/** As milliseconds it would be in 1973. */
const MOST_SECONDS = 1e11;

/** Documented in milliseconds; seconds or text are read too, because only notifications of comments were ever seen. */
const moment = z
	.union([
		z.number(),
		z
			.string()
			.regex(/^\d{10,16}$/)
			.transform(Number),
	])
	.transform((time) => (time < MOST_SECONDS ? time * 1000 : time));

const notification = z.object({
	notificationId: z.union([z.number(), z.string()]).optional(),
	organizationalEntity: z
		.union([
			z.string(),
			z
				.number()
				.int()
				.positive()
				.transform((id) => `urn:li:organization:${id}`),
		])
		.nullish()
		.catch(undefined)
		.transform((urn) => urn ?? undefined),
	action: z.string(),
	lastModifiedAt: moment.optional(),
	sourcePost: optionalText,
	generatedActivity: optionalText,
	decoratedSourcePost: z
		.object({ owner: z.string(), entity: z.string(), text: z.string() })
		.partial()
		.optional(),
	decoratedGeneratedActivity: z
		.object({ comment: decorated, share: decorated, like: decorated, reaction: decorated })
		.partial()
		.optional(),
});
type Read = z.output<typeof notification>;

/** How far LinkedIn's clock may be ahead of ours. */
const CLOCK_SKEW_MS = 86_400_000;
/** Little text's marks; it isn't documented whether notifications use little text. */
const LITTLE_TEXT = /\{hashtag\||\\[\\|{}@[\]()<>#*_~]/;

/**
 * When something was created: as LinkedIn says, otherwise from its id. A future time would hold back everything before
 * it, so it counts as absent.
 */
export function timeOf(said: number | undefined, id: string | undefined, nowMs: number): number | undefined {
	return [said, id === undefined ? undefined : idTime(id)].find(
		(ms) => ms !== undefined && ms >= 0 && ms <= nowMs + CLOCK_SKEW_MS,
	);
}

/**
 * A page is also notified of comments elsewhere, such as on a group's post or on an article, which aren't on a post of
 * the page.
 * @returns undefined for an action that the triggers don't know, and for a comment's notification about something else
 */
export function notificationFrom(body: unknown, nowMs: number): Notification | undefined | Unreadable {
	const read = readEntity(notification, body);
	if (!read) return new Unreadable('one does not say what happened');
	if (read.action === 'COMMENT_DELETE') return commentOf(read, nowMs);
	switch (eventOfAction(read.action)) {
		case 'newComment':
		case 'commentEdited':
			return commentOf(read, nowMs);
		case 'newReaction':
			return reactionOf(read, nowMs);
		case 'newMention':
		case 'newShare':
			return shareOf(read, nowMs);
		default:
			return undefined;
	}
}

function commentOf(read: Read, nowMs: number): CommentNotification | undefined | Unreadable {
	const comment = read.decoratedGeneratedActivity?.comment;
	const urns = [read.generatedActivity, comment?.entity].filter((urn) => urn !== undefined);
	if (urns.length === 0) return new Unreadable('one does not say which comment it is about');
	const elsewhere = urns.find((urn) => /comment/i.test(urn));
	if (elsewhere === undefined) return undefined;
	const [ref] = urns.flatMap((urn) => commentNamed(urn) ?? []);
	if (ref === undefined) return new Unreadable(`${elsewhere} is not a comment on a post`);
	const post = postOf(read);
	if (post instanceof Unreadable) return post;
	const atMs = timeOf(read.lastModifiedAt, ref.id, nowMs);
	if (atMs === undefined) return new Unreadable(`the one about ${ref.urn} does not say when it happened`);
	return {
		kind: 'comment',
		...told(read, atMs, comment?.owner, []),
		post: post?.urn ?? null,
		activity: ref.thread,
		commentUrn: ref.urn,
		id: ref.id,
		text: comment?.text ?? null,
		createdAtMs: idTime(ref.id),
	};
}

/** The post's own URN, or undefined if only its activity is known. */
function postOf({ decoratedSourcePost }: Read): PostRef | undefined | Unreadable {
	const entity = decoratedSourcePost?.entity;
	// What a reply answers, or a reaction to a comment is on.
	if (entity === undefined || commentNamed(entity)) return undefined;
	return postNamed(entity) ?? new Unreadable(`${entity} is not a post`);
}

/** The posts that these URNs identify, or the posts of their comments. */
function postsNamed(urns: Array<string | undefined>): PostRef[] {
	return urns.flatMap((urn) =>
		urn === undefined ? [] : (postNamed(commentNamed(urn)?.thread ?? urn) ?? []),
	);
}

/** `urn:li:like:(urn:li:person:…,urn:li:activity:…)`, or `reaction`, also without the inner `urn:li:`: who, and on what. */
const REACTION_URN = /^urn:li:(?:like|reaction):\((?:urn:li:)?([a-zA-Z]+:[^,()]+),(.+)\)$/;

function reactionOf(read: Read, nowMs: number): ReactionNotification | Unreadable {
	const { comment, share, like, reaction } = read.decoratedGeneratedActivity ?? {};
	const shown = reaction ?? like ?? share ?? comment;
	const named = [read.generatedActivity, shown?.entity]
		.map((urn) => urn && REACTION_URN.exec(decodedTwice(urn)))
		.find(Boolean);
	const sources = postsNamed([read.decoratedSourcePost?.entity, read.sourcePost, named?.[2]]);
	const post = postOf(read);
	if (post instanceof Unreadable && sources.length === 0) return post;
	if (sources.length === 0) return new Unreadable('one about a reaction does not say to what');
	const atMs = timeOf(read.lastModifiedAt, undefined, nowMs);
	if (atMs === undefined) return new Unreadable('one about a reaction does not say when it happened');
	const by = shown?.actor ?? shown?.owner ?? (named ? `urn:li:${named[1]}` : undefined);
	return {
		kind: 'reaction',
		...told(read, atMs, by, sources),
		reactionType: shown?.reactionType ?? null,
	};
}

function shareOf(read: Read, nowMs: number): ShareNotification | Unreadable {
	const { share, comment } = read.decoratedGeneratedActivity ?? {};
	const shown = share ?? comment;
	const urns = [shown?.entity, read.generatedActivity].filter((urn) => urn !== undefined);
	const [ref] = urns.flatMap((urn) => postNamed(urn) ?? []);
	const isMention = eventOfAction(read.action) === 'newMention';
	const [inComment = null] = isMention ? urns.flatMap((urn) => commentNamed(urn) ?? []) : [];
	const sources = postsNamed([read.decoratedSourcePost?.entity, read.sourcePost, inComment?.thread]);
	const post = postOf(read);
	if (post instanceof Unreadable && sources.length === 0) return post;
	if (ref === undefined && sources.length === 0) {
		return new Unreadable('one about a share does not say which post it is about');
	}
	const atMs = timeOf(read.lastModifiedAt, (ref ?? inComment)?.id, nowMs);
	if (atMs === undefined) return new Unreadable('one about a share does not say when it happened');
	return {
		kind: 'share',
		...told(read, atMs, shown?.owner, sources),
		shareUrn: ref?.urn ?? null,
		comment: inComment,
		text: plain(shown?.text),
	};
}

/** @param sources posts that it's about, in each of their URNs */
function told(read: Read, atMs: number, owner: string | undefined, sources: PostRef[]): Told {
	const { action, decoratedSourcePost, organizationalEntity } = read;
	const { entity, text, owner: postOwner = null } = decoratedSourcePost ?? {};
	const isOfComment = entity !== undefined && commentNamed(entity) !== undefined;
	return {
		key: keyOf(read, atMs, owner),
		action,
		atMs,
		page: organizationalEntity === undefined ? null : canonicalUrn(organizationalEntity),
		owner: owner === undefined ? null : canonicalUrn(owner),
		post: sources.find(({ type }) => type !== 'activity')?.urn ?? null,
		activity: sources.find(({ type }) => type === 'activity')?.urn ?? null,
		postText: isOfComment ? null : plain(text),
		postOwner: isOfComment ? null : postOwner,
	};
}

/**
 * A comment may be edited again and keep its notification. JavaScript has rounded the last digits of a longer number, so
 * that may stand for several notifications. What stands for an id names people, so it's kept as a hash.
 */
function keyOf(read: Read, atMs: number, owner: string | undefined): string {
	const { notificationId, action, generatedActivity, sourcePost } = read;
	const isExact = typeof notificationId === 'string' || Number.isSafeInteger(notificationId);
	if (isExact) return action === 'COMMENT_EDIT' ? `${notificationId} ${atMs}` : String(notificationId);
	const all = [notificationId, action, generatedActivity, sourcePost, owner, atMs].join(' ');
	return createHash('sha256').update(all).digest('base64url');
}

function plain(text: string | undefined): string | null {
	if (text === undefined) return null;
	return LITTLE_TEXT.test(text) ? fromLittleText(text) : text;
}
