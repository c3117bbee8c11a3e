/** What a user should know of a result without items: n8n shows nothing at all for it. */

const LIKELY = 'Nothing matches the fields and filters, or LinkedIn shows none to this connection.';

/**
 * @param action as it stands in n8n's list of actions
 * @param whenEmpty the operation's own reasons
 * @returns e.g. `Get many leads: no results. …`
 */
export function emptyReason({ action, whenEmpty = LIKELY }: { action: string; whenEmpty?: string }): string {
	return `${action}: no results. ${whenEmpty}`;
}
