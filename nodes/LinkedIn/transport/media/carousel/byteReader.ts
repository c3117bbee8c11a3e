/** Reads a file from its start to its end, piece by piece, without copying what is only passed on. */
import type { Slices } from '../slices';
import { damaged, type ImageFile } from './imageFile';

const PIECE_BYTES = 65_536;
const NOTHING = new Uint8Array(0);
/** The cost of one reading besides its bytes, in bytes: a file may consist of tiny parts. */
const READING_WORK = 1_000;
/** Images have far fewer parts. */
const MOST_PARTS = 131_072;

export class ByteReader {
	/** How many bytes were read so far. */
	position = 0;
	private piece: Uint8Array = NOTHING;
	private parts = 0;

	private constructor(
		private readonly pieces: AsyncIterator<Uint8Array>,
		private readonly slices: Slices,
	) {}

	/** @throws what opening the file throws */
	static async open(file: ImageFile, slices: Slices): Promise<ByteReader> {
		return new ByteReader(piecesOf(await file.open())[Symbol.asyncIterator](), slices);
	}

	/** What comes next, at least one byte; undefined at the end. It stays until `advance`. */
	async peek(): Promise<Uint8Array | undefined> {
		while (this.piece.length === 0) {
			const next = await this.pieces.next();
			if (next.done) return undefined;
			this.piece = next.value;
			await this.slices.did(next.value.length);
		}
		return this.piece;
	}

	/** @param length at most what `peek` gave */
	advance(length: number): void {
		this.piece = this.piece.subarray(length);
		this.position += length;
	}

	/** The next bytes, at most this many; undefined at the end. */
	async some(most: number): Promise<Uint8Array | undefined> {
		const piece = (await this.peek())?.subarray(0, most);
		if (piece) this.advance(piece.length);
		return piece;
	}

	/**
	 * Exactly the next bytes, to be kept; undefined if the file ends before.
	 * @throws UnfitImage for the part of a file that has no end of parts
	 */
	async take(length: number): Promise<Buffer | undefined> {
		await this.slices.did(READING_WORK);
		this.parts += 1;
		if (this.parts > MOST_PARTS) throw damaged();
		const taken = Buffer.alloc(length);
		for (let filled = 0; filled < length;) {
			const piece = await this.some(length - filled);
			if (!piece) return undefined;
			taken.set(piece, filled);
			filled += piece.length;
		}
		return taken;
	}

	/** @returns false if the file ends before */
	async skip(length: number): Promise<boolean> {
		await this.slices.did(READING_WORK);
		for (let left = length; left > 0;) {
			const piece = await this.some(left);
			if (!piece) return false;
			left -= piece.length;
		}
		return true;
	}

	/** Ends the reading; must always be called. */
	async close(): Promise<void> {
		this.piece = NOTHING;
		await this.pieces.return?.();
	}
}

async function* piecesOf(bytes: Uint8Array | AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
	if (!(bytes instanceof Uint8Array)) {
		yield* bytes;
		return;
	}
	for (let start = 0; start < bytes.length; start += PIECE_BYTES) {
		yield bytes.subarray(start, start + PIECE_BYTES);
	}
}
