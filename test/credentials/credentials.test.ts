import { NodeHelpers, type ICredentialType, type INodeProperties } from 'n8n-workflow';

import { LinkedInSuiteAccessTokenApi } from '../../credentials/LinkedInSuiteAccessTokenApi.credentials';
import { LinkedInSuiteOAuth2Api } from '../../credentials/LinkedInSuiteOAuth2Api.credentials';
import { PRODUCTS, scopeExpression } from '../../nodes/LinkedIn/transport/linkedin/products';
import { API_HOST_EXPRESSION, readConnection } from '../../nodes/LinkedIn/transport/memory/connection';
import { resolve } from './resolve';

const oAuth2 = new LinkedInSuiteOAuth2Api();
const pasted = new LinkedInSuiteAccessTokenApi();

const property = (credential: ICredentialType, name: string): INodeProperties => {
	const found = credential.properties.find((candidate) => candidate.name === name);
	if (!found) throw new Error(`no field ${name}`);
	return found;
};
const names = (credential: ICredentialType) =>
	credential.properties
		.filter(({ type }) => type !== 'notice' && type !== 'hidden')
		.map(({ displayName }) => displayName);

describe('the OAuth2 credential', () => {
	it('has its fields in the agreed order', () => {
		expect(names(oAuth2)).toEqual([
			'Your App Has',
			'Products',
			'Access Policy',
			'Allowed Areas',
			'Max Calls a Day',
			'Highest Daily Budget',
			'Advanced',
			'API Version',
			'Version',
			'When the Version Ends',
			'Access Tier',
			'Known Limits',
			'Additional Scopes',
			'Leave Out Scopes',
			'Environment',
			'API Host',
			'OAuth Host',
			'Grant Type',
		]);
	});

	it('never collides with the credentials of the built-in node', () => {
		expect(oAuth2.name).toBe('linkedInSuiteOAuth2Api');
		expect(oAuth2.extends).toEqual(['oAuth2Api']);
		expect(['linkedInOAuth2Api', 'linkedInCommunityManagementOAuth2Api']).not.toContain(oAuth2.name);
	});

	it("begins with what the app has, one choice whose default n8n's form keeps, and one notice under it", () => {
		const [first, second] = oAuth2.properties;
		expect(first).toMatchObject({ name: 'appHas', type: 'options', default: 'selfServe' });
		expect(first.displayOptions).toBeUndefined();
		expect((first.options ?? []).map(({ name }) => name)).toEqual([
			'Sign In + Share (Self-Serve)',
			'Community Management',
			'Advertising',
			'Choose Products',
		]);
		expect(second.type).toBe('notice');
		const always = oAuth2.properties.filter(
			({ type, displayOptions }) => type === 'notice' && !displayOptions,
		);
		expect(always).toEqual([second]);
	});

	it('offers every product of the table, in the order of use and as the portal calls it, and chooses none', () => {
		const { options = [], default: initial } = property(oAuth2, 'products');
		expect(options.map((option) => 'value' in option && option.value)).toEqual(Object.keys(PRODUCTS));
		expect(options.map(({ name }) => name)).toEqual(Object.values(PRODUCTS).map(({ name }) => name));
		// n8n's form does not apply the default of a multi-select.
		expect(initial).toEqual([]);
	});

	it.each([
		['selfServe', false],
		['communityManagement', false],
		['advertising', false],
		['choose', true],
	])('with Your App Has: %s shows Products: %s', (appHas, isShown) => {
		expect(NodeHelpers.displayParameter({ appHas }, property(oAuth2, 'products'), null, null)).toBe(isShown);
	});

	it('derives its scope', () => {
		expect(property(oAuth2, 'scope')).toMatchObject({ type: 'hidden', default: scopeExpression() });
	});

	it.each([
		['appHasNotice', /refuses to connect .*Insufficient parameters for OAuth2 callback/],
		['appHasNotice', /lacks a scope.*Leave Out Scopes under Advanced/],
		['appHasNotice', /other products or scopes logs out.*built-in/],
		['appHasNotice', /60 days.*connect again/],
		['communityManagementNotice', /only product on its LinkedIn app.*second app and a second credential/],
	])('says in the %s what cannot be seen otherwise', (name, words) => {
		expect(property(oAuth2, name)).toMatchObject({
			type: 'notice',
			displayName: expect.stringMatching(words),
		});
	});

	it.each([
		[['communityManagement'], false],
		[['signIn', 'share'], false],
		[['communityManagement', 'signIn'], true],
		[['advertising', 'communityManagement'], true],
	])(
		'with the products %j shows the notice that Community Management stands alone: %s',
		(products, isShown) => {
			const notice = property(oAuth2, 'communityManagementNotice');
			expect(NodeHelpers.displayParameter({ appHas: 'choose', products }, notice, null, null)).toBe(isShown);
		},
	);

	it('hides what is advanced behind its switch', () => {
		for (const name of [
			'version',
			'customVersion',
			'whenVersionEnds',
			'tier',
			'additionalScopes',
			'leaveOutScopes',
			'environment',
			'apiHost',
			'oauthHost',
			'grantType',
		]) {
			expect(property(oAuth2, name).displayOptions?.show).toMatchObject({ advanced: [true] });
		}
	});

	it('shows little at first: what the app has, a notice that names Check Access, and what the owner may limit', () => {
		const shown = oAuth2.properties.filter(
			(candidate) =>
				candidate.type !== 'hidden' &&
				NodeHelpers.displayParameter({ appHas: 'selfServe', advanced: false }, candidate, null, null),
		);
		expect(shown.map(({ name }) => name)).toEqual([
			'appHas',
			'appHasNotice',
			'accessPolicy',
			'maxCallsADay',
			'highestDailyBudget',
			'advanced',
		]);
		expect(shown[1].displayName).toContain('My Profile and Access: Check Access');
	});

	const own = { advanced: true, environment: 'custom', oauthHost: 'http://127.0.0.1:4010/' };

	it.each([
		['as it comes', {}, 'https://www.linkedin.com'],
		['with hosts of one’s own', own, 'http://127.0.0.1:4010'],
		[
			'with hosts of one’s own and a path',
			{ ...own, oauthHost: 'https://gw.example.com/li//' },
			'https://gw.example.com/li',
		],
		['with Advanced closed again', { ...own, advanced: false }, 'https://www.linkedin.com'],
		['with LinkedIn chosen again', { ...own, environment: 'linkedIn' }, 'https://www.linkedin.com'],
	])('connects %s at the same host as the transport asks', (_what, $self, host) => {
		expect(resolve(String(property(oAuth2, 'authUrl').default), { $self })).toBe(
			`${host}/oauth/v2/authorization`,
		);
		expect(resolve(String(property(oAuth2, 'accessTokenUrl').default), { $self })).toBe(
			`${host}/oauth/v2/accessToken`,
		);
		const data = { apiHost: 'https://gw.example.com', ...$self, oauthTokenData: { access_token: 'x' } };
		const node = { credentials: {}, parameters: {} } as never;
		expect(readConnection('linkedInSuiteOAuth2Api', data, node).oauthHost).toBe(host);
	});

	it('sends client id and secret in the body, as LinkedIn wants them', () => {
		expect(property(oAuth2, 'authentication')).toMatchObject({ type: 'hidden', default: 'body' });
	});
});

