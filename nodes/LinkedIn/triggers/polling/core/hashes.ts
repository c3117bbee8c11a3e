/**
 * Handled comments, as keyed hashes: an id of a member's comment may be kept for only 48 hours (docs.dataStorage), but
 * which comments are new must be known for longer.
 */
import { createHmac, randomBytes } from 'crypto';

const KEY_BYTES = 12;
/**
 * 42 bits: with 2,000 comments on a post, one new comment in two thousand million would be mistaken for a known one.
 */
const HASH_CHARACTERS = 7;

/** A separate key for each trigger, so that its hashes are meaningless elsewhere. */
export function newKey(): string {
	return randomBytes(KEY_BYTES).toString('base64url');
}

/** The hash of a comment's id. */
export function hashOf(key: string, id: string): string {
	return createHmac('sha256', key).update(id).digest('base64url').slice(0, HASH_CHARACTERS);
}

/** When the comment of each hash was made, epoch milliseconds. */
export type Hashes = Map<string, number>;

const UNIT_MS = 60_000;
/** Minutes since 1970 in base 36, up to the year 2085. */
const TIME_CHARACTERS = 5;
/** Of one hash and its time. */
export const ENTRY_CHARACTERS = HASH_CHARACTERS + TIME_CHARACTERS;

/**
 * As text of pieces with the same length. Times are rounded up to whole minutes, so that no hash is dropped too early.
 */
export function packHashes(hashes: Hashes): string {
	let packed = '';
	for (const [hash, atMs] of hashes) {
		packed +=
			hash +
			Math.ceil(atMs / UNIT_MS)
				.toString(36)
				.padStart(TIME_CHARACTERS, '0')
				.slice(-TIME_CHARACTERS);
	}
	return packed;
}

export function unpackHashes(packed: string): Hashes {
	const hashes: Hashes = new Map();
	for (let at = 0; at + ENTRY_CHARACTERS <= packed.length; at += ENTRY_CHARACTERS) {
		const minutes = parseInt(packed.slice(at + HASH_CHARACTERS, at + ENTRY_CHARACTERS), 36);
		if (!Number.isNaN(minutes)) hashes.set(packed.slice(at, at + HASH_CHARACTERS), minutes * UNIT_MS);
	}
	return hashes;
}
