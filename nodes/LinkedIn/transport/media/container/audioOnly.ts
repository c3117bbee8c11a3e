/**
 * Whether an MP4 has sound and no picture, where its header stands at its beginning or its brand says so.
 * @see ISO/IEC 14496-12 §4.2 (boxes), §8.4.3 (hdlr)
 */

const AUDIO_BRANDS = ['M4A ', 'M4B ', 'F4A ', 'F4B '];

interface Box {
	type: string;
	start: number;
	end: number;
	/** Else it goes on behind what is there. */
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

/** @param head the first bytes of the file */
export function isAudioOnly(head: Buffer): boolean {
	const movie = firstIn(head, 'moov', { start: 0, end: head.length });
	if (!movie?.isWhole) return AUDIO_BRANDS.includes(head.toString('latin1', 8, 12));
	const handlers: string[] = [];
	for (const track of boxesIn(head, movie.start, movie.end)) {
		const media = track.type === 'trak' ? firstIn(head, 'mdia', track) : undefined;
		const handler = media && firstIn(head, 'hdlr', media);
		if (handler) handlers.push(head.toString('latin1', handler.start + 8, handler.start + 12));
	}
	return handlers.includes('soun') && !handlers.includes('vide');
}
