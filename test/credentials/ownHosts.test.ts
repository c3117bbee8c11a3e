import fc from 'fast-check';

import { LinkedInSuiteOAuth2Api } from '../../credentials/LinkedInSuiteOAuth2Api.credentials';
import { API_HOST_EXPRESSION, readConnection } from '../../nodes/LinkedIn/transport/memory/connection';
import { resolve } from './resolve';

describe('an address of one’s own: n8n resolves it exactly where a run takes it', () => {
	const node = { credentials: {}, parameters: {} } as never;
	const { properties } = new LinkedInSuiteOAuth2Api();

	/** What a run accepts, or nothing. */
	function hostOfRun(apiHost: unknown): string {
		try {
			const data = { accessToken: 'x', environment: 'custom', apiHost } as never;
			return readConnection('linkedInSuiteAccessTokenApi', data, node).apiHost;
		} catch {
			return '';
		}
	}
	const resolved = (apiHost: unknown) =>
		String(resolve(API_HOST_EXPRESSION, { $credentials: { environment: 'custom', apiHost } }));
	const resolvedOAuth = (oauthHost: unknown) =>
		['authUrl', 'accessTokenUrl'].map((name) =>
			resolve(String(properties.find((field) => field.name === name)?.default), {
				$self: { advanced: true, environment: 'custom', oauthHost },
			}),
		);
	/** Clients accept names in upper and lower case, and leave out the scheme's default port; `/.` is a slash. */
	const asRead = (address: string) =>
		URL.canParse(address) ? new URL(address).href.replace(/\/+$/, '') : '';

	it.each([
		'https://gateway.example',
		'  https://gateway.example/  ',
		'HTTPS://Gateway.Example:8443/linkedin//',
		'https://gateway.example/@team',
		'https://gateway.example/?query=1',
		'https://gateway.example#fragment',
		'https://[2001:db8::1]:8443',
		'http://127.0.0.1:4010',
		'http://127.8.0.1',
		'http://LOCALHOST:4010/',
		'http://[::1]:4010',
	])('%j', (address) => {
		expect(hostOfRun(address)).toMatch(/^https?:/);
		expect(asRead(resolved(address))).toBe(hostOfRun(address));
		expect(resolvedOAuth(address).map((url) => asRead(String(url)))).toEqual([
			`${hostOfRun(address)}/oauth/v2/authorization`,
			`${hostOfRun(address)}/oauth/v2/accessToken`,
		]);
	});

	it.each([
		'http://gateway.example',
		'http://192.168.0.10:4010',
		'http://localhost.gateway.example',
		'http://127.0.0.1.gateway.example',
		'http://127.0.0.1@gateway.example',
		'http://127.0.0.1:80@gateway.example',
		'ftp://gateway.example',
		'javascript:alert(1)',
		'data:text/plain,x',
		'file:///etc/passwd',
		'https://ada@gateway.example',
		'https://ada:secret@gateway.example',
		'https://:secret@gateway.example',
		'https://@gateway.example',
		'https://gateway.example\\@api.linkedin.com',
		'https:\\\\gateway.example',
		'https:gateway.example',
		'https:///gateway.example',
		'https://gate\tway.example',
		'https://gateway .example',
		'https://',
		'//gateway.example',
		'gateway.example',
		'',
		'   ',
		null,
		undefined,
		0,
		{},
		[],
	])('not %j', (address) => {
		expect(hostOfRun(address)).toBe('');
		expect(resolved(address)).toBe('');
		expect(resolvedOAuth(address)).toEqual(['', '']);
	});

	it('nor one where they might differ', () => {
		const pieces =
			'https: http: ftp: // / \\ @ : gateway.example 127.0.0.1 localhost [::1] :80 ? # %40 . 1 ı \u0000'
				.split(' ')
				.concat(' ', '\t', '\n');
		const address = fc
			.tuple(
				fc.constantFrom(
					'',
					'https://',
					'http://',
					'http://127.0.0.1',
					'http://localhost',
					'https://a.example',
				),
				fc.array(fc.constantFrom(...pieces), { maxLength: 6 }),
			)
			.map(([begin, more]) => begin + more.join(''));
		fc.assert(
			fc.property(address, (text) => {
				expect(asRead(resolved(text))).toBe(asRead(hostOfRun(text)));
			}),
			{ numRuns: 5_000 },
		);
	});
});
