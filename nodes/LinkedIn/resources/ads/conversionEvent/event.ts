/**
 * A conversion event in LinkedIn's format.
 * @see docs.conversionEventSchema
 */
import type { IDataObject } from 'n8n-workflow';

import { InputError } from '../../../transport/errors/inputError';
import { plainUrn } from '../../../transport/restli/urns/parseInput';
import { entriesOf, plainText } from '../../values/plainText';
import { readAll } from '../../values/problems';
import { checkSince } from '../../values/since';
import { refsOf } from '../fields/fields';
import { sha256Email, sha256Hash } from '../values/emailHash';
import { amountOf, moneyIn } from '../values/money';
import { recordOf } from '../values/readParameters';
import { momentOf } from '../values/schedule';
import { AMOUNT, CONVERSION, CURRENCY, EVENT_ID, HAPPENED_AT, PERSON } from './fields';

const DAY_MS = 86_400_000;
/** LinkedIn's limit. */
const OLDEST_DAYS = 90;
/** Clocks differ; anything further ahead is a mistake. */
const AHEAD_MS = 3_600_000;

const IPV4 = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/;

type Given = Record<string, unknown>;

const CHOOSE_RULE = 'Choose the rule from the list, or enter its number or URN.';

export interface ConversionEvent extends IDataObject {
	/** URN of the rule. */
	conversion: string;
	/** Epoch milliseconds. */
	conversionHappenedAt: number;
	eventId?: string;
}

/** What applies to all events of an item. */
export interface EventFrame {
	/** URN of the rule for events without their own. */
	rule?: string;
	/** Of the workflow; used for times without a time zone. */
	timezone: string;
	/** Epoch milliseconds. */
	nowMs: number;
	/** API version in force for the connection. */
	version: string;
}

/**
 * @param given by the names of eventValues; a conversion in any form that can be pasted
 * @throws InputError, InputErrors for what LinkedIn would reject
 */
export function eventOf(given: Given, { rule, timezone, nowMs, version }: EventFrame): ConversionEvent {
	const { conversion, conversionHappenedAt, conversionValue, eventId, user } = readAll({
		conversion: () => neededRule(ruleOf(given.conversion) ?? rule),
		conversionHappenedAt: () => happenedAt(given.conversionHappenedAt, timezone, nowMs),
		conversionValue: () => valueOf(given.conversionValue, given.currencyCode),
		eventId: () => plainText(given.eventId, EVENT_ID).trim(),
		user: () => userOf({ ...recordOf(given.user, PERSON), email: given.email }, version),
	});
	return {
		conversion,
		conversionHappenedAt,
		...(conversionValue ? { conversionValue } : {}),
		...(eventId === '' ? {} : { eventId }),
		user,
	};
}

function neededRule(rule: string | undefined): string {
	if (rule !== undefined) return rule;
	throw new InputError(CONVERSION, `${CONVERSION} is empty`, CHOOSE_RULE);
}

/**
 * The URN of a conversion rule.
 * @returns undefined if empty
 * @throws InputError for several, and for anything else
 */
export function ruleOf(value: unknown): string | undefined {
	if (value === undefined) return undefined;
	const refs = refsOf('conversion', value, CONVERSION);
	if (refs.length < 2) return refs[0]?.urn;
	const message = `${CONVERSION} has ${refs.length} entries, but an event has only one`;
	throw new InputError(CONVERSION, message, CHOOSE_RULE);
}

function happenedAt(given: unknown, timezone: string, nowMs: number): number {
	const happenedAtMs = momentOf(given, HAPPENED_AT, timezone) ?? nowMs;
	const isAhead = happenedAtMs > nowMs + AHEAD_MS;
	if (!isAhead && happenedAtMs >= nowMs - OLDEST_DAYS * DAY_MS) return happenedAtMs;
	const subject = `${HAPPENED_AT} (${new Date(happenedAtMs).toISOString()})`;
	if (isAhead) {
		throw new InputError(HAPPENED_AT, `${subject} is in the future`, 'Enter the time it happened.');
	}
	throw new InputError(
		HAPPENED_AT,
		`${subject} is more than ${OLDEST_DAYS} days ago`,
		`LinkedIn accepts events of the last ${OLDEST_DAYS} days. Leave this one out.`,
	);
}

