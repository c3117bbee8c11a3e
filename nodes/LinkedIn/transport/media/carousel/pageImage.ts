/** An image as a PDF contains it: JPEG and most PNG as they are, PNG with opacity put on a colour. */
import type { Slices } from '../slices';
import { ByteReader } from './byteReader';
import { flattened, flatPalette, RGB_BYTES, type Rgb } from './flatten';
import { UnfitImage, type ImageFile } from './imageFile';
import { readJpeg } from './jpeg';
import { isOnSide, type Orientation } from './orientation';
import { ColorType, pixelData, readPngHead, rowBytesOf, samplesOf, type PngHead } from './png';
import { rowsOf } from './rows';
import { deflated, inflated } from './zlibStreams';

export interface PageImage {
	/** Upright, in pixels. */
	width: number;
	height: number;
	orientation: Orientation;
	/** The entries of its dictionary in the PDF, but its length. */
	entries: string;
	lengthBytes: number;
	/** Exactly that many bytes, read from the file again. @throws UnfitImage if the file has changed */
	data(): AsyncIterable<Uint8Array>;
}

/**
 * Reads the image to its end, with the pixels of a PNG: a published post can't be repaired.
 * @param background transparent pixels are put on it
 * @throws UnfitImage, and what opening the file throws
 */
export async function readPageImage(file: ImageFile, background: Rgb, slices: Slices): Promise<PageImage> {
	const open = async () => await ByteReader.open(file, slices);
	const bytes = await open();
	try {
		return file.type === 'jpeg' ? await jpegImage(bytes, open) : await pngImage(bytes, open, background);
	} finally {
		await bytes.close();
	}
}

type Open = () => Promise<ByteReader>;

const COLOR_SPACES = { 1: 'Gray', 3: 'RGB', 4: 'CMYK' } as const;

async function jpegImage(bytes: ByteReader, open: Open): Promise<PageImage> {
	const jpeg = await readJpeg(bytes);
	const { width, height, orientation, lengthBytes } = jpeg;
	return {
		...(isOnSide(orientation) ? { width: height, height: width } : { width, height }),
		orientation,
		entries: [
			`/Width ${width} /Height ${height} /ColorSpace /Device${COLOR_SPACES[jpeg.components]}`,
			'/BitsPerComponent 8 /Filter /DCTDecode',
			...(jpeg.isInverted ? ['/Decode [1 0 1 0 1 0 1 0]'] : []),
			...(jpeg.isPlainRgb ? ['/DecodeParms << /ColorTransform 0 >>'] : []),
		].join(' '),
		lengthBytes,
		data: () => again(open, lengthBytes, (reopened) => upTo(reopened, lengthBytes)),
	};
}

async function pngImage(bytes: ByteReader, open: Open, background: Rgb): Promise<PageImage> {
	const head = await readPngHead(bytes);
	const dataOf = isKept(head) ? pixelData : flatData(background);
	const lengthBytes = isKept(head) ? await checkedLength(bytes, head) : await lengthOf(dataOf(bytes, head));
	const { width, height } = head;
	return {
		width,
		height,
		orientation: 1,
		entries: `/Width ${width} /Height ${height} ${isKept(head) ? keptEntries(head, background) : flatEntries(width)}`,
		lengthBytes,
		data: () =>
			again(open, lengthBytes, async function* (reopened) {
				yield* dataOf(reopened, await readPngHead(reopened));
			}),
	};
}

/** Without opacity in its pixels. In 16 bits a transparent colour isn't understood by all readers of PDF. */
function isKept({ color, depth, transparency }: PngHead): boolean {
	if (color === ColorType.GreyAlpha || color === ColorType.Rgba) return false;
	return depth < 16 || transparency === undefined;
}

const flatData = (background: Rgb) => (bytes: ByteReader, head: PngHead) =>
	deflated(
		flattened(rowsOf(inflated(pixelData(bytes, head)), rowBytesOf(head), head.height), head, background),
	);

/** @returns the length of the compressed pixels. @throws UnfitImage if they aren't those of the image */
async function checkedLength(bytes: ByteReader, head: PngHead): Promise<number> {
	let length = 0;
	const counted = async function* () {
		for await (const piece of pixelData(bytes, head)) {
			length += piece.length;
			yield piece;
		}
	};
	const rows = rowsOf(inflated(counted()), rowBytesOf(head), head.height);
	while (!(await rows.next()).done);
	return length;
}

async function lengthOf(data: AsyncIterable<Uint8Array>): Promise<number> {
	let length = 0;
	for await (const chunk of data) length += chunk.length;
	return length;
}

/** The length was announced, so neither more nor fewer bytes may be sent. */
async function* again(
	open: Open,
	length: number,
	read: (bytes: ByteReader) => AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
	const bytes = await open();
	let left = length;
	try {
		for await (const chunk of read(bytes)) {
			left -= chunk.length;
			if (left < 0) throw changed();
			yield chunk;
		}
		if (left > 0) throw changed();
	} finally {
		await bytes.close();
	}
}

function changed(): UnfitImage {
	return new UnfitImage(
		'changed while it was being read',
		'Run the workflow again from the step that creates the file.',
	);
}

async function* upTo(bytes: ByteReader, length: number): AsyncGenerator<Uint8Array> {
	while (bytes.position < length) {
		const piece = await bytes.some(length - bytes.position);
		if (!piece) return;
		yield piece;
	}
}

/** Rows keep the filters of PNG, which PDF knows. @see ISO 32000-1, 7.4.4.4 */
const predictor = (colors: number, depth: number, width: number) =>
	`/Filter /FlateDecode /DecodeParms << /Predictor 15 /Colors ${colors} /BitsPerComponent ${depth} /Columns ${width} >>`;

const flatEntries = (width: number) =>
	`/ColorSpace /DeviceRGB /BitsPerComponent 8 ${predictor(RGB_BYTES, 8, width)}`;

function keptEntries(head: PngHead, background: Rgb): string {
	const { width, depth, color } = head;
	return `${colorsOf(head, background)} /BitsPerComponent ${depth} ${predictor(samplesOf(color), depth, width)}`;
}

function colorsOf({ depth, color, palette, transparency }: PngHead, background: Rgb): string {
	if (palette) return indexed(flatPalette(palette, transparency, background));
	if (!transparency) return `/ColorSpace /Device${color === ColorType.Rgb ? 'RGB' : 'Gray'}`;
	const samples = Array.from({ length: samplesOf(color) }, (_, at) => transparency.readUInt16BE(2 * at));
	// The page behind shows through.
	if (color === ColorType.Rgb) {
		return `/ColorSpace /DeviceRGB /Mask [${samples.map((value) => `${value} ${value}`).join(' ')}]`;
	}
	const greys = Array.from({ length: 2 ** depth }, (_, grey) =>
		grey === samples[0] ? background : new Array<number>(RGB_BYTES).fill((grey * 255) / (2 ** depth - 1)),
	);
	return indexed(Buffer.from(greys.flat()));
}

const indexed = (palette: Buffer) =>
	`/ColorSpace [/Indexed /DeviceRGB ${palette.length / RGB_BYTES - 1} <${palette.toString('hex')}>]`;
