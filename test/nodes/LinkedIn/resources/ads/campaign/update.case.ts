import { defineCase } from '../../../../../cases';
import { ACCOUNT, adsApp, byId, currencyLookUp } from '../connection';
import { CAMPAIGNS } from './campaigns';
import { identity, twoCampaigns } from './stored';

const update = (id: number, $set: object) => ({
	method: 'POST' as const,
	url: `${CAMPAIGNS}/${id}`,
	restliMethod: 'PARTIAL_UPDATE',
	body: { patch: { $set } },
});
const one = { account: ACCOUNT, campaign: byId('2001') };
const targetingJson = JSON.stringify({
	include: { and: [{ or: { locations: ['urn:li:geo:101282230'] } }] },
});

export default defineCase({
	operation: 'campaign:update',
	cases: [
		{
			...adsApp,
			name: 'the status of several is one batch call, with an item for each',
			page: 'campaigns',
			about: 'BATCH_PARTIAL_UPDATE',
			given: twoCampaigns,
			parameters: {
				account: ACCOUNT,
				campaign: byId('2001, 2002, 7'),
				updateFields: { status: 'ARCHIVED' },
			},
			wire: [
				{
					method: 'POST',
					url: `${CAMPAIGNS}?ids=List(2001,2002,7)`,
					restliMethod: 'BATCH_PARTIAL_UPDATE',
					body: {
						entities: {
							2001: { patch: { $set: { status: 'ARCHIVED' } } },
							2002: { patch: { $set: { status: 'ARCHIVED' } } },
							7: { patch: { $set: { status: 'ARCHIVED' } } },
						},
					},
				},
			],
			out: [
				{ ...identity(2001), updated: true },
				{ ...identity(2002), updated: true },
				{ ...identity(7), updated: false, status: 404, reason: 'sponsoredCampaign 7 is not found' },
			],
		},
		{
			...adsApp,
			name: 'budget, bid, schedule, name and options of one',
			page: 'campaigns',
			about: 'PARTIAL_UPDATE',
			given: twoCampaigns,
			parameters: {
				...one,
				updateFields: {
					name: 'A, longer',
					dailyBudget: 75.5,
					unitCost: '12',
					start: '2027-01-02T00:00:00Z',
					end: '2027-03-01T00:00:00Z',
					audienceExpansionEnabled: true,
				},
			},
			wire: [
				currencyLookUp(),
				update(2001, {
					name: 'A, longer',
					runSchedule: { start: Date.UTC(2027, 0, 2), end: Date.UTC(2027, 2, 1) },
					audienceExpansionEnabled: true,
					unitCost: { amount: '12', currencyCode: 'USD' },
					dailyBudget: { amount: '75.5', currencyCode: 'USD' },
				}),
			],
			out: [{ ...identity(2001), updated: true }],
		},
		...(
			[
				['new targeting alone', { targetingJson }, /requires Political Intent again/],
				['an end without its start', { end: '2027-03-01T00:00:00Z' }, /requires Start together with End/],
				['an end before the start', { start: '2027-03-01', end: '2027-02-01' }, /End .*not after Start/],
				['two groups', { campaignGroup: '1, 2' }, /Campaign Group has 2 entries/],
				['a campaign as the group', { campaignGroup: 'urn:li:sponsoredCampaign:1' }, /sponsoredCampaign/],
				['nothing', {}, /no fields to update/],
			] as Array<[string, Record<string, string>, RegExp]>
		).map(([what, updateFields, message]) => ({
			...adsApp,
			name: `${what} is refused before any call`,
			page: 'campaigns' as const,
			parameters: { ...one, updateFields },
			wire: [],
			error: { message: expect.stringMatching(message) },
		})),
		{
			...adsApp,
			name: "LinkedIn's refusal of a budget is a line with the node's name, and a way out",
			page: 'campaigns',
			about: 'FIELD_VALUE_TOO_LOW',
			given: twoCampaigns,
			parameters: { ...one, updateFields: { dailyBudget: '1' } },
			wire: [currencyLookUp(), update(2001, { dailyBudget: { amount: '1', currencyCode: 'USD' } })],
			error: {
				message: expect.stringContaining('Daily Budget: '),
				description: expect.stringContaining('Raise the amount'),
			},
		},
	],
});
