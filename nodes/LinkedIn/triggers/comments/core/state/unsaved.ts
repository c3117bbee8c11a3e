/**
 * When posts were read last, where nobody knows: n8n saves nothing of polls that found nothing, so a process that starts
 * anew would begin with the same posts as the one before, and those at the end of the list might never have their turn.
 *
 * What it saves is the first poll of each process, so processes can be counted, and each begins elsewhere in the list: so
 * many golden sections on, which spreads any number of beginnings evenly.
 */
import type { WatchedPage } from './state';

const GOLDEN_SECTION = (Math.sqrt(5) - 1) / 2;

export interface Process {
	/** How many there have been, this one included. */
	number: number;
	/** Epoch milliseconds; what was read since is known. */
	beganAtMs: number;
}

/** Where in a list of equals a process begins: a share of its length. */
export const beginAt = ({ number }: Process): number => (number * GOLDEN_SECTION) % 1;

/**
 * @returns for a post, by its key and when it was read last as far as is known: a moment between that and the start of
 * this process, by the post's place in the list. The longer ago the saved one is, the earlier it is likely to be.
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
