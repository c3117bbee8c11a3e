/**
 * Reads the chunks of a PNG: what a PDF needs to know of it, and its compressed pixels, which a PDF can contain unchanged.
 * @see https://www.w3.org/TR/png-3/#5Chunk-layout
 */
import type { ByteReader } from './byteReader';
import { checkSides, damaged, UnfitImage } from './imageFile';

export interface PngHead {
	width: number;
	height: number;
	/** Bits of a sample: 1, 2, 4, 8 or 16. */
	depth: number;
	color: ColorType;
	/** Red, green and blue of each entry; of images with a palette. */
	palette?: Buffer;
	/** Opacity of palette entries, or the one colour that is transparent, in 16 bits a sample. */
	transparency?: Buffer;
	/** Of the first chunk of pixels, which comes next. */
	firstPixelBytes: number;
}

export enum ColorType {
	Grey = 0,
	Rgb = 2,
	Palette = 3,
	GreyAlpha = 4,
	Rgba = 6,
}

const DEPTHS: Record<ColorType, number[]> = {
	[ColorType.Grey]: [1, 2, 4, 8, 16],
	[ColorType.Rgb]: [8, 16],
	[ColorType.Palette]: [1, 2, 4, 8],
	[ColorType.GreyAlpha]: [8, 16],
	[ColorType.Rgba]: [8, 16],
};

const SAMPLES: Record<ColorType, number> = {
	[ColorType.Grey]: 1,
	[ColorType.Rgb]: 3,
	[ColorType.Palette]: 1,
	[ColorType.GreyAlpha]: 2,
	[ColorType.Rgba]: 4,
};

const SIGNATURE_BYTES = 8;
const CHECKSUM_BYTES = 4;
const MOST_CHUNK_BYTES = 2 ** 31 - 1;
const MOST_PALETTE_BYTES = 3 * 256;

export const samplesOf = (color: ColorType) => SAMPLES[color];

/** Without the byte that names the row's filter. */
export const rowBytesOf = ({ width, depth, color }: Pick<PngHead, 'width' | 'depth' | 'color'>) =>
	Math.ceil((width * depth * SAMPLES[color]) / 8);

/**
 * Reads up to the pixels.
 * @param bytes at the start of the file
 * @throws UnfitImage
 */
export async function readPngHead(bytes: ByteReader): Promise<PngHead> {
	await bytes.skip(SIGNATURE_BYTES);
	const first = await nextChunk(bytes);
	const header = first.type === 'IHDR' && first.length === 13 ? await bytes.take(first.length) : undefined;
	if (!header) throw damaged();
	const head = described(header);
	await bytes.skip(CHECKSUM_BYTES);
	for (;;) {
		const { type, length } = await nextChunk(bytes);
		if (type === 'IDAT') return checked({ ...head, firstPixelBytes: length });
		if (type === 'IEND') throw damaged();
		if (type === 'PLTE' || type === 'tRNS') {
			const data = length <= MOST_PALETTE_BYTES ? await bytes.take(length) : undefined;
			if (!data) throw damaged();
			if (type === 'PLTE') head.palette = data;
			else head.transparency = data;
		} else if (!(await bytes.skip(length))) throw damaged();
		await bytes.skip(CHECKSUM_BYTES);
	}
}

/**
 * The compressed pixels, uncopied.
 * @param bytes after readPngHead
 * @throws UnfitImage if the file ends before its end chunk
 */
export async function* pixelData(
	bytes: ByteReader,
	{ firstPixelBytes }: PngHead,
): AsyncGenerator<Uint8Array> {
	for (let chunk = { type: 'IDAT', length: firstPixelBytes }; chunk.type !== 'IEND';) {
		if (chunk.type === 'IDAT') {
			for (let left = chunk.length; left > 0;) {
				const piece = await bytes.some(left);
				if (!piece) throw damaged();
				left -= piece.length;
				yield piece;
			}
		} else if (!(await bytes.skip(chunk.length))) throw damaged();
		await bytes.skip(CHECKSUM_BYTES);
		chunk = await nextChunk(bytes);
	}
}

function described(header: Buffer): Omit<PngHead, 'firstPixelBytes'> {
	const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
	const [depth, color, compression, filter, interlace] = header.subarray(8);
	const isKnown = DEPTHS[color as ColorType]?.includes(depth) && compression === 0 && filter === 0;
	if (!isKnown || interlace > 1) throw damaged();
	if (interlace === 1) {
		throw new UnfitImage(
			'is an interlaced PNG, which PDF has no form for',
			'Save it without interlacing (Adam7), or as JPG, e.g. with the Edit Image node.',
		);
	}
	checkSides(width, height);
	return { width, height, depth, color };
}

/** @throws UnfitImage if palette or transparency don't fit */
function checked(head: PngHead): PngHead {
	const { color, palette, transparency, depth } = head;
	if (color === ColorType.Palette) {
		const entries = (palette?.length ?? 0) / 3;
		if (entries < 1 || entries > 2 ** depth || !Number.isInteger(entries)) throw damaged();
		return head;
	}
	const isOneColor = transparency?.length === 2 * SAMPLES[color];
	const isKept = isOneColor && (color === ColorType.Grey || color === ColorType.Rgb);
	return { ...head, palette: undefined, transparency: isKept ? transparency : undefined };
}

async function nextChunk(bytes: ByteReader): Promise<{ type: string; length: number }> {
	const head = await bytes.take(8);
	const length = head?.readUInt32BE(0) ?? Infinity;
	if (!head || length > MOST_CHUNK_BYTES) throw damaged();
	return { type: head.toString('latin1', 4), length };
}
