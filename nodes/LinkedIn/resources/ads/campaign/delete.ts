import { DOCS } from '../../docs';
import { operation } from '../../operation';
import { accountField, campaignsField, oneOf, sponsoredIdentity } from '../fields/fields';
import { deleteOrRetire } from '../requests/deleteOrRetire';
import { planDelete } from '../requests/plan';
import { ADS_WRITE, CAMPAIGN_MANAGER } from '../scopes';

export const deleteCampaign = operation({
	value: 'delete',
	name: 'Delete',
	action: 'Delete a campaign',
	description:
		'Delete a draft campaign right away. Any other gets the status PENDING_DELETION, and LinkedIn deletes it later. The item says which.',
	docs: DOCS.campaigns,
	access: 'full',
	scopes: ADS_WRITE,
	accountRole: CAMPAIGN_MANAGER,
	routing: { restliMethod: 'DELETE', path: '/rest/adAccounts/{account}/adCampaigns/{id}' },
	fields: [accountField, campaignsField],
	async execute(call) {
		const account = oneOf(call, 'account').id;
		const { id } = oneOf(call, 'campaign');
		planDelete(call, 'campaign', id);
		const outcome = await deleteOrRetire(call.linkedin, { path: call.routing.path, keys: { account, id } });
		return [{ ...sponsoredIdentity('campaign', id, account), ...outcome }];
	},
});
