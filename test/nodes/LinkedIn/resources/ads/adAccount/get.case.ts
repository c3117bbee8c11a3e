import { defineCase } from '../../../../../cases';
import { ACCOUNT, adsApp, byId, manager } from '../connection';
import { acmeAds, globexAds } from './accountItems';

const get = {
	method: 'GET' as const,
	url: '/rest/adAccounts/507404993',
	restliMethod: 'GET',
	version: '202609',
};

export default defineCase({
	operation: 'adAccount:get',
	cases: [
		{
			...adsApp,
			name: 'one by number',
			page: 'adAccounts',
			parameters: { account: ACCOUNT },
			wire: [get],
			out: [acmeAds],
		},
		{
			...adsApp,
			name: 'one by its address in Campaign Manager',
			page: 'adAccounts',
			parameters: { account: { __rl: true, mode: 'url', value: `${manager}/507404993/campaigns` } },
			wire: [get],
			out: [acmeAds],
		},
		{
			...adsApp,
			name: 'several in one search, in the order asked, one without a role in its place with the reason',
			page: 'adAccounts',
			about: 'q=search by id',
			parameters: { account: byId('urn:li:sponsoredAccount:510426150, 518121035, 507404993') },
			wire: [
				{
					method: 'GET',
					url: '/rest/adAccounts?q=search&search=(id:(values:List(510426150,518121035,507404993)))&pageSize=1000',
					restliMethod: 'FINDER',
				},
			],
			out: [
				globexAds,
				{
					urn: 'urn:li:sponsoredAccount:518121035',
					url: `${manager}/518121035`,
					found: false,
					status: 404,
					reason: expect.stringContaining('no role'),
				},
				acmeAds,
			],
		},
		{
			...adsApp,
			name: 'without a role the error names it',
			page: ['adAccounts', 'accountAccess'],
			about: 'roles',
			parameters: { account: byId('518121035') },
			wire: [{ ...get, url: '/rest/adAccounts/518121035' }],
			error: { description: expect.stringContaining('On the ad account it needs any role') },
		},
		{
			...adsApp,
			name: 'Raw gives the entity of LinkedIn, with urn and url beside it',
			page: 'adAccounts',
			parameters: { account: ACCOUNT, output: 'raw' },
			wire: [get],
			out: [
				expect.objectContaining({
					id: 507404993,
					urn: 'urn:li:sponsoredAccount:507404993',
					version: { versionTag: '1' },
				}),
			],
		},
		{
			...adsApp,
			name: 'a campaign is no ad account, and no call is made',
			page: 'adAccounts',
			parameters: { account: byId('urn:li:sponsoredCampaign:1') },
			wire: [],
			error: { message: expect.stringContaining('sponsoredCampaign') },
		},
		{
			...adsApp,
			scopes: ['r_ads_reporting'],
			name: 'without the scope no call is made',
			page: 'adAccounts',
			parameters: { account: ACCOUNT },
			wire: [],
			error: { message: 'This connection lacks the scope r_ads or rw_ads' },
		},
	],
});
