import { defineCase } from '../../../../../cases';
import { ACCOUNT, adsApp, byId } from '../connection';
import { autumn, GROUPS, identity, spring, twoGroups } from './groups';

export default defineCase({
	operation: 'campaignGroup:get',
	cases: [
		{
			...adsApp,
			name: 'one by URN',
			page: 'campaignGroups',
			about: 'GET',
			given: twoGroups,
			parameters: { account: ACCOUNT, campaignGroup: byId('urn:li:sponsoredCampaignGroup:1001') },
			wire: [{ method: 'GET', url: `${GROUPS}/1001`, restliMethod: 'GET' }],
			out: [spring],
		},
		{
			...adsApp,
			name: 'several in one call, one that is not there in its place with the reason',
			page: 'campaignGroups',
			about: 'BATCH_GET',
			given: twoGroups,
			parameters: { account: ACCOUNT, campaignGroup: byId('1002, 7, 1001') },
			wire: [{ method: 'GET', url: `${GROUPS}?ids=List(1002,7,1001)`, restliMethod: 'BATCH_GET' }],
			out: [
				autumn,
				{
					urn: identity(7).urn,
					url: identity(7).url,
					found: false,
					status: 404,
					reason: 'sponsoredCampaignGroup 7 is not found',
				},
				spring,
			],
		},
	],
});
