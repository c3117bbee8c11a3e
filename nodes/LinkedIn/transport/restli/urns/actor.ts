import {
	kindOfLink,
	parseInput,
	refused,
	splitUrn,
	unknownUrn,
	type ExpectedInput,
	type LinkedInUrl,
} from './parseInput';
import { profileUrl } from './url';

export interface OrganizationRef {
	urn: string;
	id: string;
}

const ORGANIZATION: ExpectedInput = {
	name: 'a page',
	accepted:
		'its number (2414183), its URN (urn:li:organization:2414183), or its link ' +
		'(https://www.linkedin.com/company/acme)',
};

const PERSON: ExpectedInput = {
	name: 'a person',
	accepted: 'the id that LinkedIn gave this app (yrZCpj2ZYQ) or its URN (urn:li:person:yrZCpj2ZYQ)',
};

const ACTOR: ExpectedInput = {
	name: 'a person or page',
	accepted:
		"a page's number or URN (urn:li:organization:2414183), a page link with a number " +
		"(https://www.linkedin.com/company/2414183), or a person's id or URN (urn:li:person:yrZCpj2ZYQ)",
};

const PROFILE: ExpectedInput = {
	name: 'a profile address',
	accepted: 'https://www.linkedin.com/in/ada-okafor or only its last part, ada-okafor',
};

const PROFILE_ADVICE =
	"This field doesn't take profile links. As the admin of a page, get the person's id with Person: Get by Profile URL. " +
	'Otherwise use the author URN of one of their posts or comments; for yourself, the id that My Profile and Access: ' +
	'Get gives.';

/** Brands and the older "company" are organizations with the same number (docs.organizations). */
const ORGANIZATION_TYPES = ['organization', 'organizationbrand', 'company'];

const PAGE_PATHS = ['company', 'showcase', 'school', 'company-beta'];

function organization(id: string): OrganizationRef {
	return { urn: `urn:li:organization:${id}`, id };
}

/** Reads a page's number or URN. */
export function readOrganizationUrn(text: string): OrganizationRef | undefined {
	if (/^\d+$/.test(text)) return organization(text);
	const urn = splitUrn(text);
	const isPage =
		urn !== undefined && ORGANIZATION_TYPES.includes(urn.type.toLowerCase()) && /^\d+$/.test(urn.id);
	return isPage ? organization(urn.id) : undefined;
}

/**
 * Reads a page.
 *
 * @param input number; organization, organizationBrand or the older company URN; a `/company/`, `/showcase/` or
 * `/school/` link with anything after it
 * @returns URN and number, or the name in the link, which `GET /rest/organizations?q=vanityName` resolves
 * @throws InputError with an example
 */
export function parseOrganization(input: string, field: string): OrganizationRef | { vanityName: string } {
	const { text, url } = parseInput(input, field, ORGANIZATION);
	if (url !== undefined) {
		const kindAt = url.segments.findIndex((segment) => PAGE_PATHS.includes(segment));
		const name = kindAt < 0 ? undefined : url.segments[kindAt + 1];
		if (name !== undefined) return /^\d+$/.test(name) ? organization(name) : { vanityName: name };
		throw refused(field, text, ORGANIZATION, `is ${kindOfLink(url)}, not the link of a page`);
	}
	const page = readOrganizationUrn(text);
	if (page !== undefined) return page;
	throw refused(field, text, ORGANIZATION, unknownUrn(text, 'is not a page'));
}

/**
 * Whether it's a showcase page, by the type of URN or link.
 * @param input as for parseOrganization
 * @throws InputError as parseInput
 */
export function isShowcase(input: string, field: string): boolean {
	const { text, url } = parseInput(input, field, ORGANIZATION);
	return url ? url.segments.includes('showcase') : /^urn:li:organizationBrand:/i.test(text);
}

/**
 * Whether it can only be a page: a link or a number, which never identify a person.
 * @param input as for parseActor, or a page link with a name
 * @throws InputError as parseInput
 */
export function isOfPage(input: string, field: string): boolean {
	const { text, url } = parseInput(input, field, ACTOR);
	return url !== undefined || /^\d+$/.test(text);
}

function readPerson(text: string): { urn: string; id: string } | undefined {
	const id = /^(?:urn:li:person:)?([\w-]+)$/i.exec(text)?.[1];
	return id === undefined ? undefined : { urn: `urn:li:person:${id}`, id };
}

