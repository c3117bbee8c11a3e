import type { HarnessCredential } from '../../engine/credentials';
import { faults } from '../../simulator';
import { api, connect, CREATE_POST, LIST_POSTS, run, simulateForEachTest, simulator } from './connectedRun';

/** An expired token is renewed, or the error says what to do. */

simulateForEachTest();

const DAY_MS = 86_400_000;

function tokenOf({ data }: HarnessCredential): string {
	const stored = data.oauthTokenData as { access_token: string } | undefined;
	return stored?.access_token ?? String(data.accessToken);
}

const renewals = () => simulator.requests.filter(({ url }) => url === '/oauth/v2/accessToken');

describe('a token that LinkedIn no longer takes', () => {
	test.each([
		['a read', LIST_POSTS],
		['a create', CREATE_POST],
	])('%s is sent again with a renewed token', async (_name, parameters) => {
		const credential = connect();
		const old = tokenOf(credential);
		simulator.state.tokens.revoke(old);
		const { error } = await run(parameters, credential);
		expect(error).toBeUndefined();
		expect(renewals()).toHaveLength(1);
		expect(api().at(-1)?.status).toBeLessThan(300);
		expect(tokenOf(credential)).not.toBe(old);
		expect(simulator.state.posts()).toHaveLength(parameters === CREATE_POST ? 1 : 0);
	});

	test('a token past its 60 days is renewed as well', async () => {
		const credential = connect();
		simulator.clock.advance(61 * DAY_MS);
		const { error } = await run(LIST_POSTS, credential);
		expect(error).toBeUndefined();
		expect(renewals()).toHaveLength(1);
	});

	test('several items at once all come through', async () => {
		const credential = connect();
		simulator.state.tokens.revoke(tokenOf(credential));
		const { error, outputs } = await run(CREATE_POST, credential, {
			items: [{ id: 1 }, { id: 2 }, { id: 3 }],
		});
		expect(error).toBeUndefined();
		expect(outputs[0]).toHaveLength(3);
		expect(simulator.state.posts()).toHaveLength(1);
	});

	test('reads side by side renew it once, and all come through', async () => {
		simulator.faults.add(faults.slow(60, { times: Infinity }));
		const credential = connect();
		simulator.state.tokens.revoke(tokenOf(credential));
		const items = Array.from({ length: 12 }, (_, id) => ({ id }));
		const { error, outputs } = await run(LIST_POSTS, credential, { items });
		expect(error).toBeUndefined();
		expect(outputs).toEqual([[]]);
		expect(renewals()).toHaveLength(1);
		expect(api().filter(({ status }) => status === 200)).toHaveLength(12);
	});

	test('two nodes that read with it at once renew it once', async () => {
		simulator.faults.add(faults.slow(60, { times: Infinity }));
		const credential = connect();
		simulator.state.tokens.revoke(tokenOf(credential));
		const items = Array.from({ length: 6 }, (_, id) => ({ id }));
		const runs = [0, 1].map(async () => await run(LIST_POSTS, credential, { items }));
		expect((await Promise.all(runs)).map(({ error }) => error)).toEqual([undefined, undefined]);
		expect(renewals()).toHaveLength(1);
	});

	test('reads side by side whose refresh token is refused try it once, and each says to reconnect', async () => {
		simulator.faults.add(faults.slow(60, { times: Infinity }));
		const credential = connect();
		simulator.state.tokens.revokeAll('suite-app', 'ada');
		const { outputs } = await run({ ...LIST_POSTS, options: { maxWait: 0 } }, credential, {
			items: Array.from({ length: 4 }, (_, id) => ({ id })),
			onError: 'continueRegularOutput',
		});
		expect(outputs[0]).toHaveLength(4);
		for (const { json } of outputs[0]) expect(JSON.stringify(json)).toMatch(/connect again/);
		expect(renewals()).toHaveLength(1);
	});

	test('a read whose 401 comes after the renewal was refused tries it no more', async () => {
		const credential = connect();
		simulator.state.tokens.revokeAll('suite-app', 'ada');
		simulator.faults.add(faults.slow(1_500, { times: 1 }));
		const { outputs } = await run({ ...LIST_POSTS, options: { maxWait: 0 } }, credential, {
			items: [{ id: 0 }, { id: 1 }],
			onError: 'continueRegularOutput',
		});
		for (const { json } of outputs[0]) expect(JSON.stringify(json)).toMatch(/connect again/);
		expect(renewals()).toHaveLength(1);
	});

	test('day 61 without a refresh token: one call, and the error says to reconnect and why', async () => {
		const credential = connect({ refreshable: false });
		simulator.clock.advance(61 * DAY_MS);
		const { error } = await run(LIST_POSTS, credential);
		expect(error?.message).toMatch(/^This connection's token has expired/);
		expect(error?.description).toMatch(/connect again.*60 days.*only some apps/);
		expect(error).toMatchObject({ httpCode: '401' });
		expect(api()).toHaveLength(1);
		expect(renewals()).toEqual([]);
	});

	test('a refresh token that is refused: the error says to reconnect', async () => {
		const credential = connect();
		simulator.state.tokens.revokeAll('suite-app', 'ada');
		const { error } = await run({ ...LIST_POSTS, options: { maxWait: 2 } }, credential);
		expect(renewals()).toHaveLength(1);
		expect(error?.message).toMatch(/token has expired and couldn't be renewed|revoked|rejected/);
		expect(error?.description).toMatch(/connect again/);
		expect(error).toMatchObject({ httpCode: '401' });
	});

	test('a renewed token that is refused as well ends in an error, not in a loop', async () => {
		simulator.faults.add(faults.restrictedMember({ times: Infinity }));
		const { error } = await run(LIST_POSTS, connect());
		expect(error?.message).toMatch(/restricted the connected member/);
		expect(error?.description).toMatch(/Sign in at linkedin\.com/);
		expect(renewals()).toHaveLength(1);
		expect(api().length).toBeLessThanOrEqual(4);
	});

	test.each([
		['expired', () => simulator.clock.advance(61 * DAY_MS), /token has expired/],
		['revoked', () => simulator.state.tokens.revokeAll('suite-app', 'ada'), /was revoked/],
	])('a pasted token that is %s: one call', async (_name, end, message) => {
		const credential = connect({ authentication: 'accessToken' });
		end();
		const { error } = await run(LIST_POSTS, credential);
		expect(error?.message).toMatch(message);
		expect(error?.description).toMatch(/connect again/);
		expect(api()).toHaveLength(1);
	});

	test('on the error output the item holds the status, the code and the trace id', async () => {
		const credential = connect({ refreshable: false });
		simulator.clock.advance(61 * DAY_MS);
		const { outputs } = await run(LIST_POSTS, credential, { onError: 'continueErrorOutput' });
		const { json } = outputs[1][0];
		expect(json.details ?? json.message).toMatchObject({
			status: 401,
			code: 'EXPIRED_ACCESS_TOKEN',
			serviceErrorCode: 65602,
			requestId: expect.stringMatching(/^[\w+/]{24}$/),
			field: 'Credential',
		});
	});
});
