/**
 * A value that a user entered can't be used, so no call is made.
 *
 * `message` says what was given and what the field accepts, with an example; `advice` says what to do next; `field` is
 * the field's label, so that the node can point at it. Doesn't import n8n: the n8n-facing layer turns it into a
 * NodeOperationError with the item's index.
 */
export class InputError extends Error {
	constructor(
		readonly field: string,
		message: string,
		readonly advice: string,
	) {
		super(message);
		this.name = 'InputError';
	}
}
