import { ACME, enc, GLOBEX, NOW, send, startAtNow, tokenOf } from './wire';
import type { Post, Simulator } from './index';
import type { WireAnswer } from './wire';

const DAY = 24 * 60 * 60 * 1000;
/** 00:00 UTC of the current day. */
const TODAY = Math.floor(NOW / DAY) * DAY;

let simulator: Simulator;
let share: Post;
let quiet: Post;
let ugc: Post;
beforeAll(async () => {
	simulator = await startAtNow();
	const { state } = simulator;
	share = state.addPost({ author: ACME, text: 'a' });
	quiet = state.addPost({ author: ACME, text: 'b' });
	ugc = state.addPost({ author: ACME, text: 'c', type: 'ugcPost' });
	const { statistics } = state;
	const common = { organization: ACME };
	statistics.shares.push(
		{
			...common,
			post: share.urn,
			at: TODAY - 3 * DAY,
			impressionCount: 100,
			uniqueImpressionsCount: 80,
			clickCount: 5,
			likeCount: 3,
		},
		{ ...common, post: share.urn, at: TODAY - 3 * DAY + 1, impressionCount: 10, commentCount: 2 },
		{ ...common, post: ugc.urn, at: TODAY - 2 * DAY, impressionCount: 90, shareCount: 10, likeCount: -1 },
		{ ...common, at: TODAY - 400 * DAY, impressionCount: 800 },
		{ organization: GLOBEX, at: TODAY - DAY, impressionCount: 5 },
	);
});
afterAll(async () => simulator.close());

const get = async (path: string, member = 'ada', headers = {}): Promise<WireAnswer> =>
	send(simulator, { path, token: tokenOf(simulator, member), headers });
const intervals = (start: number, end: number, granularity: string) =>
	`&timeIntervals=(timeRange:(start:${start},end:${end}),timeGranularityType:${granularity})`;
const UNPAGED = { start: 0, count: 10, links: [] };

