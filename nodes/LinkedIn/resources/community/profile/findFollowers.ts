import { operation } from '../../define';
import { DOCS } from '../../docs';
import { plainText } from '../../fields';
import { InputError } from '../../../transport/inputError';
import { pageField, pageOf } from '../organization/fields';
import { FOLLOWER_SCOPES, typeahead } from './followers';

export const findFollowers = operation({
	value: 'findFollowers',
	name: 'Find Followers',
	action: 'Find followers of a page by name',
	description: 'Find followers of a company page by the beginning of their name, for mentioning them',
	docs: DOCS.communityManagement,
	access: 'read',
	scopes: { any: FOLLOWER_SCOPES },
	role: 'ADMINISTRATOR',
	routing: { restliMethod: 'FINDER', path: '/rest/peopleTypeahead' },
	fields: [
		{ ...pageField, description: 'The company or showcase page' },
		{
			displayName: 'Name',
			name: 'keywords',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. Chris',
			description: 'The beginning of the first or last name',
		},
	],
	async execute(call) {
		const keywords = plainText(call.parameter<unknown>('keywords', ''), 'Name').trim();
		if (keywords === '') {
			throw new InputError('Name', 'Name is empty', 'Give the beginning of a name, e.g. Chris.');
		}
		const found = await typeahead(call.linkedin, await pageOf(call), keywords);
		return found.map(({ raw, ...follower }) =>
			call.simplify ? { ...follower } : { ...raw, urn: follower.urn, url: follower.url },
		);
	},
});
