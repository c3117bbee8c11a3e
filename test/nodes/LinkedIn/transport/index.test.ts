import { connect, type LinkedIn, type RestliRequest } from '../../../../nodes/LinkedIn/transport';
import { LinkedInError } from '../../../../nodes/LinkedIn/transport/errors';
import { fakeHost, SECRETS, TOKEN } from './fakeHost';
import { closeTheInternet, created, ok, page, refusals, Wire } from './wire';

closeTheInternet();

const POSTS = '/rest/posts';
const post = { commentary: 'Hello' };

describe('the headers', () => {
	/** Contract §1.1 and §1.2. */
	it.each<[RestliRequest['restliMethod'], 'GET' | 'POST' | 'PUT' | 'DELETE', string | undefined]>([
		['GET', 'GET', undefined],
		['BATCH_GET', 'GET', 'BATCH_GET'],
		['GET_ALL', 'GET', 'GET_ALL'],
		['FINDER', 'GET', 'FINDER'],
		['BATCH_FINDER', 'GET', 'BATCH_FINDER'],
		['CREATE', 'POST', 'CREATE'],
		['BATCH_CREATE', 'POST', 'BATCH_CREATE'],
		['PARTIAL_UPDATE', 'POST', 'PARTIAL_UPDATE'],
		['BATCH_PARTIAL_UPDATE', 'POST', 'BATCH_PARTIAL_UPDATE'],
		['ACTION', 'POST', 'ACTION'],
		['UPDATE', 'PUT', 'UPDATE'],
		['BATCH_UPDATE', 'PUT', 'BATCH_UPDATE'],
		['DELETE', 'DELETE', 'DELETE'],
		['BATCH_DELETE', 'DELETE', 'BATCH_DELETE'],
	])('of %s go by %s', async (restliMethod, verb, header) => {
		const wire = new Wire().on(verb, ok({}));
		const linkedin = await fakeHost().connect();
		await linkedin.request({ restliMethod, path: POSTS });
		expect(wire.arrived).toHaveLength(1);
		const { method, headers, token } = wire.arrived[0];
		expect(method).toBe(verb);
		expect(token).toBe(TOKEN);
		expect(headers['x-restli-method']).toBe(header);
		expect(headers['linkedin-version']).toBe('202609');
		expect(headers['x-restli-protocol-version']).toBe('2.0.0');
	});

	it('of /v2 have no version', async () => {
		const wire = new Wire().on('GET', ok({ sub: 'a' }));
		await (await fakeHost().connect()).request({ restliMethod: 'GET', path: '/v2/userinfo' });
		expect(wire.arrived[0]).toMatchObject({ path: '/v2/userinfo', token: TOKEN });
		expect(wire.versions).toEqual([undefined]);
	});

	it('carry the version that the credential pins', async () => {
		const wire = new Wire().on('GET', ok({}));
		const linkedin = await fakeHost({ fields: { version: 'custom', customVersion: '202610.01' } }).connect();
		await linkedin.request({ restliMethod: 'GET', path: POSTS });
		expect(wire.versions).toEqual(['202610.01']);
	});

	it('name JSON only where there is a body', async () => {
		const wire = new Wire().on('POST', created('urn:li:share:1')).on('DELETE', { status: 204 });
		const linkedin = await fakeHost().connect();
		const { status, headers } = await linkedin.request({ restliMethod: 'CREATE', path: POSTS, body: post });
		await linkedin.request({
			restliMethod: 'DELETE',
			path: '/rest/posts/{post}',
			keys: { post: 'urn:li:share:1' },
		});
		expect({ status, id: headers['x-restli-id'] }).toEqual({ status: 201, id: 'urn:li:share:1' });
		expect(wire.arrived.map(({ headers: sent }) => sent['content-type'])).toEqual([
			'application/json',
			undefined,
		]);
		expect(wire.arrived.map(({ body }) => body)).toEqual(['{"commentary":"Hello"}', '']);
	});
});

