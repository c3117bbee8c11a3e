/**
 * Reads pieces from anywhere in a file that n8n's store gives only from its start. Blocks that were read are kept for a
 * while, so that pieces near each other cost one reading; going back costs another one, of which there are only so many.
 */

/** A file that can be read from its start, each chunk until the next is asked for. */
export interface ByteSource {
	sizeBytes: number;
	chunks(): AsyncIterable<Uint8Array>;
}

const BLOCK_BYTES = 65_536;
const BLOCKS_KEPT = 32;
/** A file that hangs together worse than this is not read on: each opening may go through all of it. */
const MOST_OPENINGS = 24;

export class ByteRanges {
	private readonly blocks = new Map<number, Buffer>();
	private stream: AsyncIterator<Uint8Array> | undefined;
	private chunk: Uint8Array = new Uint8Array(0);
	/** Where the chunk begins. */
	private chunkAt = 0;
	private openings = 0;
	private endAt: number;

	constructor(private readonly source: ByteSource) {
		this.endAt = source.sizeBytes;
	}

	/** As far as is known: a store may have a shorter file than it said. */
	get sizeBytes(): number {
		return this.endAt;
	}

	/**
	 * @returns the bytes from `start` on, fewer at the end of the file; undefined when the file was gone back in too often
	 */
	async read(start: number, length: number): Promise<Buffer | undefined> {
		if (start < 0 || start >= this.endAt) return Buffer.alloc(0);
		const first = Math.floor(start / BLOCK_BYTES);
		const last = Math.floor((Math.min(start + length, this.endAt) - 1) / BLOCK_BYTES);
		const pieces: Buffer[] = [];
		for (let index = first; index <= last; index += 1) {
			const block = this.blocks.get(index) ?? (await this.load(index));
			if (!block) return undefined;
			pieces.push(block);
			if (block.length < BLOCK_BYTES) break;
		}
		const from = start - first * BLOCK_BYTES;
		return (pieces.length === 1 ? pieces[0] : Buffer.concat(pieces)).subarray(from, from + length);
	}

	/** Ends the reading; to be called in any case. */
	async close(): Promise<void> {
		const { stream } = this;
		this.stream = undefined;
		await stream?.return?.();
	}

	private async load(index: number): Promise<Buffer | undefined> {
		const start = index * BLOCK_BYTES;
		if (!this.stream || start < this.chunkAt) {
			if (this.openings >= MOST_OPENINGS) return undefined;
			await this.close();
			this.openings += 1;
			this.stream = this.source.chunks()[Symbol.asyncIterator]();
			this.chunk = new Uint8Array(0);
			this.chunkAt = 0;
		}
		const block = Buffer.alloc(Math.min(BLOCK_BYTES, this.endAt - start));
		for (let filled = 0; filled < block.length;) {
			const at = start + filled - this.chunkAt;
			if (at < this.chunk.length) {
				const piece = this.chunk.subarray(at, at + block.length - filled);
				block.set(piece, filled);
				filled += piece.length;
			} else if (!(await this.next())) {
				this.endAt = start + filled;
				return block.subarray(0, filled);
			}
		}
		this.keep(index, block);
		return block;
	}

	private async next(): Promise<boolean> {
		const next = await this.stream?.next();
		if (!next || next.done) return false;
		this.chunkAt += this.chunk.length;
		this.chunk = next.value;
		return true;
	}

	private keep(index: number, block: Buffer): void {
		this.blocks.set(index, block);
		if (this.blocks.size <= BLOCKS_KEPT) return;
		for (const oldest of this.blocks.keys()) {
			this.blocks.delete(oldest);
			return;
		}
	}
}
