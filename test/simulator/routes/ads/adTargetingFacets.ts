import { facetsIn, facetUrn } from '../../ads/facets';
import { requireTargeting } from '../../ads/targetingParams';
import type { Answer, Call, Resource } from '../../resource';

/** /rest/adTargetingFacets: all facets at once, although there is a paging block (docs.adTargeting). */
export const adTargetingFacets: Resource = {
	path: '/rest/adTargetingFacets',
	permission: 'partnerApiAdTargetingFacets',
	methods: { GET_ALL: { scopes: [], handle: list } },
};

function list(call: Call): Answer {
	requireTargeting(call);
	const { targetingFacetKey } = call.state;
	const elements = facetsIn(call.version).map((facet) => {
		// The capture with $URN has a placeholder for values that its enumerations didn't know.
		const isUnknown = targetingFacetKey === '$URN' && facet.finders.length === 0;
		return {
			facetName: facet.name,
			availableEntityFinders: isUnknown ? ['$UNKNOWN'] : facet.finders,
			entityTypes: isUnknown ? ['$UNKNOWN'] : [facet.entityType],
			[targetingFacetKey]: facetUrn(facet),
		};
	});
	return { status: 200, body: { elements, paging: { start: 0, count: 10, links: [] } } };
}
