import {
	pdfFileOf,
	type CarouselContent,
} from '../../../../../../../../nodes/LinkedIn/resources/community/post/create/carousel/pdfFile';
import type { BinaryFile } from '../../../../../../../../nodes/LinkedIn/transport/client/binary';
import type { StreamedBody } from '../../../../../../../../nodes/LinkedIn/transport/media/streamedBody';
import { sampleJpeg } from '../../../../../transport/media/carousel/sampleJpeg';

/** The file of a carousel that is uploaded, whose images are read again each time. */

const JPEG = sampleJpeg({ blocks: [[[120]]] });

/** @param contents of each opening; the last one counts for all that follow */
function image(property: string, ...contents: Buffer[]): CarouselContent['images'][number] {
	const file: BinaryFile = {
		property,
		fileName: undefined,
		sizeBytes: contents[0].length,
		key: contents[0].toString('hex'),
		async *chunks() {},
		open: async () => contents.shift() ?? JPEG,
	};
	return { kind: 'image', file, found: { type: 'jpeg' } };
}

const content = (...images: CarouselContent['images']): CarouselContent => ({
	images,
	altTexts: images.map(() => ''),
	title: 'Title',
	size: undefined,
	background: [255, 255, 255],
});

async function read(chunks: AsyncIterable<Uint8Array>): Promise<number> {
	let size = 0;
	for await (const chunk of chunks) size += chunk.length;
	return size;
}

it('is a PDF of as many pages, with the size it has', async () => {
	const { kind, found, file } = await pdfFileOf(content(image('a', JPEG), image('b', JPEG)));
	expect({ kind, found }).toEqual({ kind: 'document', found: { type: 'pdf', pages: 2 } });
	expect(await read((await file.open()) as AsyncIterable<Uint8Array>)).toBe(file.sizeBytes);
	expect(await read(file.chunks())).toBe(file.sizeBytes);
});

it.each([
	[['a', 'b'], 'a, b'],
	[['a', 'b', 'c', 'd', 'e'], 'a, b, c and 2 more'],
])('is called by its first binary fields: %j', async (properties, expected) => {
	const { file } = await pdfFileOf(content(...properties.map((property) => image(property, JPEG))));
	expect(file.property).toBe(expected);
});

it('has the same key only for the same images, look and texts', async () => {
	const other = sampleJpeg({ blocks: [[[121]]] });
	const base = content(image('a', JPEG), image('b', other));
	const contents = [
		base,
		content(image('c', JPEG), image('d', other)),
		content(image('a', other), image('b', JPEG)),
		{ ...base, title: 'Another' },
		{ ...base, altTexts: ['x', ''] },
		{ ...base, size: { width: 10, height: 10 } },
		{ ...base, background: [0, 0, 0] as const },
	];
	const keys: string[] = [];
	for (const one of contents) keys.push((await pdfFileOf(one)).file.key);
	expect(keys[1]).toBe(keys[0]);
	expect(new Set(keys).size).toBe(contents.length - 1);
});

it('names the image that changed before it was sent', async () => {
	const { file } = await pdfFileOf(content(image('a', JPEG), image('b', JPEG, JPEG.subarray(0, 30))));
	const problem = { name: 'InputError', message: 'The file in "b" changed while it was being read' };
	const body = (await file.open()) as StreamedBody;
	await expect(read(body)).rejects.toMatchObject(problem);
	expect(body.failure).toMatchObject(problem);
});
