import { deflateSync } from 'node:zlib';

import { readPageImage } from '../../../../../../nodes/LinkedIn/transport/media/carousel/pageImage';
import { imageFile, unhurried, WHITE } from './readers';
import { sampleJpeg, segment } from './sampleJpeg';
import { filtered, pngChunk, samplePngOf } from './samplePng';

/** What can't be a page, and what only looks like it. */

const blocks = [[[200, 100, 0]]];
const JPEG = sampleJpeg({ blocks });
const rows = Array.from({ length: 9 }, () => Array.from({ length: 9 }, () => [1, 2, 3, 4]));
const PNG = samplePngOf({ color: 6, rows });
const opaque = rows.map((row) => row.map((pixel) => pixel.slice(1)));
const OPAQUE = samplePngOf({ color: 2, rows: opaque });

const DAMAGED = 'is damaged or not complete';

/** The file with one byte changed. */
function changed(file: Buffer, at: number, value: number): Buffer {
	const copy = Buffer.from(file);
	copy[at] = value;
	return copy;
}

const withData = (data: Buffer) => samplePngOf({ color: 2, rows: opaque, data });
/** Bytes from the start of the file. */
const IN_PNG = { compression: 26, filter: 27, depth: 24, color: 25 };

function sized(file: Buffer, width: number, height: number): Buffer {
	const copy = Buffer.from(file);
	copy.writeUInt32BE(width, 16);
	copy.writeUInt32BE(height, 20);
	return copy;
}

const badFilter = filtered({ color: 2, rows: opaque });
badFilter[0] = 5;

const damaged = changed(OPAQUE, OPAQUE.length - 22, OPAQUE[OPAQUE.length - 22] ^ 1);

const REFUSED: Array<[what: string, file: Buffer, problem: string]> = [
	['a JPEG that ends within its head', JPEG.subarray(0, 60), DAMAGED],
	['a JPEG that ends within its pixels', JPEG.subarray(0, JPEG.length - 2), DAMAGED],
	['a JPEG without pixels', Buffer.from([0xff, 0xd8, 0xff, 0xd9]), DAMAGED],
	[
		'a JPEG whose segment has an impossible length',
		sampleJpeg({ blocks, before: Buffer.from([0xff, 0xe2, 0, 1]) }),
		DAMAGED,
	],
	['a JPEG without a size', changed(JPEG, JPEG.indexOf(Buffer.from([0xff, 0xc0])) + 8, 0), DAMAGED],
	[
		'a JPEG with arithmetic coding',
		sampleJpeg({ blocks, frame: 0xc9 }),
		"is a kind of JPG that a PDF can't contain",
	],
	['a lossless JPEG', sampleJpeg({ blocks, frame: 0xc3 }), "is a kind of JPG that a PDF can't contain"],
	['a JPEG with 12 bits', sampleJpeg({ blocks, bits: 12 }), "is a kind of JPG that a PDF can't contain"],
	[
		'a JPEG with two components',
		sampleJpeg({ blocks: [[[1, 2]]] }),
		"is a kind of JPG that a PDF can't contain",
	],
	[
		'an interlaced PNG',
		samplePngOf({ color: 6, rows, interlace: 1 }),
		'is an interlaced PNG, which PDF has no form for',
	],
	['a PNG that ends within its pixels', PNG.subarray(0, PNG.length - 20), DAMAGED],
	['an opaque PNG that ends within its pixels', OPAQUE.subarray(0, OPAQUE.length - 20), DAMAGED],
	['a PNG without its end', OPAQUE.subarray(0, OPAQUE.length - 12), DAMAGED],
	['a PNG without pixels', samplePngOf({ color: 2, rows: opaque, data: Buffer.alloc(0) }), DAMAGED],
	['a PNG whose pixels have a wrong checksum', damaged, DAMAGED],
	['a PNG whose pixels are not compressed', withData(Buffer.from('not compressed')), DAMAGED],
	['a PNG with too few rows', withData(deflateSync(Buffer.alloc(100))), DAMAGED],
	['a PNG with far too many rows', withData(deflateSync(Buffer.alloc(5_000_000))), DAMAGED],
	['a PNG with an unknown filter', withData(deflateSync(badFilter)), DAMAGED],
	['a PNG with an unknown compression', changed(PNG, IN_PNG.compression, 1), DAMAGED],
	['a PNG with an unknown filter method', changed(PNG, IN_PNG.filter, 1), DAMAGED],
	['a PNG with a depth that its colours do not have', changed(PNG, IN_PNG.depth, 4), DAMAGED],
	['a PNG with unknown colours', changed(PNG, IN_PNG.color, 5), DAMAGED],
	['a PNG with a palette but without one', samplePngOf({ color: 3, rows: [[[0]]] }), DAMAGED],
	[
		'a PNG whose palette is too large for its depth',
		samplePngOf({ color: 3, depth: 1, rows: [[[0]]], palette: Array(3).fill([1, 2, 3]) }),
		DAMAGED,
	],
	['a PNG whose palette is cut', samplePngOf({ color: 3, rows: [[[0]]], palette: [[1, 2]] }), DAMAGED],
	[
		'a PNG whose palette is huge',
		samplePngOf({ color: 3, rows: [[[0]]], palette: Array(300).fill([1, 2, 3]) }),
		DAMAGED,
	],
	[
		'a PNG whose head is not first',
		Buffer.concat([PNG.subarray(0, 8), pngChunk('tEXt', Buffer.alloc(3)), PNG.subarray(8)]),
		DAMAGED,
	],
	['a PNG with a chunk of an impossible length', changed(PNG, 33, 0xff), DAMAGED],
	['a PNG without width', sized(PNG, 0, 9), DAMAGED],
	[
		'a PNG that is too wide for a page',
		sized(PNG, 14_401, 1),
		'is 14401 × 1 pixels; a page of a PDF has at most 14,400 a side',
	],
];

