import {
	packThreads,
	threadKey,
	unpackThreads,
} from '../../../../../../../nodes/LinkedIn/triggers/comments/core/reading/readReplies';

const HOUR_MS = 3_600_000;
const NOON = Date.UTC(2026, 9, 5, 12);
const key = (id: number) => threadKey('a key', String(id));

test.each([
	['none', [], []],
	['one, at the hour before', [[1, 3, NOON + HOUR_MS / 2]], [[1, 3, NOON]]],
	['one without a count', [[1, 0, NOON]], [[1, 0, NOON]]],
	['as many replies as can be told', [[1, 1295, NOON]], [[1, 1295, NOON]]],
	[
		'more than can be told',
		[
			[1, 1296, NOON],
			[2, 1, NOON],
		],
		[[2, 1, NOON]],
	],
])('threads that were read, saved and read back: %s', (_, threads, expected) => {
	const asMap = (rows: number[][]) =>
		new Map(rows.map(([id, replies, atMs]) => [key(id), { replies, atMs }]));
	expect(unpackThreads(packThreads(asMap(threads)))).toEqual(asMap(expected));
});

test('those read last are saved, and no id of a comment', () => {
	const ids = Array.from({ length: 3_000 }, (_, id) => 7_500_000_000_000_000_000n + BigInt(id)).map(String);
	const packed = packThreads(new Map(ids.map((id) => [threadKey('a key', id), { replies: 1, atMs: NOON }])))!;
	const known = unpackThreads(packed);
	expect(known.size).toBe(750);
	expect(known.has(threadKey('a key', ids[2_999]))).toBe(true);
	expect(packed.length).toBeLessThan(10_000);
	expect(packed).not.toContain(ids[2_999].slice(-8));
});

test.each(['', 'short', '!'.repeat(26)])('%j is no thread', (packed) => {
	expect(unpackThreads(packed).size).toBe(0);
});
