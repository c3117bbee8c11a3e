import { defineCase } from '../../../../../cases';
import { ACCOUNT, adsApp, byId, currencyLookUp } from '../connection';
import { GROUPS } from './groups';

const create = (body: object) => ({
	method: 'POST' as const,
	url: GROUPS,
	restliMethod: 'CREATE',
	body: { account: 'urn:li:sponsoredAccount:507404993', ...body },
});
const start = '2027-01-01T09:00:00+01:00';
const startMs = Date.UTC(2027, 0, 1, 8);

export default defineCase({
	operation: 'campaignGroup:create',
	cases: [
		{
			...adsApp,
			name: 'a draft by default',
			page: 'campaignGroups',
			about: 'CREATE',
			parameters: { account: ACCOUNT, name: 'Q3 group', start },
			wire: [create({ name: 'Q3 group', status: 'DRAFT', runSchedule: { start: startMs } })],
			out: [
				{
					urn: expect.stringMatching(/^urn:li:sponsoredCampaignGroup:\d+$/),
					url: expect.stringContaining('/campaign-groups/'),
					id: expect.stringMatching(/^\d+$/),
					created: true,
					name: 'Q3 group',
					status: 'DRAFT',
				},
			],
		},
		{
			...adsApp,
			name: 'without a start it starts now, as LinkedIn refuses drafts without one too',
			page: 'campaignGroups',
			behaviour: 'Required fields of campaigns',
			parameters: { account: ACCOUNT, name: 'Q3 group' },
			wire: [create({ name: 'Q3 group', status: 'DRAFT', runSchedule: { start: expect.any(Number) } })],
			out: [expect.objectContaining({ created: true })],
		},
		{
			...adsApp,
			name: "a total budget as text in the account's currency, both times in the workflow's zone",
			page: 'campaignGroups',
			about: 'totalBudget',
			parameters: {
				account: ACCOUNT,
				name: 'Q3 group',
				status: 'ACTIVE',
				start,
				additionalFields: { totalBudget: 60000, end: '2027-03-01T00:00:00Z', objectiveType: 'WEBSITE_VISIT' },
			},
			wire: [
				currencyLookUp(),
				create({
					name: 'Q3 group',
					status: 'ACTIVE',
					runSchedule: { start: startMs, end: Date.UTC(2027, 2, 1) },
					totalBudget: { amount: '60000', currencyCode: 'USD' },
					objectiveType: 'WEBSITE_VISIT',
				}),
			],
			out: [expect.objectContaining({ created: true, status: 'ACTIVE' })],
		},
		{
			...adsApp,
			name: 'a daily budget is shared by the campaigns, and the plural of an objective is understood',
			page: 'campaignGroups',
			about: 'budgetOptimization',
			parameters: {
				account: ACCOUNT,
				name: 'Q3 group',
				start,
				additionalFields: {
					dailyBudget: '={{ $json.dailyBudget }}',
					bidStrategy: '={{ $json.bidStrategy }}',
					objectiveType: '={{ $json.objectiveType }}',
				},
			},
			items: [{ json: { dailyBudget: '150.50', bidStrategy: 'COST_CAP', objectiveType: 'website visits' } }],
			wire: [
				currencyLookUp(),
				create({
					name: 'Q3 group',
					status: 'DRAFT',
					runSchedule: { start: startMs },
					dailyBudget: { amount: '150.50', currencyCode: 'USD' },
					budgetOptimization: { bidStrategy: 'COST_CAP', budgetOptimizationStrategy: 'DYNAMIC' },
					objectiveType: 'WEBSITE_VISIT',
				}),
			],
			out: [expect.objectContaining({ created: true })],
		},
		{
			...adsApp,
			name: 'two items of a run look the currency up once',
			page: 'campaignGroups',
			parameters: {
				account: ACCOUNT,
				name: '={{ $json.name }}',
				start,
				additionalFields: { totalBudget: '500', end: '2027-03-01T00:00:00Z' },
			},
			items: [{ json: { name: 'A' } }, { json: { name: 'B' } }],
			wire: [
				currencyLookUp(),
				...['A', 'B'].map((name) =>
					create({
						name,
						status: 'DRAFT',
						runSchedule: { start: startMs, end: Date.UTC(2027, 2, 1) },
						totalBudget: { amount: '500', currencyCode: 'USD' },
					}),
				),
			],
			out: [expect.objectContaining({ name: 'A' }), expect.objectContaining({ name: 'B' })],
		},
		...(
			[
				['a start after the end', { end: '2026-12-31T00:00:00Z' }, /End .*not after Start/],
				['a total budget without an end', { totalBudget: '500' }, /Total Budget needs an End/],
				[
					'an amount with a currency in it',
					{ totalBudget: '$500', end: '2027-03-01' },
					/Total Budget must be an amount greater than 0, not "\$500"/,
				],
				['a bid strategy alone', { bidStrategy: 'MANUAL' }, /needs a Daily Budget/],
			] as Array<[string, Record<string, string>, RegExp]>
		).map(([what, additionalFields, message]) => ({
			...adsApp,
			name: `${what} is refused before any call`,
			page: 'campaignGroups' as const,
			parameters: { account: ACCOUNT, name: 'Q3 group', start, additionalFields },
			wire: [],
			error: { message: expect.stringMatching(message) },
		})),
		{
			...adsApp,
			name: 'an unknown objective is refused with the list',
			page: 'campaigns',
			about: 'objectiveType',
			behaviour: 'Objectives',
			parameters: {
				account: ACCOUNT,
				name: 'Q3 group',
				start,
				additionalFields: { objectiveType: '={{ $json.objectiveType }}' },
			},
			items: [{ json: { objectiveType: 'WEBSITE_TRAFFIC' } }],
			wire: [],
			error: {
				message: 'Objective is "WEBSITE_TRAFFIC", which is not an option',
				description: expect.stringContaining('WEBSITE_VISIT'),
			},
		},
		{
			...adsApp,
			name: 'several accounts are refused before any call',
			page: 'campaignGroups',
			parameters: { account: byId('507404993, 510426150'), name: 'Q3 group', start },
			wire: [],
			error: { message: expect.stringContaining('Account has 2 entries') },
		},
		{
			...adsApp,
			name: "LinkedIn's refused inputs are lines with the node's names",
			page: ['campaignGroups', 'errorResponses'],
			parameters: {
				account: ACCOUNT,
				name: 'Q3 group',
				start,
				additionalFields: { totalBudget: '5', end: '2027-03-01T00:00:00Z' },
			},
			wire: [
				currencyLookUp(),
				create({
					name: 'Q3 group',
					status: 'DRAFT',
					runSchedule: { start: startMs, end: Date.UTC(2027, 2, 1) },
					totalBudget: { amount: '5', currencyCode: 'USD' },
				}),
			],
			error: {
				message: expect.stringContaining('Total Budget: '),
				description: expect.stringContaining('Raise the amount'),
			},
		},
	],
});
