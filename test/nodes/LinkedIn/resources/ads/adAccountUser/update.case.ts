import { defineCase } from '../../../../../cases';
import { ACCOUNT, adsApp } from '../connection';
import { BOB, identity, KEY_OF_BOB } from './users';

export default defineCase({
	operation: 'adAccountUser:update',
	cases: [
		{
			...adsApp,
			name: 'the role, by the compound key',
			page: 'adAccountUsers',
			about: 'PARTIAL_UPDATE',
			given: (simulator) => {
				simulator.state.ads.accounts.setRole('507404993', 'bob', 'VIEWER');
				return {};
			},
			parameters: { account: ACCOUNT, user: BOB, role: 'CREATIVE_MANAGER' },
			wire: [
				{
					method: 'POST',
					url: KEY_OF_BOB,
					restliMethod: 'PARTIAL_UPDATE',
					body: { patch: { $set: { role: 'CREATIVE_MANAGER' } } },
				},
			],
			out: [{ ...identity(BOB), updated: true, role: 'CREATIVE_MANAGER' }],
		},
	],
});
