import { defineCase } from '../../../../../cases';
import { ACCOUNT, adsApp } from '../connection';
import { CAMPAIGNS } from './campaigns';
import { campaignA, campaignB, twoCampaigns } from './stored';

const search = (query: string) => ({
	method: 'GET' as const,
	url: `${CAMPAIGNS}?q=search&search=${query}`,
	restliMethod: 'FINDER',
});

export default defineCase({
	operation: 'campaign:getMany',
	cases: [
		{
			...adsApp,
			name: 'all that are not deleted, since LinkedIn wants a criterion',
			page: 'campaigns',
			about: 'q=search',
			given: twoCampaigns,
			parameters: { account: ACCOUNT, returnAll: true },
			wire: [search('(status:(values:List(ACTIVE,ARCHIVED,CANCELED,COMPLETED,DRAFT,PAUSED)))&pageSize=1000')],
			out: [campaignA, campaignB],
		},
		{
			...adsApp,
			name: 'by group, status, type, name and test, the newest first',
			page: 'campaigns',
			about: 'q=search',
			given: twoCampaigns,
			parameters: {
				account: ACCOUNT,
				limit: 7,
				filters: {
					campaignGroups: '1001',
					statuses: ['ACTIVE', 'PAUSED'],
					types: ['SPONSORED_UPDATES'],
					names: 'A',
					test: 'no',
					sortOrder: 'DESCENDING',
				},
			},
			wire: [
				search(
					'(campaignGroup:(values:List(urn%3Ali%3AsponsoredCampaignGroup%3A1001)),status:(values:List(ACTIVE,PAUSED)),type:(values:List(SPONSORED_UPDATES)),name:(values:List(A)),test:false)&sortOrder=DESCENDING&pageSize=7',
				),
			],
			out: [campaignA],
		},
		{
			...adsApp,
			name: 'Return All follows the tokens to the end',
			page: 'cursorPagination',
			given: (simulator) => {
				for (let more = 0; more < 2500; more += 1) simulator.state.ads.addCampaign('507404993');
				return {};
			},
			parameters: { account: ACCOUNT, returnAll: true, filters: { statuses: ['ACTIVE'] } },
			wire: [
				search('(status:(values:List(ACTIVE)))&pageSize=1000'),
				...[1, 2].map(() => ({
					method: 'GET' as const,
					url: expect.stringMatching(
						/search=\(status:\(values:List\(ACTIVE\)\)\)&pageToken=[\w-]+&pageSize=1000$/,
					),
					restliMethod: 'FINDER',
				})),
			],
			out: Array.from({ length: 2500 }, () => expect.objectContaining({ status: 'ACTIVE' })),
		},
		{
			...adsApp,
			name: 'an unknown status is refused with the list, before any call',
			page: 'campaigns',
			parameters: { account: ACCOUNT, filters: { statuses: '={{ ["RUNNING"] }}' } },
			wire: [],
			error: {
				message: 'Statuses is "RUNNING", which is not an option',
				description: expect.stringContaining('ACTIVE'),
			},
		},
	],
});
