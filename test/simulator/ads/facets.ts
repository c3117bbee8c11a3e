export type EntityFinder = 'AD_TARGETING_FACET' | 'TYPEAHEAD' | 'SIMILAR_ENTITIES';

export interface TargetingFacet {
	name: string;
	/** E.g. INDUSTRY; a typeahead may be limited to it. */
	entityType: string;
	finders: EntityFinder[];
	/** First version that has it. */
	since?: string;
	/** Maximum entities that similarEntities accepts. */
	mostEntities?: number;
}

const LIST: EntityFinder[] = ['AD_TARGETING_FACET'];
const SEARCH: EntityFinder[] = ['TYPEAHEAD'];
const SEARCH_AND_LIKE: EntityFinder[] = ['TYPEAHEAD', 'SIMILAR_ENTITIES'];
const LIST_AND_SEARCH: EntityFinder[] = ['AD_TARGETING_FACET', 'TYPEAHEAD'];
const ALL: EntityFinder[] = ['AD_TARGETING_FACET', 'TYPEAHEAD', 'SIMILAR_ENTITIES'];

const facets = (finders: EntityFinder[], types: Record<string, string>): TargetingFacet[] =>
	Object.entries(types).map(([name, entityType]) => ({ name, entityType, finders }));

/** Which finder supports which facet (docs.adTargeting). */
export const FACETS: TargetingFacet[] = [
	...facets(LIST, {
		ageRanges: 'AGE',
		genders: 'GENDER',
		interfaceLocales: 'LOCALE',
		jobFunctions: 'FUNCTION',
		seniorities: 'SENIORITY',
		staffCountRanges: 'COMPANY_SIZE',
		yearsOfExperienceRanges: 'YEARS_OF_EXPERIENCE',
	}),
	...facets(SEARCH, { locations: 'GEO', profileLocations: 'GEO', schools: 'SCHOOL' }),
	...facets(SEARCH, { buyerGroups: 'BUYER_GROUP' }).map((facet) => ({ ...facet, since: '202603' })),
	...facets(SEARCH_AND_LIKE, {
		employers: 'COMPANY',
		employersAll: 'COMPANY',
		employersPast: 'COMPANY',
		firstDegreeConnectionCompanies: 'COMPANY',
		followedCompanies: 'COMPANY',
		groups: 'GROUP',
	}),
	...facets(ALL, {
		industries: 'INDUSTRY',
		skills: 'SKILL',
		titles: 'TITLE',
		titlesAll: 'TITLE',
		titlesPast: 'TITLE',
	}),
	...facets(LIST_AND_SEARCH, {
		companyCategory: 'COMPANY_CATEGORY',
		degrees: 'DEGREE',
		fieldsOfStudy: 'FIELD_OF_STUDY',
		growthRate: 'GROWTH_RATE',
		interests: 'INTEREST',
		memberBehaviors: 'MEMBER_BEHAVIOR',
		revenue: 'REVENUE',
	}),
	...facets([], { audienceMatchingSegments: 'SEGMENT', dynamicSegments: 'SEGMENT' }),
];

/** Of q=similarEntities (docs.adTargeting). */
export const MOST_SIMILAR = 100;
export const MOST_SIMILAR_EMPLOYERS = 200;

export const facetUrn = ({ name }: TargetingFacet) => `urn:li:adTargetingFacet:${name}`;

/** @param version of the request */
export const facetsIn = (version = ''): TargetingFacet[] =>
	FACETS.filter(({ since = '' }) => version >= since);

export const facetOf = (urn: unknown, version?: string): TargetingFacet | undefined =>
	facetsIn(version).find((facet) => facetUrn(facet) === urn);
