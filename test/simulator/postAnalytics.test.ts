import { ACME, enc, NOW, send, startAtNow, tokenOf } from './wire';
import type { Post, Simulator } from './index';
import type { Role } from './model';
import type { WireAnswer } from './wire';

const DAY = 24 * 60 * 60 * 1000;
const at = (day: number) => Date.UTC(2026, 8, day, 12);
const date = (day: number, month = 9) => `(day:${day},month:${month},year:2026)`;
const range = (from: string, to: string) => `&dateRange=(start:${from},end:${to})`;

let simulator: Simulator;
let video: Post;
let share: Post;
let ugc: Post;
let cleos: Post;
beforeAll(async () => {
	simulator = await startAtNow();
	const { state } = simulator;
	video = state.addPost({ author: ACME, text: 'v', type: 'ugcPost' });
	share = state.addPost({ author: 'ada', text: 's' });
	ugc = state.addPost({ author: 'ada', text: 'u', type: 'ugcPost' });
	cleos = state.addPost({ author: 'cleo', text: 'c' });
	state.statistics.videos.push(
		{ post: video.urn, metric: 'VIDEO_VIEW', at: at(14), count: 3 },
		{ post: video.urn, metric: 'VIDEO_VIEW', at: at(15), count: 4 },
		{ post: video.urn, metric: 'TIME_WATCHED', at: at(15), count: 9000 },
	);
	state.statistics.memberPosts.push(
		{ post: share.urn, metric: 'REACTION', at: at(4), count: 2 },
		{ post: share.urn, metric: 'REACTION', at: at(6), count: 1 },
		{ post: ugc.urn, metric: 'REACTION', at: at(6), count: 5 },
		{ post: share.urn, metric: 'POST_SAVE', at: at(6), count: 7 },
		{ post: cleos.urn, metric: 'REACTION', at: at(6), count: 99 },
	);
	const member = state.member('ada').urn;
	state.statistics.memberFollowers.set(member, 1000);
	state.statistics.memberFollowerGains.push({ member, at: at(4), count: 3 }, { member, at: at(6), count: 2 });
});
afterAll(async () => simulator.close());

const SCOPES = ['r_member_postAnalytics', 'r_member_profileAnalytics', 'r_organization_social'];
const get = async (
	path: string,
	options: { member?: string; scopes?: string[]; version?: string; app?: string } = {},
) =>
	send(simulator, {
		path,
		token: tokenOf(simulator, options.member ?? 'ada', options.scopes ?? SCOPES, options.app),
		headers: { 'linkedin-version': options.version ?? '202609' },
	});

describe('video analytics', () => {
	const find = async (query: string, post = video.urn, member = 'ada'): Promise<WireAnswer> =>
		get(`/rest/videoAnalytics?q=entity&entity=${enc(post)}${query}`, { member });

	it.each<[string, string, number[]]>([
		['in all', '&type=VIDEO_VIEW&aggregation=ALL', [7]],
		['in all, when aggregation is left out', '&type=VIDEO_VIEW', [7]],
		['by day', '&type=VIDEO_VIEW&aggregation=DAY', [3, 4]],
		['by week', '&type=VIDEO_VIEW&aggregation=WEEK', [7]],
		['in a time', `&type=VIDEO_VIEW&timeRange=(start:${at(15)},end:${at(15) + DAY})`, [4]],
		['of another type', '&type=TIME_WATCHED', [9000]],
		['that are none', '&type=VIEWER', []],
	])('count %s', async (_what, query, values) => {
		const { json } = await find(query);
		expect(json.elements.map((one: { value: number }) => one.value)).toEqual(values);
		for (const one of json.elements) expect(one.entity).toBe(video.urn);
	});

	it.each<[string, string, number, number[]]>([
		['views of a video of 5 months', 'VIDEO_VIEW', 150, [7]],
		['no views of a video of 7 months', 'VIDEO_VIEW', 215, []],
		['no viewers of a video of 7 months', 'VIEWER', 215, []],
		['the time watched of a video of 7 months', 'TIME_WATCHED', 215, [7]],
	])('keep %s', async (_what, metric, days, values) => {
		const createdAt = NOW - days * DAY;
		const old = simulator.state.addPost({ author: ACME, text: 'o', type: 'ugcPost', createdAt });
		simulator.state.statistics.videos.push({ post: old.urn, metric, at: createdAt, count: 7 });
		const { json } = await find(`&type=${metric}`, old.urn);
		expect(json.elements.map((one: { value: number }) => one.value)).toEqual(values);
	});

	it.each<[string, string, () => string, string, number]>([
		['without type', '', () => video.urn, 'ada', 400],
		['with another type', '&type=VIEWS', () => video.urn, 'ada', 400],
		['by month', '&type=VIEWER&aggregation=MONTH', () => video.urn, 'ada', 400],
		['of a share', '&type=VIEWER', () => share.urn, 'ada', 400],
		['of nothing', '&type=VIEWER', () => 'urn:li:ugcPost:1', 'ada', 404],
		['for a member without a role', '&type=VIEWER', () => video.urn, 'bob', 403],
	])('are refused %s', async (_what, query, post, member, status) => {
		expect((await find(query, post(), member)).status).toBe(status);
	});

	it.each<[Role, number]>([
		['ADMINISTRATOR', 200],
		['DIRECT_SPONSORED_CONTENT_POSTER', 200],
		['CONTENT_ADMINISTRATOR', 403],
		['RECRUITING_POSTER', 403],
	])('of a page are shown to a member with the role %s with %d', async (role, status) => {
		simulator.state.setRole('bob', ACME, role);
		const reply = await find('&type=VIDEO_VIEW', video.urn, 'bob');
		simulator.state.setRole('bob', ACME, role, 'REVOKED');
		expect(reply.status).toBe(status);
	});
});

