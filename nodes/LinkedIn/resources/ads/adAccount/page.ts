import { InputError } from '../../../transport/errors/inputError';
import { parseOrganization } from '../../../transport/restli/urns/actor';

/**
 * The URN of a page by number, URN or link. A link with a name is rejected, as it would need a call.
 * @throws InputError
 */
export function pageUrn(given: string, field: string): string {
	const found = parseOrganization(given, field);
	if ('urn' in found) return found.urn;
	throw new InputError(
		field,
		`"${given}" doesn't contain the number of the page`,
		'Enter the number. Company Page: Get by Vanity Name finds it.',
	);
}
