/** Pickers of targeting: what LinkedIn targets by, and values of it. */
import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { AMERICAN_ENGLISH, findEntities, readFacetValue } from '../../resources/ads/targeting/entities';
import { parseFacet } from '../../resources/ads/targeting/facets';
import { facetIdentity, readFacet } from '../../resources/ads/targeting/getFacets';
import { pageReply } from '../../transport/answers/pageReply';
import { choose, chosenValue } from './choices/choose';

const PATH = '/rest/adTargetingFacets';
const MAX_CHOICES = 100;

/** What LinkedIn targets by; LinkedIn sends all of them at once. */
export async function searchTargetingFacets(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	return await choose(this, { what: 'Facets', area: 'ads', scopes: {} }, async (linkedin) => {
		const { body } = await linkedin.request<unknown>({ restliMethod: 'GET_ALL', path: PATH });
		const wanted = filter?.trim().toLowerCase() ?? '';
		const choices = linkedin.elements
			.read(pageReply(body, PATH).elements, readFacet)
			.map(facetIdentity)
			.map(({ urn, name }) => ({ name: inWords(name), value: urn }))
			.filter(({ name, value }) => `${name} ${value}`.toLowerCase().includes(wanted))
			.sort((a, b) => a.name.localeCompare(b.name));
		return { choices };
	});
}

/** Values of the facet that is chosen in the same row. */
export async function searchTargetingEntities(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	return await choose(this, { what: 'Values', area: 'ads', scopes: {} }, async (linkedin) => {
		const facet = parseFacet(chosenValue(this, '&facet'), 'Facet');
		const words = filter?.trim() ?? '';
		if (words === '' && facet.rules?.isSearched && !facet.rules.isListed) {
			// An error would hide the search field.
			return { choices: [] };
		}
		const search = { facet, words, locale: AMERICAN_ENGLISH, limit: MAX_CHOICES };
		const found = (await findEntities(linkedin, search)).map(readFacetValue);
		return { choices: found.flatMap(({ urn, name }) => (urn ? [{ name: name ?? urn, value: urn }] : [])) };
	});
}

/** e.g. `Staff count ranges` */
function inWords(name: string): string {
	const words = name.replace(/([A-Z])/g, ' $1').toLowerCase();
	return words.charAt(0).toUpperCase() + words.slice(1);
}