describe('the address', () => {
	it('is written in Rest.li by hand: literal structure, encoded values (§1.3)', async () => {
		const wire = new Wire().on('GET', ok({}));
		await (
			await fakeHost().connect()
		).request({
			restliMethod: 'BATCH_GET',
			path: '/rest/socialActions/{entity}/comments',
			keys: { entity: 'urn:li:comment:(urn:li:activity:1,2)' },
			query: { ids: ['urn:li:share:1', 'a b'], sort: { value: 'X' }, fields: 'id,author', none: undefined },
		});
		expect(wire.arrived[0].path).toBe(
			'/rest/socialActions/urn%3Ali%3Acomment%3A%28urn%3Ali%3Aactivity%3A1%2C2%29/comments' +
				'?ids=List(urn%3Ali%3Ashare%3A1,a%20b)&sort=(value:X)&fields=id,author',
		);
	});

	it("stands below the path of a gateway of one's own", async () => {
		const wire = new Wire('https://gateway.example.com').on('GET', ok({}));
		const fields = {
			advanced: true,
			environment: 'custom',
			apiHost: 'https://gateway.example.com/linkedin/',
			oauthHost: 'https://gateway.example.com',
		};
		await (await fakeHost({ fields }).connect()).request({ restliMethod: 'GET', path: '/v2/me' });
		expect(wire.arrived[0].path).toBe('/linkedin/v2/me');
	});
});

describe('a query above 4,000 characters (§1.4)', () => {
	const ids = Array.from({ length: 200 }, (_, index) => `urn:li:share:${7_000_000_000_000 + index}`);
	const query = `ids=List(${ids.map((id) => encodeURIComponent(id)).join(',')})`;

	it('travels as the form of a POST, and still counts as a read', async () => {
		const wire = new Wire().on('POST', refusals.unavailable, ok({ results: {} }));
		const linkedin = await fakeHost().connect();
		await linkedin.request({ restliMethod: 'BATCH_GET', path: POSTS, query: { ids } });
		expect(wire.arrived).toHaveLength(2);
		for (const { method, path, body, headers } of wire.arrived) {
			expect({ method, path, body }).toEqual({ method: 'POST', path: POSTS, body: query });
			expect(headers).toMatchObject({
				'x-http-method-override': 'GET',
				'x-restli-method': 'BATCH_GET',
				'content-type': 'application/x-www-form-urlencoded',
				'linkedin-version': '202609',
			});
		}
	});

	it('travels beside a body as two parts', async () => {
		const wire = new Wire().on('POST', ok({}));
		const linkedin = await fakeHost().connect();
		await linkedin.request({
			restliMethod: 'BATCH_UPDATE',
			path: POSTS,
			query: { ids },
			body: { entities: {} },
		});
		const { path, body, headers } = wire.arrived[0];
		expect(path).toBe(POSTS);
		expect(headers).toMatchObject({
			'x-http-method-override': 'PUT',
			'x-restli-method': 'BATCH_UPDATE',
			'content-type': expect.stringMatching(/^multipart\/mixed; boundary=/),
		});
		expect(body).toContain(`\r\n\r\n${query}\r\n`);
		expect(body).toContain('\r\n\r\n{"entities":{}}\r\n');
	});
});

describe('the options n8n prepared', () => {
	it.each([
		['none', undefined, 60_000],
		["n8n's own default", 300_000, 60_000],
		["the user's choice", 5000, 5000],
		["the user's longer choice", 600_000, 600_000],
	])('give the timeout: %s', async (_what, timeout, expected) => {
		new Wire().on('GET', ok({}));
		const host = fakeHost();
		await (await host.connect({ options: { timeout } })).request({ restliMethod: 'GET', path: '/v2/me' });
		expect(host.calls[0].timeout).toBe(expected);
	});

	it('give proxy and allowed domains to every call (engine fact 15)', async () => {
		new Wire().on('GET', page([1, 2]), page([3]));
		const host = fakeHost();
		const options = { proxy: { host: 'proxy', port: 1 }, allowedDomains: '*.linkedin.com' };
		await all(await host.connect({ options }), 2);
		expect(host.calls).toHaveLength(2);
		for (const call of host.calls) expect(call).toMatchObject(options);
	});
});

