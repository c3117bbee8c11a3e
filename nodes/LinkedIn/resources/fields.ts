/** Fields that several operations share. */
import type { INodeProperties } from 'n8n-workflow';

import { InputError } from '../transport/inputError';
import type { Call } from './operation';
import { locatorContent, plainText } from './values/plainText';

/** Return All and Limit; spread into the fields of a list operation. */
export const listFields: INodeProperties[] = [
	{
		displayName: 'Return All',
		name: 'returnAll',
		type: 'boolean',
		default: false,
		description: 'Whether to return all results or only up to a given limit',
	},
	{
		displayName: 'Limit',
		name: 'limit',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 50,
		description: 'Max number of results to return',
		displayOptions: { show: { returnAll: [false] } },
	},
];

/**
 * How many results a list operation was asked for; infinite for all.
 * @throws InputError for anything but a whole number above 0
 */
export function limitOf(call: Call): number {
	if (call.parameter<boolean>('returnAll', false)) return Number.POSITIVE_INFINITY;
	const limit = Number(call.parameter<unknown>('limit', 50));
	if (Number.isInteger(limit) && limit > 0) return limit;
	throw new InputError('Limit', 'Limit is no whole number above 0', 'Give one, or switch Return All on.');
}

/** One collection for every operation of a node. */
export const optionsField: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	options: [
		{
			displayName: 'Max Wait (Seconds)',
			name: 'maxWait',
			type: 'number',
			typeOptions: { minValue: 0, maxValue: 3600 },
			default: 60,
			description: 'How long to try again and wait in all when LinkedIn throttles or fails, before giving up',
		},
		{
			displayName: 'Say When Empty',
			name: 'sayWhenEmpty',
			type: 'boolean',
			default: false,
			description:
				'Whether to return one item with found: 0 and the reason as notice where there are no results, so that the workflow goes on. Otherwise the reason stands only in the log.',
		},
	],
};

/** The text of a comment, and of a message. */
export const plainTextField: INodeProperties = {
	displayName: 'Text',
	name: 'text',
	type: 'string',
	typeOptions: { rows: 4 },
	required: true,
	default: '',
	placeholder: 'e.g. Thank you, we will send you the details',
	hint: 'Plain text, sent exactly as typed',
	description: 'Plain text, sent exactly as typed',
};

export interface Locator {
	displayName: string;
	name: string;
	description: string;
	/** A method under nodes/LinkedIn/listSearch. */
	searchListMethod: string;
	/** Preselects the member behind the connection. */
	defaultsToMe?: boolean;
	/** What may be pasted; a person or page when left out. Without `url` there is no By URL. */
	examples?: { url?: string; id: string };
	/** May stay empty. */
	isOptional?: boolean;
}

const PAGE_EXAMPLES = {
	url: 'https://www.linkedin.com/company/2414183',
	id: '2414183, urn:li:organization:2414183 or me',
};

/** A thing of LinkedIn's, from a list, by URL or by id. */
export function locator({
	searchListMethod,
	defaultsToMe,
	examples = PAGE_EXAMPLES,
	isOptional = false,
	...field
}: Locator): INodeProperties {
	const located: INodeProperties = {
		...field,
		type: 'resourceLocator',
		required: !isOptional,
		default: defaultsToMe
			? { mode: 'list', value: 'me', cachedResultName: 'Me' }
			: { mode: 'list', value: '' },
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				typeOptions: { searchListMethod, searchable: true },
			},
			{
				displayName: 'By URL',
				name: 'url',
				type: 'string',
				placeholder: `e.g. ${examples.url}`,
			},
			{
				displayName: 'By ID',
				name: 'id',
				type: 'string',
				placeholder: `e.g. ${examples.id}`,
			},
		],
	};
	if (examples.url !== undefined) return located;
	return { ...located, modes: located.modes?.filter(({ name }) => name !== 'url') };
}

/**
 * The text a locator holds, whatever its mode; expressions may give it as plain text too.
 * @param field as it is called above the field
 * @throws InputError as plainText
 */
export function locatorValue(call: Call, name: string, field: string): string {
	return plainText(locatorContent(call.parameter<unknown>(name, '')), field).trim();
}
