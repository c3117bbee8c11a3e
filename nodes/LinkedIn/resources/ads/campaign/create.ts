import type { INodeProperties } from 'n8n-workflow';

import { operation, type Call } from '../../define';
import { DOCS } from '../../docs';
import { readAll } from '../../problems';
import { attemptCreate } from '../../../transport/creation';
import { LinkedInError } from '../../../transport/errors';
import { versionInForce } from '../../../transport/living';
import { organizationUrnOf, pageValueOf } from '../../community/actor';
import { madeOf, sponsoredId } from '../created';
import { accountField, campaignGroupField, oneOf } from '../fields';
import { choiceOf, collectionOf, textOf } from '../given';
import { localeOf } from '../locale';
import { amountOf, currencyOf, moneyIn } from '../money';
import { objectiveField, objectiveOf } from '../objective';
import { scheduleOf } from '../schedule';
import { ADS_WRITE, CAMPAIGN_MANAGER } from '../scopes';
import { targetingField, targetingJsonField, targetingOf } from '../targeting/fields';
import * as campaign from './fields';
import { campaignOptions, fixedOptions, optionMembers } from './options';
import { brokenRules, limitAdvice, planOf } from './rules';

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
		{ ...campaign.dailyBudgetField, hint: 'A Daily Budget or a Total Budget is needed' },
		{ ...campaign.totalBudgetField, hint: 'Needs an End' },
		{
			...campaign.startField,
			description: 'When the campaign starts; now if empty. LinkedIn refuses a start in the past.',
		},
		campaign.endField,
		campaign.localeField,
		campaign.pageField,
		campaign.politicalIntentField,
		campaign.offsiteField,
		{ ...targetingField, required: true, hint: 'At least one rule with a location is needed' },
		{ ...targetingJsonField, hint: 'In place of rules under Targeting' },
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
		const { account, group, name, status, objectiveType, budgets, page, ...members } = fieldsOf(call);
		const associatedEntity =
			page === '' ? undefined : await organizationUrnOf(call, campaign.pageField.displayName, page);
		const currencyCode = await currencyOf(call.linkedin, account.id);
		const money = Object.fromEntries(
			Object.entries(budgets).flatMap(([name, { amount, field }]) =>
				amount === undefined ? [] : [[name, moneyIn(amount, currencyCode, field)]],
			),
		);
		const request = {
			...call.routing,
			keys: { account: account.id },
			body: {
				account: account.urn,
				campaignGroup: group.urn,
				name,
				status,
				...(objectiveType && { objectiveType }),
				...members,
				...money,
				...(associatedEntity && { associatedEntity }),
			},
		};
		const creation = await attemptCreate(call.linkedin, request, { asId: sponsoredId });
		if ('error' in creation) throw explained(creation.error);
		const made = madeOf(creation, 'campaign', account.id);
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

/** What the fields give, all of it checked. @throws InputError, InputErrors */
function fieldsOf(call: Call) {
	const given = (name: string) => call.parameter<unknown>(name, '');
	const read = readAll(
		{
			account: () => oneOf(call, 'account'),
			group: () => oneOf(call, 'campaignGroup'),
			name: () => textOf(given('name'), 'Name'),
			status: () => choiceOf(given('status'), 'Status', STATUSES) ?? 'DRAFT',
			objectiveType: () => objectiveOf(given('objectiveType')),
			type: () => campaign.typeOf(given('type')),
			costType: () => campaign.costTypeOf(given('costType')),
			unitCost: () => bidOf(given('unitCost')),
			dailyBudget: () => amountOf(given('dailyBudget'), campaign.dailyBudgetField.displayName),
			totalBudget: () => amountOf(given('totalBudget'), campaign.totalBudgetField.displayName),
			// LinkedIn takes no campaign without a start, drafts included.
			runSchedule: () => scheduleOf(given('start') || Date.now(), given('end'), call.timezone),
			locale: () =>
				localeOf(given('locale') || campaign.localeField.default, campaign.localeField.displayName),
			page: () => pageValueOf(call, 'associatedEntity', campaign.pageField.displayName),
			politicalIntent: () => campaign.politicalIntentOf(given('politicalIntent')),
			offsiteDeliveryEnabled: () => campaign.offsiteOf(given('offsiteDeliveryEnabled')),
			targetingCriteria: () => targetingOf(call),
			options: () =>
				optionMembers(
					collectionOf(call, 'additionalFields', 'Additional Fields'),
					versionInForce(call.linkedin.connection),
				),
		},
		(values) => brokenRules(planOf(values)),
	);
	const { unitCost, dailyBudget, totalBudget, runSchedule, locale, options, ...members } = read;
	return {
		...members,
		runSchedule: { ...runSchedule },
		locale: { ...locale },
		...(members.type === 'SPONSORED_INMAILS' && { creativeSelection: 'ROUND_ROBIN' }),
		...options,
		budgets: {
			unitCost: { amount: unitCost, field: campaign.bidField.displayName },
			dailyBudget: { amount: dailyBudget, field: campaign.dailyBudgetField.displayName },
			totalBudget: { amount: totalBudget, field: campaign.totalBudgetField.displayName },
		},
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
