import { createLocalJWKSet, jwtVerify } from 'jose';
import { NOW, send, startAtNow, tokenOf } from './wire';
import type { Simulator } from './index';
import type { WireAnswer } from './wire';

const DAY_MS = 24 * 60 * 60 * 1000;
const CALLBACK = 'http://localhost:5678/rest/oauth2-credential/callback';
const APP = { client_id: 'suite-app', client_secret: 'suite-secret' };

let simulator: Simulator;
beforeEach(async () => {
	simulator = await startAtNow();
});
afterEach(async () => simulator.close());

const authorize = async (query: Record<string, string>): Promise<WireAnswer> =>
	send(simulator, {
		path: `/oauth/v2/authorization?${new URLSearchParams({
			response_type: 'code',
			client_id: 'suite-app',
			redirect_uri: CALLBACK,
			scope: 'openid profile w_member_social',
			state: 'abc',
			...query,
		})}`,
		token: null,
	});

const form = async (path: string, fields: Record<string, string>): Promise<WireAnswer> =>
	send(simulator, {
		method: 'POST',
		path: `/oauth/v2/${path}`,
		token: null,
		body: new URLSearchParams(fields).toString(),
		headers: { 'content-type': 'application/x-www-form-urlencoded' },
	});

const redirected = (reply: WireAnswer) => new URL(String(reply.headers.location)).searchParams;

async function login(scope = 'openid profile w_member_social'): Promise<WireAnswer> {
	const code = redirected(await authorize({ scope })).get('code') ?? '';
	return form('accessToken', { grant_type: 'authorization_code', code, redirect_uri: CALLBACK, ...APP });
}

const userinfo = async (token: string) => send(simulator, { path: '/v2/userinfo', token });

it('gives a code, then tokens that work', async () => {
	const consent = await authorize({});
	expect(consent.status).toBe(302);
	expect(redirected(consent).get('state')).toBe('abc');
	const reply = await login();
	expect(reply.json).toEqual({
		access_token: expect.any(String),
		expires_in: 5_184_000,
		refresh_token: expect.any(String),
		refresh_token_expires_in: 31_536_000,
		scope: 'openid,profile,w_member_social',
		token_type: 'Bearer',
		id_token: expect.any(String),
	});
	expect(reply.json.access_token.length).toBeGreaterThan(1150);
	expect((await userinfo(reply.json.access_token)).json).toEqual({
		sub: 'Ada782bbtaQ',
		name: 'Ada Okafor',
		given_name: 'Ada',
		family_name: 'Okafor',
		locale: 'en-US',
	});
});

it('logs in whoever state.oauthMember names, and lets that member decline', async () => {
	simulator.state.oauthMember = 'cleo';
	const reply = await login('openid profile email');
	expect((await userinfo(reply.json.access_token)).json).toMatchObject({
		given_name: 'Cleo',
		email: 'cleo@example.com',
		email_verified: true,
	});
	simulator.state.oauthRefusal = 'user_cancelled_authorize';
	expect(redirected(await authorize({})).get('error')).toBe('user_cancelled_authorize');
});

it('takes scopes joined with commas too', async () => {
	expect(redirected(await authorize({ scope: 'openid,profile' })).get('code')).toMatch(/^AQ[\w-]{120}$/);
});

it('sends a scope that no product of the app gives back as an error', async () => {
	const answer = redirected(
		await authorize({ client_id: 'self-serve-app', scope: 'openid rw_organization_admin' }),
	);
	expect(Object.fromEntries(answer)).toEqual({
		error: 'unauthorized_scope_error',
		error_description: 'Scope "rw_organization_admin" is not authorized for your application',
		state: 'abc',
	});
});

it.each([
	['an unknown client', { client_id: 'nobody' }, 400, "Client_id doesn't match"],
	['an unregistered address', { redirect_uri: 'https://evil.example/' }, 400, "Redirect_uri doesn't match"],
	['an address with a fragment', { redirect_uri: `${CALLBACK}#x` }, 400, "Redirect_uri doesn't match"],
	['no scope', { scope: '' }, 401, 'Invalid scope'],
])('shows a page, and redirects nowhere, for %s', async (_what, query, status, text) => {
	const reply = await authorize(query);
	expect(reply.headers.location).toBeUndefined();
	expect([reply.status, reply.text.includes(text)]).toEqual([status, true]);
});

