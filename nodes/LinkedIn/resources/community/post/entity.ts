/**
 * A post as LinkedIn sends it, and as the node returns it.
 * @see docs.postSchema
 */
import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';

import { Unreadable } from '../../../transport/answers/elements';
import { isoTime } from '../../../transport/answers/isoTime';
import { readEntity, type Entity } from '../../../transport/answers/readEntity';
import { postUrl } from '../../../transport/restli/urns/url';
import { fromLittleText } from '../../../transport/text/littleText';
import { rawItem, UNNAMED } from '../../listItems';

/** Only what the node depends on; everything else is passed on unchanged. */
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
 * @returns the post; empty if it isn't one
 */
export function readPost(body: unknown): PostEntity {
	return readEntity(postEntity, body) ?? {};
}

/** An item for a post in one of LinkedIn's lists; unreadable if it has no id. */
export function presentListed(body: Entity, simplify: boolean): IDataObject | Unreadable {
	const { id } = readPost(body);
	if (id) return presentPost(body, id, simplify);
	return simplify ? new Unreadable('one has no id') : rawItem(body, UNNAMED);
}

/**
 * @param body LinkedIn's entity
 * @param urn as asked or created; LinkedIn's own id wins
 * @param simplify stable keys, null where LinkedIn sent nothing; otherwise LinkedIn's entity with urn and url beside it
 */
export function presentPost(body: Entity, urn: string, simplify: boolean): IDataObject {
	const entity = readPost(body);
	const id = entity.id ?? urn;
	const identity = { urn: id, url: postUrl(id) };
	if (!simplify) return rawItem(body, identity);
	return {
		text: entity.commentary === undefined ? null : fromLittleText(entity.commentary),
		contentType: contentTypeOf(entity),
		publishedAt: isoTime(entity.publishedAt),
		visibility: entity.visibility ?? null,
		state: entity.lifecycleState ?? null,
		isEdited: entity.lifecycleStateInfo?.isEditedByAuthor ?? null,
		createdAt: isoTime(entity.createdAt),
		lastModifiedAt: isoTime(entity.lastModifiedAt),
		content:
			entity.content && Object.keys(entity.content).length > 0 ? (entity.content as IDataObject) : null,
		isReshareDisabled: entity.isReshareDisabledByAuthor ?? null,
		reshareOf: entity.reshareContext?.parent ?? null,
		author: entity.author ?? null,
		...identity,
	};
}

/** The value of Content Type for the post, or LinkedIn's own word if Content Type has none. */
export function contentTypeOf(entity: PostEntity): string {
	if (entity.reshareContext?.parent) return 'reshare';
	const [kind] = Object.keys(entity.content ?? {});
	if (kind === 'multiImage') return 'image';
	if (kind !== 'media') return kind ?? 'text';
	return /^urn:li:(image|video|document):/.exec(idOf(entity.content?.media))?.[1] ?? 'media';
}

/** @returns URNs of the media of a post, in order; empty if it has none */
export function postMediaOf({ content }: PostEntity): string[] {
	const { images } = Object(content?.multiImage) as { images?: unknown };
	const entries = [content?.media, ...(Array.isArray(images) ? (images as unknown[]) : [])];
	return entries.map(idOf).filter((id) => id !== '');
}

function idOf(entry: unknown): string {
	const { id } = Object(entry) as { id?: unknown };
	return typeof id === 'string' ? id : '';
}
