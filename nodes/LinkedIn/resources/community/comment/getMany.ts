import type { IDataObject } from 'n8n-workflow';

import { operation } from '../../define';
import { DOCS } from '../../docs';
import { limitOf, listFields, plainText } from '../../fields';
import { parsePostOrComment } from '../../../transport/restli/urn';
import { READ_ROLE, READ_SCOPES } from './path';
import { commentUrnOf, presentComment, readComment } from './entity';

/** LinkedIn publishes no maximum for this list; 100 is in use. */
const COMMENTS_A_PAGE = 100;

export const getMany = operation({
	value: 'getMany',
	name: 'Get Many',
	action: 'Get many comments of a post or replies of a comment',
	description:
		'List the comments under a post, or the replies under a comment, in the order LinkedIn gives them',
	docs: DOCS.comments,
	access: 'read',
	scopes: READ_SCOPES,
	role: READ_ROLE,
	routing: { restliMethod: 'GET_ALL', path: '/rest/socialActions/{entity}/comments' },
	fields: [
		{
			displayName: 'Post or Comment',
			name: 'entity',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. https://www.linkedin.com/feed/update/urn:li:activity:7094637247890620418',
			description: 'URN or link of a post, for its comments, or of a comment, for its replies',
		},
		...listFields,
	],
	async execute(call) {
		const given = plainText(call.parameter<unknown>('entity', ''), 'Post or Comment');
		const { urn: entity, post: thread } = parsePostOrComment(given, 'Post or Comment');
		const items: IDataObject[] = [];
		const request = { ...call.routing, keys: { entity } };
		const paging = { pageSize: COMMENTS_A_PAGE, limit: limitOf(call), missingIsEmpty: true };
		const pages = call.linkedin.pages<unknown>(request, paging);
		for await (const page of pages) {
			for (const comment of page.map(readComment)) {
				items.push(presentComment(comment, commentUrnOf(comment, thread), call.simplify));
			}
		}
		return items;
	},
});
