/** Splits long work on a file into slices, so that everything else gets its turn in between. */

/** Lets the event loop run once. */
export type Pause = () => Promise<void>;

/** Processing this many bytes takes a few milliseconds at most. */
const SLICE_BYTES = 262_144;

export class Slices {
	private doneBytes = 0;

	constructor(private readonly pause: Pause) {}

	/**
	 * Must be told of all work; pauses when a slice is full.
	 * @param bytes how many were processed, or equally expensive work
	 */
	async did(bytes: number): Promise<void> {
		this.doneBytes += bytes;
		if (this.doneBytes < SLICE_BYTES) return;
		this.doneBytes = 0;
		await this.pause();
	}
}
