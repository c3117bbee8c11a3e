/**
 * Limits of a single call. n8n's client only has an idle timeout, which an occasional byte defeats, and no size limit
 * for an answer.
 */

export type CallKind = 'read' | 'write' | 'upload';

/** For the whole answer, from sending; an upload gets more for its bytes. */
export const DEADLINE_MS: Record<CallKind, number> = { read: 60_000, write: 120_000, upload: 60_000 };

/** A slower line counts as dead. */
const LEAST_BYTES_A_SECOND = 50_000;

/**
 * Of a decompressed answer. The largest that LinkedIn documents are a report of 15,000 rows with 20 metrics, and a page
 * of 1,000 campaigns with their targeting: 20 to 30 MB. A write is answered with an id or a line for each of 5,000
 * entries, an upload with almost nothing.
 */
export const MOST_ANSWER_BYTES: Record<CallKind, number> = {
	read: 64_000_000,
	write: 16_000_000,
	upload: 1_000_000,
};

/**
 * @param sizeBytes of the file to send
 * @returns milliseconds
 */
export function deadlineMs(kind: CallKind, sizeBytes = 0): number {
	return DEADLINE_MS[kind] + (sizeBytes / LEAST_BYTES_A_SECOND) * 1000;
}
