import type { INodeProperties } from 'n8n-workflow';

import { InputError } from '../../../transport/errors/inputError';
import { patch } from '../../../transport/restli/patch';
import type { SponsoredRef } from '../../../transport/restli/urns/sponsored';
import { DOCS } from '../../docs';
import { operation, type Call } from '../../operation';
import { readAll } from '../../values/problems';
import { accountField, campaignGroupField, campaignsField, oneOf, refsOf, severalOf } from '../fields/fields';
import { newNameIn, updateFieldsField, updatesIn } from '../fields/updateFields';
import { accessOfStatus, allowStatus } from '../requests/accessOfStatus';
import { budgetChange, checkBudgets, withheldByBudget } from '../requests/checkBudgets';
import { planUpdate } from '../requests/plan';
import { updateItems, type Update } from '../requests/update';
import { ADS_WRITE, CAMPAIGN_MANAGER } from '../scopes';
import { targetingField, targetingIn, targetingJsonField } from '../targeting/fields';
import type { TargetingCriteria } from '../targeting/shape';
import { localeOf, type Locale } from '../values/locale';
import { amountOf, currencyOf, moneyIn, moneyOf } from '../values/money';
import { choiceOf, flagOf } from '../values/readParameters';
import { scheduleOf } from '../values/schedule';
import { changedBidding, type Bidding } from './bidding';
import * as campaign from './fields';
import {
	hasInterfaceLocales,
	interfaceLocalesOf,
	localeUrn,
	withInterfaceLocales,
	type Locales,
} from './interfaceLocales';
import { campaignOptions, optionMembers } from './options';

const STATUSES = ['ACTIVE', 'ARCHIVED', 'CANCELED', 'COMPLETED', 'PAUSED', 'PENDING_DELETION'] as const;

const statusField: INodeProperties = {
	displayName: 'Status',
	name: 'status',
	type: 'options',
	default: 'PAUSED',
	description: 'Status of the campaigns',
	options: [
		{
			name: 'Active',
			value: 'ACTIVE',
			description: 'Serves ads and spends money as soon as it has an approved creative',
		},
		{ name: 'Archived', value: 'ARCHIVED' },
		{ name: 'Canceled', value: 'CANCELED', description: 'Ends permanently' },
		{ name: 'Completed', value: 'COMPLETED' },
		{ name: 'Paused', value: 'PAUSED' },
		{ name: 'Pending Deletion', value: 'PENDING_DELETION', description: 'LinkedIn deletes it later' },
	],
};

const options: INodeProperties[] = [
	...campaignOptions,
	{
		...campaign.bidField,
		description:
			"Amount per unit of Cost Type, in the ad account's currency: a manual bid, or the target cost or cost cap of Optimization. For manual bidding, set Optimization to None with Cost Type and Bid; for automatic bidding, set only Optimization.",
	},
	{ ...campaign.costTypeField, description: 'What LinkedIn charges for. Needs a new Bid.' },
	campaign.dailyBudgetField,
	campaign.totalBudgetField,
	campaign.startField,
	campaign.endField,
	campaign.localeField,
	{ ...campaign.politicalIntentField, required: false, default: 'NOT_DECLARED' },
	{ ...campaign.offsiteField, required: false, default: 'false' },
	{
		...targetingField,
		description: `${targetingField.description} Replaces the whole targeting. Without a rule for interfaceLocales, the campaign uses Locale or, with one more call, keeps its languages.`,
	},
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
		"Change the status, budget, bidding, schedule or targeting of one or more campaigns, 100 per call. Each has an item that says whether LinkedIn accepted the change. The objective can't be changed.",
	docs: DOCS.campaigns,
	access: 'full',
	accessOf: (parameter) => accessOfStatus(parameter, 'updateFields', 'status'),
	scopes: ADS_WRITE,
	accountRole: CAMPAIGN_MANAGER,
	routing: { restliMethod: 'PARTIAL_UPDATE', path: '/rest/adAccounts/{account}/adCampaigns/{id}' },
	fields: [accountField, campaignsField, updateFieldsField(options)],
	async execute(call) {
		const account = oneOf(call, 'account').id;
		const refs = severalOf(call, 'campaign');
		const given = updatesIn(call);
		const { targetingCriteria, ...members } = membersOf(call, given);
		allowStatus(call.linkedin, members.status);
		planUpdate(call, 'campaign', refs, members.status);
		const options = optionMembers(given, call.linkedin.version);
		const bidding = biddingIn(given, options.optimizationTargetType);
		const amountIn = (field: INodeProperties) => amountOf(given[field.name], field.displayName);
		checkBudgets(call.linkedin, {
			dailyBudget: amountIn(campaign.dailyBudgetField),
			totalBudget: amountIn(campaign.totalBudgetField),
			runSchedule: members.runSchedule,
		});
		const money = async (field: INodeProperties) =>
			await moneyOf(call.linkedin, given[field.name], field.displayName, account);
		const set = {
			...members,
			...options,
			costType: bidding.costType,
			unitCost:
				bidding.amount === undefined
					? undefined
					: moneyIn(bidding.amount, await currencyOf(call.linkedin, account), campaign.bidField.displayName),
			dailyBudget: await money(campaign.dailyBudgetField),
			totalBudget: await money(campaign.totalBudgetField),
		};
		const change = budgetChange(set);
		const tooHigh = await withheldByBudget(call.linkedin, 'campaign', account, refs, change);
		const { targetingOf, withheld } = await targetingFor(
			call,
			account,
			refs,
			targetingCriteria,
			members.locale,
		);
		const withheldBy = (ref: SponsoredRef) => tooHigh(ref) ?? withheld?.(ref);
		planUpdate(call, 'campaign', refs, members.status, withheldBy);
		const items = await updateItems(call, {
			kind: 'campaign',
			account,
			refs,
			change: (ref) => patch({ ...set, targetingCriteria: targetingOf(ref) }),
			withheld: withheldBy,
		});
		const { notices } = bidding;
		return notices.length === 0
			? items
			: items.map((item, index) => (index === 0 ? { ...item, notice: notices.join(' ') } : item));
	},
});

