import fc from 'fast-check';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { COMMUNITY_SCOPES, connectTo } from '../../engine/connection';
import { runNode } from '../../engine/run';
import { startSimulator, type Simulator } from '../../simulator';

/**
 * Random values in all fields of all operations, as expressions hand them in: the outcome is items or one error of the
 * error table with advice, never the text of a TypeError. FUZZ_SEED tries another seed; a failure prints it.
 */

const SEED = Number(process.env.FUZZ_SEED ?? 20_261_122);
const RUNS_AN_OPERATION = 25;

const SCOPES = [...COMMUNITY_SCOPES, 'r_member_social', 'r_member_social_feed'];

const LOOKS_LIKE_A_BUG =
	/TypeError|RangeError|ReferenceError|is not a function|is not iterable|Cannot read|Cannot convert|Invalid time value|\[object Object\]|\bundefined\b|\bNaN\b/;

let simulator: Simulator;
let names: { post: string; activity: string; comment: string };

beforeAll(async () => {
	simulator = await startSimulator();
	const post = simulator.state.addPost({ author: '2414183', text: 'Hello' });
	const comment = simulator.state.addComment({ post: post.urn, actor: 'cleo', text: 'Hi' });
	names = { post: post.urn, activity: post.activity, comment: comment.urn };
});
afterAll(async () => await simulator.close());

/** What no field was made for, from an expression that goes wrong. */
const odd = fc.oneof(
	fc.constantFrom(null, true, false, 0, -1, 1.5, 7045020441609937000, '', ' ', '0', 'null'),
	fc.constantFrom<unknown>([], {}, [null], [[]], { value: null }, { __rl: true }),
	fc.string({ unit: 'binary', maxLength: 40 }),
	fc.string({ unit: 'grapheme', maxLength: 40 }),
	fc.constantFrom(
		'\ud800',
		'%',
		'%E0%A4%A',
		'\u0000',
		'../..',
		'{post}',
		"List('",
		'(a:b',
		'\\',
		'@[](',
		'{}',
	),
	fc.jsonValue({ maxDepth: 2 }),
);

const id = fc.oneof(fc.constantFrom('0', '1', '99999999999999999999'), fc.bigInt(0n, 2n ** 63n).map(String));
const urn = fc
	.tuple(fc.constantFrom('share', 'ugcPost', 'activity', 'person', 'organization', 'image', 'cake', ''), id)
	.map(([type, number]) => `urn:li:${type}:${number}`);

/** Nearly right: URNs and links of all kinds, in and out of place. */
const nearly = fc.oneof(
	urn,
	id,
	fc.tuple(urn, id).map(([inner, number]) => `urn:li:comment:(${inner},${number})`),
	fc
		.tuple(fc.constantFrom('feed/update', 'posts', 'in', 'company'), fc.oneof(urn, fc.webPath()))
		.map(([path, rest]) => `https://www.linkedin.com/${path}/${rest}`),
	fc.webUrl(),
	fc.constantFrom('post', 'activity', 'comment').map((key) => `«${key}»`),
);

const value = fc.oneof({ weight: 3, arbitrary: nearly }, { weight: 2, arbitrary: odd });
const locator = fc.oneof(
	value,
	fc.record({ __rl: fc.constant(true), mode: fc.constantFrom('list', 'url', 'id', 'x'), value }),
	fc.constant({ __rl: true, mode: 'id', value: '2414183' }),
	fc.constant({ __rl: true, mode: 'list', value: 'me' }),
);
const collection = (fields: Record<string, fc.Arbitrary<unknown>>) =>
	fc.oneof({ weight: 4, arbitrary: fc.record(fields, { requiredKeys: [] }) }, { weight: 1, arbitrary: odd });
const entries = (key: string, fields: Record<string, fc.Arbitrary<unknown>>) =>
	collection({ [key]: fc.oneof(fc.array(fc.record(fields, { requiredKeys: [] }), { maxLength: 2 }), odd) });

const text = fc.oneof(value, fc.constant('Hello'), fc.constant('x'.repeat(3001)));
const mentions = entries('mention', { name: value, urn: value });
const list = {
	returnAll: fc.oneof(fc.boolean(), odd),
	limit: fc.oneof(fc.integer({ min: -2, max: 3 }), odd),
};
const json = fc.oneof(
	fc.json({ maxDepth: 2 }),
	fc.constantFrom('{', '{"a":', '{"post":"urn:li:share:1"}', '{"q":"author"}'),
	odd,
);