describe('a code', () => {
	const exchange = async (code: string, more: Record<string, string> = {}) =>
		form('accessToken', { grant_type: 'authorization_code', code, redirect_uri: CALLBACK, ...APP, ...more });
	const newCode = async () => redirected(await authorize({})).get('code') ?? '';

	it('is good once', async () => {
		const code = await newCode();
		expect((await exchange(code)).status).toBe(200);
		const again = await exchange(code);
		expect([again.status, again.json]).toEqual([
			401,
			{
				error: 'invalid_request',
				error_description: 'Unable to retrieve access token: authorization code not found',
			},
		]);
	});

	it('is good for 30 minutes, for its own address', async () => {
		const late = await newCode();
		simulator.clock.advance(31 * 60 * 1000);
		expect((await exchange(late)).json.error).toBe('invalid_redirect_uri');
		const other = await exchange(await newCode(), { redirect_uri: 'http://localhost:1/callback' });
		expect([other.status, other.json.error]).toEqual([400, 'invalid_redirect_uri']);
	});
});

it.each([
	['no secret', { grant_type: 'authorization_code', client_id: 'suite-app' }, 400, 'invalid_request'],
	['a wrong secret', { grant_type: 'refresh_token', ...APP, client_secret: 'no' }, 401, 'invalid_client'],
	['no grant type', APP, 400, 'invalid_request'],
	['an unknown grant type', { ...APP, grant_type: 'password' }, 400, 'unsupported_grant_type'],
	[
		'a refresh token never given',
		{ ...APP, grant_type: 'refresh_token', refresh_token: 'AQ' },
		400,
		'invalid_request',
	],
	['an application token not enabled', { ...APP, grant_type: 'client_credentials' }, 401, 'access_denied'],
])('accessToken refuses %s', async (_what, fields, status, error) => {
	const reply = await form('accessToken', fields as Record<string, string>);
	expect([reply.status, reply.json.error]).toEqual([status, error]);
});

it('accessToken refuses JSON', async () => {
	const reply = await send(simulator, {
		method: 'POST',
		path: '/oauth/v2/accessToken',
		token: null,
		body: APP,
	});
	expect([reply.status, reply.json.error]).toEqual([400, 'invalid_request']);
});

it('a refresh gives the same refresh token, whose end does not move', async () => {
	const first = await login();
	simulator.clock.advance(100 * DAY_MS);
	expect((await userinfo(first.json.access_token)).json.serviceErrorCode).toBe(65602);
	const refresh = { grant_type: 'refresh_token', refresh_token: first.json.refresh_token, ...APP };
	const second = await form('accessToken', refresh);
	expect(second.json.refresh_token).toBe(first.json.refresh_token);
	expect(Math.round((second.json.refresh_token_expires_in as number) / 86_400)).toBe(265);
	expect((await userinfo(second.json.access_token)).status).toBe(200);
	simulator.clock.advance(266 * DAY_MS);
	expect((await form('accessToken', refresh)).status).toBe(400);
});

it('an app that is no approved partner gets no refresh token, so day 61 ends the connection', async () => {
	const app = simulator.state.apps.get('suite-app');
	if (app) app.refreshTokens = false;
	const { json } = await login();
	expect(json).not.toHaveProperty('refresh_token');
	simulator.clock.advance(61 * DAY_MS);
	expect((await userinfo(json.access_token)).json).toEqual({
		status: 401,
		serviceErrorCode: 65602,
		code: 'EXPIRED_ACCESS_TOKEN',
		message: 'The token used in the request has expired',
	});
});

