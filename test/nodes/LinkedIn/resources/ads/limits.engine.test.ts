import type { INodeParameters } from 'n8n-workflow';

import { connectTo } from '../../../../engine/connection';
import { runNode } from '../../../../engine/run';
import { faults, startSimulator, type Simulator } from '../../../../simulator';
import { ACCOUNT, adsApp, byId } from './connection';
import { twoCreatives } from './creative/creatives';

/** If waiting helps, the node waits; if it can't, the error comes at once. */

let simulator: Simulator;
let runs = 0;
beforeEach(async () => {
	simulator = await startSimulator();
});
afterEach(async () => await simulator.close());

const run = async (parameters: INodeParameters) =>
	await runNode({
		node: 'linkedInAds',
		parameters: { authentication: 'oAuth2', ...parameters },
		credentials: { ...connectTo(simulator, adsApp), name: `limits ${(runs += 1)}` },
	});
const POSTS = { match: { method: 'POST', path: /^\/rest\// } };
const sent = () => simulator.requests.filter(({ method }) => method === 'POST');

const refusing = (status: number, body: object) => ({ ...POSTS, times: Infinity, effect: { status, body } });
const LIST_CAMPAIGNS = { resource: 'campaign', operation: 'getMany', account: ACCOUNT };

test.each([
	['429', 429, { code: 'SEGMENT_LIMIT_EXCEEDED', message: 'Segment limit exceeded' }],
	['409', 409, { code: 'CREATIVE_LIMIT_EXCEEDED', message: 'Too many' }],
	['400', 400, { code: 'TEST_ACCOUNT_LIMIT_REACHED', message: 'One test account' }],
	[
		'429 with the code at an input',
		429,
		{
			code: 'INVALID',
			message: 'x',
			errorDetails: { inputErrors: [{ code: 'SEGMENT_LIMIT_EXCEEDED', description: 'x' }] },
		},
	],
])('a standing limit (%s) is told at once, and closes nothing', async (_name, status, body) => {
	simulator.faults.add(refusing(status, { status, ...body }));
	const startedAt = Date.now();
	const parameters = {
		resource: 'api',
		operation: 'call',
		method: 'CREATE',
		path: '/rest/dmpSegments',
		body: '{}',
	};
	const { error } = await run(parameters);
	expect(sent()).toHaveLength(1);
	expect(Date.now() - startedAt).toBeLessThan(5_000);
	expect(error?.message).toMatch(/^LinkedIn's limit for these is reached/);
	expect(error?.context.details).toMatchObject({ status, retryAt: null });
	simulator.faults.clear();
	expect((await run(LIST_CAMPAIGNS)).error).toBeUndefined();
});

test.each(['RATE_LIMIT_EXCEEDED', 'REQUEST_LIMIT_EXCEEDED', 'TOO_MANY_REQUESTS'])(
	'a limit that passes (%s) is waited out',
	async (code) => {
		simulator.faults.add({ ...refusing(429, { status: 429, code, message: 'Slow down' }), times: 1 });
		const parameters = { resource: 'api', operation: 'call', method: 'CREATE', path: '/rest/x', body: '{}' };
		await run(parameters);
		expect(sent()).toHaveLength(2);
	},
);

describe('a creative with a new post', () => {
	const parameters = () => ({
		account: ACCOUNT,
		campaign: byId('2001'),
		contentType: 'newPost',
		author: byId('2414183'),
		text: 'Join us!',
	});
	beforeEach(() => {
		twoCreatives(simulator);
	});

	test('whose parts LinkedIn does not find yet is asked for again', async () => {
		simulator.faults.add({ ...faults.notFound(POSTS), times: 2 });
		const { error, outputs } = await run({ resource: 'creative', operation: 'create', ...parameters() });
		expect(error).toBeUndefined();
		expect(outputs[0]).toHaveLength(1);
		expect(sent()).toHaveLength(3);
	});

	test('whose parts are never found fails with the 404 after Max Wait', async () => {
		simulator.faults.add({ ...faults.notFound(POSTS), times: Infinity });
		const options = { maxWait: 2 };
		const { error } = await run({ resource: 'creative', operation: 'create', ...parameters(), options });
		expect(error).toMatchObject({ httpCode: '404' });
		expect(sent().length).toBeGreaterThan(1);
	});

	test('any other 404 is reported at once', async () => {
		const body = { status: 404, code: 'NOT_FOUND', message: 'No virtual resource found' };
		simulator.faults.add(refusing(404, body));
		const { error } = await run({ resource: 'creative', operation: 'create', ...parameters() });
		expect(error).toMatchObject({ httpCode: '404' });
		expect(sent()).toHaveLength(1);
	});
});
