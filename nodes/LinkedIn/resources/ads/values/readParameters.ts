/** Values of fields, typed or from expressions, checked before any call. */
import { InputError } from '../../../transport/errors/inputError';
import type { Call } from '../../operation';
import { entriesOf, plainText } from '../../values/plainText';

/**
 * A collection field.
 * @param label of the field
 * @throws InputError as recordOf
 */
export function collectionOf(call: Call, name: string, label: string): Record<string, unknown> {
	return recordOf(call.parameter<unknown>(name, {}), label);
}

/**
 * The values of a collection.
 * @param label of the field
 * @returns its values by name; empty if there are none
 * @throws InputError if it isn't an object
 */
export function recordOf(value: unknown, label: string): Record<string, unknown> {
	if (value === undefined || value === null || value === '') return {};
	if (typeof value === 'object' && !Array.isArray(value)) return value as Record<string, unknown>;
	throw new InputError(label, `${label} must be an object`, 'Add the fields one by one, or enter an object.');
}

/**
 * One of a list of choices, in any case and with spaces for underscores.
 * @returns undefined if empty
 * @throws InputError that lists the choices
 */
export function choiceOf<T extends string>(
	value: unknown,
	field: string,
	choices: readonly T[],
): T | undefined {
	const text = plainText(value, field).trim();
	if (text === '') return undefined;
	const wanted = foldCase(text);
	const found = choices.find((choice) => foldCase(choice) === wanted);
	if (found !== undefined) return found;
	throw new InputError(
		field,
		`${field} is "${text}", which is not an option`,
		`Choose one of ${choices.join(', ')}.`,
	);
}

/**
 * Several entries of a list, each once.
 * @throws InputError as choiceOf
 */
export function choicesOf<T extends string>(value: unknown, field: string, choices: readonly T[]): T[] {
	const found = entriesOf(value, field).map((entry) => choiceOf(entry, field, choices) as T);
	return [...new Set(found)];
}

/**
 * True or false, also as text.
 * @returns undefined if empty
 * @throws InputError for anything else
 */
export function flagOf(value: unknown, field: string): boolean | undefined {
	if (typeof value === 'boolean') return value;
	const text = plainText(value, field).trim().toLowerCase();
	if (text === '') return undefined;
	if (text === 'true' || text === 'false') return text === 'true';
	throw new InputError(field, `${field} must be true or false, not "${text}"`, 'Enter true or false.');
}

/**
 * A required text.
 * @param maxCharacters LinkedIn's limit, where there is one
 * @throws InputError if it is empty or too long
 */
export function textOf(value: unknown, field: string, maxCharacters?: number): string {
	const text = plainText(value, field).trim();
	if (text === '') throw new InputError(field, `${field} is empty`, `Enter a text for ${field}.`);
	if (maxCharacters === undefined || text.length <= maxCharacters) return text;
	throw new InputError(
		field,
		`${field} has ${text.length} characters; the maximum is ${maxCharacters}`,
		'Shorten it.',
	);
}

/** Texts that can contain commas: one per line, or a list from an expression. @throws InputError */
export function linesOf(value: unknown, field: string): string[] {
	if (Array.isArray(value)) return entriesOf(value, field);
	return plainText(value, field)
		.split('\n')
		.map((line) => line.trim())
		.filter(Boolean);
}

const foldCase = (text: string) => text.toUpperCase().replace(/[\s-]+/g, '_');
