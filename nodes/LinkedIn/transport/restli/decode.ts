import { isEntity, type Entity } from '../answers/readEntity';
import { encodeValue } from './encode';
import type { RestliValue } from './value';

const LIST_START = 'List(';

/** LinkedIn's keys have two levels; unlimited nesting would let a text overflow the call stack. */
const MOST_LEVELS = 64;

/** Characters that full encoding never leaves (docs.protocolVersion), so they prove the reduced encoding. */
const NOT_FULLY_ENCODED = /[^A-Za-z0-9\-_.!~*'(),:%]|%(?![0-9A-Fa-f]{2})/;

const REDUCED_ESCAPES = /%(?:2C|28|29|27|3A)/g;

const ESCAPES = /(?:%[0-9A-Fa-f]{2})+/g;

function decodeEscapes(run: string): string | undefined {
	const bytes = Buffer.from(run.replace(/%/g, ''), 'hex');
	const decoded = bytes.toString('utf8');
	return Buffer.from(decoded, 'utf8').equals(bytes) ? decoded : undefined;
}

/**
 * Decodes percent-encoding that is valid UTF-8 and leaves everything else.
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
 * Reads what encodeValue or encodeReduced wrote. The format is lossy: numbers and booleans become strings.
 *
 * The reduced encoding is recognized by characters that the full one always encodes. An ambiguous text is read as fully
 * encoded. Raw parentheses inside a primitive are kept if they balance, for batch keys sent without any encoding.
 *
 * @throws Error if lists or records aren't closed, are followed by more text, or are nested too deeply
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
 * Reads the header `x-restli-id` of a created entity (docs/behaviour.md#encoding): decoded once, and only if it
 * contains a `%`; posts have a plain URN.
 */
export function decodeId(header: string): string {
	return header.includes('%') ? percentDecode(header) : header;
}

/**
 * The key under which decodeBatch stores a value: a URN or id unchanged, a complex key with sorted names, because
 * LinkedIn may answer in a different order (docs.reactions).
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

/** A key that can't be read stays unchanged, because the other entries are still good. */
function decodedKey(key: string): string {
	try {
		return batchKey(decodeValue(key));
	} catch {
		return key;
	}
}

/** One entity of a batch answer. `value` is absent if it was refused; `message` is LinkedIn's reason. */
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

/** BATCH_UPDATE and BATCH_DELETE have `{status, error?}` where BATCH_GET has the entity (docs.methods). */
function outcomeOf(result: unknown): Outcome | undefined {
	if (!isEntity(result) || typeof result.status !== 'number') return undefined;
	const { status, error, ...rest } = result;
	return Object.keys(rest).length > 0 ? undefined : { ...outcomeIn(error), status };
}

const membersOf = (part: unknown): Array<[string, unknown]> =>
	Object.entries(isEntity(part) ? part : ({} as Entity));

/**
 * Reads the answer to a batch GET, UPDATE or DELETE.
 *
 * @param body `results`, `statuses` and `errors`, each by encoded key and optional; values of another form count as
 * empty
 * @returns decoded key (see batchKey) → status, entity and LinkedIn's message. A result without a status counts as 200,
 * an error without one as 500. The entity is as LinkedIn sent it, and absent if that is null.
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