/**
 * Reads a member by the opaque id that LinkedIn gives each app (docs.signIn).
 *
 * @param input id or person URN; a profile link is refused because it must be looked up first; use parseProfile
 * @throws InputError with an example
 */
export function parsePerson(input: string, field: string): { urn: string; id: string } {
	const { text, url } = parseInput(input, field, PERSON);
	if (url !== undefined) {
		throw refused(
			field,
			text,
			PERSON,
			`is ${kindOfLink(url)}, and people can't be looked up by it here`,
			PROFILE_ADVICE,
		);
	}
	const person = readPerson(text);
	if (person !== undefined) return person;
	throw refused(field, text, PERSON, unknownUrn(text, 'is not a person'));
}

/** Whom a profile address names. */
export interface ProfileRef {
	vanityName: string;
	/** In the form that all nodes return. */
	url: string;
}

const LONGEST_VANITY_NAME = 200;
/** Of any script; neither a space nor what has a meaning in an address. */
const VANITY_NAME = /^[^\s/?#%&=:()<>"'\\|{}[\]@,;]+$/u;

function profile(vanityName: string): ProfileRef | undefined {
	const isName = vanityName.length <= LONGEST_VANITY_NAME && VANITY_NAME.test(vanityName);
	return isName ? { vanityName, url: profileUrl(vanityName) } : undefined;
}

/** The name after `/in/`, whatever follows it, such as the language of the profile. */
function profileIn({ segments }: LinkedInUrl): ProfileRef | undefined {
	const name = segments[segments.indexOf('in') + 1];
	return segments.includes('in') && name !== undefined ? profile(name) : undefined;
}

/**
 * Reads the address of a member's profile.
 *
 * @param input a `/in/` link of any LinkedIn host with anything after it, only its path, or only the name in it
 * @throws InputError with an example
 */
export function parseProfile(input: string, field: string): ProfileRef {
	const { text, url } = parseInput(input, field, PROFILE);
	const found = url === undefined ? profile(text.replace(/^in\//i, '')) : profileIn(url);
	if (found !== undefined) return found;
	const problem = url === undefined ? unknownUrn(text, 'is not a profile address') : `is ${kindOfLink(url)}`;
	throw refused(field, text, PROFILE, `${problem}${isOldProfile(url) ? ' of the older kind' : ''}`);
}

/** LinkedIn forwards these to the profile's address, which only a browser tells. */
function isOldProfile(url: LinkedInUrl | undefined): boolean {
	return url?.segments[0] === 'pub';
}

/**
 * The profile that a text links to; undefined if it isn't such a link, because a name alone is somebody's id.
 * @throws InputError as parseActor for what no field takes
 */
export function linkedProfile(input: string, field: string): ProfileRef | undefined {
	const { url } = parseInput(input, field, ACTOR);
	return url && profileIn(url);
}

/**
 * Reads who posts or comments: a page or a person.
 *
 * @param input as for parseOrganization and parsePerson; digits alone are a page, any other id a person. A page link
 * with a name is refused because it must be looked up first; use parseOrganization
 * @throws InputError with an example
 */
export function parseActor(input: string, field: string): { urn: string; type: 'person' | 'organization' } {
	const { text, url } = parseInput(input, field, ACTOR);
	if (url !== undefined) {
		const kind = kindOfLink(url);
		if (kind === 'a profile link') {
			throw refused(
				field,
				text,
				ACTOR,
				"is a profile link, and people can't be looked up by it here",
				PROFILE_ADVICE,
			);
		}
		const page = parseOrganization(input, field);
		if ('urn' in page) return { urn: page.urn, type: 'organization' };
		throw refused(
			field,
			text,
			ACTOR,
			`is a page link with the name "${page.vanityName}" instead of a number`,
			'Give its number, which Company Page: Get by Vanity Name finds; where the field has a list, pick it there.',
		);
	}
	const page = readOrganizationUrn(text);
	if (page !== undefined) return { urn: page.urn, type: 'organization' };
	const person = readPerson(text);
	if (person !== undefined) return { urn: person.urn, type: 'person' };
	throw refused(field, text, ACTOR, unknownUrn(text, 'is neither a page nor a person'));
}