describe('the API host that n8n resolves', () => {
	const own = { environment: 'custom', apiHost: 'http://127.0.0.1:4010' };

	it.each([
		['nothing set', {}, 'https://api.linkedin.com'],
		['a host of one’s own, pasted token', own, 'http://127.0.0.1:4010'],
		['a host of one’s own, OAuth2', { ...own, advanced: true }, 'http://127.0.0.1:4010'],
		['Advanced closed again', { ...own, advanced: false }, 'https://api.linkedin.com'],
		['LinkedIn chosen again', { ...own, environment: 'linkedIn' }, 'https://api.linkedin.com'],
	])('with %s', (_what, $credentials, host) => {
		expect(resolve(API_HOST_EXPRESSION, { $credentials })).toBe(host);
	});
});

describe('the token credential', () => {
	it('has its token first, hidden and required, and the same fields as the other', () => {
		expect(property(pasted, 'accessToken')).toMatchObject({
			typeOptions: { password: true },
			required: true,
		});
		expect(names(pasted)).toEqual([
			'Access Token',
			'Access Policy',
			'Allowed Areas',
			'Max Calls a Day',
			'Highest Daily Budget',
			'API Version',
			'Version',
			'When the Version Ends',
			'Access Tier',
			'Known Limits',
			'Environment',
			'API Host',
		]);
	});

	it('signs with a bearer token and nothing else', () => {
		expect(pasted.authenticate).toEqual({
			type: 'generic',
			properties: { headers: { Authorization: '=Bearer {{ $credentials.accessToken }}' } },
		});
	});

	it('is tested at its own host, without a version', () => {
		expect(pasted.test.request).toMatchObject({ baseURL: API_HOST_EXPRESSION, url: '/v2/userinfo' });
		expect(pasted.test.request.headers).toBeUndefined();
	});

	it('takes no redirect along, as n8n would hand the token to another host', () => {
		expect(pasted.test.request.disableFollowRedirect).toBe(true);
	});

	it('is proven by any answer but a refused token, a missing API or a fault', () => {
		const { ignoreHttpStatusErrors } = pasted.test.request;
		expect(ignoreHttpStatusErrors).toMatchObject({ ignore: true });
		const except = typeof ignoreHttpStatusErrors === 'object' ? ignoreHttpStatusErrors.except : [];
		expect(except).toEqual(expect.arrayContaining([302, 401, 404, 500, 502, 503]));
		for (const proof of [200, 403, 429]) expect(except).not.toContain(proof);
	});

	it('has a rule on the status of a body for each that it has on a status', () => {
		const rules = (pasted.test.rules ?? []) as unknown as Array<{
			type: string;
			properties: { key?: string; value: unknown; message: string };
		}>;
		const of = (type: string, key?: string) =>
			rules
				.filter(({ type: own, properties }) => own === type && properties.key === key)
				.map(({ properties: { value, message } }) => [value, message]);
		expect(of('responseCode').map(([status]) => status)).toContain(401);
		expect(of('responseSuccessBody', 'status')).toEqual(of('responseCode'));
	});
});
