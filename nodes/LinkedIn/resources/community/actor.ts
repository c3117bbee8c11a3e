/** Who acts: the member behind the connection, or a page. */
import type { Call } from '../define';
import { locatorValue } from '../fields';
import { InputError } from '../../transport/inputError';
import type { ActsAs } from '../../transport/access';
import { parseActor, parseOrganization } from '../../transport/restli/urn';
import { findPageByVanityName } from './organization/pages';

export interface Actor {
	urn: string;
	as: ActsAs;
}

/**
 * Resolves an author or actor field and checks, without a call, that the connection has the scope to act so.
 * @param name the locator's name
 * @throws InputError for something that is no person or page, LinkedInError for a missing scope
 */
export async function actorOf(call: Call, name: string): Promise<Actor> {
	const value = locatorValue(call, name);
	if (value === '') {
		throw new InputError(
			name,
			`${fieldName(name)} is empty`,
			'Choose Me or a page from the list, or give a URN.',
		);
	}
	if (value.toLowerCase() === 'me') {
		call.linkedin.need('member');
		return { urn: (await call.linkedin.me()).urn, as: 'member' };
	}
	if (/linkedin\.com\//i.test(value) || /^\d+$/.test(value)) {
		call.linkedin.need('page');
		return { urn: await organizationUrnOf(call, name, value), as: 'page' };
	}
	const { urn, type } = parseActor(value, fieldName(name));
	const as = type === 'person' ? 'member' : 'page';
	call.linkedin.need(as);
	return { urn, as };
}

/** The URN of a page given as number, URN, or company, showcase or school URL; a name in a URL is looked up. */
export async function organizationUrnOf(call: Call, name: string, value: string): Promise<string> {
	const page = parseOrganization(value, fieldName(name));
	return 'urn' in page
		? page.urn
		: await findPageByVanityName(call.linkedin, page.vanityName, fieldName(name));
}

/** As it stands above the field: `author` → `Author`. */
function fieldName(name: string): string {
	return name.charAt(0).toUpperCase() + name.slice(1);
}
