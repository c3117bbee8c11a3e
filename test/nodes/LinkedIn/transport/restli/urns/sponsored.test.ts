import {
	campaignManagerUrl,
	parseSponsored,
	type SponsoredKind,
} from '../../../../../../nodes/LinkedIn/transport/restli/urns/sponsored';

const MANAGER = 'https://www.linkedin.com/campaignmanager/accounts/507404993';

describe('parseSponsored', () => {
	it.each<[SponsoredKind, unknown, string]>([
		['account', '507404993', 'urn:li:sponsoredAccount:507404993'],
		['account', 507404993, 'urn:li:sponsoredAccount:507404993'],
		['account', ' urn:li:sponsoredAccount:507404993 ', 'urn:li:sponsoredAccount:507404993'],
		['account', 'urn%3Ali%3AsponsoredAccount%3A507404993', 'urn:li:sponsoredAccount:507404993'],
		['account', `${MANAGER}/campaigns?x=1`, 'urn:li:sponsoredAccount:507404993'],
		['campaignGroup', `${MANAGER}/campaign-groups/603812394`, 'urn:li:sponsoredCampaignGroup:603812394'],
		['campaign', `${MANAGER}/campaigns/141049524/details`, 'urn:li:sponsoredCampaign:141049524'],
		['campaign', 'URN:LI:sponsoredcampaign:1', 'urn:li:sponsoredCampaign:1'],
		['creative', `${MANAGER}/creatives/119962155`, 'urn:li:sponsoredCreative:119962155'],
		['leadForm', 'urn:li:versionedLeadGenForm:(urn:li:leadGenForm:7,2)', 'urn:li:leadGenForm:7'],
		['leadForm', 'urn:li:adForm:7', 'urn:li:leadGenForm:7'],
		['conversion', 'urn:lla:llaPartnerConversion:5', 'urn:lla:llaPartnerConversion:5'],
		['conversion', '5', 'urn:lla:llaPartnerConversion:5'],
	])('reads %s %p', (kind, given, urn) => {
		expect(parseSponsored(kind, given, 'Field').urn).toBe(urn);
	});

	it('keeps the account that an address names', () => {
		expect(parseSponsored('campaign', `${MANAGER}/campaigns/1`, 'Campaign').account).toBe('507404993');
	});

	it.each<[SponsoredKind, unknown, RegExp]>([
		['campaign', '', /is empty/],
		['campaign', 'urn:li:sponsoredAccount:1', /type "sponsoredAccount"/],
		['campaign', MANAGER, /without a campaign in it/],
		['campaign', 'https://example.com/1', /outside linkedin\.com/],
		['account', 'Acme', /is not an ad account/],
		['account', 7045020441609937000, /too long for JavaScript/],
		['conversion', 'urn:li:sponsoredCampaign:1', /type "sponsoredCampaign"/],
	])('refuses %s %p', (kind, given, message) => {
		expect(() => parseSponsored(kind, given, 'Field')).toThrow(message);
	});

	it('reads back the addresses it makes', () => {
		for (const kind of ['campaignGroup', 'campaign', 'creative', 'conversion'] as const) {
			const url = campaignManagerUrl('507404993', kind, '12');
			expect(parseSponsored(kind, url, 'Field')).toMatchObject({ id: '12', account: '507404993' });
		}
		expect(parseSponsored('account', campaignManagerUrl('12'), 'Account').id).toBe('12');
	});
});
