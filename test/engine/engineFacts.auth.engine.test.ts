import { line } from './host';

import { NodeApiError, NodeOperationError, type IExecutePaginationFunctions } from 'n8n-workflow';

import { exampleCredential, send, startExampleApi, type ExampleApi, type Hook } from './exampleNode';
import { items, json, post, runExample, type ExampleRun } from './exampleRun';

/** The token's lifetime, and how errors reach the hook and the user. */

let api: ExampleApi;

beforeEach(async () => {
	api = await startExampleApi();
});

afterEach(async () => {
	await api.close();
});

const run = async (hook: Hook, options?: ExampleRun) => await runExample(api, hook, options);
const urls = () => api.requests.map((request) => request.url);

test('a thrown 401 refreshes the OAuth2 token, sends again and stores the new token', async () => {
	const credentials = exampleCredential('oAuth2', api.url);
	const { outputs } = await run(post, { items: items('expired'), credentials });
	expect(json(outputs[0])).toEqual([{ id: 'expired', status: 201 }]);
	expect(api.requests.map((request) => request.token)).toEqual(['first', 'second']);
	expect(api.refreshes).toBe(1);
	expect(credentials.data.oauthTokenData).toMatchObject({ access_token: 'second', refresh_token: 'refresh' });
});

/** The reply's status if the hook handles errors, and whether n8n refreshed. */
const ignoring = (ignoreHttpStatusErrors: boolean | { ignore: true; except: number[] }): Hook =>
	async function () {
		const reply = await send(this, { method: 'GET', path: '/things/expired', ignoreHttpStatusErrors });
		return [{ json: { status: reply.statusCode } }];
	};

test('`ignoreHttpStatusErrors: true` hands the 401 to the hook and refreshes nothing', async () => {
	const { outputs } = await run(ignoring(true));
	expect(json(outputs[0])).toEqual([{ status: 401 }]);
	expect(api.refreshes).toBe(0);
});

test('`except: [401]` refreshes on 2.41; 1.123 takes it for `true` and returns the 401', async () => {
	const { outputs } = await run(ignoring({ ignore: true, except: [401] }));
	expect(json(outputs[0])).toEqual([{ status: line === 1 ? 401 : 201 }]);
	expect(api.refreshes).toBe(line === 1 ? 0 : 1);
});

test('without a refresh token only 2.41 says to reconnect, and nothing is sent again', async () => {
	const credentials = exampleCredential('oAuth2', api.url, { access_token: 'first', token_type: 'Bearer' });
	const { error } = await run(post, { items: items('expired'), credentials });
	expect(/reconnect/i.test(String(error?.message))).toBe(line === 2);
	expect(api.requests).toHaveLength(1);
	expect(api.refreshes).toBe(0);
});

test('on 1.123 ten items that meet an ended token refresh it ten times, on 2.41 once', async () => {
	await run(post, { items: Array.from({ length: 10 }, () => ({ id: 'expired' })) });
	expect(api.refreshes).toBe(line === 1 ? 10 : 1);
});

test('with a token credential a thrown 401 is sent twice', async () => {
	const { error } = await run(post, {
		items: items('refused'),
		parameters: { authentication: 'accessToken', id: '={{ $json.id }}' },
		credentials: exampleCredential('accessToken', api.url),
	});
	expect(urls()).toEqual(['/things/refused', '/things/refused']);
	expect(error).toMatchObject({ httpCode: '401' });
});

test('a NodeApiError made from a NodeApiError keeps the old text', async () => {
	const { error } = await run(
		async function () {
			try {
				await send(this, { method: 'GET', path: '/things/bad' });
			} catch (thrown) {
				throw new NodeApiError(this.getNode(), thrown as never, { message: 'A better text' });
			}
			return [];
		},
		{ items: items('a') },
	);
	expect(error?.message).not.toBe('A better text');
});

const thrownByHook = {
	NodeApiError: (hook: IExecutePaginationFunctions) =>
		new NodeApiError(
			hook.getNode(),
			{ statusCode: 429 },
			{ message: 'Slow down', description: 'Wait', httpCode: '429' },
		),
	NodeOperationError: (hook: IExecutePaginationFunctions) =>
		new NodeOperationError(hook.getNode(), 'Slow down', { description: 'Wait' }),
};

test.each([
	['NodeApiError', 'passes', '429'],
	['NodeOperationError', 'is wrapped in a NodeApiError', 'none'],
] as const)('a %s thrown in the hook %s', async (kind, _what, httpCode) => {
	const { error } = await run(async function () {
		throw thrownByHook[kind](this);
	});
	expect(error).toMatchObject({ name: 'NodeApiError', message: 'Slow down', description: 'Wait', httpCode });
});

test('only 2.41 notes when a refreshed token ends', async () => {
	const credentials = exampleCredential('oAuth2', api.url);
	await run(post, { items: items('expired'), credentials });
	expect(credentials.data.oauthTokenData).toHaveProperty('scope', 'one two');
	expect('n8n_expires_at' in (credentials.data.oauthTokenData as object)).toBe(line === 2);
});
