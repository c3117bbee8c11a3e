import { defineCase, type OperationCase } from '../../../../../cases';
import { adsApp } from '../connection';

const find = (query: string, start = 0, count = 50) => ({
	method: 'GET' as const,
	url: `/rest/adLibrary?q=criteria&${query}&start=${start}&count=${Math.min(count, 25)}`,
	restliMethod: 'FINDER',
});
const link = (id: number) => `https://www.linkedin.com/ad-library/detail/${id}`;

/** Contoso's newest ad, shown in the EU. */
const newest = {
	url: link(700159),
	id: '700159',
	advertiser: 'Contoso',
	advertiserUrl: 'https://www.linkedin.com/company/990000001',
	payer: 'Contoso Media Ltd',
	type: 'SPONSORED_STATUS_UPDATE',
	isRestricted: false,
	restriction: null,
	firstShownAt: '2026-08-28T09:00:00.000Z',
	lastShownAt: '2026-09-11T09:00:00.000Z',
	impressionsFrom: 1000,
	impressionsTo: 5000,
	countries: [
		{ country: 'DE', percent: 62.5 },
		{ country: 'FR', percent: 37.5 },
	],
	targeting: [
		{ facet: 'Location', included: ['Germany', 'France'], excluded: [] },
		{ facet: 'Company', included: [], excluded: ['Adventure Works'] },
	],
};

/** Refused without a call. */
const refused = (
	name: string,
	parameters: OperationCase['parameters'],
	message: RegExp,
	way: RegExp,
): OperationCase => ({
	...adsApp,
	name,
	contract: 'ads §10 ad library',
	parameters,
	wire: [],
	error: { message: expect.stringMatching(message), description: expect.stringMatching(way) },
});

