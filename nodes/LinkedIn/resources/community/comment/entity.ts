/**
 * A comment as LinkedIn sends it, and as the node gives it out.
 * @see https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/comments-api
 */
import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';

import { canonicalUrn, commentUrl, parseComment, postUrl } from '../../../transport/restli/urn';
import { isoTime } from '../post/entity';

/** Only what the node depends on; everything else passes as it is. Actor and text may be missing. */
const commentEntity = z
	.object({
		id: z.coerce.string().optional(),
		actor: z.string().optional(),
		agent: z.string().optional(),
		object: z.string().optional(),
		commentUrn: z.string().optional(),
		$URN: z.string().optional(),
		parentComment: z.string().optional(),
		message: z.object({ text: z.string().optional() }).passthrough().optional(),
		created: z.object({ time: z.number().optional(), actor: z.string().optional() }).passthrough().optional(),
		lastModified: z.object({ time: z.number().optional() }).passthrough().optional(),
		likesSummary: z.object({ aggregatedTotalLikes: z.number().optional() }).passthrough().optional(),
		commentsSummary: z.object({ aggregatedTotalComments: z.number().optional() }).passthrough().optional(),
	})
	.passthrough();

export type CommentEntity = z.infer<typeof commentEntity>;

/** A body that is no comment counts as empty: the URN is then built from what was asked. */
export function readComment(body: unknown): CommentEntity {
	return commentEntity.catch({}).parse(body ?? {});
}

/**
 * The comment's URN, from the entity or from where it stands.
 * @param thread the post that was addressed, in case LinkedIn names none
 */
export function commentUrnOf(entity: CommentEntity, thread: string, id = entity.id ?? ''): string {
	const own = entity.commentUrn ?? entity.$URN;
	return own ? canonicalUrn(own) : `urn:li:comment:(${entity.object ?? thread},${id})`;
}

/**
 * @param urn the comment's URN, from commentUrnOf
 * @param simplify stable keys, null where LinkedIn sent nothing; otherwise LinkedIn's entity with urn and url beside it
 */
export function presentComment(entity: CommentEntity, urn: string, simplify: boolean): IDataObject {
	const { thread, id } = parseComment(urn, 'Comment');
	const identity = { urn, url: commentUrl({ urn, thread }) };
	if (!simplify) return { ...(entity as IDataObject), ...identity };
	return {
		...identity,
		id,
		text: entity.message?.text ?? null,
		author: entity.actor ?? entity.created?.actor ?? null,
		post: thread,
		postUrl: postUrl(thread),
		parent: entity.parentComment ? canonicalUrn(entity.parentComment) : null,
		likes: entity.likesSummary?.aggregatedTotalLikes ?? null,
		replies: entity.commentsSummary?.aggregatedTotalComments ?? null,
		createdAt: isoTime(entity.created?.time),
		lastModifiedAt: isoTime(entity.lastModified?.time),
	};
}
