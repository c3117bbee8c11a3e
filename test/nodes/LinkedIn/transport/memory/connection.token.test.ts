import { readConnection, type Connection } from '../../../../../nodes/LinkedIn/transport/memory/connection';
import { idToken, nodeWith, OAUTH, pasted, refusalOf, stored, withToken } from '../storedCredential';

describe('the granted scopes', () => {
	it.each([
		['commas, as LinkedIn answers', 'email,openid,profile'],
		['spaces, as some clients store', 'email openid profile'],
		['commas and spaces', 'email, openid,  profile '],
	])('are read from %s', (_what, scope) => {
		expect([...(withToken({ scope }).grantedScopes ?? [])]).toEqual(['email', 'openid', 'profile']);
	});

	it.each([
		['a stored token that does not say', () => withToken({ scope: undefined })],
		['a pasted token', () => pasted()],
	])('are unknown for %s', (_what, read) => {
		expect(read().grantedScopes).toBeUndefined();
	});
});

describe('who the member is', () => {
	const id_token = idToken({ sub: 'alice' });

	it.each<[what: string, token: object, sub: string | undefined]>([
		['of the id_token', { id_token, scope: 'openid,profile' }, 'alice'],
		['of the id_token where the scopes are not known', { id_token, scope: undefined }, 'alice'],
		// n8n keeps what an earlier connection left, and a token without openid doesn't have its own.
		['not of an id_token that an earlier connection left', { id_token, scope: 'w_member_social' }, undefined],
	])('%s', (_what, token, sub) => {
		expect(withToken(token).identity?.sub).toBe(sub);
	});
});

describe('the end of the token', () => {
	const at = Date.parse('2026-12-01T00:00:00Z');
	const issuedAt = at / 1000 - stored.expires_in;

	it.each<[what: string, token: object, expected: number | undefined]>([
		['n8n_expires_at in ms as a string, as 2.41 stores it', { n8n_expires_at: String(at) }, at],
		['n8n_expires_at in ms', { n8n_expires_at: at }, at],
		['n8n_expires_at in seconds', { n8n_expires_at: at / 1000 }, at],
		['n8n_expires_at as a date', { n8n_expires_at: '2026-12-01T00:00:00Z' }, at],
		['the id_token and expires_in, on 1.123', { id_token: idToken({ sub: 'a', iat: issuedAt }) }, at],
		[
			'expires_in as a string',
			{ id_token: idToken({ sub: 'a', iat: issuedAt }), expires_in: String(stored.expires_in) },
			at,
		],
		[
			'n8n_expires_at before the id_token',
			{ n8n_expires_at: at, id_token: idToken({ sub: 'a', iat: 1 }) },
			at,
		],
		['nothing that tells when it was issued', {}, undefined],
		['words', { n8n_expires_at: 'soon' }, undefined],
		['an empty string', { n8n_expires_at: '' }, undefined],
	])('is told by %s', (_what, token, expected) => {
		expect(withToken(token).expiresAtMs).toBe(expected);
	});

	it('is unknown for a pasted token', () => {
		expect(pasted().expiresAtMs).toBeUndefined();
	});
});

describe('the id_token', () => {
	it('still says who it is where another claim is null or of another type', () => {
		const claims = { sub: 'a', name: null, email: 5, locale: [] };
		expect(withToken({ id_token: idToken(claims) }).identity).toEqual({ sub: 'a' });
	});

	it('tells who the member is', () => {
		const claims = { sub: '782bbtaQ', name: 'Ada Löwe 🦁', email: 'ada@example.com', locale: 'en-US' };
		expect(withToken({ id_token: idToken({ iss: 'x', ...claims }) }).identity).toEqual(claims);
	});

	it('may have its locale as an object', () => {
		const locale = { country: 'US', language: 'en' };
		expect(withToken({ id_token: idToken({ sub: 'a', locale }) }).identity?.locale).toEqual(locale);
	});

	it.each([
		['absent', undefined],
		['empty', ''],
		['no JWT', 'garbage'],
		['a payload that is no JSON', 'a.b.c'],
		['without sub', idToken({ name: 'Ada' })],
		['with an empty sub', idToken({ sub: '' })],
	])('that is %s tells nothing and breaks nothing', (_what, id_token) => {
		const connection = withToken({ id_token });
		expect(connection.identity).toBeUndefined();
		expect(connection.grantedScopes?.size).toBe(4);
	});
});

describe('a stored token of an odd shape', () => {
	it.each([
		['refresh_token null', { refresh_token: null }],
		['id_token null', { id_token: null }],
		['scope null', { scope: null }],
		['expires_in in words', { expires_in: 'sixty days' }],
		['n8n_expires_at null', { n8n_expires_at: null }],
		['further members', { refresh_token_expires_in: 31_536_000, callbackQueryString: { a: 1 } }],
	])('(%s) is still a connected credential', (_what, token) => {
		expect(withToken(token).credentialType).toBe(OAUTH);
	});
});

describe('an unconnected credential', () => {
	it.each<[what: string, read: () => Connection, message: RegExp]>([
		['no token data', () => readConnection(OAUTH, {}, nodeWith(OAUTH)), /not connected yet/],
		[
			'empty token data',
			() => readConnection(OAUTH, { oauthTokenData: {} }, nodeWith(OAUTH)),
			/not connected yet/,
		],
		['an empty access token', () => withToken({ access_token: '' }), /not connected yet/],
		['a pasted token that is empty', () => pasted({ accessToken: '' }), /token is empty/],
		['a pasted token that is missing', () => pasted({ accessToken: undefined }), /token is empty/],
	])('with %s is refused before any call', (_what, read, message) => {
		const { message: said, details } = refusalOf(read);
		expect(said).toMatch(message);
		expect(details).toMatchObject({ code: 'NOT_CONNECTED', field: 'Credential' });
	});

	it('with client credentials is fine: n8n fetches the first token itself', () => {
		const data = { advanced: true, grantType: 'clientCredentials' };
		expect(readConnection(OAUTH, data, nodeWith(OAUTH)).canRefresh).toBe(true);
	});

	it('with client credentials behind a closed Advanced switch is not', () => {
		const data = { advanced: false, grantType: 'clientCredentials' };
		expect(refusalOf(() => readConnection(OAUTH, data, nodeWith(OAUTH))).details.code).toBe('NOT_CONNECTED');
	});
});

describe('renewal', () => {
	it.each([
		['a refresh token', { refresh_token: 'AQX-refresh' }, true],
		['none, as for most apps', {}, false],
		['an empty one', { refresh_token: '' }, false],
	])('with %s: %s', (_what, token, expected) => {
		expect(withToken(token).canRefresh).toBe(expected);
	});

	it('never for a pasted token', () => {
		expect(pasted().canRefresh).toBe(false);
	});
});
