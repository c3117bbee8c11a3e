/**
 * Length and dimensions of an MP4 whose header is at its start, as in files made for the web.
 * @see ISO/IEC 14496-12, 8.2.2 (mvhd), 8.3.2 (tkhd)
 */

export interface VideoHead {
	durationMs?: number;
	width?: number;
	height?: number;
}

/** Width and height are at the end of the track header, as numbers with 16 binary places. */
const TKHD_SIZE_AT = { 0: 76, 1: 88 } as const;

/**
 * @param head the first bytes of the file
 * @returns only what they say
 */
export function readVideoHead(head: Uint8Array): VideoHead {
	const bytes = Buffer.from(head.buffer, head.byteOffset, head.byteLength);
	const found: VideoHead = {};
	const movie = afterName(bytes, 'mvhd', 0);
	if (movie !== undefined && movie + 32 <= bytes.length) {
		const isLong = bytes[movie] === 1;
		const scale = bytes.readUInt32BE(movie + (isLong ? 20 : 12));
		const units = isLong ? Number(bytes.readBigUInt64BE(movie + 24)) : bytes.readUInt32BE(movie + 16);
		const isUnknown = units === 0 || units === 0xffff_ffff;
		if (scale > 0 && !isUnknown) found.durationMs = Math.round((units / scale) * 1000);
	}
	for (
		let track = afterName(bytes, 'tkhd', 0);
		track !== undefined;
		track = afterName(bytes, 'tkhd', track)
	) {
		const at = track + TKHD_SIZE_AT[bytes[track] === 1 ? 1 : 0];
		if (at + 8 > bytes.length) break;
		const width = bytes.readUInt32BE(at) / 65_536;
		const height = bytes.readUInt32BE(at + 4) / 65_536;
		if (width > 0 && height > 0) return { ...found, width, height };
	}
	return found;
}

function afterName(bytes: Buffer, name: string, from: number): number | undefined {
	const at = bytes.indexOf(name, from, 'latin1');
	return at < 0 ? undefined : at + name.length;
}
