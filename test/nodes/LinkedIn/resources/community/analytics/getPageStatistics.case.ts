import { defineCase, type Variables } from '../../../../../cases';
import type { Simulator } from '../../../../../simulator';
import { answer, days, daysAgo, page } from './replies';

const ACME = { __rl: true, mode: 'id', value: '2414183' };
const PATH = /^\/rest\/organizationPageStatistics/;
const ask = (more = '') => ({
	method: 'GET' as const,
	url: `/rest/organizationPageStatistics?q=organization&organization=urn%3Ali%3Aorganization%3A2414183${more}`,
	restliMethod: 'FINDER',
	version: '202609',
});
const acme = { urn: 'urn:li:organization:2414183', url: 'https://www.linkedin.com/company/2414183' };

const organization = 'urn:li:organization:2414183';

/** Two groups of visitors on one day. */
function visited({ state }: Simulator): Variables {
	state.statistics.pageViews.push(
		{
			organization,
			at: daysAgo(3),
			tab: 'overview',
			device: 'desktop',
			views: 30,
			uniqueViews: 20,
			button: { type: 'VISIT_WEBSITE', clicks: 4 },
			careersClicks: { careersPageJobsClicks: 5 },
			facets: { IndustryV2: 'urn:li:industry:4', Seniority: 'urn:li:seniority:5' },
		},
		{
			organization,
			at: daysAgo(3),
			tab: 'careers',
			device: 'mobile',
			views: 12,
			uniqueViews: 11,
			button: { type: 'VISIT_WEBSITE', clicks: 2 },
			careersClicks: { careersPageEmployeesClicks: 1, careersPageJobsClicks: 2 },
			facets: { Seniority: 'urn:li:seniority:8' },
		},
	);
	return days();
}