describe('share statistics', () => {
	const find = async (query = '', member = 'ada', page = ACME) =>
		get(
			`/rest/organizationalEntityShareStatistics?q=organizationalEntity&organizationalEntity=${enc(page)}${query}`,
			member,
		);

	it('of the life of a page are one element', async () => {
		expect((await find()).json).toEqual({
			paging: UNPAGED,
			elements: [
				{
					organizationalEntity: ACME,
					totalShareStatistics: {
						impressionCount: 1000,
						uniqueImpressionsCount: 80,
						clickCount: 5,
						likeCount: 2,
						commentCount: 2,
						shareCount: 10,
						engagement: 0.019,
					},
				},
			],
		});
	});

	it('by day have UTC days, no unique impressions, negative likes and no empty day', async () => {
		const { elements } = (await find(intervals(TODAY - 5 * DAY, TODAY, 'DAY'))).json;
		expect(elements).toEqual([
			{
				organizationalEntity: ACME,
				timeRange: { start: TODAY - 3 * DAY, end: TODAY - 2 * DAY },
				totalShareStatistics: {
					impressionCount: 110,
					clickCount: 5,
					likeCount: 3,
					commentCount: 2,
					shareCount: 0,
					engagement: 10 / 110,
				},
			},
			{
				organizationalEntity: ACME,
				timeRange: { start: TODAY - 2 * DAY, end: TODAY - DAY },
				totalShareStatistics: {
					impressionCount: 90,
					clickCount: 0,
					likeCount: -1,
					commentCount: 0,
					shareCount: 10,
					engagement: 0.1,
				},
			},
		]);
	});

	it.each([
		['start inclusive', TODAY - 3 * DAY, TODAY - 3 * DAY + 1, 100],
		['end exclusive', TODAY - 4 * DAY, TODAY - 3 * DAY, undefined],
		['twelve months back', TODAY - 500 * DAY, TODAY - 3 * DAY, undefined],
	])('have their %s', async (_what, start, end, impressions) => {
		const { elements } = (await find(intervals(start, end, 'DAY'))).json;
		expect(elements[0]?.totalShareStatistics.impressionCount).toBe(impressions);
	});

	it('by month are one element a month', async () => {
		const { elements } = (await find(intervals(TODAY - 5 * DAY, TODAY, 'MONTH'))).json;
		expect(elements.map((one: { timeRange: unknown }) => one.timeRange)).toEqual([
			{ start: Date.UTC(2026, 8, 1), end: Date.UTC(2026, 9, 1) },
		]);
	});

	it('by post leave out those without activity, and name each by its kind', async () => {
		const shares = `&shares=List(${[share.urn, quiet.urn].map(enc).join(',')})`;
		const { elements } = (await find(shares)).json;
		expect(elements).toEqual([
			{
				organizationalEntity: ACME,
				share: share.urn,
				totalShareStatistics: expect.objectContaining({ impressionCount: 110, uniqueImpressionsCount: 80 }),
			},
		]);
		const ugcPosts = (await find(`&ugcPosts=List(${enc(ugc.urn)})`)).json.elements;
		expect(ugcPosts).toMatchObject([{ ugcPost: ugc.urn, totalShareStatistics: { shareCount: 10 } }]);
		expect(ugcPosts[0]).not.toHaveProperty('share');
	});

	it('are never paged', async () => {
		const posts = Array.from({ length: 15 }, () => simulator.state.addPost({ author: ACME, text: 'x' }).urn);
		const rows = posts.map((post) => ({ organization: GLOBEX, post, at: 0, impressionCount: 1 }));
		simulator.state.setRole('ada', GLOBEX, 'ADMINISTRATOR');
		simulator.state.statistics.shares.push(...rows);
		const reply = await find(`&shares=List(${posts.map(enc).join(',')})&start=10&count=10`, 'ada', GLOBEX);
		expect([reply.json.elements.length, reply.json.paging]).toEqual([15, UNPAGED]);
	});

	it.each<[string, () => string, string, number]>([
		['for a member without the role', () => '', 'bob', 403],
		['with a ugcPost among shares', () => `&shares=List(${enc(ugc.urn)})`, 'ada', 400],
		['with a share among ugcPosts', () => `&ugcPosts=List(${enc(share.urn)})`, 'ada', 400],
		['with an activity', () => `&shares=List(${enc(share.activity)})`, 'ada', 400],
		['with an empty list', () => '&shares=List()', 'ada', 400],
		[
			'with a post and a time',
			() => `&shares=List(${enc(share.urn)})${intervals(1e12, 2e12, 'DAY')}`,
			'ada',
			400,
		],
		['by week', () => intervals(TODAY - DAY, TODAY, 'WEEK'), 'ada', 400],
		['from the end to the start', () => intervals(TODAY, TODAY - DAY, 'DAY'), 'ada', 400],
		['without granularity', () => '&timeIntervals=(timeRange:(start:1700000000000))', 'ada', 400],
		['in seconds', () => intervals(1700000000, 1800000000, 'DAY'), 'ada', 400],
		['in the words of protocol 1', () => '&timeIntervals.timeGranularityType=DAY', 'ada', 403],
	])('are refused %s', async (_what, query, member, status) => {
		expect((await find(query(), member)).status).toBe(status);
	});

	it('are refused without page, and for a bare number', async () => {
		const path = '/rest/organizationalEntityShareStatistics?q=organizationalEntity';
		const statuses = [await get(path), await get(`${path}&organizationalEntity=2414183`)];
		expect(statuses.map((reply) => reply.json.code)).toEqual(['MISSING_FIELD', 'INVALID_URN_TYPE']);
	});

	it('take the other grammar under protocol 1.0', async () => {
		const query =
			`organizationalEntity=${encodeURIComponent(ACME)}&timeIntervals.timeGranularityType=DAY` +
			`&timeIntervals.timeRange.start=${TODAY - 5 * DAY}&timeIntervals.timeRange.end=${TODAY}`;
		const { json } = await get(
			`/rest/organizationalEntityShareStatistics?q=organizationalEntity&${query}`,
			'ada',
			{ 'x-restli-protocol-version': undefined },
		);
		expect(json.elements).toHaveLength(2);
	});
});
