/** Fields of a campaign and their values. Some are also options of a collection. */
import type { INodeProperties } from 'n8n-workflow';

import { InputError } from '../../../transport/errors/inputError';
import { locator } from '../../fields/locator';
import { plainText } from '../../values/plainText';
import { amountOf } from '../values/money';
import { choiceOf, flagOf } from '../values/readParameters';

export const TYPES = ['DYNAMIC', 'SPONSORED_INMAILS', 'SPONSORED_UPDATES', 'TEXT_AD'] as const;
export type CampaignType = (typeof TYPES)[number];

export const campaignTypeField: INodeProperties = {
	displayName: 'Type',
	name: 'type',
	type: 'options',
	default: 'SPONSORED_UPDATES',
	description: 'Type of ads',
	options: [
		{ name: 'Dynamic Ads', value: 'DYNAMIC', description: 'Needs a Format and both budgets' },
		{ name: 'Sponsored Content', value: 'SPONSORED_UPDATES', description: 'Posts of a page in the feed' },
		{ name: 'Sponsored Messaging', value: 'SPONSORED_INMAILS', description: "Messages to members' inboxes" },
		{ name: 'Text Ads', value: 'TEXT_AD' },
	],
};

/** @throws InputError if it is missing or unknown */
export function campaignTypeOf(value: unknown): CampaignType {
	return required(choiceOf(value, campaignTypeField.displayName, TYPES), campaignTypeField, TYPES);
}

const COST_TYPES = ['CPC', 'CPM', 'CPV'] as const;
export type CostType = (typeof COST_TYPES)[number];

export const costTypeField: INodeProperties = {
	displayName: 'Cost Type',
	name: 'costType',
	type: 'options',
	default: 'CPM',
	description:
		'What LinkedIn charges for; a Bid is per unit of this. Without a Bid, LinkedIn charges per impression, or per view for Video Views.',
	options: [
		{ name: 'Click (CPC)', value: 'CPC' },
		{ name: 'Thousand Impressions (CPM)', value: 'CPM', description: 'For messages: each message sent' },
		{ name: 'Video View (CPV)', value: 'CPV' },
	],
};

/** @throws InputError as typeOf */
export function costTypeOf(value: unknown): CostType {
	return required(costTypeIn(value), costTypeField, COST_TYPES);
}

/** As costTypeOf, and undefined for none. */
export function costTypeIn(value: unknown): CostType | undefined {
	return choiceOf(value, costTypeField.displayName, COST_TYPES);
}

export const bidField: INodeProperties = {
	displayName: 'Bid',
	name: 'unitCost',
	type: 'string',
	default: '',
	placeholder: 'e.g. 15',
	description:
		"Amount per unit of Cost Type, in the ad account's currency: a manual bid, or the target cost or cost cap of Optimization. Leave empty for automatic bidding.",
};

/**
 * A bid without the account's currency.
 * @returns undefined if there is none; `0` as text for a bid of 0
 * @throws InputError for an invalid amount
 */
export function bidOf(value: unknown): string | undefined {
	if (/^0+(\.0+)?$/.test(plainText(value, bidField.displayName).trim())) return '0';
	return amountOf(value, bidField.displayName);
}

export const dailyBudgetField: INodeProperties = {
	displayName: 'Daily Budget',
	name: 'dailyBudget',
	type: 'string',
	default: '',
	placeholder: 'e.g. 50',
	description: "Maximum spend per day, in the ad account's currency. LinkedIn sets a minimum.",
};

export const totalBudgetField: INodeProperties = {
	displayName: 'Total Budget',
	name: 'totalBudget',
	type: 'string',
	default: '',
	placeholder: 'e.g. 1500',
	description:
		"Maximum total spend, in the ad account's currency. Needs an End, and Pacing set to Lifetime if there is no Daily Budget.",
};

export const startField: INodeProperties = {
	displayName: 'Start',
	name: 'start',
	type: 'dateTime',
	default: '',
	description: "When the campaign starts; can't be in the past",
};

export const endField: INodeProperties = {
	displayName: 'End',
	name: 'end',
	type: 'dateTime',
	default: '',
	description: 'When the campaign ends. Required only with a Total Budget.',
};

export const localeField: INodeProperties = {
	displayName: 'Locale',
	name: 'locale',
	type: 'string',
	default: 'en_US',
	placeholder: 'e.g. de_DE',
	description: 'Language and country of the ads. LinkedIn accepts only some combinations.',
};

export const campaignPageField: INodeProperties = locator({
	displayName: 'Page',
	name: 'associatedEntity',
	description:
		'The Company Page that advertises. Required for Sponsored Content, Dynamic Ads and lead generation, except in drafts.',
	searchListMethod: 'searchPages',
	examples: { url: 'https://www.linkedin.com/company/2414183', id: '2414183 or urn:li:organization:2414183' },
	isOptional: true,
});

const INTENTS = ['NOT_DECLARED', 'NOT_POLITICAL', 'POLITICAL'] as const;

/** Nothing is preselected because the answer is up to the user; n8n requires an option for that. */
export const politicalIntentField: INodeProperties = {
	displayName: 'Political Intent',
	name: 'politicalIntent',
	type: 'options',
	required: true,
	default: '',
	description:
		'Whether this is political advertising under EU Regulation 2024/900. Your answer is a binding declaration to LinkedIn for ads shown in the EU. Required for every campaign, and again whenever the targeting changes.',
	options: [
		{ name: 'Choose One', value: '' },
		{ name: 'Not Declared', value: 'NOT_DECLARED', description: 'You make no declaration' },
		{
			name: 'Not Political',
			value: 'NOT_POLITICAL',
			description: "You declare that it isn't political advertising",
		},
		{ name: 'Political', value: 'POLITICAL', description: 'You declare that it is political advertising' },
	],
};

/** @throws InputError if it is missing or unknown */
export function politicalIntentOf(value: unknown): (typeof INTENTS)[number] {
	const found = choiceOf(value, politicalIntentField.displayName, INTENTS);
	return required(found, politicalIntentField, INTENTS);
}

/** Nothing is preselected because LinkedIn has no default either. */
export const offsiteField: INodeProperties = {
	displayName: 'Audience Network',
	name: 'offsiteDeliveryEnabled',
	type: 'options',
	required: true,
	default: '',
	description: "Whether the ads also serve outside LinkedIn, on the apps and sites of LinkedIn's partners",
	options: [
		{ name: 'Choose One', value: '' },
		{ name: 'On LinkedIn Only', value: 'false' },
		{ name: 'On LinkedIn and Its Audience Network', value: 'true' },
	],
};

/** @throws InputError if it is neither true nor false */
export function offsiteOf(value: unknown): boolean {
	return required(flagOf(value, offsiteField.displayName), offsiteField, ['true', 'false']);
}

function required<T>(found: T | undefined, field: INodeProperties, choices: readonly string[]): T {
	if (found !== undefined) return found;
	throw new InputError(
		field.displayName,
		`${field.displayName} is not set, but LinkedIn requires it for every campaign`,
		`Choose one of ${choices.join(', ')}.`,
	);
}
