/** The values of the fields of a new campaign, all checked before any call. */
import type { IDataObject } from 'n8n-workflow';

import type { SponsoredRef } from '../../../transport/restli/urns/sponsored';
import { pageValueOf } from '../../fields/actor';
import type { Call } from '../../operation';
import { readAll } from '../../values/problems';
import { oneOf, refsOf } from '../fields/fields';
import { objectiveOf, type Objective } from '../fields/objective';
import { targetingOf } from '../targeting/fields';
import { localeOf } from '../values/locale';
import { amountOf } from '../values/money';
import { choiceOf, collectionOf, textOf } from '../values/readParameters';
import { scheduleOf } from '../values/schedule';
import { biddingOf, type Bidding } from './bidding';
import { campaignConversionsField } from './conversions';
import * as campaign from './fields';
import { optionMembers } from './options';
import { brokenRules, planOf } from './rules';

const STATUSES = ['ACTIVE', 'DRAFT', 'PAUSED'] as const;

/**
 * Properties of the campaign in LinkedIn's format, without amounts of money, whose currency is not known yet.
 * @throws InputError, InputErrors
 */
export function newCampaignOf(call: Call) {
	const given = (name: string) => call.parameter<unknown>(name, '');
	const version = call.linkedin.version;
	const read = readAll(
		{
			account: () => oneOf(call, 'account'),
			group: () => oneOf(call, 'campaignGroup'),
			name: () => textOf(given('name'), 'Name'),
			status: () => choiceOf(given('status'), 'Status', STATUSES) ?? 'DRAFT',
			objectiveType: () => objectiveOf(given('objectiveType')),
			type: () => campaign.campaignTypeOf(given('type')),
			costType: () => campaign.costTypeOf(given('costType')),
			unitCost: () => campaign.bidOf(given('unitCost')),
			dailyBudget: () => amountOf(given('dailyBudget'), campaign.dailyBudgetField.displayName),
			totalBudget: () => amountOf(given('totalBudget'), campaign.totalBudgetField.displayName),
			// LinkedIn requires a start for every campaign, even for drafts.
			runSchedule: () => scheduleOf(given('start') || Date.now(), given('end'), call.timezone),
			locale: () =>
				localeOf(given('locale') || campaign.localeField.default, campaign.localeField.displayName),
			page: () => pageValueOf(call, 'associatedEntity', campaign.campaignPageField.displayName),
			politicalIntent: () => campaign.politicalIntentOf(given('politicalIntent')),
			offsiteDeliveryEnabled: () => campaign.offsiteOf(given('offsiteDeliveryEnabled')),
			targetingCriteria: () => targetingOf(call),
			additional: () => additionalOf(call, version),
		},
		(values) => [
			...brokenRules(planOf({ ...values, ...values.additional }, version)),
			...(biddingIn(values)?.problems ?? []),
		],
	);
	const bidding = biddingIn(read) as Bidding;
	const { account, group, name, status, objectiveType, page, additional } = read;
	const options = { ...additional.options };
	// The bidding says it.
	delete options.optimizationTargetType;
	return {
		account,
		group,
		page,
		bidding,
		conversions: additional.conversions,
		members: {
			name,
			status,
			...(objectiveType && { objectiveType }),
			type: read.type,
			runSchedule: { ...read.runSchedule },
			locale: { ...read.locale },
			politicalIntent: read.politicalIntent,
			offsiteDeliveryEnabled: read.offsiteDeliveryEnabled,
			targetingCriteria: read.targetingCriteria,
			...options,
			...(typeof options.pacingStrategy === 'string' && { pacingStrategy: options.pacingStrategy }),
		},
		money: {
			unitCost: { amount: bidding.amount, field: campaign.bidField.displayName },
			dailyBudget: { amount: read.dailyBudget, field: campaign.dailyBudgetField.displayName },
			totalBudget: { amount: read.totalBudget, field: campaign.totalBudgetField.displayName },
		},
	};
}

interface Additional {
	options: IDataObject;
	conversions: SponsoredRef[];
}

function additionalOf(call: Call, version: string): Additional {
	const given = collectionOf(call, 'additionalFields', 'Additional Fields');
	return readAll<Additional>({
		options: () => optionMembers(given, version),
		conversions: () =>
			refsOf('conversion', given[campaignConversionsField.name], campaignConversionsField.displayName),
	});
}

interface BiddingFields {
	type: campaign.CampaignType;
	objectiveType: Objective | undefined;
	costType: campaign.CostType;
	unitCost: string | undefined;
	additional: Additional;
}

/** @returns undefined if one of the fields could not be read */
function biddingIn(read: Partial<BiddingFields>): Bidding | undefined {
	const { type, objectiveType, costType, unitCost, additional } = read;
	const isRead = 'objectiveType' in read && 'unitCost' in read;
	if (type === undefined || costType === undefined || additional === undefined || !isRead) return undefined;
	const { options, conversions } = additional;
	return biddingOf(
		{
			costType,
			bid: Number(unitCost) === 0 ? undefined : unitCost,
			target: options.optimizationTargetType as string | undefined,
		},
		{
			type,
			objective: objectiveType,
			format: options.format as string | undefined,
			hasConversion: conversions.length > 0,
		},
	);
}
