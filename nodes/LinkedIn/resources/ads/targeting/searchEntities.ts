import type { IDataObject } from 'n8n-workflow';

import { PRODUCTS } from '../../../transport/linkedin/products';
import { DOCS } from '../../docs';
import { limitOf, listFields } from '../../fields/listFields';
import { locatorValue } from '../../fields/locator';
import { operation } from '../../operation';
import { asItIs } from '../../statistics';
import { entriesOf, plainText } from '../../values/plainText';
import { filtersField } from '../fields/filters';
import { localeOf } from '../values/locale';
import { collectionOf, flagOf } from '../values/readParameters';
import { AMERICAN_ENGLISH, findEntities, readFacetValue } from './entities';
import { parseEntity, parseFacet } from './facets';
import { checkFacets, facetField } from './fields';

const SIMILAR_TO = 'Similar To';

export const searchEntities = operation({
	value: 'searchEntities',
	name: 'Search Entities',
	action: 'Search values of a targeting facet',
	description:
		'Find the values of a targeting facet, such as cities, skills or industries, with the URNs that campaigns take',
	docs: DOCS.adTargeting,
	access: 'read',
	scopes: { any: [] },
	product: `${PRODUCTS.advertising.name}, ${PRODUCTS.communityManagement.name}`,
	accountRole: 'none',
	whenEmpty: 'No value of the facet matches. Try fewer words, or English ones.',
	routing: { restliMethod: 'FINDER', path: '/rest/adTargetingEntities' },
	fields: [
		facetField,
		{
			displayName: 'Search',
			name: 'query',
			type: 'string',
			default: '',
			placeholder: 'e.g. Berlin',
			description:
				"What to look for in the names; empty lists all values. Required for locations, schools and companies, which LinkedIn doesn't list.",
		},
		...listFields,
		filtersField([
			{
				displayName: 'For Connected TV',
				name: 'isForTelevision',
				type: 'boolean',
				default: true,
				description: 'Whether to search only values that campaigns on connected TV can target',
			},
			{
				displayName: 'Language',
				name: 'language',
				type: 'string',
				default: 'en_US',
				placeholder: 'e.g. de_DE',
				description: 'Language and country of the names',
			},
			{
				displayName: SIMILAR_TO,
				name: 'similarTo',
				type: 'string',
				default: '',
				placeholder: 'e.g. urn:li:skill:17',
				description:
					'URNs separated by commas, to find similar values instead of searching by words. Works for industries, skills, titles, companies and groups.',
			},
		]),
	],
	async execute(call) {
		const facet = parseFacet(locatorValue(call, 'facet', 'Facet'), 'Facet');
		checkFacets(call, 'Facet', [facet]);
		const filters = collectionOf(call, 'filters', 'Filters');
		const similarTo = entriesOf(filters.similarTo, SIMILAR_TO);
		const found = await findEntities(call.linkedin, {
			facet,
			words: plainText(call.parameter('query', ''), 'Search').trim(),
			similarTo: similarTo.map((entry) => parseEntity(facet, entry, SIMILAR_TO)),
			locale: localeOf(filters.language, 'Language') ?? AMERICAN_ENGLISH,
			isForTelevision: flagOf(filters.isForTelevision, 'For Connected TV'),
			limit: limitOf(call),
			...(!call.simplify && { readOne: asItIs }),
		});
		return found.map((element) => {
			if (!call.simplify) return element as IDataObject;
			const entity = readFacetValue(element);
			const facetUrn = entity.facetUrn ?? facet.urn;
			return { urn: entity.urn ?? null, name: entity.name ?? null, facet: facet.name, facetUrn };
		});
	},
});
