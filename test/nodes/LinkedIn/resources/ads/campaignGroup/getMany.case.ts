import { defineCase } from '../../../../../cases';
import { ACCOUNT, adsApp } from '../connection';
import { autumn, GROUPS, spring, twoGroups } from './groups';

const search = (query: string) => ({
	method: 'GET' as const,
	url: `${GROUPS}?q=search&search=${query}`,
	restliMethod: 'FINDER',
});

export default defineCase({
	operation: 'campaignGroup:getMany',
	cases: [
		{
			...adsApp,
			name: 'all that are not deleted, since LinkedIn wants a criterion',
			page: 'campaignGroups',
			about: 'q=search',
			given: twoGroups,
			parameters: { account: ACCOUNT, returnAll: true },
			wire: [search('(status:(values:List(ACTIVE,ARCHIVED,CANCELED,DRAFT,PAUSED)))&pageSize=1000')],
			out: [spring, autumn, expect.objectContaining({ isDefault: true })],
		},
		{
			...adsApp,
			name: 'by status and name, the newest first, as many as asked',
			page: 'campaignGroups',
			about: 'q=search',
			given: twoGroups,
			parameters: {
				account: ACCOUNT,
				limit: 1,
				filters: { statuses: ['DRAFT'], names: 'Autumn', sortOrder: 'DESCENDING' },
			},
			wire: [
				search('(status:(values:List(DRAFT)),name:(values:List(Autumn)))&sortOrder=DESCENDING&pageSize=1'),
			],
			out: [autumn],
		},
	],
});
