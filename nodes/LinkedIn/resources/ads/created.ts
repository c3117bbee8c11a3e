import type { Reply } from '../../transport';
import { LinkedInError } from '../../transport/errors';
import { decodeId } from '../../transport/restli/decode';

/**
 * The id of what a CREATE made: the answer has no body, the id stands in a header under one of two names.
 * @see https://learn.microsoft.com/en-us/linkedin/shared/api-guide/concepts/methods
 * @throws LinkedInError where LinkedIn names none
 */
export function createdId({ status, headers, body }: Reply<unknown>): string {
	const header = headers['x-restli-id'] ?? headers['x-linkedin-id'];
	if (header) return decodeId(header);
	const id = (body as { id?: unknown } | undefined)?.id;
	if (typeof id === 'string' || typeof id === 'number') return String(id);
	throw new LinkedInError('LinkedIn made it, but its answer names no id', {
		status,
		code: 'UNEXPECTED_REPLY',
		advice: 'Look for it in Campaign Manager before you run this again.',
	});
}
