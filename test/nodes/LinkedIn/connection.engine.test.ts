import type { INodeParameters } from 'n8n-workflow';

import { connectTo, type ConnectionOptions } from '../../engine/connection';
import type { HarnessCredential } from '../../engine/credentials';
import { runNode, type RunOptions, type RunResult } from '../../engine/run';
import { faults, startSimulator, type Simulator } from '../../simulator';

/** Tokens, versions, cancelling, roles and lanes: what holds for every operation. */

const DAY_MS = 86_400_000;
const ACME = { __rl: true, mode: 'id', value: '2414183' };
const GLOBEX = { __rl: true, mode: 'id', value: '5583111' };
const LIST_POSTS: INodeParameters = { resource: 'post', operation: 'getMany', author: ACME };
const CREATE_POST: INodeParameters = { resource: 'post', operation: 'create', author: ACME, text: 'Once' };

let simulator: Simulator;
let runs = 0;

beforeEach(async () => {
	simulator = await startSimulator();
});
afterEach(async () => await simulator.close());

/** A credential of its own for each run, as much is remembered by credential. */
function connect(options: ConnectionOptions = {}): HarnessCredential {
	return { ...connectTo(simulator, options), name: `connection ${(runs += 1)}` };
}

function tokenOf({ data }: HarnessCredential): string {
	const stored = data.oauthTokenData as { access_token: string } | undefined;
	return stored?.access_token ?? String(data.accessToken);
}

/** Runs the node, and checks that no secret of the credential came out of it. */
async function run(
	parameters: INodeParameters,
	credential: HarnessCredential,
	more: Partial<RunOptions> = {},
): Promise<RunResult> {
	const before = JSON.stringify(credential.data);
	const result = await runNode({
		node: 'linkedInCommunity',
		parameters: {
			authentication: credential.type === 'linkedInSuiteOAuth2Api' ? 'oAuth2' : 'accessToken',
			...parameters,
		},
		credentials: credential,
		...more,
	});
	const { error, outputs, logs } = result;
	const said = JSON.stringify([outputs, logs, error?.message, error?.description, error?.context, error]);
	const stored = JSON.parse(before).oauthTokenData ?? {};
	const secrets = [JSON.parse(before).accessToken, stored.access_token, stored.refresh_token, 'suite-secret'];
	for (const secret of secrets.filter(Boolean)) expect(said).not.toContain(secret);
	return result;
}

const api = () => simulator.requests.filter(({ url }) => !url.startsWith('/oauth/'));
const renewals = () => simulator.requests.filter(({ url }) => url === '/oauth/v2/accessToken');

