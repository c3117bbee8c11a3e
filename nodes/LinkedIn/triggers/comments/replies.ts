/**
 * Reads LinkedIn's replies into what the trigger uses. An element that lacks what is needed is left out.
 * @see docs.notifications
 */
import { z } from 'zod';

import { commentRefOf, readComment } from '../../resources/community/comment/entity';
import { readRole } from '../../resources/pages';
import { countSchema } from '../../resources/values/counts';
import { Unreadable } from '../../transport/answers/elements';
import { isEntity, optionalText, readEntity, type Entity } from '../../transport/answers/readEntity';
import { canonicalUrn, commentNamed, idTime, postNamed } from '../../transport/restli/urns/urn';
import { fromLittleText } from '../../transport/text/littleText';
import type { Comment, Counts, FeedEvent, Post } from './core/sources';

/** How far LinkedIn's clock may be ahead of ours. */
const CLOCK_SKEW_MS = 86_400_000;

/**
 * When something was created: as LinkedIn says, otherwise from its id. A future time would hold back everything before
 * it, so it counts as absent.
 */
function timeOf(said: number | undefined, id: string, nowMs: number): number | undefined {
	return [said, idTime(id)].find((ms) => ms !== undefined && ms >= 0 && ms <= nowMs + CLOCK_SKEW_MS);
}

/**
 * @param thread the requested post or comment, in case LinkedIn doesn't say where the comment is
 * @param id the requested number, in case LinkedIn doesn't return one
 */
export function commentFrom(body: unknown, thread: string, nowMs: number, id?: string): Comment | Unreadable {
	const entity = readComment(body);
	const ref = commentRefOf(entity, commentNamed(thread)?.thread ?? thread, id);
	if (!ref) return new Unreadable('one has no id of a comment');
	const createdAtMs = timeOf(entity.created?.time, ref.id, nowMs);
	if (createdAtMs === undefined) return new Unreadable(`${ref.urn} does not say when it was made`);
	// Only comments with replies have a summary; it was seen without its count.
	const summary = entity.commentsSummary;
	const replies = summary ? (summary.totalFirstLevelComments ?? summary.aggregatedTotalComments) : 0;
	return {
		urn: ref.urn,
		id: ref.id,
		activity: ref.thread,
		text: entity.message?.text ?? null,
		createdAtMs,
		actor: entity.actor ?? entity.created?.actor ?? null,
		agent: entity.agent ?? entity.created?.impersonator ?? null,
		parent: entity.parentComment ? canonicalUrn(entity.parentComment) : null,
		replies,
	};
}

const notification = z.object({
	action: z.string(),
	lastModifiedAt: z.number().optional(),
	generatedActivity: optionalText,
	decoratedSourcePost: z.object({ entity: optionalText, text: optionalText }).optional(),
	decoratedGeneratedActivity: z
		.object({
			comment: z
				.object({
					owner: optionalText,
					text: optionalText,
					entity: optionalText,
				})
				.optional(),
		})
		.optional(),
});

/** Little text's marks; it isn't documented whether the feed uses little text. */
const LITTLE_TEXT = /\{hashtag\||\\[\\|{}@[\]()<>#*_~]/;

/**
 * A page's feed also reports comments elsewhere, such as on a group's post or on an article, which aren't on a post of
 * the page. Undefined for anything that isn't about a comment.
 */
export function eventFrom(body: unknown, nowMs: number): FeedEvent | undefined | Unreadable {
	const event = readEntity(notification, body);
	if (!event) return new Unreadable('one does not say what happened');
	const comment = event.decoratedGeneratedActivity?.comment;
	const urn = event.generatedActivity ?? comment?.entity;
	if (urn === undefined) return new Unreadable('one does not say which comment it is about');
	if (!/comment/i.test(urn)) return undefined;
	const ref = commentNamed(urn);
	if (!ref) return new Unreadable(`${urn} is not a comment on a post`);
	const { entity, text } = event.decoratedSourcePost ?? {};
	const post = entity === undefined ? undefined : postNamed(entity);
	if (entity !== undefined && !post) return new Unreadable(`${entity} is not a post`);
	const atMs = timeOf(event.lastModifiedAt, ref.id, nowMs);
	if (atMs === undefined) return new Unreadable(`the one about ${ref.urn} does not say when it happened`);
	return {
		action: event.action,
		atMs,
		commentUrn: ref.urn,
		id: ref.id,
		activity: ref.thread,
		owner: comment?.owner ?? null,
		text: comment?.text ?? null,
		post: post?.urn ?? null,
		postText: text === undefined ? null : LITTLE_TEXT.test(text) ? fromLittleText(text) : text,
	};
}

const postEntity = z.object({
	id: z.string(),
	author: optionalText,
	commentary: optionalText,
	createdAt: z.number().optional(),
	visibility: optionalText,
});

export function postFrom(body: unknown, nowMs: number): Post | Unreadable {
	const post = readEntity(postEntity, body);
	if (!post) return new Unreadable('one has no id');
	const ref = postNamed(post.id);
	if (!ref) return new Unreadable(`${post.id} is not a post`);
	return {
		urn: ref.urn,
		text: post.commentary === undefined ? null : fromLittleText(post.commentary),
		author: post.author ?? null,
		createdAtMs: timeOf(post.createdAt, ref.id, nowMs),
		isPublic: post.visibility === undefined ? undefined : post.visibility === 'PUBLIC',
	};
}

const socialMetadata = z.object({
	entity: optionalText,
	commentSummary: z.object({ count: countSchema, topLevelCount: countSchema }).partial().optional(),
});

/**
 * A missing or unreadable count isn't 0, otherwise the post would seem to have no comments.
 * @returns undefined if LinkedIn doesn't count
 */
export function countsFrom(body: Entity): Counts | undefined | Unreadable {
	const { entity, commentSummary = {} } = readEntity(socialMetadata, body) ?? {};
	if (!isCount(body.commentSummary)) {
		return new Unreadable('one has a number of comments that is not a number');
	}
	const { topLevelCount, count = topLevelCount } = commentSummary;
	if (count === undefined) return undefined;
	const post = entity === undefined ? undefined : postNamed(entity);
	return { activity: post?.urn, all: count, topLevel: topLevelCount ?? count };
}

/** Null counts as absent. */
function isCount(summary: unknown): boolean {
	if (summary === undefined || summary === null) return true;
	return isEntity(summary) && ['number', 'undefined'].includes(typeof (summary.count ?? undefined));
}

/** Roles that may read comments (docs.comments). */
const READER_ROLES = ['ADMINISTRATOR', 'DIRECT_SPONSORED_CONTENT_POSTER'];

/** The page of a role, if the role allows reading comments. */
export function readablePageFrom(body: unknown): string | undefined | Unreadable {
	const held = readRole(body);
	if (held === undefined || held instanceof Unreadable) return held;
	return READER_ROLES.includes(held.role) ? held.urn : undefined;
}
