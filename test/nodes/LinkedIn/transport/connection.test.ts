import type { ICredentialDataDecryptedObject, INode } from 'n8n-workflow';

import {
	LINKEDIN_API_HOST,
	LINKEDIN_OAUTH_HOST,
	readConnection,
	type Connection,
	type CredentialType,
} from '../../../../nodes/LinkedIn/transport/connection';
import { LinkedInError } from '../../../../nodes/LinkedIn/transport/errors';

const OAUTH = 'linkedInSuiteOAuth2Api';
const PASTED = 'linkedInSuiteAccessTokenApi';
const SECRET = 'AQX-secret-of-the-member';

function nodeWith(type: CredentialType, id: string | null = 'cred-1'): INode {
	return {
		id: 'node-1',
		name: 'LinkedIn',
		type: 'linkedInCommunity',
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
		credentials: { [type]: { id, name: 'My LinkedIn' } },
	};
}

/** What n8n stores after connecting (contract §2.2, engine fact 12). */
const stored = {
	access_token: SECRET,
	expires_in: 5_184_000,
	scope: 'email,openid,profile,w_member_social',
	token_type: 'Bearer',
};

const idToken = (claims: object) =>
	`eyJhbGciOiJSUzI1NiJ9.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.c2lnbmF0dXJl`;

const withToken = (token: object, data: object = {}) =>
	readConnection(
		OAUTH,
		{ ...data, oauthTokenData: { ...stored, ...token } } as ICredentialDataDecryptedObject,
		nodeWith(OAUTH),
	);
const withFields = (data: object) => withToken({}, data);
const pasted = (data: object = {}) =>
	readConnection(PASTED, { accessToken: SECRET, ...data }, nodeWith(PASTED));

function refusalOf(read: () => Connection): LinkedInError {
	try {
		read();
	} catch (error) {
		if (error instanceof LinkedInError) return error;
		throw error;
	}
	throw new Error('it was not refused');
}

