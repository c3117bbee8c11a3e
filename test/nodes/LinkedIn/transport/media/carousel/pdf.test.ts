import { pdfOf } from '../../../../../../nodes/LinkedIn/transport/media/carousel/pdf';
import { readPageImage } from '../../../../../../nodes/LinkedIn/transport/media/carousel/pageImage';
import {
	carouselOf,
	imageFile,
	readWithPdfJs,
	renderWithPoppler,
	unhurried,
	wherePopplerIs,
	WHITE,
} from './readers';
import { BLOCK, sampleJpeg } from './sampleJpeg';
import { samplePngOf } from './samplePng';

/** The PDF around the images: title, alt texts, sizes, and the colour around images of another shape. */

const RED = [200, 0, 0];
const BEHIND = [10, 102, 194] as const;

/** An image of one colour. */
const plain = (columns: number, rows: number, orientation?: number) =>
	sampleJpeg({
		blocks: Array.from({ length: rows }, () => Array.from({ length: columns }, () => RED)),
		adobeTransform: 0,
		orientation,
	});
const WIDE = plain(4, 2);

const SQUARE = { width: 64, height: 64 };

describe('the title and the alt texts', () => {
	it('are in the PDF, whatever their letters', async () => {
		const texts = ['Ein Fahrrad (rot) \\', '', '自転車 🚲'];
		const pdf = await carouselOf([WIDE, WIDE, WIDE], { title: 'Übersicht 🚲 )', altTexts: texts });
		const { title, pages } = await readWithPdfJs(pdf);
		expect(title).toBe('Übersicht 🚲 )');
		expect(pages.map(({ altTexts }) => altTexts)).toEqual([[texts[0]], [], [texts[2]]]);
	});

	it('leave no structure if there is none', async () => {
		const pdf = await carouselOf([WIDE, WIDE]);
		expect(pdf.includes('StructTreeRoot')).toBe(false);
		const { pages } = await readWithPdfJs(pdf);
		expect(pages.map(({ altTexts }) => altTexts)).toEqual([[], []]);
	});
});

describe('the size of a page', () => {
	it.each([
		['is that of its image', undefined, { width: 32, height: 16 }],
		['is the chosen one', SQUARE, SQUARE],
	])('%s', async (_, size, expected) => {
		const { pages } = await readWithPdfJs(await carouselOf([WIDE], { size }));
		expect(pages[0]).toMatchObject(expected);
	});

	it('is at least what PDF allows', async () => {
		const dot = samplePngOf({ color: 2, rows: [[[1, 2, 3]]] });
		const { pages } = await readWithPdfJs(await carouselOf([dot]));
		expect(pages[0]).toMatchObject({ width: 3, height: 3 });
	});
});

wherePopplerIs('an image of another shape than its page', () => {
	it.each([
		['a wide one', WIDE, { top: 16, left: 0 }],
		['a high one', plain(2, 4), { top: 0, left: 16 }],
		['one that is turned to be high', plain(4, 2, 6), { top: 0, left: 16 }],
		['a square one', plain(2, 2), { top: 0, left: 0 }],
	])('is fitted into its middle: %s', async (_, file, { top, left }) => {
		const pdf = await carouselOf([file], { size: SQUARE, background: BEHIND });
		const [{ pixels }] = await renderWithPoppler(pdf);
		const at = (x: number, y: number) => pixels[y * SQUARE.width + x];
		const shown = { inside: at(left + 1, top + 1), end: at(62 - left, 62 - top) };
		expect(shown).toEqual({ inside: RED, end: RED });
		const last = SQUARE.width - 1;
		const outside = [at(0, 0), at(last, 0), at(0, last), at(last, last)];
		expect(outside).toEqual(outside.map(() => (top + left > 0 ? [...BEHIND] : RED)));
		if (top > 0) expect([at(32, top - 2), at(32, 65 - top)]).toEqual([[...BEHIND], [...BEHIND]]);
		if (left > 0) expect([at(left - 2, 32), at(65 - left, 32)]).toEqual([[...BEHIND], [...BEHIND]]);
	});
});

it('is the same each time it is read', async () => {
	const translucent = samplePngOf({
		color: 6,
		rows: Array.from({ length: 300 }, (_, y) =>
			Array.from({ length: 300 }, (__, x) => [x % 256, y % 256, (x * y) % 256, (x + y) % 256]),
		),
	});
	const image = await readPageImage(imageFile(translucent, 1000), WHITE, unhurried());
	const pdf = pdfOf({ title: 'Title', pages: [{ image, altText: '' }], background: WHITE });
	const readings: Buffer[] = [];
	for (const _time of [1, 2]) {
		const chunks: Uint8Array[] = [];
		for await (const chunk of pdf.chunks()) chunks.push(chunk);
		readings.push(Buffer.concat(chunks));
	}
	expect(readings[0]).toHaveLength(pdf.sizeBytes);
	expect(readings[1].equals(readings[0])).toBe(true);
});

describe('an image that changes before it is sent', () => {
	it.each([
		['shorter', plain(1, 1)],
		['longer', plain(9, 9)],
		['gone', Buffer.alloc(0)],
	])('is noticed: %s', async (_, later) => {
		let content = WIDE;
		const file = { type: 'jpeg' as const, open: async () => content };
		const image = await readPageImage(file, WHITE, unhurried());
		content = later;
		const pdf = pdfOf({ title: 'Title', pages: [{ image, altText: '' }], background: WHITE });
		const read = async () => {
			let size = 0;
			for await (const chunk of pdf.chunks()) size += chunk.length;
			return size;
		};
		if (later.length > WIDE.length) {
			// As many bytes as announced are sent, which LinkedIn then can't process.
			await expect(read()).resolves.toBe(pdf.sizeBytes);
		} else {
			await expect(read()).rejects.toMatchObject({ message: 'changed while it was being read' });
		}
	});
});

it('closes every file it opens', async () => {
	let [opened, closed] = [0, 0];
	const open = async () => {
		opened += 1;
		return (async function* () {
			try {
				for (let at = 0; at < WIDE.length; at += BLOCK) yield WIDE.subarray(at, at + BLOCK);
			} finally {
				closed += 1;
			}
		})();
	};
	const image = await readPageImage({ type: 'jpeg', open }, WHITE, unhurried());
	const pdf = pdfOf({ title: 'Title', pages: [{ image, altText: '' }], background: WHITE });
	const reading = pdf.chunks();
	await reading.next();
	await reading.next();
	await reading.return(undefined);
	expect({ opened, closed }).toEqual({ opened: 2, closed: 2 });
});
