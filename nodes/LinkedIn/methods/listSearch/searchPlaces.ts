import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { z } from 'zod';

import { Unreadable } from '../../transport/answers/elements';
import { pageReply } from '../../transport/answers/pageReply';
import { optionalText, readEntity, type Entity } from '../../transport/answers/readEntity';
import { choose } from './choices/choose';

const PATH = '/rest/geoTypeahead';

const placeEntity = z
	.object({ entity: optionalText, displayText: optionalText, displayName: optionalText })
	.passthrough();

/**
 * Countries, regions and cities whose English name begins with what was typed.
 * @throws NodeApiError as choose
 * @see docs.geoTypeahead
 */
export async function searchPlaces(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	const query = filter?.trim();
	if (!query) return { results: [] };
	return await choose(this, { what: 'Places', area: 'posts', scopes: {} }, async (linkedin) => {
		const request = { restliMethod: 'FINDER' as const, path: PATH, query: { q: 'search', query } };
		const { body } = await linkedin.request<unknown>(request);
		return { choices: linkedin.elements.read(pageReply(body, `FINDER ${PATH}`).elements, readPlace) };
	});
}

function readPlace(element: Entity): { name: string; value: string } | Unreadable {
	const { entity, displayText, displayName } = readEntity(placeEntity, element) ?? {};
	if (!entity) return new Unreadable("one doesn't say which place it is");
	// Older texts of LinkedIn name the second field.
	return { name: displayText ?? displayName ?? entity, value: entity };
}
