/**
 * A member of an audience as LinkedIn takes it, from the fields of one item.
 * @see https://learn.microsoft.com/en-us/linkedin/marketing/matched-audiences/create-and-manage-segment-users
 */
import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { InputError } from '../../../transport/inputError';
import type { Call } from '../../define';
import { plainText } from '../../fields';
import { sha256Email } from '../emailHash';
import { choiceOf, collectionOf } from '../given';

export const MEMBER_TYPES = ['COMPANY', 'USER'] as const;
export type MemberType = (typeof MEMBER_TYPES)[number];

const text = (displayName: string, name: string, description: string): INodeProperties => ({
	displayName,
	name,
	type: 'string',
	default: '',
	description,
});

export const memberFields: INodeProperties[] = [
	{
		displayName: 'Member',
		name: 'memberType',
		type: 'options',
		default: 'USER',
		description: 'What the member is; the audience has to be of this type',
		options: [
			{ name: 'Company', value: 'COMPANY' },
			{ name: 'Contact', value: 'USER' },
		],
	},
	{
		displayName: 'Action',
		name: 'action',
		type: 'options',
		default: 'ADD',
		description: 'Whether the member joins or leaves',
		options: [
			{ name: 'Add', value: 'ADD' },
			{ name: 'Remove', value: 'REMOVE' },
		],
	},
	{
		displayName: 'Email',
		name: 'email',
		type: 'string',
		placeholder: 'e.g. ada@example.com',
		default: '',
		description:
			'Address of the contact. It is trimmed, put in small letters and hashed before it leaves n8n; a SHA-256 hash is taken as it is.',
		displayOptions: { show: { memberType: ['USER'] } },
	},
	{
		displayName: 'Contact',
		name: 'contact',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		options: [
			text('Company', 'company', 'The company of the contact'),
			text('Country', 'country', 'Two letters of ISO 3166'),
			text('First Name', 'firstName', 'The first name of the contact'),
			text('Google Advertising ID', 'googleAid', 'An ID of a device'),
			text('Job Title', 'title', 'The job title of the contact'),
			text('Last Name', 'lastName', 'The last name of the contact'),
		],
		displayOptions: { show: { memberType: ['USER'] } },
	},
	{
		displayName: 'Company',
		name: 'company',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		options: [
			text('Country', 'country', 'Two letters of ISO 3166'),
			text('Name', 'companyName', 'The name of the company'),
			text('Page Address', 'companyPageUrl', 'Address of its page on LinkedIn'),
			text('Page URN', 'organizationUrn', 'URN of its page, e.g. urn:li:organization:2414183'),
			text('Website Domain', 'companyWebsiteDomain', 'E.g. acme.example'),
		],
		displayOptions: { show: { memberType: ['COMPANY'] } },
	},
];

/** @throws InputError where nothing says who is meant */
export function memberOf(call: Call): { type: MemberType; member: IDataObject } {
	const type = choiceOf(call.parameter<unknown>('memberType', 'USER'), 'Member', MEMBER_TYPES) ?? 'USER';
	const action = choiceOf(call.parameter<unknown>('action', 'ADD'), 'Action', ['ADD', 'REMOVE']) ?? 'ADD';
	const member = type === 'USER' ? contactOf(call) : companyOf(call);
	return { type, member: { action, ...member } };
}

function contactOf(call: Call): IDataObject {
	const { googleAid, ...others } = wordsOf(collectionOf(call, 'contact', 'Contact'));
	const email = sha256Email(call.parameter<unknown>('email', ''), 'Email');
	const userIds = [
		...(email ? [{ idType: 'SHA256_EMAIL', idValue: email }] : []),
		...(googleAid ? [{ idType: 'GOOGLE_AID', idValue: googleAid }] : []),
	];
	if (userIds.length > 0 || (others.firstName && others.lastName)) return { userIds, ...others };
	throw new InputError(
		'Email',
		'Nothing says who the contact is',
		'Give an Email, or under Contact an ID, or First Name and Last Name.',
	);
}

function companyOf(call: Call): IDataObject {
	const words = wordsOf(collectionOf(call, 'company', 'Company'));
	if (Object.keys(words).some((name) => name !== 'country')) return words;
	throw new InputError('Company', 'Nothing says which company is meant', 'Give its name, domain or page.');
}

function wordsOf(given: Record<string, unknown>): Record<string, string> {
	return Object.fromEntries(
		Object.entries(given).flatMap(([name, value]) => {
			const word = plainText(value, name).trim();
			return word === '' ? [] : [[name, word]];
		}),
	);
}
