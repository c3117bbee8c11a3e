import { oneOrMany } from '../../batchGet';
import { DOCS } from '../../docs';
import { operation } from '../../operation';
import { accountField, campaignGroupsField, oneOf, severalOf, sponsoredIdentity } from '../fields/fields';
import { ADS_READ, ANY_ROLE } from '../scopes';
import { presentGroup } from './entity';

export const get = operation({
	value: 'get',
	name: 'Get',
	action: 'Get a campaign group',
	description: 'Get one or more campaign groups of an ad account; several need only one call',
	docs: DOCS.campaignGroups,
	access: 'read',
	scopes: ADS_READ,
	accountRole: ANY_ROLE,
	routing: { restliMethod: 'GET', path: '/rest/adAccounts/{account}/adCampaignGroups/{id}' },
	fields: [accountField, campaignGroupsField],
	async execute(call) {
		const account = oneOf(call, 'account').id;
		const refs = severalOf(call, 'campaignGroup');
		return await oneOrMany(
			call,
			refs.map(({ id }) => ({ ...sponsoredIdentity('campaignGroup', id, account), id })),
			{
				batch: { path: '/rest/adAccounts/{account}/adCampaignGroups', keys: { account } },
				single: (id) => ({ ...call.routing, keys: { account, id } }),
			},
			(body, { id }) => presentGroup(body, account, String(id), call.simplify),
		);
	},
});