/** Sections by device are separate, because LinkedIn has many. */
const sections = (desktopOverview: number, mobileCareers: number) => ({
	desktopOverviewPageViews: desktopOverview,
	mobileOverviewPageViews: 0,
	desktopCareersPageViews: 0,
	mobileCareersPageViews: mobileCareers,
	desktopJobsPageViews: 0,
	mobileJobsPageViews: 0,
	desktopLifeAtPageViews: 0,
	mobileLifeAtPageViews: 0,
});
const totalRow = {
	pageViews: 42,
	desktopPageViews: 30,
	mobilePageViews: 12,
	overviewPageViews: 30,
	careersPageViews: 12,
	jobsPageViews: 0,
	lifeAtPageViews: 0,
	uniquePageViews: null,
	otherViews: sections(30, 12),
	buttonClicks: 6,
	buttons: [
		{ device: 'desktop', button: 'VISIT_WEBSITE', clicks: 4 },
		{ device: 'mobile', button: 'VISIT_WEBSITE', clicks: 2 },
	],
	careersClicks: 8,
	otherClicks: {
		careersPageClicks: {
			careersPageBannerPromoClicks: 0,
			careersPagePromoLinksClicks: 0,
			careersPageEmployeesClicks: 0,
			careersPageJobsClicks: 5,
		},
		mobileCareersPageClicks: {
			careersPagePromoLinksClicks: 0,
			careersPageEmployeesClicks: 1,
			careersPageJobsClicks: 2,
		},
	},
};
/** Groups of visitors have no clicks. */
const ofDesktop = {
	...totalRow,
	pageViews: 30,
	mobilePageViews: 0,
	careersPageViews: 0,
	otherViews: sections(30, 0),
	buttonClicks: null,
	buttons: [],
	careersClicks: null,
	otherClicks: {},
};
const ofMobile = {
	...ofDesktop,
	pageViews: 12,
	desktopPageViews: 0,
	mobilePageViews: 12,
	overviewPageViews: 0,
	careersPageViews: 12,
	otherViews: sections(0, 12),
};
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
			name: 'views and clicks of all time in one flat row',
			page: 'pageStatistics',
			given: visited,
			parameters: { organization: ACME },
			wire: [ask()],
			out: [{ ...acme, ...totalRow }],
		},
		{
			name: 'split by industry and seniority with names, in rows behind the total',
			page: 'pageStatistics',
			about: 'lifetime facets',
			given: visited,
			parameters: { organization: ACME, facets: ['seniority', 'industry'], names: true },
			wire: [ask()],
			out: [
				{ ...acme, facet: null, value: null, name: null, ...totalRow },
				{
					...acme,
					facet: 'industry',
					value: 'urn:li:industry:4',
					name: 'Software Development',
					...ofDesktop,
				},
				{ ...acme, facet: 'seniority', value: 'urn:li:seniority:5', name: 'Manager', ...ofDesktop },
				{ ...acme, facet: 'seniority', value: 'urn:li:seniority:8', name: 'CXO', ...ofMobile },
			],
		},
		{
			name: 'by day',
			page: 'pageStatistics',
			about: 'timeIntervals',
			given: visited,
			parameters: { organization: ACME, granularity: 'DAY', start: '${day3}', end: '${day2}' },
			wire: [ask('&timeIntervals=(timeRange:(start:${ms3},end:${ms2}),timeGranularityType:DAY)')],
			out: [{ ...acme, start: '${day3}', end: '${day2}', ...totalRow, uniquePageViews: 31 }],
		},
		...[
			'urn:li:organizationBrand:2414183',
			'urn%3Ali%3AorganizationBrand%3A2414183',
			'https://www.linkedin.com/showcase/2414183',
			'https%3A%2F%2Fwww.linkedin.com%2Fshowcase%2F2414183',
		].map((value) => ({
			name: `a showcase page is asked for by its own resource: ${value}`,
			page: 'pageStatistics' as const,
			about: 'brandPageStatistics',
			given: visited,
			parameters: { organization: { __rl: true, mode: 'id', value } },
			wire: [
				{ ...ask(), url: '/rest/brandPageStatistics?q=brand&brand=urn%3Ali%3AorganizationBrand%3A2414183' },
			],
			out: [{ ...acme, ...totalRow }],
		})),
		{
			name: 'a page that LinkedIn says nothing of is a row of nulls',
			page: 'pageStatistics',
			given: (simulator) => {
				answer(simulator, PATH, page([]));
				return {};
			},
			parameters: { organization: ACME },
			wire: [ask()],
			out: [{ ...acme, ...nothing }],
		},
		{
			name: 'a group that nobody knew is kept, and one that cannot be read takes no other with it',
			page: 'pageStatistics',
			given: (simulator) => {
				const clicks = {
					desktopCustomButtonClickCounts: 'many',
					mobileCustomButtonClickCounts: [{ customButtonType: 'SIGN_UP', clicks: 3 }, { clicks: 1 }, {}],
					careersPageClicks: { careersPageJobsClicks: 5, careersPageBannerPromoClicks: null },
					eventsPageClicks: 4,
				};
				const views = { allPageViews: { pageViews: 9 }, aboutPageViews: { pageViews: 2 }, jobsPageViews: 1 };
				answer(simulator, PATH, page([{ organization, totalPageStatistics: { clicks, views } }]));
				return {};
			},
			parameters: { organization: ACME },
			wire: [ask()],
			out: [
				{
					...acme,
					...nothing,
					pageViews: 9,
					otherViews: { aboutPageViews: 2 },
					buttonClicks: null,
					buttons: [
						{ device: 'mobile', button: 'SIGN_UP', clicks: 3 },
						{ device: 'mobile', button: null, clicks: 1 },
						{ device: 'mobile', button: null, clicks: null },
					],
					careersClicks: 5,
					otherClicks: { careersPageClicks: { careersPageJobsClicks: 5 }, eventsPageClicks: 4 },
				},
			],
		},
		{
			name: 'a split that LinkedIn has no weeks for is refused without a call',
			page: 'pageStatistics',
			about: 'timeGranularityType',
			parameters: { organization: ACME, granularity: '={{ "WEEK" }}', start: '2026-01-01' },
			wire: [],
			error: { description: expect.stringContaining('TOTAL, DAY, MONTH') },
		},
	],
});
