import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { facetIdentity, readFacet } from '../../resources/ads/targeting/getFacets';
import { pageReply } from '../../transport/answers/pageReply';
import { choose } from './choices/choose';

const PATH = '/rest/adTargetingFacets';

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

/** e.g. `Staff count ranges` */
function inWords(name: string): string {
	const words = name.replace(/([A-Z])/g, ' $1').toLowerCase();
	return words.charAt(0).toUpperCase() + words.slice(1);
}
