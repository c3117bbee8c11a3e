import { parsePostOrComment } from '../../../transport/restli/urns/entity';
import { DOCS } from '../../docs';
import { limitOf, listFields } from '../../fields/listFields';
import { locatorValue } from '../../fields/locator';
import { listItems } from '../../listItems';
import { operation } from '../../operation';
import { postLocator } from '../../posts/reference';
import { presentListed } from './entity';
import { READ_ROLE, READ_SCOPES } from './path';

/** LinkedIn doesn't document a maximum for this list; 100 is in use. */
const COMMENTS_A_PAGE = 100;

export const getMany = operation({
	value: 'getMany',
	name: 'Get Many',
	action: 'Get many comments of a post or replies of a comment',
	description: "List the comments on a post or the replies to a comment, in LinkedIn's order",
	builderHint: 'To act on new comments, use n8n-nodes-linkedin-suite.linkedInCommunityTrigger instead.',
	docs: DOCS.comments,
	access: 'read',
	scopes: READ_SCOPES,
	role: READ_ROLE,
	routing: { restliMethod: 'GET_ALL', path: '/rest/socialActions/{entity}/comments' },
	fields: [
		postLocator({
			displayName: 'Post or Comment',
			name: 'entity',
			description:
				"A post for its comments, or a comment for its replies. Choose one of your pages' newest posts, or enter a link or URN.",
		}),
		...listFields,
	],
	async execute(call) {
		const given = locatorValue(call, 'entity', 'Post or Comment', 'comment');
		const { urn: entity, post: thread } = parsePostOrComment(given, 'Post or Comment');
		const request = { ...call.routing, keys: { entity } };
		const paging = { pageSize: COMMENTS_A_PAGE, limit: limitOf(call), missingIsEmpty: true };
		const pages = call.linkedin.pages<unknown>(request, paging);
		return await listItems(call.linkedin, pages, (body) => presentListed(body, thread, call.simplify));
	},
});
