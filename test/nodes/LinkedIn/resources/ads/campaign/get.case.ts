import { defineCase } from '../../../../../cases';
import { ACCOUNT, adsApp, byId, VIEWED } from '../connection';
import { CAMPAIGNS } from './campaigns';
import { campaignA, campaignB, identity, twoCampaigns } from './stored';

export default defineCase({
	operation: 'campaign:get',
	cases: [
		{
			...adsApp,
			name: 'one by its address in Campaign Manager',
			page: 'campaigns',
			about: 'GET',
			given: twoCampaigns,
			parameters: {
				account: ACCOUNT,
				campaign: { __rl: true, mode: 'url', value: `${identity(2001).url}/details?x=1` },
			},
			wire: [{ method: 'GET', url: `${CAMPAIGNS}/2001`, restliMethod: 'GET' }],
			out: [campaignA],
		},
		{
			...adsApp,
			name: 'several in one call, one that is not there in its place with the reason',
			page: 'campaigns',
			about: 'BATCH_GET',
			given: twoCampaigns,
			parameters: { account: ACCOUNT, campaign: byId('2002, 7, urn:li:sponsoredCampaign:2001') },
			wire: [{ method: 'GET', url: `${CAMPAIGNS}?ids=List(2002,7,2001)`, restliMethod: 'BATCH_GET' }],
			out: [
				campaignB,
				{
					urn: identity(7).urn,
					url: identity(7).url,
					found: false,
					status: 404,
					reason: 'sponsoredCampaign 7 is not found',
				},
				campaignA,
			],
		},
		{
			...adsApp,
			name: 'one of another account is not there, and the error says what that can mean',
			page: ['campaigns', 'errorResponses'],
			about: '404',
			given: twoCampaigns,
			parameters: { account: VIEWED, campaign: byId('2001') },
			wire: [{ method: 'GET', url: '/rest/adAccounts/510426150/adCampaigns/2001', restliMethod: 'GET' }],
			error: { message: expect.stringContaining('found nothing there') },
		},
		{
			...adsApp,
			name: 'Raw gives the entity of LinkedIn, with urn and url beside it',
			page: 'campaigns',
			about: 'GET',
			given: twoCampaigns,
			parameters: { account: ACCOUNT, campaign: byId('2001'), output: 'raw' },
			wire: [{ method: 'GET', url: `${CAMPAIGNS}/2001`, restliMethod: 'GET' }],
			out: [expect.objectContaining({ id: 2001, urn: identity(2001).urn, version: { versionTag: '1' } })],
		},
	],
});
