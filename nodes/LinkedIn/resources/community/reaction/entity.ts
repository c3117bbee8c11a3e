/**
 * A reaction as LinkedIn sends it, and as the node returns it.
 * @see docs.reactions
 */
import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';

import { Unreadable } from '../../../transport/answers/elements';
import { isoTime } from '../../../transport/answers/isoTime';
import { readEntity, type Entity } from '../../../transport/answers/readEntity';
import { rawItem, UNNAMED } from '../../listItems';
import { reactionName } from './types';

const stamp = z.object({ actor: z.string(), impersonator: z.string(), time: z.number() }).partial();

/** Only what the node depends on; everything else is passed on unchanged. `created` says who reacted. */
const reactionEntity = z
	.object({
		id: z.string(),
		reactionType: z.string(),
		root: z.string(),
		created: stamp.passthrough(),
		lastModified: stamp.passthrough(),
	})
	.partial()
	.passthrough();

export type ReactionEntity = z.infer<typeof reactionEntity>;

/** A body that isn't a reaction counts as empty. */
export function readReaction(body: unknown): ReactionEntity {
	return readEntity(reactionEntity, body) ?? {};
}

export interface ReactedTo {
	/** Null if only LinkedIn knows who reacted. */
	actor: string | null;
	/** The post or comment as it was asked for; LinkedIn answers with the activity. */
	entity: string;
	url: string;
}

/** LinkedIn's name for a reaction: who, and to what. */
export function reactionUrn(actor: string, entity: string): string {
	return `urn:li:reaction:(${actor},${entity})`;
}

/** An item for a reaction in one of LinkedIn's lists; unreadable if it has neither id nor actor. */
export function presentListed(body: Entity, asked: ReactedTo, simplify: boolean): IDataObject | Unreadable {
	const { id, created } = readReaction(body);
	if (id ?? created?.actor) return presentReaction(body, asked, simplify);
	return simplify ? new Unreadable("one doesn't say who reacted") : rawItem(body, UNNAMED);
}

/**
 * @param body LinkedIn's entity
 * @param asked fills in what LinkedIn left out
 * @param simplify stable keys, null where LinkedIn sent nothing; otherwise LinkedIn's entity with urn and url beside it
 */
export function presentReaction(body: Entity, asked: ReactedTo, simplify: boolean): IDataObject {
	const entity = readReaction(body);
	const actor = entity.created?.actor ?? asked.actor;
	const root = entity.root ?? asked.entity;
	const identity = { urn: entity.id ?? reactionUrn(actor ?? '', root), url: asked.url };
	if (!simplify) return rawItem(body, identity);
	return {
		...identity,
		reaction: entity.reactionType === undefined ? null : reactionName(entity.reactionType),
		reactionType: entity.reactionType ?? null,
		actor,
		actedBy: entity.created?.impersonator ?? null,
		entity: root,
		createdAt: isoTime(entity.created?.time),
		lastModifiedAt: isoTime(entity.lastModified?.time),
	};
}
