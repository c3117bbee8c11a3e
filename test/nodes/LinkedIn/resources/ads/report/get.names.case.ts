import { defineCase } from '../../../../../cases';
import type { Simulator } from '../../../../../simulator';
import { ACCOUNT, adsApp } from '../connection';
import {
	ACME,
	ACME_URN,
	acmeAccount,
	answer,
	campaign,
	campaignRow,
	get,
	IDENTITY,
	MANAGER,
	pivot,
	range,
	wireRange,
} from './answers';

const asked = (pivots: string[], accounts = ACME_URN) =>
	get(
		`/rest/adAnalytics?${pivots.length === 1 ? `q=analytics&pivot=${pivots[0]}` : `q=statistics&pivots=List(${pivots.join()})`}` +
			`&timeGranularity=ALL&${wireRange(7, 1)}&accounts=List(${accounts})&fields=clicks,${IDENTITY}`,
	);
const clicks = {
	account: ACCOUNT,
	metricSets: [],
	metrics: ['clicks'],
	dateRange: 'last7Days',
	resolveNames: true,
};
const batch = (url: string) => ({ method: 'GET' as const, url, restliMethod: 'BATCH_GET' });
const row = (...pivotValues: string[]) => ({ pivotValues, dateRange: range(7, 1), clicks: 1 });
const under = (path: string, ids: string, account = ACME) =>
	batch(`/rest/adAccounts/${account}/${path}?ids=List(${ids})&fields=id,name`);

/** A group and a campaign of Acme's ad account. */
function seed({ state }: Simulator): void {
	state.ads.addGroup(ACME, { id: 603812394, name: 'Spring' });
	state.ads.addCampaign(ACME, { id: 141049524, name: 'Founders' });
}

export default defineCase({
	operation: 'report:get',
	cases: [
		{
			name: 'names of account, group and campaign, one call a kind; a campaign that is gone has none',
			page: ['reports', 'adAccounts', 'campaignGroups', 'campaigns'],
			about: 'names',
			...adsApp,
			given: (simulator) => {
				seed(simulator);
				const of = (campaignId: number) =>
					row(
						'urn:li:sponsoredAccount:507404993',
						'urn:li:sponsoredCampaignGroup:603812394',
						`urn:li:sponsoredCampaign:${campaignId}`,
					);
				answer(simulator, [of(141049524), of(7)]);
				return {};
			},
			parameters: { ...clicks, pivots: ['ACCOUNT', 'CAMPAIGN_GROUP', 'CAMPAIGN'] },
			wire: [
				asked(['ACCOUNT', 'CAMPAIGN_GROUP', 'CAMPAIGN']),
				get(`/rest/adAccounts?q=search&search=(id:(values:List(${ACME_URN})))&fields=id,name&pageSize=100`),
				under('adCampaignGroups', '603812394'),
				under('adCampaigns', '141049524,7'),
			],
			out: [
				expect.objectContaining({
					...acmeAccount('Acme Ads'),
					...pivot('campaignGroup', {
						urn: 'urn:li:sponsoredCampaignGroup:603812394',
						id: '603812394',
						url: `${MANAGER}/campaign-groups/603812394`,
						name: 'Spring',
					}),
					...campaign(141049524, 'Founders'),
				}),
				expect.objectContaining({ ...campaign(7, null) }),
			],
		},
		{
			name: 'of two accounts, each is asked for what has no name yet',
			page: 'campaigns',
			about: 'BATCH_GET',
			...adsApp,
			given: (simulator) => {
				seed(simulator);
				simulator.state.ads.addCampaign('510426150', { id: 141049530, name: 'Makers' });
				answer(simulator, [
					row('urn:li:sponsoredCampaign:141049524'),
					row('urn:li:sponsoredCampaign:141049530'),
				]);
				return {};
			},
			parameters: { ...clicks, account: { __rl: true, mode: 'id', value: '507404993, 510426150' } },
			wire: [
				asked(['CAMPAIGN'], `${ACME_URN},urn%3Ali%3AsponsoredAccount%3A510426150`),
				under('adCampaigns', '141049524,141049530'),
				under('adCampaigns', '141049530', '510426150'),
			],
			out: [
				expect.objectContaining({ ...campaign(141049524, 'Founders', null) }),
				expect.objectContaining({ ...campaign(141049530, 'Makers', null) }),
			],
		},
		{
			name: 'places and companies come from the targeting entities, seniorities cost no call',
			page: 'adTargeting',
			about: 'q=urns',
			...adsApp,
			given: (simulator) => {
				answer(simulator, [row('urn:li:seniority:8', 'urn:li:geo:103644278', 'urn:li:organization:1035')]);
				return {};
			},
			parameters: { ...clicks, pivots: ['MEMBER_SENIORITY', 'MEMBER_COUNTRY_V2', 'MEMBER_COMPANY'] },
			wire: [
				asked(['MEMBER_SENIORITY', 'MEMBER_COUNTRY_V2', 'MEMBER_COMPANY']),
				get(
					'/rest/adTargetingEntities?q=urns&urns=List(urn%3Ali%3Ageo%3A103644278,urn%3Ali%3Aorganization%3A1035)&queryVersion=QUERY_USES_URNS&locale=(language:en,country:US)',
				),
			],
			out: [
				expect.objectContaining({
					...pivot('memberSeniority', { urn: 'urn:li:seniority:8', id: '8', url: null, name: 'CXO' }),
					...pivot('memberCountry', {
						urn: 'urn:li:geo:103644278',
						id: '103644278',
						url: null,
						name: 'United States',
					}),
					...pivot('memberCompany', {
						urn: 'urn:li:organization:1035',
						id: '1035',
						url: 'https://www.linkedin.com/company/1035',
						name: 'Microsoft',
					}),
				}),
			],
		},
		{
			name: 'pages that targeting does not know are looked up',
			page: ['adTargeting', 'organizations'],
			about: 'q=urns',
			...adsApp,
			given: (simulator) => {
				answer(simulator, [row('urn:li:organization:2414183')]);
				answer(simulator, [], /adTargetingEntities/);
				return {};
			},
			parameters: { ...clicks, pivots: ['COMPANY'] },
			wire: [
				asked(['COMPANY']),
				get(
					'/rest/adTargetingEntities?q=urns&urns=List(urn%3Ali%3Aorganization%3A2414183)&queryVersion=QUERY_USES_URNS&locale=(language:en,country:US)',
				),
				batch('/rest/organizationsLookup?ids=List(2414183)'),
			],
			out: [expect.objectContaining({ companyName: 'Acme Corp' })],
		},
		{
			name: 'without the scope that opens names nothing is asked, and the first item says so',
			page: 'reports',
			behaviour: 'Scopes by product',
			...adsApp,
			scopes: ['r_ads_reporting'],
			given: (simulator) => {
				answer(simulator, [campaignRow(141049524, { clicks: 1 }, range(7, 1))]);
				return {};
			},
			parameters: clicks,
			wire: [asked(['CAMPAIGN'])],
			out: [
				expect.objectContaining({
					...campaign(141049524),
					notice: expect.stringContaining('the scope r_ads or rw_ads is missing'),
				}),
			],
		},
	],
});
