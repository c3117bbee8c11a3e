import { defineCase } from '../../../../../cases';
import { answer, dates, days, page, wireDates } from './replies';

const PATH = /^\/rest\/memberCreatorPostAnalytics.*queryType=/;
const of = (metric: string) => new RegExp(`${PATH.source}${metric}`);
const ask = (more: string) => ({
	method: 'GET' as const,
	url: `/rest/memberCreatorPostAnalytics?${more}`,
	restliMethod: 'FINDER',
	version: '202609',
});
const together = { urn: null, url: null, refused: [] };
const scopes = ['r_member_postAnalytics'];

export default defineCase({
	operation: 'analytics:getMemberPostStatistics',
	cases: [
		{
			name: 'where a day of a metric could not be read, its days are not known to be zero',
			page: 'memberPostStatistics',
			about: 'q=me',
			scopes,
			given: (simulator) => {
				answer(
					simulator,
					of('COMMENT'),
					page([{ count: 2 }, { count: 7, dateRange: dates(3, 2) }], { total: 2 }),
				);
				answer(
					simulator,
					of('REACTION'),
					page(
						[
							{ count: 30, dateRange: dates(3, 2) },
							{ count: 10, dateRange: dates(2, 1) },
						],
						{ total: 2 },
					),
				);
				return days();
			},
			parameters: {
				metrics: ['COMMENT', 'REACTION'],
				granularity: 'DAY',
				start: '${day3}',
				end: '${day0}',
			},
			wire: ['COMMENT', 'REACTION'].map((metric) =>
				ask(`q=me&queryType=${metric}&aggregation=DAILY&${wireDates(3, 0)}&start=0&count=100`),
			),
			out: [
				{
					...together,
					start: '${day3}',
					end: '${day2}',
					comments: 7,
					reactions: 30,
					notice: expect.stringMatching(/could not be read/),
				},
				{ ...together, start: '${day2}', end: '${day1}', comments: null, reactions: 10 },
			],
		},
		{
			name: 'a total that could not be read is no zero',
			page: 'memberPostStatistics',
			about: 'q=me',
			scopes,
			given: (simulator) => {
				answer(simulator, of('COMMENT'), page([null]));
				answer(simulator, of('REACTION'), page([{ count: '12' }]));
				return days();
			},
			parameters: { metrics: ['COMMENT', 'REACTION'] },
			wire: ['COMMENT', 'REACTION'].map((metric) => ask(`q=me&queryType=${metric}&aggregation=TOTAL`)),
			out: [expect.objectContaining({ comments: null, reactions: null })],
		},
		{
			name: 'less than nothing is no number in a total',
			page: 'memberPostStatistics',
			about: 'q=me',
			scopes,
			given: (simulator) => {
				answer(simulator, of('COMMENT'), page([{ count: -2 }]));
				return days();
			},
			parameters: { metrics: ['COMMENT'] },
			wire: [ask('q=me&queryType=COMMENT&aggregation=TOTAL')],
			out: [expect.objectContaining({ comments: null })],
		},
		{
			name: 'a day whose date cannot be read is no row of zeros for all days',
			page: 'memberPostStatistics',
			about: 'q=me',
			scopes,
			given: (simulator) => {
				answer(simulator, of('REACTION'), page([{ count: 5, dateRange: {} }], { total: 1 }));
				return days();
			},
			parameters: { metrics: ['REACTION'], granularity: 'DAY', start: '${day3}', end: '${day0}' },
			wire: [ask(`q=me&queryType=REACTION&aggregation=DAILY&${wireDates(3, 0)}&start=0&count=100`)],
			out: [
				{
					...together,
					start: '${day3}',
					end: '${day0}',
					reactions: null,
					notice: expect.stringMatching(/could not be read/),
				},
			],
		},
	],
});
