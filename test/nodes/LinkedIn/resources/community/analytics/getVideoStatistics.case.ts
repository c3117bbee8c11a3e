import { defineCase, type Variables } from '../../../../../cases';
import type { Simulator } from '../../../../../simulator';
import { days, daysAgo, wireDates } from './replies';

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

export default defineCase({
	operation: 'analytics:getVideoStatistics',
	cases: [
		{
			name: 'all metrics of a video of a page, a call each, in one row; none is zero',
			contract: '§9.10',
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
					timeWatchedInViews: 0,
					viewers: 2,
					views: 12,
					refused: [],
				},
			],
		},
		{
			name: 'views and viewers by day',
			contract: '§9.10 aggregation, timeRange',
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
				{ ...keys('${video}'), start: '${day3}', end: '${day2}', viewers: 0, views: 9, refused: [] },
				{ ...keys('${video}'), start: '${day2}', end: '${day1}', viewers: 2, views: 3, refused: [] },
			],
		},
		{
			name: 'my own videos by day',
			contract: '§9.11 memberCreatorVideoAnalytics',
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
			name: 'a post that LinkedIn does not find is a row with the reason, in its place',
			contract: '§9.10',
			given: watched,
			parameters: { posts: `${MISSING}, \${video}`, pageMetrics: ['VIDEO_VIEW'] },
			wire: [
				ask('entity=urn%3Ali%3AugcPost%3A7044807025298026499&type=VIDEO_VIEW&aggregation=ALL'),
				ask('entity=${video}&type=VIDEO_VIEW&aggregation=ALL'),
			],
			out: [
				{ ...keys(MISSING), found: false, status: 404, reason: expect.stringMatching(/\w/) },
				{ ...keys('${video}'), ...allTime, views: 12, refused: [] },
			],
		},
		{
			name: 'Raw gives the elements of LinkedIn with the metric beside them',
			contract: '§9.10',
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
			contract: '§2.9',
			scopes: ['r_organization_social'],
			given: watched,
			parameters: { videosOf: 'member', posts: '${video}' },
			wire: [],
			error: { message: expect.stringContaining('r_member_postAnalytics') },
		},
		{
			name: 'weeks of my own videos are refused without a call',
			contract: '§9.11 TOTAL|DAILY',
			scopes: ['r_member_postAnalytics'],
			given: watched,
			parameters: { videosOf: 'member', posts: '${video}', granularity: 'WEEK', start: '2026-01-01' },
			wire: [],
			error: { message: expect.stringContaining('TOTAL, DAY') },
		},
		{
			name: 'no post is refused without a call',
			contract: '§9.10',
			parameters: { posts: '={{ "" }}' },
			wire: [],
			error: { message: 'Posts is empty' },
		},
	],
});
