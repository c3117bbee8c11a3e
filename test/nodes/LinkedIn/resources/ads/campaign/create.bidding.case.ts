import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { defineCase, type OperationCase } from '../../../../../cases';
import type { Simulator } from '../../../../../simulator';
import { ACCOUNT, adsApp, byId, currencyLookUp } from '../connection';
import { AMERICANS, CAMPAIGNS, GROUP_ID, needed } from './campaigns';

const usd = (amount: string) => ({ amount, currencyCode: 'USD' });
const FIRST = 140_000_003;
const CAMPAIGN = `urn:li:sponsoredCampaign:${FIRST}`;
const RULE = 'urn:lla:llaPartnerConversion:5001';

const world = ({ state }: Simulator) => {
	state.ads.addGroup(ACCOUNT.value, { id: GROUP_ID, status: 'ACTIVE' });
	state.ads.conversions.add({ id: 5001, account: `urn:li:sponsoredAccount:${ACCOUNT.value}` });
	return {};
};

/** The bidding of the body; the other members have their own cases. */
const create = (bidding: IDataObject) => ({
	method: 'POST' as const,
	url: CAMPAIGNS,
	restliMethod: 'CREATE',
	body: expect.objectContaining(bidding) as object,
});
const link = (conversion: string) => ({
	method: 'PUT' as const,
	url: `/rest/campaignConversions/(campaign:urn%3Ali%3AsponsoredCampaign%3A${FIRST},conversion:urn%3Alla%3AllaPartnerConversion%3A${conversion})`,
	restliMethod: 'UPDATE',
	body: { campaign: CAMPAIGN, conversion: `urn:lla:llaPartnerConversion:${conversion}` },
});
const switched = {
	method: 'POST' as const,
	url: `${CAMPAIGNS}/${FIRST}`,
	restliMethod: 'PARTIAL_UPDATE',
	body: {
		patch: { $set: { costType: 'CPM', unitCost: usd('0'), optimizationTargetType: 'MAX_CONVERSION' } },
	},
};

function bids(name: string, parameters: INodeParameters, body: IDataObject, out: IDataObject): OperationCase {
	return {
		...adsApp,
		name,
		page: 'budgetCombinations',
		given: world,
		parameters: { ...needed, ...parameters },
		wire: [currencyLookUp(), create(body)],
		out: [expect.objectContaining({ created: true, ...out }) as IDataObject],
	};
}

function refused(name: string, parameters: INodeParameters, message: RegExp, way: RegExp): OperationCase {
	return {
		...adsApp,
		name,
		page: 'budgetCombinations',
		parameters: { ...needed, ...parameters },
		wire: [],
		error: { message: expect.stringMatching(message), description: expect.stringMatching(way) },
	};
}

const optimization = (optimizationTargetType: string) => ({ additionalFields: { optimizationTargetType } });
const conversions = { objectiveType: 'WEBSITE_CONVERSION', additionalFields: { conversions: byId('5001') } };

