import { defineCase } from '../../../../../cases';
import { adsApp } from '../connection';

const find = (query: string, start = 0, count = 24) => ({
	method: 'GET' as const,
	url: `/rest/adLibrary?q=criteria&${query}&start=${start}&count=${count}`,
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
		{
			facet: 'Location',
			isIncluded: true,
			isExcluded: false,
			included: ['Germany', 'France'],
			excluded: [],
		},
		{ facet: 'Language', isIncluded: true, isExcluded: false, included: ['English'], excluded: [] },
		{ facet: 'Company', isIncluded: false, isExcluded: true, included: [], excluded: [] },
	],
};

export default defineCase({
	operation: 'adLibrary:searchAds',
	cases: [
		{
			...adsApp,
			name: 'one ad of an advertiser',
			page: 'adLibrary',
			behaviour: 'Ad Library and Job Library',
			parameters: { company: ' Contoso ', limit: 1 },
			wire: [find('advertiser=Contoso', 0, 1)],
			out: [newest],
		},
		{
			...adsApp,
			name: 'an ad that was not shown in the EU',
			page: 'adLibrary',
			behaviour: 'Ad Library and Job Library',
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
			page: 'adLibrary',
			behaviour: 'Ad Library and Job Library',
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
			page: 'adLibrary',
			behaviour: 'Ad Library and Job Library',
			parameters: { keyword: 'analytics', returnAll: true },
			wire: [find('keyword=analytics'), find('keyword=analytics', 24)],
			out: Array.from({ length: 34 }, () => expect.objectContaining({ id: expect.any(String) })),
		},
		{
			...adsApp,
			name: 'words and a company, in countries and days',
			page: 'adLibrary',
			behaviour: 'Ad Library and Job Library',
			parameters: {
				company: 'Contoso',
				filters: { countries: 'DE, urn:li:country:fr', start: '2025-01-01', end: '2025-02-01T00:00:00' },
			},
			wire: [
				find(
					'advertiser=Contoso&countries=(value:List(urn%3Ali%3Acountry%3ADE,urn%3Ali%3Acountry%3AFR))&dateRange=(start:(year:2025,month:1,day:1),end:(year:2025,month:2,day:1))',
				),
			],
			out: [],
		},
		{
			...adsApp,
			name: 'ads that were shown in a country, of one payer, oldest first',
			page: 'adLibrary',
			about: 'countries, payerName, sortBy',
			behaviour: 'Ad Library and Job Library',
			parameters: {
				keyword: 'webinar',
				limit: 1,
				filters: { countries: 'de', payer: ' Contoso Media Ltd ', sortOrder: 'ASCENDING' },
			},
			wire: [
				find(
					'keyword=webinar&payerName=Contoso%20Media%20Ltd&sortBy=(order:ASCENDING,field:CREATED_TIME)&countries=(value:List(urn%3Ali%3Acountry%3ADE))',
					0,
					1,
				),
			],
			out: [expect.objectContaining({ id: '700107', payer: 'Contoso Media Ltd' })],
		},
		{
			...adsApp,
			name: 'up to a day',
			page: 'adLibrary',
			about: 'dateRange',
			behaviour: 'Ad Library and Job Library',
			parameters: { company: 'Fabrikam', limit: 1, filters: { end: '2025-01-15' } },
			wire: [find('advertiser=Fabrikam&dateRange=(end:(year:2025,month:1,day:15))', 0, 1)],
			out: [expect.objectContaining({ advertiser: 'Fabrikam' })],
		},
		{
			...adsApp,
			name: 'an ad of a type that the API version has no word for',
			page: 'adLibrary',
			behaviour: 'Ad Library and Job Library',
			parameters: { company: 'Northwind', limit: 1 },
			wire: [find('advertiser=Northwind', 0, 1)],
			out: [expect.objectContaining({ advertiser: 'Northwind', type: null })],
		},
		{
			...adsApp,
			name: 'facets without flags go by their segments, and what neither includes nor excludes is left out',
			page: 'adLibrary',
			about: 'adTargeting',
			behaviour: 'Ad Library and Job Library',
			given: ({ state }) => {
				const [ad] = state.ads.library.ads;
				const facet = { includedSegments: [], excludedSegments: [] };
				ad.targeting = [
					{ ...facet, facetName: 'Location', excludedSegments: ['Berlin'] },
					{ ...facet, facetName: 'Job', isIncluded: false, isExcluded: false },
					{ facetName: 'Audience', isIncluded: true, isExcluded: null },
				] as never;
				return {};
			},
			parameters: { company: 'Contoso', limit: 1 },
			wire: [find('advertiser=Contoso', 0, 1)],
			out: [
				{
					...newest,
					targeting: [
						{ facet: 'Location', isIncluded: false, isExcluded: true, included: [], excluded: ['Berlin'] },
						{ facet: 'Audience', isIncluded: true, isExcluded: false, included: [], excluded: [] },
					],
				},
			],
		},
		{
			...adsApp,
			name: 'from a day on',
			page: 'adLibrary',
			behaviour: 'Ad Library and Job Library',
			parameters: { keyword: 'spring analytics', limit: 1, filters: { start: '2026-08-01' } },
			wire: [find('keyword=spring%20analytics&dateRange=(start:(year:2026,month:8,day:1))', 0, 1)],
			out: [newest],
		},
		{
			...adsApp,
			name: 'the same under the other names that sources have',
			page: 'adLibrary',
			behaviour: 'Ad Library and Job Library',
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
			page: 'adLibrary',
			behaviour: 'Ad Library and Job Library',
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
			page: 'adLibrary',
			behaviour: 'Ad Library and Job Library',
			parameters: { company: 'Contoso.com' },
			wire: [find('advertiser=Contoso.com')],
			out: [],
		},
	],
});
