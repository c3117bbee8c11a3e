import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';

import { Unreadable } from '../../../transport/answers/elements';
import { pageReply } from '../../../transport/answers/pageReply';
import { optionalText, readEntity, type Entity } from '../../../transport/answers/readEntity';
import { PRODUCTS } from '../../../transport/linkedin/products';
import { DOCS } from '../../docs';
import { operation } from '../../operation';
import { facetNamed } from './facets';

const texts = z.array(z.string()).optional();

/** LinkedIn's documentation and its responses use different names for the URN. */
const entity = z
	.object({
		facetName: optionalText,
		adTargetingFacetUrn: optionalText,
		$URN: optionalText,
		entityTypes: texts,
		availableEntityFinders: texts,
	})
	.passthrough();

export type FacetEntity = z.infer<typeof entity>;

/** A facet as LinkedIn sends it; unreadable if it has neither name nor URN. */
export function readFacet(element: Entity): FacetEntity | Unreadable {
	const facet = readEntity(entity, element) ?? {};
	return facetIdentity(facet).name === '' ? new Unreadable('one has neither name nor URN') : facet;
}

/** Name and URN; if LinkedIn left one out, it's derived from the other. */
export function facetIdentity(facet: FacetEntity): { urn: string; name: string } {
	const given = facet.adTargetingFacetUrn ?? facet.$URN;
	const name = facet.facetName ?? given?.slice(given.lastIndexOf(':') + 1) ?? '';
	return { urn: given ?? facetNamed(name).urn, name };
}

/** The value for unknown methods. */
const isKnown = (text: string) => text !== '$UNKNOWN';

export const getFacets = operation({
	value: 'getFacets',
	name: 'Get Facets',
	action: 'Get all targeting facets',
	description:
		'List the targeting facets, and how to find the values of each: as a full list, by search, or not at all',
	docs: DOCS.adTargeting,
	access: 'read',
	scopes: { any: [] },
	product: `${PRODUCTS.advertising.name}, ${PRODUCTS.communityManagement.name}`,
	accountRole: 'none',
	routing: { restliMethod: 'GET_ALL', path: '/rest/adTargetingFacets' },
	fields: [],
	async execute({ linkedin, routing, simplify }) {
		const { body } = await linkedin.request<unknown>(routing);
		const { elements } = pageReply(body, `${routing.restliMethod} ${routing.path}`);
		return linkedin.elements.read<IDataObject>(elements, (element) => {
			const facet = readFacet(element);
			if (simplify) return facet instanceof Unreadable ? facet : presentFacet(facet);
			const urn = facet instanceof Unreadable ? null : facetIdentity(facet).urn;
			return { ...(element as IDataObject), urn };
		});
	},
});

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
