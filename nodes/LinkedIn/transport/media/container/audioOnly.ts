/**
 * Whether an MP4 has sound but no picture, by its header or otherwise its brand.
 * @see ISO/IEC 14496-12, 4.2 (boxes), 8.4.3 (hdlr)
 */

import type { ByteRanges } from '../byteRanges';

const AUDIO_BRANDS = ['M4A ', 'M4B ', 'F4A ', 'F4B '];

interface Box {
	type: string;
	start: number;
	end: number;
	/** Otherwise it's appended. */
	isWhole: boolean;
}

function* boxesIn(bytes: Buffer, from: number, to: number): Generator<Box> {
	for (let at = from; at + 8 <= to;) {
		const size = bytes.readUInt32BE(at);
		const isLong = size === 1 && at + 16 <= to;
		const length = isLong ? Number(bytes.readBigUInt64BE(at + 8)) : size;
		const headBytes = isLong ? 16 : 8;
		if (length < headBytes) return;
		yield {
			type: bytes.toString('latin1', at + 4, at + 8),
			start: at + headBytes,
			end: Math.min(at + length, to),
			isWhole: at + length <= to,
		};
		at += length;
	}
}

function firstIn(bytes: Buffer, type: string, { start, end }: Pick<Box, 'start' | 'end'>): Box | undefined {
	for (const box of boxesIn(bytes, start, end)) if (box.type === type) return box;
	return undefined;
}

/** A video has only a handful of boxes at the top level. */
const MOST_BOXES = 1_000;
/** The header of half an hour is far smaller. */
const LONGEST_MOVIE_BYTES = 4_194_304;
/** Larger than sound alone, and the end of a file may take long to reach. */
const LARGEST_FILE_BYTES = 104_857_600;

/**
 * The header of an MP4 (`moov`, including its own head), wherever it is: at the end if the file wasn't made for the
 * web.
 * @returns undefined if it isn't found, or the file is too large to look for it
 */
export async function movieIn(ranges: ByteRanges): Promise<Buffer | undefined> {
	if (ranges.sizeBytes > LARGEST_FILE_BYTES) return undefined;
	for (let at = 0, left = MOST_BOXES; left > 0; left -= 1) {
		const head = await ranges.read(at, 16);
		if (!head || head.length < 8) return undefined;
		const [size, type] = [head.readUInt32BE(), head.toString('latin1', 4, 8)];
		const isLong = size === 1 && head.length === 16;
		const length = isLong ? Number(head.readBigUInt64BE(8)) : size === 0 ? ranges.sizeBytes - at : size;
		if (length < (isLong ? 16 : 8)) return undefined;
		if (type === 'moov') {
			return length > LONGEST_MOVIE_BYTES ? undefined : await ranges.read(at, length);
		}
		at += length;
	}
	return undefined;
}

/**
 * @param brand from the file type box
 * @param header as movieIn finds it
 */
export function isAudioOnly(brand: string, header: Buffer | undefined): boolean {
	const movie = header && firstIn(header, 'moov', { start: 0, end: header.length });
	if (!header || !movie?.isWhole) return AUDIO_BRANDS.includes(brand);
	const handlers: string[] = [];
	for (const track of boxesIn(header, movie.start, movie.end)) {
		const media = track.type === 'trak' ? firstIn(header, 'mdia', track) : undefined;
		const handler = media && firstIn(header, 'hdlr', media);
		if (handler) handlers.push(header.toString('latin1', handler.start + 8, handler.start + 12));
	}
	return handlers.includes('soun') && !handlers.includes('vide');
}
