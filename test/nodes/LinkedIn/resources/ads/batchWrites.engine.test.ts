import type { INodeParameters } from 'n8n-workflow';

import { connectTo } from '../../../../engine/connection';
import { runNode } from '../../../../engine/run';
import { faults, startSimulator, type Simulator } from '../../../../simulator';
import { ACCOUNT, adsApp, byId } from './connection';

/** For many changes, each has an item that says whether LinkedIn accepted it, even if a later part fails. */

const MANY = 250;
const IDS = Array.from({ length: MANY }, (_, index) => 3001 + index);

let simulator: Simulator;
beforeEach(async () => {
	simulator = await startSimulator();
	const { ads } = simulator.state;
	ads.addGroup(ACCOUNT.value, { id: 1001 });
	ads.conversions.add({ id: 5001, account: `urn:li:sponsoredAccount:${ACCOUNT.value}` });
	const more = { status: 'PAUSED', type: 'TEXT_AD', runSchedule: { start: Date.UTC(2027, 0, 1) } };
	for (const id of IDS) ads.addCampaign(ACCOUNT.value, { id, ...more });
});
afterEach(async () => await simulator.close());

async function run(parameters: INodeParameters, ids: number[], tier = 'standard') {
	const { error, outputs } = await runNode({
		node: 'linkedInAds',
		parameters: {
			authentication: 'oAuth2',
			account: ACCOUNT,
			campaign: byId(ids.join()),
			...parameters,
			options: { maxWait: 1 },
		},
		credentials: { ...connectTo(simulator, { ...adsApp, fields: { tier } }), name: `many ${simulator.url}` },
	});
	return { error, items: (outputs[0] ?? []).map(({ json }) => json) };
}

const activate = { resource: 'campaign', operation: 'update', updateFields: { status: 'ACTIVE' } };
const associate = { resource: 'conversion', operation: 'associateCampaign', conversion: byId('5001') };
const WRITES = { match: { path: /adCampaigns|campaignConversions/ }, times: Infinity };
const active = () =>
	simulator.state.ads.campaigns.of(ACCOUNT.value).filter(({ status }) => status === 'ACTIVE').length;
const notSent = expect.stringMatching(/^Not sent, because a change before it failed: \w/);

test.each([
	['campaigns', activate, 'updated', 'BATCH_PARTIAL_UPDATE'],
	['associations', associate, 'associated', 'BATCH_UPDATE'],
])('the second hundred of many %s fails: the first stands, and each item says which', async (...row) => {
	const [, parameters, name, restliMethod] = row;
	simulator.faults.add(faults.serverError({ ...WRITES, after: 1 }));
	const { error, items } = await run(parameters, IDS);
	expect(error).toBeUndefined();
	expect(items).toHaveLength(MANY);
	expect(items.slice(0, 100).every((item) => item[name] === true)).toBe(true);
	const reason = expect.stringMatching(/server error/i);
	for (const item of items.slice(100, 200)) expect(item).toMatchObject({ [name]: null, status: 500, reason });
	for (const item of items.slice(200)) expect(item).toMatchObject({ [name]: false, reason: notSent });
	expect(simulator.requests.every((request) => request.restliMethod === restliMethod)).toBe(true);
});

test('a token that ends between two hundreds: what it refused was not done', async () => {
	simulator.faults.add(faults.revokedToken({ ...WRITES, after: 1 }));
	const { items } = await run(activate, IDS.slice(0, 150));
	expect([items.length, active()]).toEqual([150, 100]);
	expect(items.slice(0, 100).every(({ updated }) => updated === true)).toBe(true);
	expect(items.slice(100).every(({ updated, status }) => updated === false && status === 401)).toBe(true);
});

test.each([
	['campaigns', activate, 'updated'],
	['associations', associate, 'associated'],
])('the same of %s one by one, as on the Development tier', async (_what, parameters, name) => {
	simulator.faults.add(faults.unavailable({ ...WRITES, after: 1 }));
	const { error, items } = await run(parameters, IDS.slice(0, 3), 'development');
	expect(error).toBeUndefined();
	expect(items).toMatchObject([
		{ [name]: true },
		{ [name]: null, status: 503 },
		{ [name]: false, reason: notSent },
	]);
});

test('the first hundred fails: an error, as LinkedIn took none', async () => {
	simulator.faults.add(faults.serverError(WRITES));
	const { error } = await run(activate, IDS.slice(0, 150));
	expect(error?.context.details).toMatchObject({ status: 500 });
	expect(active()).toBe(0);
});

test('an answer without a word on one of them leaves open whether it was changed', async () => {
	simulator.faults.add({ ...WRITES, effect: { status: 200, body: { results: { 3001: { status: 204 } } } } });
	const { items } = await run(activate, [3001, 3002]);
	expect(items).toMatchObject([
		{ updated: true },
		{ updated: null, status: null, reason: expect.stringMatching(/didn't mention it/) },
	]);
});
