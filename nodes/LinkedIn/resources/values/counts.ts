/** Numbers of things, as LinkedIn counts them. */
import { z } from 'zod';

/**
 * LinkedIn sends -1 if it has no number (docs/behaviour.md#statistics-without-a-number), so less than nothing
 * counts as absent.
 */
export const countSchema = z.number().nonnegative();

/** Null if it isn't a count: a text, null, or what LinkedIn writes for a missing number. */
export function countOf(given: unknown): number | null {
	return countSchema.finite().safeParse(given).data ?? null;
}

/** Null if one of them is unknown: the others alone would be too low a sum. */
export function sumOf(counts: Array<number | null>): number | null {
	return counts.reduce((sum, count) => (sum === null || count === null ? null : sum + count), 0);
}
