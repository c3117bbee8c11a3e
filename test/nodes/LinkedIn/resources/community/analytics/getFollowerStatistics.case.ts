import { defineCase, type Variables } from '../../../../../cases';
import type { Simulator } from '../../../../../simulator';
import { answer, days, daysAgo, page } from './replies';

const ACME = { __rl: true, mode: 'id', value: '2414183' };
const PATH = /^\/rest\/organizationalEntityFollowerStatistics/;
const BASE =
	'/rest/organizationalEntityFollowerStatistics?q=organizationalEntity&organizationalEntity=urn%3Ali%3Aorganization%3A2414183';
const ask = (more = '') => ({
	method: 'GET' as const,
	url: BASE + more,
	restliMethod: 'FINDER',
	version: '202609',
});
/** By q=urns of docs.adTargeting. */
const askNames = (urns: string) => ({
	method: 'GET' as const,
	url: `/rest/adTargetingEntities?q=urns&urns=List(${urns})&queryVersion=QUERY_USES_URNS&locale=(language:en,country:US)`,
	restliMethod: 'FINDER',
});

const acme = { urn: 'urn:li:organization:2414183', url: 'https://www.linkedin.com/company/2414183' };
const organization = 'urn:li:organization:2414183';

/** One list per facet, each with its own key, the largest first (docs.followerStatistics). */
function followed({ state }: Simulator): Variables {
	state.statistics.followerSegments.push(
		{ organization, facet: 'AssociationType', value: 'EMPLOYEE', organic: 3 },
		{ organization, facet: 'Seniority', value: 'urn:li:seniority:8', organic: 17 },
		{ organization, facet: 'Industry', value: 'urn:li:industry:999999', organic: 4 },
		{ organization, facet: 'Industry', value: 'urn:li:industry:4', organic: 5, paid: 2 },
		{ organization, facet: 'Function', value: 'urn:li:function:13', organic: 6 },
		{ organization, facet: 'StaffCountRange', value: 'SIZE_2_TO_10', organic: 7 },
		{ organization, facet: 'GeoCountry', value: 'urn:li:geo:103644278', organic: 8 },
		{ organization, facet: 'Geo', value: 'urn:li:geo:90000084', organic: 9 },
	);
	return {};
}

const row = (facet: string, value: string, total: number, name: string | null = null) => ({
	...acme,
	facet,
	value,
	name,
	total,
});

