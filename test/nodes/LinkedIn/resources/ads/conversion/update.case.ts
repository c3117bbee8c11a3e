import type { INodeParameters } from 'n8n-workflow';

import { defineCase } from '../../../../../cases';
import { ACCOUNT, adsApp, byId } from '../connection';
import { ACCOUNT_QUERY, identity, twoRules } from './rules';

const update = (id: number, $set: object) => ({
	method: 'POST' as const,
	url: `/rest/conversions/${id}?${ACCOUNT_QUERY}`,
	restliMethod: 'PARTIAL_UPDATE',
	body: { patch: { $set } },
});

export default defineCase({
	operation: 'conversion:update',
	cases: [
		{
			...adsApp,
			name: 'name, switch and the whole list of campaigns',
			page: 'conversions',
			about: 'PARTIAL_UPDATE',
			given: twoRules,
			parameters: {
				account: ACCOUNT,
				conversion: byId('5001'),
				updateFields: { name: 'x', enabled: false, campaigns: '2001, 2002' },
			},
			wire: [
				update(5001, {
					name: 'x',
					enabled: false,
					campaigns: ['urn:li:sponsoredCampaign:2001', 'urn:li:sponsoredCampaign:2002'],
				}),
			],
			out: [{ ...identity(5001), updated: true }],
		},
		...(
			[
				['the switch', { removeCampaigns: true }],
				['an empty list from an expression', { campaigns: '={{ [] }}' }],
				['an empty list in the locator', { campaigns: { __rl: true, mode: 'id', value: '={{ [] }}' } }],
			] as Array<[string, INodeParameters]>
		).map(([what, updateFields]) => ({
			...adsApp,
			name: `all campaigns are taken off by ${what}`,
			page: 'conversions' as const,
			about: 'PARTIAL_UPDATE',
			behaviour: 'Conversions',
			given: twoRules,
			parameters: { account: ACCOUNT, conversion: byId('5001'), updateFields },
			wire: [update(5001, { campaigns: [] })],
			out: [{ ...identity(5001), updated: true }],
		})),
		{
			...adsApp,
			name: 'a field Campaigns that stays empty takes none off',
			page: 'conversions',
			about: 'PARTIAL_UPDATE',
			given: twoRules,
			parameters: {
				account: ACCOUNT,
				conversion: byId('5001'),
				updateFields: { name: 'x', campaigns: byId(''), removeCampaigns: false },
			},
			wire: [update(5001, { name: 'x' })],
			out: [{ ...identity(5001), updated: true }],
		},
		...(
			[
				['={{ ["", ""] }}', 1],
				['={{ [$json.nothing] }}', 1],
				['={{ ["2001", null] }}', 2],
				['2001, ,2002', 2],
				['={{ "2001," + ($json.nothing ?? "") }}', 2],
				[byId('={{ ["2001", " "] }}'), 2],
			] as Array<[INodeParameters[string], number]>
		).map(([campaigns, entry], index) => ({
			...adsApp,
			name: `a campaign that an expression did not find takes none off: list ${index + 1}`,
			page: 'conversions' as const,
			behaviour: 'Conversions',
			parameters: { account: ACCOUNT, conversion: byId('5001'), updateFields: { name: 'x', campaigns } },
			wire: [],
			error: {
				message: `Entry ${entry} of Campaigns is empty, but campaigns left out are removed`,
			},
		})),
		{
			...adsApp,
			name: 'campaigns to have and the wish to remove all are refused before any call',
			page: 'conversions',
			parameters: {
				account: ACCOUNT,
				conversion: byId('5001'),
				updateFields: { campaigns: '2001', removeCampaigns: true },
			},
			wire: [],
			error: { message: "Remove All Campaigns is on, but Campaigns isn't empty" },
		},
		{
			...adsApp,
			name: 'nothing to change is refused before any call',
			page: 'conversions',
			parameters: { account: ACCOUNT, conversion: byId('5001') },
			wire: [],
			error: { message: 'There are no fields to update' },
		},
	],
});
