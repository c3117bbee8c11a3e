import { line } from './host';

import { NodeOperationError, type IDataObject } from 'n8n-workflow';

import {
	exampleCredential,
	exampleNode,
	send,
	startExampleApi,
	type ExampleApi,
	type Hook,
} from './exampleNode';
import { items, json, post, runExample, type ExampleRun } from './exampleRun';
import { runNode } from './run';

/** What the transport relies on in n8n's engine. */

let api: ExampleApi;

beforeEach(async () => {
	api = await startExampleApi(30);
});

afterEach(async () => {
	await api.close();
});

/** As `post`, but a failure becomes an item, in the form that both versions send to the error output. */
const postOrErrorItem: Hook = async function (request) {
	try {
		return await post.call(this, request);
	} catch (error) {
		if (!this.continueOnFail()) throw error;
		return [{ json: { error: 'bad thing' }, pairedItem: { item: this.getItemIndex() } }];
	}
};

const run = async (hook: Hook, options?: ExampleRun) => await runExample(api, hook, options);
const urls = () => api.requests.map((request) => request.url);

test('the hook runs when the Resource property sends `paginate: true`', async () => {
	const { outputs } = await run(post, { items: items('a') });
	expect(json(outputs[0])).toEqual([{ id: 'a', status: 201 }]);
	expect(urls()).toEqual(['/things/a']);
});

test('without `paginate: true` the hook never runs and an empty 201 becomes an empty string', async () => {
	const { outputs } = await run(post, { items: items('a'), paginate: false });
	expect(urls()).toEqual(['/things']);
	expect(json(outputs[0])).toEqual(['']);
});

test.each([
	[
		'qs',
		{ path: '/things/a', qs: { ids: 'List(urn:li:share:1,2)' } },
		'/things/a?ids=List%28urn%3Ali%3Ashare%3A1%2C2%29',
	],
	[
		'the URL string',
		{ path: '/things/a?ids=List(urn%3Ali%3Ashare%3A1,2)' },
		'/things/a?ids=List(urn%3Ali%3Ashare%3A1,2)',
	],
])('a Rest.li list in %s arrives as written only from the URL', async (_place, request, received) => {
	await run(async function () {
		await send(this, { method: 'GET', ...request });
		return [];
	});
	expect(urls()).toEqual([received]);
});

test('all items are in flight at once', async () => {
	const slow = await startExampleApi(3_000);
	await runExample(slow, post, { items: items(...'abcdefghij') });
	await slow.close();
	expect(slow.mostAtOnce).toBe(10);
});

test('in stop mode all items are sent although one fails, and all results are thrown away', async () => {
	const { outputs, error } = await run(post, { items: items('a', 'bad', 'c') });
	expect(urls().sort()).toEqual(['/things/a', '/things/bad', '/things/c']);
	expect(outputs).toEqual([]);
	expect(error).toMatchObject({ name: 'NodeApiError', httpCode: '400', context: { itemIndex: 1 } });
});

test.each([
	['stopWorkflow', items('a', 'bad', 'c'), 9],
	['continueErrorOutput', items('bad', 'b', 'c'), 9],
	['continueErrorOutput', items('a', 'bad', 'c'), 3],
] as const)('Retry On Fail with %s and items %j sends %i requests', async (onError, given, sent) => {
	await run(postOrErrorItem, { items: given as IDataObject[], onError, retryOnFail: true, maxTries: 3 });
	expect(api.requests).toHaveLength(sent);
});

test('getExecuteData() is the same object on every try and for every item', async () => {
	const seen = new Set<object>();
	await run(
		async function () {
			seen.add(this.getExecuteData());
			throw new NodeOperationError(this.getNode(), 'again');
		},
		{ items: items('a', 'b'), retryOnFail: true, maxTries: 2 },
	);
	expect(seen.size).toBe(1);
});

const goesTo = (output: 'success' | 'error') => ({ success: 0, error: 1 })[output];

