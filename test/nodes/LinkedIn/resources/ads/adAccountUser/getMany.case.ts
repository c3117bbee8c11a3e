import { defineCase } from '../../../../../cases';
import { ACCOUNT, adsApp } from '../connection';
import { ADA, BOB, identity } from './users';

const createdAt = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);

export default defineCase({
	operation: 'adAccountUser:getMany',
	cases: [
		{
			...adsApp,
			name: 'of an account, as one bare URN',
			page: 'adAccountUsers',
			about: 'q=accounts',
			given: (simulator) => {
				simulator.state.ads.accounts.setRole('507404993', 'bob', 'VIEWER');
				return {};
			},
			parameters: { account: ACCOUNT, returnAll: true },
			wire: [
				{
					method: 'GET',
					url: '/rest/adAccountUsers?q=accounts&accounts=urn%3Ali%3AsponsoredAccount%3A507404993&start=0&count=100',
					restliMethod: 'FINDER',
				},
			],
			out: [
				{ ...identity(ADA), role: 'ACCOUNT_BILLING_ADMIN', createdAt },
				{ ...identity(BOB), role: 'VIEWER', createdAt },
			],
		},
		{
			...adsApp,
			name: 'my own on each account',
			page: 'adAccountUsers',
			about: 'q=authenticatedUser',
			parameters: { usersOf: 'me', returnAll: true },
			wire: [
				{
					method: 'GET',
					url: '/rest/adAccountUsers?q=authenticatedUser&start=0&count=100',
					restliMethod: 'FINDER',
				},
			],
			out: [
				{ ...identity(ADA, '500000007'), role: 'ACCOUNT_MANAGER', createdAt },
				{ ...identity(ADA), role: 'ACCOUNT_BILLING_ADMIN', createdAt },
				{ ...identity(ADA, '510426150'), role: 'VIEWER', createdAt },
			],
		},
	],
});
