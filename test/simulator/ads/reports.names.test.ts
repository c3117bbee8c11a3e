import { enc, startAtNow } from '../wire';
import { ACCOUNT, ACCOUNT_URN, adsClient } from './wire';
import type { Simulator } from '../index';

/** Metrics and pivots beyond the first list (docs.reportSchema). */

let simulator: Simulator;
let ads: ReturnType<typeof adsClient>;
beforeAll(async () => {
	simulator = await startAtNow();
	ads = adsClient(simulator);
	simulator.state.ads.reports.fill({ account: ACCOUNT, creatives: 3, days: 60 });
});
afterAll(async () => simulator.close());

const SEPTEMBER = 'dateRange=(start:(year:2026,month:9,day:1),end:(year:2026,month:9,day:20))';
const get = async (query: string, fields: string, version?: string) =>
	ads({
		path: `/rest/adAnalytics?${query}&timeGranularity=ALL&${SEPTEMBER}&accounts=List(${enc(ACCOUNT_URN)})&fields=${fields}`,
		...(version && { headers: { 'linkedin-version': version } }),
	});

it('decimal counts and costs are text, averages are numbers', async () => {
	const names = ['jobApplications', 'viralRegistrations', 'costPerQualifiedLead', 'averageEventWatchTime'];
	const { json } = await get('q=analytics&pivot=ACCOUNT', [...names, 'eventViews'].join());
	expect(json.elements).toEqual([
		{
			jobApplications: expect.stringMatching(/^\d+$/),
			viralRegistrations: expect.stringMatching(/^\d+$/),
			costPerQualifiedLead: expect.stringMatching(/^\d+(\.\d)?$/),
			averageEventWatchTime: expect.any(Number),
			eventViews: expect.any(Number),
		},
	]);
});

it.each([
	['EVENT_STAGE', 'eventViews', /^(PRE_|POST_)?LIVE$/],
	['MEMBER_COUNTY', 'clicks', /^urn:li:geo:/],
	['OBJECTIVE_TYPE', 'clicks', /^[A-Z]+_[A-Z]+$/],
])('a report is split by %s', async (pivot, metric, value) => {
	const { json } = await get(`q=statistics&pivots=List(${pivot})`, `${metric},pivotValues`);
	expect(json.elements.length).toBeGreaterThan(0);
	for (const { pivotValues } of json.elements) expect(pivotValues).toEqual([expect.stringMatching(value)]);
});

it.each([
	['of one pivot that only the finder of several has', 'q=analytics&pivot=OBJECTIVE_TYPE', 'clicks'],
	['of clicks by the stage of an event', 'q=analytics&pivot=EVENT_STAGE', 'eventViews,clicks'],
	['of a viral twin of event views', 'q=analytics&pivot=ACCOUNT', 'viralEventViews'],
])('a report is refused %s', async (_what, query, fields) => {
	expect((await get(query, fields)).status).toBe(400);
});

it('a metric is refused by the versions before its own', async () => {
	const status = async (version: string) =>
		(await get('q=analytics&pivot=ACCOUNT', 'appointmentsScheduled', version)).status;
	expect([await status('202604'), await status('202605')]).toEqual([400, 200]);
});
