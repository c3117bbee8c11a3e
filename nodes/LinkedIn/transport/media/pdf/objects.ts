/** Reads the objects of a PDF: those directly in the file, and those in a compressed stream. */
import type { ByteRanges } from '../byteRanges';
import { inflating } from '../inflate';
import type { Slices } from '../slices';
import { withoutPredictor } from './predictor';
import {
	dictionaryOf,
	integerOf,
	pdfNameOf,
	readDictionary,
	referenceOf,
	skipSpace,
	skipValue,
	startsWith,
	type Dictionary,
} from './syntax';

/** Where an object is; `number` is that of the stream that contains it. */
export type Place = { offset: number } | { inStream: number; index: number };

/** Locates an object; undefined if there is none. */
export type Directory = (number: number) => Promise<Place | undefined>;

/** A dictionary or a plain value. */
export interface PdfObject {
	entries?: Dictionary;
	/** A number or a list. */
	value?: Buffer;
	/** Where the bytes of a stream begin in the file. */
	streamAt?: number;
}

/** In all streams of a file together. */
const MOST_INFLATED_BYTES = 16 * 1_048_576;
/** An object is read in the first of these that contains all of it. */
const LONGEST_OBJECT_BYTES = 262_144;
const WINDOWS_BYTES = [4_096, 32_768, LONGEST_OBJECT_BYTES];
/** A length may be an object, in a stream with its own length. */
const MOST_STEPS = 4;
const MOST_STREAMS_KEPT = 4;
const MOST_OBJECTS_IN_STREAM = 100_000;
/** A number and a position for each, of a few digits. */
const LONGEST_HEAD_BYTES = 2_000_000;

export class PdfObjects {
	private leftBytes = MOST_INFLATED_BYTES;
	private readonly streams = new Map<number, PackedObjects | undefined>();

	constructor(
		readonly ranges: ByteRanges,
		private readonly slices: Slices,
		/**
		 * A PDF may have other bytes before its header, and offsets count from the header or from the start of the
		 * file.
		 */
		private readonly headerAt: number,
	) {}

	/**
	 * Reads at a position, with as many bytes as necessary.
	 * @param read undefined if it needs more bytes
	 */
	async at<T>(
		offset: number,
		read: (bytes: Buffer, offset: number) => T | undefined,
	): Promise<T | undefined> {
		const starts = this.headerAt > 0 ? [offset + this.headerAt, offset] : [offset];
		for (const start of starts) {
			for (const size of WINDOWS_BYTES) {
				const bytes = await this.ranges.read(start, size);
				await this.slices.did(bytes?.length ?? 0);
				const result = bytes && read(bytes, start);
				if (result !== undefined) return result;
				if (!bytes || bytes.length < size) break;
			}
		}
		return undefined;
	}

	/** @param where the current directory, which also resolves references in the object */
	async get(number: number, where: Directory, steps = 0): Promise<PdfObject | undefined> {
		const place = steps > MOST_STEPS ? undefined : await where(number);
		if (!place) return undefined;
		if ('offset' in place) return await this.at(place.offset, (bytes, at) => readObject(bytes, at, number));
		const stream = await this.packed(place.inStream, where, steps + 1);
		return stream?.get(number);
	}

	/** A number that may be a separate object. */
	async integer(value: Buffer | undefined, where: Directory, steps = 0): Promise<number | undefined> {
		const reference = referenceOf(value);
		if (reference === undefined) return integerOf(value);
		return integerOf((await this.get(reference, where, steps + 1))?.value);
	}

	/** Further streams aren't read, so something that isn't found may still exist in one of them. */
	get isSpent(): boolean {
		return this.leftBytes <= 0;
	}

	/** The decompressed bytes of a stream, without its predictor. */
	async stream(object: PdfObject, where: Directory, steps = 0): Promise<Buffer | undefined> {
		const { entries, streamAt } = object;
		if (!entries || streamAt === undefined) return undefined;
		const length = await this.integer(entries.get('Length'), where, steps);
		if (length === undefined || length > this.leftBytes) return undefined;
		const bytes = await this.ranges.read(streamAt, length);
		await this.slices.did(length);
		this.leftBytes -= length;
		if (!entries.has('Filter')) return bytes && Buffer.from(bytes);
		if (!bytes || pdfNameOf(entries.get('Filter')) !== 'FlateDecode') return undefined;
		const plain = await this.inflate(bytes);
		if (!plain || !entries.has('DecodeParms')) return plain;
		const parameters = dictionaryOf(entries.get('DecodeParms'));
		return parameters && (await withoutPredictor(plain, parameters, this.slices));
	}

