import type { INodeProperties } from 'n8n-workflow';

import { attemptCreate } from '../../../transport/answers/creation';
import { LinkedInError } from '../../../transport/errors/errors';
import { counted } from '../../../transport/text/counted';
import { DOCS } from '../../docs';
import { organizationUrnOf } from '../../fields/actor';
import { operation } from '../../operation';
import { accountField, campaignGroupField } from '../fields/fields';
import { objectiveField } from '../fields/objective';
import { accessOfStatus, allowStatus } from '../requests/accessOfStatus';
import { budgetChange, checkBudgets } from '../requests/checkBudgets';
import { madeOf, sponsoredId } from '../requests/created';
import { creating } from '../requests/plan';
import { ADS_WRITE, CAMPAIGN_MANAGER } from '../scopes';
import { targetingField, targetingJsonField } from '../targeting/fields';
import { currencyOf, moneyIn } from '../values/money';
import { campaignConversionsField, linkConversions } from './conversions';
import * as campaign from './fields';
import { newCampaignOf } from './newCampaign';
import { campaignOptions, fixedOptions } from './options';
import { limitAdvice, rotationOf } from './rules';

const byName = (a: INodeProperties, b: INodeProperties) => a.displayName.localeCompare(b.displayName);

export const create = operation({
	value: 'create',
	name: 'Create',
	action: 'Create a campaign',
	description:
		"Create a campaign in a campaign group, as a draft by default. Without a Bid, LinkedIn bids automatically for the objective. One extra call per run gets the ad account's currency.",
	builderHint: 'campaignGroup is the urn of a group of the same account; status ACTIVE spends money.',
	docs: DOCS.campaigns,
	access: 'full',
	accessOf: (parameter) => accessOfStatus(parameter, undefined, 'status'),
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
			description: 'A draft campaign group accepts only drafts',
			options: [
				{
					name: 'Active',
					value: 'ACTIVE',
					description: 'Serves ads and spends money as soon as it has an approved creative',
				},
				{ name: 'Draft', value: 'DRAFT', description: 'Serves no ads and spends nothing' },
				{ name: 'Paused', value: 'PAUSED', description: 'Serves no ads until set to Active' },
			],
		},
		objectiveField,
		campaign.campaignTypeField,
		campaign.costTypeField,
		campaign.bidField,
		{ ...campaign.dailyBudgetField, hint: 'A Daily Budget or a Total Budget is required' },
		{ ...campaign.totalBudgetField, hint: 'Needs an End' },
		{
			...campaign.startField,
			description: "When the campaign starts; now if empty. Can't be in the past.",
		},
		campaign.endField,
		campaign.localeField,
		campaign.campaignPageField,
		campaign.politicalIntentField,
		campaign.offsiteField,
		{
			...targetingField,
			required: true,
			description: `${targetingField.description} At least one rule needs a location.`,
		},
		{ ...targetingJsonField, hint: 'Replaces the rules under Targeting' },
		{
			displayName: 'Additional Fields',
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [...campaignOptions, ...fixedOptions, campaignConversionsField].sort(byName),
		},
	],
	async execute(call) {
		const { account, group, page, bidding, conversions, members, money } = newCampaignOf(call);
		if (conversions.length > 0) call.linkedin.allow({ area: 'conversions', access: 'write' });
		allowStatus(call.linkedin, members.status);
		const { runSchedule, pacingStrategy } = members;
		checkBudgets(call.linkedin, {
			dailyBudget: money.dailyBudget.amount,
			totalBudget: money.totalBudget.amount,
			runSchedule,
			pacing: pacingStrategy,
		});
		const isSwitched = bidding.target === 'MAX_CONVERSION' && conversions.length > 0;
		call.plan(() => ({
			steps: [
				creating('campaign', members.status, members.name),
				...(conversions.length > 0 ? [`Link ${counted(conversions.length, 'conversion')} to it`] : []),
				...(isSwitched ? ['Let it bid for conversions'] : []),
			],
			calls: 1 + conversions.length + (isSwitched ? 1 : 0),
		}));
		const associatedEntity =
			page === '' ? undefined : await organizationUrnOf(call, campaign.campaignPageField.displayName, page);
		const currencyCode = await currencyOf(call.linkedin, account.id);
		const amounts = Object.fromEntries(
			Object.entries(money).flatMap(([name, { amount, field }]) =>
				amount === undefined ? [] : [[name, moneyIn(amount, currencyCode, field)]],
			),
		);
		// Now with the decimals of the currency.
		checkBudgets(call.linkedin, budgetChange({ ...amounts, runSchedule, pacingStrategy }));
		// By now the connection may use a newer version with other rules.
		const creativeSelection = rotationOf(members, call.linkedin.version);
		const request = {
			...call.routing,
			keys: { account: account.id },
			body: {
				account: account.urn,
				campaignGroup: group.urn,
				...(creativeSelection && { creativeSelection }),
				...members,
				...amounts,
				costType: bidding.costType,
				...(bidding.target && { optimizationTargetType: withoutConversions(bidding.target) }),
				...(associatedEntity && { associatedEntity }),
			},
		};
		const creation = await attemptCreate(call.linkedin, request, { asId: sponsoredId });
		if ('error' in creation) throw explained(creation.error);
		const made = madeOf(creation, 'campaign', account.id);
		const counting =
			bidding.target === 'MAX_CONVERSION'
				? { costType: bidding.costType, unitCost: amounts.unitCost }
				: undefined;
		const linked =
			conversions.length === 0
				? undefined
				: await linkConversions(
						call.linkedin,
						{ ...made.identity, account: account.id },
						conversions,
						counting,
					);
		const notices = [made.notice.notice, ...bidding.notices, ...(linked?.notices ?? [])].filter(
			(one) => one !== undefined,
		);
		return [
			{
				...made.identity,
				name: members.name,
				status: members.status,
				objective: members.objectiveType ?? null,
				campaignGroup: group.urn,
				costType: bidding.costType,
				optimizationTargetType:
					linked?.target === undefined ? (withoutConversions(bidding.target) ?? 'NONE') : linked.target,
				...(linked && { conversions: linked.conversions }),
				...(notices.length > 0 && { notice: notices.join(' ') }),
			},
		];
	},
});

/**
 * A campaign can't have a conversion before it exists; until then it bids for clicks, so that it can always deliver.
 */
const withoutConversions = (target: string | undefined) =>
	target === 'MAX_CONVERSION' ? 'MAX_CLICK' : target;

function explained(error: LinkedInError): LinkedInError {
	const advice = limitAdvice(error);
	return advice === undefined ? error : new LinkedInError(error.message, { ...error.details, advice });
}
