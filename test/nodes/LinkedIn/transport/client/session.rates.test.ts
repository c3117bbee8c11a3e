import { DEADLINE_MS } from '../../../../../nodes/LinkedIn/transport/limits/callLimits';
import { RateLimiter } from '../../../../../nodes/LinkedIn/transport/limits/rateLimiter';
import type { RestliRequest } from '../../../../../nodes/LinkedIn/transport/types';
import { fakeHost } from '../fakeHost';
import { closeTheInternet, created, page, refusals, Wire, type Played } from '../mockServer';
import { attempt, create, read, remove, watchAttempts, withHeaders, word } from './attempts';

/** Rate limits, tested with real HTTP calls. */

closeTheInternet();
watchAttempts();

describe('a throttled endpoint', () => {
	it('is closed at once for all who wait on it, not only for the one who was refused', async () => {
		const wire = new Wire().on(
			'POST',
			withHeaders(refusals.throttled, { 'Retry-After': '1' }),
			...Array<Played>(3).fill(created('urn:li:share:1')),
		);
		const linkedin = await fakeHost().connect();
		const running = Promise.all([1, 2, 3].map(async () => await linkedin.attempt(create)));
		await new Promise((resolve) => setTimeout(resolve, 300));
		const sentWhileClosed = wire.arrived.length;
		expect((await running).map(word)).toEqual([201, 201, 201]);
		expect(wire.arrived).toHaveLength(4);
		expect(sentWhileClosed).toBe(1);
	});

	it('does not hold up another endpoint of the same lane', async () => {
		const order: string[] = [];
		new Wire()
			.on('POST', withHeaders(refusals.throttled, { 'Retry-After': '1' }), created('urn:li:share:1'))
			.on('DELETE', { status: 204 });
		const linkedin = await fakeHost().connect();
		await Promise.all([
			linkedin.attempt(create).then(() => order.push('create')),
			linkedin.attempt(remove).then(() => order.push('delete')),
		]);
		expect(order).toEqual(['delete', 'create']);
	});

	it('makes nobody wait longer than their own Max Wait', async () => {
		const stop = new AbortController();
		const credentialId = 'cred-closed-gate';
		new Wire().on('POST', withHeaders(refusals.throttled, { 'Retry-After': '30' }));
		const patient = await fakeHost({ credentialId, signal: stop.signal }).connect({ maxWaitMs: 60_000 });
		const waiting = Promise.allSettled([patient.attempt(create)]);
		await new Promise((resolve) => setTimeout(resolve, 100));

		const hasty = await fakeHost({ credentialId, signal: stop.signal }).connect({ maxWaitMs: 200 });
		const verdict = await Promise.race([
			hasty.attempt(create).then(word),
			new Promise((resolve) => setTimeout(() => resolve('still waiting'), 2000)),
		]);
		stop.abort(new Error('end of the test'));
		await waiting;
		expect(verdict).not.toBe('still waiting');
	});
});

test('a place in a lane is waited for as long as a call of its kind may take', async () => {
	const pass = jest.spyOn(RateLimiter.prototype, 'pass');
	new Wire().on('POST', created('urn:li:share:1')).on('GET', page([]));
	const linkedin = await fakeHost().connect();
	await linkedin.attempt(create);
	await linkedin.attempt(read);
	expect(pass.mock.calls.map(([{ lane, callMs }]) => [lane, callMs])).toEqual([
		['write', DEADLINE_MS.write],
		['read', DEADLINE_MS.read],
	]);
	pass.mockRestore();
});

describe('the quota of the day', () => {
	const midnight = (): string => {
		const now = new Date();
		return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() + 1)).toISOString();
	};

	it('stops the waiting writes unsent, each with the time of the reset', async () => {
		const wire = new Wire().on('POST', created('urn:li:share:1'), refusals.daily, created('urn:li:share:2'));
		const linkedin = await fakeHost().connect();
		const results = await Promise.all(Array.from({ length: 10 }, async () => await linkedin.attempt(create)));
		expect(results.map((result) => result.ok)).toEqual([true, ...Array(9).fill(false)]);
		for (const result of results.slice(1)) {
			expect(result).toMatchObject({ error: { details: { status: 429, retryAt: midnight() } } });
		}
		expect(wire.arrived).toHaveLength(2);
	});

	it('costs at most as many refused reads as are under way at once', async () => {
		const wire = new Wire().on('GET', ...Array(20).fill(refusals.daily));
		const linkedin = await fakeHost().connect();
		const results = await Promise.all(Array.from({ length: 20 }, async () => await linkedin.attempt(read)));
		expect(results.every((result) => !result.ok)).toBe(true);
		expect(wire.arrived.length).toBeLessThanOrEqual(4);
	});

	it('is remembered for the next run, and binds no other endpoint', async () => {
		const credentialId = 'cred-spent';
		const wire = new Wire().on('POST', refusals.daily).on('GET', page([]));
		expect(word(await attempt(create, { credentialId }))).toBe('TOO_MANY_REQUESTS');
		expect(word(await attempt(create, { credentialId }))).toBe('QUOTA_EXCEEDED');
		expect(word(await attempt(read, { credentialId }))).toBe(200);
		expect(wire.arrived.map(({ method }) => method)).toEqual(['POST', 'GET']);
	});

	it.each([
		['of the member', refusals.daily, 201],
		['of the application', refusals.applicationDaily, 'QUOTA_EXCEEDED'],
	])('%s binds another credential of the same app accordingly', async (what, answer, expected) => {
		const fields = { clientId: `shared ${what}` };
		new Wire().on('POST', answer, created('urn:li:share:1'));
		await attempt(create, { fields });
		expect(word(await attempt(create, { fields }))).toBe(expected);
	});

	it('is over at midnight UTC', async () => {
		const credentialId = 'cred-midnight';
		new Wire().on('POST', refusals.daily, created('urn:li:share:1'));
		await attempt(create, { credentialId });
		const tomorrow = Date.parse(midnight());
		jest.spyOn(Date, 'now').mockReturnValue(tomorrow);
		expect(word(await attempt(create, { credentialId }))).toBe(201);
	});
});

it('writes of one credential go one after another, reads four at once', async () => {
	const slow = (status: number): Played => ({ status, body: { elements: [] }, delayMs: 30 });
	const most = async (request: RestliRequest) => {
		const host = fakeHost();
		const { helpers } = host.context;
		const through = helpers.httpRequestWithAuthentication as (...args: unknown[]) => Promise<unknown>;
		let underway = 0;
		let highest = 0;
		const counted = async (...args: unknown[]) => {
			underway += 1;
			highest = Math.max(highest, underway);
			try {
				return await through(...args);
			} finally {
				underway -= 1;
			}
		};
		Object.assign(helpers, { httpRequestWithAuthentication: counted });
		const linkedin = await host.connect();
		await Promise.all(Array.from({ length: 9 }, async () => await linkedin.attempt(request)));
		return highest;
	};
	new Wire().on('GET', ...Array(9).fill(slow(200))).on('POST', ...Array(9).fill(slow(201)));
	expect([await most(read), await most(create)]).toEqual([4, 1]);
});