	private async inflate(bytes: Buffer): Promise<Buffer | undefined> {
		const steady = inflating(bytes, this.leftBytes);
		for (;;) {
			const step = steady.next();
			if (step.done) return step.value;
			// Failed attempts count as work too.
			this.leftBytes -= step.value;
			await this.slices.did(step.value);
		}
	}

	private async packed(number: number, where: Directory, steps: number): Promise<PackedObjects | undefined> {
		if (this.streams.has(number)) return this.streams.get(number);
		for (const [oldest] of this.streams) {
			if (this.streams.size < MOST_STREAMS_KEPT) break;
			this.streams.delete(oldest);
		}
		this.streams.set(number, undefined);
		const object = await this.get(number, where, steps);
		const bytes = object && (await this.stream(object, where, steps));
		const count = integerOf(object?.entries?.get('N'));
		const first = integerOf(object?.entries?.get('First'));
		if (!bytes || count === undefined || first === undefined || count > MOST_OBJECTS_IN_STREAM)
			return undefined;
		const stream = new PackedObjects(bytes, count, first);
		await this.slices.did(first);
		this.streams.set(number, stream);
		return stream;
	}
}

/** The objects of one stream: it begins with the number and position of each. */
class PackedObjects {
	private readonly places = new Map<number, number>();

	constructor(
		private readonly bytes: Buffer,
		count: number,
		first: number,
	) {
		const head = bytes.subarray(0, Math.min(first, LONGEST_HEAD_BYTES));
		for (let left = count, at = skipSpace(head, 0); left > 0 && at < head.length; left -= 1) {
			const [number, offset] = [numberAt(head, at), numberAt(head, at, 1)];
			if (!number || !offset) return;
			this.places.set(number.value, first + offset.value);
			at = skipSpace(head, offset.end);
		}
	}

	get(number: number): PdfObject | undefined {
		const at = this.places.get(number);
		if (at === undefined) return undefined;
		const bytes = this.bytes.subarray(at, at + LONGEST_OBJECT_BYTES);
		return readValue(bytes, skipSpace(bytes, 0));
	}
}

/** The whole number at this position, or after this many others. */
function numberAt(bytes: Buffer, from: number, after = 0): { value: number; end: number } | undefined {
	let at = from;
	for (let left = after; ; left -= 1) {
		const start = skipSpace(bytes, at);
		let end = start;
		let value = 0;
		for (; end - start < 12 && bytes[end] >= 48 && bytes[end] <= 57; end += 1)
			value = value * 10 + bytes[end] - 48;
		if (end === start) return undefined;
		if (left === 0) return { value, end };
		at = end;
	}
}

function readObject(bytes: Buffer, offset: number, number: number | undefined): PdfObject | undefined {
	const start = skipSpace(bytes, 0);
	const own = numberAt(bytes, start);
	const generation = own && numberAt(bytes, own.end);
	const word = generation && skipSpace(bytes, generation.end);
	if (!own || word === undefined || !startsWith(bytes, word, 'obj')) return undefined;
	if (number !== undefined && own.value !== number) return undefined;
	return readValue(bytes, skipSpace(bytes, word + 3), offset);
}

function readValue(bytes: Buffer, at: number, offset?: number): PdfObject | undefined {
	if (!startsWith(bytes, at, '<<')) {
		const end = startsWith(bytes, at, '[') ? skipValue(bytes, at) : numberAt(bytes, at)?.end;
		return end === undefined ? undefined : { value: Buffer.from(bytes.subarray(at, end)) };
	}
	const read = readDictionary(bytes, at);
	if (!read) return undefined;
	const { entries, end } = read;
	const word = skipSpace(bytes, end);
	if (offset === undefined || !startsWith(bytes, word, 'stream')) return { entries };
	const lineEnd = bytes[word + 6] === 13 ? word + 7 : word + 6;
	return { entries, streamAt: offset + (bytes[lineEnd] === 10 ? lineEnd + 1 : lineEnd) };
}

/** An object whose number isn't known beforehand, such as a cross-reference stream. */
export async function objectAt(objects: PdfObjects, offset: number): Promise<PdfObject | undefined> {
	return await objects.at(offset, (bytes, at) => readObject(bytes, at, undefined));
}
