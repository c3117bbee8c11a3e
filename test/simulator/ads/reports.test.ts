import { enc, NOW, startAtNow } from '../wire';
import { ACCOUNT, ACCOUNT_URN, adsClient, FOREIGN } from './wire';
import type { Simulator } from '../index';

/** Checked against docs.reports. */

/** As far as these tests look into it. */
interface Row {
	dateRange: Record<'start' | 'end', { month: number; day: number }>;
	impressions: number;
	pivotValues: string[];
}

let simulator: Simulator;
let ads: ReturnType<typeof adsClient>;
beforeEach(async () => {
	simulator = await startAtNow();
	ads = adsClient(simulator);
});
afterEach(async () => simulator.close());

const account = (id = ACCOUNT) => `&accounts=List(${enc(`urn:li:sponsoredAccount:${id}`)})`;
const date = (year: number, month: number, day: number) => `(year:${year},month:${month},day:${day})`;
const range = (from: string, to?: string) => `&dateRange=(start:${from}${to ? `,end:${to}` : ''})`;
const SEPTEMBER = range(date(2026, 9, 1), date(2026, 9, 30));
const get = async (query: string) => ads({ path: `/rest/adAnalytics?${query}` });
const analytics = async (query: string) => get(`q=analytics&pivot=CREATIVE${query}`);

const facts = (...more: object[]) =>
	simulator.state.ads.reports.setFacts([
		{
			account: ACCOUNT,
			campaign: '7',
			creative: '70',
			date: '2026-09-03',
			metrics: { impressions: 100, clicks: 3, costInUsd: 1.5 },
		},
		{
			account: ACCOUNT,
			campaign: '7',
			creative: '71',
			date: '2026-09-04',
			metrics: { impressions: 50, costInUsd: 0.25 },
		},
		{
			account: ACCOUNT,
			campaign: '8',
			creative: '80',
			date: '2026-08-31',
			metrics: { impressions: 7, clicks: 1 },
		},
		{ account: FOREIGN, campaign: '9', creative: '90', date: '2026-09-03', metrics: { impressions: 9 } },
		...more,
	] as Parameters<Simulator['state']['ads']['reports']['setFacts']>[0]);