describe('a token that LinkedIn no longer takes', () => {
	test.each([
		['a read', LIST_POSTS],
		['a create', CREATE_POST],
	])('%s is sent again with a renewed token', async (_name, parameters) => {
		const credential = connect();
		const old = tokenOf(credential);
		simulator.state.tokens.revoke(old);
		const { error } = await run(parameters, credential);
		expect(error).toBeUndefined();
		expect(renewals()).toHaveLength(1);
		expect(api().at(-1)?.status).toBeLessThan(300);
		expect(tokenOf(credential)).not.toBe(old);
		expect(simulator.state.posts()).toHaveLength(parameters === CREATE_POST ? 1 : 0);
	});

	test('a token past its 60 days is renewed as well', async () => {
		const credential = connect();
		simulator.clock.advance(61 * DAY_MS);
		const { error } = await run(LIST_POSTS, credential);
		expect(error).toBeUndefined();
		expect(renewals()).toHaveLength(1);
	});

	test('several items at once all come through', async () => {
		const credential = connect();
		simulator.state.tokens.revoke(tokenOf(credential));
		const { error, outputs } = await run(CREATE_POST, credential, {
			items: [{ id: 1 }, { id: 2 }, { id: 3 }],
		});
		expect(error).toBeUndefined();
		expect(outputs[0]).toHaveLength(3);
		expect(simulator.state.posts()).toHaveLength(1);
	});

	test('day 61 without a refresh token: one call, and the error says to reconnect and why', async () => {
		const credential = connect({ refreshable: false });
		simulator.clock.advance(61 * DAY_MS);
		const { error } = await run(LIST_POSTS, credential);
		expect(error?.message).toMatch(/^This connection's token has expired/);
		expect(error?.description).toMatch(/connect again.*60 days.*approved partners/);
		expect(error).toMatchObject({ httpCode: '401' });
		expect(api()).toHaveLength(1);
		expect(renewals()).toEqual([]);
	});

	test('a refresh token that is refused: the error says to reconnect', async () => {
		const credential = connect();
		simulator.state.tokens.revokeAll('suite-app', 'ada');
		const { error } = await run({ ...LIST_POSTS, options: { maxWait: 2 } }, credential);
		expect(renewals()).toHaveLength(1);
		expect(error?.message).toMatch(/token has ended and could not be renewed|revoked|does not accept/);
		expect(error?.description).toMatch(/connect again/);
		expect(error).toMatchObject({ httpCode: '401' });
	});

	test('a renewed token that is refused as well ends in an error, not in a loop', async () => {
		simulator.faults.add(faults.restrictedMember({ times: Infinity }));
		const { error } = await run(LIST_POSTS, connect());
		expect(error?.message).toMatch(/restricted the member behind this connection/);
		expect(error?.description).toMatch(/Sign in at linkedin\.com/);
		expect(renewals()).toHaveLength(1);
		expect(api().length).toBeLessThanOrEqual(4);
	});

	test.each([
		['expired', () => simulator.clock.advance(61 * DAY_MS), /token has expired/],
		['revoked', () => simulator.state.tokens.revokeAll('suite-app', 'ada'), /was revoked/],
	])('a pasted token that is %s: one call', async (_name, end, message) => {
		const credential = connect({ authentication: 'accessToken' });
		end();
		const { error } = await run(LIST_POSTS, credential);
		expect(error?.message).toMatch(message);
		expect(error?.description).toMatch(/connect again/);
		expect(api()).toHaveLength(1);
	});

	test('on the error output the item holds the status, the code and the trace id', async () => {
		const credential = connect({ refreshable: false });
		simulator.clock.advance(61 * DAY_MS);
		const { outputs } = await run(LIST_POSTS, credential, { onError: 'continueErrorOutput' });
		const { json } = outputs[1][0];
		expect(json.details ?? json.message).toMatchObject({
			status: 401,
			code: 'EXPIRED_ACCESS_TOKEN',
			serviceErrorCode: 65602,
			requestId: expect.stringMatching(/\w/),
			field: 'Credential',
		});
	});
});

test('a pasted token works, and its unknown scopes are left to LinkedIn', async () => {
	const credential = connect({ authentication: 'accessToken', scopes: ['w_member_social'] });
	const { error } = await run(CREATE_POST, credential);
	expect(error).toMatchObject({ httpCode: '403' });
	expect(api()).toHaveLength(1);
});

test('a missing scope is refused without a call, naming scope, product and way out', async () => {
	const { error } = await run(CREATE_POST, connect({ scopes: ['openid', 'profile', 'w_member_social'] }));
	expect(error?.message).toBe('This connection lacks the scope w_organization_social');
	expect(error?.description).toMatch(/Community Management API.*connect again/);
	expect(simulator.requests).toEqual([]);
});

describe('a page without the role', () => {
	const rows: Array<[string, () => INodeParameters, RegExp]> = [
		[
			'posting',
			() => ({ ...CREATE_POST, author: { __rl: true, mode: 'id', value: '9999001' } }),
			/ADMINISTRATOR, CONTENT_ADMINISTRATOR or DIRECT_SPONSORED_CONTENT_POSTER/,
		],
		[
			'commenting as a page that lets me only post',
			() => ({
				resource: 'comment',
				operation: 'create',
				post: simulator.state.addPost({ author: '5583111', text: 'Hi' }).urn,
				actor: GLOBEX,
				text: 'Hi',
			}),
			/ADMINISTRATOR, DIRECT_SPONSORED_CONTENT_POSTER or RECRUITING_POSTER/,
		],
		[
			'reading comments of a page that lets me only post',
			() => ({
				resource: 'comment',
				operation: 'getMany',
				entity: simulator.state.addPost({ author: '5583111', text: 'Hi' }).urn,
			}),
			/ADMINISTRATOR or DIRECT_SPONSORED_CONTENT_POSTER/,
		],
	];
	test.each(rows)('%s: the error names the roles that may', async (_name, parameters, roles) => {
		const { error } = await run(parameters(), connect());
		expect(error).toMatchObject({ httpCode: '403' });
		expect(error?.message).toMatch(/^LinkedIn refuses this with the rights of this connection: /);
		expect(error?.description).toMatch(roles);
		expect(error?.description).toMatch(/Check what this connection may do/);
		expect(api()).toHaveLength(1);
	});
});

describe('the API version ends', () => {
	const versions = () => api().map(({ version }) => version);
	const pinned = (version: string, more: ConnectionOptions['fields'] = {}) =>
		connect({ fields: { version: 'custom', customVersion: version, ...more } });

	test('pin, then move on: the default answers, is remembered, and the first item says so', async () => {
		simulator.state.versions.end('202602');
		const credential = pinned('202602');
		simulator.state.addPost({ author: '2414183', text: 'Hi' });
		simulator.state.addPost({ author: '2414183', text: 'Ho' });
		const { outputs } = await run(LIST_POSTS, credential);
		expect(versions()).toEqual(['202602', '202609']);
		expect(outputs[0].map(({ json }) => json.notice)).toEqual([
			expect.stringMatching(/ended API version 202602.*moved on to 202609/),
			undefined,
		]);
		await run(LIST_POSTS, credential);
		expect(versions()).toEqual(['202602', '202609', '202609']);
	});

	test('a create that meets an ended version is made once', async () => {
		simulator.state.versions.end('202603');
		const { error } = await run(CREATE_POST, pinned('202603'));
		expect(error).toBeUndefined();
		expect(versions()).toEqual(['202603', '202609']);
		expect(simulator.state.posts()).toHaveLength(1);
	});

	test('a 400 with the same code means the same', async () => {
		simulator.faults.add({
			match: { path: /^\/rest\// },
			effect: {
				status: 400,
				body: {
					status: 400,
					code: 'NONEXISTENT_VERSION',
					message: 'Requested version 20260401 is not active',
				},
			},
		});
		const { error } = await run(LIST_POSTS, pinned('202604'));
		expect(error).toBeUndefined();
		expect(versions()).toEqual(['202604', '202609']);
	});

	test('pin: fail when it ends', async () => {
		simulator.state.versions.end('202605');
		const { error } = await run(LIST_POSTS, pinned('202605', { whenVersionEnds: 'fail' }));
		expect(error?.message).toMatch(/has ended or does not know API version 202605/);
		expect(error?.description).toMatch(/Choose a newer API Version in the credential/);
		expect(versions()).toEqual(['202605']);
	});

	test('a version that ends within 60 days is said on the first item', async () => {
		const soon = new Date(Date.now() - 330 * DAY_MS).toISOString().slice(0, 7).replace('-', '');
		simulator.state.versions.add(soon);
		simulator.state.addPost({ author: '2414183', text: 'Hi' });
		const { outputs } = await run(LIST_POSTS, pinned(soon));
		expect(outputs[0][0].json.notice).toMatch(
			new RegExp(`API version ${soon} (ends on|was due to end on) .*Choose a newer API Version`),
		);
	});

	test('where the default has ended too, the months after it are tried, newest first', async () => {
		const thisMonth = new Date().toISOString().slice(0, 7).replace('-', '');
		simulator.state.versions.end('202606');
		simulator.state.versions.end('202609');
		simulator.state.versions.add(thisMonth);
		const { error } = await run(LIST_POSTS, pinned('202606'));
		expect(error).toBeUndefined();
		expect(versions()).toEqual(['202606', '202609', thisMonth]);
	});

	test('at most three more calls are spent on finding a version, and refused ones are not tried again', async () => {
		for (const version of simulator.state.versions.live()) simulator.state.versions.end(version);
		const credential = pinned('202607');
		const { error } = await run(LIST_POSTS, credential);
		expect(error).toMatchObject({ httpCode: '426' });
		expect(versions().length).toBeLessThanOrEqual(4);
		expect(versions()).not.toContain('202609');
		const spent = versions().length;
		await run(LIST_POSTS, credential);
		expect(versions().length - spent).toBeLessThanOrEqual(spent);
	});
});

describe('a cancelled execution ends within a second', () => {
	const SLACK_MS = 1_000;
	const CANCEL_AFTER_MS = 400;
	/** In the middle of the third wait for a new post, and of the second look for a lost comment. */
	const IN_A_LONG_WAIT_MS = { firstComment: 1_800, lostComment: 900 };
	const race = () => {
		simulator.state.commentRaceMs = 60_000;
	};
	const rows: Array<[string, () => void, INodeParameters, number?]> = [
		['while LinkedIn does not answer', () => simulator.faults.add(faults.hang()), LIST_POSTS],
		[
			'while a throttled endpoint is closed',
			() =>
				simulator.faults.add({
					match: {},
					effect: { status: 429, body: { status: 429 }, headers: { 'retry-after': '50' } },
				}),
			LIST_POSTS,
		],
		[
			'while it waits to try a failed call again',
			() => simulator.faults.add(faults.unavailable({ times: Infinity })),
			LIST_POSTS,
		],
		[
			'while a first comment waits for its post',
			race,
			{ ...CREATE_POST, additionalFields: { firstComment: 'Link' } },
			IN_A_LONG_WAIT_MS.firstComment,
		],
		[
			'while a comment whose answer was lost is looked for',
			() => simulator.faults.add(faults.reset({ match: { restliMethod: 'CREATE' } })),
			{ resource: 'comment', operation: 'create', post: '', actor: ACME, text: 'Hi' },
			IN_A_LONG_WAIT_MS.lostComment,
		],
	];

	test.each(rows)('%s', async (_name, prepare, parameters, cancelAfterMs = CANCEL_AFTER_MS) => {
		const post = simulator.state.addPost({ author: '2414183', text: 'Old', createdAt: 1_790_000_000_000 });
		prepare();
		const startedAt = Date.now();
		await run({ ...parameters, ...(parameters.post === '' && { post: post.urn }) }, connect(), {
			cancelAfterMs,
		});
		expect(Date.now() - startedAt).toBeLessThan(cancelAfterMs + SLACK_MS);
	});

	test('and is canceled, not failed', async () => {
		simulator.faults.add(faults.hang());
		const { status } = await run(LIST_POSTS, connect(), { cancelAfterMs: CANCEL_AFTER_MS });
		expect(status).toBe('canceled');
	});

	test('writes that waited for their turn are not sent after the cancellation', async () => {
		simulator.faults.add(faults.slow(300, { times: Infinity }));
		await run({ ...CREATE_POST, text: '={{ $json.text }}' }, connect(), {
			items: Array.from({ length: 8 }, (_, index) => ({ text: `Number ${index}` })),
			cancelAfterMs: CANCEL_AFTER_MS,
		});
		await new Promise((resolve) => setTimeout(resolve, SLACK_MS));
		expect(api().length).toBeLessThanOrEqual(2);
	});
});

describe('lanes of a credential', () => {
	/** How many requests were unanswered at the simulator, at each arrival. */
	function watchInFlight(): number[] {
		const seen: number[] = [];
		const log = simulator.requests;
		const push = log.push.bind(log);
		log.push = (...entries) => {
			const length = push(...entries);
			seen.push(log.filter(({ status }) => status === 0).length);
			return length;
		};
		return seen;
	}

	test('30 items that read run four at once, no more', async () => {
		simulator.faults.add(faults.slow(40, { times: Infinity }));
		const inFlight = watchInFlight();
		const { outputs, error } = await run(LIST_POSTS, connect(), {
			items: Array.from({ length: 30 }, (_, id) => ({ id })),
		});
		expect(error).toBeUndefined();
		expect(outputs[0]).toEqual([]);
		expect(inFlight).toHaveLength(30);
		expect(Math.max(...inFlight)).toBe(4);
	});

	test('two nodes with one credential share the four places', async () => {
		simulator.faults.add(faults.slow(40, { times: Infinity }));
		const inFlight = watchInFlight();
		const credential = connect();
		const items = Array.from({ length: 10 }, (_, id) => ({ id }));
		await Promise.all([run(LIST_POSTS, credential, { items }), run(LIST_POSTS, credential, { items })]);
		expect(inFlight).toHaveLength(20);
		expect(Math.max(...inFlight)).toBe(4);
	});

	test('writes go one after another, in the order of the items', async () => {
		simulator.faults.add(faults.slow(20, { times: Infinity }));
		const inFlight = watchInFlight();
		await run({ ...CREATE_POST, text: '={{ $json.text }}' }, connect(), {
			items: Array.from({ length: 6 }, (_, index) => ({ text: `Number ${index}` })),
		});
		expect(inFlight).toEqual([1, 1, 1, 1, 1, 1]);
		expect(api().map(({ body }) => JSON.parse(body).commentary)).toEqual(
			Array.from({ length: 6 }, (_, index) => `Number ${index}`),
		);
	});

	test('a throttle on one endpoint lets another go on', async () => {
		simulator.faults.add({
			match: { restliMethod: 'FINDER' },
			effect: { status: 429, body: { status: 429 }, headers: { 'retry-after': '2' } },
		});
		const credential = connect();
		const throttled = run(LIST_POSTS, credential);
		const { error } = await run(CREATE_POST, credential);
		expect(error).toBeUndefined();
		await throttled;
		expect(api().map(({ restliMethod, status }) => [restliMethod, status])).toEqual(
			expect.arrayContaining([
				['FINDER', 429],
				['CREATE', 201],
				['FINDER', 200],
			]),
		);
		expect(api().at(-1)?.restliMethod).toBe('FINDER');
	});
});

describe('headers of every call', () => {
	const sent = async (parameters: INodeParameters, options: ConnectionOptions = {}) => {
		await run(parameters, connect(options));
		const [{ headers, version }] = api();
		return {
			version,
			protocol: headers['x-restli-protocol-version'],
			method: headers['x-restli-method'],
			type: headers['content-type'],
		};
	};
	const call = (method: string, more: INodeParameters = {}): INodeParameters => ({
		resource: 'api',
		operation: 'call',
		method,
		path: '/rest/posts',
		...more,
	});

	// Contract §1.1: version and protocol on all of /rest, the method where LinkedIn asks for it, a type for a body.
	const RESTLI = { version: '202609', protocol: '2.0.0' };
	test.each<[string, INodeParameters, object]>([
		['a finder', call('FINDER', { query: '{"q":"author"}' }), { ...RESTLI, method: 'FINDER' }],
		[
			'a batch',
			call('BATCH_GET', { query: '{"ids":["urn:li:share:1"]}' }),
			{ ...RESTLI, method: 'BATCH_GET' },
		],
		['a create', CREATE_POST, { ...RESTLI, method: 'CREATE', type: 'application/json' }],
		[
			'a partial update',
			{ resource: 'post', operation: 'update', post: 'urn:li:share:1', updateFields: { text: 'New' } },
			{ ...RESTLI, method: 'PARTIAL_UPDATE', type: 'application/json' },
		],
		[
			'a delete',
			{ resource: 'post', operation: 'delete', post: 'urn:li:share:1' },
			{ ...RESTLI, method: 'DELETE' },
		],
	])('%s', async (_name, parameters, headers) => {
		expect(await sent(parameters)).toEqual(headers);
	});

	test('under /v2 no version is sent', async () => {
		const { activity } = simulator.state.addPost({ author: '2414183', text: 'Hi' });
		const comment = { resource: 'comment', operation: 'create', post: activity, text: 'Hi' };
		const selfServe = {
			app: 'self-serve-app',
			member: 'bob',
			scopes: ['openid', 'profile', 'w_member_social'],
		};
		expect(await sent(comment, selfServe)).toEqual({
			protocol: '2.0.0',
			method: 'CREATE',
			type: 'application/json',
		});
		expect(api().map(({ url, status }) => [url.split('/')[1], status])).toEqual([['v2', 201]]);
	});
});

test('a redirect is not followed, as the token would travel to another host', async () => {
	const elsewhere = await startSimulator();
	simulator.faults.add({
		match: { path: /^\/rest\// },
		times: Infinity,
		effect: { status: 302, headers: { location: `${elsewhere.url}/rest/posts` } },
	});
	const { error } = await run({ ...LIST_POSTS, options: { maxWait: 0 } }, connect());
	expect(error?.message).toMatch(/web page or nothing at all \(status 302\)/);
	expect(elsewhere.requests).toEqual([]);
	await elsewhere.close();
});
