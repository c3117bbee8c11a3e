import { createOnce } from '../../../transport/answers/creation';
import { DOCS } from '../../docs';
import { operation } from '../../operation';
import { readAll } from '../../values/problems';
import { accountField, oneOf } from '../fields/fields';
import { madeOf, sponsoredId } from '../requests/created';
import { CREATIVE_MANAGER } from '../scopes';
import { moneyOf } from '../values/money';
import { choiceOf, collectionOf, textOf } from '../values/readParameters';
import {
	conversionTypeField,
	conversionTypeOf,
	methodField,
	METHODS,
	ruleFields,
	ruleMembers,
	VALUE,
} from './fields';

const ASSOCIATIONS = ['ALL_CAMPAIGNS', 'NONE', 'OBJECTIVE_BASED'] as const;

export const create = operation({
	value: 'create',
	name: 'Create',
	action: 'Create a conversion',
	description: 'Create a conversion rule, for example for use with Conversion Event: Send',
	docs: DOCS.conversions,
	access: 'write',
	scopes: { any: ['rw_ads', 'rw_conversions'] },
	accountRole: CREATIVE_MANAGER,
	routing: { restliMethod: 'CREATE', path: '/rest/conversions' },
	fields: [
		accountField,
		{
			displayName: 'Name',
			name: 'name',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. Signed up',
			description: 'The name in Campaign Manager',
		},
		conversionTypeField,
		{
			displayName: 'Additional Fields',
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				{
					displayName: 'Associate With',
					name: 'autoAssociationType',
					type: 'options',
					default: 'NONE',
					description: 'Which campaigns of the account to associate the rule with',
					options: [
						{ name: 'All Campaigns', value: 'ALL_CAMPAIGNS' },
						{ name: 'Campaigns With a Matching Objective', value: 'OBJECTIVE_BASED' },
						{ name: 'None', value: 'NONE' },
					],
				},
				...ruleFields,
				methodField,
			].sort((a, b) => a.displayName.localeCompare(b.displayName)) as typeof ruleFields,
		},
	],
	async execute(call) {
		const more = () => collectionOf(call, 'additionalFields', 'Additional Fields');
		const { account, name, type, rule, association, conversionMethod } = readAll({
			account: () => oneOf(call, 'account'),
			name: () => textOf(call.parameter('name', ''), 'Name'),
			type: () => conversionTypeOf(call.parameter('type', ''), call.linkedin.version),
			rule: () => ruleMembers(more()),
			association: () => choiceOf(more().autoAssociationType, 'Associate With', ASSOCIATIONS),
			conversionMethod: () => choiceOf(more().conversionMethod, 'Method', METHODS) ?? 'CONVERSIONS_API',
		});
		const { members, amount } = rule;
		const value = await moneyOf(call.linkedin, amount, VALUE, account.id);
		const request = {
			...call.routing,
			query: { autoAssociationType: association },
			body: { name, account: account.urn, conversionMethod, type, ...members, ...(value ? { value } : {}) },
		};
		const written = await createOnce(call.linkedin, request, { asId: sponsoredId });
		const made = madeOf(written, 'conversion', account.id);
		return [{ ...made.identity, name, type, ...made.notice }];
	},
});
