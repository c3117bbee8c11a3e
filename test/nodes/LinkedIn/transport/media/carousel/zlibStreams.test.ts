import { deflateSync, inflateSync } from 'node:zlib';

import { deflated, inflated } from '../../../../../../nodes/LinkedIn/transport/media/carousel/zlibStreams';

/** Compression in chunks, and what happens if either end stops. */

const CHUNK_BYTES = 65_536;

/** Chunks of the bytes; says when it's closed. */
function chunksOf(bytes: Buffer, log: string[] = []) {
	return (async function* () {
		try {
			for (let at = 0; at < bytes.length; at += CHUNK_BYTES) {
				log.push('chunk');
				yield bytes.subarray(at, at + CHUNK_BYTES);
			}
		} finally {
			log.push('closed');
		}
	})();
}

async function read(data: AsyncIterable<Uint8Array>, mostBytes = Infinity): Promise<number> {
	let size = 0;
	for await (const chunk of data) {
		size += chunk.length;
		if (size > mostBytes) break;
	}
	return size;
}

const RANDOM = Buffer.from(Array.from({ length: 500_000 }, (_, at) => (at * at * 31) % 253));

it('compresses and decompresses', async () => {
	const chunks: Uint8Array[] = [];
	for await (const chunk of deflated(chunksOf(RANDOM))) chunks.push(chunk);
	expect(inflateSync(Buffer.concat(chunks)).equals(RANDOM)).toBe(true);
	await expect(read(inflated(chunksOf(deflateSync(RANDOM))))).resolves.toBe(RANDOM.length);
});

it('stops within megabytes of what expands to gigabytes, and closes the input', async () => {
	// 400 MB of zeros, compressed twice as much as they could be.
	const bomb = deflateSync(Buffer.alloc(400_000_000));
	const log: string[] = [];
	const before = process.memoryUsage().rss;
	await expect(read(inflated(chunksOf(bomb, log)), 1_000_000)).resolves.toBeLessThan(1_100_000);
	expect(process.memoryUsage().rss - before).toBeLessThan(64 * 1_048_576);
	expect(log.at(-1)).toBe('closed');
});

it.each([
	['cut', (bytes: Buffer) => bytes.subarray(0, 1000)],
	['no zlib data', () => Buffer.from('no zlib data at all')],
	['empty', () => Buffer.alloc(0)],
	[
		'with a wrong checksum',
		(bytes: Buffer) => Buffer.concat([bytes.subarray(0, -1), Buffer.from([(bytes.at(-1) ?? 0) ^ 1])]),
	],
])('refuses data that is damaged: %s', async (_, damage) => {
	const log: string[] = [];
	await expect(read(inflated(chunksOf(damage(deflateSync(RANDOM)), log)))).rejects.toMatchObject({
		message: 'is damaged or not complete',
	});
	expect(log.at(-1)).toBe('closed');
});

it.each([
	['decompressing', inflated],
	['compressing', deflated],
])('fails as its input does, when %s', async (_, stream) => {
	const failing = (async function* () {
		yield deflateSync(RANDOM).subarray(0, 1000);
		throw new Error('The file is gone');
	})();
	await expect(read(stream(failing))).rejects.toThrow('The file is gone');
});
