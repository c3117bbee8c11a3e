import type { INodeParameters } from 'n8n-workflow';

import { defineCase, type OperationCase } from '../../../../../cases';
import { ACCOUNT, adsApp, byId, currencyLookUp, VIEWED } from '../connection';
import { AMERICANS, CAMPAIGNS, GROUP_ID, needed, rule } from './campaigns';

const create = {
	method: 'POST' as const,
	url: CAMPAIGNS,
	restliMethod: 'CREATE',
	body: expect.objectContaining({
		name: 'Campaign A',
		type: 'SPONSORED_UPDATES',
		targetingCriteria: AMERICANS,
	}) as object,
};

/** Bad input: one error that names field and rule, and no call. */
function refused(
	name: string,
	parameters: INodeParameters,
	message: RegExp,
	way: RegExp,
	version = '202609',
): OperationCase {
	return {
		...adsApp,
		fields: { version },
		name,
		page: ['campaigns', 'budgetCombinations'],
		parameters: { ...needed, ...parameters },
		wire: [],
		error: { message: expect.stringMatching(message), description: expect.stringMatching(way) },
	};
}

const targeted = (...rules: INodeParameters[]) => ({ targetingCriteria: { rules } });
const locations = rule('and', 'locations', 'urn:li:geo:103644278');

