/** PNGs of any colour type and depth, with each filter in turn. */
import { crc32, deflateSync } from 'node:zlib';

interface PngSample {
	color: 0 | 2 | 3 | 4 | 6;
	depth?: 1 | 2 | 4 | 8 | 16;
	/** Rows of pixels, each with its samples. */
	rows: number[][][];
	palette?: number[][];
	transparency?: Buffer;
	/** Instead of the compressed rows. */
	data?: Buffer;
	interlace?: number;
	/** Cuts the compressed rows into chunks of this size. */
	chunkBytes?: number;
	/** Of all rows; by default each in turn. */
	filter?: number;
	more?: Buffer[];
}

export function samplePngOf(sample: PngSample): Buffer {
	const { color, depth = 8, rows, palette, transparency, interlace = 0, more = [] } = sample;
	const header = Buffer.alloc(13);
	header.writeUInt32BE(rows[0].length, 0);
	header.writeUInt32BE(rows.length, 4);
	header.set([depth, color, 0, 0, interlace], 8);
	const data = sample.data ?? deflateSync(filtered(sample));
	const { chunkBytes = data.length } = sample;
	const pieces: Buffer[] = [];
	for (let at = 0; at < data.length; at += chunkBytes) pieces.push(data.subarray(at, at + chunkBytes));
	return Buffer.concat([
		Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
		pngChunk('IHDR', header),
		...more,
		...(palette ? [pngChunk('PLTE', Buffer.from(palette.flat()))] : []),
		...(transparency ? [pngChunk('tRNS', transparency)] : []),
		...pieces.map((piece) => pngChunk('IDAT', piece)),
		pngChunk('IEND', Buffer.alloc(0)),
	]);
}

export function pngChunk(type: string, data: Buffer): Buffer {
	const typed = Buffer.concat([Buffer.from(type, 'latin1'), data]);
	const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
	length.writeUInt32BE(data.length);
	check.writeUInt32BE(crc32(typed));
	return Buffer.concat([length, typed, check]);
}

/** The rows with their filters, computed pixel by pixel as the specification words it. */
export function filtered({ depth = 8, rows, filter }: PngSample): Buffer {
	const step = Math.max(1, Math.floor((rows[0][0].length * depth) / 8));
	const plain = rows.map((row) => packed(row.flat(), depth));
	return Buffer.concat(
		plain.map((bytes, y) => {
			const type = filter ?? y % 5;
			const byte = (x: number, line: number) => (x < 0 || line < 0 ? 0 : plain[line][x]);
			return Buffer.from([
				type,
				...[...bytes].map((value, x) => {
					const [a, b, c] = [byte(x - step, y), byte(x, y - 1), byte(x - step, y - 1)];
					const p = a + b - c;
					const nearest = [a, b, c].reduce((best, one) =>
						Math.abs(p - one) < Math.abs(p - best) ? one : best,
					);
					return (value - [0, a, b, Math.floor((a + b) / 2), nearest][type]) & 0xff;
				}),
			]);
		}),
	);
}

function packed(samples: number[], depth: number): Buffer {
	if (depth === 16) return Buffer.from(samples.flatMap((value) => [value >> 8, value & 0xff]));
	const bits = samples.map((value) => value.toString(2).padStart(depth, '0')).join('');
	return Buffer.from((bits.match(/.{1,8}/g) ?? []).map((byte) => Number.parseInt(byte.padEnd(8, '0'), 2)));
}
