import { defineCase } from '../../../../../cases';
import { adsApp } from '../connection';

const all = { method: 'GET' as const, url: '/rest/adTargetingFacets', restliMethod: 'GET_ALL' };

const shown = [
	{
		urn: 'urn:li:adTargetingFacet:industries',
		name: 'industries',
		entityTypes: ['INDUSTRY'],
		isListed: true,
		isSearched: true,
		hasSimilar: true,
		canBeExcluded: true,
	},
	{
		urn: 'urn:li:adTargetingFacet:genders',
		name: 'genders',
		entityTypes: ['GENDER'],
		isListed: true,
		isSearched: false,
		hasSimilar: false,
		canBeExcluded: false,
	},
	{
		urn: 'urn:li:adTargetingFacet:dynamicSegments',
		name: 'dynamicSegments',
		entityTypes: expect.any(Array) as string[],
		isListed: false,
		isSearched: false,
		hasSimilar: false,
		canBeExcluded: true,
	},
];

export default defineCase({
	operation: 'targeting:getFacets',
	cases: [
		{
			...adsApp,
			name: 'all facets in one call, with the ways to find their values',
			page: 'adTargeting',
			about: 'adTargetingFacets',
			parameters: {},
			wire: [all],
			out: expect.arrayContaining(shown) as [],
		},
		{
			...adsApp,
			name: 'the URN is read under the name that answers were seen to carry',
			page: 'adTargeting',
			about: 'adTargetingFacets',
			given: (simulator) => {
				simulator.state.targetingFacetKey = '$URN';
				return {};
			},
			parameters: {},
			wire: [all],
			out: expect.arrayContaining(shown) as [],
		},
		{
			...adsApp,
			name: 'of a facet that nobody knew its answer tells how its values are found',
			page: 'adTargeting',
			about: 'adTargetingFacets',
			given: (simulator) => {
				const named = (facetName: string, ...availableEntityFinders: string[]) => ({
					facetName,
					availableEntityFinders,
					entityTypes: ['$UNKNOWN'],
				});
				const elements = [
					named('newListed', 'AD_TARGETING_FACET', '$UNKNOWN'),
					named('newSearched', 'TYPEAHEAD', 'SIMILAR_ENTITIES'),
				];
				simulator.faults.add({
					match: { method: 'GET', path: /adTargetingFacets/ },
					effect: { status: 200, body: { elements } },
				});
				return {};
			},
			parameters: {},
			wire: [all],
			out: [
				{
					urn: 'urn:li:adTargetingFacet:newListed',
					name: 'newListed',
					entityTypes: [],
					isListed: true,
					isSearched: false,
					hasSimilar: false,
					canBeExcluded: true,
				},
				{
					urn: 'urn:li:adTargetingFacet:newSearched',
					name: 'newSearched',
					entityTypes: [],
					isListed: false,
					isSearched: true,
					hasSimilar: true,
					canBeExcluded: true,
				},
			],
		},
		{
			...adsApp,
			name: "LinkedIn's own entities, with the URN beside them",
			page: 'adTargeting',
			about: 'adTargetingFacets',
			parameters: { output: 'raw' },
			wire: [all],
			out: expect.arrayContaining([
				{
					facetName: 'industries',
					availableEntityFinders: ['AD_TARGETING_FACET', 'TYPEAHEAD', 'SIMILAR_ENTITIES'],
					entityTypes: ['INDUSTRY'],
					adTargetingFacetUrn: 'urn:li:adTargetingFacet:industries',
					urn: 'urn:li:adTargetingFacet:industries',
				},
			]) as [],
		},
	],
});
