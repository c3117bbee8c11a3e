import { faults } from '../../simulator';
import { api, connect, CREATE_POST, LIST_POSTS, run, simulateForEachTest, simulator } from './connectedRun';
import { GET_POST, numbered, ownApp, usageOf } from './countedCalls';

/** What is counted of the calls of a process, and what that is good for. */

simulateForEachTest();
afterEach(() => void jest.restoreAllMocks());

describe('a quota of LinkedIn', () => {
	test('of 100 calls lets 100 of 1,000 items through, and is refused four times at most', async () => {
		const options = ownApp('app-quota');
		simulator.state.quotas.limit('FINDER /rest/posts', { member: 100 });
		const credential = connect(options);
		const { outputs } = await run(LIST_POSTS, credential, numbered(1000));
		const statuses = api().map(({ status }) => status);
		expect(statuses.filter((status) => status === 200)).toHaveLength(100);
		expect(statuses.filter((status) => status === 429).length).toBeLessThanOrEqual(4);
		expect(outputs[1]).toHaveLength(900);
		const [summary] = await usageOf(credential);
		// The process has not counted the whole day, so the refusal says nothing of the limit.
		expect(summary).toMatchObject({ memberCalls: statuses.length, limits: [] });
		expect(summary).not.toHaveProperty('notice');
	});
});

describe('a limit in a header', () => {
	const answered = async (clientId: string, reset: string) => {
		simulator.faults.add({
			match: { restliMethod: 'FINDER' },
			effect: 'pass',
			spoils: { headers: { 'x-ratelimit-limit': '50', 'x-ratelimit-reset': reset } },
		});
		const credential = connect(ownApp(clientId));
		await run(LIST_POSTS, credential);
		return (await usageOf(credential))[0].limits;
	};

	test.each([
		['of an hour counts for nothing here', 'app-hour', '3600', 0],
		['of more than an hour is one of the day', 'app-day', '7200', 1],
	])('%s', async (_what, clientId, reset, count) => {
		const { now } = Date;
		// Not just before midnight UTC, after which no window lasts.
		const noonOffset = 43_200_000 - (now.call(Date) % 86_400_000);
		jest.spyOn(Date, 'now').mockImplementation(() => now.call(Date) + noonOffset);
		expect(await answered(clientId, reset)).toHaveLength(count);
	});
});

test('20 workflows with one credential hold no more calls in flight than its lanes', async () => {
	simulator.faults.add(faults.slow(150, { times: Infinity }));
	const log = simulator.requests;
	const push = log.push.bind(log);
	const inFlight = { GET: 0, POST: 0 };
	log.push = (...entries) => {
		const length = push(...entries);
		for (const method of ['GET', 'POST'] as const) {
			const open = log.filter((request) => request.status === 0 && request.method === method).length;
			inFlight[method] = Math.max(inFlight[method], open);
		}
		return length;
	};
	const credential = connect();
	await Promise.all(
		Array.from({ length: 20 }, async (_, index) =>
			index % 2 === 0
				? await run(LIST_POSTS, credential, numbered(5))
				: await run({ ...CREATE_POST, text: `Number ${index} {{ $json.number }}` }, credential),
		),
	);
	expect(inFlight).toEqual({ GET: 4, POST: 1 });
});

test('five credentials of one client id share the count of the application, and each has its own', async () => {
	const options = ownApp('app-of-five');
	const credentials = ['ada', 'bob', 'ada', 'bob', 'ada'].map((member) => connect({ ...options, member }));
	for (const credential of credentials) await run(LIST_POSTS, credential);
	const [summary] = await usageOf(credentials[4]);
	expect(summary.applicationCalls).toBe(5);
});

describe('My Usage: Get', () => {
	test('tells a row an action and day, and each call in words, without a call of its own', async () => {
		const credential = connect(ownApp('app-usage'));
		await run({ ...CREATE_POST, text: 'A secret text' }, credential);
		await run(LIST_POSTS, credential);
		const before = simulator.requests.length;
		const day = new Date().toISOString().slice(0, 10);
		expect(await usageOf(credential, 'byAction')).toEqual([
			{ day, action: 'Posts created', calls: 1, refused: 0, notSent: 0 },
			{ day, action: 'Other reads', calls: 1, refused: 0, notSent: 0 },
		]);
		const lines = await usageOf(credential, 'calls');
		expect(lines).toEqual([
			expect.objectContaining({
				action: 'Post: Get Many',
				call: 'FINDER /rest/posts',
				decision: 'sent',
				status: 200,
			}),
			expect.objectContaining({
				action: 'Post: Create',
				call: 'CREATE /rest/posts',
				decision: 'sent',
				status: 201,
			}),
		]);
		expect(lines[1].summary).toMatch(
			/^Workflow "[^"]*", node "Node under test": Post: Create \(CREATE \/rest\/posts\).*, status 201 after \d+ ms$/,
		);
		expect(JSON.stringify(lines)).not.toContain('A secret text');
		expect(simulator.requests).toHaveLength(before);
	});

	test('tells what was held back, and n8n logs it', async () => {
		const credential = connect({ fields: { accessPolicy: 'readOnly' } });
		const { calls } = await run({ ...CREATE_POST, text: 'A secret text' }, credential);
		expect(calls.map(({ message }) => message)).toEqual([
			expect.stringMatching(/Post: Create.* was not sent: access policy$/),
		]);
		expect(await usageOf(credential, 'calls')).toMatchObject([
			{ decision: 'access policy', status: null, call: null },
		]);
		expect(JSON.stringify(calls)).not.toContain('A secret text');
	});

	test('names an API Call without what is in its path and keys', async () => {
		const secrets = ['jane@doe.example', 'This-is-a-text', 'Jane Doe says', 'AQX-token'];
		const credential = connect(ownApp('app-named'));
		const path = `/v2/people/${secrets[0]}/${secrets[1]}/${secrets[3]}/{n}`;
		const keys = JSON.stringify({ n: secrets[2] });
		const { calls } = await run(
			{ resource: 'api', operation: 'call', method: 'GET', path, keys },
			credential,
		);
		const shown = JSON.stringify([calls, await usageOf(credential, 'calls'), await usageOf(credential)]);
		expect(shown).toContain('GET /v2/people/{}/{}/{}/{n}');
		for (const secret of secrets) expect(shown).not.toContain(secret);
	});

	test('n8n logs a change and its target, and a read for those who debug', async () => {
		const { calls } = await run({ ...CREATE_POST, text: 'A secret text' }, connect());
		const { calls: ofRead } = await run(GET_POST, connect());
		expect([...calls, ...ofRead].map(({ level }) => level)).toEqual(['info', 'debug']);
		expect(ofRead.map(({ message }) => message).join()).toContain('on urn:li:share:7045020441609936898');
	});
});

test('three quarters of a limit are a notice on the first item', async () => {
	const credential = connect({ ...ownApp('app-notice'), fields: { maxCallsADay: 4 } });
	await run({ ...CREATE_POST, text: 'One' }, credential);
	await run({ ...CREATE_POST, text: 'Two' }, credential);
	const { outputs } = await run({ ...CREATE_POST, text: 'Three' }, credential);
	expect(outputs[0][0].json.notice).toMatch(
		/^75 percent of today's calls are used: 3 of 4 for this credential/,
	);
});
