import { operation } from '../../define';
import { DOCS } from '../../docs';
import { InputError } from '../../../transport/inputError';
import { patch } from '../../../transport/restli/patch';
import { accountField, campaignField, filterBy, oneOf, refsOf, sponsoredIdentity } from '../fields';
import { collectionOf, textOf } from '../given';
import { moneyOf } from '../money';
import { CREATIVE_MANAGER } from '../scopes';
import { conversionField, ruleFields, ruleMembers, VALUE } from './fields';

export const update = operation({
	value: 'update',
	name: 'Update',
	action: 'Update a conversion',
	description:
		'Change name, windows, value or campaigns of a conversion rule, or switch it on or off. Campaigns replaces the whole list; Associate Campaign adds to it.',
	docs: DOCS.conversions,
	access: 'write',
	scopes: { any: ['rw_ads', 'rw_conversions'] },
	accountRole: CREATIVE_MANAGER,
	routing: { restliMethod: 'PARTIAL_UPDATE', path: '/rest/conversions/{id}' },
	fields: [
		accountField,
		conversionField,
		{
			displayName: 'Update Fields',
			name: 'updateFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				...ruleFields,
				filterBy(
					campaignField,
					'campaigns',
					'The campaign that the rule counts for; by ID several, separated by commas. Those left out are taken off.',
				),
				{
					displayName: 'Name',
					name: 'name',
					type: 'string',
					default: '',
					description: 'The name in Campaign Manager',
				},
			].sort((a, b) => a.displayName.localeCompare(b.displayName)) as typeof ruleFields,
		},
	],
	async execute(call) {
		const account = oneOf(call, 'account');
		const { id } = oneOf(call, 'conversion');
		const given = collectionOf(call, 'updateFields', 'Update Fields');
		const { members, amount } = ruleMembers(given);
		const campaigns = refsOf('campaign', given.campaigns, 'Campaigns').map(({ urn }) => urn);
		const name = given.name === undefined ? undefined : textOf(given.name, 'Name');
		const value = await moneyOf(call.linkedin, amount, VALUE, account.id);
		const change = patch({
			name,
			...members,
			value,
			campaigns: campaigns.length > 0 ? campaigns : undefined,
		});
		if (Object.keys(change.patch).length === 0) {
			throw new InputError(
				'Update Fields',
				'No field to change is given',
				'Add at least one field to change.',
			);
		}
		await call.linkedin.request<unknown>({
			...call.routing,
			keys: { id },
			query: { account: account.urn },
			body: { ...change },
		});
		return [{ ...sponsoredIdentity('conversion', id, account.id), updated: true }];
	},
});
