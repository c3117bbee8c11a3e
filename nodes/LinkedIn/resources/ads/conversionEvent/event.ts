/**
 * A conversion event as LinkedIn takes it, from the fields of one item.
 * @see https://learn.microsoft.com/en-us/linkedin/marketing/integrations/ads-reporting/conversions-api-schema
 */
import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { InputError } from '../../../transport/inputError';
import { parseSponsored } from '../../../transport/restli/sponsored';
import type { Call } from '../../define';
import { entriesOf, plainText } from '../../fields';
import { sha256Email, sha256Hash } from '../emailHash';
import { collectionOf } from '../given';
import { amountOf } from '../money';
import { momentOf } from '../schedule';

const DAY_MS = 86_400_000;
/** LinkedIn's limit. */
const OLDEST_DAYS = 90;
/** Clocks differ; what lies further ahead is a mistake. */
const AHEAD_MS = 3_600_000;

const CONVERSION = 'Conversion';
const HAPPENED_AT = 'Happened At';
const CURRENCY = 'Currency';
const IPV4 = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/;

const text = (
	displayName: string,
	name: string,
	description: string,
	placeholder?: string,
): INodeProperties => ({
	displayName,
	name,
	type: 'string',
	default: '',
	description,
	...(placeholder ? { placeholder: `e.g. ${placeholder}` } : {}),
});

export const eventFields: INodeProperties[] = [
	{
		displayName: CONVERSION,
		name: 'conversion',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. 14488340',
		description: 'Number or URN of the conversion rule, as Conversion: Get Many lists them',
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
		displayName: 'Amount',
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
		description: 'Three letters of ISO 4217',
	},
	{
		displayName: 'Event ID',
		name: 'eventId',
		type: 'string',
		default: '',
		description:
			'The same ID as the Insight Tag sends for this event, so that LinkedIn counts the two once. It does not keep two API events apart.',
	},
	{
		displayName: 'Person',
		name: 'user',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		description: 'More of the person: one ID is needed, or first and last name',
		options: [
			text('Acxiom ID', 'acxiomId', 'The ID of Acxiom'),
			text('Company', 'companyName', 'The company of the person'),
			text('Country', 'countryCode', 'Two letters of ISO 3166', 'US'),
			text('External ID', 'externalId', 'An ID of your own system; LinkedIn takes one'),
			text('First Name', 'firstName', 'Goes with Last Name'),
			text('Google Advertising ID', 'googleAid', 'Needs API version 202605 or later'),
			text('Hashed Email', 'hashedEmail', 'The SHA-256 hash of an address, 64 hex digits'),
			text('Hashed IP Address', 'hashedIp', 'The SHA-256 hash of an IPv4 address, 64 hex digits'),
			text('IP Address', 'ip', 'An IPv4 address, sent as it is'),
			text('Job Title', 'title', 'The job title of the person'),
			text('Last Name', 'lastName', 'Goes with First Name'),
			text('Lead', 'lead', 'URN or ID of the lead form response that led here'),
			text('LinkedIn Click ID', 'liFatId', 'The value of li_fat_id, from the address or the cookie'),
			text('Oracle Moat ID', 'oracleMoatId', 'Older API versions only'),
		],
	},
];

/**
 * @param nowMs epoch milliseconds
 * @throws InputError for the first thing that LinkedIn would refuse
 */
export function eventOf(call: Call, nowMs: number): IDataObject {
	const given = (name: string) => call.parameter<unknown>(name, '');
	const conversion = parseSponsored('conversion', given('conversion'), CONVERSION).urn;
	const happenedAt = momentOf(given('conversionHappenedAt'), HAPPENED_AT, call.timezone) ?? nowMs;
	checkMoment(happenedAt, nowMs);
	const conversionValue = valueOf(given('conversionValue'), given('currencyCode'));
	const eventId = plainText(given('eventId'), 'Event ID').trim();
	return {
		conversion,
		conversionHappenedAt: happenedAt,
		...(conversionValue ? { conversionValue } : {}),
		...(eventId === '' ? {} : { eventId }),
		user: userOf(given('email'), collectionOf(call, 'user', 'Person')),
	};
}

