import { faults } from '../../simulator';
import { api, connect, CREATE_POST, LIST_POSTS, run, simulateForEachTest, simulator } from './connectedRun';

/** How many calls of one credential run in parallel. */

simulateForEachTest();

describe('lanes of a credential', () => {
	const thirty = { items: Array.from({ length: 30 }, (_, id) => ({ id })) };

	/** How many requests were unanswered at the simulator, at each arrival. */
	function watchInFlight(): number[] {
		const seen: number[] = [];
		const log = simulator.requests;
		const push = log.push.bind(log);
		log.push = (...entries) => {
			const length = push(...entries);
			seen.push(log.filter(({ status }) => status === 0).length);
			return length;
		};
		return seen;
	}

	test('30 items that read run four at once, no more', async () => {
		simulator.faults.add(faults.slow(40, { times: Infinity }));
		const inFlight = watchInFlight();
		const { outputs, error } = await run(LIST_POSTS, connect(), thirty);
		expect(error).toBeUndefined();
		expect(outputs[0]).toEqual([]);
		expect(inFlight).toHaveLength(30);
		expect(Math.max(...inFlight)).toBe(4);
	});

	test('two nodes with one credential share the four places', async () => {
		simulator.faults.add(faults.slow(40, { times: Infinity }));
		const inFlight = watchInFlight();
		const credential = connect();
		const items = Array.from({ length: 10 }, (_, id) => ({ id }));
		await Promise.all([run(LIST_POSTS, credential, { items }), run(LIST_POSTS, credential, { items })]);
		expect(inFlight).toHaveLength(20);
		expect(Math.max(...inFlight)).toBe(4);
	});

	test('in stop mode a failed read spares the calls behind it', async () => {
		simulator.faults.add(faults.notFound());
		await run(LIST_POSTS, connect(), thirty);
		expect(api().map(({ status }) => status)).toContain(404);
		expect(api().length).toBeLessThanOrEqual(8);
	});

	test("with Continue a failed read doesn't hold up others", async () => {
		simulator.faults.add(faults.notFound());
		await run(LIST_POSTS, connect(), { ...thirty, onError: 'continueRegularOutput' });
		expect(api()).toHaveLength(30);
	});

	test('writes go one after another, in the order of the items', async () => {
		simulator.faults.add(faults.slow(20, { times: Infinity }));
		const inFlight = watchInFlight();
		await run({ ...CREATE_POST, text: '={{ $json.text }}' }, connect(), {
			items: Array.from({ length: 6 }, (_, index) => ({ text: `Number ${index}` })),
		});
		expect(inFlight).toEqual([1, 1, 1, 1, 1, 1]);
		expect(api().map(({ body }) => JSON.parse(body).commentary)).toEqual(
			Array.from({ length: 6 }, (_, index) => `Number ${index}`),
		);
	});

	test('a throttle on one endpoint lets another go on', async () => {
		simulator.faults.add({
			match: { restliMethod: 'FINDER' },
			effect: { status: 429, body: { status: 429 }, headers: { 'retry-after': '2' } },
		});
		const credential = connect();
		const throttled = run(LIST_POSTS, credential);
		const { error } = await run(CREATE_POST, credential);
		expect(error).toBeUndefined();
		await throttled;
		expect(api().map(({ restliMethod, status }) => [restliMethod, status])).toEqual(
			expect.arrayContaining([
				['FINDER', 429],
				['CREATE', 201],
				['FINDER', 200],
			]),
		);
		expect(api().at(-1)?.restliMethod).toBe('FINDER');
	});
});
