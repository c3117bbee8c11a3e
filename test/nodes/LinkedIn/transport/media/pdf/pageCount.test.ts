import { deflateSync } from 'node:zlib';

import { inspect } from '../../../../../../nodes/LinkedIn/transport/media/inspect';
import { samplePdf } from '../../../../../simulator/sampleMedia';
import { CATALOG, page, pagesOf, threePages, withStreams, withTable } from './pdfFiles';

/** How many pages a PDF has by its own root, whatever else it contains; undefined if it isn't certain. */

const latin = (text: string) => Buffer.from(text, 'latin1');

const original = withTable(threePages());
const packed = withStreams({ 1: CATALOG, 2: '<</Type /Pages /Count 42>>' });
const fourPages = { 2: '<</Type /Pages /Kids [3 0 R 4 0 R 5 0 R 3 0 R] /Count 4 /Junk [<</Count 7>>]>>' };

it.each<[string, Buffer, number]>(
	[
		['the root', withTable(threePages()), 3],
		['a count that stands in an object of its own', withTable({ ...threePages('400 0 R'), 400: '3' }), 3],
		[
			'its own root, beside one that nothing uses',
			withTable({ ...threePages(), 500: '<</Type /Pages /Count 400>>' }),
			3,
		],
		[
			'its own root, beside a text about page trees',
			withTable({
				...threePages(),
				600: { dictionary: '<<>>', content: latin('BT (<< /Type /Pages /Kids [1 0 R] /Count 999 >>) Tj ET') },
			}),
			3,
		],
		[
			'a root with what is nested before its count',
			withTable({
				1: CATALOG,
				2: `<</Type /Pages /Resources <</Font <</F [<<>>]>>>> /T (\\) /Count 9 >>) /H <2F43> % /Count 8\n /Count 301>>`,
				400: 'null',
			}),
			301,
		],
		[
			'the update at its end',
			withTable(fourPages, {
				before: original,
				size: 6,
				trailer: `/Prev ${original.lastIndexOf('xref\n0 1')}`,
			}),
			4,
		],
		[
			'objects packed into streams',
			withStreams({ 1: CATALOG, 2: '<</Type /Pages /Count 42>>', 3: page }),
			42,
		],
		['a table without a predictor', withStreams({ 1: CATALOG, 2: '<</Type /Pages /Count 42>>' }, 1), 42],
		[
			'a stream beside the table',
			withTable(
				{ 3: page },
				{ before: packed, size: 102, trailer: `/XRefStm ${packed.indexOf('101 0 obj')}` },
			),
			42,
		],
		[
			'a file with other bytes before it',
			withTable(threePages(), { before: latin('\n\nMIME\n%PDF-1.4\n') }),
			3,
		],
		[
			'a file whose offsets count from its header',
			withTable(threePages(), { before: latin('junk\n%PDF-1.4\n'), base: 5 }),
			3,
		],
		['a file with other bytes behind it', withTable(threePages(), { after: ' '.repeat(2_000) }), 3],
		['a file without a table', samplePdf(301), 301],
		['a file whose table is elsewhere', withTable(threePages(), { startxref: 12 }), 3],
		[
			'the last object of a number, where the table is elsewhere',
			withTable(fourPages, { before: original, startxref: 12 }),
			4,
		],
		[
			'no stream, where the table is elsewhere',
			withTable(
				{
					...threePages(),
					6: { dictionary: '<<>>', content: latin('2 0 obj<</Type/Pages/Count 4>>endobj') },
				},
				{ startxref: 12 },
			),
			3,
		],
		[
			'a file without a trailer, by its catalog',
			latin(`%PDF-1.4\n1 0 obj${CATALOG}endobj 2 0 obj<</Type/Pages/Count 1>>endobj 3 0 obj${page}endobj`),
			1,
		],
		[
			'what lies across pieces of a large file',
			withTable(
				{ 7: { dictionary: '<<>>', content: Buffer.alloc(262_080, 'x') }, ...threePages() },
				{ startxref: 12 },
			),
			3,
		],
	].filter(([, , pages]) => !Number.isNaN(pages)) as Array<[string, Buffer, number]>,
)('are told by %s', async (_what, bytes, pages) => {
	expect(await pagesOf(bytes)).toBe(pages);
});

/** Ten kilobytes that expand to twenty megabytes. */
const bomb = deflateSync(Buffer.alloc(20 * 1_048_576, ' '));

it.each<[string, Buffer]>([
	[
		'a packed root longer than any that is read in one piece',
		withStreams({
			1: `<<${'/N 0'.repeat(70_000)}/Type /Catalog /Pages 2 0 R>>`,
			2: '<</Type /Pages /Count 42>>',
		}),
	],
	['a count beyond all its objects', withTable({ 1: CATALOG, 2: '<</Type /Pages /Count 400>>' })],
	['a root that is missing', withTable({ 3: page }, { size: 400 })],
	['a root that is something else', withTable({ 1: '<</Type /Font>>', 2: '<</Type /Pages /Count 1>>' })],
	['a count that refers to itself', withTable({ 1: CATALOG, 2: '<</Type /Pages /Count 2 0 R>>' })],
	[
		'a stream that is encrypted',
		withStreams({ 1: CATALOG, 2: '<</Type /Pages /Count 1>>' }, 12, latin('x'.repeat(99))),
	],
	['a stream of more than 16 MB', withStreams({ 1: CATALOG, 2: '<</Type /Pages /Count 1>>' }, 12, bomb)],
	['a predictor that is unknown', withStreams({ 1: CATALOG, 2: '<</Type /Pages /Count 1>>' }, 2)],
	[
		'a table that leads back to itself',
		withTable({ 3: page }, { trailer: '/Prev 54', before: latin('%PDF-\n') }),
	],
	['nothing', latin('%PDF-1.7')],
	['a cut dictionary', latin('%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R')],
])('are unknown with %s', async (_what, bytes) => {
	expect(await pagesOf(bytes)).toBeUndefined();
});

it('are not looked for without end: a chain of tables across a large file is left', async () => {
	let before = withTable(threePages());
	const first = before;
	let previous = first.lastIndexOf('xref\n0 1');
	for (let turn = 0; turn < 200; turn += 1) {
		const start = before.length;
		before = withTable({ 300: 'null' }, { before, size: 301, trailer: `/Prev ${previous}` });
		previous = before.indexOf('xref\n0 1', start);
	}
	let openings = 0;
	const file = {
		sizeBytes: before.length,
		async *chunks() {
			openings += 1;
			yield before;
		},
	};
	await inspect(file, 250, async () => {});
	expect(openings).toBeLessThan(30);
});

it.each<[string, Buffer, object]>([
	[
		'says so beside its table',
		withTable(threePages(), { trailer: '/Encrypt 9 0 R' }),
		{ pages: 3, isEncrypted: true },
	],
	[
		'says so, with a table that leads nowhere',
		withTable(threePages(), { trailer: '/Encrypt 9 0 R', startxref: 12 }),
		{ pages: 3, isEncrypted: true },
	],
	['only writes about it', withTable({ ...threePages(), 6: '(/Encrypt 9 0 R)' }), { pages: 3 }],
])('is encrypted where the file %s', async (_what, bytes, found) => {
	const file = {
		sizeBytes: bytes.length,
		chunks: async function* () {
			yield bytes;
		},
	};
	expect(await inspect(file, 250, async () => {})).toEqual({ type: 'pdf', ...found });
});
