import type { INodeParameters } from 'n8n-workflow';

import { simulator } from '../../../connectedRun';
import { GROUP_ID } from '../campaign/campaigns';
import { byId } from '../connection';
import { ask, CURRENCY, changeCreatives, changeGroup, money, simulateBudgets, update } from './budgetRuns';

/** What Highest Daily Budget makes of stored budgets, before anything is changed, and which calls that takes (docs/access.md). */

simulateBudgets();

describe('a stored budget', () => {
	const ONE = 'GET adCampaigns/';
	test.each<[string, string, INodeParameters, string | undefined, string[]]>([
		[
			'that may be active',
			'2001',
			{ status: 'ACTIVE' },
			undefined,
			[`${ONE}2001`, 'PARTIAL_UPDATE adCampaigns/2001'],
		],
		['too high to be active', '2002', { status: 'ACTIVE' }, 'Daily Budget is 80', [`${ONE}2002`]],
		['too high in total', '2003', { status: 'ACTIVE' }, 'Total Budget is 1000 for 10 days', [`${ONE}2003`]],
		['that can not be read', '2004', { status: 'ACTIVE' }, 'return the budget', [`${ONE}2004`]],
		[
			'in total, with one day left',
			'2005',
			{ status: 'ACTIVE' },
			'Total Budget is 6000 for 1 day',
			[`${ONE}2005`],
		],
		[
			'in total, raised with one day left',
			'2005',
			{ totalBudget: '7000' },
			'Total Budget is 7000 for 1 day',
			[CURRENCY, `${ONE}2005`],
		],
		[
			'in total, and accelerated',
			'2006',
			{ status: 'ACTIVE' },
			'Total Budget is 400 for 1 day',
			[`${ONE}2006`],
		],
		[
			'in total and accelerated, with a new total',
			'2006',
			{ totalBudget: '450', start: '2097-01-01T00:00:00Z', end: '2097-01-20T00:00:00Z' },
			'Total Budget is 450 for 1 day',
			[CURRENCY, `${ONE}2006`],
		],
		['of 0, which is that of the group', '2007', { status: 'ACTIVE' }, 'return the budget', [`${ONE}2007`]],
		[
			'of the group, with one of its own',
			'2007',
			{ status: 'ACTIVE', dailyBudget: '5' },
			'return the budget',
			[CURRENCY, `${ONE}2007`],
		],
		[
			'of the group, with one of its own, and not active',
			'2007',
			{ dailyBudget: '20' },
			undefined,
			[CURRENCY, `${ONE}2007`, 'PARTIAL_UPDATE adCampaigns/2007'],
		],
		[
			'of the group, and another group',
			'2007',
			{ campaignGroup: byId(String(GROUP_ID)) },
			'return the budget',
			[`${ONE}2007`],
		],
		[
			'of its own, and another group',
			'2001',
			{ campaignGroup: byId(String(GROUP_ID)) },
			undefined,
			[`${ONE}2001`, 'PARTIAL_UPDATE adCampaigns/2001'],
		],
		[
			'too high, with an earlier start',
			'2002',
			{ start: '2096-12-01T00:00:00Z' },
			'Daily Budget is 80',
			[`${ONE}2002`],
		],
		[
			'too high, with a later start',
			'2002',
			{ start: '2097-02-01T00:00:00Z' },
			undefined,
			[`${ONE}2002`, 'PARTIAL_UPDATE adCampaigns/2002'],
		],
		[
			'whose days decide over a new total',
			'2003',
			{ totalBudget: '600' },
			'Total Budget is 600 for 10 days',
			[CURRENCY, `${ONE}2003`],
		],
		[
			'whose total decides over a new end',
			'2003',
			{ start: '2097-01-01T00:00:00Z', end: '2097-01-20T00:00:00Z' },
			'Total Budget is 1000 for 19 days',
			[`${ONE}2003`],
		],
		[
			'lowered enough as it gets active',
			'2002',
			{ status: 'ACTIVE', dailyBudget: '50' },
			undefined,
			[CURRENCY, `${ONE}2002`, 'PARTIAL_UPDATE adCampaigns/2002'],
		],
		[
			'that does not matter to a pause',
			'2002',
			{ status: 'PAUSED' },
			undefined,
			['PARTIAL_UPDATE adCampaigns/2002'],
		],
		[
			'that does not matter to a name',
			'2002',
			{ name: 'New' },
			undefined,
			['PARTIAL_UPDATE adCampaigns/2002'],
		],
	])('%s', async (_what, id, fields, said, calls) => {
		const done = await update(id, fields);
		if (said === undefined) expect(done.error).toBeUndefined();
		else expect(done.error).toMatch(new RegExp(`^The campaign was not changed: .*${said}`));
		expect(done.calls).toEqual(calls);
	});

	test('of several: those too high, and those that can not be read, stay as they are and say why', async () => {
		const { calls, error, items } = await update('2001,2002,2003,2004,2009', { status: 'ACTIVE' });
		expect(error).toBeUndefined();
		expect(items.map(({ id, updated, status }) => [id, updated, status])).toEqual([
			['2001', true, undefined],
			['2002', false, null],
			['2003', false, null],
			['2004', false, null],
			['2009', false, 404],
		]);
		expect(items.map(({ reason }) => reason)).toEqual([
			undefined,
			"Not changed, because the campaign's Daily Budget is 80, and Highest Daily Budget in the credential allows 50 per day",
			expect.stringContaining('Total Budget is 1000 for 10 days'),
			expect.stringContaining("LinkedIn didn't return the budget"),
			expect.stringContaining("LinkedIn didn't return the budget"),
		]);
		expect(calls).toEqual(['BATCH_GET adCampaigns', 'PARTIAL_UPDATE adCampaigns/2001']);
	});

	test('of several: Validate Only with reads names those that stay as they are', async () => {
		const updateFields = { status: 'ACTIVE' };
		const options = { validateOnly: 'withReads' };
		const { calls, items } = await ask('campaign', 'update', {
			campaign: byId('2001,2002,2007'),
			updateFields,
			options,
		});
		expect(items).toMatchObject([
			{
				valid: true,
				steps: ['Change campaign 2001, and set it to ACTIVE, which can spend money'],
				notChanged: [
					{ id: '2002', status: null, reason: expect.stringContaining('Daily Budget is 80') },
					{ id: '2007', status: null, reason: expect.stringContaining("didn't return the budget") },
				],
				notice: expect.stringMatching(
					/^2 campaigns of 3 stay as they are: notChanged says which and why\. Validate Only: /,
				),
			},
		]);
		expect(calls).toEqual(['BATCH_GET adCampaigns']);
	});

	test.each([
		['campaignGroup', { campaignGroup: byId('1001,1005'), updateFields: { status: 'ACTIVE' } }, '1001'],
		['creative', { creative: byId('3001,3002'), updateFields: { intendedStatus: 'ACTIVE' } }, '3002'],
	])('of several: a %s that stays as it is is named too', async (resource, more, id) => {
		simulator.state.ads.addGroup('507404993', { id: 1005, status: 'PAUSED' });
		const { items } = await ask(resource, 'update', { ...more, options: { validateOnly: 'withReads' } });
		expect(items).toMatchObject([{ valid: true, notChanged: [{ id, reason: expect.any(String) }] }]);
	});

	test('that LinkedIn refuses to show is not activated', async () => {
		simulator.faults.add({
			match: { method: 'GET' },
			effect: { status: 403, body: { status: 403, message: 'no' } },
		});
		expect((await update('2001', { status: 'ACTIVE' })).calls).toEqual([`${ONE}2001`]);
	});

	test.each<[string, unknown]>([
		['nothing', {}],
		['a wrapped one', { value: { id: 1001, dailyBudget: money('5') } }],
		['a list', { elements: [{ id: 1001, dailyBudget: money('5') }] }],
		['another one', { id: 1002, dailyBudget: money('5') }],
	])('is not taken from an answer with %s', async (_what, body) => {
		simulator.faults.add({ match: { method: 'GET' }, effect: { status: 200, body }, times: 9 });
		const read = 'GET adCampaignGroups/1001';
		const group = await changeGroup({ status: 'ACTIVE' });
		expect([group.details?.code, group.calls]).toEqual(['UNEXPECTED_ANSWER', [read]]);
		const campaign = await update('2001', { status: 'ACTIVE' });
		expect(campaign.details?.code).toBe('UNEXPECTED_ANSWER');
		const creative = await changeCreatives('3001');
		expect(creative.details?.code).toBe('UNEXPECTED_ANSWER');
		expect(simulator.requests.map(({ restliMethod }) => restliMethod)).not.toContain('PARTIAL_UPDATE');
	});

	test('of several: one that is answered with another one stays as it is', async () => {
		const results = {
			'2001': { id: 2001, dailyBudget: money('5') },
			'2002': { id: 2001, dailyBudget: money('5') },
		};
		simulator.faults.add({ match: { method: 'GET' }, effect: { status: 200, body: { results } } });
		const { items } = await update('2001,2002', { status: 'ACTIVE' });
		expect(items.map(({ updated }) => updated)).toEqual([true, false]);
	});

	test('of a group is compared when it gets active or its end moves', async () => {
		const read = ['GET adCampaignGroups/1001'];
		const active = await changeGroup({ status: 'ACTIVE' });
		expect([active.details?.code, active.calls]).toEqual(['BUDGET_TOO_HIGH', read]);
		const moved = await changeGroup({ start: '2097-01-01T00:00:00Z', end: '2097-01-21T00:00:00Z' });
		expect(moved.error).toBeUndefined();
		const allowed = await changeGroup({ status: 'ACTIVE' });
		expect(allowed.error).toBeUndefined();
	});

	test('is not read where there is no limit', async () => {
		expect((await update('2002', { status: 'ACTIVE' }, 0)).calls).toEqual([
			'PARTIAL_UPDATE adCampaigns/2002',
		]);
	});
});
