/**
 * What the searches of the Ad Library share: fields, criteria, pages, and the product that both need.
 * @see docs.adLibrary, docs.jobLibrary
 */
import type { IDataObject, INodeProperties } from 'n8n-workflow';

import type { Entity } from '../../../transport/answers/readEntity';
import { LinkedInError } from '../../../transport/errors/errors';
import { InputError } from '../../../transport/errors/inputError';
import { settled } from '../../../transport/flow/settled';
import { ALONE, standsAlone, type Rights } from '../../../transport/limits/access';
import { plainUrn } from '../../../transport/restli/urns/parseInput';
import type { RestliValue } from '../../../transport/restli/value';
import { limitOf } from '../../fields/listFields';
import { listItems } from '../../listItems';
import type { Call } from '../../operation';
import { calendarDay, dayText, readDay } from '../../values/days';
import { entriesOf, plainText } from '../../values/plainText';
import { collectionOf } from '../values/readParameters';

/** Its name in LinkedIn's developer portal. It has no scope. */
export const AD_LIBRARY = 'LinkedIn Ad Library';

export const keywordField: INodeProperties = {
	displayName: 'Keyword',
	name: 'keyword',
	type: 'string',
	default: '',
	placeholder: 'e.g. marketing automation',
	description:
		'Words that must all occur; LinkedIn supports no phrases or operators. Enter this, Company, or both.',
};

export const companyField: INodeProperties = {
	displayName: 'Company',
	name: 'company',
	type: 'string',
	default: '',
	placeholder: 'e.g. Contoso',
	description:
		'Name of the company or part of it, without a domain such as .com. Also finds companies with similar names.',
};

const COUNTRIES = 'Countries';

export const countriesFilter: INodeProperties = {
	displayName: COUNTRIES,
	name: 'countries',
	type: 'string',
	default: '',
	placeholder: 'e.g. DE, FR',
	description: 'Two-letter codes of the countries where the ad was shown, separated by commas',
};

export const endFilter: INodeProperties = {
	displayName: 'End Date',
	name: 'end',
	type: 'dateTime',
	default: '',
	description: 'Last day of the period in which the ad was shown',
};

export const startFilter: INodeProperties = {
	displayName: 'Start Date',
	name: 'start',
	type: 'dateTime',
	default: '',
	description: 'First day of the period in which the ad was shown',
};

/** LinkedIn refuses more than 25 ads per page; according to one client, 25 are already too many. */
const MOST_A_PAGE = 24;

/** What differs between the searches. */
export interface Library {
	/** LinkedIn's name for Company. */
	company: 'advertiser' | 'organization';
	/** `countries` in its form. @param codes two letters each, in any case */
	countries: (codes: string[]) => RestliValue;
	/** Its own parameters. @throws InputError */
	more?: (filters: Record<string, unknown>) => Record<string, RestliValue | undefined>;
	present: (element: Entity) => IDataObject;
}

/**
 * Runs the search that an item's fields describe.
 * @returns LinkedIn's elements, or items if simplified
 * @throws InputError, and LinkedInError that names the product if LinkedIn refuses
 */
export async function searchLibrary(call: Call, library: Library): Promise<IDataObject[]> {
	const paging = { pageSize: MOST_A_PAGE, limit: limitOf(call) };
	const request = { ...call.routing, query: { q: 'criteria', ...criteriaOf(call, library) } };
	const { linkedin, simplify } = call;
	const asItem = (element: Entity) => (simplify ? library.present(element) : (element as IDataObject));
	const found = await settled(() => listItems(linkedin, linkedin.pages<unknown>(request, paging), asItem));
	if (found.ok) return found.value;
	throw found.failure instanceof LinkedInError ? naming(found.failure, linkedin.connection) : found.failure;
}

function criteriaOf(
	call: Call,
	{ company: companyParameter, countries: inCountries, more }: Library,
): Record<string, RestliValue | undefined> {
	const keyword = plainText(call.parameter('keyword', ''), 'Keyword').trim();
	const company = plainText(call.parameter('company', ''), 'Company').trim();
	if (!keyword && !company) {
		throw new InputError(
			'Keyword',
			'Keyword and Company are both empty',
			"Enter at least one of them. LinkedIn doesn't list everything.",
		);
	}
	const filters = collectionOf(call, 'filters', 'Filters');
	const codes = entriesOf(filters.countries, COUNTRIES).map(codeOf);
	return {
		keyword: keyword || undefined,
		[companyParameter]: company || undefined,
		...more?.(filters),
		countries: codes.length > 0 ? inCountries(codes) : undefined,
		dateRange: dateRangeOf(filters),
	};
}

function codeOf(given: string): string {
	const [, code] = /^(?:urn:li:country:)?([a-z]{2})$/i.exec(plainUrn(given)) ?? [];
	if (code) return code;
	throw new InputError(
		COUNTRIES,
		`"${given}" in ${COUNTRIES} is not a country code`,
		'Enter two-letter codes, e.g. DE, FR.',
	);
}

function dateRangeOf(filters: Record<string, unknown>): RestliValue | undefined {
	const startMs = readDay(filters.start, 'Start Date');
	const endMs = readDay(filters.end, 'End Date');
	if (startMs !== undefined && endMs !== undefined && startMs > endMs) {
		throw new InputError(
			'Start Date',
			`Start Date ${dayText(startMs)} is after End Date ${dayText(endMs)}`,
			'Both days are included. For a single day, enter it twice.',
		);
	}
	if (startMs === undefined && endMs === undefined) return undefined;
	return {
		...(startMs !== undefined && { start: { ...calendarDay(startMs) } }),
		...(endMs !== undefined && { end: { ...calendarDay(endMs) } }),
	};
}

/**
 * For an app without the product, LinkedIn answers as if the resource didn't exist
 * (docs/behaviour.md#ad-library-and-job-library), or refuses.
 */
function naming(error: LinkedInError, rights: Rights): LinkedInError {
	const { status, field } = error.details;
	const isOfLinkedIn = field !== 'API Host';
	if (!isOfLinkedIn || (status !== 403 && status !== 404)) return error;
	return new LinkedInError(error.message, {
		...error.details,
		advice: standsAlone(rights)
			? `The Ad Library needs the product ${AD_LIBRARY}, and ${ALONE}. Use a second app and a second credential.`
			: `The Ad Library needs the product ${AD_LIBRARY}. Request it in LinkedIn's developer portal for the app of this credential. It has no scope, so the credential needs no change.`,
	});
}
