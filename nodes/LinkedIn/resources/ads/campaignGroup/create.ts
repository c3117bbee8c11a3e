import { createOnce } from '../../../transport/answers/creation';
import { DOCS } from '../../docs';
import { operation } from '../../operation';
import { readAll } from '../../values/problems';
import { accountField, oneOf } from '../fields/fields';
import { accessOfStatus, allowStatus } from '../requests/accessOfStatus';
import { budgetChange, checkBudgets } from '../requests/checkBudgets';
import { madeOf, sponsoredId } from '../requests/created';
import { creating } from '../requests/plan';
import { ADS_WRITE, CAMPAIGN_MANAGER } from '../scopes';
import { choiceOf, collectionOf, textOf } from '../values/readParameters';
import { groupFields, groupMembers, NAME_MAX_CHARACTERS, readMembers } from './fields';

export const create = operation({
	value: 'create',
	name: 'Create',
	action: 'Create a campaign group',
	description:
		"Create a campaign group, as a draft by default. One extra call gets the ad account's currency for amounts.",
	docs: DOCS.campaignGroups,
	access: 'full',
	accessOf: (parameter) => accessOfStatus(parameter, undefined, 'status'),
	scopes: ADS_WRITE,
	accountRole: CAMPAIGN_MANAGER,
	routing: { restliMethod: 'CREATE', path: '/rest/adAccounts/{account}/adCampaignGroups' },
	fields: [
		accountField,
		{
			displayName: 'Name',
			name: 'name',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. Spring launch',
			description: `Up to ${NAME_MAX_CHARACTERS} characters`,
		},
		{
			displayName: 'Status',
			name: 'status',
			type: 'options',
			default: 'DRAFT',
			description: 'A draft group accepts only draft campaigns',
			options: [
				{
					name: 'Active',
					value: 'ACTIVE',
					description: 'Its active campaigns serve ads and spend money',
				},
				{ name: 'Draft', value: 'DRAFT', description: 'Serves no ads and spends nothing' },
			],
		},
		{
			displayName: 'Start',
			name: 'start',
			type: 'dateTime',
			default: '',
			description: 'When the group starts; now if empty',
		},
		{
			displayName: 'Additional Fields',
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: groupFields,
		},
	],
	async execute(call) {
		const start = call.parameter<unknown>('start', '') || Date.now();
		const { account, name, status, given } = readAll({
			account: () => oneOf(call, 'account'),
			name: () => textOf(call.parameter('name', ''), 'Name', NAME_MAX_CHARACTERS),
			status: () => choiceOf(call.parameter('status', 'DRAFT'), 'Status', ['ACTIVE', 'DRAFT']) ?? 'DRAFT',
			given: () =>
				readMembers(collectionOf(call, 'additionalFields', 'Additional Fields'), start, call.timezone),
		});
		allowStatus(call.linkedin, status);
		checkBudgets(call.linkedin, given);
		call.plan(() => ({ steps: [creating('campaign group', status, name)], calls: 1 }));
		const members = await groupMembers(call, account.id, given);
		// Now with the decimals of the currency.
		checkBudgets(call.linkedin, budgetChange(members));
		const request = {
			...call.routing,
			keys: { account: account.id },
			body: { account: account.urn, name, status, ...members },
		};
		const written = await createOnce(call.linkedin, request, { asId: sponsoredId });
		const made = madeOf(written, 'campaignGroup', account.id);
		return [{ ...made.identity, name, status, ...made.notice }];
	},
});
