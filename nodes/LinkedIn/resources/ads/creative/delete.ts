import { DOCS } from '../../docs';
import { operation } from '../../operation';
import { accountField, creativesField, oneOf, sponsoredIdentity } from '../fields/fields';
import { deleteOrRetire } from '../requests/deleteOrRetire';
import { planDelete } from '../requests/plan';
import { ADS_WRITE, CREATIVE_MANAGER } from '../scopes';

export const deleteCreative = operation({
	value: 'delete',
	name: 'Delete',
	action: 'Delete a creative',
	description:
		'Delete a draft creative right away. Any other gets the status PENDING_DELETION, and LinkedIn deletes it later. The item says which.',
	docs: DOCS.creatives,
	access: 'full',
	scopes: ADS_WRITE,
	accountRole: CREATIVE_MANAGER,
	routing: { restliMethod: 'DELETE', path: '/rest/adAccounts/{account}/creatives/{id}' },
	fields: [accountField, creativesField],
	async execute(call) {
		const account = oneOf(call, 'account').id;
		const { id, urn } = oneOf(call, 'creative');
		planDelete(call, 'creative', id);
		const target = { path: call.routing.path, keys: { account, id: urn } };
		const outcome = await deleteOrRetire(call.linkedin, target, 'intendedStatus');
		return [{ ...sponsoredIdentity('creative', id, account), ...outcome }];
	},
});
