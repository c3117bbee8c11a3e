/** Images of every form, with the pixels that people see. */
import { BLOCK, corners, sampleJpeg } from './sampleJpeg';
import { samplePngOf } from './samplePng';

export interface Sample {
	name: string;
	file: Buffer;
	/** Rows of pixels, upright and put on BEHIND. */
	shown: number[][][];
	/** How far a value may be off; not 0 where colours have to be converted. */
	tolerance?: number;
	/** It's turned, so pdf.js sees it before. */
	isTurned?: true;
}

/** What transparent pixels are put on. */
export const BEHIND = [200, 120, 40] as const;

const [RED, GREEN, BLUE, YELLOW] = [
	[255, 0, 0],
	[0, 255, 0],
	[0, 0, 255],
	[255, 255, 0],
];
const FOUR = [
	[RED, GREEN],
	[BLUE, YELLOW],
];

/** Each block as its pixels. */
function ofBlocks(blocks: number[][][]): number[][][] {
	return blocks.flatMap((row) =>
		Array.from({ length: BLOCK }, () =>
			row.flatMap((value) => Array.from({ length: BLOCK }, () => [...value])),
		),
	);
}

const shownCorners = ofBlocks(corners(FOUR));
const transposed = (rows: number[][][]) => rows[0].map((_, x) => rows.map((row) => row[x]));
const mirrored = (rows: number[][][]) => rows.map((row) => [...row].reverse());
const upended = (rows: number[][][]) => [...rows].reverse();

/** As Exif words it: where the first row and the first column are seen. */
const TURNED: Record<number, (rows: number[][][]) => number[][][]> = {
	1: (rows) => rows,
	2: mirrored,
	3: (rows) => upended(mirrored(rows)),
	4: upended,
	5: transposed,
	6: (rows) => mirrored(transposed(rows)),
	7: (rows) => upended(mirrored(transposed(rows))),
	8: (rows) => upended(transposed(rows)),
};

const map = (toValue: (rgb: number[]) => number[]) => corners(FOUR.map((row) => row.map(toValue)));
const ycc = ([r, g, b]: number[]) => {
	const y = 0.299 * r + 0.587 * g + 0.114 * b;
	return [y, 128 + (b - y) * 0.564, 128 + (r - y) * 0.713].map((v) =>
		Math.min(255, Math.max(0, Math.round(v))),
	);
};
const cmyk = ([r, g, b]: number[]) => [255 - r, 255 - g, 255 - b, 0];
const inverted = (values: number[]) => values.map((value) => 255 - value);

/** Conversion from CMYK differs from program to program. */
const CMYK_TOLERANCE = 110;

const jpegs: Sample[] = [
	{ name: 'JPEG in RGB by Adobe', file: sampleJpeg({ blocks: corners(FOUR), adobeTransform: 0 }) },
	{ name: 'JPEG in RGB by its names', file: sampleJpeg({ blocks: corners(FOUR), names: 'RGB' }) },
	{ name: 'JPEG in YCbCr', file: sampleJpeg({ blocks: map(ycc), hasJfif: true }), tolerance: 3 },
	{
		name: 'JPEG in YCbCr by Adobe',
		file: sampleJpeg({ blocks: map(ycc), adobeTransform: 1 }),
		tolerance: 3,
	},
	{ name: 'CMYK JPEG', file: sampleJpeg({ blocks: map(cmyk) }), tolerance: CMYK_TOLERANCE },
	{
		name: 'CMYK JPEG by Adobe, inverted',
		file: sampleJpeg({ blocks: map((rgb) => inverted(cmyk(rgb))), adobeTransform: 0 }),
		tolerance: CMYK_TOLERANCE,
	},
	{
		name: 'YCCK JPEG by Adobe, inverted',
		file: sampleJpeg({ blocks: map((rgb) => [...ycc(inverted(rgb)), 255]), adobeTransform: 2 }),
		tolerance: CMYK_TOLERANCE,
	},
].map((sample) => ({ shown: shownCorners, ...sample }));

const greyBlocks = corners([
	[[0], [90]],
	[[180], [255]],
]);
const grey: Sample = {
	name: 'grey JPEG',
	file: sampleJpeg({ blocks: greyBlocks }),
	shown: ofBlocks(greyBlocks).map((row) => row.map(([value]) => [value, value, value])),
};

const turned: Sample[] = Object.entries(TURNED).map(([orientation, turn]) => ({
	name: `JPEG with orientation ${orientation}`,
	file: sampleJpeg({
		blocks: corners(FOUR),
		adobeTransform: 0,
		orientation: Number(orientation),
		isLittleEndian: Number(orientation) % 2 === 0,
	}),
	shown: turn(shownCorners),
	...(orientation !== '1' && { isTurned: true as const }),
}));

