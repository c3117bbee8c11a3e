/** What the process remembers by connection, within bounds: credentials and their expressions may change without end. */

/** Enough for all connections that are in use at a time; one that was forgotten costs a call or a refusal, no more. */
const MOST_ENTRIES = 1_000;

/** Values by key. Where there is no room, the one that was not asked for the longest goes first. */
export class Remembered<V> {
	/** In the order in which they were last asked for. */
	private readonly entries = new Map<string, V>();

	/**
	 * @param most how many entries there is room for
	 * @param mayGo false for a value that is in use and has to stay, room or not
	 */
	constructor(
		private readonly most = MOST_ENTRIES,
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

	delete(key: string): void {
		this.entries.delete(key);
	}

	private makeRoom(newest: string): void {
		for (const [key, value] of this.entries) {
			if (key === newest || !this.mayGo(value)) continue;
			this.entries.delete(key);
			return;
		}
	}
}
