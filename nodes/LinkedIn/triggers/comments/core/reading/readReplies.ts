/**
 * Which threads of replies were read, and when. A thread without more replies by LinkedIn's count needn't be read again
 * for a while. Otherwise a new process would read every thread of every post again, which with few calls a day takes
 * longer than many processes live.
 */
import { hashOf } from '../../../polling/core/hashes';

export interface ReadThread {
	/** As many as LinkedIn counted, and all of them were read. */
	replies: number;
	/** When, epoch milliseconds. */
	atMs: number;
}

/** By the keyed hash of the comment's id, the most recently read last. */
export type ReadReplies = Map<string, ReadThread>;

const MOST_KNOWN = 20_000;
/** So that the state stays small; only the process remembers the others. */
const MOST_SAVED = 750;
const HASH_CHARACTERS = 7;
const COUNT_CHARACTERS = 2;
const MOST_COUNTED = 36 ** COUNT_CHARACTERS - 1;
const UNIT_MS = 3_600_000;
/** Hours since 1970 in base 36, up to the year 2161. */
const TIME_CHARACTERS = 4;
const ENTRY_CHARACTERS = HASH_CHARACTERS + COUNT_CHARACTERS + TIME_CHARACTERS;

/** @param secret the key of the trigger's hashes */
export const threadKey = (secret: string, commentId: string): string =>
	hashOf(secret, `replies ${commentId}`);

export function noteThread(known: ReadReplies, key: string, read: ReadThread): void {
	known.delete(key);
	known.set(key, read);
	const [oldest] = known.keys();
	if (known.size > MOST_KNOWN) known.delete(oldest);
}

/**
 * As text of pieces with the same length, the latest ones. Times are rounded down, so that no thread counts as read too
 * late.
 */
export function packThreads(known: ReadReplies): string | undefined {
	const saved = [...known].filter(([, { replies }]) => replies <= MOST_COUNTED).slice(-MOST_SAVED);
	if (saved.length === 0) return undefined;
	const padded = (value: number, length: number) => value.toString(36).padStart(length, '0').slice(-length);
	return saved
		.map(
			([key, { replies, atMs }]) =>
				key + padded(replies, COUNT_CHARACTERS) + padded(Math.floor(atMs / UNIT_MS), TIME_CHARACTERS),
		)
		.join('');
}

/** As many of the latest ones as have room. */
export function latestThreads(packed: string | undefined, characters: number): string | undefined {
	const threads = Math.floor(characters / ENTRY_CHARACTERS);
	return threads > 0 ? packed?.slice(-threads * ENTRY_CHARACTERS) : undefined;
}

export function unpackThreads(packed = ''): ReadReplies {
	const known: ReadReplies = new Map();
	for (let at = 0; at + ENTRY_CHARACTERS <= packed.length; at += ENTRY_CHARACTERS) {
		const count = at + HASH_CHARACTERS;
		const time = count + COUNT_CHARACTERS;
		const replies = parseInt(packed.slice(count, time), 36);
		const hours = parseInt(packed.slice(time, at + ENTRY_CHARACTERS), 36);
		if (!Number.isNaN(replies + hours))
			known.set(packed.slice(at, count), { replies, atMs: hours * UNIT_MS });
	}
	return known;
}
