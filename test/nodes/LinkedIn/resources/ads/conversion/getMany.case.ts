import { defineCase } from '../../../../../cases';
import { ACCOUNT, adsApp } from '../connection';
import { ACCOUNT_QUERY, signedUp, thankYou, twoRules } from './rules';

const page = (start: number, count: number) => ({
	method: 'GET' as const,
	url: `/rest/conversions?q=account&${ACCOUNT_QUERY}&start=${start}&count=${count}`,
	restliMethod: 'FINDER',
});

export default defineCase({
	operation: 'conversion:getMany',
	cases: [
		{
			...adsApp,
			name: 'all of an account; a total of -1 ends nothing',
			page: 'conversions',
			about: 'q=account',
			given: twoRules,
			parameters: { account: ACCOUNT, returnAll: true },
			wire: [page(0, 100), page(100, 100)],
			out: [signedUp, thankYou],
		},
		{
			...adsApp,
			name: 'more than a page',
			page: 'conversions',
			about: 'q=account',
			given: (simulator) => {
				for (let id = 1; id <= 150; id += 1) {
					simulator.state.ads.conversions.add({
						id,
						account: 'urn:li:sponsoredAccount:507404993',
						name: `Rule ${id}`,
						type: 'LEAD',
						conversionMethod: 'CONVERSIONS_API',
					});
				}
				return {};
			},
			parameters: { account: ACCOUNT, returnAll: true },
			wire: [page(0, 100), page(100, 100)],
			out: Array.from({ length: 150 }, (_, index) => expect.objectContaining({ id: String(index + 1) })),
		},
		{
			...adsApp,
			name: 'by method and whether they count, picked by the node',
			page: 'conversions',
			behaviour: 'Conversions',
			given: twoRules,
			parameters: {
				account: ACCOUNT,
				limit: 1,
				filters: { conversionMethod: 'CONVERSIONS_API', enabled: true },
			},
			wire: [page(0, 100)],
			out: [signedUp],
		},
	],
});
