import { operation } from '../../define';
import { DOCS } from '../../docs';
import { parseComment } from '../../../transport/restli/urn';
import { commentField, READ_ROLE, READ_SCOPES } from './path';
import { commentUrnOf, presentComment, readComment } from './entity';

export const get = operation({
	value: 'get',
	name: 'Get',
	action: 'Get a comment',
	description: 'Read one comment or reply by its URN or link',
	docs: DOCS.comments,
	access: 'read',
	scopes: READ_SCOPES,
	role: READ_ROLE,
	routing: { restliMethod: 'GET', path: '/rest/socialActions/{entity}/comments/{id}' },
	fields: [commentField],
	async execute(call) {
		const { thread, id } = parseComment(call.parameter<string>('comment', ''), 'Comment');
		const reply = await call.linkedin.request({ ...call.routing, keys: { entity: thread, id } });
		const entity = readComment(reply.body);
		return [presentComment(entity, commentUrnOf(entity, thread, id), call.simplify)];
	},
});
