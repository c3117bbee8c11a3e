import { defineCase } from '../../../../../cases';
import { ACCOUNT, adsApp } from '../connection';
import { BOB, identity, KEY_OF_BOB } from './users';

const remove = { method: 'DELETE' as const, url: KEY_OF_BOB, restliMethod: 'DELETE' };

export default defineCase({
	operation: 'adAccountUser:remove',
	cases: [
		{
			...adsApp,
			name: 'by the compound key',
			page: 'adAccountUsers',
			about: 'DELETE',
			given: (simulator) => {
				simulator.state.ads.accounts.setRole('507404993', 'bob', 'VIEWER');
				return {};
			},
			parameters: { account: ACCOUNT, user: BOB },
			wire: [remove],
			out: [{ ...identity(BOB), removed: true }],
		},
		{
			...adsApp,
			name: 'who has no role there cannot lose it',
			page: 'adAccountUsers',
			about: 'DELETE',
			parameters: { account: ACCOUNT, user: BOB },
			wire: [remove],
			error: { message: expect.stringContaining('found nothing there') },
		},
	],
});
