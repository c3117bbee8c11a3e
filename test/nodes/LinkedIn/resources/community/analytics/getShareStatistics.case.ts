import { defineCase } from '../../../../../cases';
import type { Simulator } from '../../../../../simulator';
import { lookForActivity, postOfAcme } from '../post/postsOfAcme';
import { answer, days, daysAgo, page, refusal } from './replies';

const ACME = { __rl: true, mode: 'id', value: '2414183' };
const PATH = /^\/rest\/organizationalEntityShareStatistics/;
const BASE =
	'/rest/organizationalEntityShareStatistics?q=organizationalEntity&organizationalEntity=urn%3Ali%3Aorganization%3A2414183';
const ask = (more = '') => ({
	method: 'GET' as const,
	url: BASE + more,
	restliMethod: 'FINDER',
	version: '202609',
});

const COUNTS = {
	impressionCount: 200,
	uniqueImpressionsCount: 93,
	clickCount: 10,
	likeCount: 3,
	commentCount: 7,
	shareCount: 0,
};

/**
 * What members did with Acme Corp's posts; engagement is their actions divided by impressions (docs.shareStatistics).
 */
function happened(
	{ state }: Simulator,
	activity: Partial<typeof COUNTS> & { at: number; post?: string },
): void {
	state.statistics.shares.push({ organization: 'urn:li:organization:2414183', ...activity });
}
const acme = { urn: 'urn:li:organization:2414183', url: 'https://www.linkedin.com/company/2414183' };
const row = {
	organization: 'urn:li:organization:2414183',
	start: null,
	end: null,
	impressions: 200,
	uniqueImpressions: 93,
	clicks: 10,
	likes: 3,
	comments: 7,
	shares: 0,
	engagement: 0.1,
};
const ZEROS = {
	impressions: 0,
	uniqueImpressions: 0,
	clicks: 0,
	likes: 0,
	comments: 0,
	shares: 0,
	engagement: 0,
};
const zeroRow = { ...row, ...ZEROS };
const nullRow = { ...row, ...Object.fromEntries(Object.keys(ZEROS).map((name) => [name, null])) };
const daily = { ...row, uniqueImpressions: null };
const of = (type: 'share' | 'ugcPost', id: string) => ({
	urn: `urn:li:${type}:${id}`,
	url: `https://www.linkedin.com/feed/update/urn:li:${type}:${id}`,
});
const S1 = 'urn%3Ali%3Ashare%3A7045020441609936898';
const MANY = Array.from({ length: 101 }, (_, index) => `urn:li:share:70450204416099${10_000 + index}`);
const encoded = (urns: string[]) => urns.map((urn) => urn.replace(/:/g, '%3A')).join(',');

