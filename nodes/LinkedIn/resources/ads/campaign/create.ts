import type { INodeProperties } from 'n8n-workflow';

import { operation, type Call } from '../../define';
import { DOCS } from '../../docs';
import { attemptCreate } from '../../../transport/creation';
import { LinkedInError } from '../../../transport/errors';
import { locatorValue } from '../../fields';
import { organizationUrnOf } from '../../community/actor';
import { madeOf, sponsoredId } from '../created';
import { accountField, campaignGroupField, oneOf } from '../fields';
import { choiceOf, collectionOf, textOf } from '../given';
import { localeOf } from '../locale';
import { amountOf, currencyOf } from '../money';
import { objectiveField, objectiveOf } from '../objective';
import { scheduleOf } from '../schedule';
import { ADS_WRITE, CAMPAIGN_MANAGER } from '../scopes';
import { targetingFields, targetingOf } from '../targeting/fields';
import * as campaign from './fields';
import { campaignOptions, fixedOptions, optionMembers } from './options';
import { checkPlan, limitAdvice } from './rules';

const STATUSES = ['ACTIVE', 'DRAFT', 'PAUSED'] as const;

const byName = (a: INodeProperties, b: INodeProperties) => a.displayName.localeCompare(b.displayName);

export const create = operation({
	value: 'create',
	name: 'Create',
	action: 'Create a campaign',
	description:
		"Make a campaign in a campaign group, a draft unless Status says otherwise. The ad account's currency is looked up with one call a run.",
	docs: DOCS.campaigns,
	access: 'full',
	scopes: ADS_WRITE,
	accountRole: CAMPAIGN_MANAGER,
	routing: { restliMethod: 'CREATE', path: '/rest/adAccounts/{account}/adCampaigns' },
	fields: [
		accountField,
		campaignGroupField,
		{
			displayName: 'Name',
			name: 'name',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. Spring launch, Germany',
			description: 'The name in Campaign Manager; members never see it',
		},
		{
			displayName: 'Status',
			name: 'status',
			type: 'options',
			default: 'DRAFT',
			description: 'A draft campaign group takes only drafts',
			options: [
				{
					name: 'Active',
					value: 'ACTIVE',
					description: 'Serves ads as soon as it has an approved creative, and that spends money',
				},
				{ name: 'Draft', value: 'DRAFT', description: 'Nothing serves, nothing is spent' },
				{ name: 'Paused', value: 'PAUSED', description: 'Nothing serves until it is set to Active' },
			],
		},
		objectiveField,
		campaign.typeField,
		campaign.costTypeField,
		campaign.bidField,
		campaign.dailyBudgetField,
		campaign.totalBudgetField,
		campaign.startField,
		campaign.endField,
		campaign.localeField,
		campaign.pageField,
		campaign.politicalIntentField,
		campaign.offsiteField,
		...targetingFields,
		{
			displayName: 'Additional Fields',
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [...campaignOptions, ...fixedOptions].sort(byName),
		},
	],
	async execute(call) {
		const account = oneOf(call, 'account');
		const group = oneOf(call, 'campaignGroup');
		const { budgets, ...members } = membersOf(call);
		const page = locatorValue(call, 'associatedEntity', campaign.pageField.displayName);
		const associatedEntity =
			page === '' ? undefined : await organizationUrnOf(call, campaign.pageField.displayName, page);
		const currencyCode = await currencyOf(call.linkedin, account.id);
		const money = Object.fromEntries(
			Object.entries(budgets).flatMap(([name, amount]) =>
				amount === undefined ? [] : [[name, { amount, currencyCode }]],
			),
		);
		const request = {
			...call.routing,
			keys: { account: account.id },
			body: {
				account: account.urn,
				campaignGroup: group.urn,
				...members,
				...money,
				...(associatedEntity && { associatedEntity }),
			},
		};
		const creation = await attemptCreate(call.linkedin, request, { asId: sponsoredId });
		if ('error' in creation) throw explained(creation.error);
		const made = madeOf(creation, 'campaign', account.id);
		const { name, status, objectiveType } = members;
		return [
			{
				...made.identity,
				name,
				status,
				objective: objectiveType ?? null,
				campaignGroup: group.urn,
				...made.notice,
			},
		];
	},
});

/** What the fields give, all of it checked. @throws InputError */
function membersOf(call: Call) {
	const given = (name: string) => call.parameter<unknown>(name, '');
	const name = textOf(given('name'), 'Name');
	const status = choiceOf(given('status'), 'Status', STATUSES) ?? 'DRAFT';
	const objectiveType = objectiveOf(given('objectiveType'));
	const type = campaign.typeOf(given('type'));
	const costType = campaign.costTypeOf(given('costType'));
	const dailyBudget = amountOf(given('dailyBudget'), campaign.dailyBudgetField.displayName);
	const totalBudget = amountOf(given('totalBudget'), campaign.totalBudgetField.displayName);
	const end = given('end');
	// LinkedIn takes no end without a start.
	const start = given('start') || (end ? Date.now() : '');
	const runSchedule = scheduleOf(start, end, call.timezone);
	const locale = localeOf(given('locale') || campaign.localeField.default, campaign.localeField.displayName);
	const politicalIntent = campaign.politicalIntentOf(given('politicalIntent'));
	const offsiteDeliveryEnabled = campaign.offsiteOf(given('offsiteDeliveryEnabled'));
	const targetingCriteria = targetingOf(call);
	const options = optionMembers(collectionOf(call, 'additionalFields', 'Additional Fields'));
	checkPlan({
		status,
		type,
		objectiveType,
		hasPage: locatorValue(call, 'associatedEntity', campaign.pageField.displayName) !== '',
		hasDailyBudget: dailyBudget !== undefined,
		hasTotalBudget: totalBudget !== undefined,
		hasEnd: runSchedule.end !== undefined,
		offsiteDeliveryEnabled,
		connectedTelevisionOnly: options.connectedTelevisionOnly === true,
		creativeSelection: options.creativeSelection as string | undefined,
		format: options.format as string | undefined,
	});
	return {
		name,
		status,
		...(objectiveType && { objectiveType }),
		type,
		costType,
		...(runSchedule.start !== undefined && { runSchedule: { ...runSchedule } }),
		locale: { ...locale },
		politicalIntent,
		offsiteDeliveryEnabled,
		targetingCriteria,
		...(type === 'SPONSORED_INMAILS' && { creativeSelection: 'ROUND_ROBIN' }),
		...options,
		budgets: { unitCost: bidOf(given('unitCost')), dailyBudget, totalBudget },
	};
}

/** LinkedIn wants a bid in every campaign, and 0 leaves it to LinkedIn. */
function bidOf(value: unknown): string {
	if (value === 0 || value === '0') return '0';
	return amountOf(value, campaign.bidField.displayName) ?? '0';
}

function explained(error: LinkedInError): LinkedInError {
	const advice = limitAdvice(error);
	return advice === undefined ? error : new LinkedInError(error.message, { ...error.details, advice });
}
