/** The fields of an API call, checked before anything is sent. */
import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';

import { InputError } from '../../transport/errors/inputError';
import type { RestliValue } from '../../transport/restli/value';
import { readJsonObject } from '../values/json';

const restliValue: z.ZodType<RestliValue> = z.lazy(() =>
	z.union([z.string(), z.number().finite(), z.boolean(), z.array(restliValue), z.record(restliValue)]),
);

const EXAMPLES = {
	Body: '{ "commentary": "Hello" }',
	'Path Keys': '{ "post": "urn:li:share:7045020441609936898" }',
	Query: '{ "q": "author", "author": "urn:li:organization:2414183" }',
};

/** The body, or another object. @throws InputError as readJsonObject */
export function readObject(value: unknown, field: keyof typeof EXAMPLES): IDataObject {
	return readJsonObject(value, field, `Enter an object, e.g. ${EXAMPLES[field]}.`);
}

/** Query parameters; null ones are left out, as LinkedIn rejects them. */
export function readQuery(value: unknown): Record<string, RestliValue> {
	return readValues(value, 'Query');
}

/**
 * Keys for the placeholders of the path.
 * @throws InputError when placeholders and keys do not match, or a key contains a control character
 */
export function readKeys(value: unknown, path: string): Record<string, RestliValue> {
	const keys = readValues(value, 'Path Keys');
	const named = new Set([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name));
	const missing = [...named].find((name) => !Object.hasOwn(keys, name));
	if (missing !== undefined) {
		const advice = `Add it to Path Keys, e.g. { "${missing}": "urn:li:share:7045020441609936898" }.`;
		throw new InputError('Path Keys', `Path Keys has no value for {${missing}} in Path`, advice);
	}
	const unused = Object.keys(keys).find((name) => !named.has(name));
	if (unused !== undefined) {
		const advice = `Write {${unused}} in Path where it goes, or remove it from Path Keys.`;
		throw new InputError('Path Keys', `Path Keys has "${unused}", but Path has no {${unused}}`, advice);
	}
	const controlled = Object.keys(keys).find((name) => holdsControl(keys[name]));
	if (controlled !== undefined) {
		const advice =
			"Remove it: keys of LinkedIn don't contain one, and a server may stop reading the path there.";
		throw new InputError('Path Keys', `Path Keys: ${controlled} contains a control character`, advice);
	}
	return keys;
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
		`${field}: ${path.join('.')} can't be ${JSON.stringify(offender)}`,
		'Use text, numbers, true, false, or lists and objects of these.',
	);
}

function holdsControl(value: RestliValue): boolean {
	if (typeof value === 'string') return /\p{Cc}/u.test(value);
	if (typeof value !== 'object') return false;
	return Object.entries(value).some(
		([name, inner]) => holdsControl(name) || holdsControl(inner as RestliValue),
	);
}