export default defineCase({
	operation: 'analytics:getShareStatistics',
	cases: [
		{
			name: 'all posts of the page together',
			page: 'shareStatistics',
			given: (simulator) => {
				happened(simulator, { ...COUNTS, at: daysAgo(3) });
				happened(simulator, { impressionCount: 100, likeCount: -1, at: daysAgo(2) });
				return {};
			},
			parameters: { organization: ACME },
			wire: [ask()],
			out: [{ ...acme, ...row, impressions: 300, likes: 2, engagement: 19 / 300 }],
		},
		{
			name: 'an answer without the page, as for showcase pages, is no number instead of zeros',
			page: 'shareStatistics',
			given: (simulator) => {
				answer(simulator, PATH, page([]));
				return {};
			},
			parameters: { organization: ACME },
			wire: [ask()],
			out: [{ ...acme, ...nullRow }],
		},
		{
			name: 'a page whose zeros LinkedIn says has zeros',
			page: 'shareStatistics',
			parameters: { organization: ACME },
			wire: [ask()],
			out: [{ ...acme, ...zeroRow }],
		},
		{
			name: 'posts that LinkedIn answers nothing for, as those of showcase pages, are no numbers instead of zeros',
			page: 'shareStatistics',
			about: 'shares',
			parameters: {
				organization: ACME,
				posts: 'urn:li:share:7045020441609936899, urn:li:share:7045020441609936898',
			},
			wire: [ask(`&shares=List(urn%3Ali%3Ashare%3A7045020441609936899,${S1})`)],
			out: [
				{ ...of('share', '7045020441609936899'), ...nullRow },
				{ ...of('share', '7045020441609936898'), ...nullRow },
			],
		},
		{
			name: 'posts as URN and link, sorted into shares and ugcPosts; those without activity are zeros in their place',
			page: 'shareStatistics',
			about: 'shares, ugcPosts',
			given: (simulator) => {
				happened(simulator, { ...COUNTS, post: 'urn:li:share:7045020441609936898', at: daysAgo(3) });
				return {};
			},
			parameters: {
				organization: ACME,
				posts:
					'https://www.linkedin.com/feed/update/urn:li:ugcPost:7044807025298026496/, urn:li:share:7045020441609936899, urn:li:share:7045020441609936898',
			},
			wire: [
				ask(`&shares=List(urn%3Ali%3Ashare%3A7045020441609936899,${S1})`),
				ask('&ugcPosts=List(urn%3Ali%3AugcPost%3A7044807025298026496)'),
			],
			out: [
				{ ...of('ugcPost', '7044807025298026496'), ...zeroRow },
				{ ...of('share', '7045020441609936899'), ...zeroRow },
				{ ...of('share', '7045020441609936898'), ...row },
			],
		},
		{
			name: 'an activity, as a copied link carries it, is resolved to its post first',
			page: ['shareStatistics', 'socialMetadata'],
			behaviour: 'Ids of a post',
			given: (simulator) => {
				const names = postOfAcme(simulator);
				happened(simulator, { ...COUNTS, post: String(names.post), at: daysAgo(3) });
				return names;
			},
			parameters: { organization: ACME, posts: '${activity}' },
			wire: [...lookForActivity, ask('&shares=List(${post})')],
			out: [{ ...row, urn: '${post}', url: 'https://www.linkedin.com/feed/update/${post}' }],
		},
		{
			name: 'more than a hundred posts are asked a hundred at a time; twice the same is asked once and answered twice',
			page: 'shareStatistics',
			given: (simulator) => {
				happened(simulator, { ...COUNTS, post: MANY[100], at: daysAgo(3) });
				return {};
			},
			items: [{ posts: [...MANY, MANY[100]] }],
			parameters: { organization: ACME, posts: '={{ $json.posts }}' },
			wire: [
				ask(`&shares=List(${encoded(MANY.slice(0, 100))})`),
				ask(`&shares=List(${encoded(MANY.slice(100))})`),
			],
			out: [...MANY, MANY[100]].map((urn) =>
				expect.objectContaining({ urn, impressions: urn === MANY[100] ? 200 : 0 }),
			),
		},
		{
			name: 'one wrong post among others is found by halves and stands in its place with the reason',
			page: 'shareStatistics',
			behaviour: 'A wrong post among many',
			given: (simulator) => {
				const path = /share%3A99\b/;
				simulator.faults.add({
					match: { path },
					times: 2,
					effect: { status: 400, body: refusal(400, 'Not a post of this page') },
				});
				return {};
			},
			parameters: { organization: ACME, posts: 'urn:li:share:7045020441609936898, urn:li:share:99' },
			wire: [
				ask(`&shares=List(${S1},urn%3Ali%3Ashare%3A99)`),
				ask(`&shares=List(${S1})`),
				ask('&shares=List(urn%3Ali%3Ashare%3A99)'),
			],
			out: [
				{ ...of('share', '7045020441609936898'), ...nullRow },
				{
					...of('share', '99'),
					found: false,
					status: 400,
					reason: expect.stringContaining('Not a post of this page'),
				},
			],
		},
		{
			name: 'by day: midnights UTC on the wire, days in order, likes may be negative, unique impressions are not told',
			page: 'shareStatistics',
			given: (simulator) => {
				happened(simulator, { ...COUNTS, at: daysAgo(2) + 3_600_000 });
				happened(simulator, { ...COUNTS, likeCount: -2, at: daysAgo(3) });
				happened(simulator, { ...COUNTS, at: daysAgo(1) });
				return days();
			},
			parameters: {
				organization: ACME,
				granularity: 'DAY',
				start: '${day3}T18:00:00.000-07:00',
				end: '${day1}T00:00:00',
			},
			wire: [ask('&timeIntervals=(timeRange:(start:${ms3},end:${ms1}),timeGranularityType:DAY)')],
			out: [
				{ ...acme, ...daily, start: '${day3}', end: '${day2}', likes: -2, engagement: 15 / 200 },
				{ ...acme, ...daily, start: '${day2}', end: '${day1}' },
			],
		},
		{
			name: 'by month without an end goes up to yesterday',
			page: 'shareStatistics',
			given: () => days(),
			parameters: { organization: ACME, granularity: 'MONTH', start: '${day60}' },
			wire: [ask('&timeIntervals=(timeRange:(start:${ms60},end:${ms0}),timeGranularityType:MONTH)')],
			out: [],
		},
		{
			name: 'a start before the last 12 months is refused without a call',
			page: 'shareStatistics',
			about: '12 months',
			parameters: { organization: ACME, granularity: 'DAY', start: '2020-01-01' },
			wire: [],
			error: { message: expect.stringContaining('the last 12 months') },
		},
		{
			name: 'an end in the future is refused without a call',
			page: 'shareStatistics',
			given: () => days(),
			parameters: { organization: ACME, granularity: 'DAY', start: '${day3}', end: '2100-01-01' },
			wire: [],
			error: { message: expect.stringMatching(/^End Date 2100-01-01 is too late/) },
		},
		{
			name: 'start and end swapped are refused without a call',
			page: 'shareStatistics',
			given: () => days(),
			parameters: { organization: ACME, granularity: 'DAY', start: '${day3}', end: '${day4}' },
			wire: [],
			error: { message: expect.stringContaining('must be before End Date') },
		},
		{
			name: 'Raw gives the elements of LinkedIn, with urn and url beside them, zeros of posts left out too',
			page: 'shareStatistics',
			parameters: {
				organization: ACME,
				posts: 'urn:li:share:7045020441609936898, urn:li:share:7045020441609936899',
				output: 'raw',
			},
			given: (simulator) => {
				happened(simulator, { ...COUNTS, post: 'urn:li:share:7045020441609936898', at: daysAgo(3) });
				return {};
			},
			wire: [ask(`&shares=List(${S1},urn%3Ali%3Ashare%3A7045020441609936899)`)],
			out: [
				expect.objectContaining({ share: 'urn:li:share:7045020441609936898' }),
				{
					...of('share', '7045020441609936899'),
					organizationalEntity: 'urn:li:organization:2414183',
					share: 'urn:li:share:7045020441609936899',
					totalShareStatistics: {
						uniqueImpressionsCount: 0,
						clickCount: 0,
						engagement: 0,
						likeCount: 0,
						commentCount: 0,
						shareCount: 0,
						impressionCount: 0,
					},
				},
			],
		},
		{
			name: 'a member who does not administer the page is refused by LinkedIn, and the error names the role',
			page: 'shareStatistics',
			about: 'roles',
			member: 'bob',
			parameters: { organization: ACME },
			wire: [ask()],
			error: { httpCode: '403', description: expect.stringContaining('ADMINISTRATOR') },
		},
		{
			name: 'a connection without the scope is refused without a call',
			page: 'shareStatistics',
			scopes: ['r_organization_social'],
			parameters: { organization: ACME },
			wire: [],
			error: { message: expect.stringContaining('rw_organization_admin') },
		},
	],
});
