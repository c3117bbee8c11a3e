/**
 * Decompresses zlib data, because n8n doesn't offer zlib to nodes. Slower than zlib, but in slices and up to a given
 * size: a few kilobytes can expand to gigabytes.
 * @see RFC 1950 (zlib), RFC 1951 (deflate)
 */

const MOST_CODE_BITS = 15;
/** Work between two yields, in output bytes or equally expensive work. */
const SLICE_WORK = 65_536;
/** The cost of reading a block and its code, in the same unit: a block may output nothing at all. */
const BLOCK_WORK = 512;
/** Real blocks have many kilobytes; data that consists only of block headers is given up. */
const WORK_A_BYTE = 4;

const LENGTH_BASE = [
	3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195,
	227, 258,
];
const LENGTH_EXTRA = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
const DISTANCE_BASE = [
	1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097,
	6145, 8193, 12289, 16385, 24577,
];
const DISTANCE_EXTRA = [
	0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13,
];
const LENGTHS_ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
const END_OF_BLOCK = 256;

/** A Huffman code in canonical form: how many codes each length has, and their symbols in order. */
interface Code {
	counts: Uint16Array;
	symbols: Uint16Array;
}

function codeOf(lengths: ArrayLike<number>): Code {
	const counts = new Uint16Array(MOST_CODE_BITS + 1);
	for (let symbol = 0; symbol < lengths.length; symbol += 1) counts[lengths[symbol]] += 1;
	counts[0] = 0;
	const next = new Uint16Array(MOST_CODE_BITS + 2);
	for (let bits = 1; bits <= MOST_CODE_BITS; bits += 1) next[bits + 1] = next[bits] + counts[bits];
	const symbols = new Uint16Array(lengths.length);
	for (let symbol = 0; symbol < lengths.length; symbol += 1) {
		if (lengths[symbol] > 0) symbols[next[lengths[symbol]]++] = symbol;
	}
	return { counts, symbols };
}

const FIXED_LITERALS = codeOf(
	Array.from({ length: 288 }, (_, symbol) => (symbol < 144 ? 8 : symbol < 256 ? 9 : symbol < 280 ? 7 : 8)),
);
const FIXED_DISTANCES = codeOf(new Array<number>(30).fill(5));

/** Bits from the lowest of each byte on. Past the end it returns zeros and sets a flag. */
class Bits {
	at = 0;
	private held = 0;
	private count = 0;

	constructor(private readonly bytes: Uint8Array) {}

	/** More was read than exists. */
	get isOver(): boolean {
		return this.at > this.bytes.length;
	}

	take(wanted: number): number {
		while (this.count < wanted) {
			this.held |= (this.at < this.bytes.length ? this.bytes[this.at] : 0) << this.count;
			this.at += 1;
			this.count += 8;
		}
		const taken = this.held & ((1 << wanted) - 1);
		this.held >>>= wanted;
		this.count -= wanted;
		return taken;
	}

	/** @returns undefined for bits that aren't a code */
	symbol({ counts, symbols }: Code): number | undefined {
		let code = 0;
		let first = 0;
		let index = 0;
		for (let bits = 1; bits <= MOST_CODE_BITS; bits += 1) {
			if (this.count === 0) {
				this.held = this.at < this.bytes.length ? this.bytes[this.at] : 0;
				this.at += 1;
				this.count = 8;
			}
			code |= this.held & 1;
			this.held >>>= 1;
			this.count -= 1;
			const count = counts[bits];
			if (code - count < first) return symbols[index + code - first];
			index += count;
			first = (first + count) << 1;
			code <<= 1;
		}
		return undefined;
	}

	skipToByte(): void {
		this.held = 0;
		this.count = 0;
	}
}

class Output {
	length = 0;
	bytes: Buffer;

	constructor(
		startBytes: number,
		private readonly mostBytes: number,
	) {
		this.bytes = Buffer.allocUnsafe(Math.min(Math.max(startBytes, 1024), mostBytes));
	}

	/** @returns false if it would get too large */
	hasRoomFor(more: number): boolean {
		const wanted = this.length + more;
		if (wanted > this.mostBytes) return false;
		if (wanted > this.bytes.length) {
			const larger = Buffer.allocUnsafe(Math.min(Math.max(wanted, this.bytes.length * 2), this.mostBytes));
			this.bytes.copy(larger, 0, 0, this.length);
			this.bytes = larger;
		}
		return true;
	}

	/** Copies what came `distance` bytes before; the two may overlap. */
	repeat(distance: number, length: number): void {
		const { bytes } = this;
		for (let left = length; left > 0; left -= 1) {
			bytes[this.length] = bytes[this.length - distance];
			this.length += 1;
		}
	}
}

