import { deflateSync } from 'node:zlib';

import { settled } from '../../../nodes/LinkedIn/transport/flow/settled';
import { readPageImage } from '../../../nodes/LinkedIn/transport/media/carousel/pageImage';
import { Slices } from '../../../nodes/LinkedIn/transport/media/slices';
import { segment } from '../../nodes/LinkedIn/transport/media/carousel/sampleJpeg';
import { pngChunk, samplePngOf } from '../../nodes/LinkedIn/transport/media/carousel/samplePng';
import { steepGrowth } from './measure';

/** The work on an image of a carousel is at most proportional to its size, and lets others work meanwhile. */

const SIZES = { from: 1_024, to: 1_048_576 };
/** Megabytes, for the pauses: fewer than one in half a megabyte would block n8n. */
const LONG = 8;

const PNG = samplePngOf({ color: 6, rows: [[[1, 2, 3, 4]]] });
const HEAD_BYTES = 33;
const head = PNG.subarray(0, HEAD_BYTES);
const nothing = Buffer.alloc(0);
const JPEG = Buffer.from([0xff, 0xd8]);
const SCAN = Buffer.concat([JPEG, segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0]))]);

/** A repeated piece after the beginning of a file. */
const FILES: Array<[name: string, type: 'jpeg' | 'png', start: Buffer, piece: Buffer]> = [
	['PNG of empty chunks', 'png', head, pngChunk('tEXt', nothing)],
	['PNG of palettes', 'png', head, pngChunk('PLTE', Buffer.from([1, 2, 3]))],
	['PNG of empty chunks of pixels', 'png', head, pngChunk('IDAT', nothing)],
	['PNG of chunks of a single byte', 'png', head, pngChunk('IDAT', Buffer.from([0x78]))],
	['PNG of chunks between its pixels', 'png', PNG.subarray(0, -12), pngChunk('tEXt', nothing)],
	['PNG of many images of pixels', 'png', head, pngChunk('IDAT', deflateSync(Buffer.alloc(5)))],
	['JPEG of FF', 'jpeg', JPEG, Buffer.from([0xff])],
	['JPEG of restarts', 'jpeg', JPEG, Buffer.from([0xff, 0xd0])],
	['JPEG of empty segments', 'jpeg', JPEG, segment(0xe2, nothing)],
	['JPEG of empty Exif', 'jpeg', JPEG, segment(0xe1, Buffer.from('Exif\0\0'))],
	['JPEG of scans', 'jpeg', JPEG, SCAN.subarray(2)],
	['JPEG of FF in its pixels', 'jpeg', SCAN, Buffer.from([0xff])],
	['JPEG of zeros after FF', 'jpeg', SCAN, Buffer.from([0xff, 0])],
];

const make = (start: Buffer, piece: Buffer, size: number) =>
	Buffer.concat([start, Buffer.alloc(size - (size % piece.length), piece)]);

const reading = (type: 'jpeg' | 'png', bytes: Buffer, pause: () => Promise<void>) =>
	settled(
		async () => await readPageImage({ type, open: async () => bytes }, [255, 255, 255], new Slices(pause)),
	);

it.each(FILES)('%s', async (_, type, start, piece) => {
	const growth = await steepGrowth((size) => {
		const bytes = make(start, piece, size);
		return async () => await reading(type, bytes, async () => {});
	}, SIZES);
	expect(growth).toBeUndefined();
});

/** The others are given up, because no image has as many parts. */
const READ_TO_THE_END = ['JPEG of FF', 'JPEG of FF in its pixels', 'JPEG of zeros after FF'];

it.each(FILES.filter(([name]) => READ_TO_THE_END.includes(name)))(
	'pauses all along %s',
	async (_, type, start, piece) => {
		let pauses = 0;
		const bytes = make(start, piece, LONG * 1_048_576);
		await reading(type, bytes, async () => void (pauses += 1));
		expect(pauses).toBeGreaterThanOrEqual(2 * LONG - 1);
	},
);

/** Tiny ones, of which a small file has many. */
const PARTS = 40_000;

it.each(FILES.filter(([, , , piece]) => piece.length > 2))(
	'pauses among many parts: %s',
	async (_, type, start, piece) => {
		let pauses = 0;
		await reading(type, make(start, piece, PARTS * piece.length), async () => void (pauses += 1));
		expect(pauses).toBeGreaterThan(PARTS / 1_000);
	},
);
