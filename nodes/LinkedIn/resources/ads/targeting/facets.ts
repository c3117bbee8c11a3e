/**
 * LinkedIn's targeting facets, and how their values are found.
 * @see docs.adTargeting
 */
import { InputError } from '../../../transport/errors/inputError';
import { plainUrn } from '../../../transport/restli/urns/parseInput';
import { plainText } from '../../values/plainText';

interface Kind {
	/** LinkedIn lists all values of it. */
	isListed: boolean;
	/** LinkedIn searches its values by words. */
	isSearched: boolean;
	/** LinkedIn finds values like others. */
	hasSimilar: boolean;
}

const LISTED: Kind = { isListed: true, isSearched: false, hasSimilar: false };
const SEARCHED: Kind = { isListed: false, isSearched: true, hasSimilar: false };
const SEARCHED_AND_SIMILAR: Kind = { isListed: false, isSearched: true, hasSimilar: true };
const LISTED_AND_SEARCHED: Kind = { isListed: true, isSearched: true, hasSimilar: false };
const ALL: Kind = { isListed: true, isSearched: true, hasSimilar: true };
const NONE: Kind = { isListed: false, isSearched: false, hasSimilar: false };

interface FacetRules extends Kind {
	/** The type of its values' URNs, if a number alone is enough. */
	type?: string;
	/** LinkedIn only includes it, never excludes it. */
	isIncludeOnly?: true;
	/** First API version that has it. */
	since?: string;
}

const FACETS: Record<string, FacetRules> = {
	ageRanges: { ...LISTED, isIncludeOnly: true },
	audienceMatchingSegments: { ...NONE, type: 'adSegment' },
	buyerGroups: { ...SEARCHED, since: '202603' },
	companyCategory: LISTED_AND_SEARCHED,
	degrees: LISTED_AND_SEARCHED,
	dynamicSegments: { ...NONE, type: 'adSegment' },
	employers: { ...SEARCHED_AND_SIMILAR, type: 'organization' },
	employersAll: { ...SEARCHED_AND_SIMILAR, type: 'organization' },
	employersPast: { ...SEARCHED_AND_SIMILAR, type: 'organization' },
	fieldsOfStudy: { ...LISTED_AND_SEARCHED, type: 'fieldOfStudy' },
	firstDegreeConnectionCompanies: { ...SEARCHED_AND_SIMILAR, type: 'organization' },
	followedCompanies: { ...SEARCHED_AND_SIMILAR, type: 'organization' },
	genders: { ...LISTED, isIncludeOnly: true },
	groups: { ...SEARCHED_AND_SIMILAR, isIncludeOnly: true },
	growthRate: LISTED_AND_SEARCHED,
	industries: { ...ALL, type: 'industry' },
	interests: LISTED_AND_SEARCHED,
	interfaceLocales: { ...LISTED, type: 'locale', isIncludeOnly: true },
	jobFunctions: { ...LISTED, type: 'function' },
	locations: { ...SEARCHED, type: 'geo' },
	memberBehaviors: LISTED_AND_SEARCHED,
	profileLocations: { ...SEARCHED, type: 'geo' },
	revenue: LISTED_AND_SEARCHED,
	schools: SEARCHED,
	seniorities: { ...LISTED, type: 'seniority' },
	skills: { ...ALL, type: 'skill' },
	staffCountRanges: LISTED,
	titles: { ...ALL, type: 'title' },
	titlesAll: { ...ALL, type: 'title' },
	titlesPast: { ...ALL, type: 'title' },
	yearsOfExperienceRanges: LISTED,
};

export interface TargetingFacet {
	urn: string;
	/** As LinkedIn spells it, e.g. `skills`. */
	name: string;
	/** Undefined for a facet unknown to this node. */
	rules: FacetRules | undefined;
}

const PREFIX = 'urn:li:adTargetingFacet:';

/** A facet by the name that LinkedIn gives it. */
export function facetNamed(name: string): TargetingFacet {
	return {
		urn: `${PREFIX}${name}`,
		name,
		rules: Object.hasOwn(FACETS, name) ? FACETS[name] : undefined,
	};
}

/**
 * A facet by name or URN, in any case and with spaces. The URN of an unknown facet is accepted.
 * @param field its label
 * @throws InputError that lists the facets
 */
export function parseFacet(value: unknown, field: string): TargetingFacet {
	const text = plainUrn(plainText(value, field));
	const name = text.replace(/^urn:li:adTargetingFacet:/i, '');
	const wanted = name.replace(/[\s_-]/g, '').toLowerCase();
	const known = Object.keys(FACETS).find((candidate) => candidate.toLowerCase() === wanted);
	if (known) return facetNamed(known);
	if (name !== text && /^\w+$/.test(name)) return facetNamed(name);
	throw new InputError(
		field,
		text === '' ? `${field} is empty` : `${field} is "${text}", which is not a LinkedIn facet`,
		`Choose one of ${Object.keys(FACETS).join(', ')}.`,
	);
}

/**
 * A value of a facet: a URN, or a number if the facet has a type.
 * @throws InputError for anything else
 */
export function parseEntity({ name, rules }: TargetingFacet, text: string, field: string): string {
	const urn = plainUrn(text);
	if (/^urn:li:\w+:\S+$/.test(urn)) return urn;
	if (rules?.type === 'locale' && /^[a-z]{2}_[A-Z]{2}$/.test(text)) return `urn:li:locale:${text}`;
	if (rules?.type !== undefined && /^\d+$/.test(text)) return `urn:li:${rules.type}:${text}`;
	throw new InputError(
		field,
		`${field}: "${text}" is not a value of ${name}`,
		`Enter a URN${rules?.type ? `, e.g. urn:li:${rules.type}:${rules.type === 'locale' ? 'en_US' : '103'}` : ''}. Targeting: Search Entities finds it by name.`,
	);
}