test.each<[IDataObject, 'success' | 'error']>([
	[{ error: 'no' }, 'error'],
	[{ error: 'no', message: 'why' }, 'error'],
	[{ error: { message: 'no', details: { status: 400 } } }, 'error'],
	[{ error: 'no', message: 'why', details: { status: 400 } }, line === 1 ? 'success' : 'error'],
	[{ error: 'no', message: 'why', code: 1 }, 'success'],
])('with continueErrorOutput the item %j goes to the %s output', async (item, output) => {
	const { outputs } = await run(
		async function () {
			return [{ json: { ...item }, pairedItem: { item: this.getItemIndex() } }];
		},
		{ items: items('a'), onError: 'continueErrorOutput' },
	);
	const merged = output === 'error' ? { id: 'a', ...item } : item;
	expect(json(outputs[goesTo(output)])).toEqual([merged]);
	expect(outputs[1 - goesTo(output)] ?? []).toEqual([]);
});

test('error items leave the others on the success output', async () => {
	const { outputs } = await run(postOrErrorItem, {
		items: items('a', 'bad', 'c'),
		onError: 'continueErrorOutput',
	});
	expect(json(outputs[0])).toEqual([
		{ id: 'a', status: 201 },
		{ id: 'c', status: 201 },
	]);
	expect(json(outputs[1])).toEqual([{ id: 'bad', error: 'bad thing' }]);
});

test('a thrown error keeps only its message on the error output', async () => {
	const { outputs } = await run(post, { items: items('bad', 'b'), onError: 'continueErrorOutput' });
	expect(Object.keys(outputs[1][0].json)).toEqual(['error']);
});

test('lists get no pairedItem unless the hook sets it', async () => {
	const list = (pairedItem: boolean): Hook =>
		async function () {
			const pair = pairedItem ? { pairedItem: { item: this.getItemIndex() } } : {};
			return [1, 2].map((n) => ({ json: { n }, ...pair }));
		};
	const without = await run(list(false), { items: items('a', 'b') });
	const withPair = await run(list(true), { items: items('a', 'b') });
	expect(without.outputs[0].map((item) => item.pairedItem)).toEqual([
		undefined,
		undefined,
		undefined,
		undefined,
	]);
	expect(withPair.outputs[0].map((item) => item.pairedItem)).toEqual([0, 0, 1, 1].map((item) => ({ item })));
});

test('the hook cannot add execution hints', async () => {
	const { outputs } = await run(async function () {
		return [{ json: { kind: typeof (this as { addExecutionHints?: unknown }).addExecutionHints } }];
	});
	expect(json(outputs[0])).toEqual([{ kind: 'undefined' }]);
});

test('the stored token shows scope, lifetime, id_token and refresh token to the hook', async () => {
	const stored = {
		access_token: 'first',
		refresh_token: 'r',
		scope: 'one two',
		expires_in: 5184000,
		id_token: 'i',
	};
	const { outputs } = await run(
		async function () {
			const { oauthTokenData } = await this.getCredentials<{ oauthTokenData: IDataObject }>(
				'exampleOAuth2Api',
			);
			return [{ json: oauthTokenData }];
		},
		{ credentials: exampleCredential('oAuth2', api.url, stored) },
	);
	expect(json(outputs[0])).toEqual([stored]);
});

test('customOperations are used in place of the hook in a normal run', async () => {
	const custom = {
		customOperations: { thing: { create: async () => [[{ json: { by: 'customOperations' } }]] } },
	};
	const { outputs } = await runNode({
		node: 'example',
		nodeType: exampleNode(post, { more: custom }),
		credentials: exampleCredential('oAuth2', api.url),
	});
	expect(json(outputs[0])).toEqual([{ by: 'customOperations' }]);
});

test('the timeout and the base URL reach the hook in `request.options`', async () => {
	const { outputs } = await run(async (request) => [
		{ json: { timeout: request.options.timeout, baseURL: request.options.baseURL } },
	]);
	expect(json(outputs[0])).toEqual([{ timeout: 300_000, baseURL: api.url }]);
});

test('cancelling aborts the signal that the hook sees and the request under way', async () => {
	let aborted: boolean | undefined;
	const { status } = await run(
		async function () {
			const signal = this.getExecutionCancelSignal();
			await send(this, { method: 'GET', path: '/things/hang' }).catch(() => undefined);
			aborted = signal?.aborted;
			return [];
		},
		{ cancelAfterMs: 200 },
	);
	expect({ aborted, status, requests: urls() }).toEqual({
		aborted: true,
		status: 'canceled',
		requests: ['/things/hang'],
	});
});
