import { fileTypeOf } from '../../../../../nodes/LinkedIn/transport/media/fileType';
import { GifFrames } from '../../../../../nodes/LinkedIn/transport/media/gifFrames';
import { inspect } from '../../../../../nodes/LinkedIn/transport/media/inspect';
import { jpegHead, sampleGif, sampleMp4, samplePdf, samplePng } from '../../../../simulator/sampleMedia';

/** What a file says about itself, whatever the sizes of its chunks. */

const latin = (text: string) => Buffer.from(text, 'latin1');
const box = (brand: string) => latin(`\0\0\0\x20ftyp${brand}\0\0\0\0`);

async function* inChunks(bytes: Buffer, size: number): AsyncGenerator<Uint8Array> {
	for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

const file = (bytes: Buffer, chunks: () => AsyncIterable<Uint8Array>) => ({
	sizeBytes: bytes.length,
	chunks,
});
const noPause = async () => {};

describe('the type', () => {
	it.each([
		['png', samplePng()],
		['jpeg', jpegHead(1, 1)],
		['gif', sampleGif()],
		['webp', latin('RIFF\0\0\0\0WEBPVP8 ')],
		['avi', latin('RIFF\0\0\0\0AVI LIST')],
		['bmp', latin('BM\0\0')],
		['tiff', latin('II*\0')],
		['webm', latin('\x1aE\xdf\xa3')],
		['office', latin('\xd0\xcf\x11\xe0\xa1\xb1')],
		['officeXml', latin('PK\x03\x04')],
		['mp4', box('isom')],
		['mov', box('qt  ')],
		['heic', box('heic')],
		['mp4', latin('\0\0\0\x08moov')],
		['pdf', samplePdf()],
		['pdf', latin('\n\n%PDF-1.7')],
		['svg', latin('<?xml version="1.0"?>\n<svg xmlns="">')],
		[undefined, latin('Hello')],
		[undefined, latin('')],
		[undefined, latin('RIFF\0\0\0\0WAVE')],
		['svg', latin('<!-- a --> <!-- <svg --><!DOCTYPE svg PUBLIC "x">\n<svg>')],
		[undefined, latin('<!-- <svg> -->')],
		[undefined, latin('<svgs>')],
		[undefined, latin(`${'<!---->'.repeat(400)}x`)],
	])('is %s by the first bytes', (type, bytes) => {
		expect(fileTypeOf(bytes)).toBe(type);
	});
});

/** A thumbnail's own frame header in the metadata isn't the picture's. */
const withMetadata = Buffer.concat([
	latin('\xff\xd8\xff\xe1'),
	Buffer.from([0, 2 + 300]),
	Buffer.alloc(300, 0),
	jpegHead(640, 480).subarray(2),
]);
withMetadata.writeUInt16BE(302, 4);
withMetadata.write('\xff\xc0\0\x0b\x08\0\x01\0\x01', 50, 'latin1');

const long = (bytes: Buffer) => Buffer.concat([bytes, Buffer.alloc(600_000)]);

describe.each([1, 7, 4096, 1_000_000])('in chunks of %d bytes', (size) => {
	it.each([
		['a PNG’s size', samplePng(40, 30), { type: 'png', width: 40, height: 30 }],
		['a JPEG’s size', jpegHead(1200, 627), { type: 'jpeg', width: 1200, height: 627 }],
		['a JPEG’s size after its metadata', withMetadata, { type: 'jpeg', width: 640, height: 480 }],
		['a GIF’s size and frames', sampleGif(251), { type: 'gif', width: 1, height: 1, frames: 251 }],
		['a PDF’s pages', samplePdf(301), { type: 'pdf', pages: 301 }],
		['an MP4’s length', sampleMp4(20_000, 2999), { type: 'mp4', durationMs: 2999 }],
		['nothing of an empty file', Buffer.alloc(0), { type: undefined }],
		['nothing of a cut PNG', samplePng().subarray(0, 12), { type: 'png' }],
		['nothing of a cut JPEG', jpegHead(9, 9).subarray(0, 8), { type: 'jpeg' }],
	])('finds %s', async (_what, bytes, found) => {
		const chunks = () => inChunks(bytes, size);
		expect(await inspect(file(bytes, chunks), 250, noPause)).toEqual(found);
	});
});

it('reads no further than the head of a PNG', async () => {
	let read = 0;
	async function* counted() {
		for await (const chunk of inChunks(long(samplePng(40, 30)), 65_536)) {
			read += chunk.length;
			yield chunk;
		}
	}
	await inspect(file(long(samplePng(40, 30)), counted), 250, noPause);
	expect(read).toBeLessThan(330_000);
});

it('counts the frames of a GIF with extensions and colour tables of its own', () => {
	const extension = Buffer.from([0x21, 0xf9, 4, 0, 10, 0, 0, 0]);
	const table = Buffer.from([0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0x80, 1, 2, 3, 4, 5, 6, 2, 2, 0x44, 1, 0]);
	const whole = sampleGif(1);
	const bytes = Buffer.concat([
		whole.subarray(0, -1),
		extension,
		table,
		extension,
		table,
		whole.subarray(-1),
	]);
	const counter = new GifFrames();
	for (const byte of bytes) counter.push(Buffer.from([byte]));
	expect(counter.frames).toBe(3);
});

it('leaves a GIF after one frame too many, however long it goes on', async () => {
	let read = 0;
	async function* endless() {
		yield sampleGif(0).subarray(0, -1);
		for (const frame = sampleGif(1).subarray(19, -1); ; read += 1) yield frame;
	}
	const gif = { sizeBytes: 1e9, chunks: endless };
	const found = await inspect(gif, 250, noPause);
	expect([found.frames, read < 30_000]).toEqual([251, true]);
});