function checkMoment(happenedAtMs: number, nowMs: number): void {
	const when = new Date(happenedAtMs).toISOString();
	if (happenedAtMs > nowMs + AHEAD_MS) {
		throw new InputError(
			HAPPENED_AT,
			`${HAPPENED_AT} (${when}) lies in the future`,
			'Give the moment it happened.',
		);
	}
	if (happenedAtMs >= nowMs - OLDEST_DAYS * DAY_MS) return;
	throw new InputError(
		HAPPENED_AT,
		`${HAPPENED_AT} (${when}) is more than ${OLDEST_DAYS} days ago`,
		`LinkedIn takes events of the last ${OLDEST_DAYS} days; leave this one out.`,
	);
}

function valueOf(amountGiven: unknown, currencyGiven: unknown): IDataObject | undefined {
	const amount = amountGiven === 0 || amountGiven === '0' ? '0' : amountOf(amountGiven, 'Amount');
	const currencyCode = plainText(currencyGiven, CURRENCY).trim().toUpperCase();
	if (amount === undefined) return undefined;
	if (/^[A-Z]{3}$/.test(currencyCode)) return { currencyCode, amount };
	throw new InputError(
		CURRENCY,
		currencyCode === '' ? 'Amount is given without a Currency' : `"${currencyCode}" is no currency`,
		'Give the three letters of its currency, e.g. USD.',
	);
}

function userOf(email: unknown, given: Record<string, unknown>): IDataObject {
	const word = (name: string, label: string) => plainText(given[name], label).trim();
	const ids: Array<[string, string | undefined]> = [
		['SHA256_EMAIL', sha256Email(email, 'Email')],
		['SHA256_EMAIL', sha256Hash(given.hashedEmail, 'Hashed Email')],
		['LINKEDIN_FIRST_PARTY_ADS_TRACKING_UUID', word('liFatId', 'LinkedIn Click ID')],
		['ACXIOM_ID', word('acxiomId', 'Acxiom ID')],
		['ORACLE_MOAT_ID', word('oracleMoatId', 'Oracle Moat ID')],
		['PLAINTEXT_IP_ADDRESS', ipOf(word('ip', 'IP Address'))],
		['SHA256_IP_ADDRESS', sha256Hash(given.hashedIp, 'Hashed IP Address')],
		['GOOGLE_AID', word('googleAid', 'Google Advertising ID')],
	];
	const userIds = ids.flatMap(([idType, idValue]) => (idValue ? [{ idType, idValue }] : []));
	const userInfo = userInfoOf(word);
	const externalIds = externalIdsOf(given.externalId);
	const lead = word('lead', 'Lead');
	if (userIds.length === 0 && !userInfo && externalIds.length === 0 && lead === '') {
		throw new InputError(
			'Email',
			'Nothing says who the person is',
			'Give an Email, or under Person an id, or First Name and Last Name.',
		);
	}
	return {
		userIds,
		...(userInfo ? { userInfo } : {}),
		...(externalIds.length > 0 ? { externalIds } : {}),
		...(lead === '' ? {} : { lead: lead.startsWith('urn:') ? lead : `urn:li:leadGenFormResponse:${lead}` }),
	};
}

function userInfoOf(word: (name: string, label: string) => string): IDataObject | undefined {
	const [firstName, lastName] = [word('firstName', 'First Name'), word('lastName', 'Last Name')];
	const more: Array<[string, string]> = [
		['title', word('title', 'Job Title')],
		['companyName', word('companyName', 'Company')],
		['countryCode', word('countryCode', 'Country').toUpperCase()],
	];
	const others = more.filter(([, value]) => value !== '');
	if (firstName === '' && lastName === '' && others.length === 0) return undefined;
	if (firstName !== '' && lastName !== '') return { firstName, lastName, ...Object.fromEntries(others) };
	const missing = firstName === '' ? 'First Name' : 'Last Name';
	throw new InputError(
		missing,
		`${missing} is empty, and LinkedIn takes name, title, company and country only with both names`,
		'Give First Name and Last Name, or leave these fields out.',
	);
}

function externalIdsOf(value: unknown): string[] {
	const ids = entriesOf(value, 'External ID');
	if (ids.length < 2) return ids;
	throw new InputError('External ID', `External ID holds ${ids.length} ids`, 'LinkedIn takes one; give one.');
}

function ipOf(given: string): string {
	const parts = IPV4.exec(given)?.slice(1).map(Number);
	if (given === '' || parts?.every((part) => part < 256)) return given;
	throw new InputError('IP Address', `"${given}" is no IPv4 address`, 'Give one such as 203.0.113.7.');
}
