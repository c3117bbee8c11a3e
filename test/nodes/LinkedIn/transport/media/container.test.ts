import { inspect, mediaTypeOf } from '../../../../../nodes/LinkedIn/transport/media/inspect';
import { steepGrowth } from '../../../../fuzz/growth/measure';
import { sampleMp4 } from '../../../../simulator/sampleMedia';
import { box, compound, zip } from './containerFiles';

/** Files with the same first bytes are distinguished by their contents, and accepted if it isn't certain. */

const noPause = async () => {};
const latin = (text: string) => Buffer.from(text, 'latin1');

async function typeFor(bytes: Buffer) {
	const file = {
		sizeBytes: bytes.length,
		async *chunks() {
			for (let at = 0; at < bytes.length; at += 1_000) yield bytes.subarray(at, at + 1_000);
		},
	};
	const { type } = await inspect(file, 250, noPause);
	expect((await mediaTypeOf(file, noPause)).type).toBe(type);
	return type;
}

const handler = (kind: string) =>
	box('hdlr', Buffer.concat([Buffer.alloc(8), latin(kind), Buffer.alloc(13)]));
const track = (kind: string) => box('trak', box('mdia', handler(kind)));
const mp4 = (brand: string, ...tracks: string[]) =>
	Buffer.concat([box('ftyp', latin(`${brand}\0\0\0\0`)), box('moov', Buffer.concat(tracks.map(track)))]);

const DATA_BYTES = 400_000;
const notForTheWeb = (brand: string, ...tracks: string[]) => {
	const [type, movie] = [mp4(brand).subarray(0, 16), mp4(brand, ...tracks).subarray(16)];
	return Buffer.concat([type, box('mdat', Buffer.alloc(DATA_BYTES)), movie]);
};
const notForTheWeb64 = (brand: string, ...tracks: string[]) => {
	const data = box('mdat', Buffer.alloc(DATA_BYTES + 8));
	data.writeUInt32BE(1);
	data.writeBigUInt64BE(BigInt(data.length), 8);
	const whole = mp4(brand, ...tracks);
	return Buffer.concat([whole.subarray(0, 16), data, whole.subarray(16)]);
};
const endless = () => {
	const data = box('mdat', mp4('mp42', 'soun').subarray(16));
	data.writeUInt32BE(0);
	return data;
};

it.each<[string, Buffer, string]>([
	['Word', zip('[Content_Types].xml', '_rels/.rels', 'word/document.xml'), 'officeXml'],
	['PowerPoint', zip('[Content_Types].xml', 'ppt/presentation.xml'), 'officeXml'],
	[
		'Word with a sheet in it',
		zip('[Content_Types].xml', 'xl/workbook.xml', 'word/document.xml'),
		'officeXml',
	],
	['Office with names of its own', zip('[Content_Types].xml', 'main.xml'), 'officeXml'],
	['Excel', zip('[Content_Types].xml', 'xl/workbook.xml'), 'excel'],
	['Excel with strokes of Windows', zip('[Content_Types].xml', 'xl\\workbook.xml'), 'excel'],
	['Visio', zip('[Content_Types].xml', 'visio/document.xml'), 'visio'],
	['Keynote', zip('Index/Document.iwa', 'preview.jpg'), 'iWork'],
	['Pages with an inner archive', zip('Index.zip', 'preview.jpg'), 'iWork'],
	['older Keynote', zip('index.apxl.gz', 'buildVersionHistory.plist'), 'iWork'],
	['OpenDocument', zip('mimetype', 'content.xml', 'META-INF/manifest.xml'), 'openDocument'],
	['EPUB', zip('mimetype', 'META-INF/container.xml'), 'epub'],
	['an archive of anything', zip('a.txt'), 'zip'],
	['a cut archive', zip('xl/workbook.xml').subarray(0, -30), 'officeXml'],
	[
		'a directory that is elsewhere',
		Buffer.concat([latin('PK\x03\x04'), zip('xl/workbook.xml')]),
		'officeXml',
	],
	['an archive without an end', latin('PK\x03\x04'), 'officeXml'],
	['older Word', compound('WordDocument', '1Table'), 'office'],
	['older Word with a sheet in it', compound('Workbook', 'a', 'b', 'c', 'd', 'WordDocument'), 'office'],
	['older PowerPoint', compound('PowerPoint Document', 'Current User'), 'office'],
	['older Excel', compound('Workbook'), 'excel'],
	['oldest Excel, far behind', compound('a', 'b', 'c', 'd', 'e', 'Book'), 'excel'],
	['older Visio', compound('VisioDocument'), 'visio'],
	['an unknown Office file', compound('EncryptedPackage'), 'office'],
	['a cut Office file', compound('Workbook').subarray(0, 1_100), 'office'],
	['a video', mp4('isom', 'soun', 'vide'), 'mp4'],
	['sound alone', mp4('isom', 'soun'), 'm4a'],
	['a video under the brand of sound', mp4('M4A ', 'vide', 'soun'), 'mp4'],
	['the brand of sound, header at the end', box('ftyp', latin('M4A \0\0\0\0')), 'm4a'],
	['sound alone, header behind the data', notForTheWeb('mp42', 'soun'), 'm4a'],
	['a video, header behind the data', notForTheWeb('mp42', 'soun', 'vide'), 'mp4'],
	['a video under the brand of sound, header behind the data', notForTheWeb('M4A ', 'vide'), 'mp4'],
	['sound alone, behind data of a 64-bit size', notForTheWeb64('mp42', 'soun'), 'm4a'],
	['data that go to the end', Buffer.concat([mp4('mp42').subarray(0, 16), endless()]), 'mp4'],
	['a header that goes on', mp4('isom', 'soun').subarray(0, -1), 'mp4'],
	['a video that names no track', sampleMp4(80_000), 'mp4'],
])('%s', async (_what, bytes, type) => {
	expect(await typeFor(bytes)).toBe(type);
});

it('goes through boxes that overlap only once', async () => {
	const inner = box('mdia', Buffer.alloc(0));
	inner.writeUInt32BE(0x7fff_ffff);
	const withBoxes = (count: number) => {
		const boxes = Buffer.concat(Array.from({ length: count }, () => box('trak', inner)));
		return Buffer.concat([box('ftyp', latin('isom\0\0\0\0')), box('moov', boxes)]);
	};
	expect(await typeFor(withBoxes(10_000))).toBe('mp4');
	const growth = await steepGrowth(
		(count) => {
			const bytes = withBoxes(count);
			return async () => await typeFor(bytes);
		},
		{ from: 256, to: 16_384 },
	);
	expect(growth).toBeUndefined();
});