const OPERATIONS: Record<string, Record<string, fc.Arbitrary<unknown>>> = {
	'profile:get': {},
	'profile:checkAccess': {},
	'post:create': {
		author: locator,
		contentType: fc.constantFrom('text', 'article', 'reshare'),
		text,
		articleUrl: value,
		articleTitle: value,
		articleOptions: collection({ description: value, thumbnail: value, thumbnailAltText: value }),
		reshareOf: value,
		additionalFields: collection({
			disableReshare: fc.oneof(fc.boolean(), odd),
			firstComment: value,
			mentions,
			onDuplicate: fc.oneof(fc.constantFrom('return', 'fail'), odd),
			targeting: entries('facet', {
				name: fc.oneof(fc.constantFrom('geoLocations', 'interfaceLocales', 'staffCountRanges'), odd),
				values: value,
			}),
			visibility: fc.oneof(fc.constantFrom('PUBLIC', 'CONNECTIONS'), odd),
		}),
	},
	'post:get': { post: fc.oneof(value, fc.array(value, { maxLength: 3 })) },
	'post:getMany': { author: locator, sortBy: fc.oneof(fc.constant('CREATED'), nearly), ...list },
	'post:update': {
		post: value,
		updateFields: collection({ text, mentions, contentCallToActionLabel: odd, contentLandingPage: value }),
	},
	'post:delete': { post: value },
	'comment:create': { post: value, actor: locator, text },
	'comment:reply': { comment: value, actor: locator, text },
	'comment:get': { comment: value },
	'comment:getMany': { entity: value, ...list },
	'comment:update': { comment: value, actor: locator, text },
	'comment:delete': { comment: value, actor: locator },
	'organization:getMany': list,
	'api:call': {
		method: fc.constantFrom('GET', 'FINDER', 'GET_ALL', 'BATCH_GET', 'CREATE', 'PARTIAL_UPDATE', 'DELETE'),
		path: fc.oneof(fc.constantFrom('/rest/posts', '/rest/posts/{post}', '/v2/me', '/rest/{a}/{b}'), value),
		keys: json,
		query: json,
		body: json,
		pagesBy: fc.constantFrom('offset', 'token'),
		...list,
	},
};

/** Puts the names of things that exist where the generator left a mark. */
function withNames(given: unknown): unknown {
	if (typeof given === 'string') {
		return given.replace(/«(\w+)»/g, (_mark, key: keyof typeof names) => names[key]);
	}
	if (Array.isArray(given)) return given.map(withNames);
	if (typeof given === 'object' && given !== null) {
		return Object.fromEntries(Object.entries(given).map(([key, inner]) => [key, withNames(inner)]));
	}
	return given;
}

/** As expressions hand values in: n8n checks no type then, and a value is never taken for an expression itself. */
function fromItem(fields: string[]): INodeParameters {
	return Object.fromEntries(fields.map((name) => [name, `={{ $json[${JSON.stringify(name)}] }}`]));
}

/** One run of the node over all the generated values, one item each. */
async function outcomesOf(operation: string, items: IDataObject[]): Promise<IDataObject[]> {
	const [resource, name] = operation.split(':');
	const { outputs, error } = await runNode({
		node: 'linkedInCommunity',
		parameters: {
			authentication: 'oAuth2',
			resource,
			operation: name,
			options: { maxWait: 0 },
			...fromItem(Object.keys(OPERATIONS[operation])),
		},
		items: items.map((json) => ({ json })),
		credentials: { ...connectTo(simulator, { scopes: SCOPES }), name: operation },
		onError: 'continueRegularOutput',
	});
	expect(error).toBeUndefined();
	return outputs[0].map(({ json, pairedItem }) => ({ json, item: (pairedItem as { item: number }).item }));
}