/** A value for each sample of each pixel, of all sizes. */
const rowsOf = (samples: number, depth: number, width = 11, height = 10) =>
	Array.from({ length: height }, (_, y) =>
		Array.from({ length: width }, (__, x) =>
			Array.from(
				{ length: samples },
				(___, at) => (x * 7919 + y * 6007 + at * 4999 + x * y * 101) % 2 ** depth,
			),
		),
	);

const to8 = (value: number, depth: number) => (value * 255) / (2 ** depth - 1);
const onto = (value: number, behind: number, opacity: number) => value * opacity + behind * (1 - opacity);

const palette = Array.from({ length: 256 }, (_, at) => [at, 255 - at, (at * 3) % 256]);
const opacities = Buffer.from(Array.from({ length: 256 }, (_, at) => (at * 5) % 256));

function greyPng(depth: 1 | 2 | 4 | 8 | 16, isKeyed: boolean): Sample {
	const rows = rowsOf(1, depth);
	const key = rows[3][4][0];
	const transparency = Buffer.alloc(2);
	transparency.writeUInt16BE(key);
	return {
		name: `grey PNG, ${depth}-bit${isKeyed ? ', one transparent' : ''}`,
		file: samplePngOf({ color: 0, depth, rows, ...(isKeyed && { transparency }) }),
		shown: rows.map((row) =>
			row.map(([value]) =>
				isKeyed && value === key ? [...BEHIND] : new Array<number>(3).fill(to8(value, depth)),
			),
		),
		tolerance: 1,
	};
}

function palettePng(depth: 1 | 2 | 4 | 8, hasOpacity: boolean): Sample {
	const rows = rowsOf(1, depth);
	const colors = palette.slice(0, 2 ** depth);
	// Fewer than entries: the rest is opaque.
	const transparency = hasOpacity ? opacities.subarray(0, Math.max(1, 2 ** depth - 1)) : undefined;
	return {
		name: `PNG with a palette, ${depth}-bit${hasOpacity ? ', partly transparent' : ''}`,
		file: samplePngOf({ color: 3, depth, rows, palette: colors, transparency }),
		shown: rows.map((row) =>
			row.map(([index]) =>
				colors[index].map((value, at) => onto(value, BEHIND[at], (transparency?.[index] ?? 255) / 255)),
			),
		),
		tolerance: 1,
	};
}

function rgbPng(depth: 8 | 16, isKeyed: boolean): Sample {
	const rows = rowsOf(3, depth);
	const key = rows[3][4];
	const transparency = Buffer.alloc(6);
	for (const [at, value] of key.entries()) transparency.writeUInt16BE(value, 2 * at);
	return {
		name: `PNG in RGB, ${depth}-bit${isKeyed ? ', one transparent' : ''}`,
		file: samplePngOf({ color: 2, depth, rows, ...(isKeyed && { transparency }) }),
		shown: rows.map((row) =>
			row.map((pixel) =>
				isKeyed && String(pixel) === String(key) ? [...BEHIND] : pixel.map((value) => to8(value, depth)),
			),
		),
		tolerance: 1,
	};
}

function alphaPng(
	color: 4 | 6,
	depth: 8 | 16,
	name: string,
	wanted?: { opacity?: number; filter?: number },
): Sample {
	const rows = rowsOf(color === 6 ? 4 : 2, depth).map((row) =>
		row.map((pixel) => [...pixel.slice(0, -1), wanted?.opacity ?? pixel.at(-1) ?? 0]),
	);
	return {
		name,
		file: samplePngOf({ color, depth, rows, filter: wanted?.filter, chunkBytes: 50 }),
		shown: rows.map((row) =>
			row.map((pixel) =>
				BEHIND.map((behind, at) =>
					onto(to8(color === 6 ? pixel[at] : pixel[0], depth), behind, to8(pixel.at(-1) ?? 0, depth) / 255),
				),
			),
		),
		tolerance: 1,
	};
}

export const SAMPLES: Sample[] = [
	...jpegs,
	grey,
	...turned,
	...([1, 2, 4, 8, 16] as const).flatMap((depth) => [greyPng(depth, false), greyPng(depth, true)]),
	...([1, 2, 4, 8] as const).flatMap((depth) => [palettePng(depth, false), palettePng(depth, true)]),
	...([8, 16] as const).flatMap((depth) => [rgbPng(depth, false), rgbPng(depth, true)]),
	...([8, 16] as const).flatMap((depth) => [
		alphaPng(4, depth, `grey PNG with opacity, ${depth}-bit`),
		alphaPng(6, depth, `PNG in RGB with opacity, ${depth}-bit`),
	]),
	alphaPng(6, 8, 'opaque PNG with opacity', { opacity: 255 }),
	alphaPng(6, 8, 'PNG that is transparent as a whole', { opacity: 0 }),
	...[0, 1, 2, 3, 4].map((filter) =>
		alphaPng(6, 8, `PNG with opacity and only filter ${filter}`, { filter }),
	),
];