export default defineCase({
	operation: 'campaign:create',
	cases: [
		refused('no name', { name: ' ' }, /Name is empty/, /Enter a text/),
		refused('no group', { campaignGroup: byId('={{ "" }}') }, /Campaign Group is empty/, /Choose one/),
		refused(
			'no political intent',
			{ politicalIntent: '={{ "" }}' },
			/Political Intent is not set/,
			/NOT_DECLARED, NOT_POLITICAL, POLITICAL/,
		),
		refused(
			'no word on the audience network',
			{ offsiteDeliveryEnabled: '={{ "" }}' },
			/Audience Network is not set/,
			/true, false/,
		),
		refused(
			'an unknown objective',
			{ objectiveType: '={{ "WEBSITE_TRAFFIC" }}' },
			/Objective is "WEBSITE_TRAFFIC", which is not an option/,
			/BRAND_AWARENESS, ENGAGEMENT, .*WEBSITE_VISIT/,
		),
		refused('no budget', { dailyBudget: '' }, /needs a Daily Budget or a Total Budget/, /one of them/),
		refused(
			'an amount with separators',
			{ dailyBudget: '1,000' },
			/Daily Budget must be an amount greater than 0, not "1,000"/,
			/without currency or separators/,
		),
		refused(
			'a total budget without an end',
			{ totalBudget: '1500' },
			/A Total Budget needs an End/,
			/Enter an End/,
		),
		refused(
			'an end that is not after the start',
			{ start: '2027-02-01T00:00:00Z', end: '2027-01-01T00:00:00Z' },
			/End \(2027-01-01T00:00:00\.000Z\) is not after Start/,
			/end after the start/,
		),
		refused(
			'a start that is no date',
			{ start: 'soon' },
			/Start must be a date and time, not "soon"/,
			/date and time such as/,
		),
		refused(
			'a locale of three letters',
			{ locale: 'eng' },
			/Locale must be a language and country, not "eng"/,
			/en_US/,
		),
		refused(
			'messaging with the best creative',
			{ type: 'SPONSORED_INMAILS', additionalFields: { creativeSelection: 'OPTIMIZED' } },
			/Sponsored Messaging has only with API version 202607 or later/,
			/Rotate Evenly/,
			'202606',
		),
		refused(
			'connected TV on LinkedIn only',
			{ additionalFields: { connectedTelevisionOnly: true } },
			/Connected TV Only needs the Audience Network/,
			/Turn on Audience Network/,
		),
		refused('dynamic ads without a format', { type: 'DYNAMIC' }, /Dynamic Ads need a Format/, /Spotlight/),
		refused(
			'an active campaign without a page',
			{ status: 'ACTIVE' },
			/Page is empty/,
			/Choose the Company Page/,
		),
		refused(
			'less in all than a day',
			{ dailyBudget: '200', totalBudget: '150', end: '2027-03-01T00:00:00Z' },
			/Total Budget is less than Daily Budget/,
			/Raise the Total Budget/,
		),
		refused(
			'dynamic ads with one budget',
			{ type: 'DYNAMIC', additionalFields: { format: 'SPOTLIGHT' } },
			/Dynamic Ads need a Daily Budget and a Total Budget/,
			/Enter both/,
		),
		refused(
			'a frequency of a half',
			{ additionalFields: { optimizationPreference: '={{ 0.5 }}' } },
			/Max Frequency per Week must be a whole number greater than 0, not "0\.5"/,
			/number such as/,
		),
		refused(
			'targeting without a place',
			targeted(rule('and', 'skills', '17')),
			/Targeting has no location/,
			/locations of urn:li:geo/,
		),
		refused('no targeting', { targetingCriteria: {} }, /Targeting is empty/, /Add a rule/),
		refused(
			'titles with seniorities',
			targeted(locations, rule('and', 'titles', '1'), rule('and', 'seniorities', '4')),
			/includes titles and seniorities, which can't be combined/,
			/Remove one of them/,
		),
		refused(
			'company sizes with employers',
			targeted(
				rule('and', 'staffCountRanges', 'urn:li:staffCountRange:(11,50)'),
				rule('and', 'employers', '1'),
			),
			/includes staffCountRanges and employers/,
			/Remove one of them/,
		),
		refused(
			'an excluded age',
			targeted(locations, rule('exclude', 'ageRanges', 'urn:li:ageRange:(18,24)')),
			/excludes ageRanges, which can only be included/,
			/Include the ageRanges/,
		),
		refused(
			'a value both in and out',
			targeted(locations, rule('exclude', 'locations', '103644278')),
			/both includes and excludes urn:li:geo:103644278 of locations/,
			/Remove it from/,
		),
		refused(
			'JSON that breaks off',
			{ targetingCriteria: {}, targetingJson: '{ "include": ' },
			/Targeting \(JSON\) isn't valid JSON/,
			/Enter \{"include"/,
		),
		refused(
			'three wrong fields: all three are named, and the ways out',
			{ name: ' ', dailyBudget: '1,000', targetingCriteria: {} },
			/^3 problems: Name is empty; Daily Budget must be an amount .*; Targeting is empty$/,
			/^Name: Enter a text.* Daily Budget: Enter digits.* Targeting: Add a rule/,
		),
		refused(
			'wrong options and rules between fields beside wrong fields',
			{
				status: 'ACTIVE',
				totalBudget: '1500',
				politicalIntent: '={{ "" }}',
				additionalFields: {
					format: '={{ "POSTER" }}',
					optimizationPreference: '={{ 0.5 }}',
				},
			},
			/^5 problems: Political Intent is not set.*; Format is "POSTER".*; Max Frequency per Week.*; A Total Budget needs an End; Page is empty/,
			/Political Intent: .* Format: .* Max Frequency per Week: .* End: .* Page: Choose/,
		),
		{
			...adsApp,
			name: "LinkedIn's refusals of inputs are lines with the names of the fields",
			page: ['campaigns', 'errorResponses'],
			parameters: { ...needed, campaignGroup: byId('1'), dailyBudget: '1' },
			wire: [currencyLookUp(), create],
			error: {
				message: expect.stringMatching(/Daily Budget: .*minimum 10.*; Campaign Group: /s),
				description: expect.stringContaining('Raise the amount'),
			},
		},
		{
			...adsApp,
			name: 'the 5,001st campaign: the limits are said',
			page: 'adAccounts',
			about: 'limits',
			given: (simulator) => {
				simulator.state.ads.addGroup(ACCOUNT.value, { id: GROUP_ID });
				for (let made = 0; made < 5000; made += 1) simulator.state.ads.addCampaign(ACCOUNT.value);
				return {};
			},
			parameters: needed,
			wire: [currencyLookUp(), create],
			error: {
				message: expect.stringContaining('5000 campaigns'),
				description: expect.stringMatching(/5,000 campaigns of any status .* 1,000 active ones/),
			},
		},
		{
			...adsApp,
			name: 'a viewer of the account: the role that is needed is named',
			page: ['campaigns', 'accountAccess'],
			about: 'roles',
			parameters: { ...needed, account: VIEWED },
			wire: [currencyLookUp(VIEWED.value), { ...create, url: '/rest/adAccounts/510426150/adCampaigns' }],
			error: { description: expect.stringContaining('CAMPAIGN_MANAGER or higher') },
		},
	],
});