describe('reports', () => {
	it('have impressions and clicks when nothing is asked, and no sign of the row', async () => {
		facts();
		expect((await analytics(`&timeGranularity=ALL${SEPTEMBER}${account()}`)).json).toEqual({
			elements: [
				{ impressions: 100, clicks: 3 },
				{ impressions: 50, clicks: 0 },
			],
			paging: { count: 10, links: [], start: 0 },
		});
	});

	it('say range and pivot when asked, and money as text', async () => {
		facts();
		const { json } = await analytics(
			`&timeGranularity=DAILY${SEPTEMBER}${account()}&fields=costInUsd,dateRange,pivotValues`,
		);
		const day = (number: number) => ({ day: number, month: 9, year: 2026 });
		expect(json.elements).toEqual([
			{
				costInUsd: '1.5',
				dateRange: { start: day(3), end: day(3) },
				pivotValues: ['urn:li:sponsoredCreative:70'],
			},
			{
				costInUsd: '0.25',
				dateRange: { start: day(4), end: day(4) },
				pivotValues: ['urn:li:sponsoredCreative:71'],
			},
		]);
	});

	it.each<[string, string, unknown[]]>([
		[
			'MONTHLY',
			range(date(2026, 8, 15), date(2026, 9, 10)),
			[
				[[8, 15], [8, 31], 7],
				[[9, 1], [9, 10], 150],
			],
		],
		['YEARLY', range(date(2026, 8, 15), date(2026, 9, 10)), [[[8, 15], [9, 10], 157]]],
		['ALL', range(date(2026, 8, 15)), [[[8, 15], [9, 21], 157]]],
		['ALL', range(date(2026, 2, 10), date(2026, 9, 10)), [[[2, 1], [9, 10], 157]]],
		['ALL', range(date(2026, 9, 5), date(2026, 9, 10)), []],
	])('%s of%s', async (granularity, dates, expected) => {
		facts();
		const { json } = await get(
			`q=analytics&pivot=ACCOUNT&timeGranularity=${granularity}${dates}${account()}&fields=impressions,dateRange`,
		);
		const side = ({ month, day }: { month: number; day: number }) => [month, day];
		const rows = json.elements.map((one: Row) => [
			side(one.dateRange.start),
			side(one.dateRange.end),
			one.impressions,
		]);
		expect(rows).toEqual(expected);
	});

	it.each<[string, number[]]>([
		[`&campaigns=List(${enc('urn:li:sponsoredCampaign:7')})`, [100, 50]],
		[`${account()}&campaigns=List(${enc('urn:li:sponsoredCampaign:8')})`, []],
		[
			`&creatives=List(${enc('urn:li:sponsoredCreative:71')},${enc('urn:li:sponsoredCreative:70')})`,
			[100, 50],
		],
		[`${account()}&creatives=List(${enc('urn:li:sponsoredCreative:71')})`, [50]],
		// Without a role the report is empty, never refused.
		[account(FOREIGN), []],
		[account('999'), []],
	])('count what all facets %s select', async (facets, expected) => {
		facts();
		const { status, json } = await analytics(`&timeGranularity=ALL${SEPTEMBER}${facets}`);
		expect([status, json.elements.map((one: Row) => one.impressions)]).toEqual([200, expected]);
	});

	it('of several pivots say the values in their order', async () => {
		facts();
		const query = `&timeGranularity=ALL${SEPTEMBER}${account()}&fields=impressions,pivotValues`;
		const { json } = await get(`q=statistics&pivots=List(CREATIVE,CAMPAIGN,MEMBER_COMPANY_SIZE)${query}`);
		for (const { pivotValues } of json.elements) {
			expect(pivotValues[0]).toMatch(/^urn:li:sponsoredCreative:7\d$/);
			expect(pivotValues[1]).toBe('urn:li:sponsoredCampaign:7');
			expect(pivotValues[2]).toMatch(/^SIZE_/);
		}
		expect(json.elements).toHaveLength(2);
	});

	const twenty =
		'impressions,clicks,likes,comments,shares,follows,opens,sends,reactions,videoViews,videoStarts,cardClicks,registrations,talentLeads,jobApplications,downloadClicks,totalEngagements,oneClickLeads,qualifiedLeads,fullScreenPlays';
	const usual = () => `&timeGranularity=ALL${SEPTEMBER}${account()}`;

	it.each<[string, () => string, string]>([
		['without pivot', () => `q=analytics${usual()}`, 'pivot'],
		['with an unknown pivot', () => `q=analytics&pivot=AGE${usual()}`, 'pivot'],
		[
			'with four pivots',
			() => `q=statistics&pivots=List(CAMPAIGN,CREATIVE,ACCOUNT,COMPANY)${usual()}`,
			'pivots',
		],
		['with one pivot outside a list', () => `q=statistics&pivots=CAMPAIGN${usual()}`, 'pivots'],
		['without granularity', () => `q=analytics&pivot=CAMPAIGN${SEPTEMBER}${account()}`, 'timeGranularity'],
		['without dates', () => `q=analytics&pivot=CAMPAIGN&timeGranularity=ALL${account()}`, 'dateRange'],
		[
			'with a day that is none',
			() => `q=analytics&pivot=CAMPAIGN&timeGranularity=ALL${range(date(2026, 2, 30))}${account()}`,
			'dateRange/start',
		],
		[
			'from its end to its start',
			() =>
				`q=analytics&pivot=CAMPAIGN&timeGranularity=ALL${range(date(2026, 9, 2), date(2026, 9, 1))}${account()}`,
			'dateRange',
		],
		['without facet', () => `q=analytics&pivot=CAMPAIGN&timeGranularity=ALL${SEPTEMBER}`, 'accounts'],
		[
			'with a facet of another type',
			() => `q=analytics&pivot=CAMPAIGN&timeGranularity=ALL${SEPTEMBER}&campaigns=List(${enc(ACCOUNT_URN)})`,
			'campaigns',
		],
		['of an unknown metric', () => `q=analytics&pivot=CAMPAIGN${usual()}&fields=leads`, 'fields'],
		['of 21 metrics', () => `q=analytics&pivot=CAMPAIGN${usual()}&fields=${twenty},commentLikes`, 'fields'],
		[
			'of a metric that members do not have',
			() => `q=analytics&pivot=MEMBER_INDUSTRY${usual()}&fields=cardClicks`,
			'fields',
		],
	])('are refused %s', async (_what, query, fieldPath) => {
		const { status, json } = await get(query());
		expect(status).toBe(400);
		expect(json.errorDetails.inputErrors[0].input.inputPath.fieldPath).toBe(fieldPath);
	});

	it('take 20 fields, range and pivot among them', async () => {
		const query = `q=analytics&pivot=CAMPAIGN${usual()}&fields=`;
		const eighteen = twenty.split(',').slice(0, 18).join();
		expect((await get(`${query}${twenty}`)).status).toBe(200);
		expect((await get(`${query}${eighteen},dateRange,pivotValues`)).status).toBe(200);
		expect((await get(`${query}${eighteen},commentLikes,dateRange,pivotValues`)).status).toBe(400);
	});

	it('are not paged, and take the scope', async () => {
		expect((await analytics(`${usual()}&start=0`)).status).toBe(403);
		expect((await analytics(`${usual()}&count=10`)).status).toBe(403);
		const other = adsClient(simulator, 'ada', ['r_ads']);
		expect((await other({ path: `/rest/adAnalytics?q=analytics&pivot=CREATIVE${usual()}` })).status).toBe(
			403,
		);
	});

	it('count creatives since the day they were made, but no drafts and no test accounts', async () => {
		const { ads: world } = simulator.state;
		world.reports.fill({ account: ACCOUNT, creatives: 2, days: 3 });
		world.addCreative(ACCOUNT, { intendedStatus: 'DRAFT', createdAt: NOW - 1e9 });
		world.reports.fill({ account: '500000007', creatives: 1 });
		const { json } = await get(
			`q=statistics&pivots=List(CREATIVE)&timeGranularity=DAILY${SEPTEMBER}${account()}&fields=impressions,dateRange`,
		);
		const days = json.elements.map((one: Row) => one.dateRange.start.day);
		expect(days).toEqual([19, 19, 20, 20, 21, 21]);
		const test = await get(
			`q=analytics&pivot=CREATIVE&timeGranularity=ALL${SEPTEMBER}${account('500000007')}`,
		);
		expect(test.json.elements).toEqual([]);
	});

	it('stop at 15,000 rows without a word', async () => {
		simulator.state.ads.reports.fill({ account: ACCOUNT, creatives: 1600, days: 10 });
		const query = (granularity: string) =>
			`q=analytics&pivot=CREATIVE&timeGranularity=${granularity}${SEPTEMBER}${account()}`;
		expect((await get(query('DAILY'))).json.elements).toHaveLength(15_000);
		expect((await get(query('ALL'))).json.elements).toHaveLength(1600);
	});

	it('know daily detail for half a year and members for two years', async () => {
		const old = (when: string) => ({
			account: ACCOUNT,
			creative: '1',
			date: when,
			metrics: { impressions: 1 },
		});
		facts(old('2026-02-01'), old('2024-01-05'), old('2010-01-05'));
		const from = range(date(2009, 1, 1));
		const sum = async (pivot: string, granularity: string) => {
			const { json } = await get(
				`q=analytics&pivot=${pivot}&timeGranularity=${granularity}${from}${account()}`,
			);
			return json.elements.reduce((total: number, one: Row) => total + one.impressions, 0);
		};
		expect(await sum('ACCOUNT', 'ALL')).toBe(159);
		expect(await sum('ACCOUNT', 'DAILY')).toBe(157);
		expect(await sum('MEMBER_INDUSTRY', 'ALL')).toBe(158);
	});

	it('are throttled by the values read within five minutes', async () => {
		facts();
		simulator.state.ads.reports.throttle.most = 4;
		expect((await analytics(usual())).status).toBe(200);
		const refused = await analytics(usual());
		expect([refused.status, refused.json.serviceErrorCode]).toEqual([429, 101]);
		simulator.clock.advance(5 * 60_000 + 1);
		expect((await analytics(usual())).status).toBe(200);
	});
});

