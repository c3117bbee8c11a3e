/**
 * When posts were last read, if that isn't known: n8n doesn't save polls that find nothing, so a new process would
 * begin with the same posts as the previous one, and those at the end of the list might never have their turn.
 *
 * The first poll of each process is saved, so processes can be counted, and each begins at a different place in the
 * list: that many golden sections on, which distributes any number of beginnings evenly.
 */
import type { WatchedPage } from './state';

const GOLDEN_SECTION = (Math.sqrt(5) - 1) / 2;

export interface Process {
	/** How many there have been, including this one. */
	number: number;
	/** Epoch milliseconds; what was read since is known. */
	beganAtMs: number;
}

/** Where a process begins in a list of equals: a share of its length. */
export const beginAt = ({ number }: Process): number => (number * GOLDEN_SECTION) % 1;

/**
 * @returns for a post, by its key and its last known reading: a time between that and the start of this process, by the
 * post's place in the list. The older the saved reading, the earlier the time is likely to be.
 */
export function likelyReadAt(
	{ posts }: WatchedPage,
	process: Process,
): (key: string, savedMs: number) => number {
	const keys = Object.keys(posts).sort();
	const { beganAtMs } = process;
	const begin = beginAt(process);
	const shares = new Map(keys.map((key, place) => [key, (place / keys.length - begin + 1) % 1]));
	return (key, savedMs) =>
		savedMs >= beganAtMs ? savedMs : savedMs + (shares.get(key) ?? 0) * (beganAtMs - savedMs);
}
