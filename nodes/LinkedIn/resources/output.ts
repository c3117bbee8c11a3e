/** The output of an operation that reads: its columns, LinkedIn's own answer, or selected columns. */
import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { InputError } from '../transport/errors/inputError';
import { linkedInAddress } from '../transport/restli/urns/url';
import type { Parameter } from './values/parameter';
import { plainText } from './values/plainText';

export const outputFields: INodeProperties[] = [
	{
		displayName: 'Output',
		name: 'output',
		type: 'options',
		default: 'simplified',
		options: [
			{ name: 'Simplified', value: 'simplified', description: 'The same columns in every item' },
			{ name: 'Raw', value: 'raw', description: "LinkedIn's original response" },
			{ name: 'Selected Fields', value: 'selectedFields', description: 'Only the columns you name' },
		],
		description: 'What each item contains',
	},
	{
		displayName: 'Fields',
		name: 'selectedFields',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. text, createdAt, url',
		description: 'Columns of the simplified output, separated by commas, in the order to return them',
		displayOptions: { show: { output: ['selectedFields'] } },
	},
];

export interface Output {
	/** False for LinkedIn's own answer. */
	simplify: boolean;
	/** Columns in the order they come out; all where undefined. */
	columns?: string[];
}

/**
 * What the fields Output and Fields say, before any call.
 * @throws InputError for an unknown output, and if no column is named
 */
export function readOutput(parameter: Parameter): Output {
	const form = parameter<unknown>('output', 'simplified');
	if (form === 'raw') return { simplify: false };
	if (form === 'simplified') return { simplify: true };
	if (form !== 'selectedFields') {
		throw new InputError(
			'Output',
			`Unknown output "${plainText(form, 'Output')}"`,
			'Use simplified, raw or selectedFields.',
		);
	}
	const given = parameter<unknown>('selectedFields', '');
	const columns = (Array.isArray(given) ? given : plainText(given, 'Fields').split(/[,;\n]/))
		.map((name) => plainText(name, 'Fields').trim())
		.filter((name) => name !== '');
	if (columns.length > 0) return { simplify: true, columns: [...new Set(columns)] };
	throw new InputError(
		'Fields',
		'Fields is empty',
		'Enter the columns to return, e.g. text, url, or choose Simplified to get all.',
	);
}

/** Columns that selected items keep: the outcome of a read, and notices. */
const ALWAYS = ['found', 'status', 'reason', 'notice'];
const FIRST = ['summary', 'name', 'title', 'text'];
const LAST = ['id', 'urn', 'url', 'notice'];

/**
 * The output items. Readable columns come first, then references to other entities, then the item's own id, urn and
 * url. LinkedIn's URLs are normalized.
 * @param items simplified, or LinkedIn's own
 * @throws InputError for a column that no item has
 */
export function asOutput(items: IDataObject[], { simplify, columns }: Output): IDataObject[] {
	if (!simplify) return items;
	if (columns) refuseUnknown(items, columns);
	const rank = ranksIn(items);
	return items.map((item) => {
		const order = columns
			? [...columns, ...ALWAYS.filter((name) => Object.hasOwn(item, name) && !columns.includes(name))]
			: Object.keys(item).sort((a, b) => rank(a) - rank(b));
		return Object.fromEntries(
			order.map((name) => [name, Object.hasOwn(item, name) ? withAddresses(name, item[name]) : null]),
		) as IDataObject;
	});
}

/** A URN, or a URL of LinkedIn. */
const REFERENCE = /^(?:urn:li:|https:\/\/(?:www\.)?linkedin\.com\/)/;

/** The place of a column among the others; columns of one rank keep their order. */
function ranksIn(items: IDataObject[]): (name: string) => number {
	const others = FIRST.length;
	const ranks = new Map<string, number>();
	for (const [name, value] of items.flatMap(Object.entries<IDataObject[string]>)) {
		if (value === null) continue;
		const isReference = typeof value === 'string' && REFERENCE.test(value);
		ranks.set(name, isReference ? (ranks.get(name) ?? others + 1) : others);
	}
	for (const [index, name] of FIRST.entries()) ranks.set(name, index);
	for (const [index, name] of LAST.entries()) ranks.set(name, others + 2 + index);
	return (name) => ranks.get(name) ?? others;
}

function refuseUnknown(items: IDataObject[], columns: string[]): void {
	const whole = items.filter((item) => item.found !== false);
	const known = [...new Set(whole.flatMap((item) => Object.keys(item)))];
	const unknown = whole.length === 0 ? [] : columns.filter((name) => !known.includes(name));
	if (unknown.length === 0) return;
	throw new InputError(
		'Fields',
		`The result has no column ${unknown.map((name) => `"${name}"`).join(', ')}`,
		`Choose from ${known.join(', ')}.`,
	);
}

/** Columns that contain a URL; a text that is a URL stays as written. */
const ADDRESS = /(?:^url|Url|Urls)$/;

function withAddresses(name: string, value: unknown): unknown {
	if (typeof value === 'string') return ADDRESS.test(name) ? linkedInAddress(value) : value;
	if (Array.isArray(value)) return value.map((entry: unknown) => withAddresses(name, entry));
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value).map(([inner, entry]) => [inner, withAddresses(inner, entry)]),
	);
}
