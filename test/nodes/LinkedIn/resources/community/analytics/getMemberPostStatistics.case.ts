import { defineCase, type Variables } from '../../../../../cases';
import type { Simulator } from '../../../../../simulator';
import { answer, dates, days, daysAgo, page, refusal, wireDates } from './replies';

const PATH = /^\/rest\/memberCreatorPostAnalytics/;
const scopes = ['r_member_postAnalytics'];
const ask = (more: string, version = '202609') => ({
	method: 'GET' as const,
	url: `/rest/memberCreatorPostAnalytics?${more}`,
	restliMethod: 'FINDER',
	version,
});
const SHARE = 'entity=(share:${share})';
const UGC = 'entity=(ugc:${ugc})';
const CLEOS = 'entity=(share:${cleos})';
const keys = (name: string) => ({
	urn: `\${${name}}`,
	url: `https://www.linkedin.com/feed/update/\${${name}}`,
});
const together = { urn: null, url: null };
const allTime = { start: null, end: null };
const OLD_TYPE = 'com.linkedin.adsexternalapi.memberanalytics.v1.CreatorPostAnalyticsMetricTypeV1';

/** Two posts of Ada and one of Cleo, with what members did with one of Ada's three and two days ago. */
function posted({ state }: Simulator): Variables {
	const share = state.addPost({ author: 'ada', text: 'Liked' }).urn;
	const ugc = state.addPost({ author: 'ada', text: 'Quiet', type: 'ugcPost' }).urn;
	const cleos = state.addPost({ author: 'cleo', text: 'Not mine' }).urn;
	const did = (metric: string, day: number, count: number) =>
		state.statistics.memberPosts.push({ post: share, metric, at: daysAgo(day), count });
	did('REACTION', 3, 30);
	did('REACTION', 2, 10);
	did('COMMENT', 2, 2);
	did('IMPRESSION', 3, 100);
	did('IMPRESSION', 1, 50);
	return { share, ugc, cleos, ...days() };
}

