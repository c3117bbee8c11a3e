import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { AMERICAN_ENGLISH, findEntities, readFacetValue } from '../../resources/ads/targeting/entities';
import { parseFacet } from '../../resources/ads/targeting/facets';
import { choose } from './choices/choose';

const MAX_CHOICES = 100;

/** Values of the facet that is chosen in the same row. */
export async function searchTargetingEntities(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	return await choose(this, { what: 'Values', area: 'ads', scopes: {} }, async (linkedin) => {
		// The ampersand means the sibling of the field whose list is opened.
		const chosen = this.getCurrentNodeParameter('&facet') as { value?: unknown } | string | null | undefined;
		const facet = parseFacet(typeof chosen === 'object' ? chosen?.value : chosen, 'Facet');
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
