/**
 * A member of an audience in LinkedIn's format.
 * @see docs.audienceUsers
 */
import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { InputError } from '../../../transport/errors/inputError';
import { plainUrn } from '../../../transport/restli/urns/parseInput';
import { plainText } from '../../values/plainText';
import { textOption } from '../fields/fields';
import { inputField, unlessList } from '../fields/listInput';
import { sha256Email } from '../values/emailHash';
import { choiceOf, recordOf } from '../values/readParameters';

const MEMBER_TYPES = ['COMPANY', 'USER'] as const;
const ACTIONS = ['ADD', 'REMOVE'] as const;
export type MemberType = (typeof MEMBER_TYPES)[number];

export interface Member extends IDataObject {
	action: (typeof ACTIONS)[number];
}

export const MEMBERS = 'Members (JSON)';

const memberTypeField: INodeProperties = {
	displayName: 'Member',
	name: 'memberType',
	type: 'options',
	default: 'USER',
	description: 'Type of the member; must match the type of the audience',
	options: [
		{ name: 'Company', value: 'COMPANY' },
		{ name: 'Contact', value: 'USER' },
	],
};

const actionField: INodeProperties = {
	displayName: 'Action',
	name: 'action',
	type: 'options',
	default: 'ADD',
	description:
		'Whether to add or remove the member. In a list, it applies to entries without their own action.',
	options: [
		{ name: 'Add', value: 'ADD' },
		{ name: 'Remove', value: 'REMOVE' },
	],
};

const emailField: INodeProperties = {
	displayName: 'Email',
	name: 'email',
	type: 'string',
	placeholder: 'e.g. ada@example.com',
	default: '',
	description:
		"Address of the contact. It's trimmed, lowercased and hashed before it leaves n8n; a SHA-256 hash is sent unchanged.",
	displayOptions: { show: { memberType: ['USER'] } },
};

const contactField: INodeProperties = {
	displayName: 'Contact',
	name: 'contact',
	type: 'collection',
	placeholder: 'Add Field',
	default: {},
	options: [
		textOption('Company', 'company', 'Company of the contact'),
		textOption('Country', 'country', 'Two-letter ISO 3166 code'),
		textOption('First Name', 'firstName', 'First name of the contact'),
		textOption('Google Advertising ID', 'googleAid', 'Advertising ID of a device'),
		textOption('Job Title', 'title', 'Job title of the contact'),
		textOption('Last Name', 'lastName', 'Last name of the contact'),
	],
	displayOptions: { show: { memberType: ['USER'] } },
};

const companyField: INodeProperties = {
	displayName: 'Company',
	name: 'company',
	type: 'collection',
	placeholder: 'Add Field',
	default: {},
	options: [
		textOption('Country', 'country', 'Two-letter ISO 3166 code'),
		textOption('Name', 'companyName', 'Name of the company'),
		textOption('Page Address', 'companyPageUrl', 'URL of its page on LinkedIn'),
		textOption('Page URN', 'organizationUrn', 'URN of its page, e.g. urn:li:organization:2414183'),
		textOption('Website Domain', 'companyWebsiteDomain', 'E.g. acme.example'),
	],
	displayOptions: { show: { memberType: ['COMPANY'] } },
};

export const memberFields: INodeProperties[] = [
	inputField,
	memberTypeField,
	actionField,
	{
		displayName: MEMBERS,
		name: 'members',
		type: 'json',
		required: true,
		default: '[]',
		placeholder: 'e.g. [{ "email": "ada@example.com", "firstName": "Ada" }]',
		description:
			"The members, each an object with the field labels as keys: Action, Email and the fields of Contact or Company. Case and spaces don't matter, so rows of a sheet work.",
		displayOptions: { show: { input: ['list'] } },
	},
	...unlessList([emailField, contactField, companyField], []),
];

/** The values of one member of a list, and the form fields they belong to. */
export function memberValues(type: MemberType): INodeProperties[] {
	return [actionField, ...(type === 'USER' ? [emailField, contactField] : [companyField])];
}

/** @throws InputError for an unknown choice */
export function memberTypeOf(value: unknown): MemberType {
	return choiceOf(value, memberTypeField.displayName, MEMBER_TYPES) ?? 'USER';
}

/**
 * @param given values by the names of memberValues
 * @throws InputError if nothing identifies the member
 */
export function memberOf(type: MemberType, given: Record<string, unknown>): Member {
	const action = choiceOf(given.action, actionField.displayName, ACTIONS) ?? 'ADD';
	return { action, ...(type === 'USER' ? contactOf(given) : companyOf(given)) };
}

function contactOf(given: Record<string, unknown>): IDataObject {
	const { googleAid, ...others } = wordsOf(recordOf(given.contact, contactField.displayName));
	const email = sha256Email(given.email, emailField.displayName);
	const userIds = [
		...(email ? [{ idType: 'SHA256_EMAIL', idValue: email }] : []),
		...(googleAid ? [{ idType: 'GOOGLE_AID', idValue: googleAid }] : []),
	];
	if (userIds.length > 0 || (others.firstName && others.lastName)) return { userIds, ...others };
	throw new InputError(
		'Email',
		"The entry doesn't identify a contact",
		'Enter an Email, or under Contact an ID, or First Name and Last Name.',
	);
}

function companyOf(given: Record<string, unknown>): IDataObject {
	const words = wordsOf(recordOf(given.company, companyField.displayName));
	if (Object.keys(words).some((name) => name !== 'country')) return words;
	throw new InputError('Company', "The entry doesn't identify a company", 'Enter its name, domain or page.');
}

function wordsOf(given: Record<string, unknown>): Record<string, string> {
	return Object.fromEntries(
		Object.entries(given).flatMap(([name, value]) => {
			const word = plainUrn(plainText(value, name));
			return word === '' ? [] : [[name, word]];
		}),
	);
}
