import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { defineCase, type OperationCase } from '../../../../../cases';
import { ACCOUNT, adsApp, byId, currencyLookUp } from '../connection';
import { CAMPAIGNS } from './campaigns';
import { identity, twoCampaigns } from './stored';

const usd = (amount: string) => ({ amount, currencyCode: 'USD' });
const one = { account: ACCOUNT, campaign: byId('2001') };
const LOCALES = 'urn:li:adTargetingFacet:interfaceLocales';

function changes(
	name: string,
	updateFields: INodeParameters,
	$set: IDataObject,
	notice?: string,
): OperationCase {
	return {
		...adsApp,
		name,
		page: ['campaigns', 'budgetCombinations'],
		given: twoCampaigns,
		parameters: { ...one, updateFields },
		wire: [
			currencyLookUp(),
			{ method: 'POST', url: `${CAMPAIGNS}/2001`, restliMethod: 'PARTIAL_UPDATE', body: { patch: { $set } } },
		],
		out: [{ ...identity(2001), updated: true, ...(notice !== undefined && { notice }) }],
	};
}

function refused(name: string, updateFields: INodeParameters, message: RegExp, way: RegExp): OperationCase {
	return {
		...adsApp,
		name,
		page: ['campaigns', 'budgetCombinations'],
		parameters: { ...one, updateFields },
		wire: [],
		error: { message: expect.stringMatching(message), description: expect.stringMatching(way) },
	};
}

/** Americans by default, and other places after the change. */
const place = (geo: string) => ({ or: { 'urn:li:adTargetingFacet:locations': [`urn:li:geo:${geo}`] } });
const targetingJson = JSON.stringify({ include: { and: [{ or: { locations: ['urn:li:geo:101282230'] } }] } });
const retarget = (...locales: string[]) => ({
	patch: {
		$set: {
			politicalIntent: 'NOT_POLITICAL',
			targetingCriteria: {
				include: {
					and: [place('101282230'), { or: { [LOCALES]: locales.map((one) => `urn:li:locale:${one}`) } }],
				},
			},
		},
	},
});
const read = {
	method: 'GET' as const,
	url: `${CAMPAIGNS}/2001?fields=id,locale,targetingCriteria`,
	restliMethod: 'GET',
};
const updated = (body: object) => ({
	method: 'POST' as const,
	url: `${CAMPAIGNS}/2001`,
	restliMethod: 'PARTIAL_UPDATE',
	body,
});

