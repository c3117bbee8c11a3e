import type { Entity } from './schema';

/** Entities of ad accounts: campaign groups, campaigns, creatives. */
export class EntityStore<T extends Entity = Entity> {
	private readonly byAccount = new Map<string, Map<string, T>>();

	constructor(private lastId: number) {}

	/** An unused number. */
	nextId(): number {
		return (this.lastId += 3);
	}

	/** @param id the number as text */
	set(account: string, id: string, entity: T): T {
		const own = this.byAccount.get(account) ?? new Map<string, T>();
		own.set(id, entity);
		this.byAccount.set(account, own);
		return entity;
	}

	find(account: string, id: string): T | undefined {
		return this.byAccount.get(account)?.get(id);
	}

	/** Of any account. */
	findAnywhere(id: string): T | undefined {
		for (const own of this.byAccount.values()) if (own.has(id)) return own.get(id);
		return undefined;
	}

	delete(account: string, id: string): void {
		this.byAccount.get(account)?.delete(id);
	}

	/** By number, ascending. */
	of(account: string): T[] {
		return [...(this.byAccount.get(account) ?? [])]
			.sort(([a], [b]) => Number(a) - Number(b))
			.map(([, entity]) => entity);
	}

	all(): T[] {
		return [...this.byAccount.keys()].flatMap((account) => this.of(account));
	}
}
