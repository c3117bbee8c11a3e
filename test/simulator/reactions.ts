import type { Clock } from './clock';

/** What may be set (docs.reactions). MAYBE is old and can only be read. */
export const REACTION_TYPES = [
	'LIKE',
	'PRAISE',
	'EMPATHY',
	'INTEREST',
	'APPRECIATION',
	'ENTERTAINMENT',
] as const;
export type ReactionType = (typeof REACTION_TYPES)[number] | 'MAYBE';

export interface Reaction {
	/** Person or organization URN. */
	actor: string;
	/** The person who acted for a page. */
	agent?: string;
	/** URN of the activity or comment. */
	entity: string;
	type: ReactionType;
	createdAt: number;
	lastModifiedAt: number;
}

/** Who reacted how to which post or comment; one reaction per actor. */
export class Reactions {
	/** By what they're about, then by actor. */
	private readonly byEntity = new Map<string, Map<string, Reaction>>();

	constructor(
		private readonly clock: Clock,
		/** Called for each reaction of someone who had none there. */
		private readonly tell: (reaction: Reaction) => void,
	) {}

	/** All reactions to an activity or comment, or all; oldest first. */
	of(entity?: string): Reaction[] {
		const found =
			entity === undefined
				? [...this.byEntity.values()].flatMap((reactions) => [...reactions.values()])
				: [...(this.byEntity.get(entity)?.values() ?? [])];
		return found.sort((a, b) => a.createdAt - b.createdAt);
	}

	find(actor: string, entity: string): Reaction | undefined {
		return this.byEntity.get(entity)?.get(actor);
	}

	/** Adds or replaces the reaction of an actor; `entity` is an activity or comment URN. */
	set(
		reaction: Pick<Reaction, 'actor' | 'entity' | 'type'> & { agent?: string; createdAt?: number },
	): Reaction {
		const createdAt = reaction.createdAt ?? this.clock.now();
		const saved: Reaction = { ...reaction, createdAt, lastModifiedAt: createdAt };
		const reactions = this.byEntity.get(saved.entity) ?? new Map<string, Reaction>();
		this.byEntity.set(saved.entity, reactions);
		const isNew = !reactions.has(saved.actor);
		reactions.set(saved.actor, saved);
		if (isNew) this.tell(saved);
		return saved;
	}

	change(reaction: Reaction, type: ReactionType): void {
		Object.assign(reaction, { type, lastModifiedAt: this.clock.now() });
	}

	remove({ actor, entity }: Pick<Reaction, 'actor' | 'entity'>): void {
		this.byEntity.get(entity)?.delete(actor);
	}

	/** Counts by type of those until a moment; unused types are left out. */
	counts(entity: string, until = Infinity): Partial<Record<ReactionType, number>> {
		const counts: Partial<Record<ReactionType, number>> = {};
		for (const { type, createdAt } of this.byEntity.get(entity)?.values() ?? []) {
			if (createdAt <= until) counts[type] = (counts[type] ?? 0) + 1;
		}
		return counts;
	}
}
