import { simulator } from '../../../connectedRun';
import {
	CURRENCY,
	LONG_AGO,
	SOON,
	ask,
	changeCreatives,
	changeGroup,
	create,
	group,
	simulateBudgets,
	textAd,
	update,
} from './budgetRuns';

/** What Highest Daily Budget refuses, before anything is changed, and which calls that takes (docs/access.md). */

simulateBudgets();

describe('a budget that is given', () => {
	test.each<[string, () => ReturnType<typeof ask>, string]>([
		['of a new campaign', async () => await create({ dailyBudget: '50.01' }), 'Daily Budget'],
		['in total', async () => await create({ totalBudget: '501', end: '2097-01-11' }), 'Total Budget'],
		['of a campaign', async () => await update('2001,2002', { dailyBudget: '60' }), 'Daily Budget'],
		[
			'of a campaign, with its schedule',
			async () => await update('2001', { totalBudget: '501', start: '2097-01-01', end: '2097-01-11' }),
			'Total Budget',
		],
		['of a new group', async () => await group({ dailyBudget: '60' }), 'Daily Budget'],
		[
			'of a new group in total',
			async () => await group({ totalBudget: '600', end: '2097-01-11T00:00:00Z' }),
			'Total Budget',
		],
		['of a group', async () => await changeGroup({ dailyBudget: '60' }), 'Daily Budget'],
		[
			'of a new campaign that began long ago',
			async () => await create({ totalBudget: '6000', start: LONG_AGO, end: SOON }),
			'Total Budget',
		],
		[
			'of a campaign whose start is said to be long ago',
			async () => await update('2001', { totalBudget: '6000', start: LONG_AGO, end: SOON }),
			'Total Budget',
		],
		[
			'of a new group that began long ago',
			async () => await group({ totalBudget: '6000', end: new Date(SOON).toISOString() }, LONG_AGO),
			'Total Budget',
		],
		[
			'of a new campaign, in total and accelerated',
			async () =>
				await create({
					totalBudget: '500',
					end: '2097-01-11',
					additionalFields: { pacingStrategy: 'ACCELERATED' },
				}),
			'Total Budget',
		],
	])('%s is refused before any call', async (_what, act, field) => {
		const { calls, details, error } = await act();
		expect(calls).toEqual([]);
		expect(details).toMatchObject({ code: 'BUDGET_TOO_HIGH', field });
		expect(error).toMatch(
			new RegExp(
				`^${field} is [\\d.]+( for (10 days|1 day))?, and Highest Daily Budget in the credential allows 50 per day$`,
			),
		);
		expect(details?.advice).toBe(
			`Lower the ${field}, or ask the owner of the credential to raise Highest Daily Budget there.`,
		);
	});

	test.each<[string, () => ReturnType<typeof ask>]>([
		['as high as the limit', async () => await create({ dailyBudget: '50' })],
		[
			'in total, over enough days',
			async () =>
				await create({
					totalBudget: '500',
					end: '2097-01-11',
					additionalFields: { pacingStrategy: 'LIFETIME' },
				}),
		],
		['of a group', async () => await group({ dailyBudget: '50' })],
		['without a limit', async () => await create({ dailyBudget: '5000' }, 0)],
	])('%s is sent, with no more calls than without a limit', async (_what, act) => {
		const { calls, error } = await act();
		expect(error).toBeUndefined();
		expect(calls).toEqual([CURRENCY, expect.stringMatching(/^CREATE /)]);
	});

	test('is compared again with the decimals of its currency', async () => {
		simulator.faults.add({
			match: { method: 'GET' },
			effect: { status: 200, body: { id: 507404993, currency: 'JPY' } },
		});
		const { calls, details } = await create({ dailyBudget: '49.6' }, 49.8);
		expect(details?.code).toBe('BUDGET_TOO_HIGH');
		expect(calls).toEqual([CURRENCY]);
	});
});

describe('a creative', () => {
	test.each<[string, string, string | undefined, string[]]>([
		['3001', 'ACTIVE', undefined, ['GET creatives', 'GET adCampaigns', 'PARTIAL_UPDATE creatives']],
		['3002', 'ACTIVE', "the campaign's Daily Budget is 80", ['GET creatives', 'GET adCampaigns']],
		['3004', 'ACTIVE', 'return the budget', ['GET creatives', 'GET adCampaigns']],
		['3002', 'PAUSED', undefined, ['PARTIAL_UPDATE creatives']],
	])('%s set to %s: %s', async (id, status, said, calls) => {
		const done = await changeCreatives(id, status);
		if (said === undefined) expect(done.error).toBeUndefined();
		else expect(done.error).toMatch(new RegExp(`^The creative was not changed: .*${said}`));
		expect(done.calls.map((call) => call.replace(/\/.*$/, ''))).toEqual(calls);
	});

	test('of several: each by its own campaign, with one call for all creatives and one for all campaigns', async () => {
		const { calls, items } = await changeCreatives('3001,3002,3004,3009');
		expect(items.map(({ id, updated }) => [id, updated])).toEqual([
			['3001', true],
			['3002', false],
			['3004', false],
			['3009', false],
		]);
		expect(calls.map((call) => call.replace(/\/.*$/, ''))).toEqual([
			'BATCH_GET creatives',
			'BATCH_GET adCampaigns',
			'PARTIAL_UPDATE creatives',
		]);
	});

	test('is activated without a look where there is no limit', async () => {
		expect((await changeCreatives('3002', 'ACTIVE', 0)).calls).toHaveLength(1);
	});

	test('created active in a campaign that is too high is refused with one call', async () => {
		const { calls, error, details } = await textAd('ACTIVE');
		expect(error).toMatch(/^The creative was not created: the campaign's Daily Budget is 80/);
		expect(details?.code).toBe('BUDGET_TOO_HIGH');
		expect(calls).toEqual(['GET adCampaigns/2002']);
	});

	test.each<[string, string, number]>([
		['PAUSED', '2002', 50],
		['ACTIVE', '2002', 0],
		['ACTIVE', '2001', 50],
	])('created %s in campaign %s with a limit of %d gets through', async (status, campaign, limit) => {
		const { calls } = await textAd(status, campaign, limit);
		expect(calls.at(-1)).toBe('CREATE creatives');
	});
});
