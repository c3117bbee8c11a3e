import { crc32, deflateSync } from 'node:zlib';

/** Small valid files for tests that LinkedIn's processing accepts, of any size. */

/** A PNG of one colour. */
export function samplePng(width = 40, height = 30, [red, green, blue] = [11, 92, 173]): Buffer {
	const header = Buffer.alloc(13);
	header.writeUInt32BE(width, 0);
	header.writeUInt32BE(height, 4);
	header.set([8, 2, 0, 0, 0], 8);
	const row = Buffer.concat([Buffer.from([0]), Buffer.alloc(width * 3, Buffer.from([red, green, blue]))]);
	const pixels = deflateSync(Buffer.concat(Array.from({ length: height }, () => row)));
	return Buffer.concat([
		Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
		chunk('IHDR', header),
		chunk('IDAT', pixels),
		chunk('IEND', Buffer.alloc(0)),
	]);
}

/** The beginning of a PNG that claims a size; it can't be displayed. */
export function pngHead(width: number, height: number): Buffer {
	const bytes = samplePng(1, 1);
	bytes.writeUInt32BE(width, 16);
	bytes.writeUInt32BE(height, 20);
	return bytes;
}

function chunk(type: string, data: Buffer): Buffer {
	const typed = Buffer.concat([Buffer.from(type, 'latin1'), data]);
	const length = Buffer.alloc(4);
	length.writeUInt32BE(data.length);
	const check = Buffer.alloc(4);
	check.writeUInt32BE(crc32(typed));
	return Buffer.concat([length, typed, check]);
}

/** A GIF of one pixel with the given number of frames. */
export function sampleGif(frames = 1): Buffer {
	const screen = Buffer.from([...Buffer.from('GIF89a'), 1, 0, 1, 0, 0x80, 0, 0, 0, 0, 0, 255, 255, 255]);
	const frame = Buffer.from([0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0]);
	return Buffer.concat([screen, ...Array.from({ length: frames }, () => frame), Buffer.from([0x3b])]);
}

/** A JPEG's start of image and frame header. */
export function jpegHead(width: number, height: number): Buffer {
	const frame = Buffer.from([0xff, 0xc0, 0, 11, 8, 0, 0, 0, 0, 1, 1, 0x11, 0]);
	frame.writeUInt16BE(height, 5);
	frame.writeUInt16BE(width, 7);
	const app0 = Buffer.from([0xff, 0xe0, 0, 4, 0, 0]);
	return Buffer.concat([Buffer.from([0xff, 0xd8]), app0, frame, Buffer.from([0xff, 0xd9])]);
}

/** An MP4 of exactly `bytes` bytes: type box, movie header, and data that differs from part to part. */
export function sampleMp4(bytes = 100_000, durationMs = 5312): Buffer {
	const header = Buffer.alloc(108);
	header.writeUInt32BE(108, 0);
	header.write('mvhd', 4, 'latin1');
	header.writeUInt32BE(1000, 20);
	header.writeUInt32BE(durationMs, 24);
	const fixed = Buffer.concat([
		box('ftyp', Buffer.from('isom\0\0\x02\0isomiso2mp41', 'latin1')),
		box('moov', header),
	]);
	const data = Buffer.alloc(bytes - fixed.length - 8);
	for (let at = 0; at + 4 <= data.length; at += 4096) data.writeUInt32BE(at, at);
	return Buffer.concat([fixed, box('mdat', data)]);
}

function box(type: string, data: Buffer): Buffer {
	const head = Buffer.alloc(8);
	head.writeUInt32BE(data.length + 8);
	head.write(type, 4, 'latin1');
	return Buffer.concat([head, data]);
}

/** A PDF with the given number of empty pages. */
export function samplePdf(pages = 1): Buffer {
	const kids = Array.from({ length: pages }, (_, at) => `${at + 3} 0 R`).join(' ');
	const page = (at: number) => `${at + 3} 0 obj<</Type /Page /Parent 2 0 R /MediaBox [0 0 200 200]>>endobj\n`;
	return Buffer.from(
		'%PDF-1.4\n1 0 obj<</Type /Catalog /Pages 2 0 R>>endobj\n' +
			`2 0 obj<</Type /Pages /Kids [${kids}] /Count ${pages}>>endobj\n` +
			Array.from({ length: pages }, (_, at) => page(at)).join('') +
			'trailer<</Root 1 0 R>>\n%%EOF\n',
	);
}

export const SAMPLE_SRT = '1\n00:00:00,000 --> 00:00:02,000\nHello.\n';
