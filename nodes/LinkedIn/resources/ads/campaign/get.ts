import { oneOrMany } from '../../batchGet';
import { DOCS } from '../../docs';
import { operation } from '../../operation';
import { accountField, campaignsField, oneOf, severalOf, sponsoredIdentity } from '../fields/fields';
import { ADS_READ, ANY_ROLE } from '../scopes';
import { presentCampaign } from './entity';

export const get = operation({
	value: 'get',
	name: 'Get',
	action: 'Get a campaign',
	description: 'Get one or more campaigns of an ad account; several need only one call',
	docs: DOCS.campaigns,
	access: 'read',
	scopes: ADS_READ,
	accountRole: ANY_ROLE,
	routing: { restliMethod: 'GET', path: '/rest/adAccounts/{account}/adCampaigns/{id}' },
	fields: [accountField, campaignsField],
	async execute(call) {
		const account = oneOf(call, 'account').id;
		return await oneOrMany(
			call,
			severalOf(call, 'campaign').map(({ id }) => sponsoredIdentity('campaign', id, account)),
			{
				batch: { path: '/rest/adAccounts/{account}/adCampaigns', keys: { account } },
				single: (id) => ({ ...call.routing, keys: { account, id } }),
			},
			(body, { id }) => presentCampaign(body, account, String(id), call.simplify),
		);
	},
});
