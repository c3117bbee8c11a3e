/**
 * Values by key, limited in number because credentials and their expressions can change endlessly. If there is no room,
 * the least recently used goes first.
 */
export class Remembered<V> {
	/** In order of last use. */
	private readonly entries = new Map<string, V>();

	/**
	 * @param most maximum number of entries
	 * @param mayGo false for a value that is in use and must stay, even beyond the maximum
	 */
	constructor(
		private readonly most: number,
		private readonly mayGo: (value: V) => boolean = () => true,
	) {}

	get size(): number {
		return this.entries.size;
	}

	get(key: string): V | undefined {
		const value = this.entries.get(key);
		if (value === undefined) return undefined;
		this.entries.delete(key);
		this.entries.set(key, value);
		return value;
	}

	has(key: string): boolean {
		return this.get(key) !== undefined;
	}

	set(key: string, value: V): void {
		this.entries.delete(key);
		this.entries.set(key, value);
		if (this.entries.size > this.most) this.makeRoom(key);
	}

	/** @param make creates the value if there is none yet */
	getOrSet(key: string, make: () => V): V {
		const known = this.get(key);
		if (known !== undefined) return known;
		const made = make();
		this.set(key, made);
		return made;
	}

	delete(key: string): void {
		this.entries.delete(key);
	}

	clear(): void {
		this.entries.clear();
	}

	/** All of it; none of it counts as asked for. */
	all(): Array<[key: string, value: V]> {
		return [...this.entries];
	}

	private makeRoom(newest: string): void {
		for (const [key, value] of this.entries) {
			if (key === newest || !this.mayGo(value)) continue;
			this.entries.delete(key);
			return;
		}
	}
}
