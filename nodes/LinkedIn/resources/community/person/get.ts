import type { IDataObject } from 'n8n-workflow';

import { PRODUCTS } from '../../../transport/linkedin/products';
import { parsePerson } from '../../../transport/restli/urns/actor';
import { oneOrMany, requiredEntries } from '../../batchGet';
import { DOCS } from '../../docs';
import { operation } from '../../operation';
import { withPictures } from '../media/pictures';
import { PEOPLE, personKey, PICTURE, presentPerson } from './entity';

export const get = operation({
	value: 'get',
	name: 'Get',
	action: 'Get one or many people',
	description:
		"Get the name, headline, profile URL and picture of one or more people by ID, e.g. of who commented. A person's ID works only with the app that received it, and what people hide is missing. LinkedIn forbids storing data of other members.",
	docs: DOCS.people,
	access: 'read',
	scopes: {},
	product: PRODUCTS.communityManagement.name,
	routing: { restliMethod: 'GET', path: '/rest/people/{person}' },
	fields: [
		{
			displayName: 'Person',
			name: 'person',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. urn:li:person:yrZCpj2ZYQ',
			description:
				'ID or URN of a person, as comments, reactions and followers give it. Separate several with commas.',
		},
	],
	async execute(call) {
		const entries = requiredEntries(
			call.parameter<unknown>('person', ''),
			'Person',
			'urn:li:person:yrZCpj2ZYQ',
		);
		const urns = entries.map((entry) => parsePerson(entry, 'Person').urn);
		const asked = urns.map((urn) => ({ urn, url: null, id: personKey(urn) }));
		const items = await oneOrMany(call, asked, PEOPLE, (body, { urn }) =>
			presentPerson(body, urn, call.simplify),
		);
		const explained = items.map((item) => (item.status === 404 ? withReason(item) : item));
		return call.simplify ? await withPictures(call.linkedin, explained, PICTURE) : explained;
	},
});

/** LinkedIn's own words for an id of another app are those for nobody. */
function withReason(item: IDataObject): IDataObject {
	if (item.found !== false) return item;
	return {
		...item,
		reason: `${String(item.reason)}. A person's ID works only with the app that received it.`,
	};
}
