/** Who acts: the connected member, or a page. */
import { InputError } from '../../transport/errors/inputError';
import type { ActsAs } from '../../transport/limits/access';
import { isOfPage, parseActor, parseOrganization } from '../../transport/restli/urns/actor';
import type { Call } from '../operation';
import { findPageByVanityName } from '../pages';
import { locatorValue } from './locator';

/** The labels of the locators that name who acts. */
const FIELD = { actor: 'Comment As', author: 'Author', owner: 'Owner', reactor: 'React As' } as const;

export interface Actor {
	urn: string;
	as: ActsAs;
}

/**
 * Resolves an author or actor field and checks, without a call, that the connection has the scope for it.
 * @param name the locator's name
 * @param field its label
 * @throws InputError for anything but a person or page, LinkedInError for a missing scope
 */
export async function actorOf(
	call: Call,
	name: keyof typeof FIELD,
	field: string = FIELD[name],
): Promise<Actor> {
	return await resolveActor(call, name, (as) => call.linkedin.need(as), field);
}

/**
 * Looks at such a field without a call.
 * @throws InputError for anything but a person or page
 */
export function checkActor(call: Call, name: keyof typeof FIELD): void {
	const field = FIELD[name];
	const value = actorValue(call, name, field);
	if (value.toLowerCase() === 'me') return;
	if (isOfPage(value, field)) parseOrganization(value, field);
	else parseActor(value, field);
}

function actorValue(call: Call, name: keyof typeof FIELD, field: string): string {
	const value = locatorValue(call, name, field);
	if (value !== '') return value;
	throw new InputError(field, `${field} is empty`, 'Choose Me or a page from the list, or enter a URN.');
}

/**
 * Resolves a locator that names a person or page, not only those of the connection.
 * @param check runs as soon as it is known whether it is a member or a page
 * @throws InputError for anything but a person or page
 */
export async function resolveActor(
	call: Call,
	name: keyof typeof FIELD,
	check: (as: ActsAs) => void = () => {},
	field: string = FIELD[name],
): Promise<Actor> {
	const value = actorValue(call, name, field);
	if (value.toLowerCase() === 'me') {
		check('member');
		return { urn: (await call.linkedin.me()).urn, as: 'member' };
	}
	if (isOfPage(value, field)) {
		check('page');
		return { urn: await organizationUrnOf(call, field, value), as: 'page' };
	}
	const { urn, type } = parseActor(value, field);
	const as = type === 'person' ? 'member' : 'page';
	check(as);
	return { urn, as };
}

/**
 * The value of a page's locator, without a call.
 * @param field its label
 * @returns '' if it is empty
 * @throws InputError if it isn't a page
 */
export function pageValueOf(call: Call, name: string, field: string): string {
	const value = locatorValue(call, name, field);
	if (value !== '') parseOrganization(value, field);
	return value;
}

/** The URN of a page given as number, URN, or company, showcase or school URL; a name in a URL is looked up. */
export async function organizationUrnOf(call: Call, field: string, value: string): Promise<string> {
	const page = parseOrganization(value, field);
	return 'urn' in page ? page.urn : await findPageByVanityName(call.linkedin, page.vanityName, field);
}
