import { z } from 'zod';
import { ApiError, badRequest, notFound } from '../errors';
import { batchAnswer, listAnswer, PAGING, readIds } from '../paging';
import { parseBatchKey, reducedEncode } from '../restli';
import { readBody, readPatch } from '../body';
import type { Answer, Call, Resource } from '../resource';
import type { RestliValue } from '../restli';
import type { State } from '../state';

/**
 * NOT a resource of LinkedIn's. /rest/simulatorThings tests the protocol itself: it has every Rest.li method with the
 * envelopes of docs.methods and keys of any form (number, URN, record), so that methods which no community resource has
 * can be tested end to end. Any token may use it; each simulator has its own things.
 */
export const simulatorThings: Resource = {
	path: '/rest/simulatorThings',
	permission: 'simulatorThings',
	methods: {
		GET: { scopes: [], handle: (call) => ({ status: 200, body: existing(call, call.key) }) },
		BATCH_GET: {
			scopes: [],
			handle: (call) => batchAnswer(readIds(call.params), (id) => existing(call, id)),
		},
		GET_ALL: {
			scopes: [],
			params: PAGING,
			handle: (call) => listAnswer([...thingsOf(call.state).values()], call.params, { total: true, link }),
		},
		CREATE: {
			scopes: [],
			handle: (call) => {
				const key = create(call.state, readBody(newThing, call.body));
				return { status: 201, headers: { 'x-restli-id': inHeader(reducedEncode(key)) } };
			},
		},
		BATCH_CREATE: { scopes: [], handle: createAll },
		UPDATE: {
			scopes: [],
			handle: (call) => {
				replace(call, call.key, call.body);
				return { status: 204 };
			},
		},
		BATCH_UPDATE: { scopes: [], handle: (call) => writeAll(call, replace) },
		PARTIAL_UPDATE: {
			scopes: [],
			handle: (call) => {
				change(call, call.key, call.body);
				return { status: 204 };
			},
		},
		BATCH_PARTIAL_UPDATE: { scopes: [], handle: (call) => writeAll(call, change) },
		DELETE: {
			scopes: [],
			handle: (call) => {
				remove(call, call.key);
				return { status: 204 };
			},
		},
		BATCH_DELETE: { scopes: [], handle: (call) => eachKey(readIds(call.params), (id) => remove(call, id)) },
	},
	finders: {
		name: {
			scopes: [],
			params: ['name', ...PAGING],
			handle: (call) => listAnswer(byName(call.state, call.params.name), call.params, { total: true }),
		},
		/** Returns the parameters as they were understood. */
		echo: {
			scopes: [],
			params: ['text', 'list', 'record', ...PAGING],
			handle: (call) => listAnswer([call.params], { count: '1' }),
		},
	},
	batchFinders: { names: { scopes: [], params: ['criteria'], handle: findAll } },
	actions: {
		/** Returns the body as it was understood. */
		echo: { scopes: [], handle: (call) => ({ status: 200, body: { value: call.body ?? null } }) },
		count: { scopes: [], handle: (call) => ({ status: 200, body: { value: thingsOf(call.state).size } }) },
	},
};

/** Headers are ASCII. */
const inHeader = (text: string) => text.replace(/[^ -~]+/gu, encodeURIComponent);

interface Thing {
	name: string;
	size?: number;
	tags?: string[];
	id: RestliValue;
}

const shape = { name: z.string().min(1), size: z.number().optional(), tags: z.array(z.string()).optional() };
const thing = z.object(shape).strict();
/** `key` chooses the key, of any form; by default a number. */
const newThing = z.object({ ...shape, key: z.unknown().optional() }).strict();
const changes = thing.partial();

const worlds = new WeakMap<State, Map<string, Thing>>();

function thingsOf(state: State): Map<string, Thing> {
	const found = worlds.get(state) ?? new Map<string, Thing>();
	worlds.set(state, found);
	return found;
}

const link = (start: number, count: number) => `/rest/simulatorThings?start=${start}&count=${count}`;

function existing(call: Call, key: RestliValue | undefined): Thing {
	const found = key === undefined ? undefined : thingsOf(call.state).get(reducedEncode(key));
	if (!found) throw notFound();
	return found;
}

