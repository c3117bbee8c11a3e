import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { HarnessCredential } from '../../engine/credentials';
import { pollHarness } from '../../engine/poll';
import { runNode, type RunOptions } from '../../engine/run';

/** If a server repeats everything it was sent, none of it gets out: no error, item or log line contains a secret. */

const TOKEN = `AQX-access-${'t0k3n_'.repeat(30)}`;
const REFRESH_TOKEN = `AQX-refresh-${'r3fr3sh_'.repeat(20)}`;
const RENEWED = `AQX-renewed-${'n3w_'.repeat(30)}`;
const CLIENT_SECRET = 'WPL_AP1.the-client-secret==';
const ID_TOKEN = `eyJhbGciOiJSUzI1NiJ9.${Buffer.from('{"sub":"ada"}').toString('base64url')}.${'s1gn-'.repeat(20)}`;
const SECRETS = [TOKEN, REFRESH_TOKEN, RENEWED, CLIENT_SECRET, ID_TOKEN];

interface Answer {
	status: number;
	headers?: Record<string, string>;
	body: unknown;
}

let server: Server;
let answer: (said: string) => Answer;
let isExpired = false;
/** Of the current credential, in addition to what signs. */
let alsoKnown: string[] = [];
let seen: string[] = [];
/** How a secret is repeated, if not unchanged. */
let writes: ((secret: string) => string) | undefined;

beforeAll(async () => {
	server = createServer((request, response) => {
		if (request.url?.startsWith('/oauth/v2/accessToken')) {
			const renewed = { access_token: RENEWED, refresh_token: REFRESH_TOKEN, expires_in: 5_184_000 };
			response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(renewed));
			return;
		}
		seen.push(request.headers.authorization ?? '');
		const said = saidBack(request);
		if (isExpired && request.headers.authorization?.includes(TOKEN)) {
			const body = { code: 'EXPIRED_ACCESS_TOKEN', message: said, serviceErrorCode: 65602, status: 401 };
			response.writeHead(401, { 'content-type': 'application/json', 'x-li-uuid': said });
			response.end(JSON.stringify(body));
			return;
		}
		const { status, headers, body } = answer(said);
		response.writeHead(status, { 'content-type': 'application/json', ...headers });
		response.end(typeof body === 'string' ? body : JSON.stringify(body));
	}).listen(0, '127.0.0.1');
	await new Promise((resolve) => server.once('listening', resolve));
});
afterAll(() => server.close());
beforeEach(() => {
	isExpired = false;
	writes = undefined;
	seen = [];
});

/** The header, and everything else that another party may know about the connection. */
function saidBack({ headers: { authorization = '' } }: IncomingMessage): string {
	const secrets = alsoKnown.join(' ');
	if (writes) return [authorization.slice('Bearer '.length), ...alsoKnown].map(writes).join('; ');
	return `${authorization} ${Buffer.from(authorization).toString('base64')} ${encodeURIComponent(authorization)} ${secrets}`;
}

let runs = 0;
function credential(authentication: 'oAuth2' | 'accessToken'): HarnessCredential {
	const host = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	const name = `says back ${(runs += 1)}`;
	if (authentication === 'accessToken') {
		const data = { accessToken: TOKEN, environment: 'custom', apiHost: host };
		return { type: 'linkedInSuiteAccessTokenApi', name, data };
	}
	const oauthTokenData = {
		access_token: TOKEN,
		refresh_token: REFRESH_TOKEN,
		id_token: ID_TOKEN,
		token_type: 'Bearer',
	} as IDataObject;
	const hosts = { advanced: true, environment: 'custom', apiHost: host, oauthHost: host };
	return {
		type: 'linkedInSuiteOAuth2Api',
		name,
		data: {
			...hosts,
			clientId: `client of ${name}`,
			clientSecret: CLIENT_SECRET,
			oauthTokenData,
		} as HarnessCredential['data'],
	};
}

function expectNothingOf(
	secrets: readonly string[],
	result: unknown,
	shown: (string | undefined)[] = [],
): void {
	const said = JSON.stringify([result, shown]);
	for (const secret of secrets) {
		for (const form of [secret, encodeURIComponent(secret), Buffer.from(secret).toString('base64')]) {
			expect(said.includes(form.slice(4, 24))).toBe(false);
		}
	}
}

const entity = (said: string) => ({
	id: said,
	author: 'urn:li:organization:1',
	commentary: said.replaceAll('_', '\\_'),
	[said]: said,
	lifecycleState: said,
	content: { media: { id: said } },
});

