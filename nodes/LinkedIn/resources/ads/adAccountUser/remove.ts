import { DOCS } from '../../docs';
import { operation } from '../../operation';
import { accountField, oneOf } from '../fields/fields';
import { ACCOUNT_MANAGER, ADS_WRITE } from '../scopes';
import { userField, userIdentity, userOf } from './fields';

export const remove = operation({
	value: 'remove',
	name: 'Remove',
	action: 'Remove a user from an ad account',
	description: "Remove a person's role from an ad account",
	docs: DOCS.adAccountUsers,
	access: 'full',
	scopes: ADS_WRITE,
	accountRole: ACCOUNT_MANAGER,
	routing: { restliMethod: 'DELETE', path: '/rest/adAccountUsers/{key}' },
	fields: [accountField, userField],
	async execute(call) {
		const account = oneOf(call, 'account').urn;
		const user = userOf(call);
		await call.linkedin.request<unknown>({ ...call.routing, keys: { key: { account, user } } });
		return [{ ...userIdentity(account, user), removed: true }];
	},
});
