import { defineCase } from '../../../../../cases';
import { adsApp } from '../connection';
import { acmeAds, globexAds } from './accountItems';

const search = (query: string) => ({
	method: 'GET' as const,
	url: `/rest/adAccounts?q=search${query}`,
	restliMethod: 'FINDER',
});

export default defineCase({
	operation: 'adAccount:getMany',
	cases: [
		{
			...adsApp,
			name: 'all with a role, and no others',
			page: 'adAccounts',
			about: 'q=search',
			parameters: { returnAll: true },
			wire: [search('&pageSize=1000')],
			out: [expect.objectContaining({ id: '500000007', test: true }), acmeAds, globexAds],
		},
		{
			...adsApp,
			name: 'by name, page, status, type and without tests, as one record',
			page: 'adAccounts',
			about: 'q=search',
			parameters: {
				limit: 5,
				filters: {
					names: 'Acme Ads\nGlobex (Ads), old',
					pages: '2414183',
					statuses: ['ACTIVE', 'CANCELED'],
					type: 'BUSINESS',
					test: 'no',
				},
			},
			wire: [
				search(
					'&search=(status:(values:List(ACTIVE,CANCELED)),name:(values:List(Acme%20Ads,Globex%20%28Ads%29%2C%20old)),reference:(values:List(urn%3Ali%3Aorganization%3A2414183)),type:(values:List(BUSINESS)),test:false)&pageSize=5',
				),
			],
			out: [acmeAds],
		},
		{
			...adsApp,
			name: 'more than a page, by token, with every parameter as it was',
			page: 'cursorPagination',
			given: (simulator) => {
				for (let more = 0; more < 1000; more += 1) {
					simulator.state.ads.addAccount({ id: String(600_000_000 + more), roles: { ada: 'VIEWER' } });
				}
				return {};
			},
			parameters: { limit: 1001, filters: { test: 'no' } },
			wire: [
				search('&search=(test:false)&pageSize=1000'),
				{
					method: 'GET',
					url: expect.stringMatching(
						/^\/rest\/adAccounts\?q=search&search=\(test:false\)&pageToken=\w+&pageSize=1000$/,
					),
					restliMethod: 'FINDER',
				},
			],
			out: Array.from({ length: 1001 }, () => expect.objectContaining({ test: false })) as never,
		},
		{
			...adsApp,
			name: 'an unknown type is refused with the list, before any call',
			page: 'adAccounts',
			parameters: { filters: { type: '={{ $json.type }}' } },
			items: [{ json: { type: 'OPEN' } }],
			wire: [],
			error: {
				message: expect.stringContaining('"OPEN"'),
				description: 'Choose one of BUSINESS, ENTERPRISE.',
			},
		},
	],
});
