import {
	LINKEDIN_API_HOST,
	LINKEDIN_OAUTH_HOST,
	readConnection,
	type Connection,
} from '../../../../../nodes/LinkedIn/transport/memory/connection';
import {
	idToken,
	nodeWith,
	OAUTH,
	PASTED,
	pasted,
	refusalOf,
	SECRET,
	stored,
	withFields,
	withToken,
} from '../storedCredential';

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
		['a typed one with a revision', { version: 'custom', customVersion: '202610.01' }, '202610.01'],
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

const HOST = 'https://gateway.example.com';

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

	it('products are those of the app, never none, and unknown for a pasted token', () => {
		expect(withFields({ appHas: 'advertising' }).products).toEqual(['advertising']);
		expect(withFields({ appHas: 'choose', products: ['share'] }).products).toEqual(['share']);
		expect(withFields({ appHas: 'choose', products: [] }).products).toEqual(['signIn', 'share']);
		expect(withFields({}).products).toEqual(['signIn', 'share']);
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

	const ada = { id_token: idToken({ sub: 'Ada' }), refresh_token: 'AQX-refresh' };
	const renewed = { access_token: 'AQX-renewed' };
	const onHost = (apiHost: string, advanced = true) => ({
		advanced,
		environment: 'custom',
		apiHost,
		oauthHost: HOST,
	});
	const clientCredentials = { advanced: true, grantType: 'clientCredentials', clientId: 'id-77' };
	type Pair = [what: string, one: () => Connection, other: () => Connection, key: Same, grant: Same];
	type Same = 'same' | 'another';

	it.each<Pair>([
		['the same token', () => withToken({}), () => withToken({}), 'same', 'same'],
		[
			'a token that n8n renewed, with an id_token',
			() => withToken(ada),
			() => withToken({ ...ada, ...renewed }),
			'same',
			'same',
		],
		[
			'a token that n8n renewed, without an id_token',
			() => withToken({ refresh_token: 'AQX-refresh' }),
			() => withToken({ refresh_token: 'AQX-refresh', ...renewed }),
			'same',
			'same',
		],
		[
			'a token of client credentials that n8n renewed',
			() => withToken({}, clientCredentials),
			() => withToken(renewed, clientCredentials),
			'same',
			'same',
		],
		[
			'the order in which scopes are told',
			() => withToken({ scope: 'openid,profile' }),
			() => withToken({ scope: 'profile openid' }),
			'same',
			'same',
		],
		[
			'the same member who connected anew',
			() => withToken(ada),
			() => withToken({ ...ada, ...renewed, refresh_token: 'AQX-other' }),
			'same',
			'another',
		],
		[
			'the same member with other scopes',
			() => withToken({ ...ada, scope: 'openid' }),
			() => withToken({ ...ada, scope: 'openid,profile' }),
			'same',
			'another',
		],
		[
			'another member, told by the id_token',
			() => withToken(ada),
			() => withToken({ ...ada, id_token: idToken({ sub: 'Bob' }) }),
			'another',
			'another',
		],
		[
			'another token that nobody can renew',
			() => withToken({}),
			() => withToken(renewed),
			'another',
			'another',
		],
		[
			'another pasted token',
			() => pasted(),
			() => pasted({ accessToken: 'AQX-other' }),
			'another',
			'another',
		],
		[
			'another API host',
			() => withToken(ada, onHost('https://one.example.com')),
			() => withToken(ada, onHost('https://two.example.com')),
			'another',
			'another',
		],
		[
			'hosts that are not in use',
			() => withToken(ada, onHost('https://one.example.com', false)),
			() => withToken(ada, onHost('https://two.example.com', false)),
			'same',
			'same',
		],
	])('%s', (_what, one, other, key, grant) => {
		const word = (isSame: boolean): Same => (isSame ? 'same' : 'another');
		expect(word(one().key === other().key)).toBe(key);
		expect(word(one().grantKey === other().grantKey)).toBe(grant);
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
