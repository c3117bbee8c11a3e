import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { connectTo } from '../../../../../engine/connection';
import { runNode, type RunOptions } from '../../../../../engine/run';
import { faults, startSimulator, type Simulator } from '../../../../../simulator';
import { adsApp } from '../connection';
import { withRule } from './events';

/** Events of one run are sent together, none is sent twice, and a bad one doesn't affect the others. */

let simulator: Simulator;
let runs = 0;

beforeEach(async () => {
	simulator = await startSimulator();
	withRule(simulator);
});
afterEach(async () => await simulator.close());

const ids = (count: number) => Array.from({ length: count }, (_, index) => ({ json: { id: `e${index}` } }));

/** One event per item; `bad` in an item adds too many external ids, which only LinkedIn notices. */
const send = async (
	items: Array<{ json: IDataObject }>,
	more: Partial<RunOptions> = {},
	parameters: INodeParameters = {},
) =>
	await runNode({
		node: 'linkedInAds',
		parameters: {
			authentication: 'oAuth2',
			resource: 'conversionEvent',
			operation: 'send',
			conversion: '={{ $json.rule ?? "14488340" }}',
			eventId: '={{ $json.id }}',
			user: { liFatId: '={{ $json.id }}' },
			...parameters,
		},
		items,
		credentials: { ...connectTo(simulator, adsApp), name: `ads ${(runs += 1)}` },
		...more,
	});

const received = () => simulator.state.ads.conversions.events.map(({ eventId }) => eventId);
const calls = () => simulator.requests.filter(({ url }) => url === '/rest/conversionEvents');
/** A rule that doesn't exist, so LinkedIn refuses the whole batch. */
const BAD = '1';

test('1,000 items are one call', async () => {
	const { outputs, error } = await send(ids(1000));
	expect(error).toBeUndefined();
	expect(calls()).toHaveLength(1);
	expect(received()).toHaveLength(1000);
	expect(outputs[0].map(({ json }) => json.sent)).toEqual(ids(1000).map(() => true));
	expect(outputs[0].map(({ json }) => json.eventId)).toEqual(ids(1000).map(({ json }) => json.id));
});

test('one bad event of a hundred stands alone on the error output, all others are sent once', async () => {
	const items = ids(100);
	items[37].json.id = 'bad';
	(items[37].json as IDataObject).rule = BAD;
	const { outputs } = await send(items, { onError: 'continueErrorOutput' });
	expect(outputs[1].map(({ json }) => json.id)).toEqual(['bad']);
	expect(JSON.stringify(outputs[1])).toContain('No ad accounts found');
	expect(outputs[0]).toHaveLength(99);
	expect(new Set(received())).toEqual(new Set(items.map(({ json }) => json.id).filter((id) => id !== 'bad')));
	expect(received()).toHaveLength(99);
	expect(calls().length).toBeLessThanOrEqual(2 * 7 + 1);
	expect(outputs[0][0].json.batch).toEqual({ events: 100, calls: calls().length });
});

test('an answer for each event is understood too', async () => {
	simulator.state.conversionEventAnswers = 'perElement';
	const items = ids(3);
	(items[1].json as IDataObject).rule = BAD;
	const { outputs } = await send(items, { onError: 'continueErrorOutput' });
	expect(calls()).toHaveLength(1);
	expect(received()).toEqual(['e0', 'e2']);
	expect(outputs[1].map(({ json }) => json.id)).toEqual(['e1']);
});

