import { patch } from '../../../transport/restli/patch';
import { DOCS } from '../../docs';
import { operation } from '../../operation';
import { plainText } from '../../values/plainText';
import { severalOf } from '../fields/fields';
import { newNameIn, updateFieldsField, updatesIn } from '../fields/updateFields';
import { accessOfStatus, allowStatus } from '../requests/accessOfStatus';
import { planUpdate } from '../requests/plan';
import { updateItems } from '../requests/update';
import { ACCOUNT_MANAGER, ADS_WRITE } from '../scopes';
import { choiceOf } from '../values/readParameters';
import { accountsField } from './get';
import { notificationFields, notificationsOf } from './notifications';
import { pageUrn } from './page';

const STATUSES = ['ACTIVE', 'CANCELED', 'PENDING_DELETION'] as const;

const updateFields = updateFieldsField([
	{
		displayName: 'Name',
		name: 'name',
		type: 'string',
		default: '',
		description: 'The name in Campaign Manager',
	},
	...notificationFields,
	{
		displayName: 'Page',
		name: 'reference',
		type: 'string',
		default: '',
		placeholder: 'e.g. 2414183',
		description: "Number or URN of the page. Can't be changed once the account has campaigns.",
	},
	{
		displayName: 'Status',
		name: 'status',
		type: 'options',
		default: 'ACTIVE',
		description: 'Status of the whole account',
		options: [
			{
				name: 'Active',
				value: 'ACTIVE',
				description: 'Its active campaigns serve ads and spend money',
			},
			{ name: 'Canceled', value: 'CANCELED', description: 'Stops all its campaigns' },
			{ name: 'Pending Deletion', value: 'PENDING_DELETION', description: 'LinkedIn deletes it later' },
		],
	},
]);

export const update = operation({
	value: 'update',
	name: 'Update',
	action: 'Update an ad account',
	description:
		'Change the name, page, status or notifications of one or more ad accounts, with one call each. Each account has an item that says whether LinkedIn accepted the change.',
	docs: DOCS.adAccounts,
	access: 'full',
	accessOf: (parameter) => accessOfStatus(parameter, 'updateFields', 'status'),
	scopes: ADS_WRITE,
	accountRole: ACCOUNT_MANAGER,
	routing: { restliMethod: 'PARTIAL_UPDATE', path: '/rest/adAccounts/{id}' },
	fields: [accountsField, updateFields],
	async execute(call) {
		const refs = severalOf(call, 'account');
		const given = updatesIn(call);
		const page = plainText(given.reference, 'Page').trim();
		const status = choiceOf(given.status, 'Status', STATUSES);
		allowStatus(call.linkedin, status);
		planUpdate(call, 'account', refs, status);
		const change = patch({
			name: newNameIn(given),
			status,
			reference: page === '' ? undefined : pageUrn(page, 'Page'),
			...notificationsOf(given),
		});
		return await updateItems(call, {
			kind: 'account',
			refs,
			change,
			isSingly: true,
		});
	},
});
