/** A number of places; work that finds none waits in line. Each place that was taken is given back with `leave`. */
export class Semaphore {
	private taken = 0;
	private readonly line: Array<() => void> = [];

	constructor(private readonly places: number) {}

	/** Takes a place if one is free. */
	tryEnter(): boolean {
		if (this.taken >= this.places) return false;
		this.taken += 1;
		return true;
	}

	/**
	 * Waits for a place.
	 * @param enter is called with the place taken, before anyone else can take it
	 * @returns gives the waiting up
	 */
	wait(enter: () => void): () => void {
		this.line.push(enter);
		return () => {
			const at = this.line.indexOf(enter);
			if (at >= 0) this.line.splice(at, 1);
		};
	}

	/** Hands the place to the first in line, at once, so that nobody slips in between. */
	leave(): void {
		const next = this.line.shift();
		if (next) next();
		else this.taken -= 1;
	}
}
