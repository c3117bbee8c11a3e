/**
 * One of LinkedIn's times, for an item.
 * @param epochMs epoch milliseconds as LinkedIn sent them
 * @returns ISO time; null if it isn't a time or is outside the range of JavaScript's dates
 */
export function isoTime(epochMs: unknown): string | null {
	if (typeof epochMs !== 'number') return null;
	const date = new Date(epochMs);
	return Number.isNaN(date.getTime()) ? null : date.toISOString();
}
