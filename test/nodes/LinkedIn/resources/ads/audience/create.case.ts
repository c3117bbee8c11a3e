import { defineCase } from '../../../../../cases';
import { ACCOUNT, adsApp, byId } from '../connection';

const create = (account: string) => ({
	method: 'POST' as const,
	url: '/rest/dmpSegments',
	restliMethod: 'CREATE',
	body: {
		name: 'CRM users',
		sourcePlatform: 'MY_CRM',
		sourceSegmentId: 'key1',
		account,
		accessPolicy: 'PRIVATE',
		type: 'USER',
		destinations: [{ destination: 'LINKEDIN' }],
	},
});
const given = { account: ACCOUNT, name: 'CRM users', sourcePlatform: 'MY_CRM', sourceSegmentId: 'key1' };

export default defineCase({
	operation: 'audience:create',
	cases: [
		{
			...adsApp,
			name: 'of contacts',
			page: 'audiences',
			about: 'CREATE',
			parameters: given,
			wire: [create('urn:li:sponsoredAccount:507404993')],
			out: [
				{
					id: expect.stringMatching(/^\d+$/),
					created: true,
					name: 'CRM users',
					type: 'USER',
					account: 'urn:li:sponsoredAccount:507404993',
				},
			],
		},
		{
			...adsApp,
			name: 'a test account has none, and the error says so',
			page: 'adAccounts',
			about: 'test accounts',
			parameters: { ...given, account: byId('500000007') },
			wire: [create('urn:li:sponsoredAccount:500000007')],
			error: { description: expect.stringContaining("Test accounts can't have audiences") },
		},
	],
});