export default defineCase({
	operation: 'analytics:getMemberPostStatistics',
	cases: [
		{
			name: 'several metrics of two posts, a call each, in one row a post; no activity is zero',
			page: 'memberPostStatistics',
			about: 'q=entity',
			scopes,
			given: posted,
			parameters: { posts: '${ugc}, ${share}', metrics: ['REACTION', 'COMMENT'] },
			wire: [
				ask(`q=entity&${UGC}&queryType=COMMENT&aggregation=TOTAL`),
				ask(`q=entity&${UGC}&queryType=REACTION&aggregation=TOTAL`),
				ask(`q=entity&${SHARE}&queryType=COMMENT&aggregation=TOTAL`),
				ask(`q=entity&${SHARE}&queryType=REACTION&aggregation=TOTAL`),
			],
			out: [
				{ ...keys('ugc'), ...allTime, comments: 0, reactions: 0, refused: [] },
				{ ...keys('share'), ...allTime, comments: 2, reactions: 40, refused: [] },
			],
		},
		{
			name: 'all posts together by day, merged by day, a metric without a day is zero there',
			page: 'memberPostStatistics',
			about: 'q=me',
			scopes,
			given: posted,
			parameters: {
				metrics: ['IMPRESSION', 'REACTION'],
				granularity: 'DAY',
				start: '${day3}T09:00:00',
				end: '${day0}',
			},
			wire: [
				ask(`q=me&queryType=IMPRESSION&aggregation=DAILY&${wireDates(3, 0)}&start=0&count=100`),
				ask(`q=me&queryType=REACTION&aggregation=DAILY&${wireDates(3, 0)}&start=0&count=100`),
			],
			out: [
				{ ...together, start: '${day3}', end: '${day2}', impressions: 100, reactions: 30, refused: [] },
				{ ...together, start: '${day2}', end: '${day1}', impressions: 0, reactions: 10, refused: [] },
				{ ...together, start: '${day1}', end: '${day0}', impressions: 50, reactions: 0, refused: [] },
			],
		},
		{
			name: 'one post by day without activity in the range is zeros over all of it',
			page: 'memberPostStatistics',
			about: 'dateRange',
			scopes,
			given: posted,
			parameters: {
				posts: '${ugc}',
				metrics: ['REACTION'],
				granularity: 'DAY',
				start: '${day3}',
				end: '${day1}',
			},
			wire: [
				ask(`q=entity&${UGC}&queryType=REACTION&aggregation=DAILY&${wireDates(3, 1)}&start=0&count=100`),
			],
			out: [{ ...keys('ugc'), start: '${day3}', end: '${day1}', reactions: 0, refused: [] }],
		},
		{
			name: 'the total of a range',
			page: 'memberPostStatistics',
			about: 'aggregation',
			scopes,
			given: posted,
			parameters: { posts: '${share}', metrics: ['REACTION'], start: '${day2}', end: '${day1}' },
			wire: [ask(`q=entity&${SHARE}&queryType=REACTION&aggregation=TOTAL&${wireDates(2, 1)}`)],
			out: [{ ...keys('share'), start: '${day2}', end: '${day1}', reactions: 10, refused: [] }],
		},
		{
			name: 'the older shape of metricType is read like the newer one',
			page: 'memberPostStatistics',
			about: 'metricType',
			scopes,
			fields: { version: '202604' },
			given: posted,
			parameters: { posts: '${share}', metrics: ['REACTION'], output: 'raw' },
			wire: [ask(`q=entity&${SHARE}&queryType=REACTION&aggregation=TOTAL`, '202604')],
			out: [
				{
					...keys('share'),
					count: 40,
					metricType: 'REACTION',
					targetEntity: { share: '${share}' },
				},
			],
		},
		{
			name: 'rows that LinkedIn splits over pages are all read, in both shapes of metricType',
			page: 'memberPostStatistics',
			about: 'paging',
			scopes,
			given: (simulator) => {
				const on = (from: number) => ({ dateRange: dates(from, from - 1) });
				const first = { count: 1, metricType: { [OLD_TYPE]: 'REACTION' }, ...on(3) };
				answer(simulator, PATH, page([first], { total: 11 }));
				answer(simulator, PATH, page([{ count: 2, metricType: 'REACTION', ...on(2) }], { total: 11 }));
				return days();
			},
			parameters: { metrics: ['REACTION'], granularity: 'DAY', start: '${day3}', end: '${day1}' },
			wire: [0, 10].map((start) =>
				ask(`q=me&queryType=REACTION&aggregation=DAILY&${wireDates(3, 1)}&start=${start}&count=100`),
			),
			out: ({ day3, day2 }) => [
				expect.objectContaining({ start: day3, reactions: 1 }),
				expect.objectContaining({ start: day2, reactions: 2 }),
			],
		},
		{
			name: 'a metric that LinkedIn refuses is null and named, the others stand',
			page: 'memberPostStatistics',
			scopes,
			given: (simulator) => {
				answer(simulator, /PREMIUM_CTA_CLICKS/, refusal(400, 'No premium button'), 400);
				return posted(simulator);
			},
			parameters: { posts: '${share}', metrics: ['PREMIUM_CTA_CLICKS', 'REACTION'] },
			wire: [
				ask(`q=entity&${SHARE}&queryType=PREMIUM_CTA_CLICKS&aggregation=TOTAL`),
				ask(`q=entity&${SHARE}&queryType=REACTION&aggregation=TOTAL`),
			],
			out: [
				{
					...keys('share'),
					...allTime,
					premiumButtonClicks: null,
					reactions: 40,
					refused: [
						{
							metric: 'PREMIUM_CTA_CLICKS',
							status: 400,
							reason: expect.stringContaining('No premium button'),
						},
					],
				},
			],
		},
		{
			name: '-1 means that LinkedIn has no number: null, and never part of a sum',
			page: 'memberPostStatistics',
			behaviour: 'Statistics without a number',
			scopes,
			given: (simulator) => {
				answer(simulator, /queryType=COMMENT/, page([{ count: -1, metricType: 'COMMENT' }]));
				answer(simulator, /queryType=RESHARE/, page([{ count: 'n/a', metricType: 'RESHARE' }]));
				return posted(simulator);
			},
			parameters: { posts: '${share}', metrics: ['COMMENT', 'REACTION', 'RESHARE'] },
			wire: ['COMMENT', 'REACTION', 'RESHARE'].map((metric) =>
				ask(`q=entity&${SHARE}&queryType=${metric}&aggregation=TOTAL`),
			),
			out: [{ ...keys('share'), ...allTime, comments: null, reactions: 40, reposts: null, refused: [] }],
		},
		{
			name: '-1 on one day is null there, the other days stand',
			page: 'memberPostStatistics',
			behaviour: 'Statistics without a number',
			scopes,
			given: (simulator) => {
				const on = (from: number, count: number) => ({ count, dateRange: dates(from, from - 1) });
				answer(simulator, PATH, page([on(3, -1), on(2, 4)], { total: 2 }));
				return days();
			},
			parameters: { metrics: ['REACTION'], granularity: 'DAY', start: '${day3}', end: '${day1}' },
			wire: [ask(`q=me&queryType=REACTION&aggregation=DAILY&${wireDates(3, 1)}&start=0&count=100`)],
			out: [
				{ ...together, start: '${day3}', end: '${day2}', reactions: null, refused: [] },
				{ ...together, start: '${day2}', end: '${day1}', reactions: 4, refused: [] },
			],
		},
		{
			name: 'a post of somebody else is a row with the reason, in its place, and is asked for once',
			page: 'memberPostStatistics',
			scopes,
			given: posted,
			parameters: { posts: '${cleos}, ${share}', metrics: ['REACTION', 'COMMENT'] },
			wire: [
				ask(`q=entity&${CLEOS}&queryType=COMMENT&aggregation=TOTAL`),
				ask(`q=entity&${SHARE}&queryType=COMMENT&aggregation=TOTAL`),
				ask(`q=entity&${SHARE}&queryType=REACTION&aggregation=TOTAL`),
			],
			out: [
				{
					...keys('cleos'),
					found: false,
					status: 403,
					reason: "This connection isn't allowed to do this: ${cleos} is not a post of the member",
				},
				{ ...keys('share'), ...allTime, comments: 2, reactions: 40, refused: [] },
			],
		},
		{
			name: 'a missing r_member_postAnalytics is said in advance, with the product that gives it',
			page: 'memberPostStatistics',
			scopes: ['w_member_social', 'rw_organization_admin'],
			parameters: {},
			wire: [],
			error: {
				message: expect.stringContaining('r_member_postAnalytics'),
				description: expect.stringContaining('Community Management API'),
			},
		},
		{
			name: 'what LinkedIn does not split by day for one post is refused without a call',
			page: 'memberPostStatistics',
			about: 'aggregation',
			scopes,
			given: posted,
			parameters: {
				posts: '${share}',
				metrics: ['IMPRESSION', 'REACTION'],
				granularity: 'DAY',
				start: '${day3}',
			},
			wire: [],
			error: {
				message: expect.stringMatching(/^LinkedIn has no daily numbers for Impressions of single posts$/),
			},
		},
		{
			name: 'metrics newer than the API version of the credential are refused without a call',
			page: 'memberPostStatistics',
			about: 'queryType',
			scopes,
			fields: { version: '202603' },
			parameters: { metrics: ['POST_SAVE', 'REACTION'] },
			wire: [],
			error: { message: expect.stringMatching(/^Saves needs .*202604.*202603/) },
		},
		{
			name: 'a 404 names the Development tier where the tier is not known to be Standard',
			page: 'memberPostStatistics',
			behaviour: 'Development tier',
			scopes,
			fields: { tier: 'unknown' },
			given: (simulator) => {
				Object.assign(simulator.state.apps.get('suite-app') ?? {}, { tier: 'development' });
				return {};
			},
			parameters: { metrics: ['REACTION'] },
			wire: [ask('q=me&queryType=REACTION&aggregation=TOTAL')],
			error: { httpCode: '404', description: expect.stringContaining('Development tier') },
		},
	],
});