describe('member post analytics', () => {
	const path = (query: string) => `/rest/memberCreatorPostAnalytics?${query}`;
	const entity = (post: Post, name = post.urn.includes('share') ? 'share' : 'ugc') =>
		`q=entity&entity=(${name}:${enc(post.urn)})`;
	const rows = (reply: WireAnswer) =>
		reply.json.elements.map((one: { count: number; dateRange?: { start: { day: number } } }) => [
			one.dateRange?.start.day,
			one.count,
		]);

	it('of one post say metric, post and day', async () => {
		const reply = await get(
			path(`${entity(share)}&queryType=REACTION&aggregation=DAILY${range(date(4), date(6))}`),
		);
		expect(reply.json).toEqual({
			paging: { start: 0, count: 10, links: [], total: 1 },
			elements: [
				{
					count: 2,
					metricType: 'REACTION',
					targetEntity: { share: share.urn },
					dateRange: {
						start: { day: 4, month: 9, year: 2026 },
						end: { day: 5, month: 9, year: 2026 },
					},
				},
			],
		});
	});

	it.each<[string, () => string, unknown[]]>([
		['of a ugcPost in all', () => `${entity(ugc)}&queryType=REACTION&aggregation=TOTAL`, [[undefined, 5]]],
		['of all own posts in all', () => 'q=me&queryType=REACTION', [[undefined, 8]]],
		[
			'of all own posts by day',
			() => 'q=me&queryType=REACTION&aggregation=DAILY',
			[
				[4, 2],
				[6, 6],
			],
		],
		['of a metric without activity', () => `${entity(ugc)}&queryType=COMMENT`, []],
		['of a metric since 202604', () => 'q=me&queryType=POST_SAVE', [[undefined, 7]]],
	])('count %s', async (_what, query, expected) => {
		expect(rows(await get(path(query())))).toEqual(expected);
	});

	it('have another shape of metricType before 202605', async () => {
		const typeIn = async (version: string) =>
			(await get(path('q=me&queryType=REACTION'), { version })).json.elements[0].metricType;
		expect([await typeIn('202605'), await typeIn('202604')]).toEqual([
			'REACTION',
			{ 'com.linkedin.adsexternalapi.memberanalytics.v1.CreatorPostAnalyticsMetricTypeV1': 'REACTION' },
		]);
	});

	it.each<[string, () => string, object, number]>([
		['without metric', () => 'q=me', {}, 400],
		['of an unknown metric', () => 'q=me&queryType=LIKES', {}, 400],
		['of a new metric in an old version', () => 'q=me&queryType=POST_SAVE', { version: '202603' }, 400],
		['of reach by day', () => 'q=me&queryType=MEMBERS_REACHED&aggregation=DAILY', {}, 400],
		[
			'of impressions of a post by day',
			() => `${entity(share)}&queryType=IMPRESSION&aggregation=DAILY`,
			{},
			400,
		],
		['of a ugcPost as share', () => `${entity(ugc, 'share')}&queryType=REACTION`, {}, 400],
		['of a bare URN', () => `q=entity&entity=${enc(share.urn)}&queryType=REACTION`, {}, 400],
		['of a post of another', () => `${entity(cleos)}&queryType=REACTION`, {}, 403],
		['of a day that is none', () => `q=me&queryType=REACTION${range(date(31, 6), date(2, 7))}`, {}, 400],
		['of a time in ms', () => `q=me&queryType=REACTION&dateRange=(start:${NOW},end:${NOW})`, {}, 400],
		['without the scope', () => 'q=me&queryType=REACTION', { scopes: ['r_organization_social'] }, 403],
	])('are refused %s', async (_what, query, options, status) => {
		expect((await get(path(query()), options)).status).toBe(status);
	});

	it('are -1 where the quirk has LinkedIn without a value', async () => {
		simulator.quirks.on('minusOnes');
		const reply = await get(path('q=me&queryType=REACTION'));
		simulator.quirks.off();
		expect(rows(reply)).toEqual([[undefined, -1]]);
	});

	it('are not there for an app of the Development tier', async () => {
		simulator.state.addApp({
			clientId: 'new-app',
			clientSecret: 's',
			products: ['communityManagement'],
			tier: 'development',
		});
		expect((await get(path('q=me&queryType=REACTION'), { app: 'new-app' })).status).toBe(404);
	});
});

describe('member followers', () => {
	it('are the total now, and the new ones by day', async () => {
		const now = await get('/rest/memberFollowersCount?q=me');
		expect(now.json.elements).toEqual([{ memberFollowersCount: 1000 }]);
		const daily = await get(`/rest/memberFollowersCount?q=dateRange${range(date(4), date(7))}`);
		expect(daily.json.elements).toEqual([
			{
				memberFollowersCount: 3,
				dateRange: { start: { day: 4, month: 9, year: 2026 }, end: { day: 5, month: 9, year: 2026 } },
			},
			{
				memberFollowersCount: 2,
				dateRange: { start: { day: 6, month: 9, year: 2026 }, end: { day: 7, month: 9, year: 2026 } },
			},
		]);
	});

	it.each<[string, string, object, number]>([
		['without range', 'q=dateRange', {}, 400],
		['with half a range', `q=dateRange&dateRange=(start:${date(4)})`, {}, 400],
		['without the scope', 'q=me', { scopes: ['r_member_postAnalytics'] }, 403],
	])('are refused %s', async (_what, query, options, status) => {
		expect((await get(`/rest/memberFollowersCount?${query}`, options)).status).toBe(status);
	});
});
