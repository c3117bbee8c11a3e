import type { INodeProperties } from 'n8n-workflow';

import { operation, type Call } from '../../define';
import { DOCS } from '../../docs';
import { InputError } from '../../../transport/inputError';
import { versionInForce } from '../../../transport/living';
import { patch } from '../../../transport/restli/patch';
import { accountField, campaignGroupField, campaignsField, oneOf, refsOf, severalOf } from '../fields';
import { choiceOf, collectionOf, flagOf, textOf } from '../given';
import { localeOf } from '../locale';
import { moneyOf } from '../money';
import { scheduleOf } from '../schedule';
import { ADS_WRITE, CAMPAIGN_MANAGER } from '../scopes';
import { targetingField, targetingIn, targetingJsonField } from '../targeting/fields';
import { updateItems } from '../update';
import * as campaign from './fields';
import { campaignOptions, optionMembers } from './options';

const STATUSES = ['ACTIVE', 'ARCHIVED', 'CANCELED', 'COMPLETED', 'PAUSED', 'PENDING_DELETION'] as const;

const statusField: INodeProperties = {
	displayName: 'Status',
	name: 'status',
	type: 'options',
	default: 'PAUSED',
	description: 'The status of the campaigns',
	options: [
		{
			name: 'Active',
			value: 'ACTIVE',
			description: 'Serves ads as soon as it has an approved creative, and that spends money',
		},
		{ name: 'Archived', value: 'ARCHIVED' },
		{ name: 'Canceled', value: 'CANCELED', description: 'Ends for good' },
		{ name: 'Completed', value: 'COMPLETED' },
		{ name: 'Paused', value: 'PAUSED' },
		{ name: 'Pending Deletion', value: 'PENDING_DELETION', description: 'LinkedIn deletes it by and by' },
	],
};

const options: INodeProperties[] = [
	...campaignOptions,
	campaign.bidField,
	campaign.dailyBudgetField,
	campaign.totalBudgetField,
	campaign.startField,
	campaign.endField,
	campaign.localeField,
	{ ...campaign.politicalIntentField, required: false, default: 'NOT_DECLARED' },
	{ ...campaign.offsiteField, required: false, default: 'false' },
	targetingField,
	targetingJsonField,
	statusField,
	{ ...campaignGroupField, description: 'The campaign group to move to', required: false },
	{
		displayName: 'Name',
		name: 'name',
		type: 'string',
		default: '',
		description: 'The name in Campaign Manager; members never see it',
	},
];

export const update = operation({
	value: 'update',
	name: 'Update',
	action: 'Update campaigns',
	description:
		'Change status, budget, bid, schedule or targeting of one or several campaigns. Several take one call for a hundred; each has an item that says whether LinkedIn took it. The objective cannot be changed.',
	docs: DOCS.campaigns,
	access: 'full',
	scopes: ADS_WRITE,
	accountRole: CAMPAIGN_MANAGER,
	routing: { restliMethod: 'PARTIAL_UPDATE', path: '/rest/adAccounts/{account}/adCampaigns/{id}' },
	fields: [
		accountField,
		campaignsField,
		{
			displayName: 'Update Fields',
			name: 'updateFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [...options].sort((a, b) => a.displayName.localeCompare(b.displayName)),
		},
	],
	async execute(call) {
		const account = oneOf(call, 'account').id;
		const refs = severalOf(call, 'campaign');
		const given = collectionOf(call, 'updateFields', 'Update Fields');
		const members = membersOf(call, given);
		const money = async (field: INodeProperties) =>
			await moneyOf(call.linkedin, given[field.name], field.displayName, account);
		return await updateItems(call, {
			kind: 'campaign',
			account,
			refs,
			path: '/rest/adAccounts/{account}/adCampaigns',
			keys: { account },
			keyOf: ({ id }) => id,
			change: patch({
				...members,
				unitCost: await money(campaign.bidField),
				dailyBudget: await money(campaign.dailyBudgetField),
				totalBudget: await money(campaign.totalBudgetField),
			}),
		});
	},
});

/** What needs no call; undefined stays as it is. @throws InputError */
function membersOf(call: Call, given: Record<string, unknown>): Record<string, unknown> {
	const runSchedule = scheduleOf(given.start, given.end, call.timezone);
	if (runSchedule.end !== undefined && runSchedule.start === undefined) {
		throw new InputError(
			campaign.startField.displayName,
			'LinkedIn takes no End without the Start beside it',
			'Add Start: for a campaign that runs, the one it has.',
		);
	}
	const groups = refsOf('campaignGroup', given.campaignGroup, 'Campaign Group');
	if (groups.length > 1) {
		throw new InputError(
			'Campaign Group',
			`Campaign Group holds ${groups.length} entries`,
			'Give the one to move to.',
		);
	}
	const targetingCriteria = targetingIn(call, given);
	const intent = given[campaign.politicalIntentField.name];
	if (targetingCriteria && !intent) {
		throw new InputError(
			campaign.politicalIntentField.displayName,
			'LinkedIn wants the Political Intent again when the targeting changes',
			'Add Political Intent beside Targeting.',
		);
	}
	return {
		name: given.name === undefined ? undefined : textOf(given.name, 'Name'),
		status: choiceOf(given.status, statusField.displayName, STATUSES),
		campaignGroup: groups[0]?.urn,
		runSchedule: runSchedule.start === undefined ? undefined : runSchedule,
		locale: localeOf(given.locale, campaign.localeField.displayName),
		politicalIntent: intent ? campaign.politicalIntentOf(intent) : undefined,
		offsiteDeliveryEnabled: flagOf(given[campaign.offsiteField.name], campaign.offsiteField.displayName),
		targetingCriteria,
		...optionMembers(given, versionInForce(call.linkedin.connection)),
	};
}
