import { isAdsPath } from '../../../../../nodes/LinkedIn/resources/api/adsPath';

/** The paths that API Call doesn't change while Highest Daily Budget is set. */

test.each<[string, Record<string, string>, boolean]>([
	['/rest/adAccounts/{account}/adCampaigns/{id}', { account: '1', id: '2' }, true],
	['/rest/adAccounts', {}, true],
	['/v2/adAccountsV2/1', {}, true],
	['/v2/adCampaignsV2/1', {}, true],
	['/v2/adCampaignGroupsV2', {}, true],
	['/rest/adCampaignGroups', {}, true],
	['/v2/adCreativesV2', {}, true],
	['/rest/creatives/{id}', { id: '1' }, true],
	['/rest/ADCAMPAIGNS/1', {}, true],
	['/rest/%61dCampaigns/1', {}, true],
	['/rest/{what}/1', { what: 'adCampaigns' }, true],
	['/rest/ad{what}/1', { what: 'Campaigns' }, true],
	['/rest/;x/adCampaigns', {}, true],
	['/rest/;/adAccounts/1/adCampaigns/2', {}, true],
	['/rest/%3Bx/adCampaigns', {}, true],
	['/rest/adCampaigns;x=1', {}, true],
	['/rest/adExperiments/1', {}, true],
	['/rest/adLiftTests', {}, true],
	['/v2/adDirectSponsoredContents', {}, true],
	['/rest/{what}/1', { what: '%zz' }, false],
	['/rest/adAccountUsers/{user}', { user: 'adAccounts' }, false],
	['/rest/adAnalytics', {}, false],
	['/rest/posts/{post}', { post: 'creatives' }, false],
	['/rest/campaignConversions', {}, false],
])('%s with %j: %s', (path, keys, isAds) => {
	expect(isAdsPath(path, keys)).toBe(isAds);
});
