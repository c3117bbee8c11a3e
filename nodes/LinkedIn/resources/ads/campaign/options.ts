/** Optional values of a campaign: options of a collection. */
import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { InputError } from '../../../transport/errors/inputError';
import { readJsonObject } from '../../values/json';
import { plainText } from '../../values/plainText';
import { readAll } from '../../values/problems';
import { checkSince } from '../../values/since';
import { choiceOf, flagOf } from '../values/readParameters';

const OPTIMIZATIONS = [
	'ENHANCED_CONVERSION',
	'MAX_CLICK',
	'MAX_CONVERSION',
	'MAX_IMPRESSION',
	'MAX_LEAD',
	'MAX_QUALIFIED_LEAD',
	'MAX_REACH',
	'MAX_VIDEO_VIEW',
	'NONE',
] as const;

export const optimizationField: INodeProperties = {
	displayName: 'Optimization',
	name: 'optimizationTargetType',
	type: 'options',
	default: 'NONE',
	description:
		'What automatic bidding aims for, or how LinkedIn uses the Bid. If both are empty, a new campaign gets the one that suits its objective. Expressions can also set target costs (TARGET_COST_PER_…) and cost caps (CAP_COST_AND_MAXIMIZE_…), which need a Bid.',
	options: [
		{
			name: 'Clicks',
			value: 'MAX_CLICK',
			description: 'Automatic, for all objectives except Brand Awareness and Video Views',
		},
		{
			name: 'Conversions',
			value: 'MAX_CONVERSION',
			description: 'Automatic, for Website Conversions with a linked conversion',
		},
		{
			name: 'Conversions, Enhanced Bidding',
			value: 'ENHANCED_CONVERSION',
			description: 'Manual; LinkedIn adjusts the Bid',
		},
		{
			name: 'Impressions',
			value: 'MAX_IMPRESSION',
			description: 'Automatic, for Brand Awareness, and for messages aimed at leads or conversions',
		},
		{
			name: 'Leads',
			value: 'MAX_LEAD',
			description: 'Automatic, for Lead Generation except by message',
		},
		{ name: 'None', value: 'NONE', description: 'Manual; uses the Bid as entered' },
		{
			name: 'Qualified Leads',
			value: 'MAX_QUALIFIED_LEAD',
			description: 'Automatic, for Lead Generation; needs API version 202602 or later',
		},
		{ name: 'Reach', value: 'MAX_REACH', description: 'Automatic, for Brand Awareness' },
		{ name: 'Video Views', value: 'MAX_VIDEO_VIEW', description: 'Automatic, for Video Views' },
	],
};

/** First version that has it (docs.budgetCombinations). */
const QUALIFIED_LEADS_SINCE = '202602';

/**
 * @param version in force for the connection
 * @returns undefined if empty
 * @throws InputError that lists the choices, also for one that the version doesn't have
 */
export function optimizationOf(value: unknown, version: string): string | undefined {
	const text = plainText(value, optimizationField.displayName).trim();
	if (/^(TARGET_COST_PER|CAP_COST_AND_MAXIMIZE)_[A-Z_]+$/.test(text)) return text;
	const target = choiceOf(text, optimizationField.displayName, OPTIMIZATIONS);
	const since = target === 'MAX_QUALIFIED_LEAD' ? QUALIFIED_LEADS_SINCE : undefined;
	checkSince(version, optimizationField.displayName, [{ name: 'Qualified Leads', since }]);
	return target;
}

const FORMATS: Record<string, string> = {
	CAROUSEL: 'Carousel',
	SPONSORED_UPDATE_NATIVE_DOCUMENT: 'Document',
	SPONSORED_UPDATE_EVENT: 'Event',
	FOLLOW_COMPANY: 'Follow Company (Dynamic)',
	JOBS: 'Jobs (Dynamic)',
	SPONSORED_INMAIL: 'Message',
	SPONSORED_MESSAGE: 'Message Conversation',
	STANDARD_UPDATE: 'Single Image or Text',
	SPOTLIGHT: 'Spotlight (Dynamic)',
	TEXT: 'Text',
	SINGLE_VIDEO: 'Video',
};

const SELECTIONS = ['OPTIMIZED', 'ROUND_ROBIN'] as const;
const PACINGS = ['ACCELERATED', 'LIFETIME'] as const;
const FREQUENCY = 'Max Frequency per Week';
const OFFSITE_PREFERENCES = 'Offsite Preferences (JSON)';