export default defineCase({
	operation: 'analytics:getFollowerStatistics',
	cases: [
		{
			name: 'all splits, one item a row, without names',
			page: 'followerStatistics',
			about: 'lifetime',
			given: followed,
			parameters: { organization: ACME, names: false },
			wire: [ask()],
			out: [
				row('associationType', 'EMPLOYEE', 3),
				row('country', 'urn:li:geo:103644278', 8),
				row('function', 'urn:li:function:13', 6),
				row('industry', 'urn:li:industry:4', 7),
				row('industry', 'urn:li:industry:999999', 4),
				row('region', 'urn:li:geo:90000084', 9),
				row('seniority', 'urn:li:seniority:8', 17),
				row('staffCountRange', 'SIZE_2_TO_10', 7),
			],
		},
		{
			name: 'with names: fixed lists without a call, places and unknown industries in one lookup',
			page: ['followerStatistics', 'adTargeting'],
			about: 'names of facets',
			app: 'ads-app',
			scopes: ['r_ads', 'rw_organization_admin'],
			given: followed,
			parameters: { organization: ACME, facets: ['seniority', 'country', 'industry'] },
			wire: [ask(), askNames('urn%3Ali%3Ageo%3A103644278,urn%3Ali%3Aindustry%3A999999')],
			out: [
				row('country', 'urn:li:geo:103644278', 8, 'United States'),
				row('industry', 'urn:li:industry:4', 7, 'Software Development'),
				row('industry', 'urn:li:industry:999999', 4),
				row('seniority', 'urn:li:seniority:8', 17, 'CXO'),
			],
		},
		{
			name: 'with names, of an app with Community Management',
			page: 'adTargeting',
			behaviour: 'Development tier',
			given: followed,
			parameters: { organization: ACME, facets: ['country', 'function'] },
			wire: [ask(), askNames('urn%3Ali%3Ageo%3A103644278')],
			out: [
				row('country', 'urn:li:geo:103644278', 8, 'United States'),
				row('function', 'urn:li:function:13', 6, 'Information Technology'),
			],
		},
		{
			name: 'with names, where only the granted scopes show the product',
			page: 'adTargeting',
			behaviour: 'Development tier',
			fields: { appHas: 'selfServe' },
			given: followed,
			parameters: { organization: ACME, facets: ['country'] },
			wire: [ask(), askNames('urn%3Ali%3Ageo%3A103644278')],
			out: [row('country', 'urn:li:geo:103644278', 8, 'United States')],
		},
		{
			name: 'LinkedIn is not asked for names where no product shows that it tells them; those of fixed lists come',
			page: 'followerStatistics',
			app: 'lead-app',
			scopes: ['r_organization_admin'],
			fields: { appHas: 'choose', products: ['leadSync'] },
			given: (simulator) => {
				simulator.state.addApp({ clientId: 'lead-app', clientSecret: 's', products: ['leadSync'] });
				return followed(simulator);
			},
			parameters: { organization: ACME, facets: ['country', 'function'] },
			wire: [ask()],
			out: [
				row('country', 'urn:li:geo:103644278', 8),
				row('function', 'urn:li:function:13', 6, 'Information Technology'),
			],
		},
		{
			name: 'paid followers stand in the organic count already and are not counted twice',
			page: 'followerStatistics',
			about: 'organicFollowerCount',
			given: (simulator) => {
				const seniority = 'urn:li:seniority:8';
				const followerCounts = { organicFollowerCount: 100, paidFollowerCount: 40 };
				answer(simulator, PATH, page([{ followerCountsBySeniority: [{ followerCounts, seniority }] }]));
				return {};
			},
			parameters: { organization: ACME, facets: ['seniority'], names: false },
			wire: [ask()],
			out: [row('seniority', 'urn:li:seniority:8', 100)],
		},
		{
			name: 'gains by day, which may be negative, in order',
			page: 'followerStatistics',
			about: 'timeIntervals',
			given: ({ state }) => {
				state.statistics.followerGains.push(
					{ organization, at: daysAgo(4), organic: 4, paid: 1 },
					{ organization, at: daysAgo(5), organic: -6, paid: 1 },
				);
				return days();
			},
			parameters: { organization: ACME, granularity: 'DAY', start: '${day30}', end: '${day2}' },
			wire: [ask('&timeIntervals=(timeRange:(start:${ms30},end:${ms2}),timeGranularityType:DAY)')],
			out: [
				{ ...acme, start: '${day5}', end: '${day4}', organicGain: -6, paidGain: 1, totalGain: -5 },
				{ ...acme, start: '${day4}', end: '${day3}', organicGain: 4, paidGain: 1, totalGain: 5 },
			],
		},
		{
			name: 'less than nothing is no number of followers, and a gain may be',
			page: 'followerStatistics',
			given: (simulator) => {
				const followerCounts = { organicFollowerCount: -1, paidFollowerCount: 0 };
				const followerCountsBySeniority = [{ followerCounts, seniority: 'urn:li:seniority:8' }];
				answer(simulator, /FollowerStatistics/, page([{ organization, followerCountsBySeniority }]));
				return {};
			},
			parameters: { organization: ACME, facets: ['seniority'], names: false },
			wire: [ask()],
			out: [{ ...acme, facet: 'seniority', value: 'urn:li:seniority:8', name: null, total: null }],
		},
		{
			name: 'gains that cannot be read are null, and so is their sum',
			page: 'followerStatistics',
			about: 'timeIntervals',
			given: (simulator) => {
				const followerGains = { organicFollowerGain: 4, paidFollowerGain: '1' };
				answer(
					simulator,
					/FollowerStatistics/,
					page([{ organization, followerGains }, { followerGains: null }]),
				);
				return days();
			},
			parameters: { organization: ACME, granularity: 'DAY', start: '${day30}', end: '${day2}' },
			wire: [ask('&timeIntervals=(timeRange:(start:${ms30},end:${ms2}),timeGranularityType:DAY)')],
			out: [
				{ ...acme, start: null, end: null, organicGain: 4, paidGain: null, totalGain: null },
				{ ...acme, start: null, end: null, organicGain: null, paidGain: null, totalGain: null },
			],
		},
		{
			name: 'gains by week',
			page: 'followerStatistics',
			about: 'timeGranularityType',
			given: () => days(),
			parameters: { organization: ACME, granularity: 'WEEK', start: '${day30}' },
			wire: [ask('&timeIntervals=(timeRange:(start:${ms30},end:${ms2}),timeGranularityType:WEEK)')],
			out: [],
		},
		{
			name: 'without an end goes up to two days ago, as far as LinkedIn has them',
			page: 'followerStatistics',
			about: 'timeIntervals',
			given: () => days(),
			parameters: { organization: ACME, granularity: 'DAY', start: '${day365}' },
			wire: [ask('&timeIntervals=(timeRange:(start:${ms365},end:${ms2}),timeGranularityType:DAY)')],
			out: [],
		},
		{
			name: 'yesterday is refused without a call',
			page: 'followerStatistics',
			about: 'timeIntervals',
			given: () => days(),
			parameters: { organization: ACME, granularity: 'DAY', start: '${day5}', end: '${day1}' },
			wire: [],
			error: { message: expect.stringContaining('2 days ago') },
		},
		{
			name: 'more than 365 days ago is refused without a call',
			page: 'followerStatistics',
			about: 'timeIntervals',
			given: () => days(),
			parameters: { organization: ACME, granularity: 'DAY', start: '${day366}' },
			wire: [],
			error: { message: expect.stringContaining('365 days ago') },
		},
		{
			name: 'an unknown split from an expression is refused without a call',
			page: 'followerStatistics',
			parameters: { organization: ACME, facets: '={{ ["age"] }}' },
			wire: [],
			error: { message: 'LinkedIn can\'t break this down by "age"' },
		},
		{
			name: 'Raw gives the entries of LinkedIn, with what they are of beside them',
			page: 'followerStatistics',
			given: followed,
			parameters: { organization: ACME, facets: ['seniority'], names: false, output: 'raw' },
			wire: [ask()],
			out: [
				{
					...acme,
					followerCounts: { organicFollowerCount: 17, paidFollowerCount: 0 },
					facet: 'seniority',
					value: 'urn:li:seniority:8',
					name: null,
					seniority: 'urn:li:seniority:8',
				},
			],
		},
	],
});
