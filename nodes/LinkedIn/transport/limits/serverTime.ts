/**
 * When an answer was made, by its server's clock.
 * @param headers names in lower case
 * @returns epoch milliseconds; undefined if it doesn't say or came from a cache
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-6.6.1
 */
export function serverTime({ age, date }: Record<string, string>): number | undefined {
	if (date === undefined || age !== undefined) return undefined;
	const atMs = Date.parse(date);
	return Number.isNaN(atMs) ? undefined : atMs;
}
