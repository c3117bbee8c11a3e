/** What the files of most posts have together. */
const MOST_HELD_BYTES = 50_331_648;

/**
 * Bytes of fetched files, so that they're fetched once. Only some are held at a time, because a run may use many: the
 * least recently used go first.
 */
export class HeldBytes {
	/** In order of last use. */
	private readonly held = new Map<string, Buffer>();
	private sizeBytes = 0;

	/** @param mostBytes held at a time; the newest file stays even if it's larger */
	constructor(private readonly mostBytes = MOST_HELD_BYTES) {}

	get(key: string): Buffer | undefined {
		const bytes = this.held.get(key);
		if (bytes) {
			this.held.delete(key);
			this.held.set(key, bytes);
		}
		return bytes;
	}

	set(key: string, bytes: Buffer): void {
		this.release(key);
		this.held.set(key, bytes);
		this.sizeBytes += bytes.length;
		for (const oldest of this.held.keys()) {
			if (this.sizeBytes <= this.mostBytes || oldest === key) return;
			this.release(oldest);
		}
	}

	private release(key: string): void {
		this.sizeBytes -= this.held.get(key)?.length ?? 0;
		this.held.delete(key);
	}
}
