import type { IDataObject } from 'n8n-workflow';

import { defineCase } from '../../../../../cases';
import type { Simulator } from '../../../../../simulator';
import { ACCOUNT, adsApp, currencyLookUp } from '../connection';
import { AMERICANS, CAMPAIGNS, GROUP_ID, needed, rule } from './campaigns';

const withGroup = (simulator: Simulator) => {
	simulator.state.ads.addGroup(ACCOUNT.value, { id: GROUP_ID, status: 'ACTIVE' });
	return {};
};
const usd = (amount: string) => ({ amount, currencyCode: 'USD' });
const create = (body: IDataObject) => ({
	method: 'POST' as const,
	url: CAMPAIGNS,
	restliMethod: 'CREATE',
	body: {
		account: 'urn:li:sponsoredAccount:507404993',
		campaignGroup: 'urn:li:sponsoredCampaignGroup:635137195',
		name: 'Campaign A',
		status: 'DRAFT',
		objectiveType: 'WEBSITE_VISIT',
		type: 'SPONSORED_UPDATES',
		costType: 'CPM',
		unitCost: usd('0'),
		optimizationTargetType: 'MAX_CLICK',
		dailyBudget: usd('50'),
		locale: { country: 'US', language: 'en' },
		politicalIntent: 'NOT_POLITICAL',
		offsiteDeliveryEnabled: false,
		targetingCriteria: AMERICANS,
		runSchedule: { start: expect.any(Number) as number },
		...body,
	},
});
const start = '2027-01-01T09:00:00+01:00';
const startMs = Date.UTC(2027, 0, 1, 8);

