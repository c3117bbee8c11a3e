/** The values of a conversion event: the fields of the form, and the keys in a list of events. */
import type { INodeProperties } from 'n8n-workflow';

import { conversionField as ruleField } from '../conversion/fields';
import { accountField, textOption } from '../fields/fields';
import { inputField, unlessList } from '../fields/listInput';

export const CONVERSION = 'Conversion';
export const HAPPENED_AT = 'Happened At';
export const AMOUNT = 'Amount';
export const CURRENCY = 'Currency';
export const EVENT_ID = 'Event ID';
export const PERSON = 'Person';
export const EVENTS = 'Events (JSON)';

/** All fields of one event. */
export const eventValues: INodeProperties[] = [
	{
		...ruleField,
		required: false,
		description: 'The conversion rule. In a list, it applies to events without their own.',
	},
	{
		displayName: HAPPENED_AT,
		name: 'conversionHappenedAt',
		type: 'dateTime',
		default: '',
		description: 'When it happened, within the last 90 days; now if empty',
	},
	{
		displayName: 'Email',
		name: 'email',
		type: 'string',
		placeholder: 'e.g. ada@example.com',
		default: '',
		description:
			"Address of the person. It's trimmed, lowercased and hashed before it leaves n8n; a SHA-256 hash is sent unchanged.",
	},
	{
		displayName: AMOUNT,
		name: 'conversionValue',
		type: 'string',
		default: '',
		placeholder: 'e.g. 149.90',
		description: 'What the conversion is worth; needs a Currency',
	},
	{
		displayName: CURRENCY,
		name: 'currencyCode',
		type: 'string',
		default: '',
		placeholder: 'e.g. USD',
		description: 'Three-letter ISO 4217 code. In a list, it applies to events without their own.',
	},
	{
		displayName: EVENT_ID,
		name: 'eventId',
		type: 'string',
		default: '',
		description:
			"The ID that the Insight Tag sends for this event, so that LinkedIn counts both only once. It doesn't distinguish API events from each other.",
	},
	{
		displayName: PERSON,
		name: 'user',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		description: 'More about the person. Without an Email, one ID or first and last name is required.',
		options: [
			textOption('Acxiom ID', 'acxiomId', 'Acxiom ID of the person'),
			textOption('Company', 'companyName', 'Company of the person'),
			textOption('Country', 'countryCode', 'Two-letter ISO 3166 code', 'US'),
			textOption('External ID', 'externalId', 'ID in your own system; only one is allowed'),
			textOption('First Name', 'firstName', 'Requires Last Name'),
			textOption('Google Advertising ID', 'googleAid', 'Advertising ID of a device'),
			textOption('Hashed Email', 'hashedEmail', 'SHA-256 hash of an email address, 64 hex digits'),
			textOption(
				'Hashed IP Address',
				'hashedIp',
				'SHA-256 hash of an IPv4 address, 64 hex digits; needs API version 202607 or later',
			),
			textOption('IP Address', 'ip', 'IPv4 address, sent unhashed'),
			textOption('Job Title', 'title', 'Job title of the person'),
			textOption('Last Name', 'lastName', 'Requires First Name'),
			textOption('Lead', 'lead', 'URN or ID of the lead form response that led to the conversion'),
			textOption('LinkedIn Click ID', 'liFatId', 'Value of li_fat_id, from the URL or the cookie'),
			textOption('Oracle Moat ID', 'oracleMoatId', 'Only with older API versions'),
		],
	},
];

export const [conversionField, ...ownValues] = eventValues;

export const eventFields: INodeProperties[] = [
	inputField,
	{
		...accountField,
		required: false,
		description: 'The ad account whose conversion rules to list; not sent to LinkedIn',
	},
	conversionField,
	{
		displayName: EVENTS,
		name: 'events',
		type: 'json',
		required: true,
		default: '[]',
		placeholder: 'e.g. [{ "email": "ada@example.com", "amount": 149.9 }]',
		description:
			"The events, each an object with the field labels as keys: Conversion, Happened At, Email, Amount, Currency, Event ID and the fields of Person. Case and spaces don't matter, so rows of a sheet work.",
		displayOptions: { show: { input: ['list'] } },
	},
	...unlessList(ownValues, ['currencyCode']),
];
