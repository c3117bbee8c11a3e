import { defineCase } from '../../../../../cases';
import { ACCOUNT, adsApp, byId } from '../connection';
import { identity, twoRules } from './rules';

const CONVERSION = 'urn:lla:llaPartnerConversion:5001';
const campaign = (id: number) => `urn:li:sponsoredCampaign:${id}`;
const key = (id: number) =>
	`(campaign:urn%3Ali%3AsponsoredCampaign%3A${id},conversion:urn%3Alla%3AllaPartnerConversion%3A5001)`;
const pair = (id: number) => ({ campaign: campaign(id), conversion: CONVERSION });

export default defineCase({
	operation: 'conversion:associateCampaign',
	cases: [
		{
			...adsApp,
			name: 'one, by the compound key',
			page: 'conversions',
			about: 'campaignConversions',
			given: twoRules,
			parameters: { account: ACCOUNT, conversion: byId('5001'), campaign: byId('2001') },
			wire: [
				{
					method: 'PUT',
					url: `/rest/campaignConversions/${key(2001)}`,
					restliMethod: 'UPDATE',
					body: pair(2001),
				},
			],
			out: [{ ...identity(5001), campaign: campaign(2001), associated: true }],
		},
		{
			...adsApp,
			name: 'several in one call, one that is not there with the reason',
			page: 'conversions',
			about: 'campaignConversions',
			given: twoRules,
			parameters: { account: ACCOUNT, conversion: byId('5001'), campaign: byId('2001, 7, 2002') },
			wire: [
				{
					method: 'PUT',
					url: `/rest/campaignConversions?ids=List(${[2001, 7, 2002].map(key).join()})`,
					restliMethod: 'BATCH_UPDATE',
					body: { entities: { [key(2001)]: pair(2001), [key(7)]: pair(7), [key(2002)]: pair(2002) } },
				},
			],
			out: [
				{ ...identity(5001), campaign: campaign(2001), associated: true },
				{
					...identity(5001),
					campaign: campaign(7),
					associated: false,
					status: 404,
					reason: 'urn:li:sponsoredCampaign:7 is not found',
				},
				{ ...identity(5001), campaign: campaign(2002), associated: true },
			],
		},
		{
			...adsApp,
			fields: { tier: 'development' },
			name: 'on the Development tier one call each',
			page: ['conversions', 'accessTiers'],
			given: twoRules,
			parameters: { account: ACCOUNT, conversion: byId('5001'), campaign: byId('2001, 2002') },
			wire: [2001, 2002].map((id) => ({
				method: 'PUT',
				url: `/rest/campaignConversions/${key(id)}`,
				restliMethod: 'UPDATE',
				body: pair(id),
			})),
			out: [2001, 2002].map((id) => ({ ...identity(5001), campaign: campaign(id), associated: true })),
		},
	],
});
