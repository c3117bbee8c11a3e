/** What a conversion event says: the fields of the form, and the names of values in a list of events. */
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

/** All that one event may say. */
export const eventValues: INodeProperties[] = [
	{
		...ruleField,
		required: false,
		description: 'The conversion rule; it counts for each event of a list that names no other',
	},
	{
		displayName: HAPPENED_AT,
		name: 'conversionHappenedAt',
		type: 'dateTime',
		default: '',
		description: 'When it happened, in the last 90 days; now if empty',
	},
	{
		displayName: 'Email',
		name: 'email',
		type: 'string',
		placeholder: 'e.g. ada@example.com',
		default: '',
		description:
			'Address of the person. It is trimmed, put in small letters and hashed before it leaves n8n; a SHA-256 hash is taken as it is.',
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
		description: 'Three letters of ISO 4217; they count for each event of a list that names no other',
	},
	{
		displayName: EVENT_ID,
		name: 'eventId',
		type: 'string',
		default: '',
		description:
			'The same ID as the Insight Tag sends for this event, so that LinkedIn counts the two once. It does not keep two API events apart.',
	},
	{
		displayName: PERSON,
		name: 'user',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		description: 'More of the person: one ID is needed, or first and last name',
		options: [
			textOption('Acxiom ID', 'acxiomId', 'The ID of Acxiom'),
			textOption('Company', 'companyName', 'The company of the person'),
			textOption('Country', 'countryCode', 'Two letters of ISO 3166', 'US'),
			textOption('External ID', 'externalId', 'An ID of your own system; LinkedIn takes one'),
			textOption('First Name', 'firstName', 'Goes with Last Name'),
			textOption('Google Advertising ID', 'googleAid', 'An ID of a device'),
			textOption('Hashed Email', 'hashedEmail', 'The SHA-256 hash of an address, 64 hex digits'),
			textOption(
				'Hashed IP Address',
				'hashedIp',
				'The SHA-256 hash of an IPv4 address, 64 hex digits; needs API version 202607 or later',
			),
			textOption('IP Address', 'ip', 'An IPv4 address, sent as it is'),
			textOption('Job Title', 'title', 'The job title of the person'),
			textOption('Last Name', 'lastName', 'Goes with First Name'),
			textOption('Lead', 'lead', 'URN or ID of the lead form response that led here'),
			textOption('LinkedIn Click ID', 'liFatId', 'The value of li_fat_id, from the address or the cookie'),
			textOption('Oracle Moat ID', 'oracleMoatId', 'Older API versions only'),
		],
	},
];

export const [conversionField, ...ownValues] = eventValues;

export const eventFields: INodeProperties[] = [
	inputField,
	{
		...accountField,
		required: false,
		description: 'The ad account, only to list the conversion rules; it is not sent',
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
			'The events, each an object whose values are called as the fields are: Conversion, Happened At, Email, Amount, Currency, Event ID and those of Person. Capitals and spaces do not matter, so rows of a sheet will do.',
		displayOptions: { show: { input: ['list'] } },
	},
	...unlessList(ownValues, ['currencyCode']),
];
