import { oneOrMany } from '../../batchGet';
import { DOCS } from '../../docs';
import { operation } from '../../operation';
import { withPictures } from '../media/pictures';
import { LOGO, pageIdentity, presentOrganization } from './entity';
import { organizationField, PAGE_SCOPES, pageIdsOf } from './fields';

export const get = operation({
	value: 'get',
	name: 'Get',
	action: 'Get a company page',
	description: 'Get all fields of one or more Company Pages you are an admin of',
	docs: DOCS.organizations,
	access: 'read',
	scopes: { any: PAGE_SCOPES },
	role: 'ADMINISTRATOR',
	routing: { restliMethod: 'GET', path: '/rest/organizations/{id}' },
	fields: [organizationField],
	async execute(call) {
		const ids = await pageIdsOf(call);
		const items = await oneOrMany(
			call,
			ids.map((id) => ({ id, ...pageIdentity(id) })),
			{
				batch: { path: '/rest/organizations' },
				single: (id) => ({ ...call.routing, keys: { id } }),
			},
			(body, { id }) => presentOrganization(body, id, call.simplify),
		);
		return call.simplify ? await withPictures(call.linkedin, items, LOGO) : items;
	},
});
