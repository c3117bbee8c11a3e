import type { RestliRequest } from '../../../../nodes/LinkedIn/transport/types';
import { fakeHost, TOKEN } from './fakeHost';
import { closeTheInternet, created, ok, refusals, Wire } from './mockServer';

closeTheInternet();

const POSTS = '/rest/posts';
const post = { commentary: 'Hello' };

describe('the headers', () => {
	/** docs.protocolVersion, docs.methods */
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
	it('is written in Rest.li by hand: literal structure, encoded values', async () => {
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

describe('a query above 4,000 characters', () => {
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
});