async function all(
	linkedin: LinkedIn,
	pageSize: number,
	more: { limit?: number; missingIsEmpty?: boolean } = {},
) {
	const found: unknown[] = [];
	const request: RestliRequest = { restliMethod: 'FINDER', path: POSTS, query: { q: 'author' } };
	for await (const part of linkedin.pages<unknown>(request, { pageSize, ...more })) found.push(...part);
	return found;
}

describe('pages', () => {
	it('ask by start and count beside the query, up to the limit', async () => {
		const wire = new Wire().on('GET', page([1, 2], { total: 9 }), page([3], { total: 9 }));
		expect(await all(await fakeHost().connect(), 2, { limit: 3 })).toEqual([1, 2, 3]);
		expect(wire.arrived.map(({ path }) => path)).toEqual([
			'/rest/posts?q=author&start=0&count=2',
			'/rest/posts?q=author&start=2&count=1',
		]);
	});

	it('retry a page that failed, without losing or repeating an element', async () => {
		new Wire().on('GET', page([1, 2], { total: 3 }), refusals.unavailable, page([3], { total: 3 }));
		expect(await all(await fakeHost().connect(), 2)).toEqual([1, 2, 3]);
	});

	it('end on a refused page with its error', async () => {
		new Wire().on('GET', page([1, 2], { total: 4 }), refusals.denied);
		await expect(all(await fakeHost().connect(), 2)).rejects.toMatchObject({
			details: { code: 'ACCESS_DENIED' },
		});
	});

	it.each([
		['is an error', false],
		['is an empty list where the resource answers so', true],
	])('a 404 %s', async (_what, missingIsEmpty) => {
		new Wire().on('GET', refusals.notFound);
		const found = all(await fakeHost().connect(), 2, { missingIsEmpty });
		if (missingIsEmpty) expect(await found).toEqual([]);
		else await expect(found).rejects.toMatchObject({ details: { status: 404 } });
	});

	it.each([
		['a web page', '<html>Sign in</html>'],
		['another JSON', '{"id":1}'],
		['nothing', ''],
	])('%s with status 200 is an error, never an empty list', async (_what, body) => {
		new Wire().on('GET', { status: 200, body });
		await expect(all(await fakeHost().connect(), 2)).rejects.toBeInstanceOf(LinkedInError);
	});
});

describe('connect', () => {
	it('costs no call', async () => {
		const host = fakeHost();
		await host.connect();
		expect(host.calls).toEqual([]);
	});

	it('without a chosen credential says so', async () => {
		const { context } = fakeHost();
		const getNode = () => ({ ...context.getNode(), credentials: undefined });
		await expect(connect({ ...context, getNode } as unknown as typeof context)).rejects.toMatchObject({
			details: { code: 'NOT_CONNECTED', field: 'Credential' },
		});
	});

	it('reads the credential that the node chose', async () => {
		expect((await fakeHost().connect()).connection.credentialType).toBe('linkedInSuiteOAuth2Api');
		const pasted = await fakeHost({ authentication: 'accessToken' }).connect();
		expect(pasted.connection.credentialType).toBe('linkedInSuiteAccessTokenApi');
	});

	it.each([
		['a granted scope', 'oAuth2', ['w_member_social'], true],
		['one of two granted', 'oAuth2', ['r_ads', 'profile'], true],
		['none granted', 'oAuth2', ['r_ads'], false],
		['a pasted token', 'accessToken', ['r_ads'], undefined],
	] as const)('may, with %s', async (_what, authentication, scopes, expected) => {
		expect((await fakeHost({ authentication }).connect()).may(scopes)).toBe(expected);
	});

	it('needs a scope before any call, by who acts', async () => {
		const host = fakeHost();
		const scopes = { member: ['w_member_social'], page: ['w_organization_social'] };
		const linkedin = await host.connect({ scopes });
		expect(() => linkedin.need('member')).not.toThrow();
		expect(() => linkedin.need()).not.toThrow();
		expect(() => linkedin.need('page')).toThrow(/w_organization_social/);
		expect(host.calls).toEqual([]);
	});

	it('refuses a scope with product and way out', async () => {
		const linkedin = await fakeHost().connect({ scopes: { any: ['w_member_social_feed'] } });
		expect(catching(() => linkedin.need())).toMatchObject({
			message: expect.stringContaining('w_member_social_feed'),
			details: {
				code: 'MISSING_SCOPE',
				field: 'Credential',
				advice: expect.stringMatching(/Community Management API.*connect again/),
			},
		});
	});
});

