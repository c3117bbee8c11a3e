/**
 * Saved moments that lie ahead. All of them tell of the past but for the pauses, so what lies further ahead than clocks
 * differ was written by a clock that ran ahead, and would keep a trigger from asking, or from taking anything for new,
 * until that time comes.
 */

/** Of hosts whose clocks are right, more or less. */
const CLOCKS_DIFFER_MS = 3_600_000;

/**
 * Puts the moments under these keys back where they lie ahead.
 * @param record changed in place; a moment may be missing
 * @param backToMs what stands there instead, epoch milliseconds
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

/** Moments of a record, by their keys. */
export type Moments = [record: Partial<Record<string, number>>, keys: readonly string[]];

/** As bringBack of cursors, which tell what is news. @returns whether any of them lies ahead and was left there */
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
