import {
	hashOf,
	newKey,
	packHashes,
	unpackHashes,
} from '../../../../../../nodes/LinkedIn/triggers/polling/core/hashes';

const ID = '7200000000000000001';

test('a hash tells nothing to whoever lacks the key, and holds nothing of the id', () => {
	const [key, other] = [newKey(), newKey()];
	expect(key).not.toBe(other);
	expect(hashOf(key, ID)).toBe(hashOf(key, ID));
	expect(hashOf(key, ID)).not.toBe(hashOf(other, ID));
	const keys = Array.from({ length: 50 }, newKey);
	expect(keys.filter((one) => ID.includes(hashOf(one, ID)))).toEqual([]);
});

test('neighbouring ids have hashes of their own', () => {
	const key = newKey();
	const hashes = Array.from({ length: 2_000 }, (_, more) => hashOf(key, `${BigInt(ID) + BigInt(more)}`));
	expect(new Set(hashes).size).toBe(2_000);
});

test('they are packed with their minutes, rounded up', () => {
	const hashes = new Map([
		['abcdefg', 60_000],
		['gfedcba', 60_001],
	]);
	expect([...unpackHashes(packHashes(hashes))]).toEqual([
		['abcdefg', 60_000],
		['gfedcba', 120_000],
	]);
});
