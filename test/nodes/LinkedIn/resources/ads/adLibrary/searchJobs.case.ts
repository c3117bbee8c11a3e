import { defineCase } from '../../../../../cases';
import { faults } from '../../../../../simulator';
import { adsApp } from '../connection';

const find = (query: string, start = 0, count = 24) => ({
	method: 'GET' as const,
	url: `/rest/jobLibrary?q=criteria&${query}&start=${start}&count=${count}`,
	restliMethod: 'FINDER',
});

export default defineCase({
	operation: 'adLibrary:searchJobs',
	cases: [
		{
			...adsApp,
			name: 'one job of a company',
			page: 'jobLibrary',
			behaviour: 'Ad Library and Job Library',
			parameters: { company: 'Contoso', limit: 1 },
			wire: [find('organization=Contoso', 0, 1)],
			out: [
				{
					url: 'https://www.linkedin.com/ad-library/job/detail/4467288299',
					id: '4467288299',
					title: 'Data Engineer',
					company: 'Contoso',
					companyUrl: 'https://www.linkedin.com/company/990000001',
					location: 'London, United Kingdom',
					description: 'Contoso is looking for you. Join a hybrid team of twelve.',
					payer: 'Contoso Talent Ltd',
					applyMethod: 'Complex Onsite',
					benefits: ['Medical insurance'],
					salary: { from: 80000, to: 120000, currency: 'GBP', period: 'YEARLY' },
					listedAt: '2026-08-30T08:00:00.000Z',
					closedAt: null,
					isRestricted: false,
					restriction: null,
					impressionsFrom: 0,
					impressionsTo: 1000,
					countries: [
						{ country: 'GB', percent: 85 },
						{ country: 'IE', percent: 15 },
					],
					targeting: [
						{
							facet: 'Location',
							isIncluded: true,
							isExcluded: false,
							included: ['United Kingdom', 'Ireland'],
							excluded: [],
						},
						{ facet: 'Language', isIncluded: true, isExcluded: false, included: ['English'], excluded: [] },
						{ facet: 'Company', isIncluded: false, isExcluded: true, included: [], excluded: [] },
					],
				},
			],
		},
		{
			...adsApp,
			name: 'a restricted job keeps its texts back',
			page: 'jobLibrary',
			behaviour: 'Ad Library and Job Library',
			given: ({ state }) => {
				const { jobs } = state.ads.library;
				jobs.splice(0, jobs.length, ...jobs.filter(({ restriction }) => restriction !== undefined));
				return {};
			},
			parameters: { keyword: 'team' },
			wire: [find('keyword=team')],
			out: [
				expect.objectContaining({
					id: '4467278169',
					title: null,
					company: null,
					description: null,
					salary: null,
					isRestricted: true,
					restriction: 'This job was removed because it goes against our policies.',
				}),
			],
		},
		{
			...adsApp,
			name: 'a page that is one short is not the last',
			page: 'jobLibrary',
			behaviour: 'Ad Library and Job Library',
			given: ({ state }) => {
				state.jobLibraryDropsOne = true;
				return {};
			},
			parameters: { keyword: 'team', returnAll: true },
			wire: [find('keyword=team'), find('keyword=team', 24)],
			out: Array.from({ length: 35 }, () => expect.objectContaining({ id: expect.any(String) })),
		},
		{
			...adsApp,
			name: 'words and a company, in a country and until a day',
			page: 'jobLibrary',
			behaviour: 'Ad Library and Job Library',
			parameters: {
				keyword: 'hybrid',
				company: 'fabrikam',
				filters: { countries: 'GB', end: '2026-06-30' },
			},
			wire: [
				find(
					'keyword=hybrid&organization=fabrikam&countries=List(urn%3Ali%3Acountry%3Agb)&dateRange=(end:(year:2026,month:6,day:30))',
				),
			],
			out: [expect.objectContaining({ id: '4467273104' }), expect.objectContaining({ id: '4467260948' })],
		},
		{
			...adsApp,
			name: "LinkedIn's own elements",
			page: 'jobLibrary',
			behaviour: 'Ad Library and Job Library',
			parameters: { company: 'Contoso', limit: 1, output: 'raw' },
			wire: [find('organization=Contoso', 0, 1)],
			out: [expect.objectContaining({ jobDetails: expect.objectContaining({ jobTitle: 'Data Engineer' }) })],
		},
		{
			...adsApp,
			name: 'neither words nor a company',
			page: 'jobLibrary',
			behaviour: 'Ad Library and Job Library',
			parameters: {},
			wire: [],
			error: {
				message: expect.stringMatching(/Keyword and Company are both empty/),
				description: expect.stringMatching(/at least one/),
			},
		},
		{
			...adsApp,
			name: 'a refusal names the product too',
			page: 'jobLibrary',
			about: 'product',
			behaviour: 'Ad Library and Job Library',
			given: ({ faults: armed }) => {
				armed.add(faults.accessDenied({ match: { path: /jobLibrary/ } }));
				return {};
			},
			parameters: { keyword: 'team' },
			wire: [find('keyword=team')],
			error: { description: expect.stringMatching(/needs the product LinkedIn Ad Library/) },
		},
		{
			name: 'an app without the product is told so',
			page: 'jobLibrary',
			about: 'product',
			behaviour: 'Ad Library and Job Library',
			app: 'suite-app',
			scopes: ['r_basicprofile'],
			parameters: { keyword: 'team' },
			wire: [find('keyword=team')],
			error: { description: expect.stringMatching(/needs the product LinkedIn Ad Library/) },
		},
	],
});