function valueOf(amountGiven: unknown, currencyGiven: unknown): IDataObject | undefined {
	const amount = amountGiven === 0 || amountGiven === '0' ? '0' : amountOf(amountGiven, AMOUNT);
	const currencyCode = plainText(currencyGiven, CURRENCY).trim().toUpperCase();
	if (amount === undefined) return undefined;
	if (/^[A-Z]{3}$/.test(currencyCode)) return { ...moneyIn(amount, currencyCode, AMOUNT) };
	throw new InputError(
		CURRENCY,
		currencyCode === '' ? `${AMOUNT} needs a ${CURRENCY}` : `"${currencyCode}" is not a currency`,
		'Enter a three-letter code, e.g. USD.',
	);
}

/** LinkedIn's type of an ID, and the field with it. */
const IDS: Array<[idType: string, name: string, label: string, read: typeof sha256Email]> = [
	['SHA256_EMAIL', 'email', 'Email', sha256Email],
	['SHA256_EMAIL', 'hashedEmail', 'Hashed Email', sha256Hash],
	['LINKEDIN_FIRST_PARTY_ADS_TRACKING_UUID', 'liFatId', 'LinkedIn Click ID', wordOf],
	['ACXIOM_ID', 'acxiomId', 'Acxiom ID', wordOf],
	['ORACLE_MOAT_ID', 'oracleMoatId', 'Oracle Moat ID', wordOf],
	['PLAINTEXT_IP_ADDRESS', 'ip', 'IP Address', ipOf],
	['SHA256_IP_ADDRESS', 'hashedIp', 'Hashed IP Address', sha256Hash],
	['GOOGLE_AID', 'googleAid', 'Google Advertising ID', wordOf],
];

/** First version that has them, by the value's name (docs.conversionEvents). */
const SINCE: Record<string, string> = { hashedIp: '202607' };

function userOf(given: Given, version: string): IDataObject {
	const userIds: IDataObject[] = [];
	for (const [idType, name, label, read] of IDS) {
		const idValue = read(given[name], label);
		if (idValue === undefined) continue;
		checkSince(version, label, [{ name: label, since: SINCE[name] }]);
		userIds.push({ idType, idValue });
	}
	const userInfo = userInfoOf(given);
	const externalIds = externalIdsOf(given.externalId);
	const lead = plainUrn(wordOf(given.lead, 'Lead') ?? '');
	if (userIds.length === 0 && !userInfo && externalIds.length === 0 && lead === '') {
		throw new InputError(
			'Email',
			"The event doesn't identify a person",
			'Enter an Email, or under Person an ID, or First Name and Last Name.',
		);
	}
	return {
		userIds,
		...(userInfo && { userInfo }),
		...(externalIds.length > 0 && { externalIds }),
		...(lead && { lead: lead.startsWith('urn:') ? lead : `urn:li:leadGenFormResponse:${lead}` }),
	};
}

const INFO: Array<[name: string, label: string]> = [
	['firstName', 'First Name'],
	['lastName', 'Last Name'],
	['title', 'Job Title'],
	['companyName', 'Company'],
	['countryCode', 'Country'],
];

function userInfoOf(given: Given): IDataObject | undefined {
	const info: IDataObject = {};
	for (const [name, label] of INFO) {
		const word = wordOf(given[name], label);
		if (word !== undefined) info[name] = name === 'countryCode' ? word.toUpperCase() : word;
	}
	if (Object.keys(info).length === 0) return undefined;
	if (info.firstName && info.lastName) return info;
	const missing = info.firstName ? 'Last Name' : 'First Name';
	throw new InputError(
		missing,
		`${missing} is empty, but name, title, company and country need both names`,
		'Enter First Name and Last Name, or leave these fields out.',
	);
}

/** @returns undefined if empty. @throws InputError as plainText */
function wordOf(value: unknown, label: string): string | undefined {
	const word = plainText(value, label).trim();
	return word === '' ? undefined : word;
}

function externalIdsOf(value: unknown): string[] {
	const ids = entriesOf(value, 'External ID');
	if (ids.length < 2) return ids;
	throw new InputError('External ID', `External ID has ${ids.length} IDs`, 'Enter only one.');
}

function ipOf(value: unknown, label: string): string | undefined {
	const given = wordOf(value, label);
	const parts = given && IPV4.exec(given)?.slice(1).map(Number);
	if (given === undefined || (parts && parts.every((part) => part < 256))) return given;
	throw new InputError(label, `"${given}" is not an IPv4 address`, 'Enter an address such as 203.0.113.7.');
}
