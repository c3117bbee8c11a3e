/**
 * A post as LinkedIn sends it, and as the node gives it out.
 * @see https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/post-api-schema
 */
import type { IDataObject } from 'n8n-workflow';

import { z } from 'zod';

import { postUrl } from '../../../transport/restli/urn';
import { fromLittleText } from '../../../transport/text/littleText';

/** Only what the node depends on; everything else passes as it is. */
const postEntity = z
	.object({
		id: z.string(),
		author: z.string(),
		commentary: z.string(),
		visibility: z.string(),
		lifecycleState: z.string(),
		createdAt: z.number(),
		publishedAt: z.number(),
		lastModifiedAt: z.number(),
		isReshareDisabledByAuthor: z.boolean(),
		content: z.record(z.unknown()),
		reshareContext: z.object({ parent: z.string() }).partial().passthrough(),
		lifecycleStateInfo: z.object({ isEditedByAuthor: z.boolean() }).partial().passthrough(),
	})
	.partial()
	.passthrough();

export type PostEntity = z.infer<typeof postEntity>;

/**
 * @param body a post, or whatever came in its place
 * @returns the post; empty for what is none
 */
export function readPost(body: unknown): PostEntity {
	return postEntity.catch({}).parse(body);
}

/** Epoch milliseconds to ISO time; null for what LinkedIn left out. */
export function isoTime(epochMs: unknown): string | null {
	return typeof epochMs === 'number' ? new Date(epochMs).toISOString() : null;
}

/**
 * @param urn as asked or created; LinkedIn's own id wins
 * @param simplify stable keys, null where LinkedIn sent nothing; otherwise LinkedIn's entity with urn and url beside it
 */
export function presentPost(entity: PostEntity, urn: string, simplify: boolean): IDataObject {
	const id = entity.id ?? urn;
	const identity = { urn: id, url: postUrl(id) };
	if (!simplify) return { ...(entity as IDataObject), ...identity };
	return {
		...identity,
		author: entity.author ?? null,
		text: entity.commentary === undefined ? null : fromLittleText(entity.commentary),
		visibility: entity.visibility ?? null,
		state: entity.lifecycleState ?? null,
		contentType: contentTypeOf(entity),
		content:
			entity.content && Object.keys(entity.content).length > 0 ? (entity.content as IDataObject) : null,
		reshareOf: entity.reshareContext?.parent ?? null,
		isReshareDisabled: entity.isReshareDisabledByAuthor ?? null,
		isEdited: entity.lifecycleStateInfo?.isEditedByAuthor ?? null,
		createdAt: isoTime(entity.createdAt),
		publishedAt: isoTime(entity.publishedAt),
		lastModifiedAt: isoTime(entity.lastModifiedAt),
	};
}

function contentTypeOf(entity: PostEntity): string {
	if (entity.reshareContext?.parent) return 'reshare';
	const [kind] = Object.keys(entity.content ?? {});
	if (kind !== 'media') return kind ?? 'text';
	const id = String((entity.content?.media as IDataObject | undefined)?.id ?? '');
	return /^urn:li:(image|video|document):/.exec(id)?.[1] ?? 'media';
}
