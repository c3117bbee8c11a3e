import { constants, deflateSync } from 'node:zlib';

import { sampleGif } from '../../simulator/sampleMedia';

/** Files that make a reader go back, or on and on: a repeated piece after the beginning of a file of its type. */

const latin = (text: string) => Buffer.from(text, 'latin1');

const PDF = '%PDF-1.4\n';
const GIF = sampleGif(0).subarray(0, -1);
const JPEG = latin('\xff\xd8\xff\xe0\0\x02');
const MP4 = latin('\0\0\0\x20ftypisom\0\0\0\0');

/** With sectors of 512 bytes. */
const OFFICE = Buffer.concat([
	latin('\xd0\xcf\x11\xe0'),
	Buffer.alloc(26),
	latin('\x09\0'),
	Buffer.alloc(16),
]);

const PIECES: Array<[start: string | Buffer, piece: string | Buffer, end?: string | Buffer]> = [
	['', '<!---->', 'x'],
	['', ' ', 'x'],
	['', '<?xml ?>', 'x'],
	['<!DOCTYPE', '<!DOCTYPE', 'x'],
	['<!--', '-- >', 'x'],
	[`${PDF}<<`, '/Linearized '],
	[`${PDF}<<`, '/N 1 '],
	[`${PDF}<<`, '/Type/Pages', '>>'],
	[PDF, '<<'],
	[PDF, '<</Type/Pages/Count 1>>'],
	[PDF, '['],
	[PDF, '('],
	[PDF, '1 0 obj'],
	[PDF, '1 0 obj<<', 'trailer<</Root 1 0 R>>'],
	[`${PDF}1 0 obj<<`, '/A ', '>>endobj trailer<</Root 1 0 R>>'],
	[`${PDF}1 0 obj<<`, '/A[', '>>endobj trailer<</Root 1 0 R>>'],
	[`${PDF}1 0 obj<</A `, '(', '>>endobj trailer<</Root 1 0 R>>'],
	[`${PDF}1 0 obj<</A `, '<', '>>endobj trailer<</Root 1 0 R>>'],
	[`${PDF}1 0 obj<</A `, '1 ', '>>endobj trailer<</Root 1 0 R>>'],
	[`${PDF}1 0 obj<</A `, '% ', '>>endobj trailer<</Root 1 0 R>>'],
	[PDF, '1 0 obj<</Type/Catalog>>'],
	[PDF, 'trailer<</Root 1 0 R>>'],
	[PDF, 'trailer<<'],
	[PDF, 'stream'],
	[PDF, '>>stream\n'],
	[PDF, '>>stream\nendstream '],
	[PDF, 'endobj '],
	[PDF, '0'],
	[PDF, '0 '],
	[PDF, '\n'],
	[`${PDF}xref\n`, '0 0\n', `startxref\n${PDF.length}\n`],
	[`${PDF}xref\n`, '0 1\n0000000000 65535 f \n', `trailer<</Root 1 0 R>>startxref\n${PDF.length}\n`],
	[`${PDF}1 0 obj<</W[1 1 1]/Index[`, '0 1 ', `]>>stream\nstartxref\n${PDF.length}\n`],
	[PDF, 'startxref\n9\n'],
	[PDF, `xref\n0 0\ntrailer<</Root 1 0 R/Prev ${PDF.length}>>`, `startxref\n${PDF.length}\n`],
	[GIF, Buffer.from([0x21, 0, 0])],
	[GIF, Buffer.from([0x21, 0, 1, 1, 0])],
	[Buffer.concat([GIF, Buffer.from([0x21, 0])]), Buffer.from([1, 0x21])],
	[GIF, Buffer.from([0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 0])],
	[Buffer.concat([GIF, Buffer.from([0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2])]), Buffer.alloc(256, 255)],
	[JPEG, Buffer.from([0xff])],
	[JPEG, Buffer.from([0xff, 0x01])],
	[JPEG, Buffer.from([0xff, 0xe0, 0, 0])],
	[MP4, 'tkhd'],
	[Buffer.concat([MP4, latin('\x7f\0\0\0moov')]), '\0\0\0\x08trak'],
	[MP4, '\0\0\0\x08moov'],
	['PK\x03\x04', 'PK\x05\x06'],
	['PK\x03\x04', 'PK\x01\x02'],
	['PK\x03\x04', Buffer.from('PK\x05\x06\0\0\0\0\xff\xff\xff\xff\xff\xff\x0f\0\x04\0\0\0\0\0', 'latin1')],
	[
		'PK\x03\x04',
		Buffer.concat([latin('PK\x01\x02'), Buffer.alloc(42)]),
		'PK\x05\x06\0\0\0\0\0\x40\0\x40\0\0\x0c\0\x04\0\0\0\0\0',
	],
	[Buffer.concat([OFFICE, Buffer.alloc(464)]), Buffer.alloc(4)],
	[Buffer.concat([OFFICE, Buffer.alloc(464)]), Buffer.from([0, 0, 0, 1])],
	[MP4, 'mvhd'],
	[MP4, 'tkhd\x01'],
];

export interface HostileFile {
	name: string;
	make: (sizeBytes: number) => Buffer;
}

const shown = (piece: string | Buffer) =>
	typeof piece === 'string' ? JSON.stringify(piece) : piece.toString('hex');
const bytesOf = (piece: string | Buffer) => (typeof piece === 'string' ? latin(piece) : piece);

export const hostileFiles: HostileFile[] = PIECES.map(([start, piece, end = '']) => ({
	name: `${shown(start)} ${shown(piece)}… ${shown(end)}`,
	make: (sizeBytes) => {
		const one = bytesOf(piece);
		const length = Math.max(1, Math.round(sizeBytes / one.length)) * one.length;
		return Buffer.concat([bytesOf(start), Buffer.alloc(length, one), bytesOf(end)]);
	},
}));

/** A PDF whose table is such a stream. */
function withTable(content: Buffer, more = ''): Buffer {
	return Buffer.concat([
		latin(
			`${PDF}1 0 obj<</Type/XRef/W[1 4 1]/Size 9/Root 1 0 R/Filter/FlateDecode/Length ${content.length}${more}>>\nstream\n`,
		),
		content,
		latin(`\nendstream endobj\nstartxref\n${PDF.length}\n%%EOF`),
	]);
}

const ZLIB = Buffer.from([0x78, 0x9c]);
const EMPTY_STORED = Buffer.from([0, 0, 0, 255, 255]);
const COLUMNS = '/DecodeParms<</Predictor 12/Columns 1>>';

hostileFiles.push(
	{ name: 'a table of zeros', make: (size) => withTable(deflateSync(Buffer.alloc(size * 8))) },
	{ name: 'a table of rows', make: (size) => withTable(deflateSync(Buffer.alloc(size * 8, 2)), COLUMNS) },
	{
		name: 'a table in its own code',
		make: (size) => withTable(deflateSync(Buffer.alloc(size, 'abc'), { strategy: constants.Z_HUFFMAN_ONLY })),
	},
	{
		name: 'a table of empty blocks',
		make: (size) => withTable(Buffer.concat([ZLIB, Buffer.alloc(Math.ceil(size / 5) * 5, EMPTY_STORED)])),
	},
	{
		// Ten bits each: the fixed code, and its end.
		name: 'a table of empty coded blocks',
		make: (size) =>
			withTable(
				Buffer.concat([ZLIB, Buffer.alloc(Math.ceil(size / 5) * 5, Buffer.from([2, 8, 32, 128, 0]))]),
			),
	},
);
