/** What a person types into the fields of an API call, checked before anything is sent. */
import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';

import { plainText } from '../fields';
import { readJsonObject } from '../json';
import { InputError } from '../../transport/inputError';
import { leavesItsSegment } from '../../transport/restli/segments';
import type { RestliValue } from '../../transport/restli/value';

const restliValue: z.ZodType<RestliValue> = z.lazy(() =>
	z.union([z.string(), z.number().finite(), z.boolean(), z.array(restliValue), z.record(restliValue)]),
);

const EXAMPLES = {
	Body: '{ "commentary": "Hello" }',
	'Path Keys': '{ "post": "urn:li:share:7045020441609936898" }',
	Query: '{ "q": "author", "author": "urn:li:organization:2414183" }',
};

const KEY_NAMES = /\{\w+\}/g;

/** The body, or another object. @throws InputError as readJsonObject */
export function readObject(value: unknown, field: keyof typeof EXAMPLES): IDataObject {
	return readJsonObject(value, field, `Give an object, e.g. ${EXAMPLES[field]}.`);
}

/** Query parameters; null ones are left out, as LinkedIn rejects them. */
export function readQuery(value: unknown): Record<string, RestliValue> {
	return readValues(value, 'Query');
}

/**
 * Keys for the placeholders of the path.
 * @throws InputError when placeholders and keys do not match
 */
export function readKeys(value: unknown, path: string): Record<string, RestliValue> {
	const keys = readValues(value, 'Path Keys');
	const named = new Set([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name));
	const missing = [...named].find((name) => !Object.hasOwn(keys, name));
	if (missing !== undefined) {
		const advice = `Add it to Path Keys, e.g. { "${missing}": "urn:li:share:7045020441609936898" }.`;
		throw new InputError('Path Keys', `Path names {${missing}}, and Path Keys gives no value for it`, advice);
	}
	const unused = Object.keys(keys).find((name) => !named.has(name));
	if (unused !== undefined) {
		const advice = `Write {${unused}} into Path where it goes, or remove it.`;
		throw new InputError('Path Keys', `Path Keys gives "${unused}", and Path has no {${unused}}`, advice);
	}
	return keys;
}

/**
 * @param value a path, or a whole URL on the API host
 * @returns the template below the API host
 * @throws InputError for another host, a missing slash or a query
 */
export function readPath(value: unknown, apiHost: string): string {
	const typed = plainText(value, 'Path').trim();
	const path = typed.startsWith(`${apiHost}/`) ? typed.slice(apiHost.length) : typed;
	if (path.includes('?')) {
		throw new InputError('Path', `"${typed}" holds a query`, 'Move what follows the question mark to Query.');
	}
	const isPlain = !/[\s\\#\p{Cc}]|%(25)*(2f|5c|23|3f)/iu.test(path);
	const isBelow = /^\/(rest|v2)\/[^/]/.test(path);
	// Names stand for keys, which are checked where they are filled in.
	if (isBelow && isPlain && hasOnlyNamedBraces(path) && !leavesItsSegment(path)) return path;
	throw new InputError(
		'Path',
		`"${typed}" is no path of the LinkedIn API`,
		'Start with /rest/ or /v2/, e.g. /rest/posts/{post}.',
	);
}

function readValues(value: unknown, field: keyof typeof EXAMPLES): Record<string, RestliValue> {
	const given = readObject(value, field);
	const kept = Object.entries(given).filter(([, entry]) => entry !== null && entry !== undefined);
	const values = Object.fromEntries(kept) as Record<string, RestliValue>;
	// By value, as zod's records drop the name `__proto__`.
	const [offending] = kept.flatMap(([name, entry]) => {
		const checked = restliValue.safeParse(entry);
		return checked.success ? [] : [[name, ...checked.error.issues[0].path]];
	});
	if (!offending) return values;
	const path = offending.map(String);
	const offender = path.reduce<unknown>((inner, key) => (inner as IDataObject | undefined)?.[key], given);
	throw new InputError(
		field,
		`${field}: ${path.join('.')} holds ${JSON.stringify(offender)}`,
		'Only texts, numbers, true, false, lists and objects of these can be sent.',
	);
}

/** Braces only as names of keys. */
function hasOnlyNamedBraces(path: string): boolean {
	return !/[{}]/.test(path.replace(KEY_NAMES, ''));
}
