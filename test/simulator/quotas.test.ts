import { ACME, enc, send, startAtNow, tokenOf } from './wire';
import type { Simulator } from './index';

let simulator: Simulator;
let post: string;
beforeEach(async () => {
	simulator = await startAtNow();
	post = simulator.state.addPost({ author: ACME, text: 'x' }).urn;
});
afterEach(async () => simulator.close());

const read = async (token: string, query = '') =>
	send(simulator, { path: `/rest/posts/${enc(post)}${query}`, token });

async function statuses(count: number, call: () => ReturnType<typeof read>): Promise<number[]> {
	const found: number[] = [];
	for (let n = 0; n < count; n += 1) found.push((await call()).status);
	return found;
}

it('a member limit stops that member until 00:00 UTC', async () => {
	simulator.state.quotas.limit('GET /rest/posts', { member: 2 });
	simulator.state.setRole('bob', '2414183', 'ADMINISTRATOR');
	const [ada, bob] = ['ada', 'bob'].map((member) => tokenOf(simulator, member));
	expect(await statuses(3, async () => read(ada))).toEqual([200, 200, 429]);
	expect((await read(bob)).status).toBe(200);
	expect((await read(ada)).json).toEqual({
		status: 429,
		serviceErrorCode: 101,
		code: 'TOO_MANY_REQUESTS',
		message:
			'Resource level throttle APPLICATION_AND_MEMBER DAY limit for calls to this resource is reached.',
	});
	simulator.clock.set(Date.UTC(2026, 8, 21, 23, 59, 0));
	expect((await read(ada)).status).toBe(429);
	simulator.clock.set(Date.UTC(2026, 8, 22, 0, 0, 0));
	expect((await read(ada)).status).toBe(200);
	expect(simulator.state.quotas.used('GET /rest/posts', 'suite-app', 'ada')).toBe(1);
});

it('an application limit stops all its members, on that endpoint alone', async () => {
	simulator.state.quotas.limit('GET /rest/posts', { application: 2 });
	simulator.state.setRole('bob', '2414183', 'ADMINISTRATOR');
	const [ada, bob] = ['ada', 'bob'].map((member) => tokenOf(simulator, member));
	expect([(await read(ada)).status, (await read(bob)).status, (await read(bob)).status]).toEqual([
		200, 200, 429,
	]);
	const list = { path: `/rest/posts?q=author&author=${enc(ACME)}`, token: bob };
	expect((await send(simulator, list)).status).toBe(200);
	expect((await read(tokenOf(simulator, 'ada', undefined, 'self-serve-app'))).status).toBe(200);
});

it('a 429 has no Retry-After and is not counted', async () => {
	simulator.state.quotas.limit('*', { member: 1 });
	const token = tokenOf(simulator, 'ada');
	await read(token);
	const refused = await read(token);
	expect(refused.headers['retry-after']).toBeUndefined();
	expect(simulator.state.quotas.used('GET /rest/posts', 'suite-app', 'ada')).toBe(1);
});

describe('the Development tier', () => {
	beforeEach(() => {
		const app = simulator.state.apps.get('suite-app');
		if (app) app.tier = 'development';
	});

	it('has 100 calls a day for a member over all endpoints', async () => {
		const token = tokenOf(simulator, 'ada');
		const paths = [`/rest/posts/${enc(post)}`, '/rest/organizations/2414183'];
		const seen = new Map<number, number>();
		for (let n = 0; n < 102; n += 1) {
			const { status } = await send(simulator, { path: paths[n % 2], token });
			seen.set(status, (seen.get(status) ?? 0) + 1);
		}
		expect(Object.fromEntries(seen)).toEqual({ 200: 100, 429: 2 });
	});

	it.each([
		['/rest/posts?ids=List(urn%3Ali%3Ashare%3A1)', 'partnerApiPosts.BATCH_GET.20260901'],
		['/rest/socialMetadata?ids=List(urn%3Ali%3Ashare%3A1)', 'partnerApiSocialMetadata.BATCH_GET.20260901'],
	])('refuses batch calls such as %s', async (path, name) => {
		const reply = await send(simulator, { path, token: tokenOf(simulator, 'ada') });
		expect([reply.status, reply.json.message]).toEqual([403, `Not enough permissions to access: ${name}`]);
	});
});

describe('versions', () => {
	const asked = async (version: string) =>
		(
			await send(simulator, {
				path: `/rest/posts/${enc(post)}`,
				token: tokenOf(simulator, 'ada'),
				headers: { 'linkedin-version': version },
			})
		).status;

	it('end with the clock, or when a test ends them, and new ones come', async () => {
		expect([await asked('202510'), await asked('202609'), await asked('202610')]).toEqual([200, 200, 426]);
		simulator.clock.set(Date.UTC(2026, 9, 15));
		expect(await asked('202510')).toBe(426);
		simulator.state.versions.end('202609');
		simulator.state.versions.add('202610');
		expect([await asked('202609'), await asked('202610')]).toEqual([426, 200]);
		expect(simulator.state.versions.live()).toContain('202610');
	});
});
