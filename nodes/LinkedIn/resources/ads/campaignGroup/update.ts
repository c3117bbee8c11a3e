import { InputError } from '../../../transport/errors/inputError';
import { patch } from '../../../transport/restli/patch';
import { DOCS } from '../../docs';
import { operation } from '../../operation';
import { accountField, campaignGroupsField, oneOf, severalOf } from '../fields/fields';
import { newNameIn, updateFieldsField, updatesIn } from '../fields/updateFields';
import { accessOfStatus, allowStatus } from '../requests/accessOfStatus';
import { budgetChange, checkBudgets, withheldByBudget } from '../requests/checkBudgets';
import { planUpdate } from '../requests/plan';
import { updateItems } from '../requests/update';
import { ADS_WRITE, CAMPAIGN_MANAGER } from '../scopes';
import { choiceOf } from '../values/readParameters';
import { groupFields, groupMembers, NAME_MAX_CHARACTERS, readMembers } from './fields';

const STATUSES = ['ACTIVE', 'ARCHIVED', 'PAUSED', 'PENDING_DELETION'] as const;

const updateFields = updateFieldsField([
	...groupFields,
	{
		displayName: 'Name',
		name: 'name',
		type: 'string',
		default: '',
		description: `Up to ${NAME_MAX_CHARACTERS} characters`,
	},
	{
		displayName: 'Start',
		name: 'start',
		type: 'dateTime',
		default: '',
		description: 'When the group starts. Required with a new End.',
	},
	{
		displayName: 'Status',
		name: 'status',
		type: 'options',
		default: 'PAUSED',
		description: 'Status of the groups',
		options: [
			{
				name: 'Active',
				value: 'ACTIVE',
				description: 'Their active campaigns serve ads and spend money',
			},
			{ name: 'Archived', value: 'ARCHIVED' },
			{ name: 'Paused', value: 'PAUSED' },
			{
				name: 'Pending Deletion',
				value: 'PENDING_DELETION',
				description: 'LinkedIn deletes them later',
			},
		],
	},
]);

export const update = operation({
	value: 'update',
	name: 'Update',
	action: 'Update campaign groups',
	description:
		'Change the name, status, schedule or budget of one or more campaign groups, 100 per call. Each has an item that says whether LinkedIn accepted the change.',
	docs: DOCS.campaignGroups,
	access: 'full',
	accessOf: (parameter) => accessOfStatus(parameter, 'updateFields', 'status'),
	scopes: ADS_WRITE,
	accountRole: CAMPAIGN_MANAGER,
	routing: { restliMethod: 'PARTIAL_UPDATE', path: '/rest/adAccounts/{account}/adCampaignGroups/{id}' },
	fields: [accountField, campaignGroupsField, updateFields],
	async execute(call) {
		const account = oneOf(call, 'account').id;
		const refs = severalOf(call, 'campaignGroup');
		const given = updatesIn(call);
		const name = newNameIn(given, NAME_MAX_CHARACTERS);
		const status = choiceOf(given.status, 'Status', STATUSES);
		const read = readMembers(given, given.start, call.timezone);
		if (read.runSchedule.end !== undefined && read.runSchedule.start === undefined) {
			throw new InputError(
				'Start',
				'LinkedIn requires Start together with End',
				'Add Start. For a running campaign group, enter its current start.',
			);
		}
		const runSchedule = Object.keys(read.runSchedule).length > 0 ? read.runSchedule : undefined;
		checkBudgets(call.linkedin, { ...read, runSchedule });
		allowStatus(call.linkedin, status);
		planUpdate(call, 'campaignGroup', refs, status);
		const members = await groupMembers(call, account, read);
		const change = budgetChange({ status, ...members });
		const withheld = await withheldByBudget(call.linkedin, 'campaignGroup', account, refs, change);
		planUpdate(call, 'campaignGroup', refs, status, withheld);
		return await updateItems(call, {
			kind: 'campaignGroup',
			account,
			refs,
			change: patch({ name, status, ...members }),
			withheld,
		});
	},
});