describe('the granted scopes', () => {
	it.each([
		['commas, as LinkedIn answers (§2.2)', 'email,openid,profile'],
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
	it('tells who the member is', () => {
		const claims = { sub: '782bbtaQ', name: 'Ada Löwe 🦁', email: 'ada@example.com', locale: 'en-US' };
		expect(withToken({ id_token: idToken({ iss: 'x', ...claims }) }).identity).toEqual(claims);
	});

	it('may have its locale as an object (§2.8)', () => {
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

describe('the hosts', () => {
	const custom = (apiHost: unknown) => ({
		advanced: true,
		environment: 'custom',
		apiHost,
		oauthHost: apiHost,
	});

	it.each([
		['https://gateway.example.com', 'https://gateway.example.com'],
		['https://gateway.example.com/', 'https://gateway.example.com'],
		['  https://gateway.example.com  ', 'https://gateway.example.com'],
		['https://gateway.example.com:8443', 'https://gateway.example.com:8443'],
		['https://gateway.example.com/linkedin/', 'https://gateway.example.com/linkedin'],
		['https://gateway.example.com/a/b//', 'https://gateway.example.com/a/b'],
		['HTTPS://Gateway.Example.COM', 'https://gateway.example.com'],
		['http://127.0.0.1:4010', 'http://127.0.0.1:4010'],
		['http://127.8.0.1', 'http://127.8.0.1'],
		['http://localhost:4010/', 'http://localhost:4010'],
		['http://[::1]:4010', 'http://[::1]:4010'],
	])('%j becomes %s', (given, host) => {
		expect(withFields(custom(given))).toMatchObject({ apiHost: host, oauthHost: host });
		expect(pasted(custom(given))).toMatchObject({ apiHost: host, oauthHost: LINKEDIN_OAUTH_HOST });
	});

	it.each([
		['plain http', 'http://gateway.example.com'],
		['http to a name that only looks local', 'http://localhost.example.com'],
		['http to a number that only looks local', 'http://127.0.0.1.example.com'],
		['http to another machine of the network', 'http://192.168.0.10:4010'],
		['another scheme', 'ftp://gateway.example.com'],
		['a script', 'javascript:alert(1)'],
		['no scheme', 'gateway.example.com'],
		['nothing', ''],
		['a missing value', undefined],
		['a user', 'https://ada@gateway.example.com'],
		['a user and a password', 'https://ada:hunter2@gateway.example.com'],
		['a password alone', 'https://:hunter2@gateway.example.com'],
	])('%s is refused: the token travels there', (_what, host) => {
		for (const read of [() => withFields(custom(host)), () => pasted(custom(host))]) {
			const { message, details } = refusalOf(read);
			expect(details).toMatchObject({ code: 'INVALID_INPUT', field: 'API Host' });
			expect(details.advice).toContain('https://');
			expect(message).not.toContain('hunter2');
		}
	});

	it('names the OAuth host when that is the bad one', () => {
		const data = { ...custom('https://gateway.example.com'), oauthHost: 'http://gateway.example.com' };
		expect(refusalOf(() => withFields(data)).details.field).toBe('OAuth Host');
	});

	it.each([
		['Environment is LinkedIn', { advanced: true, environment: 'linkedIn', apiHost: 'http://bad' }],
		['Advanced is closed', { advanced: false, environment: 'custom', apiHost: 'http://bad' }],
		['nothing was chosen', {}],
	])("are LinkedIn's when %s", (_what, data) => {
		expect(withFields(data)).toMatchObject({ apiHost: LINKEDIN_API_HOST, oauthHost: LINKEDIN_OAUTH_HOST });
		expect(LINKEDIN_API_HOST).toBe('https://api.linkedin.com');
		expect(LINKEDIN_OAUTH_HOST).toBe('https://www.linkedin.com');
	});
});

describe('the version', () => {
	it.each([
		['the chosen one', { version: '202605' }, '202605'],
		['a typed one', { version: 'custom', customVersion: '202610' }, '202610'],
		['a typed one with spaces', { version: 'custom', customVersion: ' 202610 ' }, '202610'],
		['a typed one with a revision (§1.1)', { version: 'custom', customVersion: '202610.01' }, '202610.01'],
		['the default', {}, '202609'],
	])('is %s', (_what, data, expected) => {
		expect(withFields(data).version).toBe(expected);
		expect(pasted(data).version).toBe(expected);
	});

	it.each(['', '2026-09', '202613', 'latest', '20260901', undefined])(
		'%j typed is refused before any call',
		(customVersion) => {
			const { details } = refusalOf(() => withFields({ version: 'custom', customVersion }));
			expect(details).toMatchObject({ code: 'INVALID_INPUT', field: 'API Version' });
			expect(details.advice).toContain('202609');
		},
	);

	it.each([
		['moveOn', true],
		['fail', false],
		[undefined, true],
	])('when it ends: %s', (whenVersionEnds, expected) => {
		expect(withFields({ whenVersionEnds }).movesOn).toBe(expected);
	});
});

describe('the rest', () => {
	it.each([
		['development', 'development'],
		['standard', 'standard'],
		['unknown', 'unknown'],
		[undefined, 'unknown'],
		['gold', 'unknown'],
	])('tier %s is %s', (tier, expected) => {
		expect(withFields({ tier }).tier).toBe(expected);
	});

	it('products are those chosen, and unknown for a pasted token', () => {
		expect(withFields({ products: ['share'] }).products).toEqual(['share']);
		expect(pasted().products).toBeUndefined();
	});

	it('the key names credential and type, so that two credentials share nothing', () => {
		const keys = [
			readConnection(OAUTH, { oauthTokenData: stored }, nodeWith(OAUTH, 'a')).key,
			readConnection(OAUTH, { oauthTokenData: stored }, nodeWith(OAUTH, 'b')).key,
			readConnection(PASTED, { accessToken: SECRET }, nodeWith(PASTED, 'a')).key,
		];
		expect(new Set(keys).size).toBe(3);
		expect(readConnection(OAUTH, { oauthTokenData: stored }, nodeWith(OAUTH, null)).key).toContain(
			'My LinkedIn',
		);
	});

	it('the key stays with a new token, the key of the token does not', () => {
		const [before, after] = [withToken({}), withToken({ access_token: 'another' })];
		expect(after.key).toBe(before.key);
		expect(after.tokenKey).not.toBe(before.tokenKey);
		expect(withToken({}).tokenKey).toBe(before.tokenKey);
	});

	it('no token, secret or id_token stands anywhere in it', () => {
		const token = { refresh_token: 'AQX-refresh', id_token: idToken({ sub: 'a' }) };
		const connection = withToken(token, { clientId: 'id-77', clientSecret: 'client-secret' });
		const text = JSON.stringify([connection, pasted()], (_, value: unknown) =>
			value instanceof Set ? [...(value as Set<string>)] : value,
		);
		expect(text).toContain('id-77');
		for (const secret of [SECRET, 'AQX-refresh', 'client-secret', 'c2lnbmF0dXJl']) {
			expect(text).not.toContain(secret);
		}
	});
});
