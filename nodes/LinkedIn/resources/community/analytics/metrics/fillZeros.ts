/** LinkedIn leaves posts without activity out of its answer (docs.shareStatistics): they are put back, as zeros. */

/**
 * @param asked keys in the order asked; a duplicate gets two rows
 * @param found what LinkedIn sent, in any order
 * @param keyOf which of the asked ones it is; undefined for others
 * @param zero the row for a key that LinkedIn left out
 * @returns one row per key asked
 */
export function inOrderAsked<T>(
	asked: string[],
	found: T[],
	keyOf: (row: T) => string | undefined,
	zero: (key: string) => T,
): T[] {
	const byKey = new Map(found.map((row) => [keyOf(row), row]));
	return asked.map((key) => byKey.get(key) ?? zero(key));
}