describe('the notices', () => {
	const inDays = (days: number) => ({ n8n_expires_at: String(Date.now() + days * 86_400_000 + 60_000) });

	it.each([
		[30, undefined, []],
		[7, undefined, []],
		[6, undefined, [/token ends in 6 days.*connect again/s]],
		[-1, undefined, []],
		[6, 'renews' as const, []],
	])('of a token that ends in %d days (n8n %s it)', async (days, refresh, expected) => {
		const fields = { version: 'custom', customVersion: '209901' };
		const { notices } = await fakeHost({ token: inDays(days), refresh, fields }).connect();
		expect([...notices]).toEqual(expected.map((words) => expect.stringMatching(words)));
	});

	it('tell of a version that has ended', async () => {
		jest.spyOn(Date, 'now').mockReturnValue(Date.parse('2026-11-22T12:00:00Z'));
		const { notices } = await fakeHost({ fields: { version: '202511' } }).connect();
		expect([...notices].join()).toMatch(/202511 was due to end on 2026-11-16/);
		jest.restoreAllMocks();
	});
});

describe('introspect', () => {
	const claims = { active: true, status: 'active', scope: 'openid,profile', auth_type: '3L' };

	it('asks the OAuth host in a form, unsigned (§2.5)', async () => {
		const wire = new Wire('https://www.linkedin.com').on('POST', ok(claims));
		const linkedin = await fakeHost({ fields: { clientId: 'id:77' } }).connect();
		expect(await linkedin.introspect()).toEqual(claims);
		const { path, body, headers, token } = wire.arrived[0];
		expect(path).toBe('/oauth/v2/introspectToken');
		expect(headers['content-type']).toBe('application/x-www-form-urlencoded');
		expect(token).toBeUndefined();
		expect(Object.fromEntries(new URLSearchParams(body))).toEqual({
			client_id: 'id:77',
			client_secret: 'the-client-secret',
			token: TOKEN,
		});
	});

	it.each([
		['a bad secret', { status: 401, body: { error: 'invalid_client' } }],
		['a bad client id', { status: 400, body: { error: 'invalid_request' } }],
		['a web page', { status: 200, body: '<html>' }],
		['no answer', { fails: 'ECONNREFUSED' }],
	])('is undefined after %s', async (_what, answer) => {
		new Wire('https://www.linkedin.com').on('POST', answer);
		expect(await (await fakeHost().connect()).introspect()).toBeUndefined();
	});

	it('of a pasted token is undefined without a call', async () => {
		const host = fakeHost({ authentication: 'accessToken' });
		expect(await (await host.connect()).introspect()).toBeUndefined();
		expect(host.calls).toEqual([]);
	});
});

it('no secret stands in what a connection shows', async () => {
	const linkedin = await fakeHost({ refresh: 'renews' }).connect();
	const shown = JSON.stringify([linkedin.connection, [...linkedin.notices]]);
	for (const secret of SECRETS) expect(shown).not.toContain(secret);
});

function catching(run: () => unknown): unknown {
	try {
		run();
	} catch (error) {
		return error;
	}
	return undefined;
}
