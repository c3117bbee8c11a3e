import { defineCase } from '../../../../../cases';
import { ACCOUNT, adsApp, byId } from '../connection';
import { GROUPS, identity, twoGroups } from './groups';

const remove = (id: number) => ({
	method: 'DELETE' as const,
	url: `${GROUPS}/${id}`,
	restliMethod: 'DELETE',
});

export default defineCase({
	operation: 'campaignGroup:delete',
	cases: [
		{
			...adsApp,
			name: 'a draft is deleted',
			page: 'campaignGroups',
			about: 'DELETE',
			given: twoGroups,
			parameters: { account: ACCOUNT, campaignGroup: byId('1002') },
			wire: [remove(1002)],
			out: [{ ...identity(1002), deleted: true, status: null }],
		},
		{
			...adsApp,
			name: 'any other is handed over for deletion, and the item says so',
			page: 'campaignGroups',
			about: 'DELETE',
			given: twoGroups,
			parameters: { account: ACCOUNT, campaignGroup: byId('1001') },
			wire: [
				remove(1001),
				{
					method: 'POST',
					url: `${GROUPS}/1001`,
					restliMethod: 'PARTIAL_UPDATE',
					body: { patch: { $set: { status: 'PENDING_DELETION' } } },
				},
			],
			out: [{ ...identity(1001), deleted: false, status: 'PENDING_DELETION' }],
		},
	],
});
