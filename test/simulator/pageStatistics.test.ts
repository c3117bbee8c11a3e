import { ACME, enc, NOW, send, startAtNow, tokenOf } from './wire';
import type { Simulator } from './index';
import type { WireAnswer } from './wire';

const DAY = 24 * 60 * 60 * 1000;
/** 00:00 UTC of the current day. */
const TODAY = Math.floor(NOW / DAY) * DAY;

let simulator: Simulator;
beforeAll(async () => {
	simulator = await startAtNow();
	const { statistics } = simulator.state;
	const common = { organization: ACME };
	statistics.followerSegments.push(
		{ ...common, facet: 'Seniority', value: 'urn:li:seniority:3', organic: 5 },
		{ ...common, facet: 'Seniority', value: 'urn:li:seniority:8', organic: 17, paid: 2 },
		{ ...common, facet: 'GeoCountry', value: 'urn:li:geo:101282230', organic: 9 },
	);
	statistics.followerGains.push(
		{ ...common, at: TODAY - 10 * DAY, organic: 4 },
		{ ...common, at: TODAY - 9 * DAY, organic: -2, paid: 1 },
		{ ...common, at: TODAY - DAY, organic: 99 },
	);
	statistics.pageViews.push(
		{
			...common,
			at: TODAY - 2 * DAY,
			tab: 'overview',
			device: 'desktop',
			views: 7,
			uniqueViews: 5,
			button: { type: 'VISIT_WEBSITE', clicks: 2 },
			careersClicks: { careersPageJobsClicks: 4 },
			facets: { Seniority: 'urn:li:seniority:8' },
		},
		{ ...common, at: TODAY - DAY, tab: 'careers', device: 'mobile', views: 3, uniqueViews: 3 },
	);
});
afterAll(async () => simulator.close());

const get = async (path: string, member = 'ada'): Promise<WireAnswer> =>
	send(simulator, { path, token: tokenOf(simulator, member) });
const intervals = (start: number, end: number, granularity: string) =>
	`&timeIntervals=(timeRange:(start:${start},end:${end}),timeGranularityType:${granularity})`;

describe('follower statistics', () => {
	const find = async (query = '', member = 'ada') =>
		get(
			`/rest/organizationalEntityFollowerStatistics?q=organizationalEntity&organizationalEntity=${enc(ACME)}${query}`,
			member,
		);

	it('of its life are one element with every facet, the largest first, and no total', async () => {
		expect((await find()).json.elements).toEqual([
			{
				organizationalEntity: ACME,
				followerCountsByAssociationType: [],
				followerCountsBySeniority: [
					{
						followerCounts: { organicFollowerCount: 19, paidFollowerCount: 2 },
						seniority: 'urn:li:seniority:8',
					},
					{
						followerCounts: { organicFollowerCount: 5, paidFollowerCount: 0 },
						seniority: 'urn:li:seniority:3',
					},
				],
				followerCountsByIndustry: [],
				followerCountsByFunction: [],
				followerCountsByStaffCountRange: [],
				followerCountsByGeoCountry: [
					{ followerCounts: { organicFollowerCount: 9, paidFollowerCount: 0 }, geo: 'urn:li:geo:101282230' },
				],
				followerCountsByGeo: [],
			},
		]);
	});

	it('by day are gains, which may be losses, up to two days ago', async () => {
		const { elements } = (await find(intervals(TODAY - 30 * DAY, TODAY, 'DAY'))).json;
		expect(elements.map((one: { followerGains: unknown }) => one.followerGains)).toEqual([
			{ organicFollowerGain: 4, paidFollowerGain: 0 },
			{ organicFollowerGain: -2, paidFollowerGain: 1 },
		]);
		expect((await find(intervals(TODAY - 30 * DAY, TODAY, 'WEEK'))).status).toBe(200);
	});

	it.each([
		['without start', '&timeIntervals=(timeRange:(end:1700000000000),timeGranularityType:DAY)', 'ada', 400],
		['by post', '&shares=List(urn%3Ali%3Ashare%3A1)', 'ada', 403],
		['for a member without the role', '', 'bob', 403],
	])('are refused %s', async (_what, query, member, status) => {
		expect((await find(query, member)).status).toBe(status);
	});
});

describe('page statistics', () => {
	const find = async (query = '', member = 'ada') =>
		get(`/rest/organizationPageStatistics?q=organization&organization=${enc(ACME)}${query}`, member);

	it('of its life have views by tab and device, clicks and facets, and no unique views', async () => {
		const [element] = (await find()).json.elements;
		expect(element).toMatchObject({
			organization: ACME,
			totalPageStatistics: {
				clicks: {
					desktopCustomButtonClickCounts: [{ customButtonType: 'VISIT_WEBSITE', clicks: 2 }],
					mobileCustomButtonClickCounts: [],
					careersPageClicks: { careersPageJobsClicks: 4, careersPageBannerPromoClicks: 0 },
					mobileCareersPageClicks: { careersPageJobsClicks: 0 },
				},
				views: {
					allPageViews: { pageViews: 10 },
					allDesktopPageViews: { pageViews: 7 },
					allMobilePageViews: { pageViews: 3 },
					overviewPageViews: { pageViews: 7 },
					mobileCareersPageViews: { pageViews: 3 },
					jobsPageViews: { pageViews: 0 },
				},
			},
			pageStatisticsBySeniority: [
				{ seniority: 'urn:li:seniority:8', pageStatistics: { views: { allPageViews: { pageViews: 7 } } } },
			],
			pageStatisticsByIndustryV2: [],
		});
		expect(element.totalPageStatistics.views.allPageViews).not.toHaveProperty('uniquePageViews');
	});

	it('by day have unique views and no facets', async () => {
		const { elements } = (await find(intervals(TODAY - 5 * DAY, TODAY, 'DAY'))).json;
		expect(elements).toMatchObject([
			{ timeRange: { start: TODAY - 2 * DAY, end: TODAY - DAY } },
			{ timeRange: { start: TODAY - DAY, end: TODAY } },
		]);
		expect(elements[0].totalPageStatistics.views.allPageViews).toEqual({ pageViews: 7, uniquePageViews: 5 });
		expect(elements[0]).not.toHaveProperty('pageStatisticsBySeniority');
	});

	it.each([
		['by week', intervals(TODAY - DAY, TODAY, 'WEEK'), 'ada', 400],
		['for a member without the role', '', 'bob', 403],
	])('are refused %s', async (_what, query, member, status) => {
		expect((await find(query, member)).status).toBe(status);
	});

	it('of a showcase page are asked for as brand', async () => {
		simulator.state.addOrganization({ id: '7700009', name: 'Show', type: 'BRAND' });
		simulator.state.setRole('ada', '7700009', 'ADMINISTRATOR');
		const brand = 'urn:li:organizationBrand:7700009';
		const reply = await get(`/rest/brandPageStatistics?q=brand&brand=${enc(brand)}`);
		expect(reply.json.elements[0].brand).toBe(brand);
		const wrong = enc('urn:li:organization:7700009');
		expect((await get(`/rest/brandPageStatistics?q=brand&brand=${wrong}`)).status).toBe(400);
	});
});
