/**
 * How a camera was held, by a JPEG's Exif data.
 * @see Exif 2.32, 4.6.4 (Orientation)
 */

/** 1: upright; 2 to 4 mirrored, upside down or both; 5 to 8 lying on a side. */
export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

const TAG = 0x0112;
const SHORT = 3;
const ENTRY_BYTES = 12;
const HEADER_BYTES = 8;

/**
 * @param segment contents of an APP1 segment
 * @returns undefined if it isn't Exif or doesn't say
 */
export function orientationIn(segment: Buffer): Orientation | undefined {
	if (segment.toString('latin1', 0, 6) !== 'Exif\0\0') return undefined;
	const tiff = segment.subarray(6);
	const order = tiff.toString('latin1', 0, 2);
	if (tiff.length < HEADER_BYTES || (order !== 'II' && order !== 'MM')) return undefined;
	const isLittle = order === 'II';
	const short = (at: number) => (isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
	const start = isLittle ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
	if (start + 2 > tiff.length) return undefined;
	const entries = short(start);
	for (let index = 0; index < entries; index += 1) {
		const at = start + 2 + index * ENTRY_BYTES;
		if (at + ENTRY_BYTES > tiff.length) return undefined;
		if (short(at) !== TAG || short(at + 2) !== SHORT) continue;
		const value = short(at + 8);
		return value >= 1 && value <= 8 ? (value as Orientation) : undefined;
	}
	return undefined;
}

/** The image lies on a side, so width and height change places. */
export const isOnSide = (orientation: Orientation) => orientation >= 5;
