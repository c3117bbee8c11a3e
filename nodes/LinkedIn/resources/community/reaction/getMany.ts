import { DOCS } from '../../docs';
import { limitOf, listFields } from '../../fields/listFields';
import { listItems } from '../../listItems';
import { operation } from '../../operation';
import { plainText } from '../../values/plainText';
import { READ_ROLE, READ_SCOPES } from '../comment/path';
import { presentListed } from './entity';
import { entityField, entityOf } from './fields';

/** LinkedIn doesn't document a maximum for this list; its other lists accept 100. */
const REACTIONS_A_PAGE = 100;

export const getMany = operation({
	value: 'getMany',
	name: 'Get Many',
	action: 'Get many reactions to a post or comment',
	description:
		'List who reacted to a post or comment, and how. The count can differ from what LinkedIn shows.',
	docs: DOCS.reactions,
	access: 'read',
	scopes: READ_SCOPES,
	role: READ_ROLE,
	whenEmpty: 'Nobody has reacted yet, or the reactions are hidden.',
	routing: { restliMethod: 'FINDER', path: '/rest/reactions/{entity}' },
	fields: [
		entityField,
		{
			displayName: 'Sort',
			name: 'sortReactions',
			type: 'options',
			default: 'REVERSE_CHRONOLOGICAL',
			description: 'The order of the list',
			options: [
				{ name: 'Newest First', value: 'REVERSE_CHRONOLOGICAL' },
				{ name: 'Oldest First', value: 'CHRONOLOGICAL' },
				{ name: 'Relevance', value: 'RELEVANCE' },
			],
		},
		...listFields,
	],
	async execute(call) {
		const { urn: entity, url } = entityOf(call);
		const limit = limitOf(call);
		const sort = plainText(call.parameter<unknown>('sortReactions', 'REVERSE_CHRONOLOGICAL'), 'Sort');
		const request = {
			...call.routing,
			// The entity is a key in the path, although this is a finder.
			keys: { entity: { entity } },
			query: { q: 'entity', sort: { value: sort } },
		};
		const pages = call.linkedin.pages<unknown>(request, { pageSize: REACTIONS_A_PAGE, limit });
		const asked = { actor: null, entity, url };
		return await listItems(call.linkedin, pages, (body) => presentListed(body, asked, call.simplify));
	},
});
