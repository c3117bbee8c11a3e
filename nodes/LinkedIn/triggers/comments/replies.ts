/**
 * Reads LinkedIn's replies into what the trigger uses. An element that lacks what is needed is left out.
 * @see docs.notifications
 */
import { z } from 'zod';

import { commentRefOf, readComment } from '../../resources/community/comment/entity';
import { readRole } from '../../resources/pages';
import { countSchema, sumOf } from '../../resources/values/counts';
import { Unreadable } from '../../transport/answers/elements';
import { isEntity, optionalText, readEntity, type Entity } from '../../transport/answers/readEntity';
import { canonicalUrn, commentNamed, postNamed } from '../../transport/restli/urns/urn';
import { fromLittleText } from '../../transport/text/littleText';
import { timeOf } from '../events/core/notification';
import type { Comment, Counts, Post } from './core/sources';

/** A body without any of these tells nothing of a comment, so it counts as one that LinkedIn doesn't show. */
const SAYS_SOMETHING = ['id', 'commentUrn', '$URN', 'actor', 'message', 'created'] as const;

/**
 * @param thread the requested post or comment, in case LinkedIn doesn't say where the comment is
 * @param id the requested number, in case LinkedIn doesn't return one
 */
export function commentFrom(body: unknown, thread: string, nowMs: number, id?: string): Comment | Unreadable {
	const entity = readComment(body);
	if (!SAYS_SOMETHING.some((member) => entity[member] !== undefined)) return new Unreadable('one is empty');
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

const postEntity = z.object({
	id: z.string(),
	author: optionalText,
	commentary: optionalText,
	createdAt: z.number().optional(),
	publishedAt: z.number().optional(),
	lifecycleState: optionalText,
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
		publishedAtMs: timeOf(post.publishedAt, undefined, nowMs),
		isUnpublished: post.lifecycleState !== undefined && post.lifecycleState !== 'PUBLISHED',
		isPublic: post.visibility === undefined ? undefined : post.visibility === 'PUBLIC',
	};
}

const socialMetadata = z.object({
	entity: optionalText,
	commentSummary: z.object({ count: countSchema, topLevelCount: countSchema }).partial().optional(),
	reactionSummaries: z.record(z.object({ count: countSchema }).partial()).optional(),
});

/**
 * A missing or unreadable count isn't 0, otherwise the post would seem to have no comments.
 * @returns undefined if LinkedIn doesn't count
 */
export function countsFrom(body: Entity): Counts | undefined | Unreadable {
	const { entity, commentSummary = {}, reactionSummaries } = readEntity(socialMetadata, body) ?? {};
	if (!isCount(body.commentSummary)) {
		return new Unreadable('one has a number of comments that is not a number');
	}
	const { topLevelCount, count = topLevelCount } = commentSummary;
	const reactions = reactionsIn(reactionSummaries);
	if (count === undefined && reactions === undefined) return undefined;
	const post = entity === undefined ? undefined : postNamed(entity);
	return {
		activity: post?.urn,
		all: count,
		topLevel: topLevelCount ?? count,
		reactions,
	};
}

/** @returns undefined if the number of any type is missing: the others alone would be too few */
function reactionsIn(summaries: Record<string, { count?: number }> | undefined): number | undefined {
	if (!summaries) return undefined;
	return sumOf(Object.values(summaries).map(({ count }) => count ?? null)) ?? undefined;
}

/** Null counts as absent. */
function isCount(summary: unknown): boolean {
	if (summary === undefined || summary === null) return true;
	return isEntity(summary) && ['number', 'undefined'].includes(typeof (summary.count ?? undefined));
}

const shareStatistics = z.object({
	share: optionalText,
	ugcPost: optionalText,
	totalShareStatistics: z.object({ shareCount: countSchema }).partial().optional(),
});

/** How often a post was shared; undefined if LinkedIn doesn't count it (docs.shareStatistics). */
export function sharesFrom(body: Entity): { urn: string; shares: number } | undefined | Unreadable {
	const { share, ugcPost = share, totalShareStatistics } = readEntity(shareStatistics, body) ?? {};
	const post = ugcPost === undefined ? undefined : postNamed(ugcPost);
	if (!post) return new Unreadable('one does not say of which post it is');
	const shares = totalShareStatistics?.shareCount;
	return shares === undefined ? undefined : { urn: post.urn, shares };
}

/** Roles that may read comments (docs.comments). */
const READER_ROLES = ['ADMINISTRATOR', 'DIRECT_SPONSORED_CONTENT_POSTER'];

/** The page of a role, if the role allows reading comments. */
export function readablePageFrom(body: unknown): string | undefined | Unreadable {
	const held = readRole(body);
	if (held === undefined || held instanceof Unreadable) return held;
	return READER_ROLES.includes(held.role) ? held.urn : undefined;
}
