import { ACME, enc, send, startAtNow, textPost, tokenOf } from './wire';
import { faults, timings } from './index';
import type { Simulator } from './index';

const NOW = Date.UTC(2026, 9, 5, 12);

let simulator: Simulator;
let token: string;
beforeEach(async () => {
	simulator = await startAtNow();
	token = tokenOf(simulator, 'ada');
});
afterEach(async () => simulator.close());

const create = async (text = 'x') =>
	send(simulator, { method: 'POST', path: '/rest/posts', body: textPost(ACME, text), token });
const lookup = async () => send(simulator, { path: '/rest/organizationsLookup?ids=List(2414183)', token });

describe('faults by name answer as LinkedIn does', () => {
	it.each([
		['tooManyRequests', 429, 'TOO_MANY_REQUESTS'],
		['commentThrottle', 429, undefined],
		['dailyLimit', 429, 'TOO_MANY_REQUESTS'],
		['quotaExceeded', 429, 'QUOTA_EXCEEDED'],
		['expiredToken', 401, 'EXPIRED_ACCESS_TOKEN'],
		['revokedToken', 401, 'REVOKED_ACCESS_TOKEN'],
		['restrictedMember', 401, 'RESTRICTED_MEMBER'],
		['accessDenied', 403, 'ACCESS_DENIED'],
		['notFound', 404, 'NOT_FOUND'],
		['conflict', 409, 'CONFLICT'],
		['timeout', 408, 'TIMEOUT'],
		['nonexistentVersion', 426, 'NONEXISTENT_VERSION'],
		['serverError', 500, 'INTERNAL_SERVER_ERROR'],
		['unavailable', 503, 'SERVICE_UNAVAILABLE'],
		['gatewayTimeout', 504, 'GATEWAY_TIMEOUT'],
	] as const)('%s', async (name, status, code) => {
		simulator.faults.add(faults[name]());
		const reply = await lookup();
		expect([reply.status, reply.json.status, reply.json.code]).toEqual([status, status, code]);
		expect((await lookup()).status).toBe(200);
	});

	it.each(Object.entries(timings(NOW)))('throttled, with headers of %s', async (_timing, value) => {
		simulator.faults.add(faults.throttled({ 'Retry-After': value, 'X-RateLimit-Reset': value }));
		const { status, json, headers } = await lookup();
		expect([status, json.code]).toEqual([429, 'TOO_MANY_REQUESTS']);
		expect([headers['retry-after'], headers['x-ratelimit-reset']]).toEqual([value, value]);
		expect(simulator.requests.at(-1)?.comeBack).toBe(value);
	});

	it('html and an empty body', async () => {
		simulator.faults.add(faults.html());
		simulator.faults.add(faults.emptyBody());
		const [html, empty] = [await lookup(), await lookup()];
		expect([html.status, html.headers['content-type'], html.text.slice(0, 9)]).toEqual([
			502,
			'text/html; charset=utf-8',
			'<!DOCTYPE',
		]);
		expect([empty.status, empty.text]).toEqual([500, '']);
	});
});

describe('a fault strikes', () => {
	it('by rewriting what LinkedIn answers', async () => {
		const rewrite = (body: unknown) => ({ was: Object.keys(body as object) });
		simulator.faults.add({ match: {}, effect: 'pass', spoils: { body: rewrite } });
		const { status, json } = await lookup();
		expect({ status, json }).toEqual({ status: 200, json: { was: ['results', 'statuses', 'errors'] } });
		expect((await lookup()).json).toHaveProperty('results');
	});

	it('only what it matches, after some pass, as often as it says', async () => {
		simulator.faults.add(
			faults.serverError({
				match: { restliMethod: 'create', method: 'POST', path: /^\/rest\/posts/ },
				after: 1,
				times: 2,
			}),
		);
		expect((await lookup()).status).toBe(200);
		const statuses = [];
		for (const text of ['a', 'b', 'c', 'd']) statuses.push((await create(text)).status);
		expect(statuses).toEqual([201, 500, 500, 201]);
		expect(simulator.requests.map((one) => one.fault)).toEqual([
			undefined,
			undefined,
			'status 500',
			'status 500',
			undefined,
		]);
	});

	it('without end until it is cleared', async () => {
		simulator.faults.add(faults.unavailable({ times: Infinity }));
		expect([(await lookup()).status, (await lookup()).status]).toEqual([503, 503]);
		simulator.faults.clear();
		expect((await lookup()).status).toBe(200);
	});

	it('before the work: a reset leaves nothing behind', async () => {
		simulator.faults.add(faults.reset());
		await expect(create()).rejects.toThrow();
		expect(simulator.state.posts()).toHaveLength(0);
		expect(simulator.requests).toMatchObject([{ fault: 'reset', status: 0, endpoint: 'CREATE /rest/posts' }]);
	});

	it.each(['resetAfterHandling', 'serverErrorAfterHandling'] as const)(
		'after the work: with %s the post is there although the caller saw a failure',
		async (name) => {
			simulator.faults.add(faults[name]());
			const status = await create('ambiguous').then(
				(reply) => reply.status,
				() => 'broken',
			);
			expect(status).toBe(name === 'resetAfterHandling' ? 'broken' : 500);
			expect(simulator.state.posts().map((post) => post.parts)).toEqual([
				[{ kind: 'text', text: 'ambiguous' }],
			]);
			expect((await create('ambiguous')).status).toBe(422);
		},
	);

	it('by never answering, which does not keep the simulator from closing', async () => {
		simulator.faults.add(faults.hang());
		const broken = lookup().then(
			() => 'answered',
			() => 'broken',
		);
		while (simulator.requests.length === 0) await new Promise((resolve) => setImmediate(resolve));
		await simulator.close();
		expect(await broken).toBe('broken');
	});

	it('by answering late, never early', async () => {
		const delayMs = 20;
		simulator.faults.add(faults.slow(delayMs));
		const sentAtMs = performance.now();
		expect((await lookup()).status).toBe(200);
		expect(performance.now() - sentAtMs).toBeGreaterThanOrEqual(delayMs);
		expect(simulator.requests).toMatchObject([{ fault: 'pass', status: 200 }]);
	});

	it('by answering late what is done at once', async () => {
		simulator.faults.add(faults.slow(200));
		const answer = create('late');
		while (simulator.requests.length === 0) await new Promise((resolve) => setImmediate(resolve));
		expect(simulator.requests).toMatchObject([{ status: 0 }]);
		expect(simulator.state.posts()).toHaveLength(1);
		expect((await answer).status).toBe(201);
	});

	it('OAuth too, where it is told to', async () => {
		simulator.faults.add(faults.unavailable({ match: { path: /accessToken/ } }));
		const path = '/oauth/v2/accessToken';
		const form = { 'content-type': 'application/x-www-form-urlencoded' };
		const reply = await send(simulator, { method: 'POST', path, body: 'a=1', headers: form, token: null });
		expect(reply.status).toBe(503);
	});
});

it('the clock jumps and runs on', async () => {
	const before = simulator.clock.now();
	simulator.clock.advance(3_600_000);
	expect(simulator.clock.now() - before).toBeGreaterThanOrEqual(3_600_000);
	simulator.clock.set(Date.UTC(2026, 11, 31));
	const { createdAt } = simulator.state.addPost({ author: ACME, text: 'x' });
	expect(new Date(createdAt).toISOString().slice(0, 10)).toBe('2026-12-31');
	expect(
		(await send(simulator, { path: `/rest/posts/${enc('urn:li:share:1')}`, token })).json.serviceErrorCode,
	).toBe(65602);
});
