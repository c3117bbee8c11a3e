import { defineCase } from '../../../../../cases';
import type { Simulator } from '../../../../../simulator';

const discovery = { method: 'GET' as const, url: '/oauth/.well-known/openid-configuration' };
const keys = { method: 'GET' as const, url: '/oauth/openid/jwks' };

const host = ({ url }: Simulator) => ({ host: url });

export default defineCase({
	operation: 'profile:getOpenIdConfiguration',
	cases: [
		{
			name: 'discovery and keys of the host that issues the tokens',
			page: 'signIn',
			given: host,
			parameters: {},
			wire: [discovery, keys],
			out: [
				{
					url: '${host}/oauth/.well-known/openid-configuration',
					issuer: '${host}/oauth',
					authorizationEndpoint: '${host}/oauth/v2/authorization',
					tokenEndpoint: '${host}/oauth/v2/accessToken',
					userinfoEndpoint: '${host}/v2/userinfo',
					keysUrl: '${host}/oauth/openid/jwks',
					scopes: ['openid', 'profile', 'email'],
					claims: expect.arrayContaining(['sub', 'name']),
					algorithms: ['RS256'],
					keys: [expect.objectContaining({ kty: 'RSA', kid: 'simulator' })],
				},
			],
		},
		{
			name: 'Raw gives the document of LinkedIn with the keys in it',
			page: 'signIn',
			given: host,
			parameters: { output: 'raw' },
			wire: [discovery, keys],
			out: [
				{
					issuer: '${host}/oauth',
					authorization_endpoint: '${host}/oauth/v2/authorization',
					token_endpoint: '${host}/oauth/v2/accessToken',
					userinfo_endpoint: '${host}/v2/userinfo',
					jwks_uri: '${host}/oauth/openid/jwks',
					response_types_supported: ['code'],
					subject_types_supported: ['pairwise'],
					id_token_signing_alg_values_supported: ['RS256'],
					scopes_supported: ['openid', 'profile', 'email'],
					claims_supported: expect.arrayContaining(['iss', 'sub']),
					keys: [expect.objectContaining({ kty: 'RSA' })],
				},
			],
		},
		{
			name: 'a document that names keys elsewhere does not lead there',
			page: 'signIn',
			given: (simulator) => {
				simulator.faults.add({
					match: { path: /well-known/ },
					effect: { status: 200, body: { jwks_uri: 'https://elsewhere.example/keys' } },
				});
				return host(simulator);
			},
			parameters: {},
			wire: [discovery, keys],
			out: [expect.objectContaining({ issuer: null, scopes: [], keysUrl: 'https://elsewhere.example/keys' })],
		},
	],
});
