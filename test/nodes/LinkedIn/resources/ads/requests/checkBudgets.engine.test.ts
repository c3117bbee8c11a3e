import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { connect, run, simulateForEachTest, simulator } from '../../../connectedRun';
import { GROUP_ID, needed } from '../campaign/campaigns';
import { ACCOUNT, adsApp, byId } from '../connection';

/** What Highest Daily Budget refuses, before anything is changed, and which calls that takes (docs/access.md). */

const START = Date.UTC(2027, 0, 1);
const DAY_MS = 86_400_000;
const money = (amount: unknown) => ({ amount, currencyCode: 'USD' });
const schedule = (days: number) => ({ start: START, end: START + days * DAY_MS });

simulateForEachTest();
beforeEach(() => {
	const { ads } = simulator.state;
	const campaign = (id: number, budgets: object) =>
		ads.addCampaign(ACCOUNT.value, {
			id,
			status: 'PAUSED',
			associatedEntity: 'urn:li:organization:2414183',
			dailyBudget: undefined,
			runSchedule: { start: START },
			...budgets,
		});
	ads.addGroup(ACCOUNT.value, { id: GROUP_ID, status: 'ACTIVE' });
	ads.addGroup(ACCOUNT.value, { id: 1001, totalBudget: money('1000'), runSchedule: schedule(10) });
	campaign(2001, { dailyBudget: money('50') });
	campaign(2002, { dailyBudget: money('80') });
	campaign(2003, { totalBudget: money('1000'), runSchedule: schedule(10) });
	campaign(2004, { dailyBudget: { currencyCode: 'USD' } });
	for (const number of [1, 2, 3, 4]) {
		ads.addCreative(ACCOUNT.value, {
			id: `urn:li:sponsoredCreative:300${number}`,
			campaign: `urn:li:sponsoredCampaign:200${number}`,
			intendedStatus: 'PAUSED',
		});
	}
});

async function ask(resource: string, operation: string, more: INodeParameters, limit: unknown = 50) {
	const parameters = { resource, operation, account: ACCOUNT, ...more };
	const fields = { highestDailyBudget: limit as number };
	const { error, outputs } = await run(parameters, connect({ ...adsApp, fields }), { node: 'linkedInAds' });
	return {
		error: error && `${error.message}`,
		details: error?.context.details as IDataObject | undefined,
		items: (outputs[0] ?? []).map(({ json }) => json),
		calls: simulator.requests.map(
			({ restliMethod, url }) => `${restliMethod} ${url.split('?')[0].replace(/^.*507404993\/?/, '')}`,
		),
	};
}
const update = async (ids: string, updateFields: INodeParameters, limit?: unknown) =>
	await ask('campaign', 'update', { campaign: byId(ids), updateFields }, limit);
const create = async (more: INodeParameters, limit?: unknown) =>
	await ask('campaign', 'create', { ...needed, dailyBudget: '', start: '2027-01-01', ...more }, limit);
const group = async (additionalFields: INodeParameters) =>
	await ask('campaignGroup', 'create', { name: 'G', start: '2027-01-01T00:00:00Z', additionalFields });
const changeGroup = async (updateFields: INodeParameters) =>
	await ask('campaignGroup', 'update', { campaignGroup: byId('1001'), updateFields });
const changeCreatives = async (ids: string, intendedStatus = 'ACTIVE', limit?: unknown) =>
	await ask('creative', 'update', { creative: byId(ids), updateFields: { intendedStatus } }, limit);
const textAd = async (intendedStatus: string, campaign = '2002', limit?: unknown) =>
	await ask(
		'creative',
		'create',
		{
			campaign: byId(campaign),
			contentType: 'post',
			post: { __rl: true, mode: 'id', value: 'urn:li:share:7045020441609936898' },
			intendedStatus,
		},
		limit,
	);

const CURRENCY = 'GET ';

describe('a budget that is given', () => {
	test.each<[string, () => ReturnType<typeof ask>, string]>([
		['of a new campaign', async () => await create({ dailyBudget: '50.01' }), 'Daily Budget'],
		['in total', async () => await create({ totalBudget: '501', end: '2027-01-11' }), 'Total Budget'],
		['of a campaign', async () => await update('2001,2002', { dailyBudget: '60' }), 'Daily Budget'],
		[
			'of a campaign, with its schedule',
			async () => await update('2001', { totalBudget: '501', start: '2027-01-01', end: '2027-01-11' }),
			'Total Budget',
		],
		['of a new group', async () => await group({ dailyBudget: '60' }), 'Daily Budget'],
		[
			'of a new group in total',
			async () => await group({ totalBudget: '600', end: '2027-01-11T00:00:00Z' }),
			'Total Budget',
		],
		['of a group', async () => await changeGroup({ dailyBudget: '60' }), 'Daily Budget'],
	])('%s is refused before any call', async (_what, act, field) => {
		const { calls, details, error } = await act();
		expect(calls).toEqual([]);
		expect(details).toMatchObject({ code: 'BUDGET_TOO_HIGH', field });
		expect(error).toMatch(
			new RegExp(
				`^${field} is [\\d.]+( for 10 days)?, and Highest Daily Budget in the credential allows 50 per day$`,
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
					end: '2027-01-11',
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
			'whose days decide over a new total',
			'2003',
			{ totalBudget: '600' },
			'Total Budget is 600 for 10 days',
			[CURRENCY, `${ONE}2003`],
		],
		[
			'whose total decides over a new end',
			'2003',
			{ start: '2027-01-01T00:00:00Z', end: '2027-01-20T00:00:00Z' },
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

	test('that LinkedIn refuses to show is not activated', async () => {
		simulator.faults.add({
			match: { method: 'GET' },
			effect: { status: 403, body: { status: 403, message: 'no' } },
		});
		expect((await update('2001', { status: 'ACTIVE' })).calls).toEqual([`${ONE}2001`]);
	});

	test('of a group is compared when it gets active or its end moves', async () => {
		const read = ['GET adCampaignGroups/1001'];
		const active = await changeGroup({ status: 'ACTIVE' });
		expect([active.details?.code, active.calls]).toEqual(['BUDGET_TOO_HIGH', read]);
		const moved = await changeGroup({ start: '2027-01-01T00:00:00Z', end: '2027-01-21T00:00:00Z' });
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
