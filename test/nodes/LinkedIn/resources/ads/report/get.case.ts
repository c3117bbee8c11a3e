import { defineCase } from '../../../../../cases';
import { ACCOUNT, adsApp } from '../connection';
import {
	ACME_URN,
	acmeAccount,
	answer,
	campaign,
	campaignRow,
	days,
	DELIVERY,
	get,
	IDENTITY,
	MANAGER,
	pivot,
	range,
	wireRange,
} from './answers';

const BASE = '/rest/adAnalytics?q=analytics&pivot=CAMPAIGN&timeGranularity=';
const ofAcme = `&accounts=List(${ACME_URN})`;
const last30 = `${BASE}ALL&${wireRange(30, 1)}${ofAcme}&fields=`;

/** 8 + 7 + 3, and 2 + 4 metrics: two calls. */
const ENGAGEMENT =
	'totalEngagements,reactions,likes,comments,shares,follows,companyPageClicks,otherEngagements';
const VIDEO =
	'videoStarts,videoViews,videoFirstQuartileCompletions,videoMidpointCompletions,videoThirdQuartileCompletions,videoCompletions,fullScreenPlays';
const LEADS = 'oneClickLeads,oneClickLeadFormOpens,qualifiedLeads';
const MAIL_LEADS = 'leadGenerationMailContactInfoShares,leadGenerationMailInterestedClicks';
const CONVERSIONS =
	'externalWebsiteConversions,externalWebsitePostClickConversions,externalWebsitePostViewConversions,conversionValueInLocalCurrency';

