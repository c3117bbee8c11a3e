/**
 * Reads a notification of what happened on a page. LinkedIn's feed and its pushes have the same form, but only that of
 * comments was ever seen, so for the others every plausible place of a value is read.
 * @see docs.notifications
 */
import { z } from 'zod';

import { Unreadable } from '../../../transport/answers/elements';
import { optionalText, readEntity } from '../../../transport/answers/readEntity';
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
	lastModifiedAt: z.number().optional(),
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
	const urn = read.generatedActivity ?? comment?.entity;
	if (urn === undefined) return new Unreadable('one does not say which comment it is about');
	if (!/comment/i.test(urn)) return undefined;
	const ref = commentNamed(urn);
	if (!ref) return new Unreadable(`${urn} is not a comment on a post`);
	const post = postOf(read);
	if (post instanceof Unreadable) return post;
	const atMs = timeOf(read.lastModifiedAt, ref.id, nowMs);
	if (atMs === undefined) return new Unreadable(`the one about ${ref.urn} does not say when it happened`);
	return {
		kind: 'comment',
		...told(read, atMs, comment?.owner),
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
	if (entity === undefined) return undefined;
	return postNamed(entity) ?? new Unreadable(`${entity} is not a post`);
}

/** As postOf, but if what is decorated isn't a post, the source may be. */
function postOrSourceOf(read: Read): PostRef | undefined | Unreadable {
	const post = postOf(read);
	const isSourceKnown = read.sourcePost !== undefined && postNamed(read.sourcePost) !== undefined;
	return post instanceof Unreadable && isSourceKnown ? undefined : post;
}

/** `urn:li:like:(urn:li:person:…,urn:li:activity:…)`, or `reaction`, also without the inner `urn:li:`: who, and on what. */
const REACTION_URN = /^urn:li:(?:like|reaction):\((?:urn:li:)?([a-zA-Z]+:[^,()]+),(.+)\)$/;

function reactionOf(read: Read, nowMs: number): ReactionNotification | Unreadable {
	const { comment, share, like, reaction } = read.decoratedGeneratedActivity ?? {};
	const shown = reaction ?? like ?? share ?? comment;
	const named = REACTION_URN.exec(read.generatedActivity ?? shown?.entity ?? '');
	const source =
		named && read.sourcePost === undefined ? (commentNamed(named[2])?.thread ?? named[2]) : undefined;
	const post = postOrSourceOf(read);
	if (post instanceof Unreadable) return post;
	const atMs = timeOf(read.lastModifiedAt, undefined, nowMs);
	if (atMs === undefined) return new Unreadable('one about a reaction does not say when it happened');
	const on = told(
		{ ...read, sourcePost: read.sourcePost ?? source },
		atMs,
		shown?.actor ?? shown?.owner ?? (named ? `urn:li:${named[1]}` : undefined),
	);
	if (on.post === null && on.activity === null)
		return new Unreadable('one about a reaction does not say to what');
	return { kind: 'reaction', ...on, reactionType: shown?.reactionType ?? null };
}

function shareOf(read: Read, nowMs: number): ShareNotification | Unreadable {
	const { share, comment } = read.decoratedGeneratedActivity ?? {};
	const shown = share ?? comment;
	const urns = [shown?.entity, read.generatedActivity].filter((urn) => urn !== undefined);
	const [ref] = urns.flatMap((urn) => postNamed(urn) ?? []);
	const isMention = eventOfAction(read.action) === 'newMention';
	const [inComment = null] = isMention ? urns.flatMap((urn) => commentNamed(urn) ?? []) : [];
	const post = postOrSourceOf(read);
	if (post instanceof Unreadable) return post;
	const atMs = timeOf(read.lastModifiedAt, (ref ?? inComment)?.id, nowMs);
	if (atMs === undefined) return new Unreadable('one about a share does not say when it happened');
	const by = told({ ...read, sourcePost: read.sourcePost ?? inComment?.thread }, atMs, shown?.owner);
	if (ref === undefined && by.post === null && by.activity === null) {
		return new Unreadable('one about a share does not say which post it is about');
	}
	return { kind: 'share', ...by, shareUrn: ref?.urn ?? null, comment: inComment, text: plain(shown?.text) };
}

function told(read: Read, atMs: number, owner: string | undefined): Told {
	const { action, sourcePost, generatedActivity, decoratedSourcePost, organizationalEntity } = read;
	// A reaction to a comment may name the comment.
	const source =
		sourcePost === undefined ? undefined : postNamed(commentNamed(sourcePost)?.thread ?? sourcePost);
	const posts = [decoratedSourcePost?.entity, sourcePost].flatMap((urn) =>
		urn ? (postNamed(urn) ?? []) : [],
	);
	const own = posts.find(({ type }) => type !== 'activity');
	return {
		key: keyOf(read) ?? [read.notificationId, action, generatedActivity, sourcePost, owner, atMs].join(' '),
		action,
		atMs,
		page: organizationalEntity === undefined ? null : canonicalUrn(organizationalEntity),
		owner: owner === undefined ? null : canonicalUrn(owner),
		post: own?.urn ?? null,
		activity: source?.type === 'activity' ? source.urn : null,
		postText: plain(decoratedSourcePost?.text),
		postOwner: decoratedSourcePost?.owner ?? null,
	};
}

/** JavaScript has rounded the last digits of a longer number, so it may stand for several notifications. */
function keyOf({ notificationId }: Read): string | undefined {
	const isExact = typeof notificationId === 'string' || Number.isSafeInteger(notificationId);
	return isExact ? String(notificationId) : undefined;
}

function plain(text: string | undefined): string | null {
	if (text === undefined) return null;
	return LITTLE_TEXT.test(text) ? fromLittleText(text) : text;
}
