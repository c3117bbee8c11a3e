import { entitiesOf, entityAt, type TargetingEntity } from '../../ads/catalogue';
import { paramRefused } from '../../ads/errors';
import {
	facetUrn,
	MOST_SIMILAR,
	MOST_SIMILAR_EMPLOYERS,
	type EntityFinder,
	type TargetingFacet,
} from '../../ads/facets';
import { pageLink } from '../../ads/links';
import { checkQuery, readFacet, readUrns, requireTargeting } from '../../ads/targetingParams';
import { listAnswer, PAGING } from '../../paging';
import type { Answer, Call, Method, Resource } from '../../resource';

const COMMON = ['queryVersion', 'locale'];
/** What `count` says in a list that isn't paged. */
const UNPAGED_COUNT = 2_147_483_647;

const finder = (params: string[], handle: (call: Call) => Answer): Method => ({
	scopes: [],
	params: [...COMMON, ...params],
	handle: (call) => {
		requireTargeting(call);
		checkQuery(call);
		return handle(call);
	},
});

/** /rest/adTargetingEntities (docs.adTargeting). */
export const adTargetingEntities: Resource = {
	path: '/rest/adTargetingEntities',
	permission: 'partnerApiAdTargetingEntities',
	finders: {
		adTargetingFacet: finder(['facet'], ofFacet),
		typeahead: finder(['facet', 'query', 'entityType', 'useCase', ...PAGING], typeahead),
		similarEntities: finder(['facet', 'entities', ...PAGING], similar),
		urns: finder(['urns', 'fetchType'], byUrn),
	},
};

/** @throws ApiError 400 if the facet doesn't support this finder */
function facetFor(call: Call, wanted: EntityFinder): TargetingFacet {
	const facet = readFacet(call);
	if (facet.finders.includes(wanted)) return facet;
	throw paramRefused('INVALID_VALUE_FOR_FIELD', 'facet', `${facet.name} does not support ${wanted}`);
}

const shown = (facet: TargetingFacet) => (entity: TargetingEntity) => ({
	urn: entity.urn,
	facetUrn: facetUrn(facet),
	name: entity.name,
});

function whole(elements: unknown[]): Answer {
	return { status: 200, body: { elements, paging: { count: UNPAGED_COUNT, start: 0, links: [] } } };
}

function ofFacet(call: Call): Answer {
	const facet = facetFor(call, 'AD_TARGETING_FACET');
	return whole(entitiesOf(facet).map(shown(facet)));
}

function typeahead(call: Call): Answer {
	const facet = facetFor(call, 'TYPEAHEAD');
	const { query, entityType, useCase } = call.params;
	if (typeof query !== 'string' || query === '') throw paramRefused('MISSING_FIELD', 'query');
	if (entityType !== undefined && entityType !== facet.entityType) {
		throw paramRefused('INVALID_VALUE_FOR_FIELD', 'entityType', `${facet.name} has ${facet.entityType}`);
	}
	if (useCase !== undefined && useCase !== 'CONNECTED_TELEVISION_ONLY_CAMPAIGN') {
		throw paramRefused('INVALID_VALUE_FOR_FIELD', 'useCase');
	}
	const found = entitiesOf(facet).filter(({ name }) => name.toLowerCase().includes(query.toLowerCase()));
	return listAnswer(found, call.params, {
		link: pageLink(call, '/rest/adTargetingEntities'),
		read: shown(facet),
	});
}

function similar(call: Call): Answer {
	const facet = facetFor(call, 'SIMILAR_ENTITIES');
	const urns = readUrns(call, 'entities');
	const most = facet.name.startsWith('employers') ? MOST_SIMILAR_EMPLOYERS : MOST_SIMILAR;
	if (urns.length > most) {
		throw paramRefused('FIELD_VALUE_TOO_HIGH', 'entities', `At most ${most} entities of ${facet.name}`);
	}
	const found = entitiesOf(facet).filter(({ urn }) => !urns.includes(urn));
	return listAnswer(found, call.params, { total: true, read: shown(facet) });
}

/** Unknown URNs are left out. */
function byUrn(call: Call): Answer {
	const { fetchType } = call.params;
	if (fetchType !== undefined && fetchType !== 'SINGLE_NODE' && fetchType !== 'LAZY') {
		throw paramRefused('INVALID_VALUE_FOR_FIELD', 'fetchType');
	}
	return whole(readUrns(call, 'urns').flatMap((urn) => entityAt(urn) ?? []));
}
