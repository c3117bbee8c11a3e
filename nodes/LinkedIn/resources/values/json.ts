/** JSON typed into a field, or the value an expression returned for it. */
import type { IDataObject } from 'n8n-workflow';

import { InputError } from '../../transport/errors/inputError';

/**
 * @param value text, or anything else from an expression, which is taken as it is
 * @param field its label
 * @param advice what to enter instead
 * @returns the parsed value; undefined if nothing is given
 * @throws InputError with the place of the mistake
 */
export function readJson(value: unknown, field: string, advice: string): unknown {
	if (typeof value !== 'string') return value;
	if (value.trim() === '') return undefined;
	const result = tryParse(value);
	if ('value' in result) return result.value;
	throw new InputError(field, `${field} isn't valid JSON: ${result.reason}`, advice);
}

/**
 * As readJson, for a field that takes an object; empty if nothing is given.
 * @throws InputError also if it isn't an object
 */
export function readJsonObject(value: unknown, field: string, advice: string): IDataObject {
	const read = readJson(value, field, advice);
	const parsed = read === undefined ? {} : read;
	if (isRecord(parsed)) return parsed as IDataObject;
	const given = Array.isArray(parsed) ? 'a list' : JSON.stringify(parsed);
	throw new InputError(field, `${field} must be an object, not ${given}`, advice);
}

export function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function tryParse(text: string): { value: unknown } | { reason: string } {
	try {
		return { value: JSON.parse(text) };
	} catch (error) {
		return { reason: (error as Error).message };
	}
}
