import { defineCase } from '../../../../cases';

const ada = {
	urn: 'urn:li:person:Ada782bbtaQ',
	url: null,
	name: 'Ada Okafor',
	firstName: 'Ada',
	lastName: 'Okafor',
	email: null,
	picture: null,
	headline: null,
	locale: 'en_US',
};

export default defineCase({
	operation: 'profile:get',
	cases: [
		{
			name: 'the stored id_token names the member, so no call is spent',
			page: 'authorization',
			scopes: ['openid', 'profile', 'w_member_social'],
			parameters: {},
			wire: [],
			out: [ada],
		},
		{
			name: 'with the e-mail scope and an id_token that holds none, userinfo is asked for it',
			page: 'signIn',
			scopes: ['openid', 'profile', 'email'],
			parameters: {},
			wire: [{ method: 'GET', url: '/v2/userinfo', restliMethod: 'GET' }],
			out: [{ ...ada, email: 'ada@example.com', locale: 'en-US' }],
		},
		{
			name: 'without Sign In, /v2/me is asked once and tells name, headline and address',
			page: 'basicProfile',
			parameters: {},
			wire: [{ method: 'GET', url: '/v2/me', restliMethod: 'GET' }],
			out: [
				{
					...ada,
					url: 'https://www.linkedin.com/in/ada-example',
					headline: 'Runs the pages',
					locale: null,
				},
			],
		},
		{
			name: 'Raw gives what userinfo says, with urn and url beside it',
			page: 'signIn',
			scopes: ['openid', 'profile', 'email'],
			parameters: { output: 'raw' },
			wire: [{ method: 'GET', url: '/v2/userinfo', restliMethod: 'GET' }],
			out: [
				{
					sub: 'Ada782bbtaQ',
					name: 'Ada Okafor',
					given_name: 'Ada',
					family_name: 'Okafor',
					locale: 'en-US',
					email: 'ada@example.com',
					email_verified: true,
					urn: 'urn:li:person:Ada782bbtaQ',
					url: null,
				},
			],
		},
		{
			name: 'a pasted token that may not read /v2/me is asked by userinfo instead',
			page: ['signIn', 'basicProfile'],
			authentication: 'accessToken',
			scopes: ['openid', 'profile'],
			parameters: {},
			wire: [
				{ method: 'GET', url: '/v2/me', restliMethod: 'GET' },
				{ method: 'GET', url: '/v2/userinfo', restliMethod: 'GET' },
			],
			out: [{ ...ada, locale: 'en-US' }],
		},
	],
});
