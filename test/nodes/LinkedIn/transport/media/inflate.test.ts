import fc from 'fast-check';
import { constants, deflateSync } from 'node:zlib';

import { inflating } from '../../../../../nodes/LinkedIn/transport/media/inflate';

/** The reverse of Node's zlib, which n8n doesn't offer to nodes. */

const MOST_BYTES = 1_048_576;

function inflated(input: Uint8Array, mostBytes = MOST_BYTES): { bytes: Buffer | undefined; work: number[] } {
	const steady = inflating(input, mostBytes);
	const work: number[] = [];
	for (;;) {
		const step = steady.next();
		if (step.done) return { bytes: step.value, work };
		work.push(step.value);
	}
}

const { Z_DEFAULT_STRATEGY, Z_FILTERED, Z_HUFFMAN_ONLY, Z_RLE, Z_FIXED } = constants;

describe('gives back what zlib was given', () => {
	/** Runs, repeats near and far, and noise. */
	const content = fc
		.array(
			fc.oneof(
				fc.uint8Array({ maxLength: 300 }),
				fc.tuple(fc.nat(255), fc.nat(3_000)).map(([byte, length]) => new Uint8Array(length).fill(byte)),
				fc.constant(Buffer.from('the quick brown fox jumps over the lazy dog')),
			),
			{ maxLength: 40 },
		)
		.map((pieces) => Buffer.concat(pieces));

	test.each([
		['stored', { level: 0 }],
		['fast', { level: 1 }],
		['best', { level: 9 }],
		['with its fixed code', { strategy: Z_FIXED }],
		['with a code alone', { strategy: Z_HUFFMAN_ONLY }],
		['in runs', { strategy: Z_RLE }],
		['filtered', { strategy: Z_FILTERED }],
		['in small blocks', { strategy: Z_DEFAULT_STRATEGY, memLevel: 1, windowBits: 9 }],
	])('%s', (_how, options) => {
		fc.assert(
			fc.property(content, (bytes) => {
				expect(inflated(deflateSync(bytes, options)).bytes?.equals(bytes)).toBe(true);
			}),
			{ numRuns: 60 },
		);
	});

	it('far back: 32 KB', () => {
		const noise = Buffer.from(Array.from({ length: 32_768 }, (_none, at) => (at * 7919 + (at >> 5)) % 253));
		const bytes = Buffer.concat([noise, noise, noise]);
		expect(inflated(deflateSync(bytes, { level: 9 })).bytes?.equals(bytes)).toBe(true);
	});
});

describe('stops', () => {
	it.each([0, 1, 9])('at the size it is given, at level %d', (level) => {
		const input = deflateSync(Buffer.alloc(100_001), { level });
		expect(inflated(input, 100_000).bytes).toBeUndefined();
		expect(inflated(input, 100_001).bytes).toHaveLength(100_001);
	});

	it('at what is made of blocks alone', () => {
		const empty = Buffer.concat([
			Buffer.from([0x78, 0x9c]),
			Buffer.alloc(2_000_000, Buffer.from([0, 0, 0, 255, 255])),
		]);
		const { bytes, work } = inflated(empty, 100_000);
		expect(bytes).toBeUndefined();
		expect(work.length).toBeLessThan(1_000);
	});

	it('often, to let others work', () => {
		const { work } = inflated(deflateSync(Buffer.alloc(MOST_BYTES)));
		expect(Math.max(...work)).toBeLessThan(70_000);
	});

	it('at any damage, with bytes or without, and never with an error', () => {
		const whole = deflateSync(
			Buffer.from('a text that is long enough to be worth a code of its own. '.repeat(30)),
		);
		fc.assert(
			fc.property(fc.nat(whole.length - 1), fc.nat(255), fc.boolean(), (at, byte, isCut) => {
				const damaged = isCut ? whole.subarray(0, at) : Buffer.from(whole).fill(byte, at, at + 1);
				inflated(damaged);
			}),
			{ numRuns: 2_000 },
		);
		fc.assert(
			fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
				inflated(Buffer.concat([Buffer.from([0x78, 0x9c]), bytes]));
			}),
			{ numRuns: 2_000 },
		);
	});
});
