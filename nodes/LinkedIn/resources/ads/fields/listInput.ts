/** Many events or members in one item: a JSON list whose entries have the form's values. */
import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { LinkedInError } from '../../../transport/errors/errors';
import { InputError } from '../../../transport/errors/inputError';
import type { Call } from '../../operation';
import { isRecord, readJson } from '../../values/json';
import { tryRead, type Read } from '../../values/problems';
import { choiceOf, recordOf } from '../values/readParameters';

const INPUTS = ['fields', 'list'] as const;

/** n8n needs half a millisecond per item, which a list of thousands in one item avoids. */
export const inputField: INodeProperties = {
	displayName: 'Input',
	name: 'input',
	type: 'options',
	default: 'fields',
	description: 'Where the entries come from',
	options: [
		{ name: 'Fields', value: 'fields', description: 'One entry per item, from the fields below' },
		{ name: 'List', value: 'list', description: 'Many entries in one item, as JSON' },
	],
};

/** @throws InputError for an unknown choice */
export function isList(call: Call): boolean {
	return choiceOf(call.parameter<unknown>('input', 'fields'), inputField.displayName, INPUTS) === 'list';
}

/**
 * Fields of the form, hidden if Input is List.
 * @param shared names of those that stay, because they apply to all entries
 */
export function unlessList(fields: INodeProperties[], shared: string[]): INodeProperties[] {
	return fields.map((field) => {
		if (shared.includes(field.name)) return field;
		const show = { input: ['fields'], ...field.displayOptions?.show };
		return { ...field, displayOptions: { ...field.displayOptions, show } };
	});
}

/** An entry as read, or its error. */
export type Entry<T> = Read<T>;

type Row = Record<string, unknown>;

/**
 * Reads a list. An entry names its values like the fields, by label or by their name in expressions; capitals, spaces
 * and punctuation don't matter, and options of a collection may be on the top level.
 * @param field its label
 * @param columns the fields
 * @param read makes the entry from values by the fields' own names, or throws an InputError
 * @returns one entry each, in order; an invalid one doesn't affect the others
 * @throws InputError if it isn't a list or is empty
 */
export function readList<T>(
	value: unknown,
	field: string,
	columns: INodeProperties[],
	read: (row: Row) => T,
): Array<Entry<T>> {
	const example = 'Enter a list of objects, e.g. [{ "email": "ada@example.com" }].';
	const list = readJson(value, field, example);
	if (!Array.isArray(list)) throw new InputError(field, `${field} must be a list`, example);
	if (list.length === 0) throw new InputError(field, `${field} is empty`, example);
	const places = placesOf(columns);
	return list.map((row: unknown) =>
		tryRead(() => {
			if (!isRecord(row)) throw new InputError(field, `${field}: the entry must be an object`, example);
			return read(inPlace(row, field, places));
		}),
	);
}

/** Where a value belongs: the field, and the collection that has it. */
interface Place {
	name: string;
	label: string;
	within?: string;
	members?: Places;
}
type Places = Map<string, Place>;

const fold = (name: string) => name.toLowerCase().replace(/[^a-z0-9]/g, '');

function placesOf(columns: INodeProperties[]): Places {
	const places: Places = new Map();
	for (const { name, displayName, type, options } of columns) {
		const members = type === 'collection' ? placesOf(options as INodeProperties[]) : undefined;
		for (const called of [displayName, name]) {
			places.set(fold(called), { name, label: displayName, members });
		}
	}
	for (const { name: within, members } of [...places.values()]) {
		for (const [called, member] of members ?? []) {
			if (!places.has(called)) places.set(called, { ...member, within });
		}
	}
	return places;
}

/** Null and empty values count as missing. */
function inPlace(row: Row, field: string, places: Places): Row {
	const placed: Row = {};
	for (const [called, value] of Object.entries(row)) {
		const place = places.get(fold(called));
		if (!place) throw unknownName(called, field, places);
		if (value === null || value === undefined || value === '') continue;
		const { name, label, within, members } = place;
		if (within !== undefined) placed[within] = { ...(placed[within] as Row), [name]: value };
		else if (members) {
			placed[name] = { ...(placed[name] as Row), ...inPlace(recordOf(value, label), field, members) };
		} else placed[name] = value;
	}
	return placed;
}

function unknownName(called: string, field: string, places: Places): InputError {
	const labels = [...new Set([...places.values()].map(({ label }) => label))].join(', ');
	return new InputError(field, `"${called}" is not a field of an entry`, `Use these names: ${labels}.`);
}

/** LinkedIn rejected the content of an entry, not the whole call. */
const OF_AN_ENTRY = [400, 403, 404, 422];

/**
 * Sends all valid entries at once.
 * @param send sends them and returns the results in their order
 * @param itemOf an item from an entry; undefined for an invalid one
 * @returns one item per entry, in order, with its place as `index`. `sent` is true, false with status, reason and
 * advice, or null if the answer was lost.
 * @throws the error of the only entry, and the one that kept LinkedIn from accepting any
 */
export async function sendList<T, R extends { error?: LinkedInError }>(
	entries: Array<Entry<T>>,
	send: (values: T[]) => Promise<R[]>,
	itemOf: (value: T | undefined, result: R | undefined) => IDataObject,
): Promise<IDataObject[]> {
	const results = await send(entries.flatMap((entry) => (entry.ok ? [entry.value] : [])));
	const [first] = entries;
	const ofOnly = first.ok ? results[0]?.error : first.error;
	const failure = entries.length === 1 ? ofOnly : failureOfAll(results);
	if (failure) throw failure;
	const inOrder = results.values();
	return entries.map((entry, index) => {
		if (!entry.ok) {
			const { message, advice } = entry.error;
			return { ...itemOf(undefined, undefined), index, sent: false, status: null, reason: message, advice };
		}
		const result = inOrder.next().value as R;
		const item = itemOf(entry.value, result);
		if (!result.error) return { ...item, index, sent: true };
		const { status, code, advice } = result.error.details;
		const sent = code === 'OUTCOME_UNKNOWN' ? null : false;
		return { ...item, index, sent, status, reason: result.error.message, advice };
	});
}

/** LinkedIn accepted none, and not because of single entries. */
function failureOfAll(results: Array<{ error?: LinkedInError }>): LinkedInError | undefined {
	const errors = results.flatMap(({ error }) => (error ? [error] : []));
	if (errors.length === 0 || errors.length < results.length) return undefined;
	const isOfAll = errors.every(({ details }) => !OF_AN_ENTRY.includes(details.status ?? 0));
	const isTheSame = errors.length > 1 && errors.every(({ message }) => message === errors[0].message);
	if (!isOfAll && !isTheSame) return undefined;
	// An unknown outcome keeps Retry On Fail from resending what LinkedIn may already have.
	return errors.find(({ details }) => details.code === 'OUTCOME_UNKNOWN') ?? errors[0];
}
