import { DOCS } from '../../docs';
import { operation } from '../../operation';
import { accountField, oneOf } from '../fields/fields';
import { ACCOUNT_MANAGER, ADS_WRITE } from '../scopes';
import { roleField, roleOf, userField, userIdentity, userOf } from './fields';

export const add = operation({
	value: 'add',
	name: 'Add',
	action: 'Add a user to an ad account',
	description: 'Give a person a role on an ad account, replacing any role they have there',
	docs: DOCS.adAccountUsers,
	access: 'full',
	scopes: ADS_WRITE,
	accountRole: ACCOUNT_MANAGER,
	routing: { restliMethod: 'UPDATE', path: '/rest/adAccountUsers/{key}' },
	fields: [accountField, userField, roleField],
	async execute(call) {
		const account = oneOf(call, 'account').urn;
		const user = userOf(call);
		const role = roleOf(call);
		await call.linkedin.request<unknown>({
			...call.routing,
			keys: { key: { account, user } },
			body: { account, role, user },
		});
		return [{ ...userIdentity(account, user), added: true, role }];
	},
});
