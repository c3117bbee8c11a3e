/** The value of a field, as text. */
import { InputError } from '../../transport/errors/inputError';
import { urnOfItem, type ItemPart } from './itemReference';

/**
 * The value of a locator in any mode: text, or a list from an expression. An expression may also replace the whole
 * locator with either.
 * @param given the parameter
 */
export function locatorContent(given: unknown): unknown {
	return typeof given === 'object' && given !== null && 'value' in given ? given.value : given;
}

/**
 * The entries of a field that takes one or many: an array from an expression, or text with commas or line breaks, in a
 * locator or not.
 * @param field its name, for the error
 * @param part for a field that also takes items: what it takes of each
 * @throws InputError if it isn't text, and for a number that JavaScript has rounded
 */
export function entriesOf(given: unknown, field: string, part?: ItemPart): string[] {
	const textOf = (entry: unknown) => plainText(part ? urnOfItem(entry, part) : entry, field);
	const value = locatorContent(given);
	const entries = Array.isArray(value) ? value.map(textOf) : splitEntries(textOf(value));
	return entries.map((entry) => entry.trim()).filter(Boolean);
}

/**
 * At commas and line breaks, but not between parentheses: a comment URN contains a comma. Reads from the end, so
 * that each comma is known to be followed by `)` or `(` first.
 */
function splitEntries(text: string): string[] {
	const entries: string[] = [];
	let end = text.length;
	let isInside = false;
	for (let at = text.length - 1; at >= 0; at -= 1) {
		const character = text[at];
		if (character === ')') isInside = true;
		else if (character === '(') isInside = false;
		else if (!isInside && (character === ',' || character === '\n')) {
			entries.push(text.slice(at + 1, end));
			end = at;
		}
	}
	entries.push(text.slice(0, end));
	return entries.reverse();
}

/**
 * A text as typed, or as an expression gave it.
 * @param field its name, for the error
 * @throws InputError for an object or list, which would come out as "[object Object]", and for a number that
 * JavaScript has rounded
 */
export function plainText(value: unknown, field: string): string {
	if (value === undefined || value === null) return '';
	if (typeof value === 'object') {
		throw new InputError(
			field,
			`${field} must be text, not ${Array.isArray(value) ? 'a list' : 'an object'}`,
			'Point the expression to a single value.',
		);
	}
	if (typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value)) {
		throw new InputError(
			field,
			`${field} is ${value}, a number too long for JavaScript, which has already rounded its last digits`,
			'Pass it as text, in quotes, from the node that outputs it.',
		);
	}
	return String(value);
}
