import { isEntity, type Entity } from '../answers/readEntity';
import { encodeValue } from './encode';
import type { RestliValue } from './value';

const LIST_START = 'List(';

/** LinkedIn's keys have two; without an end, text alone could make the call stack overflow. */
const MOST_LEVELS = 64;

/** What full encoding never leaves (docs.protocolVersion): it proves the reduced encoding. */
const NOT_FULLY_ENCODED = /[^A-Za-z0-9\-_.!~*'(),:%]|%(?![0-9A-Fa-f]{2})/;

const REDUCED_ESCAPES = /%(?:2C|28|29|27|3A)/g;

const ESCAPES = /(?:%[0-9A-Fa-f]{2})+/g;

function decodeEscapes(run: string): string | undefined {
	const bytes = Buffer.from(run.replace(/%/g, ''), 'hex');
	const decoded = bytes.toString('utf8');
	return Buffer.from(decoded, 'utf8').equals(bytes) ? decoded : undefined;
}

/**
 * Undoes percent-encoding where it is valid UTF-8 and leaves all else as it stands.
 *
 * @param text anything; never throws, unlike decodeURIComponent
 */
export function percentDecode(text: string): string {
	return text.replace(ESCAPES, (run) => decodeEscapes(run) ?? run);
}

function isFullyEncoded(text: string): boolean {
	const escapes = text.match(ESCAPES) ?? [];
	return !NOT_FULLY_ENCODED.test(text) && escapes.every((run) => decodeEscapes(run) !== undefined);
}

/**
 * Reads what encodeValue or encodeReduced wrote. The format is lossy: numbers and
 * booleans come back as strings.
 *
 * The reduced encoding is recognised by characters that the full one never leaves raw. A text that could
 * be either is read as fully encoded. Raw parentheses inside a primitive are kept where they balance,
 * for batch keys sent without any encoding.
 *
 * @throws Error when lists or records are not closed, are followed by more text, or are nested without end
 */
export function decodeValue(text: string): RestliValue {
	const unescape = isFullyEncoded(text)
		? percentDecode
		: (raw: string) => raw.replace(REDUCED_ESCAPES, decodeURIComponent);
	const primitive = (raw: string) => (raw === "''" ? '' : unescape(raw));
	let at = 0;

	const starts = (part: string) => text.startsWith(part, at);
	const fail = (expected: string): never => {
		throw new Error(`Not a Rest.li value: expected ${expected} at character ${at} of ${text}`);
	};

	function readPrimitive(): string {
		const start = at;
		let depth = 0;
		for (; at < text.length; at++) {
			if (depth === 0 && (text[at] === ',' || text[at] === ')')) break;
			if (text[at] === '(') depth++;
			if (text[at] === ')') depth--;
		}
		return primitive(text.slice(start, at));
	}

	function readMembers(readMember: () => void): void {
		if (!starts(')')) {
			readMember();
			while (starts(',')) {
				at++;
				readMember();
			}
		}
		if (!starts(')')) fail('")"');
		at++;
	}

	function readValue(depth = 0): RestliValue {
		if (depth > MOST_LEVELS) fail(`at most ${MOST_LEVELS} levels`);
		if (starts(LIST_START)) {
			at += LIST_START.length;
			const items: RestliValue[] = [];
			readMembers(() => items.push(readValue(depth + 1)));
			return items;
		}
		if (starts('(')) {
			at++;
			const members: Array<[string, RestliValue]> = [];
			readMembers(() => {
				const colon = text.indexOf(':', at);
				if (colon < 0) fail('"key:value"');
				const key = primitive(text.slice(at, colon));
				at = colon + 1;
				members.push([key, readValue(depth + 1)]);
			});
			return Object.fromEntries(members);
		}
		return readPrimitive();
	}

	if (!starts(LIST_START) && !starts('(')) return primitive(text);
	const value = readValue();
	if (at < text.length) fail('the end');
	return value;
}

/**
 * Reads the header `x-restli-id` of a created entity (docs/behaviour.md#encoding): decoded once, and only
 * where it holds a `%`; posts arrive as a plain URN.
 */
export function decodeId(header: string): string {
	return header.includes('%') ? percentDecode(header) : header;
}

/**
 * The key under which decodeBatch files a value: a URN or id as it is, a complex key with its names
 * sorted, for LinkedIn may answer with another order than was asked (docs.reactions).
 */
export function batchKey(value: RestliValue): string {
	if (typeof value !== 'object') return String(value);
	const sorted = (part: RestliValue): RestliValue => {
		if (Array.isArray(part)) return part.map(sorted);
		if (typeof part !== 'object') return part;
		const entries = Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1));
		return Object.fromEntries(entries.map(([name, member]) => [name, sorted(member)]));
	};
	return encodeValue(sorted(value));
}

/** A key that cannot be read stays as it is: the other entries of the answer are still good. */
function decodedKey(key: string): string {
	try {
		return batchKey(decodeValue(key));
	} catch {
		return key;
	}
}

/** One entity of a batch answer. `value` is absent when refused; `message` is LinkedIn's reason. */
export interface BatchEntry<T> {
	status: number;
	value?: T;
	message?: string;
}

interface Outcome {
	status?: number;
	message?: string;
}

/** Status and message, as far as they can be read. */
function outcomeIn(given: unknown): Outcome {
	const { status, message } = isEntity(given) ? given : {};
	return {
		...(typeof status === 'number' && { status }),
		...(typeof message === 'string' && { message }),
	};
}

/** BATCH_UPDATE and BATCH_DELETE put `{status, error?}` where BATCH_GET puts the entity (docs.methods). */
function outcomeOf(result: unknown): Outcome | undefined {
	if (!isEntity(result) || typeof result.status !== 'number') return undefined;
	const { status, error, ...rest } = result;
	return Object.keys(rest).length > 0 ? undefined : { ...outcomeIn(error), status };
}

const membersOf = (part: unknown): Array<[string, unknown]> =>
	Object.entries(isEntity(part) ? part : ({} as Entity));

/**
 * Reads a batch envelope: GET, UPDATE and DELETE.
 *
 * @param body `results`, `statuses` and `errors`, each by encoded key, each optional; what is none counts as empty
 * @returns decoded key (see batchKey) → status, entity and LinkedIn's message. A result without a status
 * counts as 200, an error without one as 500; the entity is as LinkedIn sent it, and absent where that is null.
 */
export function decodeBatch<T>(body: unknown): Map<string, BatchEntry<T>> {
	const { results, statuses, errors } = isEntity(body) ? body : ({} as Entity);
	const entries = new Map<string, BatchEntry<T>>();
	for (const [key, status] of membersOf(statuses)) {
		if (typeof status === 'number') entries.set(decodedKey(key), { status });
	}
	for (const [key, value] of membersOf(results)) {
		const name = decodedKey(key);
		const outcome = outcomeOf(value);
		entries.set(name, {
			status: entries.get(name)?.status ?? outcome?.status ?? 200,
			...(outcome === undefined && value !== null ? { value: value as T } : {}),
			...(outcome?.message === undefined ? {} : { message: outcome.message }),
		});
	}
	for (const [key, error] of membersOf(errors)) {
		const name = decodedKey(key);
		const known = entries.get(name);
		entries.set(name, { ...known, status: known?.status ?? 500, ...outcomeIn(error) });
	}
	return entries;
}
