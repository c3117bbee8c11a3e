import { oneOrMany } from '../../batchGet';
import { DOCS } from '../../docs';
import { operation } from '../../operation';
import { accountField, creativesField, oneOf, severalOf, sponsoredIdentity } from '../fields/fields';
import { ADS_READ, ANY_ROLE } from '../scopes';
import { presentCreative } from './entity';

export const get = operation({
	value: 'get',
	name: 'Get',
	action: 'Get a creative',
	description:
		"Get one or more creatives: content, review status, and why they aren't served. Several need only one call.",
	docs: DOCS.creatives,
	access: 'read',
	scopes: ADS_READ,
	accountRole: ANY_ROLE,
	routing: { restliMethod: 'GET', path: '/rest/adAccounts/{account}/creatives/{id}' },
	fields: [accountField, creativesField],
	async execute(call) {
		const account = oneOf(call, 'account').id;
		return await oneOrMany(
			call,
			severalOf(call, 'creative').map(({ id, urn }) => ({
				...sponsoredIdentity('creative', id, account),
				id: urn,
			})),
			{
				batch: { path: '/rest/adAccounts/{account}/creatives', keys: { account } },
				single: (id) => ({ ...call.routing, keys: { account, id } }),
			},
			(body, { id }) => presentCreative(body, account, String(id), call.simplify),
		);
	},
});
