/** Files of realistic size for uploads. */
import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';

import { sampleMp4 } from '../simulator/sampleMedia';

const BYTES_PER_MB = 1_048_576;
const PHOTO_WIDTH = 2_000;
/** In RGB, and with opacity. */
const [BYTES_PER_PIXEL, BYTES_WITH_OPACITY] = [3, 4];

/**
 * Writes a PNG of noise, which can't be compressed.
 * @param hasOpacity whether each pixel has a degree of transparency
 * @returns its path
 */
export function writePhoto(folder: string, sizeMb: number, hasOpacity = false): string {
	const rowBytes = 1 + PHOTO_WIDTH * (hasOpacity ? BYTES_WITH_OPACITY : BYTES_PER_PIXEL);
	const height = Math.ceil((sizeMb * BYTES_PER_MB) / rowBytes);
	const pixels = randomBytes(height * rowBytes);
	// The first byte of a row is its filter; 0 means no filter.
	for (let row = 0; row < height; row += 1) pixels[row * rowBytes] = 0;
	const header = Buffer.alloc(13);
	header.writeUInt32BE(PHOTO_WIDTH, 0);
	header.writeUInt32BE(height, 4);
	header.set([8, hasOpacity ? 6 : 2, 0, 0, 0], 8);
	const file = join(folder, `photo-${sizeMb}mb${hasOpacity ? '-opacity' : ''}.png`);
	writeFileSync(
		file,
		Buffer.concat([
			Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
			chunk('IHDR', header),
			chunk('IDAT', deflateSync(pixels, { level: 0 })),
			chunk('IEND', Buffer.alloc(0)),
		]),
	);
	return file;
}

function chunk(type: string, data: Buffer): Buffer {
	const typed = Buffer.concat([Buffer.from(type, 'latin1'), data]);
	const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
	length.writeUInt32BE(data.length);
	check.writeUInt32BE(crc32(typed));
	return Buffer.concat([length, typed, check]);
}

/** Writes an MP4 that is a minute long. @returns its path and size */
export function writeVideo(folder: string, sizeMb: number): { file: string; sizeBytes: number } {
	const sizeBytes = sizeMb * BYTES_PER_MB;
	const file = join(folder, `video-${sizeMb}mb.mp4`);
	writeFileSync(file, sampleMp4(sizeBytes, 60_000));
	return { file, sizeBytes };
}
