import { defineCase } from '../../../../../cases';
import { ACCOUNT, adsApp, byId } from '../connection';
import { adOfPost, CREATIVES, draftTextAd, twoCreatives } from './creatives';

const find = (query: string) => ({
	method: 'GET' as const,
	url: `${CREATIVES}?q=criteria${query}`,
	restliMethod: 'FINDER',
});

export default defineCase({
	operation: 'creative:getMany',
	cases: [
		{
			...adsApp,
			name: 'all of an account, a hundred a page',
			page: 'creatives',
			about: 'q=criteria',
			given: twoCreatives,
			parameters: { account: ACCOUNT, returnAll: true },
			wire: [find('&pageSize=100')],
			out: [adOfPost, draftTextAd],
		},
		{
			...adsApp,
			name: 'by campaign, post and status as lists of their own, the newest first',
			page: 'creatives',
			about: 'q=criteria',
			given: twoCreatives,
			parameters: {
				account: ACCOUNT,
				limit: 9,
				filters: {
					campaigns: '2001',
					posts: '${post}',
					statuses: ['ACTIVE', 'PAUSED'],
					sortOrder: 'DESCENDING',
				},
			},
			wire: [
				find(
					'&campaigns=List(urn%3Ali%3AsponsoredCampaign%3A2001)&contentReferences=List(${post})&intendedStatuses=List(ACTIVE,PAUSED)&sortOrder=DESCENDING&pageSize=9',
				),
			],
			out: [adOfPost],
		},
		{
			...adsApp,
			name: 'by the lead form that the button opens',
			page: 'creatives',
			about: 'q=criteria',
			given: twoCreatives,
			parameters: { account: ACCOUNT, filters: { leadForms: byId('urn:li:leadGenForm:7234246') } },
			wire: [find('&leadgenCreativeCallToActionDestinations=List(urn%3Ali%3AadForm%3A7234246)&pageSize=50')],
			out: [],
		},
		{
			...adsApp,
			name: 'the number of a copied link is not a post that creatives name, and no call is made',
			page: 'creatives',
			about: 'q=criteria',
			parameters: { account: ACCOUNT, filters: { posts: '7094637247890620418' } },
			wire: [],
			error: { message: expect.stringContaining('is the activity of a post') },
		},
	],
});
