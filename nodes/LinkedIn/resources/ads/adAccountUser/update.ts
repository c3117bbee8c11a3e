import { patch } from '../../../transport/restli/patch';
import { DOCS } from '../../docs';
import { operation } from '../../operation';
import { accountField, oneOf } from '../fields/fields';
import { ACCOUNT_MANAGER, ADS_WRITE } from '../scopes';
import { roleField, roleOf, userField, userIdentity, userOf } from './fields';

export const update = operation({
	value: 'update',
	name: 'Update',
	action: 'Update a user of an ad account',
	description: "Change a person's role on an ad account",
	docs: DOCS.adAccountUsers,
	access: 'full',
	scopes: ADS_WRITE,
	accountRole: ACCOUNT_MANAGER,
	routing: { restliMethod: 'PARTIAL_UPDATE', path: '/rest/adAccountUsers/{key}' },
	fields: [accountField, userField, roleField],
	async execute(call) {
		const account = oneOf(call, 'account').urn;
		const user = userOf(call);
		const role = roleOf(call);
		await call.linkedin.request<unknown>({
			...call.routing,
			keys: { key: { account, user } },
			body: { ...patch({ role }) },
		});
		return [{ ...userIdentity(account, user), updated: true, role }];
	},
});
