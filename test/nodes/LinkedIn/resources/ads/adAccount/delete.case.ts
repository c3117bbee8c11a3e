import { defineCase } from '../../../../../cases';
import { ACCOUNT, adsApp, byId, manager } from '../connection';

const remove = (id: string) => ({
	method: 'DELETE' as const,
	url: `/rest/adAccounts/${id}`,
	restliMethod: 'DELETE',
});
const identity = (id: string) => ({ urn: `urn:li:sponsoredAccount:${id}`, url: `${manager}/${id}`, id });

export default defineCase({
	operation: 'adAccount:delete',
	cases: [
		{
			...adsApp,
			name: 'a draft is deleted',
			page: 'adAccounts',
			about: 'DELETE',
			given: (simulator) => {
				simulator.state.ads.addAccount({ id: '511', status: 'DRAFT', roles: { ada: 'ACCOUNT_MANAGER' } });
				return {};
			},
			parameters: { account: byId('511') },
			wire: [remove('511')],
			out: [{ ...identity('511'), deleted: true, status: null }],
		},
		{
			...adsApp,
			name: 'any other is handed over for deletion, and the item says so',
			page: 'adAccounts',
			about: 'DELETE',
			parameters: { account: ACCOUNT },
			wire: [
				remove('507404993'),
				{
					method: 'POST',
					url: '/rest/adAccounts/507404993',
					restliMethod: 'PARTIAL_UPDATE',
					body: { patch: { $set: { status: 'PENDING_DELETION' } } },
				},
			],
			out: [{ ...identity('507404993'), deleted: false, status: 'PENDING_DELETION' }],
		},
		{
			...adsApp,
			name: 'several at once are refused before any call',
			page: 'adAccounts',
			parameters: { account: byId('1, 2') },
			wire: [],
			error: { message: expect.stringContaining('has 2 entries') },
		},
	],
});
