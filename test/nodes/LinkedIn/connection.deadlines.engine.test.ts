import type { INodeParameters } from 'n8n-workflow';

import { DEADLINE_MS } from '../../../nodes/LinkedIn/transport/limits/callLimits';
import type { HarnessCredential } from '../../engine/credentials';
import { listSearch } from '../../engine/options';
import { pollHarness } from '../../engine/poll';
import { ACME, connect, CREATE_POST, LIST_POSTS, run, simulateForEachTest } from './connectedRun';
import { dripBody, dripHead, json, PlainServer, silent, type Handler } from './plainServer';

/**
 * An answer that arrives byte by byte defeats an idle timeout, the only one of n8n's client. Each call has a deadline
 * for its whole answer, after which the connection is closed.
 */

simulateForEachTest();

const SHORT_MS = 300;
/** A deadline is checked a few times a second, and the machine may be busy. */
const SLACK_MS = 6_000;

let server: PlainServer;
let isLoaded = false;
const authentications = ['oAuth2', 'accessToken'] as const;

async function serve(handle: Handler): Promise<void> {
	server = await new PlainServer(handle).start();
}

// The first run of a file loads n8n's engine and all nodes, which doesn't count.
beforeEach(async () => {
	if (isLoaded) return;
	isLoaded = true;
	await run(LIST_POSTS, connect());
});

beforeEach(() => {
	for (const kind of ['read', 'write', 'upload'] as const) jest.replaceProperty(DEADLINE_MS, kind, SHORT_MS);
});
afterEach(async () => {
	jest.restoreAllMocks();
	await server?.close();
});

/** A credential for the test's server. */
function credentialFor(authentication: (typeof authentications)[number] = 'oAuth2'): HarnessCredential {
	const credential = connect({ authentication });
	Object.assign(credential.data, { apiHost: server.url, oauthHost: server.url });
	return credential;
}

const atOnce = (parameters: INodeParameters): INodeParameters => ({ ...parameters, options: { maxWait: 0 } });

async function timed<T>(work: () => Promise<T>): Promise<{ tookMs: number; result: T }> {
	const begunAt = performance.now();
	const result = await work();
	return { tookMs: performance.now() - begunAt, result };
}

const slowAnswers: Array<[string, Handler]> = [
	['whose body comes a byte at a time', dripBody()],
	['whose head comes a byte at a time', dripHead],
	['that does not come', silent],
];

describe.each(authentications)('with %s an answer', (authentication) => {
	test.each(slowAnswers)(
		'%s ends a read at the deadline, and the connection is closed',
		async (_what, slow) => {
			await serve(slow);
			const credential = credentialFor(authentication);
			const { tookMs, result } = await timed(async () => await run(atOnce(LIST_POSTS), credential));
			expect(result.error?.message).toMatch(/^No answer came from http:.*: it took too long$/);
			expect(tookMs).toBeLessThan(SHORT_MS + SLACK_MS);
			expect(await server.isLeft()).toBe(true);
		},
	);

	test.each(slowAnswers.slice(1))('%s leaves the outcome of a create unknown', async (_what, slow) => {
		await serve(slow);
		const { tookMs, result } = await timed(
			async () =>
				await run(atOnce(CREATE_POST), credentialFor(authentication), { onError: 'continueRegularOutput' }),
		);
		const [{ json: item }] = result.outputs[0];
		expect(item.error).toMatch(/^The outcome is unknown/);
		// LinkedIn refuses a duplicate post with text, so it's sent once more.
		expect(server.arrived.filter((arrived) => arrived === 'POST /rest/posts')).toHaveLength(2);
		expect(tookMs).toBeLessThan(2 * SHORT_MS + 2 * SLACK_MS);
		expect(await server.isLeft()).toBe(true);
	});

	test('whose head says that it was done is success, though the rest does not come', async () => {
		await serve(dripBody(201, { 'x-restli-id': 'urn:li:share:7' }));
		const { outputs, error } = await run(CREATE_POST, credentialFor(authentication));
		expect(error).toBeUndefined();
		expect(outputs[0][0].json).toMatchObject({ urn: 'urn:li:share:7' });
		expect(server.arrived).toEqual(['POST /rest/posts']);
		expect(await server.isLeft()).toBe(true);
	});

	test('to an upload that does not come ends the upload', async () => {
		await serve((request, response, body) => {
			if (request.method === 'PUT') return silent(request, response, body);
			const value = { image: 'urn:li:image:1', uploadUrl: `${server.url}/upload` };
			return json(200, { value })(request, response, body);
		});
		const png =
			'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
		const { tookMs, result } = await timed(
			async () =>
				await run(
					atOnce({ resource: 'media', operation: 'uploadImage', owner: ACME }),
					credentialFor(authentication),
					{
						items: [
							{
								json: {},
								binary: { data: { data: png, mimeType: 'image/png', fileName: 'a.png' } },
							},
						],
					},
				),
		);
		expect(server.arrived).toContain('PUT /upload');
		expect(result.error?.message).toMatch(/broke while sending the image/);
		expect(tookMs).toBeLessThan(SHORT_MS + SLACK_MS);
		expect(await server.isLeft()).toBe(true);
	});
});

