import { badRequest } from './errors';

/**
 * The simulator's own Rest.li 2.0 parser (docs.methods, docs.protocolVersion). It shares nothing with the nodes'
 * encoder and only accepts what those pages say, so that a wrong encoding shows as a 400 rather than a lucky guess.
 */
export type RestliValue = string | RestliValue[] | { [key: string]: RestliValue };
export type Query = Record<string, RestliValue>;
export type Protocol = '1.0.0' | '2.0.0';

const HTTP_METHOD_OF = {
	GET: 'GET',
	BATCH_GET: 'GET',
	GET_ALL: 'GET',
	FINDER: 'GET',
	BATCH_FINDER: 'GET',
	CREATE: 'POST',
	BATCH_CREATE: 'POST',
	PARTIAL_UPDATE: 'POST',
	BATCH_PARTIAL_UPDATE: 'POST',
	ACTION: 'POST',
	UPDATE: 'PUT',
	BATCH_UPDATE: 'PUT',
	DELETE: 'DELETE',
	BATCH_DELETE: 'DELETE',
} as const;
export type RestliMethod = keyof typeof HTTP_METHOD_OF;

const isRestliMethod = (name: string): name is RestliMethod => name in HTTP_METHOD_OF;

/**
 * What encodeURIComponent leaves unchanged, without the characters Rest.li reserves: everything else must be
 * percent-encoded.
 */
const PLAIN = /[A-Za-z0-9\-_.!~*]/;

/** Reads one value from the start of `text`; `reduced` is the encoding of headers and batch keys (rule 8). */
class ValueReader {
	private at = 0;

	constructor(
		private readonly text: string,
		private readonly where: string,
		private readonly reduced: boolean,
	) {}

	whole(): RestliValue {
		const value = this.value();
		if (this.at !== this.text.length) this.refuse(`unexpected "${this.text[this.at]}"`);
		return value;
	}

	private value(): RestliValue {
		if (this.text.startsWith('List(', this.at)) return this.list();
		if (this.text[this.at] === '(') return this.record();
		return this.primitive();
	}

	private list(): RestliValue[] {
		this.at += 'List('.length;
		const items: RestliValue[] = [];
		if (this.take(')')) return items;
		do items.push(this.value());
		while (this.take(','));
		if (!this.take(')')) this.refuse('a list is not closed');
		return items;
	}

	private record(): { [key: string]: RestliValue } {
		this.at += 1;
		const record: { [key: string]: RestliValue } = {};
		if (this.take(')')) return record;
		do {
			const key = this.primitive();
			if (!this.take(':')) this.refuse('a record member has no ":"');
			if (Object.hasOwn(record, key)) this.refuse(`the member "${key}" stands twice`);
			Object.defineProperty(record, key, {
				value: this.value(),
				enumerable: true,
				configurable: true,
				writable: true,
			});
		} while (this.take(','));
		if (!this.take(')')) this.refuse('a record is not closed');
		return record;
	}

	private primitive(): string {
		if (this.text.startsWith("''", this.at)) {
			this.at += 2;
			return '';
		}
		const start = this.at;
		while (this.at < this.text.length && !"(),':".includes(this.text[this.at])) {
			const character = this.text[this.at];
			if (character === '%') {
				if (!/^%[0-9A-Fa-f]{2}/.test(this.text.slice(this.at, this.at + 3))) {
					this.refuse('"%" without two hexadecimal digits');
				}
				this.at += 3;
			} else if (this.reduced || PLAIN.test(character)) {
				this.at += 1;
			} else {
				this.refuse(`"${character}" is not percent-encoded`);
			}
		}
		if (this.at === start) this.refuse("an empty value is written as ''");
		return percentDecode(this.text.slice(start, this.at), this.where);
	}

	private take(character: string): boolean {
		if (this.text[this.at] !== character) return false;
		this.at += 1;
		return true;
	}

	private refuse(what: string): never {
		throw badRequest(`Syntax exception in ${this.where}: ${what} at position ${this.at}`);
	}
}

function percentDecode(text: string, where: string): string {
	let decoded: string | undefined;
	try {
		decoded = decodeURIComponent(text);
	} catch {
		decoded = undefined;
	}
	if (decoded === undefined) throw badRequest(`Syntax exception in ${where}: percent-encoding is not UTF-8`);
	return decoded;
}

/** A key of the path. Protocol 1.0.0 only has simple keys. @throws ApiError 400 */
export function parseKey(segment: string, protocol: Protocol): RestliValue {
	if (protocol === '1.0.0') return percentDecode(segment, 'path variables');
	return new ValueReader(segment, 'path variables', false).whole();
}

/** A key of a batch body, in either encoding. @throws ApiError 400 */
export function parseBatchKey(key: string): RestliValue {
	return new ValueReader(key, 'batch keys', true).whole();
}

/**
 * A query string without its "?". `fields` is split raw at the commas (rule 7). An empty piece between two "&" is
 * skipped: LinkedIn's own client begins a query with "&" if `fields` is alone.
 * @throws ApiError 400 for anything that docs.protocolVersion doesn't allow
 */
