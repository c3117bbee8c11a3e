import { defineCase, type Variables } from '../../../../../cases';
import type { Simulator } from '../../../../../simulator';
import { answer, DAY_MS, days, daysAgo, page, wireDates } from './replies';

const ask = (query: string, resource = 'videoAnalytics') => ({
	method: 'GET' as const,
	url: `/rest/${resource}?q=entity&${query}`,
	restliMethod: 'FINDER',
	version: '202609',
});
const keys = (urn: string) => ({ urn, url: `https://www.linkedin.com/feed/update/${urn}` });
const allTime = { start: null, end: null };
const MISSING = 'urn:li:ugcPost:7044807025298026499';

/** A video post of Acme Corp, watched three and two days ago. */
function watched({ state }: Simulator): Variables {
	const video = state.addPost({ author: '2414183', text: 'Our office', type: 'ugcPost' }).urn;
	state.statistics.videos.push(
		{ post: video, metric: 'VIDEO_VIEW', at: daysAgo(3), count: 9 },
		{ post: video, metric: 'VIDEO_VIEW', at: daysAgo(2), count: 3 },
		{ post: video, metric: 'VIEWER', at: daysAgo(2), count: 2 },
		{ post: video, metric: 'TIME_WATCHED', at: daysAgo(2), count: 9000 },
	);
	return { video, ...days() };
}

/** A video whose id contains its publication time. */
const publishedAt = (days: number) => `urn:li:ugcPost:${BigInt(Date.now() - days * DAY_MS) << 22n}`;

/** LinkedIn's answer for metrics of a video with this number. */
function answered(simulator: Simulator, values: Record<string, unknown>): void {
	for (const [type, value] of Object.entries(values)) {
		const elements = value === undefined ? [] : [{ value, statisticsType: type }];
		answer(simulator, new RegExp(`[?&](type|queryType)=${type}&`), page(elements));
	}
}

