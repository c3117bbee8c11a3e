import { defineCase } from '../../../../../cases';
import { answer, days, page } from './replies';

const ACME = { __rl: true, mode: 'id', value: '2414183' };
const PATH = /^\/rest\/organizationPageStatistics/;
const ask = (more = '') => ({
	method: 'GET' as const,
	url: `/rest/organizationPageStatistics?q=organization&organization=urn%3Ali%3Aorganization%3A2414183${more}`,
	restliMethod: 'FINDER',
	version: '202609',
});
const organization = 'urn:li:organization:2414183';
const acme = { urn: organization, url: 'https://www.linkedin.com/company/2414183' };
const nothing = {
	pageViews: null,
	desktopPageViews: null,
	mobilePageViews: null,
	overviewPageViews: null,
	careersPageViews: null,
	jobsPageViews: null,
	lifeAtPageViews: null,
	uniquePageViews: null,
	otherViews: {},
	buttonClicks: null,
	buttons: [],
	careersClicks: null,
	otherClicks: {},
};

export default defineCase({
	operation: 'analytics:getPageStatistics',
	cases: [
		{
			name: 'numbers that cannot be read are no zeros, and there is no sum of the others',
			page: 'pageStatistics',
			given: (simulator) => {
				const clicks = {
					desktopCustomButtonClickCounts: [{ customButtonType: 'SIGN_UP', clicks: '3' }],
					mobileCustomButtonClickCounts: [{ customButtonType: 'SIGN_UP', clicks: -1 }],
					careersPageClicks: { careersPageJobsClicks: null },
					mobileCareersPageClicks: { careersPageJobsClicks: '5', careersPageBannerPromoClicks: 1 },
				};
				const views = {
					allPageViews: { pageViews: '9', uniquePageViews: null },
					allMobilePageViews: { pageViews: -1 },
					aboutPageViews: {},
				};
				answer(simulator, PATH, page([{ organization, totalPageStatistics: { clicks, views } }]));
				return {};
			},
			parameters: { organization: ACME },
			wire: [ask()],
			out: [
				{
					...acme,
					...nothing,
					otherViews: { aboutPageViews: null },
					buttons: [
						{ device: 'desktop', button: 'SIGN_UP', clicks: null },
						{ device: 'mobile', button: 'SIGN_UP', clicks: null },
					],
					otherClicks: {
						mobileCareersPageClicks: { careersPageJobsClicks: null, careersPageBannerPromoClicks: 1 },
					},
				},
			],
		},
		{
			name: 'a careers tab without a number is no zero, and takes nothing from the other one',
			page: 'pageStatistics',
			given: (simulator) => {
				const groups = [
					{ careersPageClicks: {} },
					{ careersPageClicks: { careersPagePromoLinksClicks: 'n/a', careersPageBannerPromoClicks: null } },
					{ careersPageClicks: { careersPageJobsClicks: 5 }, mobileCareersPageClicks: {} },
				];
				const element = (clicks: object) => ({ organization, totalPageStatistics: { clicks } });
				answer(simulator, PATH, page(groups.map(element)));
				return days();
			},
			parameters: { organization: ACME, granularity: 'DAY', start: '${day3}', end: '${day2}' },
			wire: [ask('&timeIntervals=(timeRange:(start:${ms3},end:${ms2}),timeGranularityType:DAY)')],
			out: [
				expect.objectContaining({ careersClicks: null, otherClicks: {} }),
				expect.objectContaining({
					careersClicks: null,
					otherClicks: { careersPageClicks: { careersPagePromoLinksClicks: null } },
				}),
				expect.objectContaining({
					careersClicks: 5,
					otherClicks: { careersPageClicks: { careersPageJobsClicks: 5 } },
				}),
			],
		},
		{
			name: 'less than nothing is no number of views or clicks, in a split too',
			page: 'pageStatistics',
			given: (simulator) => {
				const pageStatistics = {
					views: { allPageViews: { pageViews: -1 }, careersPageViews: { pageViews: -1 } },
				};
				const totalPageStatistics = {
					...pageStatistics,
					clicks: {
						desktopCustomButtonClickCounts: [{ customButtonType: 'SIGN_UP', clicks: -1 }],
						careersPageClicks: { careersPageJobsClicks: -1 },
					},
				};
				const pageStatisticsBySeniority = [{ seniority: 'urn:li:seniority:5', pageStatistics }];
				answer(simulator, PATH, page([{ organization, totalPageStatistics, pageStatisticsBySeniority }]));
				return {};
			},
			parameters: { organization: ACME, facets: ['seniority'] },
			wire: [ask()],
			out: [
				{
					...acme,
					facet: null,
					value: null,
					name: null,
					...nothing,
					buttons: [{ device: 'desktop', button: 'SIGN_UP', clicks: null }],
					otherClicks: { careersPageClicks: { careersPageJobsClicks: null } },
				},
				{ ...acme, facet: 'seniority', value: 'urn:li:seniority:5', name: 'Manager', ...nothing },
			],
		},
	],
});
