/**
 * Social metadata of a post or comment, and as the node returns it.
 * @see docs.socialMetadata
 */
import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';

import { readEntity, type Entity } from '../../../transport/answers/readEntity';
import { rawItem } from '../../listItems';
import { countSchema, sumOf } from '../../values/counts';
import { reactionName, READABLE_TYPES } from '../reaction/types';

const metadataEntity = z
	.object({
		entity: z.string(),
		commentsState: z.string(),
		commentSummary: z.object({ count: countSchema, topLevelCount: countSchema }).partial().passthrough(),
		reactionSummaries: z.record(z.unknown()),
	})
	.partial()
	.passthrough();

const summarized = z.object({ count: countSchema }).partial();

export type MetadataEntity = z.infer<typeof metadataEntity>;

/** A body that isn't metadata counts as empty. */
export function readMetadata(body: unknown): MetadataEntity {
	return readEntity(metadataEntity, body) ?? {};
}

/**
 * @param body LinkedIn's entity
 * @param identity of what was asked for; LinkedIn names the activity
 * @param simplify stable keys, null where LinkedIn sent nothing; kinds of reactions that it leaves out are 0
 */
export function presentEngagement(
	body: Entity,
	{ urn, url }: { urn: string; url: string | null },
	simplify: boolean,
): IDataObject {
	if (!simplify) return rawItem(body, { urn, url });
	const entity = readMetadata(body);
	const summaries = entity.reactionSummaries;
	const counts = Object.entries(summaries ?? {})
		.filter(([, summary]) => summary !== null)
		.map(([type, summary]) => [type, readEntity(summarized, summary)?.count ?? null] as const);
	const zeros = READABLE_TYPES.map((type) => [type, 0] as const);
	return {
		urn,
		url,
		entity: entity.entity ?? null,
		commentsState: entity.commentsState ?? null,
		comments: entity.commentSummary?.count ?? null,
		topLevelComments: entity.commentSummary?.topLevelCount ?? null,
		reactions: summaries ? sumOf(counts.map(([, count]) => count)) : null,
		reactionsByType: summaries
			? Object.fromEntries(
					[...zeros, ...counts].map(([type, count]) => [reactionName(type).toLowerCase(), count]),
				)
			: null,
	};
}
