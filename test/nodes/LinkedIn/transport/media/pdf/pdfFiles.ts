import { deflateSync } from 'node:zlib';

import { inspect } from '../../../../../../nodes/LinkedIn/transport/media/inspect';

/** PDFs as programs write them, object by object. */

/** The text of an object by its number; a Buffer is the content of a stream, preceded by its dictionary. */
type Objects = Record<number, string | { dictionary: string; content: Buffer }>;

export const CATALOG = '<</Type /Catalog /Pages 2 0 R>>';
export const page = '<</Type /Page /Parent 2 0 R /MediaBox [0 0 200 200]>>';

/** A catalog, a page tree that says this many pages, and three pages. */
export const threePages = (count: number | string = 3): Objects => ({
	1: CATALOG,
	2: `<</Type /Pages /Kids [3 0 R 4 0 R 5 0 R] /Count ${count}>>`,
	3: page,
	4: page,
	5: page,
});

const latin = (text: string) => Buffer.from(text, 'latin1');

function written(number: number, object: Objects[number]): Buffer {
	if (typeof object === 'string') return latin(`${number} 0 obj\n${object}\nendobj\n`);
	const dictionary = `${object.dictionary.slice(0, -2)} /Length ${object.content.length}>>`;
	return Buffer.concat([
		latin(`${number} 0 obj\n${dictionary}\nstream\n`),
		object.content,
		latin('\nendstream\nendobj\n'),
	]);
}

/** Appends objects to a file and returns their positions, counted from `base`. */
function append(before: Buffer, objects: Objects, base = 0): { bytes: Buffer; offsets: Map<number, number> } {
	const pieces = [before];
	const offsets = new Map<number, number>();
	let length = before.length;
	for (const [number, object] of Object.entries(objects)) {
		const piece = written(Number(number), object);
		offsets.set(Number(number), length - base);
		pieces.push(piece);
		length += piece.length;
	}
	return { bytes: Buffer.concat(pieces), offsets };
}

interface Options {
	before?: Buffer;
	/** What offsets count from. */
	base?: number;
	trailer?: string;
	size?: number;
	startxref?: number | string;
	after?: string;
}

const HEADER = latin('%PDF-1.4\n%\xe2\xe3\xcf\xd3\n');

/** A file, or an update to one, with a table at its end. */
export function withTable(objects: Objects, options: Options = {}): Buffer {
	const { before = HEADER, base = 0, trailer = '', after = '' } = options;
	const { bytes, offsets } = append(before, objects, base);
	const size = options.size ?? Math.max(...offsets.keys()) + 1;
	const runs: number[][] = [];
	for (const number of [...offsets.keys()].sort((a, b) => a - b)) {
		const run = runs.at(-1);
		if (run?.at(-1) === number - 1) run.push(number);
		else runs.push([number]);
	}
	const entry = (number: number) => `${String(offsets.get(number)).padStart(10, '0')} 00000 n \n`;
	const table = runs.map((run) => `${run[0]} ${run.length}\n${run.map(entry).join('')}`).join('');
	return Buffer.concat([
		bytes,
		latin(
			`xref\n0 1\n0000000000 65535 f \n${table}trailer\n<</Size ${size} /Root 1 0 R ${trailer}>>\n` +
				`startxref\n${options.startxref ?? bytes.length - base}\n%%EOF\n${after}`,
		),
	]);
}

/** A row as PNG's filters write it, based on the row above. */
const FILTERS: Array<(left: number, above: number, corner: number) => number> = [
	() => 0,
	(left) => left,
	(_left, above) => above,
	(left, above) => Math.floor((left + above) / 2),
	(left, above, corner) => {
		const estimate = left + above - corner;
		const distances = [left, above, corner].map((one) => Math.abs(estimate - one));
		return [left, above, corner][distances.indexOf(Math.min(...distances))];
	},
];

/** Rows of bytes with a predictor: each with the next of these filters. */
export function predicted(rows: Buffer[], filters: number[], pixel = 1): Buffer {
	const written = rows.map((own, index) => {
		const above = rows[index - 1] ?? Buffer.alloc(own.length);
		const filter = filters[index % filters.length];
		const filtered = FILTERS[filter] ?? FILTERS[0];
		const bytes = own.map(
			(byte, at) => byte - filtered(own[at - pixel] ?? 0, above[at], above[at - pixel] ?? 0),
		);
		return Buffer.from([filter, ...bytes]);
	});
	return Buffer.concat(written);
}

/** The objects of a stream: their numbers and positions, then the objects. */
function objectStream(objects: Record<number, string>): { dictionary: string; content: Buffer } {
	const texts = Object.values(objects);
	const places = texts.map((_text, at) => texts.slice(0, at).reduce((sum, text) => sum + text.length + 1, 0));
	const head = Object.keys(objects)
		.map((number, at) => `${number} ${places[at]}`)
		.join(' ');
	const content = deflateSync(latin(`${head}\n${texts.join(' ')}`));
	return {
		dictionary: `<</Type /ObjStm /N ${texts.length} /First ${head.length + 1} /Filter /FlateDecode>>`,
		content,
	};
}

/**
 * A file whose table is a compressed stream, with all objects except the streams packed into another.
 * @param predictor 12 as in most files; 1 for none
 * @param filters of its rows, in turn
 * @param ownDictionary of the stream of objects, with its own content
 */
export function withStreams(
	objects: Record<number, string>,
	predictor = 12,
	content?: Buffer,
	filters = [2],
	ownDictionary?: string,
): Buffer {
	const packed = 100;
	const table = 101;
	const inner = objectStream(objects);
	const { bytes, offsets } = append(HEADER, {
		[packed]: { dictionary: ownDictionary ?? inner.dictionary, content: content ?? inner.content },
	});
	const row = (type: number, where: number, index: number) => {
		const entry = Buffer.alloc(6);
		entry.writeUInt8(type);
		entry.writeUInt32BE(where, 1);
		entry.writeUInt8(index, 5);
		return entry;
	};
	const rows = Object.keys(objects).map((_number, index) => row(2, packed, index));
	rows.unshift(row(0, 0, 255));
	rows.push(row(1, offsets.get(packed) ?? 0, 0), row(1, bytes.length, 0));
	const parameters = predictor === 1 ? '' : `/DecodeParms <</Columns 6 /Predictor ${predictor}>>`;
	const dictionary =
		`<</Type /XRef /W [1 4 1] /Index [0 ${rows.length - 2} 100 2] /Size 102 /Root 1 0 R ` +
		`/Filter /FlateDecode /Info <</A (x\\)>)>> ${parameters}`;
	const stream = deflateSync(predictor === 1 ? Buffer.concat(rows) : predicted(rows, filters));
	return Buffer.concat([
		bytes,
		latin(`${table} 0 obj\n${dictionary} /Length ${stream.length}>>\nstream\r\n`),
		stream,
		latin(`\nendstream\nendobj\nstartxref\n${bytes.length}\n%%EOF`),
	]);
}

/** How many pages the package finds in a file, the same whether it's in memory or not. */
export async function pagesOf(bytes: Buffer): Promise<number | undefined> {
	const file = {
		sizeBytes: bytes.length,
		async *chunks() {
			for (let at = 0; at < bytes.length; at += 50_000) yield bytes.subarray(at, at + 50_000);
		},
	};
	const { pages } = await inspect(file, 250, async () => {});
	const readInto = (start: number, into: Buffer) => bytes.copy(into, 0, start);
	const inMemory = await inspect({ ...file, readInto }, 250, async () => {});
	expect(inMemory.pages).toBe(pages);
	return pages;
}
