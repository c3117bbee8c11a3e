/**
 * Reads pieces anywhere in a file that n8n's store only gives from its start. Recent blocks are kept, so that pieces
 * near each other cost one reading. Going back costs another, and their number is limited. Memory is reused: a hundred
 * megabytes of new buffers would make V8 go through n8n's whole heap.
 */

/** A file that can be read from its start, each chunk valid until the next is requested. */
export interface ByteSource {
	sizeBytes: number;
	chunks(): AsyncIterable<Uint8Array>;
	/**
	 * Reads any piece directly if the file is in memory.
	 * @param start a multiple of 3, for base64
	 * @returns how many bytes were written
	 */
	readInto?(start: number, into: Buffer): number;
}

/** Whole groups of base64. */
const BLOCK_BYTES = 65_535;
const BLOCKS_KEPT = 32;
/** Most pieces span a few blocks; larger ones are rare. */
const MOST_SCRATCH_BYTES = 6 * BLOCK_BYTES;
/** A file that needs more is given up: each opening may go through all of it. */
const MOST_OPENINGS = 24;

export class ByteRanges {
	private readonly blocks = new Map<number, Buffer>();
	private stream: AsyncIterator<Uint8Array> | undefined;
	private chunk: Uint8Array = new Uint8Array(0);
	/** Where the chunk begins. */
	private chunkAt = 0;
	private scratch: Buffer | undefined;
	private openings = 0;
	private endAt: number;

	constructor(private readonly source: ByteSource) {
		this.endAt = source.sizeBytes;
	}

	/** As far as known: a file may be shorter than the store said. */
	get sizeBytes(): number {
		return this.endAt;
	}

	/** How often the file was read from its start; never if it's in memory. */
	get timesOpened(): number {
		return this.openings;
	}

	/**
	 * @returns the bytes from `start` on, fewer at the end of the file, valid until the next call; undefined if reading
	 * went back too often
	 */
	async read(start: number, length: number): Promise<Buffer | undefined> {
		if (start < 0 || start >= this.endAt) return Buffer.alloc(0);
		const first = Math.floor(start / BLOCK_BYTES);
		const last = Math.floor((Math.min(start + length, this.endAt) - 1) / BLOCK_BYTES);
		const from = start - first * BLOCK_BYTES;
		if (first === last) return (await this.block(first))?.subarray(from, from + length);
		const joined = this.scratchOf((last - first + 1) * BLOCK_BYTES);
		let filled = 0;
		for (let index = first; index <= last; index += 1) {
			const block = await this.block(index);
			if (!block) return undefined;
			filled += block.copy(joined, filled);
			if (block.length < BLOCK_BYTES) break;
		}
		return joined.subarray(from, Math.min(from + length, filled));
	}

	/** Ends the reading; must always be called. */
	async close(): Promise<void> {
		const { stream } = this;
		this.stream = undefined;
		await stream?.return?.();
	}

	private async block(index: number): Promise<Buffer | undefined> {
		const known = this.blocks.get(index);
		if (known) return known;
		const memory = this.freeMemory();
		const block = this.source.readInto
			? memory.subarray(0, this.source.readInto(index * BLOCK_BYTES, memory))
			: await this.load(index, memory);
		if (block) this.blocks.set(index, block);
		return block;
	}

	private async load(index: number, memory: Buffer): Promise<Buffer | undefined> {
		const start = index * BLOCK_BYTES;
		if (!this.stream || start < this.chunkAt) {
			if (this.openings >= MOST_OPENINGS) return undefined;
			await this.close();
			this.openings += 1;
			this.stream = this.source.chunks()[Symbol.asyncIterator]();
			this.chunk = new Uint8Array(0);
			this.chunkAt = 0;
		}
		const wanted = Math.min(BLOCK_BYTES, this.endAt - start);
		for (let filled = 0; filled < wanted;) {
			const at = start + filled - this.chunkAt;
			if (at < this.chunk.length) {
				const piece = this.chunk.subarray(at, at + wanted - filled);
				memory.set(piece, filled);
				filled += piece.length;
			} else if (!(await this.next())) {
				this.endAt = start + filled;
				return memory.subarray(0, filled);
			}
		}
		return memory.subarray(0, wanted);
	}

	private async next(): Promise<boolean> {
		const next = await this.stream?.next();
		if (!next || next.done) return false;
		this.chunkAt += this.chunk.length;
		this.chunk = next.value;
		return true;
	}

	/** That of the oldest block, if there are enough blocks. */
	private freeMemory(): Buffer {
		if (this.blocks.size >= BLOCKS_KEPT) {
			for (const [index, oldest] of this.blocks) {
				this.blocks.delete(index);
				return Buffer.from(oldest.buffer, oldest.byteOffset, BLOCK_BYTES);
			}
		}
		return Buffer.allocUnsafeSlow(BLOCK_BYTES);
	}

	private scratchOf(length: number): Buffer {
		if (length > MOST_SCRATCH_BYTES) return Buffer.allocUnsafe(length);
		this.scratch ??= Buffer.allocUnsafeSlow(MOST_SCRATCH_BYTES);
		return this.scratch;
	}
}
