import { createReadStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';

import {
	binaryNames,
	openBinary,
	type BinaryFile,
} from '../../../../../nodes/LinkedIn/transport/client/binary';

/** What is read from a file, and whose memory it is. */

const CHUNK_BYTES = 131_072;
/** Two whole chunks and a short one, with different bytes at the same positions. */
const BYTES = Buffer.from(Array.from({ length: 2 * CHUNK_BYTES + 5 }, (_none, at) => (at * 31) % 251));

const folder = mkdtempSync(join(tmpdir(), 'binary-'));
const path = join(folder, 'file');
writeFileSync(path, BYTES);
afterAll(() => rmSync(folder, { recursive: true }));

type Host = Parameters<typeof openBinary>[0];

/** @param stored n8n's entry for the file: an id if it's in the store, otherwise the bytes themselves */
function fileOf(stored: { id: string } | { data: string }, stream?: () => Readable): Promise<BinaryFile> {
	const helpers = {
		assertBinaryData: () => ({ mimeType: 'video/mp4', ...stored }),
		getBinaryMetadata: async () => ({ fileSize: BYTES.length }),
		getBinaryStream: async () => stream?.(),
	};
	return openBinary({ helpers, getInputData: () => ({ json: {} }) } as unknown as Host, 'data', 'File');
}

const onDisk = () => createReadStream(path, { highWaterMark: CHUNK_BYTES });
/** A store that returns views of one piece of memory, in chunks of exactly this size. */
const shared = () =>
	Readable.from([0, 1, 2].map((part) => BYTES.subarray(part * CHUNK_BYTES, (part + 1) * CHUNK_BYTES)));
/** As from S3: each with its own memory, and another size. */
const small = () =>
	Readable.from([Uint8Array.from(BYTES.subarray(0, 65_536)), Uint8Array.from(BYTES.subarray(65_536))]);

describe.each<[string, () => Promise<BinaryFile>]>([
	['on the disk', () => fileOf({ id: 'filesystem-v2:1' }, onDisk)],
	['in a store that shares memory', () => fileOf({ id: 'database:1' }, shared)],
	['in a store with chunks of other sizes', () => fileOf({ id: 's3:1' }, small)],
	['in the item', () => fileOf({ data: BYTES.toString('base64') })],
])('a file %s', (_where, open) => {
	it('is read whole, twice', async () => {
		const file = await open();
		expect(file.sizeBytes).toBe(BYTES.length);
		for (const _time of [1, 2]) {
			const copies: Buffer[] = [];
			for await (const chunk of file.chunks()) copies.push(Buffer.from(chunk));
			expect(Buffer.concat(copies).equals(BYTES)).toBe(true);
		}
	});
});

describe('the memory of a chunk', () => {
	/** Node's own class, not that of the test's realm. */
	const prototype = Object.getPrototypeOf(Buffer.alloc(1).buffer) as { transfer?: () => void };
	const { transfer } = prototype;
	beforeAll(() => {
		// Node 20 lacks it; its effect on the old buffer can be simulated.
		prototype.transfer ??= function (this: ArrayBuffer) {
			structuredClone(this, { transfer: [this] });
		};
	});
	afterAll(() => {
		if (!transfer) delete prototype.transfer;
	});

	it.each<[string, () => Readable, number[]]>([
		['read for one stream alone is given back once the next is asked for', onDisk, [0, 0, 5]],
		['that shares it stays', shared, [CHUNK_BYTES, CHUNK_BYTES, 5]],
		['of another size stays', small, [65_536, BYTES.length - 65_536]],
	])('%s', async (_what, stream, left) => {
		const file = await fileOf({ id: 'filesystem-v2:1' }, stream);
		const chunks: Uint8Array[] = [];
		for await (const chunk of file.chunks()) chunks.push(chunk);
		expect(chunks.map(({ byteLength }) => byteLength)).toEqual(left);
	});
});

describe('a file in the item', () => {
	const large = Buffer.from(Array.from({ length: 1_500_000 }, (_none, at) => (at * 31) % 251));
	const base64 = large.toString('base64');

	it.each([
		['of several slices', base64, large],
		['whose last slice is padded', large.subarray(0, 786_434).toString('base64'), large.subarray(0, 786_434)],
		['with line breaks in it', base64.replace(/.{76}/g, '$&\r\n'), large],
		['that is empty', '', Buffer.alloc(0)],
	])('%s is decoded whole', async (_what, data, bytes) => {
		const file = await fileOf({ data });
		expect([file.sizeBytes, bytes.equals((await file.open()) as Buffer)]).toEqual([bytes.length, true]);
		for (const start of [0, 3, 65_535, Math.floor(bytes.length / 3) * 3, 3_000_000]) {
			const into = Buffer.alloc(999);
			const written = file.readInto?.(start, into);
			expect(into.subarray(0, written)).toEqual(bytes.subarray(start, start + into.length));
		}
	});

	it('lets others work meanwhile', async () => {
		let turns = 0;
		const counting = setInterval(() => (turns += 1), 0);
		await fileOf({ data: large.subarray(0, 1_200_000).toString('base64') });
		clearInterval(counting);
		expect(turns).toBeGreaterThan(1);
	});
});

describe('the names of the binary fields', () => {
	const file = { mimeType: 'image/png', data: '' };
	const inJson: Record<string, unknown> = { 'files[0]': file, 'files[1]': file, photo: file };
	const assertBinaryData = (path: string) => {
		if (!(path in inJson)) throw new Error('not a file');
		return inJson[path];
	};
	it.each<[string, object, string[]]>([
		['of an item without files', { json: { mimeType: 'image/png', note: { mimeType: 'x' } } }, []],
		['in the order of the item', { json: {}, binary: { z: file, a: file } }, ['z', 'a']],
		[
			'where n8n keeps files in the JSON',
			{ json: { photo: file, files: [file, file], other: { mimeType: 'image/png' }, size: 1, none: null } },
			['photo', 'files[0]', 'files[1]'],
		],
	])('%s', (_what, item, names) => {
		const host = { helpers: { assertBinaryData }, getInputData: () => item } as unknown as Host;
		expect(binaryNames(host)).toEqual(names);
	});
});