it('another scope set revokes the earlier tokens of member and app, the same set does not', async () => {
	const first = await login('openid profile');
	const same = await login('profile openid');
	expect((await userinfo(first.json.access_token)).status).toBe(200);
	const other = await login('openid profile email');
	expect((await userinfo(first.json.access_token)).json.serviceErrorCode).toBe(65601);
	expect((await userinfo(same.json.access_token)).json.serviceErrorCode).toBe(65601);
	expect((await userinfo(other.json.access_token)).status).toBe(200);
	const dead = await form('accessToken', {
		grant_type: 'refresh_token',
		refresh_token: first.json.refresh_token,
		...APP,
	});
	expect(dead.status).toBe(400);
});

it('an application token has no member and opens no member resource', async () => {
	const app = simulator.state.apps.get('suite-app');
	if (app) app.applicationTokens = true;
	const { json } = await form('accessToken', { grant_type: 'client_credentials', ...APP });
	expect(json).toEqual({ access_token: expect.any(String), expires_in: 1800 });
	expect((await userinfo(json.access_token)).status).toBe(403);
});

describe('introspection', () => {
	const introspect = async (token: string, app: Record<string, string> = APP) =>
		form('introspectToken', { ...app, token });

	it('tells state, times in seconds and scopes', async () => {
		const token = tokenOf(simulator, 'ada', ['openid', 'profile']);
		const seconds = Math.floor(NOW / 1000);
		const { json } = await introspect(token);
		expect(json).toMatchObject({
			active: true,
			client_id: 'suite-app',
			status: 'active',
			scope: 'openid,profile',
			auth_type: '3L',
		});
		expect(json.created_at - seconds).toBeLessThan(60);
		expect(json.expires_at - json.created_at).toBe(5_184_000);
	});

	it('tells expired and revoked', async () => {
		const token = tokenOf(simulator, 'ada');
		simulator.state.tokens.revoke(token);
		expect((await introspect(token)).json).toMatchObject({ active: false, status: 'revoked' });
		const { accessToken } = simulator.issueToken({ member: 'ada', scopes: [], expiresInSeconds: 0 });
		expect((await introspect(accessToken)).json).toMatchObject({ active: false, status: 'expired' });
	});

	it.each([
		["another app's token", { client_id: 'self-serve-app', client_secret: 'self-serve-secret' }, 200],
		['a wrong client', { client_id: 'nobody', client_secret: 'x' }, 400],
		['a wrong secret', { client_id: 'suite-app', client_secret: 'x' }, 401],
	])('answers %s with %j as %d', async (_what, app, status) => {
		const reply = await introspect(tokenOf(simulator, 'ada'), app);
		expect(reply.status).toBe(status);
		expect(reply.json.active ?? false).toBe(false);
	});
});

it('publishes the discovery document and the key that signs id tokens', async () => {
	const { json } = await send(simulator, { path: '/oauth/.well-known/openid-configuration', token: null });
	expect(json).toMatchObject({
		issuer: `${simulator.url}/oauth`,
		jwks_uri: `${simulator.url}/oauth/openid/jwks`,
	});
	const { json: jwks } = await send(simulator, { path: '/oauth/openid/jwks', token: null });
	const { id_token } = (await login()).json;
	const { payload, protectedHeader } = await jwtVerify(id_token as string, createLocalJWKSet(jwks), {
		issuer: json.issuer as string,
		audience: 'suite-app',
		algorithms: json.id_token_signing_alg_values_supported as string[],
		currentDate: new Date(NOW),
	});
	expect(protectedHeader).toEqual({ alg: 'RS256', typ: 'JWT', kid: 'simulator' });
	expect(payload.sub).toBe('Ada782bbtaQ');
	expect((await send(simulator, { path: '/.well-known/openid-configuration', token: null })).status).toBe(
		404,
	);
});

it('gives /v2/me to r_basicprofile', async () => {
	const reply = await send(simulator, { path: '/v2/me', token: tokenOf(simulator, 'bob') });
	expect(reply.json).toMatchObject({
		id: 'Bob-4kd_91x',
		localizedFirstName: 'Bob',
		vanityName: 'bob-example',
	});
});
