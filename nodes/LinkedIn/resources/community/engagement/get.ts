import { parsePostOrComment } from '../../../transport/restli/urns/entity';
import { oneOrMany, requiredEntries } from '../../batchGet';
import { DOCS } from '../../docs';
import { operation } from '../../operation';
import { postLocator } from '../../posts/reference';
import { READ_ROLE, READ_SCOPES } from '../comment/path';
import { presentEngagement } from './entity';

const FIELD = 'Posts or Comments';

export const get = operation({
	value: 'get',
	name: 'Get',
	action: 'Get the engagement of posts or comments',
	description:
		"Get the number of comments, the reactions by type, and whether commenting is open, for one or more posts or comments. LinkedIn's API counts fewer reactions than its website.",
	docs: DOCS.socialMetadata,
	access: 'read',
	scopes: READ_SCOPES,
	role: READ_ROLE,
	routing: { restliMethod: 'GET', path: '/rest/socialMetadata/{entity}' },
	fields: [
		postLocator({
			displayName: FIELD,
			name: 'entities',
			description:
				"Choose one of your pages' newest posts, or enter links or URNs of posts or comments, separated by commas",
		}),
	],
	async execute(call) {
		const given = call.parameter<unknown>('entities', '');
		const entries = requiredEntries(given, FIELD, 'urn:li:activity:7094637247890620418', 'comment');
		const asked = entries.map((entry) => {
			const { urn, url } = parsePostOrComment(entry, FIELD);
			return { id: urn, urn, url };
		});
		return await oneOrMany(
			call,
			asked,
			{
				batch: { path: '/rest/socialMetadata' },
				single: (entity) => ({ ...call.routing, keys: { entity } }),
			},
			(body, identity) => presentEngagement(body, identity, call.simplify),
		);
	},
});
