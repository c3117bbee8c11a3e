import { inspect } from '../../../nodes/LinkedIn/transport/media/inspect';
import { hostileFiles } from './hostileFiles';
import { steepGrowth } from './measure';

/** For every file, a reader's work is at most proportional to its size, and it lets others work meanwhile. */

const SIZES = { from: 256, to: 1_048_576 };
const CHUNK_BYTES = 131_072;

const fileOf = (bytes: Buffer) => ({
	sizeBytes: bytes.length,
	async *chunks() {
		for (let at = 0; at < bytes.length; at += CHUNK_BYTES) yield bytes.subarray(at, at + CHUNK_BYTES);
	},
});

it.each(hostileFiles.map(({ name, make }) => [name, make] as const))('%s', async (_name, make) => {
	const growth = await steepGrowth((size) => {
		const file = fileOf(make(size));
		return async () => await inspect(file, 250, async () => {});
	}, SIZES);
	expect(growth).toBeUndefined();
});

/** Read to the end, with only the pauses letting others work if the file is in memory. */
it.each(['"%PDF-1.4\\n" "1 0 obj"… ""', '47494638396101000100800000000000ffffff 210000… ""'])(
	'pauses all along %s',
	async (wanted) => {
		const [file] = hostileFiles.filter(({ name }) => name === wanted);
		let pauses = 0;
		await inspect(fileOf(file.make(8_388_608)), 250, async () => void (pauses += 1));
		expect(pauses).toBeGreaterThanOrEqual(15);
	},
);
