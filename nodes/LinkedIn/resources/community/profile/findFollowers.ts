import type { IDataObject } from 'n8n-workflow';

import { Unreadable } from '../../../transport/answers/elements';
import { InputError } from '../../../transport/errors/inputError';
import { DOCS } from '../../docs';
import { rawItem, UNNAMED } from '../../listItems';
import { operation } from '../../operation';
import { plainText } from '../../values/plainText';
import { withPictures } from '../media/pictures';
import { organizationField, organizationOf } from '../organization/fields';
import { PICTURE } from '../person/entity';
import { FOLLOWER_SCOPES, readFollower, typeahead } from './followers';

export const findFollowers = operation({
	value: 'findFollowers',
	name: 'Find Followers',
	action: 'Find followers of a page by name',
	description: 'Find followers of a Company Page by the start of their name, to mention them',
	docs: DOCS.mentionSearch,
	access: 'read',
	// They are other people.
	area: 'pages',
	scopes: { any: FOLLOWER_SCOPES },
	role: 'ADMINISTRATOR or DIRECT_SPONSORED_CONTENT_POSTER',
	routing: { restliMethod: 'FINDER', path: '/rest/peopleTypeahead' },
	fields: [
		{ ...organizationField, description: 'The Company or Showcase Page' },
		{
			displayName: 'Name',
			name: 'keywords',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. Chris',
			description:
				'The start of the first or last name. LinkedIn returns 10 people at most, and may require 3 letters.',
		},
	],
	async execute(call) {
		const keywords = plainText(call.parameter<unknown>('keywords', ''), 'Name').trim();
		if (keywords === '') {
			throw new InputError('Name', 'Name is empty', 'Enter the start of a name, e.g. Chris.');
		}
		const items = await typeahead<IDataObject>(
			call.linkedin,
			await organizationOf(call),
			keywords,
			(element) => {
				const follower = readFollower(element);
				if (!call.simplify) return rawItem(element, follower instanceof Unreadable ? UNNAMED : follower);
				return follower instanceof Unreadable ? follower : { ...follower };
			},
		);
		return call.simplify ? await withPictures(call.linkedin, items, PICTURE) : items;
	},
});