export default defineCase({
	operation: 'campaign:create',
	cases: [
		bids(
			'a cost type that automatic bidding does not have is changed, and the item says so',
			{ costType: 'CPC' },
			{ costType: 'CPM', unitCost: usd('0'), optimizationTargetType: 'MAX_CLICK' },
			{
				costType: 'CPM',
				notice: 'Cost Type was changed from CPC to CPM: LinkedIn requires it for MAX_CLICK.',
			},
		),
		bids(
			'video views are charged by view',
			{ objectiveType: 'VIDEO_VIEW' },
			{ costType: 'CPV', unitCost: usd('0'), optimizationTargetType: 'MAX_VIDEO_VIEW' },
			{
				costType: 'CPV',
				optimizationTargetType: 'MAX_VIDEO_VIEW',
				notice: 'Cost Type was changed from CPM to CPV: LinkedIn requires it for MAX_VIDEO_VIEW.',
			},
		),
		bids(
			'video views that are asked for may be charged by impression',
			{ objectiveType: 'VIDEO_VIEW', ...optimization('MAX_VIDEO_VIEW') },
			{ costType: 'CPM', unitCost: usd('0'), optimizationTargetType: 'MAX_VIDEO_VIEW' },
			{ costType: 'CPM' },
		),
		bids(
			'a bid of 0 is none',
			{ unitCost: '={{ 0 }}', objectiveType: 'LEAD_GENERATION' },
			{ costType: 'CPM', unitCost: usd('0'), optimizationTargetType: 'MAX_LEAD' },
			{ optimizationTargetType: 'MAX_LEAD' },
		),
		bids(
			'a bid is manual bidding, without a target',
			{ costType: 'CPC', unitCost: '7.5' },
			{ costType: 'CPC', unitCost: usd('7.5') },
			{ costType: 'CPC', optimizationTargetType: 'NONE' },
		),
		bids(
			'a target cost has the cost type of its name',
			{ unitCost: '7.5', ...optimization('={{ "TARGET_COST_PER_CLICK" }}') },
			{ costType: 'CPC', unitCost: usd('7.5'), optimizationTargetType: 'TARGET_COST_PER_CLICK' },
			{
				notice: 'Cost Type was changed from CPM to CPC: LinkedIn requires it for TARGET_COST_PER_CLICK.',
			},
		),
		{
			...bids('text ads go without target and bid', { type: 'TEXT_AD', costType: 'CPC' }, {}, {}),
			wire: [
				currencyLookUp(),
				{
					...create({}),
					body: {
						account: 'urn:li:sponsoredAccount:507404993',
						campaignGroup: 'urn:li:sponsoredCampaignGroup:635137195',
						name: 'Campaign A',
						status: 'DRAFT',
						objectiveType: 'WEBSITE_VISIT',
						type: 'TEXT_AD',
						costType: 'CPC',
						dailyBudget: usd('50'),
						locale: { country: 'US', language: 'en' },
						politicalIntent: 'NOT_POLITICAL',
						offsiteDeliveryEnabled: false,
						targetingCriteria: AMERICANS,
						runSchedule: { start: expect.any(Number) as number },
					},
				},
			],
		},
		bids(
			'messages for leads: LinkedIn picks among the creatives from 202607 on',
			{ type: 'SPONSORED_INMAILS', objectiveType: 'LEAD_GENERATION' },
			{ optimizationTargetType: 'MAX_IMPRESSION', costType: 'CPM', creativeSelection: 'OPTIMIZED' },
			{ optimizationTargetType: 'MAX_IMPRESSION' },
		),
		{
			...bids(
				'messages for leads with an older version take turns',
				{ type: 'SPONSORED_INMAILS', objectiveType: 'LEAD_GENERATION' },
				{ optimizationTargetType: 'MAX_IMPRESSION', creativeSelection: 'ROUND_ROBIN' },
				{},
			),
			fields: { version: '202606' },
		},
		{
			...bids('a conversion is linked, and then bid for', { ...conversions, status: 'ACTIVE' }, {}, {}),
			parameters: {
				...needed,
				...conversions,
				status: 'ACTIVE',
				associatedEntity: byId('urn:li:organization:2414183'),
			},
			wire: [
				currencyLookUp(),
				create({ optimizationTargetType: 'MAX_CLICK', costType: 'CPM', unitCost: usd('0') }),
				link('5001'),
				switched,
			],
			out: [
				{
					urn: CAMPAIGN,
					url: expect.stringContaining(String(FIRST)),
					id: String(FIRST),
					created: true,
					name: 'Campaign A',
					status: 'ACTIVE',
					objective: 'WEBSITE_CONVERSION',
					campaignGroup: 'urn:li:sponsoredCampaignGroup:635137195',
					costType: 'CPM',
					optimizationTargetType: 'MAX_CONVERSION',
					conversions: [{ urn: RULE, associated: true }],
				},
			],
		},
		{
			...bids('one of two conversions is refused: the other is bid for', {}, {}, {}),
			parameters: {
				...needed,
				objectiveType: 'WEBSITE_CONVERSION',
				additionalFields: { conversions: byId('7, 5001') },
			},
			wire: [
				currencyLookUp(),
				create({ optimizationTargetType: 'MAX_CLICK' }),
				link('7'),
				link('5001'),
				switched,
			],
			out: [
				expect.objectContaining({
					optimizationTargetType: 'MAX_CONVERSION',
					conversions: [
						{
							urn: 'urn:lla:llaPartnerConversion:7',
							associated: false,
							status: 404,
							reason: expect.stringMatching(/: urn:lla:llaPartnerConversion:7 is not found$/),
						},
						{ urn: RULE, associated: true },
					],
					notice: expect.stringMatching(/^urn:lla:llaPartnerConversion:7 was not linked: /),
				}),
			],
		},
		{
			...bids('conversions without one: it bids for clicks, and says how it would bid for them', {}, {}, {}),
			parameters: { ...needed, objectiveType: 'WEBSITE_CONVERSION' },
			wire: [currencyLookUp(), create({ optimizationTargetType: 'MAX_CLICK' })],
			out: [
				expect.objectContaining({
					notice: expect.stringMatching(/^Without Conversions, LinkedIn bids for clicks. /),
				}),
			],
		},
		{
			...bids('no conversion could be linked: it goes on bidding for clicks', {}, {}, {}),
			parameters: {
				...needed,
				objectiveType: 'WEBSITE_CONVERSION',
				additionalFields: { conversions: byId('7'), optimizationTargetType: 'MAX_CONVERSION' },
			},
			wire: [currencyLookUp(), create({ optimizationTargetType: 'MAX_CLICK' }), link('7')],
			out: [
				expect.objectContaining({
					created: true,
					optimizationTargetType: 'MAX_CLICK',
					notice: expect.stringMatching(/was not linked: .* The campaign bids for clicks\.$/),
				}),
			],
		},
		{
			...bids('conversions of another objective are linked only', {}, {}, {}),
			parameters: { ...needed, additionalFields: { conversions: byId('5001') } },
			wire: [currencyLookUp(), create({ optimizationTargetType: 'MAX_CLICK' }), link('5001')],
			out: [
				expect.objectContaining({
					optimizationTargetType: 'MAX_CLICK',
					conversions: [{ urn: RULE, associated: true }],
				}),
			],
		},
		refused(
			'conversions as the target without one',
			{ objectiveType: 'WEBSITE_CONVERSION', ...optimization('MAX_CONVERSION') },
			/the campaign has no conversion/,
			/Add Conversions under Additional Fields/,
		),
		refused(
			'a target of another objective',
			optimization('MAX_LEAD'),
			/Optimization is MAX_LEAD, which isn't available for WEBSITE_VISIT$/,
			/Choose one of ENHANCED_CONVERSION, MAX_CLICK, TARGET_COST_PER_CLICK, CAP_COST_AND_MAXIMIZE_CLICKS, or/,
		),
		refused(
			'leads by message',
			{ type: 'SPONSORED_INMAILS', objectiveType: 'LEAD_GENERATION', ...optimization('MAX_LEAD') },
			/isn't available for LEAD_GENERATION by message/,
			/MAX_IMPRESSION/,
		),
		refused(
			'manual bidding without a bid',
			optimization('NONE'),
			/Bid is empty, but Optimization NONE needs a bid greater than 0/,
			/Enter a Bid, or choose automatic bidding/,
		),
		refused(
			'a cost cap of nothing',
			{ unitCost: '0', ...optimization('={{ "CAP_COST_AND_MAXIMIZE_CLICKS" }}') },
			/needs a cost cap greater than 0/,
			/Enter a Bid/,
		),
		refused(
			'a bid by view without a video',
			{ unitCost: '2', costType: 'CPV' },
			/Cost Type is CPV, which is only for video/,
			/Video as the Format/,
		),
		refused(
			'an enhanced bid by view',
			{ unitCost: '2', costType: 'CPV', objectiveType: 'VIDEO_VIEW', ...optimization('ENHANCED_CONVERSION') },
			/Cost Type is CPV, but a Bid needs one of CPC, CPM/,
			/Choose one of CPC, CPM/,
		),
		refused(
			'neither objective nor bid',
			{ objectiveType: '={{ "" }}' },
			/Objective and Bid are both empty/,
			/Choose an Objective/,
		),
	],
});