test.each([
	['read', 'GET', LIST_POSTS, /^No answer came from http:\/\/127\.0\.0\.1:\d+: it took too long$/],
	['write', 'POST', CREATE_POST, /^The outcome is unknown: .* \(CREATE \/rest\/posts\)/],
] as const)('a %s has a deadline of its own', async (kind, method, parameters, message) => {
	for (const other of ['read', 'write', 'upload'] as const) {
		if (other !== kind) jest.replaceProperty(DEADLINE_MS, other, 600_000);
	}
	// The look-up of a lost write is a read, and is answered.
	await serve((...given) => (given[0].method === method ? silent : json(200, { elements: [] }))(...given));
	const { tookMs, result } = await timed(async () => await run(atOnce(parameters), credentialFor()));
	expect(result.error?.message).toMatch(message);
	expect(tookMs).toBeLessThan(2 * SHORT_MS + 2 * SLACK_MS);
});

describe('a read that takes too long', () => {
	test('is sent again as after any silence, and its item comes through', async () => {
		let count = 0;
		await serve((...given) => {
			count += 1;
			return (count === 1 ? dripBody() : json(200, { elements: [] }))(...given);
		});
		const { error } = await run({ ...LIST_POSTS, options: { maxWait: 20 } }, credentialFor());
		expect(error).toBeUndefined();
		expect(server.arrived).toHaveLength(2);
	});

	test('of one item lets the others go on', async () => {
		await serve((request, response, body) =>
			request.url?.includes('777')
				? dripBody()(request, response, body)
				: json(200, { elements: [] })(request, response, body),
		);
		const { outputs } = await run(
			atOnce({ ...LIST_POSTS, author: { ...ACME, value: '={{ $json.page }}' } }),
			credentialFor(),
			{ items: ['1', '777', '2'].map((page) => ({ page })), onError: 'continueErrorOutput' },
		);
		expect(outputs[1]).toHaveLength(1);
		expect(await server.isLeft()).toBe(true);
	});

	test("ends by the user's own timeout where that is shorter", async () => {
		jest.replaceProperty(DEADLINE_MS, 'read', 60_000);
		await serve(dripBody());
		const parameters = { ...atOnce(LIST_POSTS), requestOptions: { timeout: SHORT_MS } };
		const { tookMs, result } = await timed(async () => await run(parameters, credentialFor()));
		expect(result.error?.message).toMatch(/took too long/);
		expect(tookMs).toBeLessThan(SHORT_MS + SLACK_MS);
	});

	test('ends at once with a cancelled execution', async () => {
		jest.replaceProperty(DEADLINE_MS, 'read', 60_000);
		await serve(dripBody());
		const { tookMs, result } = await timed(
			async () => await run(LIST_POSTS, credentialFor(), { cancelAfterMs: SHORT_MS }),
		);
		expect(result.status).toBe('canceled');
		expect(tookMs).toBeLessThan(SHORT_MS + SLACK_MS);
		expect(await server.isLeft()).toBe(true);
	});
});

describe.each(authentications)('with %s everything else that asks', (authentication) => {
	test('Check Access', async () => {
		await serve(dripBody());
		const { tookMs } = await timed(
			async () =>
				await run(atOnce({ resource: 'profile', operation: 'checkAccess' }), credentialFor(authentication)),
		);
		expect(tookMs).toBeLessThan(10 * SHORT_MS + SLACK_MS);
		expect(server.arrived.length).toBeGreaterThan(0);
		expect(await server.isLeft()).toBe(true);
	});

	test('a picker', async () => {
		await serve(dripBody());
		const credential = credentialFor(authentication);
		const { tookMs } = await timed(async () =>
			Promise.allSettled([
				listSearch({
					node: 'linkedInCommunity',
					parameters: { authentication },
					credentials: credential,
					method: 'searchPages',
				}),
			]),
		);
		expect(server.arrived.length).toBeGreaterThan(0);
		expect(tookMs).toBeLessThan(10 * SHORT_MS + SLACK_MS);
		expect(await server.isLeft()).toBe(true);
	});

	// A manual run, because calls of other polls may take 30 seconds.
	test('a poll of a trigger', async () => {
		let count = 0;
		await serve((...given) => {
			count += 1;
			return (count === 1 ? dripBody() : json(403, { status: 403, message: 'No' }))(...given);
		});
		const trigger = pollHarness({
			node: 'linkedInCommunityTrigger',
			parameters: { authentication, watch: 'pages', pages: ['urn:li:organization:2414183'] },
			credentials: credentialFor(authentication),
			mode: 'manual',
		});
		const { tookMs } = await timed(async () => await Promise.allSettled([trigger.poll()]));
		expect(server.arrived.length).toBeGreaterThan(0);
		expect(tookMs).toBeLessThan(20 * SHORT_MS + SLACK_MS);
		expect(await server.isLeft()).toBe(true);
	});
});