describe('attributed revenue', () => {
	const revenue = (more: string, spelt = enc(ACCOUNT_URN)) =>
		get(`q=attributedRevenueMetrics&pivots=List(CAMPAIGN)&account=${spelt}${more}`);
	const fields = '&fields=revenueAttributionMetrics,dateRange,pivotValues';
	const quarter = range(date(2026, 6, 23), date(2026, 9, 21));

	it('is there where a CRM is connected, with open opportunities up to today', async () => {
		facts();
		expect((await revenue(quarter)).json.elements).toEqual([]);
		simulator.state.ads.reports.crmAccounts.add(ACCOUNT);
		const today = await revenue(quarter + fields);
		expect(today.json.elements.map((one: Row) => one.pivotValues)).toEqual([
			['urn:li:sponsoredCampaign:7'],
			['urn:li:sponsoredCampaign:8'],
		]);
		expect(today.json.elements[0].revenueAttributionMetrics).toHaveProperty('openOpportunities');
		const listed = await revenue(quarter, `List(${enc(ACCOUNT_URN)})`);
		expect(listed.json.elements).toHaveLength(2);
		const before = await revenue(range(date(2026, 8, 1), date(2026, 9, 5)));
		expect(before.json.elements[0].revenueAttributionMetrics).not.toHaveProperty('openOpportunities');
	});

	it.each<[string, () => Promise<{ status: number }>]>([
		['for less than 30 days', async () => revenue(range(date(2026, 9, 1), date(2026, 9, 21)))],
		['for more than a year back', async () => revenue(range(date(2025, 6, 1), date(2025, 9, 1)))],
		['without account', async () => get(`q=attributedRevenueMetrics&pivots=List(CAMPAIGN)${quarter}`)],
		[
			'by creative',
			async () =>
				get(`q=attributedRevenueMetrics&pivots=List(CREATIVE)&account=${enc(ACCOUNT_URN)}${quarter}`),
		],
		['with other fields', async () => revenue(`${quarter}&fields=impressions`)],
	])('is refused %s', async (_what, ask) => {
		expect((await ask()).status).toBe(400);
	});
});