export function parseQuery(query: string, protocol: Protocol): { params: Query; fields?: string[] } {
	const params: Query = {};
	let fields: string[] | undefined;
	for (const piece of query.split('&').filter((part) => part !== '')) {
		const equals = piece.indexOf('=');
		if (equals <= 0)
			throw badRequest(`Syntax exception in query parameters: "${piece}" has no name and value`);
		const name = percentDecode(piece.slice(0, equals), 'query parameters');
		const raw = piece.slice(equals + 1);
		if (name === 'fields') {
			fields = splitFields(percentDecode(raw, 'query parameters'));
		} else if (protocol === '2.0.0') {
			if (Object.hasOwn(params, name)) throw badRequest(`The parameter "${name}" stands twice`);
			params[name] = new ValueReader(raw, `query parameter "${name}"`, false).whole();
		} else {
			addProtocol1(params, name, raw);
		}
	}
	return { params, fields };
}

/** Protocol 1.0.0: `ids[0]=a`, `ids=a&ids=b`, `range.start=1`; lists and records of 2.0.0 are refused. */
function addProtocol1(params: Query, name: string, raw: string): void {
	if (/^(List)?\(/.test(raw)) {
		throw badRequest(
			`The parameter "${name}" is written in Rest.li 2.0, but the request has no X-Restli-Protocol-Version: 2.0.0`,
		);
	}
	const value = percentDecode(raw.replace(/\+/g, ' '), 'query parameters');
	const path = name.split('.');
	let record: Query = params;
	for (const step of path.slice(0, -1)) {
		record = (record[step] ??= {}) as Query;
	}
	const last = path[path.length - 1];
	const indexed = /^(.+)\[(\d{1,4})\]$/.exec(last);
	if (indexed) {
		const list = (record[indexed[1]] ??= []) as RestliValue[];
		list[Number(indexed[2])] = value;
	} else if (Object.hasOwn(record, last)) {
		const before = record[last];
		record[last] = Array.isArray(before) ? [...before, value] : [before, value];
	} else {
		record[last] = value;
	}
}

/** `id,author,content:(media)` → `['id', 'author', 'content']`: these resources only project top-level members. */
function splitFields(raw: string): string[] {
	const names: string[] = [];
	let depth = 0;
	let name = '';
	for (const character of raw) {
		if (character === '(') depth += 1;
		else if (character === ')') depth -= 1;
		else if (character === ',' && depth === 0) {
			names.push(name);
			name = '';
		} else if (depth === 0 && character !== ':') name += character;
	}
	names.push(name);
	if (depth !== 0 || names.some((one) => one === '')) throw badRequest(`fields cannot be read: ${raw}`);
	return names;
}

/** Reduced encoding (rule 8), for `x-restli-id` and the keys of batch answers. Record members in key order. */
export function reducedEncode(value: RestliValue): string {
	if (Array.isArray(value)) return `List(${value.map(reducedEncode).join(',')})`;
	if (typeof value === 'object') {
		const members = Object.keys(value).sort();
		return `(${members.map((key) => `${reducedEncode(key)}:${reducedEncode(value[key])}`).join(',')})`;
	}
	if (value === '') return "''";
	return value.replace(/[,()':]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`);
}

/**
 * The Rest.li method of a request (docs.methods): the verb, the kind of path and the query limit the possibilities,
 * X-RestLi-Method must be one of them. A POST on an entity requires the header.
 * @throws ApiError 400 if header and request don't match
 */
export function resolveMethod(request: {
	httpMethod: string;
	onEntity: boolean;
	params: Query;
	header?: string;
}): RestliMethod {
	const named = request.header?.toUpperCase();
	if (named !== undefined && !isRestliMethod(named)) {
		throw badRequest(`X-RestLi-Method ${request.header} is not a Rest.li method`);
	}
	if (named !== undefined && HTTP_METHOD_OF[named] !== request.httpMethod) {
		throw badRequest(
			`X-RestLi-Method ${named} goes with ${HTTP_METHOD_OF[named]}, not ${request.httpMethod}`,
		);
	}
	const possible = possibleMethods(request.httpMethod, request.onEntity, request.params);
	if (named === undefined) {
		const [implied] = possible;
		if (implied === undefined || implied === 'PARTIAL_UPDATE') {
			throw badRequest(
				`${request.httpMethod} on this path needs X-RestLi-Method (one of ${possible.join(', ') || 'none'})`,
			);
		}
		return implied;
	}
	if (!possible.includes(named)) {
		throw badRequest(`X-RestLi-Method ${named} does not fit this path and query`);
	}
	return named;
}

function possibleMethods(httpMethod: string, onEntity: boolean, params: Query): RestliMethod[] {
	const has = (name: string) => Object.hasOwn(params, name);
	switch (httpMethod) {
		case 'GET':
			if (onEntity) return ['GET'];
			if (has('q')) return ['FINDER'];
			if (has('bq')) return ['BATCH_FINDER'];
			return has('ids') ? ['BATCH_GET'] : ['GET_ALL'];
		case 'POST':
			if (has('action')) return ['ACTION'];
			if (onEntity) return ['PARTIAL_UPDATE'];
			return has('ids') ? ['BATCH_PARTIAL_UPDATE'] : ['CREATE', 'BATCH_CREATE'];
		case 'PUT':
			if (onEntity) return ['UPDATE'];
			return has('ids') ? ['BATCH_UPDATE'] : [];
		case 'DELETE':
			if (onEntity) return ['DELETE'];
			return has('ids') ? ['BATCH_DELETE'] : [];
		default:
			return [];
	}
}
