import { enc, send, startAtNow, tokenOf } from './wire';
import type { Post, Simulator } from './index';

/** Checked against docs.memberVideoStatistics. */

let simulator: Simulator;
let video: Post;
let share: Post;
let cleos: Post;
beforeAll(async () => {
	simulator = await startAtNow();
	const { state } = simulator;
	video = state.addPost({ author: 'ada', text: 'v', type: 'ugcPost' });
	share = state.addPost({ author: 'ada', text: 's' });
	cleos = state.addPost({ author: 'cleo', text: 'c', type: 'ugcPost' });
	const row = (day: number, count: number, metric = 'VIDEO_PLAY') => ({
		post: video.urn,
		metric,
		at: Date.UTC(2026, 8, day, 12),
		count,
	});
	state.statistics.memberPosts.push(row(4, 2), row(6, 5), row(6, 90, 'VIDEO_WATCH_TIME'));
});
afterAll(async () => simulator.close());

const get = async (query: string, scopes = ['r_member_postAnalytics']) =>
	send(simulator, {
		path: `/rest/memberCreatorVideoAnalytics?q=entity${query}`,
		token: tokenOf(simulator, 'ada', scopes),
	});
const ugc = (post: Post) => `&entity=(ugc:${enc(post.urn)})`;
const date = (day: number) => `(day:${day},month:9,year:2026)`;

describe("analytics of a member's video", () => {
	it('say metric, post and day', async () => {
		const { json } = await get(`${ugc(video)}&queryType=VIDEO_PLAY&aggregation=DAILY`);
		const element = (day: number, count: number) => ({
			count,
			metricType: 'VIDEO_PLAY',
			targetEntity: { ugc: video.urn },
			dateRange: {
				start: { day, month: 9, year: 2026 },
				end: { day: day + 1, month: 9, year: 2026 },
			},
		});
		expect(json).toEqual({
			paging: { start: 0, count: 10, links: [], total: 2 },
			elements: [element(4, 2), element(6, 5)],
		});
	});

	it.each<[string, string, number[]]>([
		['in all', '&queryType=VIDEO_PLAY&aggregation=TOTAL', [7]],
		['in all, when aggregation is left out', '&queryType=VIDEO_WATCH_TIME', [90]],
		['in a time', `&queryType=VIDEO_PLAY&dateRange=(start:${date(4)},end:${date(6)})`, [2]],
		['that are none', '&queryType=VIDEO_VIEWER', []],
	])('count %s', async (_what, query, counts) => {
		const { json } = await get(ugc(video) + query);
		expect(json.elements.map((one: { count: number }) => one.count)).toEqual(counts);
	});

	it.each<[string, string, number, number[]]>([
		['plays of a video of 11 months', 'VIDEO_PLAY', 330, [7]],
		['no plays of a video of 13 months', 'VIDEO_PLAY', 400, []],
		['no viewers of a video of 13 months', 'VIDEO_VIEWER', 400, []],
		['the time watched of a video of 13 months', 'VIDEO_WATCH_TIME', 400, [7]],
	])('keep %s', async (_what, metric, days, counts) => {
		const { state, clock } = simulator;
		const createdAt = clock.now() - days * 86_400_000;
		const old = state.addPost({ author: 'ada', text: 'o', type: 'ugcPost', createdAt });
		state.statistics.memberPosts.push({ post: old.urn, metric, at: createdAt, count: 7 });
		const { json } = await get(`${ugc(old)}&queryType=${metric}`);
		expect(json.elements.map((one: { count: number }) => one.count)).toEqual(counts);
	});

	it.each<[string, () => string, number]>([
		['without metric', () => ugc(video), 400],
		['of an unknown metric', () => `${ugc(video)}&queryType=VIDEO_VIEW`, 400],
		['by week', () => `${ugc(video)}&queryType=VIDEO_PLAY&aggregation=WEEKLY`, 400],
		['of a share', () => `&entity=(share:${enc(share.urn)})&queryType=VIDEO_PLAY`, 400],
		['of a bare URN', () => `&entity=${enc(video.urn)}&queryType=VIDEO_PLAY`, 400],
		['of a post of another', () => `${ugc(cleos)}&queryType=VIDEO_PLAY`, 403],
	])('are refused %s', async (_what, query, status) => {
		expect((await get(query())).status).toBe(status);
	});

	it('take the scope', async () => {
		expect((await get(`${ugc(video)}&queryType=VIDEO_PLAY`, ['r_basicprofile'])).status).toBe(403);
	});
});
