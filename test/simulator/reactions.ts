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
	private readonly byKey = new Map<string, Reaction>();

	constructor(private readonly clock: Clock) {}

	/** All reactions to an activity or comment, or all; oldest first. */
	of(entity?: string): Reaction[] {
		return [...this.byKey.values()]
			.filter((one) => entity === undefined || one.entity === entity)
			.sort((a, b) => a.createdAt - b.createdAt);
	}

	find(actor: string, entity: string): Reaction | undefined {
		return this.byKey.get(`${actor} ${entity}`);
	}

	/** Adds or replaces the reaction of an actor. */
	set(
		reaction: Pick<Reaction, 'actor' | 'entity' | 'type'> & { agent?: string; createdAt?: number },
	): Reaction {
		const createdAt = reaction.createdAt ?? this.clock.now();
		const saved: Reaction = { ...reaction, createdAt, lastModifiedAt: createdAt };
		this.byKey.set(`${saved.actor} ${saved.entity}`, saved);
		return saved;
	}

	change(reaction: Reaction, type: ReactionType): void {
		Object.assign(reaction, { type, lastModifiedAt: this.clock.now() });
	}

	remove({ actor, entity }: Pick<Reaction, 'actor' | 'entity'>): void {
		this.byKey.delete(`${actor} ${entity}`);
	}

	/** Counts by type; unused types are left out. */
	counts(entity: string): Partial<Record<ReactionType, number>> {
		const counts: Partial<Record<ReactionType, number>> = {};
		for (const { type } of this.of(entity)) counts[type] = (counts[type] ?? 0) + 1;
		return counts;
	}
}
