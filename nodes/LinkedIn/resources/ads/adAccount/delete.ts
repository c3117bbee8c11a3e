import { DOCS } from '../../docs';
import { operation } from '../../operation';
import { oneOf, sponsoredIdentity } from '../fields/fields';
import { deleteOrRetire } from '../requests/deleteOrRetire';
import { planDelete } from '../requests/plan';
import { ACCOUNT_MANAGER, ADS_WRITE } from '../scopes';
import { accountsField } from './get';

export const deleteAccount = operation({
	value: 'delete',
	name: 'Delete',
	action: 'Delete an ad account',
	description:
		'Delete a draft ad account right away. Any other gets the status PENDING_DELETION, and LinkedIn deletes it later. The item says which.',
	docs: DOCS.adAccounts,
	access: 'full',
	scopes: ADS_WRITE,
	accountRole: ACCOUNT_MANAGER,
	routing: { restliMethod: 'DELETE', path: '/rest/adAccounts/{id}' },
	fields: [accountsField],
	async execute(call) {
		const { id } = oneOf(call, 'account');
		planDelete(call, 'account', id);
		const outcome = await deleteOrRetire(call.linkedin, { path: call.routing.path, keys: { id } });
		return [{ ...sponsoredIdentity('account', id, id), ...outcome }];
	},
});
