/**
 * A post of the older ugcPosts resource, and as the node returns it. Its text is plain, not little text.
 * @see docs.ugcPosts
 */
import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';

import { Unreadable } from '../../../transport/answers/elements';
import { isoTime } from '../../../transport/answers/isoTime';
import { readEntity, type Entity } from '../../../transport/answers/readEntity';
import { postUrl } from '../../../transport/restli/urns/url';
import { rawItem, UNNAMED } from '../../listItems';

const SHARE_CONTENT = 'com.linkedin.ugc.ShareContent';
const VISIBILITY = 'com.linkedin.ugc.MemberNetworkVisibility';

const stamp = z.object({ time: z.number() }).partial().passthrough();
const shareContent = z
	.object({
		shareCommentary: z.object({ text: z.string() }).partial().passthrough(),
		shareMediaCategory: z.string(),
		media: z.array(z.record(z.unknown())),
	})
	.partial()
	.passthrough();

/** Only what the node depends on; everything else is passed on unchanged. */
const ugcPost = z
	.object({
		id: z.string(),
		author: z.string(),
		lifecycleState: z.string(),
		specificContent: z
			.object({ [SHARE_CONTENT]: shareContent })
			.partial()
			.passthrough(),
		visibility: z
			.object({ [VISIBILITY]: z.string() })
			.partial()
			.passthrough(),
		created: stamp,
		lastModified: stamp,
		firstPublishedAt: z.number(),
	})
	.partial()
	.passthrough();

export type UgcPost = z.infer<typeof ugcPost>;

/** A body that isn't such a post counts as empty. */
export function readUgcPost(body: unknown): UgcPost {
	return readEntity(ugcPost, body) ?? {};
}

/** An item for a post in one of LinkedIn's lists; unreadable if it has no id. */
export function presentListed(body: Entity, simplify: boolean): IDataObject | Unreadable {
	const { id } = readUgcPost(body);
	if (id) return presentUgcPost(body, id, simplify);
	return simplify ? new Unreadable('one has no id') : rawItem(body, UNNAMED);
}

/**
 * @param body LinkedIn's entity
 * @param urn as asked; LinkedIn's own id wins
 * @param simplify stable keys, null or [] where LinkedIn sent nothing; otherwise LinkedIn's entity with urn and url
 */
export function presentUgcPost(body: Entity, urn: string, simplify: boolean): IDataObject {
	const post = readUgcPost(body);
	const id = post.id ?? urn;
	const identity = { urn: id, url: postUrl(id) };
	if (!simplify) return rawItem(body, identity);
	const content = post.specificContent?.[SHARE_CONTENT];
	const category = content?.shareMediaCategory?.toLowerCase();
	return {
		...identity,
		author: post.author ?? null,
		text: content?.shareCommentary?.text ?? null,
		visibility: post.visibility?.[VISIBILITY] ?? null,
		state: post.lifecycleState ?? null,
		contentType: category === 'none' ? 'text' : (category ?? null),
		media: (content?.media ?? []) as IDataObject[],
		createdAt: isoTime(post.created?.time),
		publishedAt: isoTime(post.firstPublishedAt),
		lastModifiedAt: isoTime(post.lastModified?.time),
	};
}
