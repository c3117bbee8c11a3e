/**
 * A comment as LinkedIn sends it, and as the node returns it.
 * @see docs.comments
 */
import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';

import { Unreadable } from '../../../transport/answers/elements';
import { isoTime } from '../../../transport/answers/isoTime';
import { optionalText, readEntity, type Entity } from '../../../transport/answers/readEntity';
import { parseComment, type CommentRef } from '../../../transport/restli/urns/comment';
import { commentUrl, postUrl } from '../../../transport/restli/urns/url';
import { canonicalUrn, commentNamed } from '../../../transport/restli/urns/urn';
import type { PlacedMention } from '../../../transport/text/mentions/attributes';
import type { Actor } from '../../fields/actor';
import { rawItem, UNNAMED } from '../../listItems';
import { countSchema } from '../../values/counts';

/** Only what the node depends on; everything else is passed on unchanged. Actor and text may be missing. */
const commentEntity = z
	.object({
		id: z.union([z.string(), z.number().transform(String)]).optional(),
		actor: optionalText,
		agent: optionalText,
		object: optionalText,
		commentUrn: optionalText,
		$URN: optionalText,
		parentComment: optionalText,
		message: z.object({ text: optionalText }).passthrough().optional(),
		created: z
			.object({ time: z.number(), actor: z.string(), impersonator: z.string() })
			.partial()
			.passthrough()
			.optional(),
		lastModified: z.object({ time: z.number().optional() }).passthrough().optional(),
		likesSummary: z.object({ aggregatedTotalLikes: countSchema.optional() }).passthrough().optional(),
		commentsSummary: z
			.object({ aggregatedTotalComments: countSchema, totalFirstLevelComments: countSchema })
			.partial()
			.passthrough()
			.optional(),
	})
	.passthrough();

export type CommentEntity = z.infer<typeof commentEntity>;

/** A body that isn't a comment counts as empty: the URN is then built from the request. */
export function readComment(body: unknown): CommentEntity {
	return readEntity(commentEntity, body) ?? {};
}

/**
 * The comment's identity: its own URN, otherwise its post and number. A URN that doesn't name a comment on a post is
 * ignored if number and post identify the comment.
 * @param thread the requested post, in case LinkedIn doesn't return one
 * @param id the requested number, in case LinkedIn doesn't return one
 */
export function commentRefOf(entity: CommentEntity, thread: string, id = entity.id): CommentRef | undefined {
	const { commentUrn, $URN, object } = entity;
	const number = entity.id ?? id;
	const standing = [object, thread].map((post) => post && number && `urn:li:comment:(${post},${number})`);
	for (const urn of [commentUrn, $URN, ...standing]) {
		const named = urn ? commentNamed(urn) : undefined;
		if (named) return named;
	}
	return undefined;
}

/** An item for a comment in one of LinkedIn's lists; unreadable if nothing identifies it. */
export function presentListed(body: Entity, thread: string, simplify: boolean): IDataObject | Unreadable {
	const ref = commentRefOf(readComment(body), thread);
	if (ref) return presentComment(body, ref.urn, simplify);
	return simplify ? new Unreadable('one has no comment ID') : rawItem(body, UNNAMED);
}

/**
 * @param body LinkedIn's entity
 * @param urn the comment's URN, from commentRefOf; null if LinkedIn did not return it
 * @param simplify stable keys, null where LinkedIn sent nothing; otherwise LinkedIn's entity with urn and url beside it
 * @param post the comment's, in case there is no URN
 */
export function presentComment(
	body: Entity,
	urn: string | null,
	simplify: boolean,
	post?: string,
): IDataObject {
	const { thread, id } = urn === null ? { thread: post, id: null } : parseComment(urn, 'Comment');
	const url = urn === null || thread === undefined ? null : commentUrl({ urn, thread });
	const identity = { urn, url };
	if (!simplify) return rawItem(body, identity);
	const entity = readComment(body);
	return {
		...identity,
		id,
		text: entity.message?.text ?? null,
		author: entity.actor ?? entity.created?.actor ?? null,
		post: thread ?? null,
		postUrl: thread === undefined ? null : postUrl(thread),
		parent: entity.parentComment ? canonicalUrn(entity.parentComment) : null,
		likes: entity.likesSummary?.aggregatedTotalLikes ?? null,
		replies: entity.commentsSummary?.aggregatedTotalComments ?? null,
		createdAt: isoTime(entity.created?.time),
		lastModifiedAt: isoTime(entity.lastModified?.time),
	};
}

export interface NewComment {
	/** URN of the post: share, ugcPost or activity. */
	post: string;
	actor: Actor;
	/** Plain: comments are not little text. */
	text: string;
	/** Where the text mentions someone. */
	mentions?: PlacedMention[];
	/** URN of an image; LinkedIn takes none on replies. */
	image?: string;
	/** URN of the comment to reply to; LinkedIn nests one level deep. */
	parent?: string;
}