export default defineCase({
	operation: 'campaign:update',
	cases: [
		changes(
			'to automatic bidding: target, cost type and bid in one patch',
			{ optimizationTargetType: 'MAX_IMPRESSION' },
			{ optimizationTargetType: 'MAX_IMPRESSION', costType: 'CPM', unitCost: usd('0') },
		),
		{
			...changes('from automatic to manual bidding, in one patch', {}, {}),
			given: (simulator) => {
				const made = twoCampaigns(simulator);
				Object.assign(simulator.state.ads.campaigns.find(ACCOUNT.value, '2001') ?? {}, {
					optimizationTargetType: 'MAX_IMPRESSION',
					unitCost: usd('0'),
				});
				return made;
			},
			parameters: {
				...one,
				updateFields: { optimizationTargetType: 'NONE', costType: 'CPC', unitCost: '4' },
			},
			wire: [
				currencyLookUp(),
				updated({
					patch: { $set: { optimizationTargetType: 'NONE', costType: 'CPC', unitCost: usd('4') } },
				}),
			],
		},
		changes(
			'to a target cost, whose cost type its name says',
			{ optimizationTargetType: '={{ "TARGET_COST_PER_IMPRESSION" }}', unitCost: '9' },
			{ optimizationTargetType: 'TARGET_COST_PER_IMPRESSION', costType: 'CPM', unitCost: usd('9') },
		),
		changes(
			'a cost type that automatic bidding does not have is changed, and the item says so',
			{ optimizationTargetType: 'MAX_IMPRESSION', costType: 'CPC', unitCost: '0' },
			{ optimizationTargetType: 'MAX_IMPRESSION', costType: 'CPM', unitCost: usd('0') },
			'Cost Type was changed from CPC to CPM: LinkedIn requires it for MAX_IMPRESSION.',
		),
		changes(
			'a bid beside automatic bidding is ignored, and the item says so',
			{ optimizationTargetType: 'MAX_IMPRESSION', unitCost: '3' },
			{ optimizationTargetType: 'MAX_IMPRESSION', costType: 'CPM', unitCost: usd('3') },
			'LinkedIn bids automatically for MAX_IMPRESSION and ignores the Bid.',
		),
		changes(
			'another bid for another cost type',
			{ costType: 'CPC', unitCost: '4' },
			{ costType: 'CPC', unitCost: usd('4') },
		),
		refused(
			'manual bidding without a bid',
			{ optimizationTargetType: 'NONE', costType: 'CPC' },
			/Bid is empty, but Optimization NONE needs a bid greater than 0/,
			/Enter a Bid/,
		),
		refused(
			'manual bidding without a cost type',
			{ optimizationTargetType: 'NONE', unitCost: '4' },
			/Cost Type is empty, but a Bid needs one of CPC, CPM, CPV/,
			/Choose one of/,
		),
		refused('a bid of 0', { unitCost: '0' }, /Bid is 0, so the campaign would never deliver/, /automatic/),
		refused('a cost type alone', { costType: 'CPC' }, /A new Cost Type needs a Bid/, /Add the Bid/),
		refused(
			'a cost cap of 0',
			{ optimizationTargetType: '={{ "CAP_COST_AND_MAXIMIZE_CLICKS" }}', unitCost: '0' },
			/needs a cost cap greater than 0/,
			/Enter a Bid/,
		),
		{
			...adsApp,
			name: "new targeting keeps the languages of the campaign's targeting",
			page: ['campaigns', 'targetingCriteria'],
			behaviour: 'Targeting in practice',
			given: (simulator) => {
				const made = twoCampaigns(simulator);
				Object.assign(simulator.state.ads.campaigns.find(ACCOUNT.value, '2001') ?? {}, {
					targetingCriteria: {
						include: {
							and: [
								place('1'),
								{ or: { [LOCALES]: ['urn:li:locale:de_DE', 'urn:li:locale:fr_FR'] } },
								{ or: { [LOCALES]: ['urn:li:locale:de_DE'] } },
							],
						},
					},
				});
				return made;
			},
			parameters: { ...one, updateFields: { targetingJson, politicalIntent: 'NOT_POLITICAL' } },
			wire: [read, updated(retarget('de_DE', 'fr_FR'))],
			out: [{ ...identity(2001), updated: true }],
		},
		{
			...adsApp,
			name: 'new targeting of a campaign without such languages gets the one of its locale',
			page: ['campaigns', 'targetingCriteria'],
			behaviour: 'Targeting in practice',
			given: twoCampaigns,
			parameters: { ...one, updateFields: { targetingJson, politicalIntent: 'NOT_POLITICAL' } },
			wire: [read, updated(retarget('en_US'))],
			out: [{ ...identity(2001), updated: true }],
		},
		{
			...adsApp,
			name: 'what new targeting excludes is sent beside the languages that it keeps',
			page: ['campaigns', 'targetingCriteria'],
			behaviour: 'Targeting in practice',
			given: twoCampaigns,
			parameters: {
				...one,
				updateFields: {
					politicalIntent: 'NOT_POLITICAL',
					targetingJson: JSON.stringify({
						...JSON.parse(targetingJson),
						exclude: { or: { seniorities: ['urn:li:seniority:3'] } },
					}),
				},
			},
			wire: [
				read,
				updated({
					patch: {
						$set: {
							politicalIntent: 'NOT_POLITICAL',
							targetingCriteria: {
								...retarget('en_US').patch.$set.targetingCriteria,
								exclude: { or: { 'urn:li:adTargetingFacet:seniorities': ['urn:li:seniority:3'] } },
							},
						},
					},
				}),
			],
			out: [{ ...identity(2001), updated: true }],
		},
		{
			...adsApp,
			name: 'a new locale beside it is taken, without a look',
			page: ['campaigns', 'targetingCriteria'],
			behaviour: 'Targeting in practice',
			given: twoCampaigns,
			parameters: {
				...one,
				updateFields: { targetingJson, politicalIntent: 'NOT_POLITICAL', locale: 'de_DE' },
			},
			wire: [
				updated({
					patch: {
						$set: { ...retarget('de_DE').patch.$set, locale: { language: 'de', country: 'DE' } },
					},
				}),
			],
			out: [{ ...identity(2001), updated: true }],
		},
		{
			...adsApp,
			name: 'languages among the rules are sent as they are, without a look',
			page: ['campaigns', 'targetingCriteria'],
			behaviour: 'Targeting in practice',
			given: twoCampaigns,
			parameters: {
				...one,
				updateFields: {
					politicalIntent: 'NOT_POLITICAL',
					targetingJson: JSON.stringify({
						include: {
							and: [{ or: { locations: ['urn:li:geo:101282230'] } }, { or: { interfaceLocales: ['es_ES'] } }],
						},
					}),
				},
			},
			wire: [updated(retarget('es_ES'))],
			out: [{ ...identity(2001), updated: true }],
		},
		{
			...adsApp,
			name: 'new targeting of several keeps the languages of each: a look and a batch',
			page: ['campaigns', 'targetingCriteria'],
			behaviour: 'Targeting in practice',
			given: (simulator) => {
				const made = twoCampaigns(simulator);
				Object.assign(simulator.state.ads.campaigns.find(ACCOUNT.value, '2002') ?? {}, {
					locale: { language: 'fr', country: 'FR' },
				});
				return made;
			},
			parameters: {
				account: ACCOUNT,
				campaign: byId('2001, 2002, 7'),
				updateFields: { targetingJson, politicalIntent: 'NOT_POLITICAL' },
			},
			wire: [
				{
					method: 'GET',
					url: `${CAMPAIGNS}?fields=id,locale,targetingCriteria&ids=List(2001,2002,7)`,
					restliMethod: 'BATCH_GET',
				},
				{
					method: 'POST',
					url: `${CAMPAIGNS}?ids=List(2001,2002)`,
					restliMethod: 'BATCH_PARTIAL_UPDATE',
					body: { entities: { 2001: retarget('en_US'), 2002: retarget('fr_FR') } },
				},
			],
			out: [
				{ ...identity(2001), updated: true },
				{ ...identity(2002), updated: true },
				{
					...identity(7),
					updated: false,
					status: 404,
					reason: expect.stringMatching(/^Not changed, because LinkedIn didn't return the languages .*: \w/),
				},
			],
		},
	],
});
