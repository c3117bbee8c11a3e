import { defineCase } from '../../../../../cases';
import { ACCOUNT, adsApp, byId, currencyLookUp } from '../connection';
import { GROUPS, identity, twoGroups } from './groups';

export default defineCase({
	operation: 'campaignGroup:update',
	cases: [
		{
			...adsApp,
			name: 'the budget of one',
			page: 'campaignGroups',
			about: 'PARTIAL_UPDATE',
			given: twoGroups,
			parameters: {
				account: ACCOUNT,
				campaignGroup: byId('1001'),
				updateFields: { totalBudget: '3000', start: '2027-01-01T00:00:00Z', end: '2027-02-01T00:00:00Z' },
			},
			wire: [
				currencyLookUp(),
				{
					method: 'POST',
					url: `${GROUPS}/1001`,
					restliMethod: 'PARTIAL_UPDATE',
					body: {
						patch: {
							$set: {
								runSchedule: { start: Date.UTC(2027, 0, 1), end: Date.UTC(2027, 1, 1) },
								totalBudget: { amount: '3000', currencyCode: 'USD' },
							},
						},
					},
				},
			],
			out: [{ ...identity(1001), updated: true }],
		},
		{
			...adsApp,
			name: 'a total budget alone, whose end the group has',
			page: 'campaignGroups',
			about: 'PARTIAL_UPDATE',
			given: twoGroups,
			parameters: { account: ACCOUNT, campaignGroup: byId('1001'), updateFields: { totalBudget: '3000' } },
			wire: [
				currencyLookUp(),
				{
					method: 'POST',
					url: `${GROUPS}/1001`,
					restliMethod: 'PARTIAL_UPDATE',
					body: { patch: { $set: { totalBudget: { amount: '3000', currencyCode: 'USD' } } } },
				},
			],
			out: [{ ...identity(1001), updated: true }],
		},
		{
			...adsApp,
			name: 'a total budget with a start and no end, which would take the end of the group, is refused before any call',
			page: 'campaignGroups',
			about: 'runSchedule',
			given: twoGroups,
			parameters: {
				account: ACCOUNT,
				campaignGroup: byId('1001'),
				updateFields: { totalBudget: '3000', start: '2027-01-01T00:00:00Z' },
			},
			wire: [],
			error: {
				message: 'A Total Budget needs an End',
				description: expect.stringContaining('Enter when the campaign group ends'),
			},
		},
		{
			...adsApp,
			name: 'the status of several in one call, one that is not there with the reason',
			page: 'campaignGroups',
			about: 'BATCH_PARTIAL_UPDATE',
			given: twoGroups,
			parameters: {
				account: ACCOUNT,
				campaignGroup: byId('1001, 1002, 7'),
				updateFields: { status: 'PAUSED' },
			},
			wire: [
				{
					method: 'POST',
					url: `${GROUPS}?ids=List(1001,1002,7)`,
					restliMethod: 'BATCH_PARTIAL_UPDATE',
					body: {
						entities: {
							1001: { patch: { $set: { status: 'PAUSED' } } },
							1002: { patch: { $set: { status: 'PAUSED' } } },
							7: { patch: { $set: { status: 'PAUSED' } } },
						},
					},
				},
			],
			out: [
				{ ...identity(1001), updated: true },
				{ ...identity(1002), updated: true },
				{ ...identity(7), updated: false, status: 404, reason: 'sponsoredCampaignGroup 7 is not found' },
			],
		},
		{
			...adsApp,
			fields: { tier: 'development' },
			name: 'on the Development tier one call each',
			page: ['campaignGroups', 'accessTiers'],
			given: twoGroups,
			parameters: { account: ACCOUNT, campaignGroup: byId('1001, 1002'), updateFields: { status: 'PAUSED' } },
			wire: [1001, 1002].map((id) => ({
				method: 'POST',
				url: `${GROUPS}/${id}`,
				restliMethod: 'PARTIAL_UPDATE',
				body: { patch: { $set: { status: 'PAUSED' } } },
			})),
			out: [
				{ ...identity(1001), updated: true },
				{ ...identity(1002), updated: true },
			],
		},
		{
			...adsApp,
			name: "the default group is explained in LinkedIn's words and ours",
			page: 'campaignGroups',
			about: 'CANNOT_UPDATE_BACKFILLED_CAMPAIGN_GROUPS',
			given: (simulator) => ({ id: Number(simulator.state.ads.groups.of('507404993')[0].id) }),
			parameters: { account: ACCOUNT, campaignGroup: byId('${id}'), updateFields: { status: 'PAUSED' } },
			wire: [
				{
					method: 'POST',
					url: `${GROUPS}/\${id}`,
					restliMethod: 'PARTIAL_UPDATE',
					body: { patch: { $set: { status: 'PAUSED' } } },
				},
			],
			error: { description: expect.stringContaining('default campaign group') },
		},
		{
			...adsApp,
			name: 'an end without its start is refused before any call',
			page: 'campaignGroups',
			about: 'runSchedule',
			parameters: {
				account: ACCOUNT,
				campaignGroup: byId('1001'),
				updateFields: { end: '2027-03-01T00:00:00Z' },
			},
			wire: [],
			error: {
				message: 'LinkedIn requires Start together with End',
				description: expect.stringContaining('Add Start'),
			},
		},
	],
});
