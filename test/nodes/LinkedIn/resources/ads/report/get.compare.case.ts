import { defineCase } from '../../../../../cases';
import { ACCOUNT, adsApp } from '../connection';
import { ACME_URN, answer, campaign, campaignRow, days, get, IDENTITY, range, wireRange } from './answers';

const asked = (dates: string, granularity = 'ALL') =>
	get(
		`/rest/adAnalytics?q=analytics&pivot=CAMPAIGN&timeGranularity=${granularity}&${dates}&accounts=List(${ACME_URN})&fields=clicks,${IDENTITY}`,
	);
const clicks = { account: ACCOUNT, metricSets: [], metrics: ['clicks'], compare: true };
const span = (start: number, end: number) => ({ start: `\${day${start}}`, end: `\${day${end}}` });

export default defineCase({
	operation: 'report:get',
	cases: [
		{
			name: 'seven days beside the seven before; what only one of them has stays',
			page: 'reports',
			...adsApp,
			given: (simulator) => {
				answer(simulator, [
					campaignRow(1, { clicks: 5 }, range(7, 1)),
					campaignRow(2, { clicks: 3 }, range(7, 1)),
				]);
				answer(simulator, [
					campaignRow(3, { clicks: 8 }, range(14, 8)),
					campaignRow(1, { clicks: 4 }, range(14, 8)),
				]);
				return days();
			},
			parameters: { ...clicks, resolveNames: false, dateRange: 'last7Days' },
			wire: [asked(wireRange(7, 1)), asked(wireRange(14, 8))],
			out: [
				{
					...campaign(1),
					...span(7, 1),
					clicks: 5,
					previous: { ...span(14, 8), clicks: 4 },
					change: { clicks: 0.25 },
				},
				{
					...campaign(2),
					...span(7, 1),
					clicks: 3,
					previous: { ...span(14, 8), clicks: 0 },
					change: { clicks: null },
				},
				{
					...campaign(3),
					...span(7, 1),
					clicks: 0,
					previous: { ...span(14, 8), clicks: 8 },
					change: { clicks: -1 },
				},
			],
		},
		{
			name: 'a whole month beside the whole month before',
			page: 'reports',
			...adsApp,
			given: (simulator) => {
				const month = (number: number, day: number) => ({
					start: { year: 2026, month: number, day: 1 },
					end: { year: 2026, month: number, day },
				});
				answer(simulator, [campaignRow(1, { clicks: 6 }, month(3, 31))]);
				answer(simulator, [campaignRow(1, { clicks: 4 }, month(2, 28))]);
				return {};
			},
			parameters: {
				...clicks,
				resolveNames: false,
				dateRange: 'custom',
				start: '2026-03-01',
				end: '2026-03-31',
			},
			wire: [
				asked('dateRange=(start:(year:2026,month:3,day:1),end:(year:2026,month:3,day:31))'),
				asked('dateRange=(start:(year:2026,month:2,day:1),end:(year:2026,month:2,day:28))'),
			],
			out: [
				{
					...campaign(1),
					start: '2026-03-01',
					end: '2026-03-31',
					clicks: 6,
					previous: { start: '2026-02-01', end: '2026-02-28', clicks: 4 },
					change: { clicks: 0.5 },
				},
			],
		},
		{
			name: 'each day beside the day of the same place, in order of days',
			page: 'reports',
			about: 'DAILY',
			...adsApp,
			given: (simulator) => {
				answer(simulator, [
					campaignRow(1, { clicks: 2 }, range(1, 1)),
					campaignRow(1, { clicks: 1 }, range(2, 2)),
				]);
				answer(simulator, [campaignRow(1, { clicks: 4 }, range(4, 4))]);
				return days();
			},
			parameters: {
				resolveNames: false,
				...clicks,
				timeGranularity: 'DAILY',
				dateRange: 'custom',
				start: '${day2}',
				end: '${day1}',
			},
			wire: [asked(wireRange(2, 1), 'DAILY'), asked(wireRange(4, 3), 'DAILY')],
			out: [
				{
					...campaign(1),
					...span(2, 2),
					clicks: 1,
					previous: { ...span(4, 4), clicks: 4 },
					change: { clicks: -0.75 },
				},
				{
					...campaign(1),
					...span(1, 1),
					clicks: 2,
					previous: { ...span(3, 3), clicks: 0 },
					change: { clicks: null },
				},
			],
		},
		{
			name: "Raw puts LinkedIn's row of the period before beside each row",
			page: 'reports',
			...adsApp,
			given: (simulator) => {
				answer(simulator, [campaignRow(1, { clicks: 5 }, range(7, 1))]);
				answer(simulator, [campaignRow(2, { clicks: 4 }, range(14, 8))]);
				return {};
			},
			parameters: { ...clicks, resolveNames: false, dateRange: 'last7Days', output: 'raw' },
			wire: [asked(wireRange(7, 1)), asked(wireRange(14, 8))],
			out: [
				{ ...campaignRow(1, { clicks: 5 }, range(7, 1)), previous: null },
				{
					pivotValues: ['urn:li:sponsoredCampaign:2'],
					previous: campaignRow(2, { clicks: 4 }, range(14, 8)),
				},
			],
		},
	],
});
