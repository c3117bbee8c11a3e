import { COUNTRIES, REGIONS } from '../ads/catalogue';
import { requireText } from '../dispatch';
import { denied } from '../errors';
import { listAnswer, PAGING } from '../paging';
import type { Answer, Call, Resource } from '../resource';

/** /rest/geoTypeahead?q=search: places by the beginning of their name (docs.geoTypeahead). */
export const geoTypeahead: Resource = {
	path: '/rest/geoTypeahead',
	permission: 'geoTypeahead',
	finders: {
		// No scope is documented, but a product of the app answers (docs/behaviour.md#places).
		search: { scopes: [], params: ['query', 'locale', ...PAGING], handle: find },
	},
};

function find(call: Call): Answer {
	if (!call.app.products.includes('communityManagement')) {
		throw denied('Not enough permissions to access: FINDER-search /geoTypeahead');
	}
	const query = requireText(call.params, 'query').toLowerCase();
	const found = [...COUNTRIES, ...REGIONS].filter(({ name }) => name.toLowerCase().startsWith(query));
	return listAnswer(
		found.map(({ urn, name }) => ({ entity: urn, displayText: name })),
		call.params,
	);
}
