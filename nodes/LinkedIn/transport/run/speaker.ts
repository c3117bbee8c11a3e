/** Which item of a run tells what a user should know of a connection: one for each, the first of the run before others. */
export class Speakers {
	/** By connection, the index of the item that tells. */
	private readonly byConnection = new Map<string, number>();

	/** Item 0 tells of its own connection; call this as soon as it has one. */
	note(key: string, item: number): void {
		if (item === 0) this.byConnection.set(key, item);
	}

	/** Whether the item is to tell of its connection. The first that asks is, and again whenever the run is repeated. */
	speaks(key: string, item: number): boolean {
		if (!this.byConnection.has(key)) this.byConnection.set(key, item);
		return this.byConnection.get(key) === item;
	}
}
