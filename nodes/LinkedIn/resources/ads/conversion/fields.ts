/** Fields of a conversion rule and their values. */
import type { INodeProperties } from 'n8n-workflow';

import { InputError } from '../../../transport/errors/inputError';
import { locator } from '../../fields/locator';
import { plainText } from '../../values/plainText';
import { readAll } from '../../values/problems';
import { checkSince } from '../../values/since';
import { amountOf } from '../values/money';
import { choiceOf, flagOf } from '../values/readParameters';

export const conversionField: INodeProperties = locator({
	displayName: 'Conversion',
	name: 'conversion',
	description: 'The conversion rule',
	searchListMethod: 'searchConversions',
	examples: {
		url: 'https://www.linkedin.com/campaignmanager/accounts/507404993/conversions/14488340',
		id: '14488340 or urn:lla:llaPartnerConversion:14488340',
	},
});

/** The conversion rules that an operation works on; those that take one have the same field. */
export const conversionsField: INodeProperties = {
	...conversionField,
	description: 'The conversion rule. Get accepts several IDs, separated by commas.',
};

const TYPES =
	'ADD_BILLING_INFO ADD_TO_CART ADD_TO_LIST AD_CLICK AD_VIEW BOOK_APPOINTMENT COMPLETE_SIGNUP CONTACT DONATE DOWNLOAD INSTALL INVITE JOB_APPLY KEY_PAGE_VIEW LEAD LOGIN MARKETING_QUALIFIED_LEAD OTHER OUTBOUND_CLICK PHONE_CALL PURCHASE QUALIFIED_LEAD RATE REQUEST_QUOTE SALES_QUALIFIED_LEAD SAVE SCHEDULE SEARCH SHARE SIGN_UP START_CHECKOUT START_TRIAL SUBMIT_APPLICATION SUBSCRIBE TALENT_LEAD VIEW_CONTENT VIEW_VIDEO'.split(
		' ',
	);

const words = (value: string) =>
	value
		.split('_')
		.map((word) => word.charAt(0) + word.slice(1).toLowerCase())
		.join(' ');

/** First version that has them (docs.conversions). */
const SINCE: Record<string, string> = {
	MARKETING_QUALIFIED_LEAD: '202608',
	SALES_QUALIFIED_LEAD: '202608',
};

const sinceText = (since: string | undefined) =>
	since === undefined ? {} : { description: `Needs API version ${since} or later` };

export const conversionTypeField: INodeProperties = {
	displayName: 'Type',
	name: 'type',
	type: 'options',
	default: 'LEAD',
	description: 'What counts as a conversion',
	options: TYPES.map((value) => ({ name: words(value), value, ...sinceText(SINCE[value]) })).sort((a, b) =>
		a.name.localeCompare(b.name),
	),
};

const WINDOWS = ['1', '7', '30', '90', '365'] as const;
const ATTRIBUTIONS = ['LAST_TOUCH_BY_CAMPAIGN', 'LAST_TOUCH_BY_CONVERSION'] as const;
export const METHODS = [
	'CONVERSIONS_API',
	'INSIGHT_TAG_JAVASCRIPT_EVENT',
	'INSIGHT_TAG_URL_MATCH_RULES',
] as const;

/** An option of a collection. */
export const methodField: INodeProperties = {
	displayName: 'Method',
	name: 'conversionMethod',
	type: 'options',
	default: 'CONVERSIONS_API',
	description: 'How conversions are reported to LinkedIn',
	options: [
		{ name: 'Conversions API', value: 'CONVERSIONS_API' },
		{ name: 'Insight Tag, Page URL', value: 'INSIGHT_TAG_URL_MATCH_RULES' },
		{ name: 'Insight Tag, Event', value: 'INSIGHT_TAG_JAVASCRIPT_EVENT' },
	],
};

const windowField = (displayName: string, name: string, after: string): INodeProperties => ({
	displayName,
	name,
	type: 'options',
	default: '30',
	description: `How many days after ${after} a conversion still counts`,
	options: WINDOWS.map((days) => ({
		name: days,
		value: days,
		...(days === '365' ? { description: 'Only for some types of qualified leads' } : {}),
	})),
});

/** The label of its amount field. */
export const VALUE = 'Value';

/** Options of a collection, of creating and updating. */
export const ruleFields: INodeProperties[] = [
	{
		displayName: 'Attribution',
		name: 'attributionType',
		type: 'options',
		default: 'LAST_TOUCH_BY_CAMPAIGN',
		description: 'Which campaign a conversion counts for',
		options: [
			{ name: 'Each Campaign', value: 'LAST_TOUCH_BY_CAMPAIGN' },
			{ name: 'Last Campaign', value: 'LAST_TOUCH_BY_CONVERSION' },
		],
	},
	windowField('Click Window (Days)', 'postClickAttributionWindowSize', 'a click'),
	{
		displayName: 'Enabled',
		name: 'enabled',
		type: 'boolean',
		default: true,
		description: 'Whether the rule counts conversions',
	},
	{
		displayName: VALUE,
		name: 'value',
		type: 'string',
		default: '',
		placeholder: 'e.g. 25',
		description:
			"What each conversion is worth, in the account's currency; if not set, events have their own",
	},
	windowField('View Window (Days)', 'viewThroughAttributionWindowSize', 'an impression'),
];

/** Properties of a rule that need no call; `amount` is its fixed value. @throws InputError, InputErrors */
export function ruleMembers(given: Record<string, unknown>): {
	members: Record<string, unknown>;
	amount?: string;
} {
	const { amount, ...read } = readAll({
		amount: () => amountOf(given.value, VALUE),
		attributionType: () => choiceOf(given.attributionType, 'Attribution', ATTRIBUTIONS),
		postClickAttributionWindowSize: () => daysOf(given.postClickAttributionWindowSize, 'Click Window (Days)'),
		viewThroughAttributionWindowSize: () =>
			daysOf(given.viewThroughAttributionWindowSize, 'View Window (Days)'),
		enabled: () => flagOf(given.enabled, 'Enabled'),
	});
	const members = { ...read, valueType: amount === undefined ? undefined : 'FIXED' };
	const kept = Object.entries(members).filter(([, value]) => value !== undefined);
	return { members: Object.fromEntries(kept), amount };
}

/**
 * @param version in force for the connection
 * @throws InputError if it is missing, unknown or not in the version
 */
export function conversionTypeOf(value: unknown, version: string): string {
	const type = choiceOf(value, conversionTypeField.displayName, TYPES);
	if (type !== undefined) {
		checkSince(version, conversionTypeField.displayName, [{ name: words(type), since: SINCE[type] }]);
		return type;
	}
	throw new InputError(
		conversionTypeField.displayName,
		'No Type is selected',
		`Choose one of ${TYPES.join(', ')}.`,
	);
}

function daysOf(value: unknown, field: string): number | undefined {
	const days = choiceOf(plainText(value, field), field, WINDOWS);
	return days === undefined ? undefined : Number(days);
}
