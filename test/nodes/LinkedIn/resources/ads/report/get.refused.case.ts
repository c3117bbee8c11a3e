import { defineCase } from '../../../../../cases';
import { ACCOUNT, adsApp } from '../connection';
import { ACME_URN, days, DELIVERY, get, IDENTITY, wireRange } from './answers';

const asked = (fields: string) =>
	get(
		`/rest/adAnalytics?q=analytics&pivot=CAMPAIGN&timeGranularity=ALL&${wireRange(30, 1)}&accounts=List(${ACME_URN})&fields=${fields},${IDENTITY}`,
	);

/** Forty metrics that no single set contains. */
const FORTY =
	`actionClicks adUnitClicks cardClicks cardImpressions clicks commentLikes comments companyPageClicks costInUsd
	downloadClicks follows fullScreenPlays impressions jobApplications jobApplyClicks landingPageClicks likes opens
	reactions sends documentCompletions documentFirstQuartileCompletions documentMidpointCompletions
	documentThirdQuartileCompletions externalWebsiteConversions oneClickLeads oneClickLeadFormOpens otherEngagements
	registrations shares talentLeads textUrlClicks totalEngagements videoCompletions videoFirstQuartileCompletions
	videoMidpointCompletions videoStarts videoThirdQuartileCompletions videoViews viralClicks`.split(/\s+/);

const refused = (
	name: string,
	parameters: Record<string, unknown>,
	message: string,
	advice = '',
	given?: () => ReturnType<typeof days>,
) => ({
	name,
	page: 'reports' as const,
	...adsApp,
	...(given && { given }),
	parameters: { account: ACCOUNT, resolveNames: false, ...parameters } as never,
	wire: [],
	error: { message: expect.stringContaining(message), description: expect.stringContaining(advice) },
});

export default defineCase({
	operation: 'report:get',
	cases: [
		refused(
			'no account and no other filter',
			{ account: { __rl: true, mode: 'list', value: '' } },
			'Account is empty',
			'Choose the ad account',
		),
		refused(
			'more than three pivots',
			{ pivots: ['ACCOUNT', 'CAMPAIGN', 'CREATIVE', 'SHARE'] },
			'Break Down By has 4 pivots',
			'one to 3',
		),
		refused(
			'a pivot that is none',
			{ pivots: '={{ ["CAMPAIN"] }}' },
			'LinkedIn can\'t break this report down by "CAMPAIN"',
			'Did you mean CAMPAIGN?',
		),
		refused(
			'a metric that is none',
			{ metrics: '={{ ["leads"] }}' },
			'"leads" is not a metric',
			'Did you mean oneClickLeads?',
		),
		refused('no metric', { metricSets: [] }, 'No metrics are selected', 'Metric Sets'),
		refused(
			'a metric that LinkedIn does not give by member',
			{ pivots: ['MEMBER_JOB_TITLE'], metrics: ['approximateMemberReach'] },
			"LinkedIn doesn't provide approximateMemberReach",
			'that start with Member',
		),
		refused(
			'start after end',
			{ dateRange: 'custom', start: '2026-05-05', end: '2026-05-04' },
			'Start Date 2026-05-05 is after End Date 2026-05-04',
		),
		refused('no start', { dateRange: 'custom', start: '={{ $json.nothing }}' }, 'Start Date is empty'),
		refused(
			'a campaign where a creative is asked',
			{ additionalFields: { creatives: 'urn:li:sponsoredCampaign:1' } },
			'Creatives: "urn:li:sponsoredCampaign:1" is a URN of the type "sponsoredCampaign"',
		),
		refused(
			'the activity of a copied link where a share is asked',
			{ additionalFields: { shares: 'urn:li:activity:7094637247890620418' } },
			'LinkedIn reports only on shares and ugcPosts',
		),
		refused(
			'attributed revenue of 7 days',
			{ reportType: 'revenue', dateRange: 'last7Days' },
			'The report has 7 days, but attributed revenue needs 30 to 366',
		),
		refused(
			'attributed revenue of long ago',
			{ reportType: 'revenue', dateRange: 'custom', start: '${day380}', end: '${day200}' },
			'attributed revenue goes back only one year',
			'',
			days,
		),
		refused(
			'attributed revenue compared with days of long ago',
			{ reportType: 'revenue', dateRange: 'custom', start: '${day200}', end: '${day0}', compare: true },
			'The previous period starts on',
			'',
			days,
		),
		refused(
			'attributed revenue by creative',
			{ reportType: 'revenue', pivots: ['CREATIVE'] },
			'LinkedIn can\'t break this report down by "CREATIVE"',
			'Choose from ACCOUNT, CAMPAIGN_GROUP, CAMPAIGN.',
		),
		refused(
			'attributed revenue of two accounts',
			{ reportType: 'revenue', account: { __rl: true, mode: 'id', value: '507404993, 510426150' } },
			'Attributed revenue needs exactly one ad account, not 2',
		),
		{
			name: 'a connection without the scope is refused without a call',
			page: 'reports',
			...adsApp,
			scopes: ['r_ads'],
			parameters: { account: ACCOUNT, resolveNames: false },
			wire: [],
			error: { message: expect.stringContaining('r_ads_reporting') },
		},
		{
			name: "LinkedIn's refusal of an input names the node's own field",
			page: ['reports', 'errorResponses'],
			...adsApp,
			given: (simulator) => {
				const body = {
					message: 'Invalid param. Please see errorDetails for more information.',
					status: 400,
					code: 'MULTIPLE_VALIDATIONS_FAILED',
					errorDetailType: 'com.linkedin.common.error.BadRequest',
					errorDetails: {
						inputErrors: [
							{
								code: 'INVALID_VALUE_FOR_FIELD',
								description: 'the range is too long',
								input: { inputPath: { fieldPath: '/dateRange/start' } },
							},
						],
					},
				};
				simulator.faults.add({ match: { path: /adAnalytics/ }, effect: { status: 400, body } });
				return {};
			},
			parameters: { account: ACCOUNT, resolveNames: false },
			wire: [asked(DELIVERY)],
			error: { message: expect.stringContaining('Date Range: the range is too long') },
		},
		{
			name: '40 metrics are three calls of 18 at the most, as LinkedIn counts what names a row among its 20 fields',
			page: 'reportSchema',
			...adsApp,
			given: ({ state }) => {
				const date = String(days().day3);
				const [first, last] = [FORTY[0], FORTY[39]];
				state.ads.reports.setFacts([{ account: '507404993', date, metrics: { [first]: 1, [last]: 2 } }]);
				return {};
			},
			parameters: { account: ACCOUNT, resolveNames: false, metricSets: [], metrics: FORTY },
			wire: [0, 18, 36].map((from) => asked(FORTY.slice(from, from + 18).join())),
			out: [expect.objectContaining({ [FORTY[0]]: 1, [FORTY[20]]: 0, [FORTY[39]]: 2 })],
		},
	],
});
