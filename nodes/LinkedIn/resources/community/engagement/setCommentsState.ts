import { InputError } from '../../../transport/errors/inputError';
import { patch } from '../../../transport/restli/patch';
import { parsePost } from '../../../transport/restli/urns/post';
import { postUrl } from '../../../transport/restli/urns/url';
import { DOCS } from '../../docs';
import { actorOf } from '../../fields/actor';
import { locator, locatorValue } from '../../fields/locator';
import { operation } from '../../operation';
import { targetPostField } from '../../posts/reference';
import { plainText } from '../../values/plainText';
import { WRITE_ROLE } from '../comment/path';

export const setCommentsState = operation({
	value: 'setCommentsState',
	name: 'Open or Close Comments',
	action: 'Open or close the comments of a post',
	description:
		'Open or close the comments of a post. Closing permanently deletes all its comments. Deletion can take a while.',
	docs: DOCS.socialMetadata,
	access: 'full',
	scopes: { member: ['w_member_social_feed'], page: ['w_organization_social_feed'] },
	role: WRITE_ROLE,
	routing: { restliMethod: 'PARTIAL_UPDATE', path: '/rest/socialMetadata/{entity}' },
	fields: [
		targetPostField,
		locator({
			displayName: 'Author',
			name: 'author',
			description: 'Who published the post: you, or one of your pages',
			searchListMethod: 'searchActors',
			defaultsToMe: true,
		}),
		{
			displayName: 'Comments',
			name: 'commentsState',
			type: 'options',
			default: 'OPEN',
			description: 'Whether people can comment',
			options: [
				{ name: 'Closed', value: 'CLOSED', description: 'Nobody can comment, and all comments are deleted' },
				{ name: 'Open', value: 'OPEN', description: "People can comment; deleted comments don't come back" },
			],
		},
		{
			displayName: 'Delete All Comments',
			name: 'confirmDeletion',
			type: 'boolean',
			default: false,
			description: 'Whether to permanently delete all comments. Required to close them.',
			displayOptions: { show: { commentsState: ['CLOSED'] } },
		},
	],
	async execute(call) {
		const { urn } = parsePost(locatorValue(call, 'targetPost', 'Post', 'post'), 'Post');
		const state = stateOf(call.parameter<unknown>('commentsState', 'OPEN'));
		if (state === 'CLOSED' && call.parameter<unknown>('confirmDeletion', false) !== true) {
			throw new InputError(
				'Delete All Comments',
				"Closing comments permanently deletes all of them, and this wasn't confirmed",
				'Turn on Delete All Comments to confirm. To remove single comments, delete those instead.',
			);
		}
		call.plan(() => ({
			steps: [
				state === 'OPEN'
					? `Open the comments of ${urn}`
					: `Close the comments of ${urn}, which permanently deletes all of them`,
			],
			calls: 1,
		}));
		const actor = await actorOf(call, 'author');
		await call.linkedin.request({
			...call.routing,
			keys: { entity: urn },
			query: { actor: actor.urn },
			body: patch({ commentsState: state }),
		});
		return [{ urn, url: postUrl(urn), commentsState: state, accepted: true }];
	},
});

function stateOf(given: unknown): 'OPEN' | 'CLOSED' {
	const state = plainText(given, 'Comments').trim().toUpperCase();
	if (state === 'OPEN' || state === 'CLOSED') return state;
	throw new InputError('Comments', `Unknown comments state "${state.slice(0, 40)}"`, 'Use OPEN or CLOSED.');
}
