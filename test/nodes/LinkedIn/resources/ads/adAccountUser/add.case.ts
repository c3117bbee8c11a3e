import { defineCase } from '../../../../../cases';
import type { Simulator } from '../../../../../simulator';
import { ACCOUNT, adsApp, VIEWED } from '../connection';
import { ACCOUNT_URN, BOB, identity, KEY_OF_BOB } from './users';

const put = {
	method: 'PUT' as const,
	url: KEY_OF_BOB,
	restliMethod: 'UPDATE',
	body: { account: ACCOUNT_URN, role: 'CAMPAIGN_MANAGER', user: BOB },
};
const parameters = { account: ACCOUNT, user: 'Bob-4kd_91x', role: 'CAMPAIGN_MANAGER' };

export default defineCase({
	operation: 'adAccountUser:add',
	cases: [
		...([201, 204] as const).map((status) => ({
			...adsApp,
			name: `by the compound key, answered with ${status}`,
			page: 'adAccountUsers' as const,
			behaviour: 'Ad account users',
			given: (simulator: Simulator) => {
				simulator.state.adAccountUserPutStatus = status;
				return {};
			},
			parameters,
			wire: [put],
			out: [{ ...identity(BOB), added: true, role: 'CAMPAIGN_MANAGER' }],
		})),
		{
			...adsApp,
			name: 'a viewer is told the role it takes',
			page: ['adAccountUsers', 'accountAccess'],
			about: 'roles',
			parameters: { ...parameters, account: VIEWED },
			wire: [
				{
					...put,
					url: KEY_OF_BOB.replace('507404993', '510426150'),
					body: { ...put.body, account: 'urn:li:sponsoredAccount:510426150' },
				},
			],
			error: { description: expect.stringContaining('ACCOUNT_MANAGER or higher') },
		},
		{
			...adsApp,
			name: 'a page is not a person, and no call is made',
			page: 'adAccountUsers',
			parameters: { ...parameters, user: 'urn:li:organization:1' },
			wire: [],
			error: { message: expect.stringContaining('organization') },
		},
	],
});
