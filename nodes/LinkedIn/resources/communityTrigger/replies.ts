/**
 * LinkedIn's replies, read into what the trigger works with. An element that lacks what it needs is left out.
 * @see https://learn.microsoft.com/en-us/linkedin/marketing/community-management/organizations/organization-social-action-notifications
 */
import { z } from 'zod';

import type { Comment, Counts, FeedEvent, Post } from '../../triggers/sources';
import { idTime, parseComment, parsePost } from '../../transport/restli/urn';
import { fromLittleText } from '../../transport/text/littleText';
import { commentUrnOf, readComment } from '../community/comment/entity';

/** @param thread the post or comment that was asked, in case LinkedIn does not say where the comment stands */
export function commentFrom(body: unknown, thread: string): Comment | undefined {
	const entity = readComment(body);
	if (!entity.id && !entity.commentUrn && !entity.$URN) return undefined;
	const { urn, id, thread: activity } = parseComment(commentUrnOf(entity, thread), 'Comment');
	const replies = entity.commentsSummary as
		{ aggregatedTotalComments?: number; totalFirstLevelComments?: number } | undefined;
	return {
		urn,
		id,
		activity,
		text: entity.message?.text ?? null,
		createdAtMs: entity.created?.time ?? idTime(id) ?? 0,
		actor: entity.actor ?? entity.created?.actor ?? null,
		agent: entity.agent ?? (entity.created?.impersonator as string | undefined) ?? null,
		parent: entity.parentComment ? parseComment(entity.parentComment, 'Comment').urn : null,
		replies: replies?.totalFirstLevelComments ?? replies?.aggregatedTotalComments ?? 0,
	};
}

const notification = z.object({
	action: z.string(),
	lastModifiedAt: z.number(),
	generatedActivity: z.string().optional(),
	decoratedSourcePost: z.object({ entity: z.string().optional(), text: z.string().optional() }).optional(),
	decoratedGeneratedActivity: z
		.object({
			comment: z
				.object({
					owner: z.string().optional(),
					text: z.string().optional(),
					entity: z.string().optional(),
				})
				.optional(),
		})
		.optional(),
});

/** Marks of little text; whether the feed writes posts in it is documented nowhere. */
const LITTLE_TEXT = /\{hashtag\||\\[\\|{}@[\]()<>#*_~]/;

export function eventFrom(body: unknown): FeedEvent | undefined {
	const event = notification.safeParse(body).data;
	const comment = event?.decoratedGeneratedActivity?.comment;
	const urn = event?.generatedActivity ?? comment?.entity;
	if (!event || !urn || !/comment/i.test(urn)) return undefined;
	const { urn: commentUrn, id, thread } = parseComment(urn, 'Comment');
	const { entity, text } = event.decoratedSourcePost ?? {};
	return {
		action: event.action,
		atMs: event.lastModifiedAt,
		commentUrn,
		id,
		activity: thread,
		owner: comment?.owner ?? null,
		text: comment?.text ?? null,
		post: entity ? parsePost(entity, 'Post').urn : null,
		postText: text === undefined ? null : LITTLE_TEXT.test(text) ? fromLittleText(text) : text,
	};
}

const postEntity = z.object({
	id: z.string(),
	author: z.string().optional(),
	commentary: z.string().optional(),
	createdAt: z.number().optional(),
});

export function postFrom(body: unknown): Post | undefined {
	const post = postEntity.safeParse(body).data;
	return (
		post && {
			urn: post.id,
			text: post.commentary === undefined ? null : fromLittleText(post.commentary),
			author: post.author ?? null,
			createdAtMs: post.createdAt,
		}
	);
}

const socialMetadata = z.object({
	entity: z.string().optional(),
	commentSummary: z.object({ count: z.number().default(0), topLevelCount: z.number().optional() }).optional(),
});

export function countsFrom(body: unknown): Counts | undefined {
	const metadata = socialMetadata.safeParse(body).data;
	if (!metadata) return undefined;
	const { count = 0, topLevelCount = count } = metadata.commentSummary ?? {};
	return { activity: metadata.entity, all: count, topLevel: topLevelCount };
}

const accessControl = z.object({
	role: z.string(),
	state: z.string().default('APPROVED'),
	organization: z.string().optional(),
	organizationTarget: z.string().optional(),
	organizationalTarget: z.string().optional(),
});

/** Roles that may read comments (contract §2.9). */
const READER_ROLES = ['ADMINISTRATOR', 'DIRECT_SPONSORED_CONTENT_POSTER'];

/** The page of a role, where the role lets read comments. */
export function readablePageFrom(body: unknown): string | undefined {
	const acl = accessControl.safeParse(body).data;
	if (!acl || acl.state !== 'APPROVED' || !READER_ROLES.includes(acl.role)) return undefined;
	return acl.organization ?? acl.organizationTarget ?? acl.organizationalTarget;
}
