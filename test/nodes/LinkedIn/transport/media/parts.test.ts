import fc from 'fast-check';

import {
	cutParts,
	inParallel,
	partsProblem,
	type PartRange,
} from '../../../../../nodes/LinkedIn/transport/media/parts';

async function* inChunks(bytes: Buffer, sizes: number[]): AsyncGenerator<Uint8Array> {
	for (let at = 0, turn = 0; at < bytes.length; turn += 1) {
		const size = sizes[turn % sizes.length];
		yield bytes.subarray(at, at + size);
		at += size;
	}
}

const rangesOf = (lengths: number[]): PartRange[] => {
	let next = 0;
	return lengths.map((length) => {
		const firstByte = next;
		next += length;
		return { firstByte, lastByte: next - 1 };
	});
};

describe('cutting', () => {
	it('puts any chunks together to the parts LinkedIn named, in whatever order it names them', async () => {
		const lengths = fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 8 });
		await fc.assert(
			fc.asyncProperty(lengths, lengths, fc.integer({ min: 0, max: 9 }), async (parts, chunks, turn) => {
				const sorted = rangesOf(parts);
				const ranges = [...sorted.slice(turn % sorted.length), ...sorted.slice(0, turn % sorted.length)];
				const total = parts.reduce((sum, length) => sum + length, 0);
				// The last part may extend beyond the file.
				const bytes = Buffer.from(
					Array.from({ length: total - Math.floor((parts.at(-1) ?? 1) / 2) }, (_, at) => at),
				);
				expect(partsProblem(ranges, bytes.length)).toBeUndefined();
				for await (const part of cutParts(inChunks(bytes, chunks), ranges, bytes.length)) {
					const { firstByte, lastByte } = ranges[part.index];
					expect(part.bytes.equals(bytes.subarray(firstByte, lastByte + 1))).toBe(true);
					if (part.index % 2 === 0) part.release();
				}
			}),
		);
	});

	it('gives fewer parts where the file is shorter than said', async () => {
		const parts = [];
		const ranges = rangesOf([4, 4]);
		for await (const part of cutParts(inChunks(Buffer.alloc(6), [5]), ranges, 8)) parts.push(part.index);
		expect(parts).toEqual([0]);
	});

	it.each([
		[
			'a gap',
			[
				{ firstByte: 0, lastByte: 3 },
				{ firstByte: 5, lastByte: 9 },
			],
			/byte 4 is followed/,
		],
		[
			'an overlap',
			[
				{ firstByte: 0, lastByte: 4 },
				{ firstByte: 4, lastByte: 9 },
			],
			/byte 5 is followed/,
		],
		['an end too early', [{ firstByte: 0, lastByte: 8 }], /end at byte 9 of 10/],
		['no beginning', [{ firstByte: 1, lastByte: 9 }], /byte 0 is followed/],
		[
			'half a byte',
			[
				{ firstByte: 0, lastByte: 4.5 },
				{ firstByte: 5.5, lastByte: 9 },
			],
			/from byte 0 to byte 4.5/,
		],
		['a part that ends before it begins', [{ firstByte: 0, lastByte: -1 }], /from byte 0 to byte -1/],
		['a beginning before the file', [{ firstByte: -1, lastByte: 9 }], /from byte -1 to byte 9/],
		['no end', [{ firstByte: 0, lastByte: Number.POSITIVE_INFINITY }], /to byte Infinity/],
		['more bytes than can be counted', [{ firstByte: 0, lastByte: 2 ** 60 }], /to byte 1152921504606847000/],
	])('is refused for %s', (_what, ranges, problem) => {
		expect(partsProblem(ranges, 10)).toMatch(problem);
	});
});

describe('working in parallel', () => {
	it('does no more than the width at once, and all of it', async () => {
		let busy = 0;
		let most = 0;
		const done: number[] = [];
		await inParallel(
			Array.from({ length: 20 }, (_, index) => index),
			4,
			async (item) => {
				busy += 1;
				most = Math.max(most, busy);
				await new Promise((resolve) => setImmediate(resolve));
				busy -= 1;
				done.push(item);
			},
		);
		expect(most).toBe(4);
		expect(done.sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, index) => index));
	});

	it('begins nothing new after a failure, waits for what is on its way, and throws the first', async () => {
		const begun: number[] = [];
		let ended = 0;
		const work = async (item: number) => {
			begun.push(item);
			await new Promise((resolve) => setImmediate(resolve));
			ended += 1;
			if (item === 1) throw new Error('the first');
		};
		await expect(inParallel([0, 1, 2, 3, 4, 5, 6, 7], 2, work)).rejects.toThrow('the first');
		expect(begun.length).toBeLessThan(8);
		expect(ended).toBe(begun.length);
	});

	/** A source that records what was read from it and whether it was closed. */
	function watched(length: number, breaksAt = length) {
		const seen = { taken: 0, isClosed: false };
		async function* source() {
			try {
				for (; seen.taken < length;) {
					if (seen.taken === breaksAt) throw new Error('the source broke');
					seen.taken += 1;
					yield seen.taken;
				}
			} finally {
				seen.isClosed = true;
			}
		}
		return { seen, source: source() };
	}

	it('takes one more from the source while all places are taken, and no second', async () => {
		const { seen, source } = watched(10);
		const releases: Array<() => void> = [];
		const all = inParallel(source, 2, async () => await new Promise((resolve) => releases.push(resolve)));
		await new Promise((resolve) => setImmediate(resolve));
		expect([releases.length, seen.taken]).toEqual([2, 3]);
		while (seen.taken < 10 || releases.length > 0) {
			releases.shift()?.();
			await new Promise((resolve) => setImmediate(resolve));
		}
		await all;
	});

	it('closes the source after a failure', async () => {
		const { seen, source } = watched(10);
		const failing = inParallel(source, 2, async () => await Promise.reject(new Error('refused')));
		await expect(failing).rejects.toThrow('refused');
		expect(seen).toEqual({ taken: 2, isClosed: true });
	});

	it('finishes what is on its way when the source breaks, and says why it broke', async () => {
		const { source } = watched(10, 3);
		let done = 0;
		const broken = inParallel(source, 2, async () => {
			await new Promise((resolve) => setImmediate(resolve));
			done += 1;
		});
		await expect(broken).rejects.toThrow('the source broke');
		expect(done).toBe(3);
	});
});
