/**
 * The values of facets by name. LinkedIn has several finders, and no facet supports all of them.
 * @see docs.adTargeting
 */
import { z } from 'zod';

import { Unreadable, type ReadOne } from '../../../transport/answers/elements';
import { pageReply } from '../../../transport/answers/pageReply';
import { optionalText, readEntity, type Entity } from '../../../transport/answers/readEntity';
import { InputError } from '../../../transport/errors/inputError';
import type { RestliValue } from '../../../transport/restli/value';
import type { LinkedInClient } from '../../../transport/types';
import type { Locale } from '../values/locale';
import type { TargetingFacet } from './facets';

const PATH = '/rest/adTargetingEntities';
const ELEMENTS_A_PAGE = 100;

export const AMERICAN_ENGLISH: Locale = { language: 'en', country: 'US' };

export interface Search {
	facet: TargetingFacet;
	/** What the names begin with; empty for all. */
	words: string;
	/** URNs; then values like these are looked for. */
	similarTo?: string[];
	/** Of the names. */
	locale: Locale;
	/** Only what ads on connected TV can target. */
	isForTelevision?: boolean;
	limit: number;
	/** Reads one value; without it values that have no URN are left out. */
	readOne?: ReadOne<Entity>;
}

/**
 * Values of a facet: similar ones, those that match the words, or all. If LinkedIn can't search a facet, its list is
 * read and searched here.
 * @throws InputError if LinkedIn has no way to find them, LinkedInError
 */
export async function findEntities(linkedin: LinkedInClient, search: Search): Promise<Entity[]> {
	const { facet, words, similarTo = [], isForTelevision, limit } = search;
	const rules = facet.rules ?? { isListed: true, isSearched: true, hasSimilar: true };
	if (similarTo.length > 0) {
		if (rules.hasSimilar) return await paged(linkedin, search, 'similarEntities', { entities: similarTo });
		throw new InputError(
			'Similar To',
			`LinkedIn doesn't find similar values for ${facet.name}`,
			'Clear Similar To and search by words.',
		);
	}
	if (words !== '' && rules.isSearched) {
		const useCase = isForTelevision ? 'CONNECTED_TELEVISION_ONLY_CAMPAIGN' : undefined;
		return await paged(linkedin, search, 'typeahead', { query: words, useCase });
	}
	if (rules.isListed) return (await all(linkedin, search)).filter(named(words)).slice(0, limit);
	if (rules.isSearched) {
		throw new InputError(
			'Search',
			`LinkedIn doesn't list all ${facet.name}, only search results`,
			'Enter some letters of the name in Search.',
		);
	}
	throw new InputError(
		'Facet',
		`LinkedIn can't search ${facet.name}: they are the audiences of the ad account`,
		'Enter their URNs: urn:li:adSegment: and the number, which Audience: Get Many lists.',
	);
}

function queryOf({ facet, locale }: Search, q: string, own: Record<string, RestliValue | undefined>) {
	return { q, facet: facet.urn, ...own, queryVersion: 'QUERY_USES_URNS', locale: { ...locale } };
}

async function paged(
	linkedin: LinkedInClient,
	search: Search,
	q: string,
	own: Record<string, RestliValue | undefined>,
): Promise<Entity[]> {
	const request = { restliMethod: 'FINDER' as const, path: PATH, query: queryOf(search, q, own) };
	const found: Entity[] = [];
	const paging = { pageSize: ELEMENTS_A_PAGE, limit: search.limit };
	for await (const elements of linkedin.pages<unknown>(request, paging)) {
		found.push(...linkedin.elements.read(elements, search.readOne ?? identified));
	}
	return found;
}

/** LinkedIn sends the whole list at once. */
async function all(linkedin: LinkedInClient, search: Search): Promise<Entity[]> {
	const query = queryOf(search, 'adTargetingFacet', {});
	const { body } = await linkedin.request<unknown>({ restliMethod: 'FINDER', path: PATH, query });
	return linkedin.elements.read(pageReply(body, `FINDER ${PATH}`).elements, search.readOne ?? identified);
}

const facetValue = z
	.object({
		urn: optionalText,
		facetUrn: optionalText,
		name: optionalText,
	})
	.passthrough();

export type FacetValue = z.infer<typeof facetValue>;

/** A value as LinkedIn sends it. */
export function readFacetValue(element: Entity): FacetValue {
	return readEntity(facetValue, element) ?? {};
}

function named(words: string): (element: Entity) => boolean {
	const wanted = words.toLowerCase();
	return (element) => (readFacetValue(element).name ?? '').toLowerCase().includes(wanted);
}

/** A value without a URN can't be identified. */
function identified(element: Entity): Entity | Unreadable {
	return readFacetValue(element).urn === undefined ? new Unreadable('one has no URN') : element;
}
