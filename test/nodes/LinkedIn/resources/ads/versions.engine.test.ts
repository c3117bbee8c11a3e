import type { INodeParameters } from 'n8n-workflow';

import { connectTo } from '../../../../engine/connection';
import { runNode } from '../../../../engine/run';
import { startSimulator, type Simulator } from '../../../../simulator';
import { GROUP_ID, needed, rule } from './campaign/campaigns';
import { ACCOUNT, adsApp, byId } from './connection';
import { twoRules } from './conversion/rules';

/**
 * What only newer API versions have is refused before any call with an older one, and sent with a version that has it.
 */

const HASH = 'a'.repeat(64);

let simulator: Simulator;
let runs = 0;
beforeEach(async () => {
	simulator = await startSimulator();
	simulator.state.ads.addGroup(ACCOUNT.value, { id: GROUP_ID, status: 'ACTIVE' });
	twoRules(simulator);
});
afterEach(async () => await simulator.close());

async function run(parameters: INodeParameters, version: string) {
	const before = simulator.requests.length;
	const { error, outputs } = await runNode({
		node: 'linkedInAds',
		parameters: { authentication: 'oAuth2', ...parameters },
		credentials: {
			...connectTo(simulator, { ...adsApp, fields: { version } }),
			name: `versions ${(runs += 1)}`,
		},
	});
	const items = (outputs[0] ?? []).map(({ json }) => json);
	return { error, items, requests: simulator.requests.slice(before) };
}

const inAccount = (resource: string, operation: string, more: INodeParameters) => ({
	resource,
	operation,
	account: ACCOUNT,
	...more,
});
const event = (more: INodeParameters) => ({
	resource: 'conversionEvent',
	operation: 'send',
	conversion: byId('5001'),
	...more,
});
const report = (more: INodeParameters) =>
	inAccount('report', 'get', { metricSets: [], resolveNames: false, ...more });
const ruleOf = (type: string) => inAccount('conversion', 'create', { name: 'C', type });
const BUYERS = { rules: [rule('and', 'buyerGroups', 'urn:li:buyerGroup:1')] };
const both = { rules: [rule('and', 'locations', 'urn:li:geo:103644278'), ...BUYERS.rules] };
const without = JSON.stringify({
	include: { and: [{ or: { locations: ['urn:li:geo:103644278'] } }] },
	exclude: { or: { buyerGroups: ['urn:li:buyerGroup:1'] } },
});

test.each<[what: string, parameters: INodeParameters, older: string, since: string, message: string]>([
	['a hashed IP address', event({ user: { hashedIp: HASH } }), '202606', '202607', 'Hashed IP Address'],
	[
		'a hashed IP address in a list of events',
		event({ input: 'list', events: JSON.stringify([{ hashedIp: HASH }]) }),
		'202606',
		'202607',
		'Hashed IP Address',
	],
	[
		'a marketing qualified lead',
		ruleOf('MARKETING_QUALIFIED_LEAD'),
		'202607',
		'202608',
		'Marketing Qualified Lead',
	],
	['a sales qualified lead', ruleOf('SALES_QUALIFIED_LEAD'), '202607', '202608', 'Sales Qualified Lead'],
	[
		'a metric',
		report({ additionalFields: { furtherMetrics: 'appointmentsScheduled' } }),
		'202604',
		'202605',
		'appointmentsScheduled',
	],
	[
		'a metric of the list',
		report({ metrics: ['appointmentsScheduled'] }),
		'202604',
		'202605',
		'appointmentsScheduled',
	],
	[
		'a metric among others, in other letters',
		report({
			metrics: ['clicks'],
			additionalFields: { furtherMetrics: 'videoWatchTime, AppointmentsScheduled' },
		}),
		'202604',
		'202605',
		'appointmentsScheduled',
	],
	[
		'an optimization of a campaign',
		inAccount('campaign', 'create', {
			...needed,
			objectiveType: 'LEAD_GENERATION',
			additionalFields: { optimizationTargetType: 'MAX_QUALIFIED_LEAD' },
		}),
		'202601',
		'202602',
		'Qualified Leads',
	],
	[
		'a facet of a campaign',
		inAccount('campaign', 'create', { ...needed, targetingCriteria: both }),
		'202602',
		'202603',
		'buyerGroups',
	],
	[
		'an excluded facet of a changed campaign',
		inAccount('campaign', 'update', {
			campaign: byId('2001'),
			updateFields: { targetingJson: without, politicalIntent: 'NOT_POLITICAL' },
		}),
		'202602',
		'202603',
		'buyerGroups',
	],
	[
		'the values of a facet',
		{ resource: 'targeting', operation: 'searchEntities', facet: byId('buyerGroups'), query: 'finance' },
		'202602',
		'202603',
		'buyerGroups',
	],
])('%s', async (_what, parameters, older, since, message) => {
	const refused = await run(parameters, older);
	const words = `${message} needs API version ${since} or later; this credential uses ${older}`;
	expect(JSON.stringify([refused.error?.message, refused.error?.description])).toContain(words);
	expect(refused.requests).toEqual([]);

	const sent = await run(parameters, since);
	expect(sent.error?.message ?? '').not.toContain('needs API version');
	expect(sent.requests.length).toBeGreaterThan(0);
	expect(sent.requests.at(-1)).toMatchObject({ version: since });
});

test('buyer groups are found by words, and may stand in a targeting', async () => {
	const { requests, error, items } = await run(
		{ resource: 'targeting', operation: 'searchEntities', facet: byId('buyergroups'), query: 'fin' },
		'202609',
	);
	expect(error).toBeUndefined();
	expect(requests[0].url).toContain('facet=urn%3Ali%3AadTargetingFacet%3AbuyerGroups&query=fin');
	expect(items).toMatchObject([{ urn: 'urn:li:buyerGroup:1', name: 'Finance Decision Makers' }]);
});

test.each(['202601', '202609'])('ids that all versions have are sent with %s', async (version) => {
	const { error, requests } = await run(event({ user: { googleAid: 'a', ip: '203.0.113.7' } }), version);
	expect(error).toBeUndefined();
	expect(requests).toHaveLength(1);
});