export default defineCase({
	operation: 'adLibrary:searchAds',
	cases: [
		{
			...adsApp,
			name: 'one ad of an advertiser',
			contract: 'ads §10 ad library',
			parameters: { company: ' Contoso ', limit: 1 },
			wire: [find('advertiser=Contoso', 0, 1)],
			out: [newest],
		},
		{
			...adsApp,
			name: 'an ad that was not shown in the EU',
			contract: 'ads §10 ad library',
			parameters: { company: 'fabrikam', limit: 1 },
			wire: [find('advertiser=fabrikam', 0, 1)],
			out: [
				expect.objectContaining({
					id: '700158',
					advertiser: 'Fabrikam',
					type: 'SPONSORED_VIDEO',
					firstShownAt: null,
					impressionsFrom: null,
					countries: [],
					targeting: [],
				}),
			],
		},
		{
			...adsApp,
			name: 'a restricted ad hides whose it is',
			contract: 'ads §10 ad library',
			given: ({ state }) => {
				const { ads } = state.ads.library;
				ads.splice(0, ads.length, ...ads.filter(({ restriction }) => restriction !== undefined));
				return {};
			},
			parameters: { keyword: 'analytics' },
			wire: [find('keyword=analytics')],
			out: [
				expect.objectContaining({
					id: '700139',
					advertiser: null,
					payer: null,
					isRestricted: true,
					restriction: 'This ad was removed because it goes against our policies.',
				}),
			],
		},
		{
			...adsApp,
			name: 'all pages by the next link',
			contract: 'ads §10 ad library',
			parameters: { keyword: 'analytics', returnAll: true },
			wire: [find('keyword=analytics'), find('keyword=analytics', 25)],
			out: Array.from({ length: 34 }, () => expect.objectContaining({ id: expect.any(String) })),
		},
		{
			...adsApp,
			name: 'words and a company, in countries and days',
			contract: 'ads §10 ad library',
			parameters: {
				company: 'Contoso',
				filters: { countries: 'DE, urn:li:country:fr', start: '2025-01-01', end: '2025-02-01T00:00:00' },
			},
			wire: [
				find(
					'advertiser=Contoso&countries=List(urn%3Ali%3Acountry%3Ade,urn%3Ali%3Acountry%3Afr)&dateRange=(start:(year:2025,month:1,day:1),end:(year:2025,month:2,day:1))',
				),
			],
			out: [],
		},
		{
			...adsApp,
			name: 'from a day on',
			contract: 'ads §10 ad library',
			parameters: { keyword: 'spring analytics', limit: 1, filters: { start: '2026-08-01' } },
			wire: [find('keyword=spring%20analytics&dateRange=(start:(year:2026,month:8,day:1))', 0, 1)],
			out: [newest],
		},
		{
			...adsApp,
			name: 'the same under the other names that sources have',
			contract: 'ads §10 ad library, unconfirmed names',
			given: ({ state }) => {
				state.adLibraryNames = 'other';
				return {};
			},
			parameters: { company: 'Contoso', limit: 1 },
			wire: [find('advertiser=Contoso', 0, 1)],
			out: [{ ...newest, countries: [] }],
		},
		{
			...adsApp,
			name: "LinkedIn's own elements",
			contract: 'ads §10 ad library',
			parameters: { company: 'Contoso', limit: 1, output: 'raw' },
			wire: [find('advertiser=Contoso', 0, 1)],
			out: [
				{
					adUrl: link(700159),
					isRestricted: false,
					details: expect.objectContaining({ type: 'SPONSORED_STATUS_UPDATE' }),
				},
			],
		},
		{
			...adsApp,
			name: 'nothing is found',
			contract: 'ads §10 ad library',
			parameters: { company: 'Contoso.com' },
			wire: [find('advertiser=Contoso.com')],
			out: [],
		},
		{
			name: 'an app without the product is told so',
			contract: 'ads §10 ad library: separate product',
			app: 'self-serve-app',
			scopes: ['w_member_social'],
			parameters: { company: 'Contoso' },
			wire: [find('advertiser=Contoso')],
			fields: { appHas: 'selfServe' },
			error: { description: expect.stringMatching(/needs the product LinkedIn Ad Library: ask for it/) },
		},
		{
			name: 'the app of Community Management takes no other product',
			contract: 'ads §10 ad library: separate product',
			parameters: { company: 'Contoso' },
			wire: [find('advertiser=Contoso')],
			error: {
				description: expect.stringMatching(
					/needs the product LinkedIn Ad Library.*second app and a second credential/,
				),
			},
		},
		{
			...adsApp,
			name: 'a filter that LinkedIn does not take is named',
			contract: 'ads §10 ad library: QUERY_PARAM_NOT_ALLOWED',
			given: ({ faults }) => {
				const problem = {
					code: 'QUERY_PARAM_NOT_ALLOWED',
					description: 'Query parameter not allowed',
					input: { inputPath: { fieldPath: 'countries' } },
				};
				const body = { status: 400, code: 'ILLEGAL_ARGUMENT', message: 'Invalid query parameters' };
				faults.add({
					match: { path: /adLibrary/ },
					effect: { status: 400, body: { ...body, errorDetails: { inputErrors: [problem] } } },
				});
				return {};
			},
			parameters: { keyword: 'spring', filters: { countries: 'DE' } },
			wire: [find('keyword=spring&countries=List(urn%3Ali%3Acountry%3Ade)')],
			error: {
				message: expect.stringMatching(/Countries: Query parameter not allowed/),
				description: expect.stringMatching(/does not take this filter/),
			},
		},
		{
			...adsApp,
			name: 'a gateway that knows no Ad Library is no missing product',
			contract: 'ads §10 ad library',
			given: ({ faults }) => {
				faults.add({ match: { path: /adLibrary/ }, effect: { status: 404, html: '<h1>Not found</h1>' } });
				return {};
			},
			parameters: { keyword: 'spring' },
			wire: [find('keyword=spring')],
			error: { description: expect.stringMatching(/proxy, a gateway or a wrong API host/) },
		},
		refused('neither words nor a company', {}, /Keyword and Company are both empty/, /at least one/),
		refused(
			'a country by its name',
			{ keyword: 'spring', filters: { countries: 'Germany' } },
			/Countries names "Germany"/,
			/two letters/,
		),
		refused(
			'days that are reversed',
			{ keyword: 'spring', filters: { start: '2026-02-01', end: '2026-01-01' } },
			/Start Date 2026-02-01 is after End Date 2026-01-01/,
			/Both days are part/,
		),
	],
});
