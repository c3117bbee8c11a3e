import { connect } from '../../../../nodes/LinkedIn/transport';
import { fakeHost, SECRETS, TOKEN, OF_A_TEST } from './fakeHost';
import { closeTheInternet, ok, Wire } from './mockServer';

closeTheInternet();

describe('connect', () => {
	it('costs no call', async () => {
		const host = fakeHost();
		await host.connect();
		expect(host.calls).toEqual([]);
	});

	it('without a chosen credential says so', async () => {
		const { context } = fakeHost();
		const getNode = () => ({ ...context.getNode(), credentials: undefined });
		await expect(
			connect({ ...context, getNode } as unknown as typeof context, OF_A_TEST),
		).rejects.toMatchObject({
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
				advice: expect.stringMatching(/second app and a second credential for Community Management API/),
			},
		});
	});
});

describe('the notices', () => {
	const inDays = (days: number) => ({ n8n_expires_at: String(Date.now() + days * 86_400_000 + 60_000) });

	it.each([
		[30, undefined, []],
		[7, undefined, []],
		[6, undefined, [/token ends in 6 days, on .*connect again/s]],
		[1, undefined, [/token ends in 1 day, on /]],
		[0, undefined, [/token ends today, on /]],
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

	it('asks the OAuth host in a form, unsigned', async () => {
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