const ANSWERS: Array<[string, (said: string) => Answer]> = [
	['an entity', (said) => ({ status: 200, body: entity(said) })],
	['a list', (said) => ({ status: 200, body: { elements: [entity(said), said], paging: { links: [] } } })],
	['a batch', (said) => ({ status: 200, body: { results: { [encodeURIComponent(said)]: entity(said) } } })],
	[
		'a batch of errors',
		(said) => ({ status: 200, body: { errors: { [said]: { status: 403, message: said } } } }),
	],
	['a text', (said) => ({ status: 200, body: said })],
	['JSON that is cut', (said) => ({ status: 200, body: `{"message":"${said}"` })],
	[
		'a create',
		(said) => ({ status: 201, headers: { 'x-restli-id': said, location: `/rest/posts/${said}` }, body: {} }),
	],
	[
		'a create, encoded',
		(said) => ({ status: 201, headers: { 'x-restli-id': encodeURIComponent(said) }, body: '' }),
	],
	['a redirect', (said) => ({ status: 302, headers: { location: said }, body: said })],
	...[400, 401, 403, 404, 409, 422, 426].map((status): [string, (said: string) => Answer] => [
		`a refusal with ${status}`,
		(said) => ({
			status,
			headers: { 'x-li-uuid': said, 'x-li-request-id': said },
			body: {
				status,
				code: said,
				message: said,
				errorDetails: {
					inputErrors: [{ code: said, description: said, input: { inputPath: { fieldPath: said } } }],
				},
			},
		}),
	]),
	['a refusal in OAuth’s words', (said) => ({ status: 400, body: { error: said, error_description: said } })],
	[
		'a page',
		(said) => ({ status: 502, headers: { 'content-type': 'text/html' }, body: `<html>${said}</html>` }),
	],
	['a day’s limit', (said) => ({ status: 429, body: { code: 'QUOTA_EXCEEDED', message: `DAY ${said}` } })],
];

const PAGE = { __rl: true, mode: 'id', value: '1' };
const OPERATIONS: Array<[string, INodeParameters]> = [
	['API Call', { resource: 'api', operation: 'call', method: 'GET', path: '/rest/x' }],
	['API Call, list', { resource: 'api', operation: 'call', method: 'FINDER', path: '/rest/x' }],
	[
		'API Call, create',
		{ resource: 'api', operation: 'call', method: 'CREATE', path: '/rest/posts', body: '{}' },
	],
	['API Call, batch', { resource: 'api', operation: 'call', method: 'BATCH_GET', path: '/rest/x' }],
	['posts', { resource: 'post', operation: 'getMany', author: PAGE }],
	['raw posts', { resource: 'post', operation: 'getMany', author: PAGE, output: 'raw' }],
	['a post', { resource: 'post', operation: 'get', post: 'urn:li:share:1' }],
	['a new post', { resource: 'post', operation: 'create', author: PAGE, text: 'Hi' }],
	[
		'a new comment',
		{ resource: 'comment', operation: 'create', targetPost: 'urn:li:share:1', actor: PAGE, text: 'Hi' },
	],
	['Check Access', { resource: 'profile', operation: 'checkAccess' }],
	['the profile', { resource: 'profile', operation: 'get' }],
	['engagement', { resource: 'engagement', operation: 'get', entities: 'urn:li:share:1' }],
];

const run = async (
	parameters: INodeParameters,
	authentication: 'oAuth2' | 'accessToken',
	more: Partial<RunOptions>,
) =>
	await runNode({
		node: 'linkedInCommunity',
		parameters: { authentication, ...parameters, options: { maxWait: 0, ...(parameters.options as object) } },
		credentials: credential(authentication),
		...more,
	});

const WITH = [
	{ authentication: 'oAuth2', onError: 'continueErrorOutput', secrets: SECRETS },
	{ authentication: 'accessToken', onError: 'stopWorkflow', secrets: [TOKEN] },
] as const;

describe.each(ANSWERS)('%s', (_answer, answers) => {
	test.each(WITH)('with $authentication, $onError', async ({ authentication, onError, secrets }) => {
		answer = answers;
		alsoKnown = authentication === 'oAuth2' ? [REFRESH_TOKEN, CLIENT_SECRET, ID_TOKEN] : [];
		for (const [name, parameters] of OPERATIONS) {
			const { outputs, error, logs, calls } = await run(parameters, authentication, { onError });
			const shown = [name, error?.message, error?.description ?? '', error?.stack];
			expectNothingOf(secrets, { outputs, error, context: error?.context, logs, calls }, shown);
		}
		expect(seen.filter((header) => header === `Bearer ${TOKEN}`).length).toBeGreaterThan(
			OPERATIONS.length / 2,
		);
	});
});

