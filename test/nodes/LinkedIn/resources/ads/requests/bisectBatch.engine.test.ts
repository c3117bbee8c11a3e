import type { INodeParameters } from 'n8n-workflow';

import { connectTo } from '../../../../../engine/connection';
import { runNode, type RunOptions } from '../../../../../engine/run';
import { faults, startSimulator, type Fault, type Simulator } from '../../../../../simulator';
import { detailsOf } from '../../../errorOutput';
import { twoAudiences } from '../audience/audiences';
import { adsApp } from '../connection';
import { withRule } from '../conversionEvent/events';

/**
 * Events and members only count as accepted if LinkedIn says so (docs.conversionEvents, docs.audienceUsers); otherwise
 * the outcome is unknown.
 */

let simulator: Simulator;
let runs = 0;

beforeEach(async () => {
	simulator = await startSimulator();
	withRule(simulator);
	twoAudiences(simulator);
});
afterEach(async () => await simulator.close());

const EVENTS: INodeParameters = {
	resource: 'conversionEvent',
	operation: 'send',
	conversion: '14488340',
	eventId: '={{ $json.id }}',
	user: { liFatId: '={{ $json.id }}' },
};
const MEMBERS: INodeParameters = {
	resource: 'audience',
	operation: 'addMembers',
	audience: '9001',
	email: '={{ $json.id }}@example.com',
};

const send = async (parameters: INodeParameters, count: number, more: Partial<RunOptions> = {}) =>
	await runNode({
		node: 'linkedInAds',
		parameters: { authentication: 'oAuth2', ...parameters },
		items: Array.from({ length: count }, (_, index) => ({ id: `e${index}` })),
		credentials: { ...connectTo(simulator, adsApp), name: `ads ${(runs += 1)}` },
		retryOnFail: true,
		maxTries: 3,
		...more,
	});
const calls = () => simulator.requests.filter(({ method }) => method === 'POST');

const AT = { match: { method: 'POST', path: /^\/rest\// } };
const WORDLESS: Array<[string, () => Fault]> = [
	['another record', () => ({ ...AT, afterHandling: true, effect: { status: 200, body: { hello: 1 } } })],
	['a 204', () => faults.withoutId(AT, 204)],
	['a cut in the body', () => faults.cutBody(AT)],
	['gzip that is none', () => faults.brokenGzip(AT)],
	['a web page', () => faults.pageInstead(AT)],
];

describe.each([
	['events', EVENTS],
	['members', MEMBERS],
])('several %s', (_what, parameters) => {
	test.each(WORDLESS)('after %s are of unknown outcome, and sent once', async (_answer, fault) => {
		simulator.faults.add(fault());
		const { outputs } = await send(parameters, 3, { onError: 'continueErrorOutput' });
		expect(outputs[1].map(({ json }) => detailsOf(json).code)).toEqual(
			Array.from({ length: 3 }, () => 'OUTCOME_UNKNOWN'),
		);
		expect(calls()).toHaveLength(1);
	});

	test('in stop mode fail the run, and are sent once', async () => {
		simulator.faults.add(faults.withoutId(AT, 204));
		const { error } = await send(parameters, 3);
		expect(error?.message).toMatch(/^The outcome is unknown/);
		expect(calls()).toHaveLength(1);
	});
});

test('members are taken where the list of answers is empty', async () => {
	simulator.faults.add({ ...AT, afterHandling: true, effect: { status: 200, body: { elements: [] } } });
	const { outputs } = await send(MEMBERS, 2);
	expect(outputs[0].map(({ json }) => json.sent)).toEqual([true, true]);
});

test('members whose answer was lost are sent again, as the same ones once more change nothing', async () => {
	simulator.faults.add(faults.resetAfterHandling(AT));
	const { outputs } = await send(MEMBERS, 2);
	expect(outputs[0].map(({ json }) => json.sent)).toEqual([true, true]);
	expect(calls()).toHaveLength(2);
});

test('more than 1,000 members take two calls', async () => {
	const members = Array.from({ length: 1_001 }, (_, index) => ({ email: `e${index}@example.com` }));
	const { outputs } = await send({ ...MEMBERS, input: 'list', members }, 1);
	expect(outputs[0].filter(({ json }) => json.sent === true)).toHaveLength(1_001);
	expect(calls().map(({ body }) => JSON.parse(body).elements.length)).toEqual([1_000, 1]);
});

test('an audience that stays away is waited for no longer than Max Wait', async () => {
	simulator.state.segmentDelayMs = 3_600_000;
	twoAudiences(simulator);
	const { error } = await send({ ...MEMBERS, options: { maxWait: 1 } }, 1, { retryOnFail: false });
	expect(error).toMatchObject({ httpCode: '404' });
	expect(calls()).toHaveLength(1);
});

describe('a single event', () => {
	test.each<[string, () => Fault]>([
		['a 201 that was cut', () => faults.cutBody(AT)],
		['a 201 that cannot be unpacked', () => faults.brokenGzip(AT)],
	])('is taken by the status of %s', async (_answer, fault) => {
		simulator.faults.add(fault());
		const { outputs } = await send(EVENTS, 1);
		expect(outputs[0][0].json.sent).toBe(true);
		expect(calls()).toHaveLength(1);
	});

	test.each([200, 204])('is of unknown outcome after %d', async (status) => {
		simulator.faults.add(faults.withoutId(AT, status));
		const { error } = await send(EVENTS, 1);
		expect(error?.message).toMatch(/^The outcome is unknown/);
		expect(calls()).toHaveLength(1);
	});
});
