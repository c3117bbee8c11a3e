import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';

import { PRODUCTS } from '../../../../../credentials/products';
import { operation } from '../../define';
import { DOCS } from '../../docs';
import { pageReply } from '../../../transport/paginate';
import { facetNamed } from './facets';

const texts = z.array(z.string()).optional().catch(undefined);

/** LinkedIn's page names the URN in one way, its answers in another. */
const entity = z
	.object({
		facetName: z.string().optional().catch(undefined),
		adTargetingFacetUrn: z.string().optional().catch(undefined),
		$URN: z.string().optional().catch(undefined),
		entityTypes: texts,
		availableEntityFinders: texts,
	})
	.passthrough();

export type FacetEntity = z.infer<typeof entity>;

/** A facet as LinkedIn sends it; what is none counts as empty. */
export function readFacet(element: unknown): FacetEntity {
	return entity.catch({}).parse(element ?? {});
}

/** Name and URN; one is told from the other where LinkedIn left it out. */
export function facetIdentity(facet: FacetEntity): { urn: string; name: string } {
	const given = facet.adTargetingFacetUrn ?? facet.$URN;
	const name = facet.facetName ?? given?.slice(given.lastIndexOf(':') + 1) ?? '';
	return { urn: given ?? facetNamed(name).urn, name };
}

/** Stands for what LinkedIn does not tell. */
const isKnown = (text: string) => text !== '$UNKNOWN';

export const getFacets = operation({
	value: 'getFacets',
	name: 'Get Facets',
	action: 'Get all targeting facets',
	description:
		'List what LinkedIn can target by, and how the values of each are found: as a whole list, by searching, or not at all',
	docs: DOCS.adTargeting,
	access: 'read',
	scopes: { any: [] },
	product: PRODUCTS.advertising.name,
	accountRole: 'none',
	routing: { restliMethod: 'GET_ALL', path: '/rest/adTargetingFacets' },
	fields: [],
	async execute({ linkedin, routing, simplify }) {
		const { body } = await linkedin.request<unknown>(routing);
		const { elements } = pageReply(body, `${routing.restliMethod} ${routing.path}`);
		return elements.map(readFacet).map((facet) => (simplify ? presentFacet(facet) : rawFacet(facet)));
	},
});

function rawFacet(facet: FacetEntity): IDataObject {
	return { ...(facet as IDataObject), urn: facetIdentity(facet).urn };
}

function presentFacet(facet: FacetEntity): IDataObject {
	const identity = facetIdentity(facet);
	const finders = (facet.availableEntityFinders ?? []).filter(isKnown);
	const { rules } = facetNamed(identity.name);
	return {
		...identity,
		entityTypes: (facet.entityTypes ?? []).filter(isKnown),
		isListed: rules?.isListed ?? finders.includes('AD_TARGETING_FACET'),
		isSearched: rules?.isSearched ?? finders.includes('TYPEAHEAD'),
		hasSimilar: rules?.hasSimilar ?? finders.includes('SIMILAR_ENTITIES'),
		canBeExcluded: !rules?.isIncludeOnly,
	};
}
