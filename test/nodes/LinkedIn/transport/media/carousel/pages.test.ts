import {
	carouselOf,
	readWithPdfJs,
	renderWithPoppler,
	wherePopplerIs,
	type PdfJsPage,
	type Picture,
} from './readers';
import { BEHIND, SAMPLES, type Sample } from './samples';

/** All samples as pages of one PDF, as pdf.js and poppler read it. */

let pdf: Buffer;

beforeAll(async () => {
	pdf = await carouselOf(
		SAMPLES.map(({ file }) => file),
		{ background: BEHIND },
	);
});

/** The first pixel that differs, in words. */
function difference(
	{ width, height, pixels }: Picture,
	{ shown, tolerance = 0 }: Sample,
): string | undefined {
	if (width !== shown[0].length || height !== shown.length) return `${width} × ${height} pixels`;
	for (const [at, expected] of shown.flat().entries()) {
		// The page behind shows through.
		const pixel = pixels[at] ?? BEHIND;
		if (expected.every((value, channel) => Math.abs(value - pixel[channel]) <= tolerance + 0.5)) continue;
		return `pixel ${at} is ${String(pixel)} and not ${String(expected)}`;
	}
	return undefined;
}

describe('pdf.js reads', () => {
	let pages: PdfJsPage[];
	beforeAll(async () => ({ pages } = await readWithPdfJs(pdf)));

	test('a page for each image', () => expect(pages).toHaveLength(SAMPLES.length));

	test.each(SAMPLES.map((sample, index) => ({ ...sample, index })))('$name', ({ index, ...sample }) => {
		const { width, height, image } = pages[index];
		expect({ width, height }).toEqual({ width: sample.shown[0].length, height: sample.shown.length });
		if (!sample.isTurned) expect(difference(image, sample)).toBeUndefined();
	});
});

wherePopplerIs('poppler shows', () => {
	let pages: Picture[];
	beforeAll(async () => {
		pages = await renderWithPoppler(pdf);
	});

	test('a page for each image', () => expect(pages).toHaveLength(SAMPLES.length));

	test.each(SAMPLES.map((sample, index) => ({ ...sample, index })))('$name', ({ index, ...sample }) => {
		expect(difference(pages[index], sample)).toBeUndefined();
	});
});