export default defineCase({
	operation: 'analytics:getVideoStatistics',
	cases: [
		{
			name: 'all metrics of a video of a page, a call each, in one row; one without an answer is null',
			page: 'videoAnalytics',
			given: watched,
			parameters: { posts: '${video}' },
			wire: [
				ask('entity=${video}&type=TIME_WATCHED&aggregation=ALL'),
				ask('entity=${video}&type=TIME_WATCHED_FOR_VIDEO_VIEWS&aggregation=ALL'),
				ask('entity=${video}&type=VIEWER&aggregation=ALL'),
				ask('entity=${video}&type=VIDEO_VIEW&aggregation=ALL'),
			],
			out: [
				{
					...keys('${video}'),
					...allTime,
					timeWatched: 9000,
					timeWatchedInViews: null,
					viewers: 2,
					views: 12,
					refused: [],
				},
			],
		},
		{
			name: 'views and viewers by day',
			page: 'videoAnalytics',
			about: 'aggregation, timeRange',
			given: watched,
			parameters: {
				posts: '${video}',
				pageMetrics: ['VIDEO_VIEW', 'VIEWER'],
				granularity: 'DAY',
				start: '${day3}',
				end: '${day1}',
			},
			wire: ['VIEWER', 'VIDEO_VIEW'].flatMap((type) =>
				[0, 100].map((start) =>
					ask(
						`entity=\${video}&type=${type}&aggregation=DAY&timeRange=(start:\${ms3},end:\${ms1})&start=${start}&count=100`,
					),
				),
			),
			out: [
				{ ...keys('${video}'), start: '${day3}', end: '${day2}', viewers: null, views: 9, refused: [] },
				{ ...keys('${video}'), start: '${day2}', end: '${day1}', viewers: 2, views: 3, refused: [] },
			],
		},
		{
			name: 'my own videos by day',
			page: 'memberVideoStatistics',
			scopes: ['r_member_postAnalytics'],
			given: ({ state }) => {
				const video = state.addPost({ author: 'ada', text: 'My desk', type: 'ugcPost' }).urn;
				state.statistics.memberPosts.push(
					{ post: video, metric: 'VIDEO_PLAY', at: daysAgo(3), count: 12 },
					{ post: video, metric: 'VIDEO_VIEWER', at: daysAgo(3), count: 4 },
				);
				return { video, ...days() };
			},
			parameters: {
				videosOf: 'member',
				posts: '${video}',
				memberMetrics: ['VIDEO_PLAY'],
				granularity: 'DAY',
				start: '${day3}',
				end: '${day1}',
			},
			wire: [
				ask(
					`entity=(ugc:\${video})&queryType=VIDEO_PLAY&aggregation=DAILY&${wireDates(3, 1)}&start=0&count=100`,
					'memberCreatorVideoAnalytics',
				),
			],
			out: [{ ...keys('${video}'), start: '${day3}', end: '${day2}', plays: 12, refused: [] }],
		},
		{
			name: 'views and viewers of a page are kept for 6 months; after them there is no number',
			page: 'videoAnalytics',
			about: 'six months',
			given: ({ state }) => {
				const createdAt = daysAgo(190);
				const video = state.addPost({ author: '2414183', text: 'Old', type: 'ugcPost', createdAt }).urn;
				const row = (metric: string) => ({ post: video, metric, at: createdAt, count: 70 });
				state.statistics.videos.push(row('VIDEO_VIEW'), row('VIEWER'), row('TIME_WATCHED'));
				return { video };
			},
			parameters: { posts: '${video}', pageMetrics: ['TIME_WATCHED', 'VIDEO_VIEW', 'VIEWER'] },
			wire: ['TIME_WATCHED', 'VIEWER', 'VIDEO_VIEW'].map((type) =>
				ask(`entity=\${video}&type=${type}&aggregation=ALL`),
			),
			out: [{ ...keys('${video}'), ...allTime, timeWatched: 70, viewers: null, views: null, refused: [] }],
		},
		{
			name: 'plays and viewers of a member are kept for a year; after it there is no number',
			page: 'memberVideoStatistics',
			about: 'one year',
			scopes: ['r_member_postAnalytics'],
			given: ({ state }) => {
				const createdAt = daysAgo(370);
				const video = state.addPost({ author: 'ada', text: 'Old', type: 'ugcPost', createdAt }).urn;
				const row = (metric: string) => ({ post: video, metric, at: createdAt, count: 70 });
				state.statistics.memberPosts.push(row('VIDEO_PLAY'), row('VIDEO_VIEWER'), row('VIDEO_WATCH_TIME'));
				return { video };
			},
			parameters: { videosOf: 'member', posts: '${video}' },
			wire: ['VIDEO_PLAY', 'VIDEO_VIEWER', 'VIDEO_WATCH_TIME'].map((type) =>
				ask(`entity=(ugc:\${video})&queryType=${type}&aggregation=TOTAL`, 'memberCreatorVideoAnalytics'),
			),
			out: [{ ...keys('${video}'), ...allTime, plays: null, viewers: null, watchTime: 70, refused: [] }],
		},
		...(
			[
				["a zero of a young video is LinkedIn's", 170, 0, 0],
				['a zero of what LinkedIn no longer keeps is none', 190, 0, null],
				["a number of an old video is LinkedIn's all the same", 190, 9, 9],
				['a text is no number', 1, 'none', null],
				['null is no number', 1, null, null],
				['-1 is no number', 1, -1, null],
				['an empty answer is no number', 1, undefined, null],
			] as const
		).map(([name, age, value, views]) => ({
			name,
			page: 'videoAnalytics' as const,
			about: 'six months',
			given: (simulator: Simulator) => {
				answered(simulator, { VIDEO_VIEW: value });
				return { video: publishedAt(age) };
			},
			parameters: { posts: '${video}', pageMetrics: ['VIDEO_VIEW'] },
			wire: [ask('entity=${video}&type=VIDEO_VIEW&aggregation=ALL')],
			out: [{ ...keys('${video}'), ...allTime, views, refused: [] }],
		})),
		...(
			[
				["a zero of my own young video is LinkedIn's", 350, 0],
				['a zero of my own video of which LinkedIn no longer keeps it is none', 370, null],
			] as const
		).map(([name, age, plays]) => ({
			name,
			page: 'memberVideoStatistics' as const,
			about: 'one year',
			scopes: ['r_member_postAnalytics'],
			given: (simulator: Simulator) => {
				answered(simulator, { VIDEO_PLAY: 0, VIDEO_WATCH_TIME: 0 });
				return { video: publishedAt(age) };
			},
			parameters: {
				videosOf: 'member',
				posts: '${video}',
				memberMetrics: ['VIDEO_PLAY', 'VIDEO_WATCH_TIME'],
			},
			wire: ['VIDEO_PLAY', 'VIDEO_WATCH_TIME'].map((type) =>
				ask(`entity=(ugc:\${video})&queryType=${type}&aggregation=TOTAL`, 'memberCreatorVideoAnalytics'),
			),
			out: [{ ...keys('${video}'), ...allTime, plays, watchTime: 0, refused: [] }],
		})),
		{
			name: 'a post that LinkedIn does not find is a row with the reason, in its place',
			page: 'videoAnalytics',
			given: watched,
			parameters: { posts: `${MISSING}, \${video}`, pageMetrics: ['VIDEO_VIEW'] },
			wire: [
				ask('entity=urn%3Ali%3AugcPost%3A7044807025298026499&type=VIDEO_VIEW&aggregation=ALL'),
				ask('entity=${video}&type=VIDEO_VIEW&aggregation=ALL'),
			],
			out: [
				{
					...keys(MISSING),
					found: false,
					status: 404,
					reason:
						"LinkedIn found nothing there, or doesn't show it to this connection: Could not find entity",
				},
				{ ...keys('${video}'), ...allTime, views: 12, refused: [] },
			],
		},
		{
			name: 'Raw gives the elements of LinkedIn with the metric beside them',
			page: 'videoAnalytics',
			given: watched,
			parameters: { posts: '${video}', pageMetrics: ['VIDEO_VIEW'], output: 'raw' },
			wire: [ask('entity=${video}&type=VIDEO_VIEW&aggregation=ALL')],
			out: [
				{
					...keys('${video}'),
					metric: 'VIDEO_VIEW',
					entity: '${video}',
					statisticsType: 'VIDEO_VIEW',
					value: 12,
				},
			],
		},
		{
			name: 'my own videos without r_member_postAnalytics are refused without a call',
			page: 'memberPostStatistics',
			scopes: ['r_organization_social'],
			given: watched,
			parameters: { videosOf: 'member', posts: '${video}' },
			wire: [],
			error: { message: expect.stringContaining('r_member_postAnalytics') },
		},
		{
			name: 'weeks of my own videos are refused without a call',
			page: 'memberPostStatistics',
			about: 'aggregation',
			scopes: ['r_member_postAnalytics'],
			given: watched,
			parameters: { videosOf: 'member', posts: '${video}', granularity: 'WEEK', start: '2026-01-01' },
			wire: [],
			error: { description: expect.stringContaining('TOTAL, DAY') },
		},
		{
			name: 'no post is refused without a call',
			page: 'videoAnalytics',
			parameters: { posts: '={{ "" }}' },
			wire: [],
			error: { message: 'Posts is empty' },
		},
	],
});