/** Those that can also be changed later. */
export const campaignOptions: INodeProperties[] = [
	{
		displayName: 'Audience Expansion',
		name: 'audienceExpansionEnabled',
		type: 'boolean',
		default: false,
		description: 'Whether LinkedIn also shows the ads to members similar to those targeted',
	},
	{
		displayName: 'Connected TV Only',
		name: 'connectedTelevisionOnly',
		type: 'boolean',
		default: false,
		description: 'Whether the ads serve on connected TV only; needs the Audience Network',
	},
	{
		displayName: 'Creative Selection',
		name: 'creativeSelection',
		type: 'options',
		default: 'OPTIMIZED',
		description:
			'Which creatives LinkedIn shows. Sponsored Messaging rotates evenly, but for Lead Generation, API version 202607 and later also offer Best Performing, which is the default there.',
		options: [
			{ name: 'Best Performing', value: 'OPTIMIZED' },
			{ name: 'Rotate Evenly', value: 'ROUND_ROBIN' },
		],
	},
	{
		displayName: FREQUENCY,
		name: 'optimizationPreference',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 10,
		description: 'Maximum number of times a member sees the ads in 7 days',
	},
	{
		displayName: OFFSITE_PREFERENCES,
		name: 'offsitePreferences',
		type: 'json',
		default: '{}',
		description:
			"App categories, apps and domains of the Audience Network to include or exclude, in LinkedIn's own format",
	},
	optimizationField,
];

/** Those that can't be changed after creation. */
export const fixedOptions: INodeProperties[] = [
	{
		displayName: 'Format',
		name: 'format',
		type: 'options',
		default: 'STANDARD_UPDATE',
		description: 'Format of all its creatives. Dynamic, carousel and video ads need it on creation.',
		options: Object.entries(FORMATS).map(([value, name]) => ({ name, value })),
	},
	{
		displayName: 'Pacing',
		name: 'pacingStrategy',
		type: 'options',
		default: 'LIFETIME',
		description: "How the budget is spread over time. Can't be changed later.",
		options: [
			{ name: 'Accelerated', value: 'ACCELERATED' },
			{ name: 'Lifetime', value: 'LIFETIME' },
		],
	},
];

/**
 * The properties of a campaign from a collection of these options.
 * @param version in force for the connection
 * @throws InputError, InputErrors
 */
export function optionMembers(given: Record<string, unknown>, version: string): IDataObject {
	const members = readAll({
		audienceExpansionEnabled: () => flagOf(given.audienceExpansionEnabled, 'Audience Expansion'),
		connectedTelevisionOnly: () => flagOf(given.connectedTelevisionOnly, 'Connected TV Only'),
		creativeSelection: () => choiceOf(given.creativeSelection, 'Creative Selection', SELECTIONS),
		format: () => choiceOf(given.format, 'Format', Object.keys(FORMATS)),
		offsitePreferences: () => recordOf(given.offsitePreferences),
		optimizationPreference: () => frequencyOf(given.optimizationPreference),
		optimizationTargetType: () => optimizationOf(given.optimizationTargetType, version),
		pacingStrategy: () => choiceOf(given.pacingStrategy, 'Pacing', PACINGS),
	});
	return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));
}

/** Form of the cap: this many impressions per member in a span of days. */
const SPAN = { duration: 7, unit: 'DAY' };

function frequencyOf(value: unknown): IDataObject | undefined {
	const text = plainText(value, FREQUENCY).trim();
	if (text === '') return undefined;
	const frequency = Number(text);
	if (!Number.isInteger(frequency) || frequency < 1) {
		throw new InputError(
			FREQUENCY,
			`${FREQUENCY} must be a whole number greater than 0, not "${text}"`,
			'Enter a number such as 3.',
		);
	}
	return {
		frequencyOptimizationPreference: { timeSpan: SPAN, optimizationType: 'MAX_FREQUENCY', frequency },
	};
}

function recordOf(value: unknown): IDataObject | undefined {
	const advice = "Enter LinkedIn's record as a JSON object, or leave the field out.";
	const record = readJsonObject(value ?? '', OFFSITE_PREFERENCES, advice);
	return Object.keys(record).length > 0 ? record : undefined;
}
