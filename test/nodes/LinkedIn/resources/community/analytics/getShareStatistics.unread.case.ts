import { defineCase } from '../../../../../cases';
import { answer, days, daysAgo, page } from './replies';

const ORGANIZATION = 'urn:li:organization:2414183';
const PATH = /^\/rest\/organizationalEntityShareStatistics/;
const READ = 'urn:li:share:7045020441609936898';
const LEFT_OUT = 'urn:li:share:7045020441609936899';
const OTHER_CALL = 'urn:li:ugcPost:7044807025298026496';
const OTHER_LEFT_OUT = 'urn:li:ugcPost:7044807025298026497';
const NEGATIVE = {
	impressionCount: -1,
	uniqueImpressionsCount: -1,
	clickCount: -1,
	likeCount: -1,
	commentCount: -1,
	shareCount: -1,
	engagement: -0.01,
};
const enc = (urn: string) => urn.replace(/:/g, '%3A');
const ask = (more: string) => ({
	method: 'GET' as const,
	url: `/rest/organizationalEntityShareStatistics?q=organizationalEntity&organizationalEntity=${enc(ORGANIZATION)}${more}`,
	restliMethod: 'FINDER',
	version: '202609',
});

export default defineCase({
	operation: 'analytics:getShareStatistics',
	cases: [
		{
			name: 'beside an element that could not be read, a post left out is not known to have zeros',
			page: 'shareStatistics',
			about: 'shares',
			given: (simulator) => {
				const totalShareStatistics = { clickCount: 10, likeCount: '3', shareCount: null };
				answer(
					simulator,
					PATH,
					page([
						{ share: READ, totalShareStatistics },
						{ share: 5, totalShareStatistics },
					]),
				);
				return {};
			},
			parameters: {
				organization: { __rl: true, mode: 'id', value: '2414183' },
				posts: [READ, LEFT_OUT, OTHER_CALL].join(),
			},
			wire: [ask(`&shares=List(${enc(READ)},${enc(LEFT_OUT)})`), ask(`&ugcPosts=List(${enc(OTHER_CALL)})`)],
			out: [
				expect.objectContaining({ urn: READ, clicks: 10, likes: null, comments: null, shares: null }),
				expect.objectContaining({ urn: LEFT_OUT, impressions: null, clicks: null, likes: null }),
				expect.objectContaining({ urn: OTHER_CALL, impressions: 0, clicks: 0, likes: 0 }),
			],
		},
		{
			name: 'an answer that names another post, or none, says nothing of a post that it leaves out',
			page: 'shareStatistics',
			about: 'shares',
			given: (simulator) => {
				const totalShareStatistics = { impressionCount: 99 };
				answer(
					simulator,
					PATH,
					page([
						{ share: READ, ugcPost: OTHER_CALL, totalShareStatistics },
						{ share: null, totalShareStatistics },
					]),
				);
				answer(
					simulator,
					PATH,
					page([
						{ share: READ, ugcPost: OTHER_CALL, totalShareStatistics },
						{ ugcPost: 'urn:li:ugcPost:7044807025298026499', totalShareStatistics },
					]),
				);
				return {};
			},
			parameters: {
				organization: { __rl: true, mode: 'id', value: '2414183' },
				posts: [READ, LEFT_OUT, OTHER_CALL, OTHER_LEFT_OUT].join(),
			},
			wire: [
				ask(`&shares=List(${enc(READ)},${enc(LEFT_OUT)})`),
				ask(`&ugcPosts=List(${enc(OTHER_CALL)},${enc(OTHER_LEFT_OUT)})`),
			],
			out: [
				expect.objectContaining({ urn: READ, impressions: 99, notice: expect.stringMatching(/2 of 4/) }),
				expect.objectContaining({ urn: LEFT_OUT, impressions: null, likes: null, engagement: null }),
				expect.objectContaining({ urn: OTHER_CALL, impressions: 99 }),
				expect.objectContaining({ urn: OTHER_LEFT_OUT, impressions: null, likes: null }),
			],
		},
		{
			name: 'less than nothing is no number in a total',
			page: 'shareStatistics',
			about: 'lifetime',
			given: (simulator) => {
				answer(
					simulator,
					PATH,
					page([{ organizationalEntity: ORGANIZATION, totalShareStatistics: NEGATIVE }]),
				);
				return {};
			},
			parameters: { organization: { __rl: true, mode: 'id', value: '2414183' } },
			wire: [ask('')],
			out: [
				{
					urn: ORGANIZATION,
					url: 'https://www.linkedin.com/company/2414183',
					organization: ORGANIZATION,
					start: null,
					end: null,
					impressions: null,
					uniqueImpressions: null,
					clicks: null,
					likes: null,
					comments: null,
					shares: null,
					engagement: null,
				},
			],
		},
		{
			name: 'by time likes and the rate they count in may be less than nothing, and no other number',
			page: 'shareStatistics',
			about: 'timeIntervals',
			given: (simulator) => {
				const timeRange = { start: daysAgo(3), end: daysAgo(2) };
				answer(simulator, PATH, page([{ timeRange, totalShareStatistics: NEGATIVE }]));
				return days();
			},
			parameters: {
				organization: { __rl: true, mode: 'id', value: '2414183' },
				granularity: 'DAY',
				start: '${day3}',
				end: '${day2}',
			},
			wire: [ask('&timeIntervals=(timeRange:(start:${ms3},end:${ms2}),timeGranularityType:DAY)')],
			out: [
				{
					urn: ORGANIZATION,
					url: 'https://www.linkedin.com/company/2414183',
					organization: ORGANIZATION,
					start: '${day3}',
					end: '${day2}',
					impressions: null,
					uniqueImpressions: null,
					clicks: null,
					likes: -1,
					comments: null,
					shares: null,
					engagement: -0.01,
				},
			],
		},
	],
});
