/** Puts a PNG with transparent pixels on a colour, row by row. */
import { ColorType, rowBytesOf, samplesOf, type PngHead } from './png';
import { filterRow, unfilter } from './rows';

/** Red, green and blue, each 0 to 255. */
export type Rgb = readonly [red: number, green: number, blue: number];

export const RGB_BYTES = 3;
const MOST_8_BITS = 255;
const MOST_16_BITS = 65_535;
/** From 8 to 16 bits. */
const WIDENING = 257;
/** Enough that each chunk to compress is worth its way. */
const BLOCK_BYTES = 65_536;

/**
 * @param rows with their filter's byte, see rowsOf
 * @returns blocks of rows of 8-bit RGB with their filter's byte, always cut the same; they stay valid
 */
export async function* flattened(
	rows: AsyncIterable<Buffer>,
	head: PngHead,
	background: Rgb,
): AsyncGenerator<Buffer> {
	const pixel = (samplesOf(head.color) * head.depth) / 8;
	const toRgb = head.color === ColorType.Rgba && head.depth === 8 ? rgbaToRgb : wideToRgb(head);
	const rgbBytes = head.width * RGB_BYTES;
	const rowsABlock = Math.max(1, Math.floor(BLOCK_BYTES / (1 + rgbBytes)));
	const above = Buffer.alloc(rowBytesOf(head));
	let rgbAbove = Buffer.alloc(rgbBytes);
	let rgb = Buffer.alloc(rgbBytes);
	let left = head.height;
	let block = Buffer.alloc(0);
	let filled = 0;
	for await (const row of rows) {
		if (filled === block.length) {
			block = Buffer.alloc(Math.min(rowsABlock, left) * (1 + rgbBytes));
			filled = 0;
		}
		const plain = row.subarray(1);
		unfilter(row[0], plain, above, pixel);
		toRgb(plain, rgb, background);
		// What predicted the samples with opacity well predicts those without it too.
		block[filled] = row[0];
		filterRow(row[0], rgb, rgbAbove, RGB_BYTES, block.subarray(filled + 1, filled + 1 + rgbBytes));
		filled += 1 + rgbBytes;
		left -= 1;
		plain.copy(above);
		[rgb, rgbAbove] = [rgbAbove, rgb];
		if (filled === block.length) yield block;
	}
}

/** The palette with transparent entries put on the colour. */
export function flatPalette(palette: Buffer, opacity: Buffer | undefined, background: Rgb): Buffer {
	return Buffer.from(
		palette.map((value, at) => {
			const index = Math.floor(at / RGB_BYTES);
			const alpha = opacity && index < opacity.length ? opacity[index] : MOST_8_BITS;
			return mixed(value, background[at % RGB_BYTES], alpha);
		}),
	);
}

const mixed = (value: number, behind: number, alpha: number) =>
	Math.floor((value * alpha + behind * (MOST_8_BITS - alpha)) / MOST_8_BITS + 0.5);

type ToRgb = (plain: Buffer, into: Buffer, background: Rgb) => void;

const rgbaToRgb: ToRgb = (plain, into, [red, green, blue]) => {
	for (let from = 0, to = 0; from < plain.length; from += 4, to += RGB_BYTES) {
		const alpha = plain[from + 3];
		if (alpha === MOST_8_BITS) {
			into[to] = plain[from];
			into[to + 1] = plain[from + 1];
			into[to + 2] = plain[from + 2];
			continue;
		}
		into[to] = mixed(plain[from], red, alpha);
		into[to + 1] = mixed(plain[from + 1], green, alpha);
		into[to + 2] = mixed(plain[from + 2], blue, alpha);
	}
};

/** The rarer forms, computed with 16 bits. */
function wideToRgb({ color, depth, transparency }: PngHead): ToRgb {
	const samples = samplesOf(color);
	const isGrey = color === ColorType.Grey || color === ColorType.GreyAlpha;
	const hasAlpha = color === ColorType.GreyAlpha || color === ColorType.Rgba;
	const colors = isGrey ? 1 : RGB_BYTES;
	return (plain, into, background) => {
		const sample = (at: number) => (depth === 8 ? plain[at] * WIDENING : plain.readUInt16BE(2 * at));
		for (let pixel = 0; pixel * RGB_BYTES < into.length; pixel += 1) {
			const at = pixel * samples;
			const alpha = hasAlpha ? sample(at + colors) : isKey(at) ? 0 : MOST_16_BITS;
			for (let channel = 0; channel < RGB_BYTES; channel += 1) {
				const value = sample(at + (isGrey ? 0 : channel));
				const behind = background[channel] * WIDENING * (MOST_16_BITS - alpha);
				into[pixel * RGB_BYTES + channel] = Math.round((value * alpha + behind) / MOST_16_BITS / WIDENING);
			}
		}
		function isKey(at: number): boolean {
			for (let channel = 0; channel < colors; channel += 1) {
				if (sample(at + channel) !== transparency?.readUInt16BE(2 * channel)) return false;
			}
			return true;
		}
	};
}