describe('a list of events in one item', () => {
	const list = async (events: IDataObject[], more: Partial<RunOptions> = {}) =>
		await send([{ json: { events } }], more, {
			input: 'list',
			conversion: '14488340',
			events: '={{ $json.events }}',
		});
	const some = (count: number) => ids(count).map(({ json: { id } }) => ({ eventId: id, liFatId: id }));

	test('one bad event of a hundred is told in its place, all others are sent once', async () => {
		const events: IDataObject[] = some(100);
		events[37].conversion = BAD;
		const { outputs, error } = await list(events);
		expect(error).toBeUndefined();
		expect(outputs[0].map(({ json }) => json.index)).toEqual(events.map((_event, index) => index));
		expect(outputs[0].filter(({ json }) => json.sent !== true).map(({ json }) => json)).toEqual([
			expect.objectContaining({
				index: 37,
				eventId: 'e37',
				sent: false,
				status: 403,
				reason: expect.stringContaining('No ad accounts found'),
				advice: expect.stringContaining('CREATIVE_MANAGER or higher'),
			}),
		]);
		expect(received()).toHaveLength(99);
	});

	test('5,001 events are two calls', async () => {
		const { outputs } = await list(some(5001));
		expect(calls().map(({ body }) => (JSON.parse(body).elements ?? [0]).length)).toEqual([5000, 1]);
		expect(outputs[0].every(({ json }) => json.sent)).toBe(true);
		expect(new Set(received()).size).toBe(5001);
	});

	test('a lost answer fails the item, and Retry On Fail sends nothing again', async () => {
		simulator.faults.add({ match: { path: /conversionEvents/ }, afterHandling: true, effect: 'reset' });
		const { error } = await list(some(3), { retryOnFail: true, maxTries: 3 });
		expect(error?.message).toContain('outcome is unknown');
		expect(calls()).toHaveLength(1);
		expect(received()).toHaveLength(3);
	});

	test('where one of two calls is lost, its events are neither sent nor unsent', async () => {
		simulator.faults.add({
			match: { path: /conversionEvents/, restliMethod: 'CREATE' },
			afterHandling: true,
			effect: 'reset',
		});
		const { outputs } = await list(some(5001));
		expect(outputs[0].slice(0, 5000).every(({ json }) => json.sent === true)).toBe(true);
		expect(outputs[0][5000].json).toEqual(expect.objectContaining({ sent: null, eventId: 'e5000' }));
		expect(received()).toHaveLength(5001);
	});
});

test('in stop mode the error lists which events were sent', async () => {
	const items = ids(3);
	(items[1].json as IDataObject).rule = BAD;
	const { error } = await send(items);
	expect(received().sort()).toEqual(['e0', 'e2']);
	expect(error?.description).toMatch(/Written: item 0 → .*item 2/);
	expect(error?.description).toContain('item 1 (failed)');
});

test("an item whose fields are wrong doesn't hold up others", async () => {
	const items = ids(4);
	(items[2].json as IDataObject).id = '';
	const { outputs } = await send(items, { onError: 'continueErrorOutput' });
	expect(received()).toEqual(['e0', 'e1', 'e3']);
	expect(outputs[1]).toHaveLength(1);
	expect(calls()).toHaveLength(1);
});

test('Retry On Fail sends only what was not sent', async () => {
	const items = ids(3);
	(items[1].json as IDataObject).rule = BAD;
	await send(items, { retryOnFail: true, maxTries: 3 });
	expect(received().filter((id) => id === 'e0')).toHaveLength(1);
	expect(received().filter((id) => id === 'e2')).toHaveLength(1);
});

test('events whose answer was lost are unknown, and are not sent again', async () => {
	simulator.faults.add({ match: { path: /conversionEvents/ }, afterHandling: true, effect: 'reset' });
	const { outputs } = await send(ids(5), { onError: 'continueErrorOutput' });
	expect(calls()).toHaveLength(1);
	expect(received()).toHaveLength(5);
	expect(outputs[1]).toHaveLength(5);
	expect(JSON.stringify(outputs[1][4].json)).toContain('outcome is unknown');
});

test('a cancelled execution ends while LinkedIn does not answer', async () => {
	simulator.faults.add(faults.hang());
	const { status } = await send(ids(5), { cancelAfterMs: 400 });
	expect(status).toBe('canceled');
});
