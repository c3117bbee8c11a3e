/**
 * JPEGs of any number of components, made of blocks of one colour each, whose colours come out exactly.
 * @see ITU-T T.81
 */

export const BLOCK = 8;

interface JpegSample {
	/** Rows of blocks, each with a value for each component, 0 to 255. */
	blocks: number[][][];
	/** Contents of Adobe's marker: 0 means RGB or CMYK, 1 YCbCr, 2 YCCK. */
	adobeTransform?: number;
	orientation?: number;
	isLittleEndian?: boolean;
	hasJfif?: boolean;
	/** Names of the components; by default 1, 2 and so on. */
	names?: string;
	/** After the start of image. */
	before?: Buffer;
	/** C0 is baseline. */
	frame?: number;
	bits?: number;
}

export function sampleJpeg(sample: JpegSample): Buffer {
	const { blocks, adobeTransform, orientation, hasJfif, before, frame = 0xc0, bits = 8 } = sample;
	const [height, width] = [blocks.length * BLOCK, blocks[0].length * BLOCK];
	const components = blocks[0][0].map((_, at) => sample.names?.charCodeAt(at) ?? at + 1);
	const size = Buffer.alloc(5);
	size[0] = bits;
	size.writeUInt16BE(height, 1);
	size.writeUInt16BE(width, 3);
	const adobe = Buffer.from([...Buffer.from('Adobe'), 0, 100, 0, 0, 0, 0, adobeTransform ?? 0]);
	return Buffer.concat([
		Buffer.from([0xff, 0xd8]),
		before ?? Buffer.alloc(0),
		hasJfif ? segment(0xe0, Buffer.from('JFIF\0\x01\x01\0\0\x01\0\x01\0\0', 'latin1')) : Buffer.alloc(0),
		orientation ? exif(orientation, sample.isLittleEndian ?? false) : Buffer.alloc(0),
		adobeTransform === undefined ? Buffer.alloc(0) : segment(0xee, adobe),
		// A factor of 8 for the mean, so that one step of it is one step of the value.
		segment(0xdb, Buffer.from([0, ...Array.from({ length: 64 }, () => 8)])),
		segment(
			frame,
			Buffer.concat([
				size,
				Buffer.from([components.length, ...components.flatMap((name) => [name, 0x11, 0])]),
			]),
		),
		// Means: twelve categories, each of four bits. Everything else: only the end of a block, of one bit.
		segment(0xc4, Buffer.from([0, 0, 0, 0, 12, ...new Array<number>(12).fill(0), ...Array(12).keys()])),
		segment(0xc4, Buffer.from([0x10, 1, ...new Array<number>(15).fill(0), 0])),
		segment(0xda, Buffer.from([components.length, ...components.flatMap((name) => [name, 0]), 0, 63, 0])),
		scan(blocks),
		Buffer.from([0xff, 0xd9]),
	]);
}

export function segment(marker: number, body: Buffer): Buffer {
	const head = Buffer.from([0xff, marker, 0, 0]);
	head.writeUInt16BE(body.length + 2, 2);
	return Buffer.concat([head, body]);
}

function exif(orientation: number, isLittleEndian: boolean): Buffer {
	const body = Buffer.alloc(6 + 8 + 2 + 12 + 4);
	body.write('Exif\0\0', 'latin1');
	const tiff = body.subarray(6);
	tiff.write(isLittleEndian ? 'II' : 'MM', 'latin1');
	const short = (value: number, at: number) =>
		isLittleEndian ? tiff.writeUInt16LE(value, at) : tiff.writeUInt16BE(value, at);
	const long = (value: number, at: number) =>
		isLittleEndian ? tiff.writeUInt32LE(value, at) : tiff.writeUInt32BE(value, at);
	short(42, 2);
	long(8, 4);
	short(1, 8);
	short(0x0112, 10);
	short(3, 12);
	long(1, 14);
	short(orientation, 18);
	return segment(0xe1, body);
}

/** Only the means of the blocks, as differences to the block before. */
function scan(blocks: number[][][]): Buffer {
	let bits = '';
	const before = blocks[0][0].map(() => 0);
	for (const block of blocks.flat()) {
		for (const [component, value] of block.entries()) {
			const mean = value - 128;
			const difference = mean - before[component];
			before[component] = mean;
			const category = difference === 0 ? 0 : Math.floor(Math.log2(Math.abs(difference))) + 1;
			bits += category.toString(2).padStart(4, '0');
			const code = difference < 0 ? difference + 2 ** category - 1 : difference;
			if (category > 0) bits += code.toString(2).padStart(category, '0');
			bits += '0';
		}
	}
	const bytes: number[] = [];
	for (let at = 0; at < bits.length; at += 8) {
		const byte = Number.parseInt(bits.slice(at, at + 8).padEnd(8, '1'), 2);
		bytes.push(byte, ...(byte === 0xff ? [0] : []));
	}
	return Buffer.from(bytes);
}

/** A grid of pixels in blocks, e.g. for `[[RED, GREEN], [BLUE, WHITE]]`: a corner each, four blocks wide and two high. */
export function corners([[a, b], [c, d]]: number[][][]): number[][][] {
	return [
		[a, a, b, b, b, b],
		[a, a, b, b, b, b],
		[c, c, d, d, d, d],
		[c, c, d, d, d, d],
	];
}
