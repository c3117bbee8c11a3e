import { InputError } from '../errors/inputError';
import { leavesItsSegment } from './segments';
import type { RestliValue } from './value';

/** Literal only as structure, never inside a primitive. */
const RESERVED = /[,()':]/g;

/** Half of a surrogate pair: possible in JavaScript, but not in UTF-8. */
const LONE_SURROGATES = /\p{Cs}/gu;

const EMPTY_STRING = "''";

const PLACEHOLDER = /\{(\w+)\}/g;

type EncodePrimitive = (text: string) => string;

function escapeReserved(text: string): string {
	return text.replace(RESERVED, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}

function encodeFully(text: string): string {
	return escapeReserved(encodeURIComponent(text.replace(LONE_SURROGATES, '\uFFFD')));
}

function write(value: RestliValue, encodePrimitive: EncodePrimitive): string {
	if (Array.isArray(value)) {
		return `List(${value.map((item) => write(item, encodePrimitive)).join(',')})`;
	}
	if (typeof value === 'object' && value !== null) {
		const members = Object.entries(value).map(
			([key, member]) => `${write(key, encodePrimitive)}:${write(member, encodePrimitive)}`,
		);
		return `(${members.join(',')})`;
	}
	const writable =
		typeof value === 'number' ? Number.isFinite(value) : ['string', 'boolean'].includes(typeof value);
	if (!writable) {
		throw new Error(`Rest.li can't express ${String(value)}; leave the member out instead`);
	}
	const text = String(value);
	return text === '' ? EMPTY_STRING : encodePrimitive(text);
}

/**
 * Writes a value for a URL: path key or query parameter (docs.protocolVersion).
 *
 * @param value primitive, list or record of any depth; half surrogate pairs become U+FFFD
 * @returns for example `List(urn%3Ali%3Ashare%3A1)` or `(actor:urn%3Ali%3Aperson%3AA,entity:…)`; '' becomes `''`
 * @throws Error for null, undefined, NaN and infinities, which Rest.li can't express
 */
export function encodeValue(value: RestliValue): string {
	return write(value, encodeFully);
}

/**
 * Writes a value as in headers and in the keys of batch answers: only `,()':` are percent-encoded
 * (docs/behaviour.md#encoding). Lossy by LinkedIn's own rule: a literal `%2C` in a value is read as a comma.
 *
 * @throws Error as encodeValue
 */
export function encodeReduced(value: RestliValue): string {
	return write(value, escapeReserved);
}

/**
 * `fields` keeps its Rest.li 1.0 form under protocol 2.0 (docs.projections): commas, parentheses and colons stay
 * literal. Characters that would end the parameter are still escaped.
 */
function encodeFields(fields: RestliValue): string {
	const text = Array.isArray(fields) ? fields.map(String).join(',') : String(fields);
	return encodeURI(text.replace(LONE_SURROGATES, '\uFFFD')).replace(/[&#+]/g, encodeURIComponent);
}

/**
 * Writes a query string, without the `?`, in the given order.
 *
 * @param query parameters; undefined ones and an empty `fields` are left out
 * @returns for example `q=author&author=urn%3Ali%3Aorganization%3A1&fields=id,author`; '' if nothing is left
 * @throws Error as encodeValue
 */
export function encodeQuery(query: Record<string, RestliValue | undefined>): string {
	const parameters: string[] = [];
	for (const [name, value] of Object.entries(query)) {
		if (value === undefined) continue;
		if (name === 'fields') {
			const fields = encodeFields(value);
			if (fields !== '') parameters.push(`fields=${fields}`);
			continue;
		}
		parameters.push(`${encodeValue(name)}=${encodeValue(value)}`);
	}
	return parameters.join('&');
}

/**
 * Fills a path template with encoded keys.
 *
 * @param template for example `/rest/socialActions/{post}/comments`
 * @param keys one entry for each placeholder; records become complex keys `(actor:…,entity:…)`
 * @returns the encoded path
 * @throws Error if placeholders and keys don't match, which is a bug of the caller; InputError for a key that would
 * lead to another path, which encoding can't prevent
 */
export function encodePath(template: string, keys: Record<string, RestliValue> = {}): string {
	const wanted = [...new Set([...template.matchAll(PLACEHOLDER)].map((match) => match[1]))].sort();
	const given = Object.keys(keys).sort();
	if (wanted.join() !== given.join()) {
		throw new Error(
			`The path ${template} has the placeholders [${wanted.join(', ')}] ` +
				`but was given the keys [${given.join(', ')}]`,
		);
	}
	const path = template.replace(PLACEHOLDER, (_placeholder, name: string) => encodeValue(keys[name]));
	if (!leavesItsSegment(path)) return path;
	throw new InputError(
		'Path Keys',
		`${JSON.stringify(keys)} would lead to another path than ${template}`,
		'Take out the key that is "." or "..", or holds it between slashes.',
	);
}
