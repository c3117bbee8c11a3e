import type { Entity } from './schema';

/** Things that stand under ad accounts: campaign groups, campaigns, creatives. */
export class EntityStore {
	private readonly byAccount = new Map<string, Map<string, Entity>>();

	constructor(private lastId: number) {}

	/** A number that nothing has. */
	nextId(): number {
		return (this.lastId += 3);
	}

	/** @param id the number as text */
	set(account: string, id: string, entity: Entity): Entity {
		const own = this.byAccount.get(account) ?? new Map<string, Entity>();
		own.set(id, entity);
		this.byAccount.set(account, own);
		return entity;
	}

	find(account: string, id: string): Entity | undefined {
		return this.byAccount.get(account)?.get(id);
	}

	/** Of whichever account. */
	findAnywhere(id: string): Entity | undefined {
		for (const own of this.byAccount.values()) if (own.has(id)) return own.get(id);
		return undefined;
	}

	delete(account: string, id: string): void {
		this.byAccount.get(account)?.delete(id);
	}

	/** By number, ascending. */
	of(account: string): Entity[] {
		return [...(this.byAccount.get(account) ?? [])]
			.sort(([a], [b]) => Number(a) - Number(b))
			.map(([, entity]) => entity);
	}

	all(): Entity[] {
		return [...this.byAccount.keys()].flatMap((account) => this.of(account));
	}
}