/**
 * @param input as zlib wrote it
 * @param mostBytes maximum output
 * @returns yields how much work it has done since the last time, in bytes; finally the bytes, or undefined if the input
 * is damaged or too large
 */
export function* inflating(input: Uint8Array, mostBytes: number): Generator<number, Buffer | undefined> {
	const [method, flags] = input;
	const isZlib = input.length > 2 && (method & 15) === 8 && (method * 256 + flags) % 31 === 0;
	if (!isZlib || (flags & 0x20) !== 0) return undefined;
	const bits = new Bits(input.subarray(2));
	const output = new Output(input.length * 4, mostBytes);
	let work = 0;
	for (let isLast = false; !isLast;) {
		isLast = bits.take(1) === 1;
		const type = bits.take(2);
		work += BLOCK_WORK;
		if (work > WORK_A_BYTE * mostBytes) return undefined;
		if (type === 0) {
			const stored = storedBytes(input, bits);
			if (!stored || !output.hasRoomFor(stored.length)) return undefined;
			output.bytes.set(stored, output.length);
			output.length += stored.length;
			work += stored.length;
			yield BLOCK_WORK + stored.length;
			continue;
		}
		const codes =
			type === 1 ? { literals: FIXED_LITERALS, distances: FIXED_DISTANCES } : type === 2 && readCodes(bits);
		if (!codes) return undefined;
		for (let state: 'more' | 'ended' | 'damaged' = 'more'; state !== 'ended';) {
			const before = output.length;
			state = decode(bits, codes, output);
			if (state === 'damaged' || bits.isOver) return undefined;
			work += output.length - before;
			yield BLOCK_WORK + output.length - before;
		}
	}
	return output.bytes.subarray(0, output.length);
}

function storedBytes(input: Uint8Array, bits: Bits): Uint8Array | undefined {
	bits.skipToByte();
	const length = bits.take(16);
	const inverse = bits.take(16);
	if (bits.isOver || (length ^ inverse) !== 0xffff) return undefined;
	const start = 2 + bits.at;
	bits.at += length;
	return bits.isOver ? undefined : input.subarray(start, start + length);
}

interface Codes {
	literals: Code;
	distances: Code;
}

function readCodes(bits: Bits): Codes | undefined {
	const literals = bits.take(5) + 257;
	const distances = bits.take(5) + 1;
	const described = bits.take(4) + 4;
	if (literals > 286 || distances > 30) return undefined;
	const own = new Uint8Array(19);
	for (let index = 0; index < described; index += 1) own[LENGTHS_ORDER[index]] = bits.take(3);
	const code = codeOf(own);
	const lengths = new Uint8Array(literals + distances);
	for (let at = 0; at < lengths.length;) {
		const symbol = bits.symbol(code);
		if (symbol === undefined || bits.isOver) return undefined;
		if (symbol < 16) {
			lengths[at] = symbol;
			at += 1;
			continue;
		}
		if (symbol === 16 && at === 0) return undefined;
		const repeated = symbol === 16 ? lengths[at - 1] : 0;
		const times = symbol === 16 ? 3 + bits.take(2) : symbol === 17 ? 3 + bits.take(3) : 11 + bits.take(7);
		if (at + times > lengths.length) return undefined;
		lengths.fill(repeated, at, at + times);
		at += times;
	}
	return {
		literals: codeOf(lengths.subarray(0, literals)),
		distances: codeOf(lengths.subarray(literals)),
	};
}

function decode(bits: Bits, { literals, distances }: Codes, output: Output): 'more' | 'ended' | 'damaged' {
	const until = output.length + SLICE_WORK;
	while (output.length < until) {
		const symbol = bits.symbol(literals);
		if (symbol === undefined) return 'damaged';
		if (symbol < END_OF_BLOCK) {
			if (bits.isOver || !output.hasRoomFor(1)) return 'damaged';
			output.bytes[output.length] = symbol;
			output.length += 1;
			continue;
		}
		if (symbol === END_OF_BLOCK) return 'ended';
		const index = symbol - END_OF_BLOCK - 1;
		if (index >= LENGTH_BASE.length) return 'damaged';
		const length = LENGTH_BASE[index] + bits.take(LENGTH_EXTRA[index]);
		const far = bits.symbol(distances);
		if (far === undefined || far >= DISTANCE_BASE.length) return 'damaged';
		const distance = DISTANCE_BASE[far] + bits.take(DISTANCE_EXTRA[far]);
		if (bits.isOver || distance > output.length || !output.hasRoomFor(length)) return 'damaged';
		output.repeat(distance, length);
	}
	return 'more';
}
