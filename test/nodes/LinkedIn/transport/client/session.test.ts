import { notAfterReset } from '../../../../../nodes/LinkedIn/transport/limits/quota';
import type { RestliRequest } from '../../../../../nodes/LinkedIn/transport/types';
import { fakeHost, RENEWED, TOKEN } from '../fakeHost';
import { closeTheInternet, created, ok, page, refusals, Wire, type Played } from '../mockServer';
import {
	attempt,
	create,
	html,
	read,
	refusedConnection,
	remove,
	update,
	watchAttempts,
	withHeaders,
	word,
} from './attempts';

/** The result of each answer, with real HTTP calls. */

closeTheInternet();
watchAttempts();

describe('a refused request', () => {
	it.each([
		['a read', 'GET', read],
		['a create', 'POST', create],
		['a patch', 'POST', update],
		['a delete', 'DELETE', remove],
	] as const)('is sent again when it is %s: 429, then 409, then done', async (_what, verb, request) => {
		const conflict: Played = {
			status: 409,
			body: { code: 'CONFLICT', message: 'A write conflict occurred.' },
		};
		const wire = new Wire().on(verb, refusals.throttled, conflict, ok({ id: 1 }));
		expect(word(await attempt(request))).toBe(200);
		expect(wire.arrived).toHaveLength(3);
	});

	it('ends with its own error when Max Wait is over', async () => {
		const wire = new Wire().on('POST', refusals.throttled, refusals.throttled);
		const result = await attempt(create, { maxWaitMs: 700 });
		expect(result).toMatchObject({
			ok: false,
			error: {
				message: expect.stringContaining('Resource level throttle limit'),
				details: { status: 429, code: 'TOO_MANY_REQUESTS', serviceErrorCode: 101 },
			},
		});
		expect(wire.arrived).toHaveLength(2);
	});

	it('fails at once with the time when LinkedIn asks for more than Max Wait', async () => {
		const wire = new Wire().on('GET', withHeaders(refusals.throttled, { 'Retry-After': '3600' }));
		const before = Date.now();
		const result = await attempt(read, { maxWaitMs: 1000 });
		expect(word(result)).toBe('TOO_MANY_REQUESTS');
		const retryAt = Date.parse((!result.ok && result.error.details.retryAt) || '');
		expect(retryAt).toBeGreaterThanOrEqual(notAfterReset(before + 3_600_000, before));
		expect(retryAt).toBeLessThan(before + 3_660_000);
		expect(wire.arrived).toHaveLength(1);
	});

	it.each([400, 403, 404, 422])('with %d is final at once', async (status) => {
		const wire = new Wire().on('POST', { status, body: { status, code: 'X', message: 'No.' } });
		expect(word(await attempt(create))).toBe('X');
		expect(wire.arrived).toHaveLength(1);
	});

	it('keeps LinkedIn’s words, code and trace id', async () => {
		new Wire().on('POST', refusals.denied);
		expect(await attempt(create)).toMatchObject({
			error: {
				message: expect.stringContaining('Not enough permissions to access: posts.CREATE.20260901'),
				details: { status: 403, code: 'ACCESS_DENIED', serviceErrorCode: 100, requestId: 'AAYG+wH0mZk=' },
			},
		});
	});

	it('throws the same error from request()', async () => {
		new Wire().on('POST', refusals.denied);
		const linkedin = await fakeHost().connect();
		await expect(linkedin.request(create)).rejects.toMatchObject({ details: { code: 'ACCESS_DENIED' } });
	});
});

describe('a host that is down', () => {
	it.each([
		['ECONNREFUSED', 'nothing listens there'],
		['ENOTFOUND', 'no such host'],
	])('(%s) is named, and a create was surely not done', async (fails, fault) => {
		new Wire().on('POST', { fails });
		expect(await attempt(create, { maxWaitMs: 0 })).toMatchObject({
			ok: false,
			error: {
				message: `No answer came from https://api.linkedin.com: ${fault}`,
				details: { status: null, code: 'NO_ANSWER', field: 'API Host' },
			},
		});
	});

	it('and comes back gets the create once', async () => {
		const wire = new Wire().on('POST', refusedConnection, created('urn:li:share:1'));
		expect(word(await attempt(create))).toBe(201);
		expect(wire.arrived).toHaveLength(2);
	});
});

describe('an answer that is a web page', () => {
	it.each([200, 302, 400, 403, 404])('with status %d is one clear error and no result', async (status) => {
		new Wire().on('GET', html(status));
		const result = await attempt(read);
		expect(result).toMatchObject({
			ok: false,
			error: { message: expect.stringContaining(String(status)), details: { status, field: 'API Host' } },
		});
		expect(JSON.stringify(result)).not.toContain('<html>');
	});

	it('with status 502 is waited out', async () => {
		new Wire().on('GET', html(502), page([1]));
		expect(word(await attempt(read))).toBe(200);
	});

	it('with status 200 does not make a create look done, nor undone', async () => {
		const wire = new Wire().on('POST', html(200));
		expect(await attempt(create)).toMatchObject({
			ok: false,
			error: { details: { code: 'OUTCOME_UNKNOWN', field: null } },
		});
		expect(wire.arrived).toHaveLength(1);
	});

	it('with status 429 is a throttling', async () => {
		new Wire().on('POST', html(429), created('urn:li:share:1'));
		expect(word(await attempt(create))).toBe(201);
	});
});