export default defineCase({
	operation: 'campaign:create',
	cases: [
		{
			...adsApp,
			name: 'a draft by default that starts now and bids by itself; the currency is looked up',
			page: ['campaigns', 'budgetCombinations'],
			about: 'CREATE',
			behaviour: 'Required fields of campaigns',
			given: withGroup,
			parameters: needed,
			wire: [currencyLookUp(), create({})],
			out: [
				{
					urn: expect.stringMatching(/^urn:li:sponsoredCampaign:\d+$/),
					url: expect.stringMatching(
						/^https:\/\/www\.linkedin\.com\/campaignmanager\/accounts\/507404993\/campaigns\/\d+$/,
					),
					id: expect.stringMatching(/^\d+$/),
					created: true,
					name: 'Campaign A',
					status: 'DRAFT',
					objective: 'WEBSITE_VISIT',
					campaignGroup: 'urn:li:sponsoredCampaignGroup:635137195',
					costType: 'CPM',
					optimizationTargetType: 'MAX_CLICK',
				},
			],
		},
		{
			...adsApp,
			name: 'everything that a campaign can say',
			page: 'campaigns',
			given: withGroup,
			parameters: {
				...needed,
				status: 'PAUSED',
				objectiveType: 'BRAND_AWARENESS',
				unitCost: '15',
				totalBudget: '1500.50',
				start,
				end: '2027-03-01T00:00:00Z',
				locale: 'de_DE',
				associatedEntity: {
					__rl: true,
					mode: 'url',
					value: 'https://www.linkedin.com/company/2414183/',
				},
				politicalIntent: 'NOT_DECLARED',
				offsiteDeliveryEnabled: 'true',
				targetingCriteria: {
					rules: [
						rule('and', 'locations', 'urn:li:geo:103644278'),
						rule('and', 'urn:li:adTargetingFacet:seniorities', '4'),
						rule('or', 'skills', 'urn:li:skill:17, 18'),
						rule('exclude', 'employers', '1035'),
					],
				},
				additionalFields: {
					audienceExpansionEnabled: true,
					connectedTelevisionOnly: true,
					creativeSelection: 'OPTIMIZED',
					format: 'SINGLE_VIDEO',
					offsitePreferences: '{ "exclude": { "publisherRestrictionFiles": [] } }',
					optimizationPreference: 10,
					optimizationTargetType: 'MAX_REACH',
					pacingStrategy: 'LIFETIME',
				},
			},
			wire: [
				currencyLookUp(),
				create({
					status: 'PAUSED',
					objectiveType: 'BRAND_AWARENESS',
					unitCost: usd('15'),
					totalBudget: usd('1500.50'),
					runSchedule: { start: startMs, end: Date.UTC(2027, 2, 1) },
					locale: { country: 'DE', language: 'de' },
					associatedEntity: 'urn:li:organization:2414183',
					politicalIntent: 'NOT_DECLARED',
					offsiteDeliveryEnabled: true,
					targetingCriteria: {
						include: {
							and: [
								{ or: { 'urn:li:adTargetingFacet:locations': ['urn:li:geo:103644278'] } },
								{
									or: {
										'urn:li:adTargetingFacet:seniorities': ['urn:li:seniority:4'],
										'urn:li:adTargetingFacet:skills': ['urn:li:skill:17', 'urn:li:skill:18'],
									},
								},
							],
						},
						exclude: { or: { 'urn:li:adTargetingFacet:employers': ['urn:li:organization:1035'] } },
					},
					audienceExpansionEnabled: true,
					connectedTelevisionOnly: true,
					creativeSelection: 'OPTIMIZED',
					format: 'SINGLE_VIDEO',
					offsitePreferences: { exclude: { publisherRestrictionFiles: [] } },
					optimizationPreference: {
						frequencyOptimizationPreference: {
							timeSpan: { duration: 7, unit: 'DAY' },
							optimizationType: 'MAX_FREQUENCY',
							frequency: 10,
						},
					},
					optimizationTargetType: 'MAX_REACH',
					pacingStrategy: 'LIFETIME',
				}),
			],
			out: [
				expect.objectContaining({
					created: true,
					status: 'PAUSED',
					objective: 'BRAND_AWARENESS',
					notice: 'LinkedIn bids automatically for MAX_REACH and ignores the Bid.',
				}),
			],
		},
		{
			...adsApp,
			name: 'expressions: plural objective, numbers as amounts, a list of URNs, booleans, criteria as an object',
			page: 'campaigns',
			about: 'objectiveType',
			behaviour: 'Objectives',
			given: withGroup,
			parameters: {
				...needed,
				objectiveType: '={{ "video views" }}',
				dailyBudget: '={{ 50 }}',
				unitCost: '={{ 12.5 }}',
				costType: 'CPV',
				locale: '={{ { language: "en", country: "GB" } }}',
				offsiteDeliveryEnabled: '={{ false }}',
				targetingCriteria: {},
				targetingJson:
					'={{ { include: { and: [{ or: { locations: ["urn:li:geo:103644278"] } }] }, exclude: null } }}',
			},
			wire: [
				currencyLookUp(),
				create({
					objectiveType: 'VIDEO_VIEW',
					costType: 'CPV',
					unitCost: usd('12.5'),
					optimizationTargetType: undefined,
					locale: { country: 'GB', language: 'en' },
				}),
			],
			out: [expect.objectContaining({ objective: 'VIDEO_VIEW' })],
		},
		{
			...adsApp,
			name: 'Sponsored Messaging rotates its creatives; an end alone starts at once',
			page: 'campaigns',
			about: 'creativeSelection',
			given: withGroup,
			parameters: { ...needed, type: 'SPONSORED_INMAILS', end: '2027-03-01T00:00:00Z' },
			wire: [
				currencyLookUp(),
				create({
					type: 'SPONSORED_INMAILS',
					creativeSelection: 'ROUND_ROBIN',
					runSchedule: { start: expect.any(Number) as number, end: Date.UTC(2027, 2, 1) },
				}),
			],
			out: [expect.objectContaining({ created: true })],
		},
		{
			...adsApp,
			name: 'the currency is looked up once for all items of a run',
			page: 'campaigns',
			about: 'CREATE',
			given: withGroup,
			parameters: { ...needed, name: '={{ $json.name }}' },
			items: [{ json: { name: 'One' } }, { json: { name: 'Two' } }],
			wire: [currencyLookUp(), create({ name: 'One' }), create({ name: 'Two' })],
			out: [expect.objectContaining({ name: 'One' }), expect.objectContaining({ name: 'Two' })],
		},
	],
});