/** What is wrong with an item out, or undefined. */
function fault(json: IDataObject): string | undefined {
	// LinkedIn's trace id is random characters.
	const said = JSON.stringify(json, (key, part: unknown) => (key === 'requestId' ? null : part));
	if (LOOKS_LIKE_A_BUG.test(said)) return 'reads like a bug of ours';
	if (!('error' in json)) return undefined;
	const details = (json.details ?? json.message) as IDataObject | undefined;
	if (typeof details !== 'object') return 'is no row of the error table';
	if (details.code === 'UNEXPECTED') return 'was not foreseen';
	if (typeof json.error !== 'string' || json.error.trim() === '') return 'has no text';
	if (typeof details.advice !== 'string' || !/\w{3,} \w+/.test(details.advice)) return 'has no advice';
	return undefined;
}

async function offenders(operation: string, items: IDataObject[]): Promise<object[]> {
	const outcomes = await outcomesOf(operation, items);
	return outcomes.flatMap(({ json, item }) => {
		const problem = fault(json as IDataObject);
		return problem ? [{ problem, seed: SEED, given: items[item as number], got: json }] : [];
	});
}

describe(`any values in the fields, seed ${SEED}`, () => {
	test.each(Object.keys(OPERATIONS))('%s', async (operation) => {
		const values = fc.record(OPERATIONS[operation]).map(withNames);
		const items = fc.sample(values, { seed: SEED, numRuns: RUNS_AN_OPERATION }) as IDataObject[];
		expect(await offenders(operation, items)).toEqual([]);
	});
});

/** Values that reach LinkedIn, so that its answer is what goes wrong. */
const PLAUSIBLE: Record<string, () => IDataObject> = {
	'profile:get': () => ({}),
	'profile:checkAccess': () => ({}),
	'post:create': () => ({ author: '2414183', contentType: 'text', text: 'Hello' }),
	'post:get': () => ({ post: `${names.post},urn:li:share:1` }),
	'post:getMany': () => ({ author: '2414183', sortBy: 'CREATED', returnAll: true }),
	'post:update': () => ({ post: names.activity, updateFields: { text: 'New' } }),
	'post:delete': () => ({ post: names.post }),
	'comment:create': () => ({ post: names.post, actor: '2414183', text: 'Hi' }),
	'comment:reply': () => ({ comment: names.comment, actor: '2414183', text: 'Hi' }),
	'comment:get': () => ({ comment: names.comment }),
	'comment:getMany': () => ({ entity: names.post, limit: 5 }),
	'comment:update': () => ({ comment: names.comment, actor: '2414183', text: 'Hi' }),
	'comment:delete': () => ({ comment: names.comment, actor: '2414183' }),
	'organization:getMany': () => ({ returnAll: true }),
	'api:call': () => ({ method: 'FINDER', path: '/rest/posts', keys: '{}', query: '{"q":"author"}' }),
};

const answer = fc.record({
	status: fc.constantFrom(
		200,
		201,
		204,
		207,
		301,
		304,
		400,
		401,
		403,
		404,
		405,
		409,
		410,
		422,
		426,
		429,
		500,
		503,
	),
	body: fc.oneof(
		fc.jsonValue({ maxDepth: 3 }),
		fc.record(
			{
				elements: fc.oneof(fc.array(fc.jsonValue({ maxDepth: 2 }), { maxLength: 2 }), fc.jsonValue()),
				paging: fc.jsonValue({ maxDepth: 2 }),
				results: fc.jsonValue({ maxDepth: 2 }),
				message: fc.jsonValue({ maxDepth: 1 }),
				code: fc.jsonValue({ maxDepth: 1 }),
				commentUrn: fc.jsonValue({ maxDepth: 0 }),
				id: fc.jsonValue({ maxDepth: 0 }),
				createdAt: fc.jsonValue({ maxDepth: 0 }),
				commentary: fc.jsonValue({ maxDepth: 0 }),
				created: fc.jsonValue({ maxDepth: 1 }),
			},
			{ requiredKeys: [] },
		),
	),
});

describe(`any answer of LinkedIn, seed ${SEED}`, () => {
	afterEach(() => simulator.faults.clear());

	test.each(Object.keys(OPERATIONS))('%s', async (operation) => {
		const answers = fc.sample(answer, { seed: SEED, numRuns: RUNS_AN_OPERATION });
		for (const effect of answers) {
			simulator.faults.clear();
			simulator.faults.add({ match: { path: /^\/(rest|v2)\// }, times: Infinity, effect });
			const found = await offenders(operation, [PLAUSIBLE[operation]()]);
			expect(found.map((offender) => ({ ...offender, effect }))).toEqual([]);
		}
	});
});