test.each(REFUSED)('%s is refused', async (_, file, problem) => {
	for (const chunkBytes of [undefined, 7]) {
		const reading = readPageImage(imageFile(file, chunkBytes), WHITE, unhurried());
		await expect(reading).rejects.toMatchObject({
			name: 'UnfitImage',
			message: problem,
			advice: expect.stringMatching(/\.$/),
		});
	}
});

const exif = (...bytes: number[]) => segment(0xe1, Buffer.from([...Buffer.from('Exif\0\0'), ...bytes]));
/** Big-endian, with its entries from the eighth byte on. */
const BIG = [0x4d, 0x4d, 0, 42, 0, 0, 0, 8];

const ACCEPTED: Array<[what: string, file: Buffer, more: object]> = [
	[
		'a JPEG followed by other data',
		Buffer.concat([JPEG, Buffer.from('a film')]),
		{ lengthBytes: JPEG.length },
	],
	[
		'a JPEG with filled markers',
		sampleJpeg({ blocks, before: Buffer.from([0xff, 0xff, 0xff, 0xfe, 0, 2]) }),
		{},
	],
	['a JPEG with empty Exif', sampleJpeg({ blocks, before: exif() }), { orientation: 1 }],
	[
		'a JPEG whose Exif has no order',
		sampleJpeg({ blocks, before: exif(...Buffer.from('XX'), ...BIG.slice(2)) }),
		{ orientation: 1 },
	],
	[
		'a JPEG whose Exif points behind its end',
		sampleJpeg({ blocks, before: exif(...BIG.slice(0, 4), 0xff, 0xff, 0xff, 0xff) }),
		{ orientation: 1 },
	],
	[
		'a JPEG whose Exif promises more entries',
		sampleJpeg({ blocks, before: exif(...BIG, 0xff, 0xff, 1) }),
		{ orientation: 1 },
	],
	['a JPEG with an unknown orientation', sampleJpeg({ blocks, orientation: 9 }), { orientation: 1 }],
	[
		'a PNG with other chunks',
		samplePngOf({ color: 2, rows: opaque, more: [pngChunk('tEXt', Buffer.alloc(500))] }),
		{},
	],
	['a PNG in many chunks', samplePngOf({ color: 2, rows: opaque, chunkBytes: 1 }), {}],
	[
		'a PNG with a useless palette',
		samplePngOf({ color: 2, rows: opaque, palette: [[1, 2, 3]] }),
		{ width: 9 },
	],
];

test.each(ACCEPTED)('%s is accepted', async (_, file, more) => {
	for (const chunkBytes of [undefined, 7]) {
		const image = await readPageImage(imageFile(file, chunkBytes), WHITE, unhurried());
		expect(image).toMatchObject(more);
		let length = 0;
		for await (const chunk of image.data()) length += chunk.length;
		expect(length).toBe(image.lengthBytes);
	}
});

test('a PNG of more parts than any image has is refused', async () => {
	const more = new Array<Buffer>(140_000).fill(pngChunk('tEXt', Buffer.alloc(0)));
	const file = imageFile(samplePngOf({ color: 2, rows: opaque, more }));
	await expect(readPageImage(file, WHITE, unhurried())).rejects.toMatchObject({ message: DAMAGED });
});

test('the PDF says how colours are stored where a JPEG only hints at it', async () => {
	const entriesOf = async (more: object) => {
		const file = imageFile(sampleJpeg({ blocks, ...more }));
		return (await readPageImage(file, WHITE, unhurried())).entries;
	};
	const asItIs = '/ColorTransform 0';
	expect(await entriesOf({ names: 'RGB' })).toContain(asItIs);
	expect(await entriesOf({ names: 'RGB', hasJfif: true })).not.toContain(asItIs);
	expect(await entriesOf({ names: 'RGB', adobeTransform: 1 })).not.toContain(asItIs);
	expect(await entriesOf({})).not.toContain(asItIs);
});

test('JPEG and the pixels of an opaque PNG are unchanged', async () => {
	const jpeg = await readPageImage(imageFile(JPEG), WHITE, unhurried());
	expect(await bytesOf(jpeg.data())).toEqual(JPEG);
	const png = await readPageImage(imageFile(OPAQUE), WHITE, unhurried());
	expect(await bytesOf(png.data())).toEqual(deflateSync(filtered({ color: 2, rows: opaque })));
});

async function bytesOf(data: AsyncIterable<Uint8Array>): Promise<Buffer> {
	const chunks: Uint8Array[] = [];
	for await (const chunk of data) chunks.push(chunk);
	return Buffer.concat(chunks);
}
