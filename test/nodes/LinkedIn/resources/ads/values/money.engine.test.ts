import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { connectTo } from '../../../../../engine/connection';
import { runNode } from '../../../../../engine/run';
import { startSimulator, type Simulator } from '../../../../../simulator';
import { GROUP_ID, needed } from '../campaign/campaigns';
import { ACCOUNT, adsApp, byId } from '../connection';
import { twoRules } from '../conversion/rules';

/** Amounts from calculations reach LinkedIn with the currency's decimals, in every money field. */

const CAMPAIGN = '2003';
/** Of twoRules. */
const RULE = '5001';

let simulator: Simulator;
let runs = 0;
beforeEach(async () => {
	simulator = await startSimulator();
});
afterEach(async () => await simulator.close());

interface MoneyField {
	/** Its label. */
	label: string;
	/** Resource, operation and fields with this expression in the field. */
	parameters: (amount: string) => INodeParameters;
	/** Where LinkedIn receives it. */
	at: (body: IDataObject) => unknown;
}

const inAccount = (resource: string, operation: string, more: INodeParameters): INodeParameters => ({
	resource,
	operation,
	account: ACCOUNT,
	...more,
});
const group = (additionalFields: INodeParameters) =>
	inAccount('campaignGroup', 'create', { name: 'G', start: '2027-01-01', additionalFields });
const campaign = (more: INodeParameters) => inAccount('campaign', 'create', { ...needed, ...more });
const changed = (updateFields: INodeParameters) =>
	inAccount('campaign', 'update', { campaign: byId(CAMPAIGN), updateFields });
const set = (body: IDataObject, name: string) => ((body.patch as IDataObject).$set as IDataObject)[name];
const END = '2027-03-01';

const FIELDS: Array<[string, MoneyField]> = [
	[
		'daily budget of a group',
		{
			label: 'Daily Budget',
			parameters: (dailyBudget) => group({ dailyBudget }),
			at: (body) => body.dailyBudget,
		},
	],
	[
		'total budget of a group',
		{
			label: 'Total Budget',
			parameters: (totalBudget) => group({ totalBudget, end: END }),
			at: (body) => body.totalBudget,
		},
	],
	[
		'bid of a campaign',
		{ label: 'Bid', parameters: (unitCost) => campaign({ unitCost }), at: (body) => body.unitCost },
	],
	[
		'daily budget of a campaign',
		{
			label: 'Daily Budget',
			parameters: (dailyBudget) => campaign({ dailyBudget }),
			at: (body) => body.dailyBudget,
		},
	],
	[
		'total budget of a campaign',
		{
			label: 'Total Budget',
			parameters: (totalBudget) => campaign({ totalBudget, dailyBudget: '', end: END }),
			at: (body) => body.totalBudget,
		},
	],
	[
		'changed bid',
		{
			label: 'Bid',
			parameters: (unitCost) => changed({ unitCost }),
			at: (body) => set(body, 'unitCost'),
		},
	],
	[
		'changed daily budget',
		{
			label: 'Daily Budget',
			parameters: (dailyBudget) => changed({ dailyBudget }),
			at: (body) => set(body, 'dailyBudget'),
		},
	],
	[
		'value of a conversion',
		{
			label: 'Value',
			parameters: (value) =>
				inAccount('conversion', 'create', { name: 'C', type: 'LEAD', additionalFields: { value } }),
			at: (body) => body.value,
		},
	],
	[
		'changed value of a conversion',
		{
			label: 'Value',
			parameters: (value) =>
				inAccount('conversion', 'update', { conversion: byId(RULE), updateFields: { value } }),
			at: (body) => set(body, 'value'),
		},
	],
];

/** For each currency, the calculation and what LinkedIn gets. */
const AMOUNTS: Array<[currency: string, expression: string, sent: string]> = [
	['USD', '100.1 * 3', '300.30'],
	['USD', '110 * 1.1', '121.00'],
	['USD', '"150.50"', '150.50'],
	['JPY', '20000 / 3', '6667'],
	['KWD', '1000 / 3', '333.333'],
];

async function run(parameters: INodeParameters, currency: string) {
	const { ads } = simulator.state;
	Object.assign(ads.accounts.find(ACCOUNT.value) ?? {}, { currency });
	ads.addGroup(ACCOUNT.value, { id: GROUP_ID, status: 'ACTIVE' });
	twoRules(simulator);
	const associatedEntity = 'urn:li:organization:2414183';
	ads.addCampaign(ACCOUNT.value, { id: Number(CAMPAIGN), associatedEntity });
	const before = simulator.requests.length;
	const { error } = await runNode({
		node: 'linkedInAds',
		parameters: { authentication: 'oAuth2', ...parameters },
		credentials: { ...connectTo(simulator, adsApp), name: `money ${(runs += 1)}` },
	});
	const writes = simulator.requests.slice(before).filter(({ method }) => method === 'POST');
	return { error, writes };
}

describe.each(FIELDS)('%s', (_what, { label, parameters, at }) => {
	test.each(AMOUNTS)('in %s, {{ %s }} is sent as %s', async (currency, expression, amount) => {
		const { error, writes } = await run(parameters(`={{ ${expression} }}`), currency);
		expect(error).toBeUndefined();
		expect(writes.map(({ body }) => at(JSON.parse(body)))).toEqual([{ amount, currencyCode: currency }]);
	});

	test('what rounds to nothing is refused without a write, and the error says so', async () => {
		const { error, writes } = await run(parameters('={{ 0.1 + 0.2 }}'), 'JPY');
		expect(error).toMatchObject({
			message: `${label} is 0.30000000000000004 JPY, which rounds to 0`,
			description: expect.stringContaining('The smallest amount of JPY is 1'),
		});
		expect(writes).toEqual([]);
	});
});

test.each([
	['usd', '0.1 + 0.2', { amount: '0.30', currencyCode: 'USD' }],
	['JPY', '20000 / 3', { amount: '6667', currencyCode: 'JPY' }],
	['KWD', '1 / 3', { amount: '0.333', currencyCode: 'KWD' }],
	['USD', '0', { amount: '0', currencyCode: 'USD' }],
])('an event in %s of {{ %s }} is worth %j', async (currencyCode, expression, conversionValue) => {
	const parameters = {
		resource: 'conversionEvent',
		operation: 'send',
		conversion: byId(RULE),
		email: 'ada@example.com',
		conversionValue: `={{ ${expression} }}`,
		currencyCode,
	};
	const { error, writes } = await run(parameters, 'USD');
	expect(error).toBeUndefined();
	expect(writes.map(({ body }) => JSON.parse(body))).toMatchObject([{ conversionValue }]);
});

test('the daily budget that bid pricing is asked for is rounded too', async () => {
	const parameters = inAccount('targeting', 'getBidPricing', {
		costType: 'CPC',
		targetingCriteria: needed.targetingCriteria,
		additionalFields: { dailyBudget: '={{ 100.1 * 3 }}' },
	});
	await run(parameters, 'USD');
	expect(simulator.requests.at(-1)?.url).toContain('dailyBudget=(amount:300.30,currencyCode:USD)');
});
