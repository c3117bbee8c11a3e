/** Long work on a file, cut into slices between which everything else gets its turn. */

/** Lets the event loop go round once. */
export type Pause = () => Promise<void>;

/** Looking at so many bytes takes a few milliseconds at most. */
const SLICE_BYTES = 262_144;

export class Slices {
	private doneBytes = 0;

	constructor(private readonly pause: Pause) {}

	/**
	 * To be told of all work; pauses where a slice is full.
	 * @param bytes how many were looked at, or work that takes as long
	 */
	async did(bytes: number): Promise<void> {
		this.doneBytes += bytes;
		if (this.doneBytes < SLICE_BYTES) return;
		this.doneBytes = 0;
		await this.pause();
	}
}
