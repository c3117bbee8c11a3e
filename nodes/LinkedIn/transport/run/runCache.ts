/** Results that all items of one run share, so that ten posts with the same picture upload it once. */
export class RunCache {
	private readonly done = new Map<string, Promise<unknown>>();

	/**
	 * Does the work for the first caller and returns its result to all others of the run. A failure isn't kept.
	 * @param key identifies the work and everything it depends on
	 */
	async once<T>(key: string, work: () => Promise<T>): Promise<T> {
		const known = this.done.get(key) as Promise<T> | undefined;
		if (known) return await known;
		const begun = work();
		this.done.set(key, begun);
		begun.catch(() => this.done.delete(key));
		return await begun;
	}
}
