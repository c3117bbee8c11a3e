/**
 * A moment of LinkedIn's for an item.
 * @param epochMs epoch milliseconds as LinkedIn sent them
 * @returns ISO time; null for what is no moment, or lies beyond what JavaScript's dates can hold
 */
export function isoTime(epochMs: unknown): string | null {
	if (typeof epochMs !== 'number') return null;
	const date = new Date(epochMs);
	return Number.isNaN(date.getTime()) ? null : date.toISOString();
}
