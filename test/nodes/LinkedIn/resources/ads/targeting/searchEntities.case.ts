import { defineCase, type OperationCase } from '../../../../../cases';
import { adsApp, byId } from '../connection';

const find = (query: string, locale = '(language:en,country:US)') => ({
	method: 'GET' as const,
	url: `/rest/adTargetingEntities?${query.replace('LOCALE', `queryVersion=QUERY_USES_URNS&locale=${locale}`)}`,
	restliMethod: 'FINDER',
});
const typeahead = (facet: string, query: string, count: number, start = 0) =>
	find(
		`q=typeahead&facet=urn%3Ali%3AadTargetingFacet%3A${facet}&query=${query}&LOCALE&start=${start}&count=${count}`,
	);
const listed = (facet: string, locale?: string) =>
	find(`q=adTargetingFacet&facet=urn%3Ali%3AadTargetingFacet%3A${facet}&LOCALE`, locale);
const entity = (facet: string, urn: string, name: string) => ({
	urn,
	name,
	facet,
	facetUrn: `urn:li:adTargetingFacet:${facet}`,
});

/** Refused without a call. */
const refused = (
	name: string,
	parameters: OperationCase['parameters'],
	message: RegExp,
	way: RegExp,
): OperationCase => ({
	...adsApp,
	name,
	page: 'adTargeting',
	about: 'finders by facet',
	parameters,
	wire: [],
	error: { message: expect.stringMatching(message), description: expect.stringMatching(way) },
});

export default defineCase({
	operation: 'targeting:searchEntities',
	cases: [
		{
			...adsApp,
			name: 'locations by words',
			page: 'adTargeting',
			about: 'q=typeahead',
			parameters: { facet: byId('locations'), query: 'united k' },
			wire: [typeahead('locations', 'united%20k', 50), typeahead('locations', 'united%20k', 49, 50)],
			out: [entity('locations', 'urn:li:geo:101165590', 'United Kingdom')],
		},
		{
			...adsApp,
			name: 'words in a facet that is only listed are looked for in the list',
			page: 'adTargeting',
			about: 'finders by facet',
			parameters: { facet: byId('urn:li:adTargetingFacet:seniorities'), query: 'PART' },
			wire: [listed('seniorities')],
			out: [entity('seniorities', 'urn:li:seniority:9', 'Partner')],
		},
		{
			...adsApp,
			name: 'the first values of a list, in another language',
			page: 'adTargeting',
			about: 'q=adTargetingFacet',
			parameters: { facet: byId('genders'), limit: 1, filters: { language: 'de_DE' } },
			wire: [listed('genders', '(language:de,country:DE)')],
			out: [entity('genders', 'urn:li:gender:FEMALE', 'Female')],
		},
		{
			...adsApp,
			name: 'values like others',
			page: 'adTargeting',
			about: 'q=similarEntities',
			parameters: { facet: byId('employers'), limit: 2, filters: { similarTo: '1003' } },
			wire: [
				find(
					'q=similarEntities&facet=urn%3Ali%3AadTargetingFacet%3Aemployers&entities=List(urn%3Ali%3Aorganization%3A1003)&LOCALE&start=0&count=2',
				),
			],
			out: [
				expect.objectContaining({ urn: expect.stringMatching(/^urn:li:organization:(?!1003$)\d+$/) }),
				expect.objectContaining({ facet: 'employers' }),
			],
		},
		{
			...adsApp,
			name: 'locations for connected TV',
			page: 'adTargeting',
			about: 'useCase',
			parameters: { facet: byId('locations'), query: 'germ', filters: { isForTelevision: true } },
			wire: ['start=0&count=50', 'start=50&count=49'].map((place) =>
				find(
					`q=typeahead&facet=urn%3Ali%3AadTargetingFacet%3Alocations&query=germ&useCase=CONNECTED_TELEVISION_ONLY_CAMPAIGN&LOCALE&${place}`,
				),
			),
			out: [entity('locations', 'urn:li:geo:101282230', 'Germany')],
		},
		{
			...adsApp,
			name: "LinkedIn's own entities",
			page: 'adTargeting',
			about: 'q=typeahead',
			parameters: { facet: byId('titles'), query: 'teach', output: 'raw' },
			wire: [typeahead('titles', 'teach', 50), typeahead('titles', 'teach', 49, 50)],
			out: [{ urn: 'urn:li:title:5', name: 'Teacher', facetUrn: 'urn:li:adTargetingFacet:titles' }],
		},
		refused(
			'locations without words',
			{ facet: byId('locations') },
			/doesn't list all locations/,
			/some letters/,
		),
		refused(
			'audiences',
			{ facet: byId('audienceMatchingSegments'), query: 'x' },
			/can't search audienceMatchingSegments/,
			/urn:li:adSegment:/,
		),
		refused(
			'similar seniorities',
			{ facet: byId('seniorities'), filters: { similarTo: 'urn:li:seniority:4' } },
			/similar values for seniorities/,
			/Clear Similar To/,
		),
		refused('an unknown facet', { facet: byId('skillz') }, /Facet is "skillz"/, /ageRanges, .*titles/),
		refused(
			'a language that is none',
			{ facet: byId('genders'), filters: { language: 'german' } },
			/Language must be a language and country, not "german"/,
			/en_US/,
		),
	],
});
