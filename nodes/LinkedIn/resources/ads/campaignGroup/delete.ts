import { DOCS } from '../../docs';
import { operation } from '../../operation';
import { accountField, campaignGroupsField, oneOf, sponsoredIdentity } from '../fields/fields';
import { deleteOrRetire } from '../requests/deleteOrRetire';
import { planDelete } from '../requests/plan';
import { ADS_WRITE, CAMPAIGN_MANAGER } from '../scopes';

export const deleteGroup = operation({
	value: 'delete',
	name: 'Delete',
	action: 'Delete a campaign group',
	description:
		'Delete a draft campaign group right away. Any other gets the status PENDING_DELETION, and LinkedIn deletes it later. The item says which.',
	docs: DOCS.campaignGroups,
	access: 'full',
	scopes: ADS_WRITE,
	accountRole: CAMPAIGN_MANAGER,
	routing: { restliMethod: 'DELETE', path: '/rest/adAccounts/{account}/adCampaignGroups/{id}' },
	fields: [accountField, campaignGroupsField],
	async execute(call) {
		const account = oneOf(call, 'account').id;
		const { id } = oneOf(call, 'campaignGroup');
		planDelete(call, 'campaignGroup', id);
		const outcome = await deleteOrRetire(call.linkedin, { path: call.routing.path, keys: { account, id } });
		return [{ ...sponsoredIdentity('campaignGroup', id, account), ...outcome }];
	},
});
