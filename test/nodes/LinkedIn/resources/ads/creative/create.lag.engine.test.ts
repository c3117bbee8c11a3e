import { connectTo } from '../../../../../engine/connection';
import { runNode } from '../../../../../engine/run';
import { startSimulator, type Simulator } from '../../../../../simulator';
import { ACCOUNT, adsApp, byId } from '../connection';
import { twoCreatives } from './creatives';

/**
 * LinkedIn may not find the parts of a creative right after accepting them: nothing was created, so the creative is
 * sent again within Max Wait.
 */

let simulator: Simulator;
beforeEach(async () => {
	simulator = await startSimulator();
	twoCreatives(simulator);
});
afterEach(async () => await simulator.close());

const INLINE = /createInline/;
const sent = () => simulator.requests.filter(({ url }) => INLINE.test(url)).length;

function answer(message: string, times: number): void {
	simulator.faults.add({
		match: { method: 'POST', path: INLINE },
		times,
		effect: { status: 404, body: { status: 404, code: 'NOT_FOUND', message } },
	});
}

const create = async (maxWait: number) =>
	await runNode({
		node: 'linkedInAds',
		parameters: {
			authentication: 'oAuth2',
			resource: 'creative',
			operation: 'create',
			account: ACCOUNT,
			campaign: byId('2001'),
			contentType: 'newPost',
			author: byId('2414183'),
			text: 'Join us',
			options: { maxWait },
		},
		credentials: { ...connectTo(simulator, adsApp), name: `lag ${simulator.url}` },
	});

test('parts that are found at the third try: the creative is made once', async () => {
	answer('Could not find entity', 2);
	const before = simulator.state.ads.creatives.all().length;
	const { outputs, error } = await create(30);
	expect(error).toBeUndefined();
	expect(outputs[0][0].json).toMatchObject({ created: true });
	expect([sent(), simulator.state.ads.creatives.all().length - before]).toEqual([3, 1]);
});

test('parts that are never found: the error says so when Max Wait is over', async () => {
	answer('Could not find entity', Infinity);
	const startedAt = performance.now();
	const { error } = await create(2);
	expect(error?.context.details).toMatchObject({ status: 404 });
	expect(sent()).toBeGreaterThan(1);
	expect(performance.now() - startedAt).toBeLessThan(20_000);
});

test('any other 404 is reported at once', async () => {
	answer('No virtual resource found', Infinity);
	const { error } = await create(30);
	expect(error?.context.details).toMatchObject({ status: 404 });
	expect(sent()).toBe(1);
});