const WAYS: Array<[string, (secret: string) => string]> = [
	['without its first character', (secret) => secret.slice(1)],
	['its second half', (secret) => secret.slice(secret.length / 2)],
	['a piece', (secret) => secret.slice(-20, -4)],
	['in hex', (secret) => Buffer.from(secret).toString('hex')],
	['a piece in Base64', (secret) => Buffer.from(secret.slice(-31, -1)).toString('base64')],
	['in words', (secret) => (secret.match(/.{1,9}/g) ?? []).join(' ')],
	[
		'in escapes of JSON',
		(secret) => secret.replace(/[^a-z]/gi, (c) => `\\u00${c.charCodeAt(0).toString(16)}`),
	],
];

/** Removes the encoding of a secret, both for what is searched and for where. */
const bare = (text: string) =>
	text
		.replace(/\\+u00(..)/g, (_escape, code: string) => String.fromCharCode(parseInt(code, 16)))
		.replace(/\s/g, '');

describe.each(WAYS)('a secret that is said back %s', (_way, way) => {
	test.each(WITH)('with $authentication, $onError', async ({ authentication, onError, secrets }) => {
		writes = way;
		alsoKnown = authentication === 'oAuth2' ? [REFRESH_TOKEN, CLIENT_SECRET, ID_TOKEN] : [];
		for (const [, answers] of ANSWERS.filter(([name]) =>
			/^(an entity|a text|a create|a refusal with 400)$/.test(name),
		)) {
			answer = answers;
			for (const [, parameters] of OPERATIONS.slice(0, 6)) {
				const { outputs, error, logs, calls } = await run(parameters, authentication, { onError });
				const shown = [error?.message, error?.description ?? '', error?.stack];
				const said = bare(JSON.stringify([{ outputs, error, context: error?.context, logs, calls }, shown]));
				for (const secret of secrets) {
					const written = bare(way(secret));
					for (let at = 0; at + 12 <= written.length; at += 1) {
						const part = written.slice(at, at + 12);
						// The header of a JWT is the same in all of them.
						if (!ID_TOKEN.slice(0, 33).includes(part) && said.includes(part)) throw new Error(`Says ${part}`);
					}
				}
			}
		}
		expect(seen).toContain(`Bearer ${TOKEN}`);
	});
});

test('a token that n8n renewed on the way is one too', async () => {
	isExpired = true;
	alsoKnown = [REFRESH_TOKEN, CLIENT_SECRET, ID_TOKEN];
	answer = ANSWERS[0][1];
	for (const [name, parameters] of OPERATIONS) {
		const result = await run(parameters, 'oAuth2', { onError: 'continueErrorOutput' });
		const { outputs, error, logs, calls } = result;
		const said = { outputs, error, context: error?.context, logs, calls };
		expectNothingOf(SECRETS, said, [name, error?.message]);
	}
	expect(seen).toContain(`Bearer ${RENEWED}`);
});

describe('a trigger', () => {
	test.each([
		['linkedInCommunityTrigger', { watch: 'pages', pages: ['urn:li:organization:1'] }],
		['linkedInAdsTrigger', { watch: 'chosen', owners: 'urn:li:sponsoredAccount:1' }],
	])('%s %p', async (node, parameters) => {
		alsoKnown = [REFRESH_TOKEN, CLIENT_SECRET, ID_TOKEN];
		// The others make a poll wait and try again.
		const atOnce = ANSWERS.filter(([name]) => !/409|a page/.test(name));
		for (const [, answers] of atOnce) {
			answer = answers;
			for (const mode of ['trigger', 'manual'] as const) {
				const harness = pollHarness({
					node,
					parameters: { authentication: 'oAuth2', maxCallsADay: 1_000, ...parameters },
					credentials: credential('oAuth2'),
					mode,
				});
				const failed: unknown[] = [];
				const out = await harness
					.poll()
					.catch((error: Error) => failed.push(error, error.message, error.stack));
				const log = [...harness.logs(), ...harness.calls()];
				expectNothingOf(SECRETS, [out, failed, log, harness.saved(), harness.memory()]);
			}
		}
		expect(seen).toContain(`Bearer ${TOKEN}`);
	});
});