/** Cost type, bid and target, which LinkedIn accepts together. @throws InputError, InputErrors */
function biddingIn(given: Record<string, unknown>, target: unknown): Bidding {
	const read = readAll(
		{
			costType: () => campaign.costTypeIn(given[campaign.costTypeField.name]),
			bid: () => campaign.bidOf(given[campaign.bidField.name]),
		},
		(values) =>
			'costType' in values && 'bid' in values
				? changedBidding({
						costType: values.costType,
						bid: values.bid,
						target: target as string | undefined,
					}).problems
				: [],
	);
	return changedBidding({ ...read, target: target as string | undefined });
}

/** The new targeting of each campaign; LinkedIn requires the interface languages in it. */
async function targetingFor(
	{ linkedin }: Call,
	account: string,
	refs: SponsoredRef[],
	criteria: TargetingCriteria | undefined,
	locale: Locale | undefined,
): Promise<Pick<Update, 'withheld'> & { targetingOf: (ref: SponsoredRef) => TargetingCriteria | undefined }> {
	if (criteria === undefined || hasInterfaceLocales(criteria)) return { targetingOf: () => criteria };
	if (locale) return { targetingOf: () => withInterfaceLocales(criteria, [localeUrn(locale)]) };
	const ids = refs.map(({ id }) => id);
	const locales = await interfaceLocalesOf(linkedin, account, ids);
	return {
		targetingOf: ({ id }) => withInterfaceLocales(criteria, locales.get(id)?.urns ?? []),
		withheld: ({ id }) => unknownOf(locales.get(id)),
	};
}

const unknownOf = (locales: Locales | undefined) =>
	locales === undefined || locales.urns !== undefined ? undefined : locales;

/** What needs no call; undefined stays unchanged. @throws InputError */
function membersOf(call: Call, given: Record<string, unknown>) {
	const runSchedule = scheduleOf(given.start, given.end, call.timezone);
	if (runSchedule.end !== undefined && runSchedule.start === undefined) {
		throw new InputError(
			campaign.startField.displayName,
			'LinkedIn requires Start together with End',
			'Add Start. For a running campaign, enter its current start.',
		);
	}
	const groups = refsOf('campaignGroup', given.campaignGroup, 'Campaign Group');
	if (groups.length > 1) {
		throw new InputError(
			'Campaign Group',
			`Campaign Group has ${groups.length} entries`,
			'Enter only the one to move to.',
		);
	}
	const targetingCriteria = targetingIn(call, given);
	const intent = given[campaign.politicalIntentField.name];
	if (targetingCriteria && !intent) {
		throw new InputError(
			campaign.politicalIntentField.displayName,
			'LinkedIn requires Political Intent again when the targeting changes',
			'Add Political Intent.',
		);
	}
	return {
		name: newNameIn(given),
		status: choiceOf(given.status, statusField.displayName, STATUSES),
		campaignGroup: groups[0]?.urn,
		runSchedule: runSchedule.start === undefined ? undefined : runSchedule,
		locale: localeOf(given.locale, campaign.localeField.displayName),
		politicalIntent: intent ? campaign.politicalIntentOf(intent) : undefined,
		offsiteDeliveryEnabled: flagOf(given[campaign.offsiteField.name], campaign.offsiteField.displayName),
		targetingCriteria,
	};
}
