/** The size of a picture, from its first bytes. */
import type { FileType } from './fileType';

export interface Pixels {
	width: number;
	height: number;
}

/** Start of frame: C0 to CF without the tables DHT (C4), JPG (C8) and DAC (CC). */
const isStartOfFrame = (marker: number) =>
	marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

/** Markers without a length: TEM and RST0 to EOI. */
const hasNoLength = (marker: number) => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd9);

/**
 * @param head first bytes of the file; a JPEG's size comes after its metadata
 * @returns undefined if it isn't there
 */
export function pixelsOf(type: FileType | undefined, head: Uint8Array): Pixels | undefined {
	const bytes = Buffer.from(head.buffer, head.byteOffset, head.byteLength);
	if (type === 'png' && bytes.length >= 24 && bytes.toString('latin1', 12, 16) === 'IHDR') {
		return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
	}
	if (type === 'gif' && bytes.length >= 10) {
		return { width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8) };
	}
	return type === 'jpeg' ? jpegPixels(bytes) : undefined;
}

function jpegPixels(bytes: Buffer): Pixels | undefined {
	let at = 2;
	while (at + 9 <= bytes.length) {
		if (bytes[at] !== 0xff) return undefined;
		const marker = bytes[at + 1];
		if (marker === 0xff) {
			at += 1;
		} else if (hasNoLength(marker)) {
			at += 2;
		} else if (isStartOfFrame(marker)) {
			return { width: bytes.readUInt16BE(at + 7), height: bytes.readUInt16BE(at + 5) };
		} else {
			at += 2 + bytes.readUInt16BE(at + 2);
		}
	}
	return undefined;
}
