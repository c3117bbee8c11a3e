import { defineCase } from '../../../../../cases';
import { ACCOUNT, adsApp, byId } from '../connection';
import { CREATIVES, encoded, identity, twoCreatives } from './creatives';

const remove = (id: number) => ({
	method: 'DELETE' as const,
	url: `${CREATIVES}/${encoded(id)}`,
	restliMethod: 'DELETE',
});

export default defineCase({
	operation: 'creative:delete',
	cases: [
		{
			...adsApp,
			name: 'a draft is deleted',
			page: 'creatives',
			about: 'DELETE',
			given: twoCreatives,
			parameters: { account: ACCOUNT, creative: byId('3002') },
			wire: [remove(3002)],
			out: [{ ...identity(3002), deleted: true, status: null }],
		},
		{
			...adsApp,
			name: 'any other is handed over for deletion by its intended status',
			page: 'creatives',
			about: 'DELETE',
			given: twoCreatives,
			parameters: { account: ACCOUNT, creative: byId('3001') },
			wire: [
				remove(3001),
				{
					method: 'POST',
					url: `${CREATIVES}/${encoded(3001)}`,
					restliMethod: 'PARTIAL_UPDATE',
					body: { patch: { $set: { intendedStatus: 'PENDING_DELETION' } } },
				},
			],
			out: [{ ...identity(3001), deleted: false, status: 'PENDING_DELETION' }],
		},
	],
});
