/** Which item of a run reports notices about a connection: one per connection, preferably the first of the run. */
export class Speakers {
	/** By connection, the index of the item that reports. */
	private readonly byConnection = new Map<string, number>();

	/** Item 0 reports for its own connection; must be called as soon as it has one. */
	note(key: string, item: number): void {
		if (item === 0) this.byConnection.set(key, item);
	}

	/** Whether the item reports for its connection. The first that asks does, and again if the run is repeated. */
	speaks(key: string, item: number): boolean {
		if (!this.byConnection.has(key)) this.byConnection.set(key, item);
		return this.byConnection.get(key) === item;
	}
}