describe('an ended token', () => {
	it.each([1, 2] as const)('is renewed on %d.x, and a create is done once', async (line) => {
		const wire = new Wire().on(
			'POST',
			...(line === 1 ? [refusals.expired] : []),
			refusals.expired,
			created('urn:li:share:1'),
		);
		expect(word(await attempt(create, { line, refresh: 'renews' }))).toBe(201);
		expect(new Set(wire.arrived.slice(0, -1).map(({ token }) => token))).toEqual(new Set([TOKEN]));
		expect(wire.arrived.at(-1)?.token).toBe(RENEWED);
	});

	it.each([1, 2] as const)('on day 61 without a refresh token says so at once on %d.x', async (line) => {
		const wire = new Wire().on('POST', refusals.expired);
		expect(await attempt(create, { line })).toMatchObject({
			ok: false,
			error: {
				message: expect.stringContaining('The token used in the request has expired'),
				details: {
					status: 401,
					code: 'EXPIRED_ACCESS_TOKEN',
					advice: expect.stringMatching(/connect again.*60 days/s),
				},
			},
		});
		expect(wire.arrived).toHaveLength(1);
	});

	it.each([
		['a read', read, 'GET'],
		['a create', create, 'POST'],
	] as const)(
		'whose renewal is refused in LinkedIn’s words says to reconnect: %s',
		async (_what, request, verb) => {
			const wire = new Wire().on(verb, refusals.expired);
			const refresh = {
				error: 'invalid_request',
				error_description:
					'The provided authorization grant or refresh token is invalid, expired or revoked.',
			};
			expect(word(await attempt(request, { refresh, maxWaitMs: 100 }))).toBe('RECONNECT');
			expect(wire.arrived).toHaveLength(1);
		},
	);

	it('of a pasted token is reported at once', async () => {
		const wire = new Wire().on('GET', refusals.expired);
		expect(word(await attempt(read, { authentication: 'accessToken' }))).toBe('EXPIRED_ACCESS_TOKEN');
		expect(wire.arrived).toHaveLength(1);
	});
});

describe('a cancelled execution ends at once, with its own reason,', () => {
	it.each<
		[
			string,
			RestliRequest,
			Wire['on'] extends (verb: infer V, ...rest: never[]) => unknown ? V : never,
			Played[],
		]
	>([
		['while a request hangs', read, 'GET', [{ status: 200, body: {}, delayMs: 30_000 }]],
		['while a create hangs', create, 'POST', [{ status: 201, delayMs: 30_000 }]],
		[
			'while it waits to send again',
			read,
			'GET',
			[withHeaders(refusals.unavailable, { 'Retry-After': '30' })],
		],
		[
			'while the endpoint is closed',
			create,
			'POST',
			[withHeaders(refusals.throttled, { 'Retry-After': '30' })],
		],
	])('%s', async (_when, request, verb, answers) => {
		const stop = new AbortController();
		const reason = new Error('cancelled by the user');
		const wire = new Wire().on(verb, ...answers);
		const running = attempt(request, { signal: stop.signal });
		const ending = expect(running).rejects.toBe(reason);
		await new Promise((resolve) => setTimeout(resolve, 150));
		expect(wire.arrived).toHaveLength(1);
		const abortedAt = Date.now();
		stop.abort(reason);
		await ending;
		expect(Date.now() - abortedAt).toBeLessThan(10_000);
	});

	it('and leaves its place in the lane to others', async () => {
		const stop = new AbortController();
		const credentialId = 'cred-cancelled';
		new Wire().on('POST', { status: 201, delayMs: 30_000 }, created('urn:li:share:1'));
		const running = Promise.allSettled([attempt(create, { credentialId, signal: stop.signal })]);
		await new Promise((resolve) => setTimeout(resolve, 100));
		const next = attempt(create, { credentialId });
		stop.abort(new Error('cancelled'));
		await running;
		expect(word(await next)).toBe(201);
	});
});

describe('a request at the OAuth host', () => {
	const discovery: RestliRequest = {
		restliMethod: 'GET',
		path: '/oauth/.well-known/openid-configuration',
		isAtOAuthHost: true,
	};

	it('goes to the host that issues the tokens, without one and without a version', async () => {
		const wire = new Wire('https://www.linkedin.com').on('GET', ok({ issuer: 'x' }));
		expect(await attempt(discovery)).toMatchObject({ ok: true, reply: { body: { issuer: 'x' } } });
		expect(wire.arrived).toMatchObject([{ path: discovery.path, token: undefined }]);
		expect(wire.versions).toEqual([undefined]);
	});

	it('is sent again like any read, and its failure names that host', async () => {
		const wire = new Wire('https://www.linkedin.com').on('GET', refusals.unavailable, refusedConnection);
		const result = await attempt(discovery, { maxWaitMs: 700 });
		expect(result).toMatchObject({
			ok: false,
			error: { message: expect.stringContaining('https://www.linkedin.com') },
		});
		expect(wire.arrived).toHaveLength(2);
	});
});