export default defineCase({
	operation: 'report:get',
	cases: [
		{
			name: 'one pivot asks the analytics finder; costs are numbers, ratios are reckoned, zeros are put back',
			page: 'reports',
			...adsApp,
			given: (simulator) => {
				answer(simulator, [
					campaignRow(141049524, {
						impressions: 400,
						clicks: 8,
						landingPageClicks: 6,
						costInLocalCurrency: '19.92',
						costInUsd: '21.5',
					}),
					campaignRow(141049527, { impressions: 3 }),
				]);
				return days();
			},
			parameters: { account: ACCOUNT, resolveNames: false },
			wire: [get(last30 + `${DELIVERY},${IDENTITY}`)],
			out: [
				{
					...campaign(141049524),
					start: '${day30}',
					end: '${day1}',
					impressions: 400,
					clicks: 8,
					landingPageClicks: 6,
					costInLocalCurrency: 19.92,
					costInUsd: 21.5,
					ctr: 0.02,
					cpc: 2.49,
					cpm: 49.8,
				},
				{
					...campaign(141049527),
					start: '${day30}',
					end: '${day1}',
					impressions: 3,
					clicks: 0,
					landingPageClicks: 0,
					costInLocalCurrency: 0,
					costInUsd: 0,
					ctr: 0,
					cpc: null,
					cpm: 0,
				},
			],
		},
		{
			name: 'two pivots ask the statistics finder; all filters are asked for together, in any form',
			page: 'reports',
			...adsApp,
			given: ({ state }) => {
				const names = days();
				const ad = { account: '507404993', campaignGroup: '603812394', campaign: '141049524' };
				const of = { ...ad, share: 'urn:li:share:7045020441609936898', date: String(names.day30) };
				state.ads.reports.setFacts([
					{ ...of, creative: '119962155', metrics: { clicks: 2 } },
					{ ...of, creative: '119962156', metrics: { clicks: 3 } },
				]);
				return names;
			},
			parameters: {
				resolveNames: false,
				account: { __rl: true, mode: 'url', value: `${MANAGER}/campaigns` },
				pivots: ['ACCOUNT', 'CREATIVE'],
				metricSets: [],
				metrics: ['clicks'],
				dateRange: 'custom',
				start: '${day30}T22:00:00.000-07:00',
				end: '${day1}',
				timeGranularity: 'DAILY',
				additionalFields: {
					campaignGroups: '603812394, 603812395',
					campaigns: `${MANAGER}/campaigns/141049524/details`,
					creatives: 'urn:li:sponsoredCreative:119962155',
					shares: 'urn:li:share:7045020441609936898',
				},
			},
			wire: [
				get(
					'/rest/adAnalytics?q=statistics&pivots=List(ACCOUNT,CREATIVE)&timeGranularity=DAILY&' +
						wireRange(30, 1) +
						ofAcme +
						'&campaignGroups=List(urn%3Ali%3AsponsoredCampaignGroup%3A603812394,urn%3Ali%3AsponsoredCampaignGroup%3A603812395)' +
						'&campaigns=List(urn%3Ali%3AsponsoredCampaign%3A141049524)' +
						'&creatives=List(urn%3Ali%3AsponsoredCreative%3A119962155)' +
						'&shares=List(urn%3Ali%3Ashare%3A7045020441609936898)' +
						`&fields=clicks,${IDENTITY}`,
				),
			],
			out: [
				{
					...acmeAccount(),
					...pivot('creative', {
						urn: 'urn:li:sponsoredCreative:119962155',
						id: '119962155',
						url: `${MANAGER}/creatives/119962155`,
						name: null,
					}),
					start: '${day30}',
					end: '${day30}',
					clicks: 2,
				},
			],
		},
		{
			name: 'more than 18 metrics are asked in two calls and joined by campaign, whichever of them a call leaves out',
			page: 'reports',
			behaviour: 'Reports',
			...adsApp,
			given: (simulator) => {
				answer(simulator, [campaignRow(1, { likes: 5 })], /fields=totalEngagements/);
				answer(
					simulator,
					[campaignRow(2, { conversionValueInLocalCurrency: '9.5' }), campaignRow(1, { qualifiedLeads: 1 })],
					/fields=leadGenerationMail/,
				);
				return {};
			},
			parameters: {
				resolveNames: false,
				account: ACCOUNT,
				metricSets: ['engagement', 'video', 'leads', 'conversions'],
			},
			wire: [
				get(last30 + `${ENGAGEMENT},${VIDEO},${LEADS},${IDENTITY}`),
				get(last30 + `${MAIL_LEADS},${CONVERSIONS},${IDENTITY}`),
			],
			out: [
				expect.objectContaining({
					...campaign(1),
					likes: 5,
					qualifiedLeads: 1,
					conversionValueInLocalCurrency: 0,
				}),
				expect.objectContaining({
					...campaign(2),
					likes: 0,
					qualifiedLeads: 0,
					conversionValueInLocalCurrency: 9.5,
				}),
			],
		},
		{
			name: 'by member attributes: words for company sizes and seniorities',
			page: 'reports',
			...adsApp,
			given: (simulator) => {
				answer(simulator, [
					{
						pivotValues: ['SIZE_11_TO_50', 'urn:li:seniority:8'],
						dateRange: range(7, 1),
						impressions: 40,
					},
				]);
				return days();
			},
			parameters: {
				resolveNames: false,
				account: ACCOUNT,
				pivots: 'MEMBER_COMPANY_SIZE, MEMBER_SENIORITY',
				metricSets: '',
				metrics: 'impressions, clicks',
				dateRange: 'last7Days',
			},
			wire: [
				get(
					'/rest/adAnalytics?q=statistics&pivots=List(MEMBER_COMPANY_SIZE,MEMBER_SENIORITY)&timeGranularity=ALL&' +
						`${wireRange(7, 1)}${ofAcme}&fields=impressions,clicks,${IDENTITY}`,
				),
			],
			out: [
				{
					...pivot('memberCompanySize', {
						urn: null,
						id: 'SIZE_11_TO_50',
						url: null,
						name: '11 to 50 employees',
					}),
					...pivot('memberSeniority', { urn: 'urn:li:seniority:8', id: '8', url: null, name: 'CXO' }),
					start: '${day7}',
					end: '${day1}',
					impressions: 40,
					clicks: 0,
					ctr: 0,
				},
			],
		},
		{
			name: "Raw gives LinkedIn's rows, money as text, nothing put back",
			page: 'reports',
			...adsApp,
			given: (simulator) => {
				answer(simulator, [campaignRow(1, { costInUsd: '1.50' })]);
				return {};
			},
			parameters: { account: ACCOUNT, resolveNames: false, output: 'raw' },
			wire: [get(last30 + `${DELIVERY},${IDENTITY}`)],
			out: [campaignRow(1, { costInUsd: '1.50' })],
		},
		{
			name: 'without an account, campaigns by their Campaign Manager address are enough, and it names the account',
			page: 'reports',
			...adsApp,
			given: ({ state }) => {
				const names = days();
				const fact = { account: '507404993', campaign: '141049524', date: String(names.day3) };
				state.ads.reports.setFacts([{ ...fact, metrics: { clicks: 2 } }]);
				return names;
			},
			parameters: {
				resolveNames: false,
				account: { __rl: true, mode: 'list', value: '' },
				metricSets: [],
				metrics: ['clicks'],
				dateRange: 'last7Days',
				additionalFields: { campaigns: `${MANAGER}/campaigns/141049524/details` },
			},
			wire: [
				get(
					`${BASE}ALL&${wireRange(7, 1)}&campaigns=List(urn%3Ali%3AsponsoredCampaign%3A141049524)&fields=clicks,${IDENTITY}`,
				),
			],
			out: [{ ...campaign(141049524), start: '${day7}', end: '${day1}', clicks: 2 }],
		},
		{
			name: 'an account without a role gives no rows, and the item says what that may mean',
			page: 'reports',
			about: 'empty elements',
			...adsApp,
			parameters: { account: { __rl: true, mode: 'id', value: '518121035' } },
			wire: [
				get(
					`${BASE}ALL&${wireRange(30, 1)}&accounts=List(urn%3Ali%3AsponsoredAccount%3A518121035)&fields=${DELIVERY},${IDENTITY}`,
				),
			],
			out: [{ rows: 0, notice: expect.stringContaining('or you have no role on the ad account') }],
		},
		{
			name: 'days that LinkedIn rounds out to a month are said on the first item',
			page: 'reports',
			...adsApp,
			given: (simulator) => {
				answer(simulator, [campaignRow(1, { clicks: 1 })]);
				return {};
			},
			parameters: {
				resolveNames: false,
				account: ACCOUNT,
				metricSets: [],
				metrics: ['clicks'],
				dateRange: 'custom',
				start: '2025-01-15',
				end: '2025-12-31',
			},
			wire: [
				get(
					`${BASE}ALL&dateRange=(start:(year:2025,month:1,day:15),end:(year:2025,month:12,day:31))${ofAcme}&fields=clicks,${IDENTITY}`,
				),
			],
			out: [expect.objectContaining({ clicks: 1, notice: expect.stringContaining('six months') })],
		},
	],
});
