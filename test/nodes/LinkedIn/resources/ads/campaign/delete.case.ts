import { defineCase } from '../../../../../cases';
import { ACCOUNT, adsApp, byId } from '../connection';
import { CAMPAIGNS } from './campaigns';
import { identity, twoCampaigns } from './stored';

const remove = (id: number) => ({
	method: 'DELETE' as const,
	url: `${CAMPAIGNS}/${id}`,
	restliMethod: 'DELETE',
});

export default defineCase({
	operation: 'campaign:delete',
	cases: [
		{
			...adsApp,
			name: 'a draft is deleted',
			page: 'campaigns',
			about: 'DELETE',
			given: twoCampaigns,
			parameters: { account: ACCOUNT, campaign: byId('2002') },
			wire: [remove(2002)],
			out: [{ ...identity(2002), deleted: true, status: null }],
		},
		{
			...adsApp,
			name: 'any other is handed over for deletion, and the item says so',
			page: 'campaigns',
			about: 'DELETE',
			given: twoCampaigns,
			parameters: { account: ACCOUNT, campaign: byId('2001') },
			wire: [
				remove(2001),
				{
					method: 'POST',
					url: `${CAMPAIGNS}/2001`,
					restliMethod: 'PARTIAL_UPDATE',
					body: { patch: { $set: { status: 'PENDING_DELETION' } } },
				},
			],
			out: [{ ...identity(2001), deleted: false, status: 'PENDING_DELETION' }],
		},
	],
});
