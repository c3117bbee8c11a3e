import { patch } from '../../../transport/restli/patch';
import { DOCS } from '../../docs';
import { operation } from '../../operation';
import { accountField, creativesField, oneOf, severalOf } from '../fields/fields';
import { newNameIn, updateFieldsField, updatesIn } from '../fields/updateFields';
import { accessOfStatus, allowStatus } from '../requests/accessOfStatus';
import { withheldByCampaign } from '../requests/checkBudgets';
import { planUpdate } from '../requests/plan';
import { updateItems } from '../requests/update';
import { ADS_WRITE, CREATIVE_MANAGER } from '../scopes';
import { choiceOf } from '../values/readParameters';
import { leadFormFields, leadFormOf } from './leadForm';

const STATUSES = ['ACTIVE', 'ARCHIVED', 'CANCELED', 'PAUSED', 'PENDING_DELETION'] as const;

const updateFields = updateFieldsField([
	...leadFormFields,
	{
		displayName: 'Name',
		name: 'name',
		type: 'string',
		default: '',
		description: 'The name in Campaign Manager; members never see it',
	},
	{
		displayName: 'Status',
		name: 'intendedStatus',
		type: 'options',
		default: 'PAUSED',
		description: 'Status of the creative itself',
		options: [
			{
				name: 'Active',
				value: 'ACTIVE',
				description: 'Serves and spends money once approved, while its campaign is active',
			},
			{ name: 'Archived', value: 'ARCHIVED' },
			{ name: 'Canceled', value: 'CANCELED', description: 'Ends permanently' },
			{ name: 'Paused', value: 'PAUSED' },
			{ name: 'Pending Deletion', value: 'PENDING_DELETION', description: 'LinkedIn deletes it later' },
		],
	},
]);

export const update = operation({
	value: 'update',
	name: 'Update',
	action: 'Update creatives',
	description:
		"Change the status, name or lead form of one or more creatives, 100 per call. Each has an item that says whether LinkedIn accepted the change. Campaign and content can't be changed.",
	docs: DOCS.creatives,
	access: 'full',
	accessOf: (parameter) => accessOfStatus(parameter, 'updateFields', 'intendedStatus'),
	scopes: ADS_WRITE,
	accountRole: CREATIVE_MANAGER,
	routing: { restliMethod: 'PARTIAL_UPDATE', path: '/rest/adAccounts/{account}/creatives/{id}' },
	fields: [accountField, creativesField, updateFields],
	async execute(call) {
		const account = oneOf(call, 'account').id;
		const refs = severalOf(call, 'creative');
		const given = updatesIn(call);
		const intendedStatus = choiceOf(given.intendedStatus, 'Status', STATUSES);
		allowStatus(call.linkedin, intendedStatus);
		planUpdate(call, 'creative', refs, intendedStatus);
		const change = patch({ intendedStatus, name: newNameIn(given), leadgenCallToAction: leadFormOf(given) });
		const withheld =
			intendedStatus === 'ACTIVE' ? await withheldByCampaign(call.linkedin, account, refs) : undefined;
		planUpdate(call, 'creative', refs, intendedStatus, withheld);
		return await updateItems(call, {
			kind: 'creative',
			account,
			refs,
			keyOf: ({ urn }) => urn,
			change,
			withheld,
		});
	},
});
