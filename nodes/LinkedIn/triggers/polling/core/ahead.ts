/**
 * Saved times in the future. All saved times are in the past, except for pauses. One that is further ahead than clocks
 * differ was written by a clock that was ahead, and would stop a trigger from requesting or emitting anything until
 * then.
 */

/** The difference between hosts whose clocks are roughly right. */
const CLOCKS_DIFFER_MS = 3_600_000;

/**
 * Moves back the times under these keys if they're in the future.
 * @param record changed in place; a time may be missing
 * @param backToMs replacement, epoch milliseconds
 */
export function bringBack<Key extends string>(
	record: Partial<Record<Key, number>>,
	keys: readonly Key[],
	nowMs: number,
	backToMs = nowMs,
): void {
	for (const key of keys) {
		const atMs = record[key];
		if (atMs !== undefined && isAhead(atMs, nowMs)) record[key] = backToMs;
	}
}

/** Times of a record, by their keys. */
export type Moments = [record: Partial<Record<string, number>>, keys: readonly string[]];

/**
 * As bringBack for cursors, which decide what is new. @returns whether any of them is in the future and was left there
 */
export function bringCursorsBack(
	cursors: Iterable<Moments>,
	nowMs: number,
	{ backToMs, isTimeKnown }: { backToMs: number; isTimeKnown: boolean },
): boolean {
	let isLeft = false;
	for (const [record, keys] of cursors) {
		if (isTimeKnown) bringBack(record, keys, nowMs, backToMs);
		else isLeft ||= keys.some((key) => isAhead(record[key] ?? -Infinity, nowMs));
	}
	return isLeft;
}

export function isAhead(atMs: number, nowMs: number): boolean {
	return atMs > nowMs + CLOCKS_DIFFER_MS;
}
