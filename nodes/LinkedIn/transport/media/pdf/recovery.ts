/**
 * Locates the objects of a PDF with missing or wrong tables as viewers do: by scanning the whole file once. The last
 * object of a number counts, because changes are appended. What only looks like an object within a stream doesn't.
 */
import type { Slices } from '../slices';
import type { Directory, PdfObjects } from './objects';
import { isDigit, readDictionary, referenceOf, skipSpace, type Dictionary } from './syntax';

export interface RecoveredPages {
	root: number;
	isEncrypted: boolean;
	/** How many objects there are. */
	count: number;
	where: Directory;
}

const WINDOW_BYTES = 65_536;
/** The cost of finding a word, in bytes. */
const WORD_WORK = 64;
/** The longest match, with its numbers, may span two windows. */
const OVERLAP_BYTES = 64;
const MOST_OBJECTS = 200_000;
const TRAILER_BYTES = 32_768;

/** What is searched for, by what came before: within a stream only its end counts. */
const OUTSIDE = ['obj', 'stream', 'trailer', '/Catalog'] as const;
const INSIDE = ['endstream'] as const;
type Word = (typeof OUTSIDE)[number] | (typeof INSIDE)[number];

/** @returns undefined if no root is found, or there are more objects than are kept */
export async function recover(objects: PdfObjects, slices: Slices): Promise<RecoveredPages | undefined> {
	const { ranges } = objects;
	const offsets = new Map<number, number>();
	let trailerAt: number | undefined;
	let catalog: number | undefined;
	let current: number | undefined;
	let isInside = false;
	for (let start = 0, from = 0; start < ranges.sizeBytes; start += WINDOW_BYTES) {
		const bytes = await ranges.read(start, WINDOW_BYTES + OVERLAP_BYTES);
		if (!bytes) return undefined;
		await slices.did(bytes.length);
		const next = new NextWords(bytes);
		let at = Math.max(0, from - start);
		let words = 0;
		for (;;) {
			const found = next.after(at, isInside ? INSIDE : OUTSIDE);
			if (!found || found.at >= WINDOW_BYTES) break;
			words += 1;
			at = found.at + found.word.length;
			from = start + at;
			if (found.word === 'endstream') isInside = false;
			else if (found.word === 'stream') isInside = isKeyword(bytes, found.at, at);
			else if (found.word === 'trailer') trailerAt = start + at;
			else if (found.word === '/Catalog') catalog = current ?? catalog;
			else {
				const object = objectBefore(bytes, found.at);
				if (!object) continue;
				current = object.number;
				offsets.set(object.number, start + object.at);
				if (offsets.size > MOST_OBJECTS) return undefined;
			}
		}
		await slices.did(words * WORD_WORK);
		if (bytes.length <= WINDOW_BYTES) break;
	}
	const trailer = trailerAt === undefined ? undefined : await trailerFrom(objects, trailerAt);
	const root = referenceOf(trailer?.get('Root')) ?? catalog;
	if (root === undefined) return undefined;
	return {
		root,
		isEncrypted: trailer?.has('Encrypt') ?? false,
		count: offsets.size,
		async where(number) {
			const offset = offsets.get(number);
			return offset === undefined ? undefined : { offset };
		},
	};
}

async function trailerFrom({ ranges }: PdfObjects, at: number): Promise<Dictionary | undefined> {
	const bytes = await ranges.read(at, TRAILER_BYTES);
	return bytes && readDictionary(bytes, skipSpace(bytes, 0))?.entries;
}

/** Finds which of several words comes next, searching for each only once. */
class NextWords {
	private readonly known = new Map<Word, number>();

	constructor(private readonly bytes: Buffer) {}

	after(from: number, words: readonly Word[]): { word: Word; at: number } | undefined {
		let first: { word: Word; at: number } | undefined;
		for (const word of words) {
			let at = this.known.get(word) ?? -1;
			if (at < from) {
				const found = this.bytes.indexOf(word, from, 'latin1');
				at = found < 0 ? Number.POSITIVE_INFINITY : found;
				this.known.set(word, at);
			}
			if (at < (first?.at ?? Number.POSITIVE_INFINITY)) first = { word, at };
		}
		return first;
	}
}

/** The word begins a stream: it follows a dictionary and ends its line. */
function isKeyword(bytes: Buffer, at: number, end: number): boolean {
	let before = at - 1;
	while (before >= at - 8 && bytes[before] <= 32) before -= 1;
	return bytes[before] === 62 && (bytes[end] === 10 || bytes[end] === 13);
}

/** Number and position of the object that this `obj` begins; none for the one in `endobj`. */
function objectBefore(bytes: Buffer, word: number): { number: number; at: number } | undefined {
	const generation = digitsBefore(bytes, word);
	const number = generation && digitsBefore(bytes, generation.at);
	if (!generation || !number || number.end === generation.at) return undefined;
	return { number: number.value, at: number.at };
}

const MOST_DIGITS = 10;
const MOST_SPACES = 8;
const DIGIT_ZERO = 48;

function digitsBefore(bytes: Buffer, from: number): { value: number; at: number; end: number } | undefined {
	let end = from;
	while (
		from - end < MOST_SPACES &&
		(bytes[end - 1] === 32 || (bytes[end - 1] >= 9 && bytes[end - 1] <= 13))
	) {
		end -= 1;
	}
	let at = end;
	let value = 0;
	for (let unit = 1; end - at < MOST_DIGITS && isDigit(bytes[at - 1]); unit *= 10) {
		at -= 1;
		value += unit * (bytes[at] - DIGIT_ZERO);
	}
	return at === end ? undefined : { value, at, end };
}
