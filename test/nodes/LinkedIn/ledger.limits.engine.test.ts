import type { IDataObject } from 'n8n-workflow';

import { api, connect, CREATE_POST, LIST_POSTS, run, simulateForEachTest, simulator } from './connectedRun';
import { GET_POST, numbered, midnight, ownApp } from './countedCalls';
import { detailsOf } from './errorOutput';

/** Nothing is sent beyond what the owner of a credential set. */

simulateForEachTest();
afterEach(() => void jest.restoreAllMocks());

describe('Max Calls a Day of the credential', () => {
	test('holds back what is beyond it, with the time from which it works again', async () => {
		const credential = connect({ ...ownApp('app-max'), fields: { maxCallsADay: 3 } });
		const { outputs } = await run(LIST_POSTS, credential, numbered(5));
		expect(api()).toHaveLength(3);
		expect(outputs[1].map(({ json }) => detailsOf(json))).toEqual(
			Array.from({ length: 2 }, () =>
				expect.objectContaining({ code: 'CALLS_USED', field: 'Max Calls a Day', retryAt: midnight() }),
			),
		);
		const { error } = await run(CREATE_POST, credential);
		expect(error?.message).toMatch(/^Not sent: the 3 calls that Max Calls a Day/);
		expect(api()).toHaveLength(3);
	});

	test('begins again after midnight UTC', async () => {
		const credential = connect({ ...ownApp('app-midnight'), fields: { maxCallsADay: 1 } });
		await run(LIST_POSTS, credential);
		expect((await run(LIST_POSTS, credential)).error).toBeDefined();
		const { now } = Date;
		jest.spyOn(Date, 'now').mockImplementation(() => now.call(Date) + 86_400_000);
		expect((await run(LIST_POSTS, credential)).error).toBeUndefined();
		expect(api()).toHaveLength(2);
	});

	test('counts for each credential', async () => {
		const [one, other] = [1, 2].map(() => connect({ fields: { maxCallsADay: 1 } }));
		await run(LIST_POSTS, one);
		expect((await run(LIST_POSTS, other)).error).toBeUndefined();
	});

	test('holds for other versions that are tried, too', async () => {
		simulator.state.versions.end('202601');
		simulator.state.versions.end('202609');
		const fields = { maxCallsADay: 1, version: 'custom', customVersion: '202601' };
		const { error } = await run(LIST_POSTS, connect({ ...ownApp('app-versions'), fields }));
		expect(api()).toHaveLength(1);
		expect(error?.message).toContain('202601');
	});

	test('holds when the credential is connected anew', async () => {
		const options = { ...ownApp('app-anew'), fields: { maxCallsADay: 1 } };
		const credential = connect(options);
		await run(LIST_POSTS, credential);
		const anew = { ...connect({ ...options, member: 'bob' }), name: credential.name };
		expect((await run(LIST_POSTS, anew)).error?.message).toMatch(/Max Calls a Day/);
		expect(api()).toHaveLength(1);
	});

	test.each([['-1'], [1.5], ['many'], [' '], [[]], [false], [''], [null], ['={{ undefined }}']])(
		'refuses %p before any call',
		async (limit) => {
			for (const [name, field] of Object.entries({
				maxCallsADay: 'Max Calls a Day',
				highestDailyBudget: 'Highest Daily Budget',
			})) {
				if (name === 'highestDailyBudget' && limit === 1.5) continue;
				const { error } = await run(LIST_POSTS, connect({ fields: { [name]: limit } as never }));
				expect(error?.context.details).toMatchObject({ code: 'INVALID_INPUT', field });
			}
			expect(simulator.requests).toEqual([]);
		},
	);

	test('is not there where it was never saved', async () => {
		expect((await run(LIST_POSTS, connect({ fields: {} }))).error).toBeUndefined();
	});
});

describe('Known Limits of the credential', () => {
	const limited = (clientId: string, limit: IDataObject) => ({
		...ownApp(clientId),
		fields: { knownLimits: { rows: [{ endpoint: '/rest/posts', ...limit }] } },
	});

	test('hold back calls to their endpoint alone', async () => {
		const credential = connect(limited('app-known', { memberLimit: 2 }));
		const { outputs } = await run(LIST_POSTS, credential, numbered(4));
		expect(api()).toHaveLength(2);
		expect(detailsOf(outputs[1][0].json)).toMatchObject({ code: 'CALLS_USED', field: 'Known Limits' });
		await run(GET_POST, credential);
		expect(api()).toHaveLength(3);
	});

	test.each(['/rest/posts', '/rest/%70osts', '/rest/{r}', '/rest/posts;a=1'])(
		'hold for API Call, however the path is written: %s',
		async (path) => {
			const credential = connect(limited(`app-${path.length}-${path.at(-1)}`, { memberLimit: 1 }));
			const call = {
				resource: 'api',
				operation: 'call',
				method: 'CREATE',
				path,
				keys: '{"r":"posts"}',
				body: '{}',
			};
			const keys = path.includes('{') ? {} : { keys: '{}' };
			await run({ ...call, ...keys }, credential);
			const { error } = await run({ ...call, ...keys }, credential);
			expect(error?.message).toMatch(/Known Limits/);
			expect(api()).toHaveLength(1);
		},
	);

	test('of all calls hold over more endpoints than there is room for', async () => {
		const options = {
			...ownApp('app-many'),
			fields: { knownLimits: { rows: [{ endpoint: '*', memberLimit: 230 }] } },
		};
		const path = "=/rest/{{ 'r' + 'abcdefghijklmnopqrstuvwxyz'.slice(0, $json.number % 26) + $json.number }}";
		await run({ resource: 'api', operation: 'call', method: 'GET', path }, connect(options), numbered(300));
		expect(api()).toHaveLength(230);
	});

	test('of the application hold for every credential of its client id', async () => {
		const options = limited('app-shared-limit', { applicationLimit: 2 });
		await run(LIST_POSTS, connect({ ...options, member: 'ada' }), numbered(1));
		await run(LIST_POSTS, connect({ ...options, member: 'bob' }), numbered(1));
		const { error } = await run(LIST_POSTS, connect(options));
		expect(error?.message).toContain('the 2 calls of the application for /rest/posts');
		expect(api()).toHaveLength(2);
	});
});
