/**
 * Locates the objects of a PDF by the tables at its end: the newest first, older ones only as needed.
 * @see ISO 32000-1, 7.5.4 (tables), 7.5.8 (streams)
 */
import type { Slices } from '../slices';
import { objectAt, type Directory, type PdfObjects, type Place } from './objects';
import {
	integerOf,
	integersOf,
	readDictionary,
	referenceOf,
	skipSpace,
	startsWith,
	type Dictionary,
} from './syntax';

/** One table: its entry for an object, undefined if it doesn't have one. */
interface Section {
	trailer: Dictionary;
	find: (number: number) => Promise<Place | 'free' | undefined>;
}

export interface CrossReference {
	root: number;
	isEncrypted: boolean;
	/** One more than the highest number of an object. */
	size: number;
	where: Directory;
}

/** Changes are appended to a PDF, each with its own table. */
const MOST_SECTIONS = 64;
const MOST_SUBSECTIONS = 4_096;
const TABLE_ENTRY_BYTES = 20;

/**
 * @param start position of the newest table, from the end of the file
 * @returns undefined if there is no such table
 */
export async function crossReferenceAt(
	objects: PdfObjects,
	slices: Slices,
	start: number,
): Promise<CrossReference | undefined> {
	const sections: Section[] = [];
	const seen = new Set<number>();
	const pending = [start];
	const loadNext = async (): Promise<Section | undefined> => {
		const offset = pending.shift();
		if (offset === undefined || seen.has(offset) || seen.size >= MOST_SECTIONS) return undefined;
		seen.add(offset);
		const section = await readSection(objects, slices, offset);
		if (!section) return undefined;
		sections.push(section);
		// The stream that a table refers to takes precedence over older tables.
		const next = ['XRefStm', 'Prev'].map((name) => integerOf(section.trailer.get(name)));
		pending.unshift(...next.filter((place) => place !== undefined));
		return section;
	};
	const newest = await loadNext();
	const root = referenceOf(newest?.trailer.get('Root'));
	if (!newest || root === undefined) return undefined;
	return {
		root,
		isEncrypted: newest.trailer.has('Encrypt'),
		size: integerOf(newest.trailer.get('Size')) ?? 0,
		async where(number) {
			for (let index = 0; ; index += 1) {
				const section = sections[index] ?? (await loadNext());
				if (!section) return undefined;
				const place = await section.find(number);
				if (place === 'free' && !section.trailer.has('XRefStm')) return undefined;
				if (place && place !== 'free') return place;
			}
		},
	};
}

async function readSection(
	objects: PdfObjects,
	slices: Slices,
	offset: number,
): Promise<Section | undefined> {
	const start = await objects.at(offset, (bytes, at) => {
		const word = skipSpace(bytes, 0);
		return startsWith(bytes, word, 'xref') ? at + word + 4 : undefined;
	});
	return start === undefined ? await readStream(objects, offset) : await readTable(objects, slices, start);
}

interface Subsection {
	first: number;
	count: number;
	/** Where its entries begin. */
	at: number;
}

const HEAD_BYTES = 64;
const HEAD = /^\s{0,8}(\d{1,10})\s{1,4}(\d{1,10})\s{0,8}/;
const ENTRY = /^(\d{10}) \d{5} ([nf])/;

async function readTable(objects: PdfObjects, slices: Slices, start: number): Promise<Section | undefined> {
	const subsections: Subsection[] = [];
	const { ranges } = objects;
	let at = start;
	for (;;) {
		const bytes = await ranges.read(at, HEAD_BYTES);
		await slices.did(HEAD_BYTES);
		if (!bytes || bytes.length === 0 || subsections.length > MOST_SUBSECTIONS) return undefined;
		const word = skipSpace(bytes, 0);
		if (startsWith(bytes, word, 'trailer')) {
			at += word + 'trailer'.length;
			break;
		}
		const head = HEAD.exec(bytes.toString('latin1'));
		if (!head) return undefined;
		const [first, count] = [Number(head[1]), Number(head[2])];
		subsections.push({ first, count, at: at + head[0].length });
		at += head[0].length + count * TABLE_ENTRY_BYTES;
	}
	const trailer = await readTrailer(objects, at);
	if (!trailer) return undefined;
	return {
		trailer,
		async find(number) {
			const own = subsections.find(({ first, count }) => number >= first && number < first + count);
			if (!own) return undefined;
			const bytes = await ranges.read(own.at + (number - own.first) * TABLE_ENTRY_BYTES, TABLE_ENTRY_BYTES);
			const entry = ENTRY.exec(bytes?.toString('latin1') ?? '');
			return entry?.[2] === 'n' ? { offset: Number(entry[1]) } : 'free';
		},
	};
}

/** @param at position in the file, independent of its header */
async function readTrailer({ ranges }: PdfObjects, at: number): Promise<Dictionary | undefined> {
	const bytes = await ranges.read(at, TRAILER_BYTES);
	return bytes && readDictionary(bytes, skipSpace(bytes, 0))?.entries;
}

const TRAILER_BYTES = 32_768;

async function readStream(objects: PdfObjects, offset: number): Promise<Section | undefined> {
	const object = await objectAt(objects, offset);
	const trailer = object?.entries;
	const widths = integersOf(trailer?.get('W'));
	if (!object || !trailer || widths?.length !== 3 || widths.some((width) => width > 8)) return undefined;
	const data = await objects.stream(object, async () => undefined);
	if (!data) return undefined;
	const size = integerOf(trailer.get('Size')) ?? 0;
	const index = integersOf(trailer.get('Index')) ?? [0, size];
	const entryBytes = widths[0] + widths[1] + widths[2];
	return {
		trailer,
		async find(number) {
			let before = 0;
			for (let pair = 0; pair + 1 < index.length; pair += 2) {
				const place = number - index[pair];
				if (place >= 0 && place < index[pair + 1]) {
					return entryOf(data, (before + place) * entryBytes, widths);
				}
				before += index[pair + 1];
			}
			return undefined;
		},
	};
}

function entryOf(data: Buffer, at: number, widths: number[]): Place | 'free' | undefined {
	const fields: number[] = [];
	let next = at;
	for (const width of widths) {
		let value = 0;
		for (let left = width; left > 0; left -= 1, next += 1) value = value * 256 + (data[next] ?? 0);
		fields.push(value);
	}
	if (next > data.length) return undefined;
	const type = widths[0] === 0 ? 1 : fields[0];
	if (type === 1) return { offset: fields[1] };
	return type === 2 ? { inStream: fields[1], index: fields[2] } : 'free';
}
