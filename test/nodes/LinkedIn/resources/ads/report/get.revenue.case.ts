import { defineCase } from '../../../../../cases';
import { ACCOUNT, adsApp } from '../connection';
import { ACME_URN, answer, campaign, campaignRow, days, get, IDENTITY, wireRange } from './answers';

const asked = (account: string, filters = '') =>
	get(
		`/rest/adAnalytics?q=attributedRevenueMetrics&pivots=List(CAMPAIGN)&account=${account}&${wireRange(90, 1)}${filters}&fields=revenueAttributionMetrics,${IDENTITY}`,
	);
const NOTHING = {
	revenueWonInUsd: null,
	returnOnAdSpend: null,
	closedWonOpportunities: null,
	opportunityWinRate: null,
	averageDealSizeInUsd: null,
	averageDaysToClose: null,
	openOpportunities: null,
	opportunityAmountInUsd: null,
};

export default defineCase({
	operation: 'report:get',
	cases: [
		{
			name: 'attributed revenue by campaign: money as numbers, null for what LinkedIn does not tell',
			page: 'reports',
			about: 'q=attributedRevenueMetrics',
			...adsApp,
			given: (simulator) => {
				const revenueAttributionMetrics = {
					returnOnAdSpend: 10,
					opportunityWinRate: 0.75,
					revenueWonInUsd: '1000.0',
					closedWonOpportunities: 100,
					averageDaysToClose: 75,
					averageDealSizeInUsd: '10.0',
				};
				answer(simulator, [campaignRow(141049524, { revenueAttributionMetrics })]);
				return days();
			},
			parameters: {
				resolveNames: false,
				account: ACCOUNT,
				reportType: 'revenue',
				dateRange: 'last90Days',
				additionalFields: { campaigns: '141049524', campaignGroups: '603812394' },
			},
			wire: [
				asked(
					ACME_URN,
					'&campaignGroups=List(urn%3Ali%3AsponsoredCampaignGroup%3A603812394)&campaigns=List(urn%3Ali%3AsponsoredCampaign%3A141049524)',
				),
			],
			out: [
				{
					...campaign(141049524),
					start: '${day30}',
					end: '${day1}',
					...NOTHING,
					returnOnAdSpend: 10,
					opportunityWinRate: 0.75,
					revenueWonInUsd: 1000,
					closedWonOpportunities: 100,
					averageDaysToClose: 75,
					averageDealSizeInUsd: 10,
				},
			],
		},
		{
			name: 'the account is sent as a list where LinkedIn refuses it as a URN',
			page: 'reports',
			behaviour: 'Reports',
			...adsApp,
			given: (simulator) => {
				const body = { status: 400, code: 'ILLEGAL_ARGUMENT', message: 'Invalid value for account' };
				simulator.faults.add({ match: { path: /adAnalytics/ }, effect: { status: 400, body } });
				answer(simulator, [campaignRow(1, { revenueAttributionMetrics: { openOpportunities: 200 } })]);
				return days();
			},
			parameters: { account: ACCOUNT, resolveNames: false, reportType: 'revenue', dateRange: 'last90Days' },
			wire: [asked(ACME_URN), asked(`List(${ACME_URN})`)],
			out: [{ ...campaign(1), start: '${day30}', end: '${day1}', ...NOTHING, openOpportunities: 200 }],
		},
		{
			name: 'an account whose CRM is connected has numbers',
			page: 'reports',
			about: 'q=attributedRevenueMetrics',
			...adsApp,
			given: ({ state }) => {
				state.ads.reports.crmAccounts.add('507404993');
				state.ads.reports.fill({ account: '507404993', creatives: 1 });
				return {};
			},
			parameters: { account: ACCOUNT, resolveNames: false, reportType: 'revenue', dateRange: 'last90Days' },
			wire: [asked(ACME_URN)],
			out: [
				expect.objectContaining({
					campaignUrn: expect.stringContaining('urn:li:sponsoredCampaign:'),
					revenueWonInUsd: expect.any(Number),
					returnOnAdSpend: expect.any(Number),
				}),
			],
		},
	],
});