function create(state: State, body: z.infer<typeof newThing>): RestliValue {
	const { key, ...rest } = body;
	const things = thingsOf(state);
	const id = key === undefined ? String(things.size + 1) : asKey(key);
	if (things.has(reducedEncode(id))) {
		throw new ApiError(409, { status: 409, code: 'CONFLICT', message: 'A thing with this key exists' });
	}
	things.set(reducedEncode(id), { ...rest, id });
	return id;
}

/** JSON keys become Rest.li values: numbers and booleans are text in the URL. */
function asKey(key: unknown): RestliValue {
	if (Array.isArray(key)) return key.map(asKey);
	if (typeof key === 'object' && key !== null) {
		return Object.fromEntries(Object.entries(key).map(([name, value]) => [name, asKey(value)]));
	}
	return String(key);
}

function createAll(call: Call): Answer {
	const { elements } = readBody(z.object({ elements: z.array(z.unknown()) }).strict(), call.body);
	return {
		status: 200,
		body: {
			elements: elements.map((element) => {
				try {
					return { status: 201, id: reducedEncode(create(call.state, readBody(newThing, element))) };
				} catch (error) {
					if (error instanceof ApiError) return { status: error.status, error: error.body };
					throw error;
				}
			}),
		},
	};
}

function replace(call: Call, key: RestliValue | undefined, body: unknown): void {
	const { id } = existing(call, key);
	thingsOf(call.state).set(reducedEncode(id), { ...readBody(thing, body), id });
}

function change(call: Call, key: RestliValue | undefined, body: unknown): void {
	const found = existing(call, key);
	const { set, remove: removed } = readPatch(body);
	if (removed.some((field) => !['size', 'tags'].includes(field)))
		throw badRequest('Only size and tags go away');
	Object.assign(found, readBody(changes, set));
	for (const field of removed) delete found[field as 'size' | 'tags'];
}

function remove(call: Call, key: RestliValue | undefined): void {
	thingsOf(call.state).delete(reducedEncode(existing(call, key).id));
}

/** The keys of `ids` and those of the body's `entities` must be the same. */
function writeAll(call: Call, write: (call: Call, key: RestliValue, body: unknown) => void): Answer {
	const { entities } = readBody(z.object({ entities: z.record(z.unknown()) }).strict(), call.body);
	const bodies = new Map(
		Object.entries(entities).map(([key, body]) => [reducedEncode(parseBatchKey(key)), body]),
	);
	const ids = readIds(call.params);
	const wanted = ids.map(reducedEncode);
	if (wanted.length !== bodies.size || wanted.some((key) => !bodies.has(key))) {
		throw badRequest('The keys of the body are not those of "ids"');
	}
	return eachKey(ids, (id) => write(call, id, bodies.get(reducedEncode(id))));
}

function eachKey(ids: RestliValue[], work: (id: RestliValue) => void): Answer {
	const results: Record<string, unknown> = {};
	const errors: Record<string, unknown> = {};
	for (const id of ids) {
		try {
			work(id);
			results[reducedEncode(id)] = { status: 204 };
		} catch (error) {
			if (!(error instanceof ApiError)) throw error;
			errors[reducedEncode(id)] = error.body;
		}
	}
	return { status: 200, body: { results, errors } };
}

const byName = (state: State, name: RestliValue | undefined) =>
	[...thingsOf(state).values()].filter((one) => one.name === name);

/** `bq=names&criteria=List((name:a),(name:b))`: one list of findings for each criterion, in order. */
function findAll(call: Call): Answer {
	const { criteria } = call.params;
	if (!Array.isArray(criteria)) throw badRequest('The parameter "criteria" is a list');
	return {
		status: 200,
		body: {
			elements: criteria.map((criterion) => {
				const name = typeof criterion === 'object' && !Array.isArray(criterion) ? criterion.name : undefined;
				if (typeof name !== 'string') {
					return { elements: [], isError: true, error: { status: 400, message: 'A criterion has a name' } };
				}
				return listAnswer(byName(call.state, name), { count: '100' }, { total: true }).body;
			}),
		},
	};
}
