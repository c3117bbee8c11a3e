/** What a user should know about a result without items, because n8n shows nothing for it. */

const LIKELY = 'Nothing matches the fields and filters, or LinkedIn shows none to this connection.';

/**
 * @param action as in n8n's list of actions
 * @param whenEmpty the operation's own reasons
 * @returns e.g. `Get many leads: no results. …`
 */
export function emptyReason({ action, whenEmpty = LIKELY }: { action: string; whenEmpty?: string }): string {
	return `${action}: no results. ${whenEmpty}`;
}
