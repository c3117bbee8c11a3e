import { deflateSync } from 'node:zlib';

import { inspect } from '../../../../../../nodes/LinkedIn/transport/media/inspect';
import { CATALOG, page, pagesOf, predicted, threePages, withStreams, withTable } from './pdfFiles';

/** Pages in the tree of a PDF, whatever its root says, and the compression and predictors on the way. */

const latin = (text: string) => Buffer.from(text, 'latin1');

/** Branches of a tree below its root, each with this many pages. */
const branches = (sizes: number[], count: number): Record<number, string> => {
	const objects: Record<number, string> = { 1: CATALOG, 3: page };
	const names = sizes.map((_size, index) => index + 10);
	objects[2] = `<</Type /Pages /Kids [${names.map((name) => `${name} 0 R`).join(' ')}] /Count ${count}>>`;
	sizes.forEach((size, index) => {
		objects[names[index]] = `<</Type /Pages /Parent 2 0 R /Kids [${'3 0 R '.repeat(size)}] /Count ${size}>>`;
	});
	return objects;
};
const many = (pages: number, count: number) =>
	withTable(branches(Array(pages / 10).fill(10), count), { size: 20_000 });
const twoKids = '<</Type /Pages /Kids [3 0 R 4 0 R] /Count 301>>';

it.each<[string, Buffer, number | undefined]>([
	['fewer than its root says', withTable(threePages(400), { size: 500 }), 3],
	['more than its root says', many(400, 12), 400],
	['as many as its root does not say in a number', withTable(threePages('2 0 R')), 3],
	['those of branches', withTable(branches([3, 0, 2], 301), { size: 400 }), 5],
	[
		'those of a list that stands in an object of its own',
		withTable({ ...threePages(), 2: '<</Type /Pages /Kids 6 0 R /Count 9>>', 6: '[3 0 R 4 0 R]' }),
		2,
	],
	[
		'those of many packed objects',
		withStreams({ ...threePages(301), 2: twoKids } as Record<number, string>),
		2,
	],
	[
		'a page that does not say what it is',
		withTable({ ...threePages(400), 4: '<</Parent 2 0 R>>' }, { size: 500 }),
		3,
	],
	['no page, as one is missing', withTable({ 1: CATALOG, 2: twoKids, 3: page }, { size: 400 }), undefined],
	[
		'no page, as one is something else',
		withTable({ ...threePages(301), 4: '<</Type /Font>>' }, { size: 400 }),
		undefined,
	],
	[
		'no page, as its branches lead back',
		withTable({ ...threePages(301), 4: twoKids }, { size: 400 }),
		undefined,
	],
	[
		'no page, as its list is none',
		withTable({ ...threePages(), 2: '<</Type /Pages /Kids [3 4] /Count 301>>' }, { size: 400 }),
		undefined,
	],
	[
		'no page at all',
		withTable({ 1: CATALOG, 2: '<</Type /Pages /Kids [] /Count 301>>' }, { size: 400 }),
		undefined,
	],
	['more than are passed one by one, as the root says', many(5_000, 5_000), 5_000],
	['more than are passed one by one, and than the root says', many(5_000, 12), undefined],
])('are counted in the tree: %s', async (_what, bytes, pages) => {
	expect(await pagesOf(bytes)).toBe(pages);
});

it('are counted in few goes through a large file that is not in memory', async () => {
	const spread = Array.from(
		{ length: 60 },
		(_, at): Array<[number, string | { dictionary: string; content: Buffer }]> => [
			[10 + 2 * at, page],
			[11 + 2 * at, { dictionary: '<<>>', content: Buffer.alloc(70_000, 'x') }],
		],
	);
	const kids = Array.from({ length: 30 }, (_, at) => `${10 + 2 * at} 0 R ${70 + 2 * at} 0 R`);
	const root = `<</Type /Pages /Kids [${kids.join(' ')}] /Count 61>>`;
	const bytes = withTable({ 1: CATALOG, 2: root, ...Object.fromEntries(spread.flat()) });
	let openings = 0;
	const file = {
		sizeBytes: bytes.length,
		async *chunks() {
			openings += 1;
			for (let at = 0; at < bytes.length; at += 50_000) yield bytes.subarray(at, at + 50_000);
		},
	};
	expect(await inspect(file, 250, async () => {})).toMatchObject({ pages: 61 });
	expect(openings).toBeLessThan(8);
});

it.each<[string, number[]]>([
	['average', [3]],
	['Paeth', [4]],
	['all', [0, 1, 2, 3, 4]],
])('are read through a table with the PNG filter %s', async (_what, filters) => {
	const objects = { 1: CATALOG, 2: '<</Type /Pages /Count 42>>', 3: page, 4: page };
	expect(await pagesOf(withStreams(objects, 15, undefined, filters))).toBe(42);
	expect(await pagesOf(withStreams(objects, 15, undefined, [...filters, 5]))).toBeUndefined();
});

it.each([
	['one byte each', '', 1],
	['three', '/Colors 3', 3],
	['two of 16 bits', '/Colors 2 /BitsPerComponent 16', 4],
	['in a list', '', 1],
])('are read in a stream of objects with a predictor, pixels of %s', async (what, more, pixel) => {
	const texts = `1 0 2 ${CATALOG.length + 1} ${CATALOG} <</Type /Pages /Count 42>>`.padEnd(120);
	const rows = Array.from({ length: 10 }, (_, row) => latin(texts.slice(row * 12, row * 12 + 12)));
	const parameters = `<</Predictor 15 /Columns ${12 / pixel} ${more}>>`;
	const written = what === 'in a list' ? `[${parameters}]` : parameters;
	const first = texts.indexOf('<<');
	const packed = {
		dictionary: `<</Type /ObjStm /N 2 /First ${first} /Filter /FlateDecode /DecodeParms ${written} >>`,
		content: deflateSync(predicted(rows, [3, 4, 1, 2], pixel)),
	};
	expect(await pagesOf(withStreams({ 1: '', 2: '' }, 12, packed.content, [2], packed.dictionary))).toBe(42);
});

it('are read where names are written by codes', async () => {
	const objects = {
		1: '<</Ty#70e /C#61talog /Pa#67#65s 2 0 R>>',
		2: '<</#54#79#70#65 /Pa#67es /Cou#6et 2 /K#69ds [3 0 R 4 0 R]>>',
		3: '<</Type /P#61ge>>',
		4: page,
	};
	expect(await pagesOf(withTable(objects))).toBe(2);
	expect(await pagesOf(withStreams(objects))).toBe(2);
});
