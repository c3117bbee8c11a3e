/** How LinkedIn identifies a reaction. */
import type { Actor } from '../../fields/actor';

export interface Reacting {
	actor: Actor;
	/** URN of a post or comment. */
	entity: string;
}

export const REACTIONS = '/rest/reactions';

/** One reaction: LinkedIn names its key `entity` here and `root` in the body. */
export const REACTION = '/rest/reactions/{reaction}';

/** The complex key of a reaction. */
export function keysOf({ actor, entity }: Reacting) {
	return { reaction: { actor: actor.urn, entity } };
}
