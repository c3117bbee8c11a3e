import { defineCase } from '../../../../../cases';
import { answer, dates, days, daysAgo, page, wireDates } from './replies';

const PATH = /^\/rest\/memberFollowersCount/;
const scopes = ['r_member_profileAnalytics'];
const ask = (query: string) => ({
	method: 'GET' as const,
	url: `/rest/memberFollowersCount?${query}`,
	restliMethod: 'FINDER',
	version: '202609',
});

export default defineCase({
	operation: 'analytics:getMemberFollowers',
	cases: [
		{
			name: 'how many there are',
			page: 'memberFollowers',
			about: 'q=me',
			scopes,
			given: ({ state }) => {
				state.statistics.memberFollowers.set('urn:li:person:Ada782bbtaQ', 1000);
				return {};
			},
			parameters: {},
			wire: [ask('q=me')],
			out: [{ urn: null, start: null, end: null, followers: 1000, newFollowers: null }],
		},
		{
			name: 'how many came each day, in order',
			page: 'memberFollowers',
			about: 'q=dateRange',
			scopes: [...scopes, 'openid'],
			given: ({ state }) => {
				const member = 'urn:li:person:Ada782bbtaQ';
				state.statistics.memberFollowerGains.push(
					{ member, at: daysAgo(2), count: 5 },
					{ member, at: daysAgo(3), count: 4 },
				);
				return days();
			},
			parameters: { granularity: 'DAY', start: '${day3}', end: '${day1}' },
			wire: [0, 100].map((start) => ask(`q=dateRange&${wireDates(3, 1)}&start=${start}&count=100`)),
			out: [
				{
					urn: 'urn:li:person:Ada782bbtaQ',
					start: '${day3}',
					end: '${day2}',
					followers: null,
					newFollowers: 4,
				},
				{
					urn: 'urn:li:person:Ada782bbtaQ',
					start: '${day2}',
					end: '${day1}',
					followers: null,
					newFollowers: 5,
				},
			],
		},
		{
			name: '-1 means that LinkedIn has no number: null',
			page: 'memberFollowers',
			behaviour: 'Statistics without a number',
			scopes,
			given: (simulator) => {
				answer(simulator, PATH, page([{ memberFollowersCount: -1 }]));
				return {};
			},
			parameters: {},
			wire: [ask('q=me')],
			out: [{ urn: null, start: null, end: null, followers: null, newFollowers: null }],
		},
		{
			name: '-1 on one day is null there',
			page: 'memberFollowers',
			behaviour: 'Statistics without a number',
			scopes,
			given: (simulator) => {
				const on = (from: number, count: number) => ({
					memberFollowersCount: count,
					dateRange: dates(from, from - 1),
				});
				answer(simulator, PATH, page([on(3, -1), on(2, 0)], { total: 2 }));
				return days();
			},
			parameters: { granularity: 'DAY', start: '${day3}', end: '${day1}' },
			wire: [ask(`q=dateRange&${wireDates(3, 1)}&start=0&count=100`)],
			out: [
				{ urn: null, start: '${day3}', end: '${day2}', followers: null, newFollowers: null },
				{ urn: null, start: '${day2}', end: '${day1}', followers: null, newFollowers: 0 },
			],
		},
		{
			name: 'a missing r_member_profileAnalytics is said in advance',
			page: 'memberFollowers',
			scopes: ['r_member_postAnalytics'],
			parameters: {},
			wire: [],
			error: { message: expect.stringContaining('r_member_profileAnalytics') },
		},
		{
			name: 'a range in the future is refused without a call',
			page: 'memberFollowers',
			scopes,
			parameters: { granularity: 'DAY', start: '2100-01-01', end: '2100-01-03' },
			wire: [],
			error: { message: expect.stringMatching(/^Start Date 2100-01-01 is too late/) },
		},
	],
});
