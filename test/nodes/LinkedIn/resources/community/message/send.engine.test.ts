import type { INodeParameters } from 'n8n-workflow';

import { connectTo } from '../../../../../engine/connection';
import { runNode, type RunOptions } from '../../../../../engine/run';
import { startSimulator, type Simulator } from '../../../../../simulator';

/** No message is sent twice, and one that waits doesn't hold up anything else. */

const BOB = 'urn:li:person:Bob-4kd_91x';
const CLEO = 'urn:li:person:cLeO55wQz0';
const STRANGER = 'urn:li:person:nobody';
const MESSAGES = /^\/v2\/messages/;

let simulator: Simulator;
let credentials: RunOptions['credentials'];
let runs = 0;

beforeEach(async () => {
	simulator = await startSimulator();
	const connection = connectTo(simulator, { app: 'partner-app' });
	credentials = { ...connection, name: `partner ${(runs += 1)}` };
});
afterEach(async () => await simulator.close());

const run = async (parameters: INodeParameters, more: Partial<RunOptions> = {}) =>
	await runNode({
		node: 'linkedInCommunity',
		parameters: { authentication: 'oAuth2', ...parameters },
		credentials,
		...more,
	});
const send = async (parameters: INodeParameters, more: Partial<RunOptions> = {}) =>
	await run({ resource: 'message', operation: 'send', text: 'Hello', ...parameters }, more);

const sentTo = () => simulator.state.messages.sent.flatMap(({ recipients }) => recipients);
const endpoints = () => simulator.requests.map(({ endpoint }) => endpoint);

/** The next answer says that one more message may be sent, and when the window ends. */
function leaveOne(resetSeconds: number): void {
	const headers = { 'x-ratelimit-remaining': '1', 'x-ratelimit-reset': String(resetSeconds) };
	simulator.faults.add({ match: { path: MESSAGES }, effect: { status: 201, headers } });
}

describe('Retry On Fail', () => {
	const again: Partial<RunOptions> = { retryOnFail: true, maxTries: 3 };
	const items = (...recipients: string[]): Partial<RunOptions> => ({
		...again,
		items: recipients.map((to) => ({ to })),
	});

	it.each(['stopWorkflow', 'continueErrorOutput'] as const)(
		'(%s) sends nobody a second message',
		async (onError) => {
			await send({ recipients: '={{ $json.to }}' }, { ...items(CLEO, STRANGER), onError });
			expect(sentTo()).toEqual([CLEO]);
		},
	);

	it('does not send a message again whose answer was lost', async () => {
		simulator.faults.add({ match: { path: MESSAGES }, afterHandling: true, effect: 'reset' });
		const { error } = await send({ recipients: CLEO }, again);
		expect(error?.message).toMatch(/^The outcome is unknown/);
		expect(sentTo()).toEqual([CLEO]);
	});

	it('gives a list again as it was, with those that were not sent', async () => {
		simulator.state.messages.perHour = 1;
		const { outputs, error } = await send({ recipients: `${CLEO},${BOB}` }, again);
		expect(error).toBeUndefined();
		expect(outputs[0].map(({ json }) => [json.recipient, json.sent])).toEqual([
			[CLEO, true],
			[BOB, false],
		]);
		expect(sentTo()).toEqual([CLEO]);
	});
});

describe('an even spread', () => {
	const spread = { recipients: `${CLEO},${BOB}`, pacing: 'evenSpread', options: { maxWait: 30 } };

	it('waits without holding the write slot of the credential', async () => {
		leaveOne(3);
		const sending = send(spread);
		while (simulator.requests.length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
		const author = { __rl: true, mode: 'id', value: '2414183' };
		const { error } = await run({ resource: 'post', operation: 'create', author, text: 'Meanwhile' });
		expect(error).toBeUndefined();
		expect((await sending).outputs[0].map(({ json }) => json.sent)).toEqual([true, true]);
		expect(endpoints()).toEqual(['CREATE /v2/messages', 'CREATE /rest/posts', 'CREATE /v2/messages']);
	});

	it('ends with the execution, and sends no more', async () => {
		leaveOne(20);
		const startedAt = Date.now();
		const { status } = await send(spread, { cancelAfterMs: 500 });
		expect(status).toBe('canceled');
		expect(Date.now() - startedAt).toBeLessThan(10_000);
		expect(endpoints()).toEqual(['CREATE /v2/messages']);
	});
});

describe('Validate Only', () => {
	const spread = { recipients: `${CLEO},${BOB}`, pacing: 'evenSpread' };
	const isAbout = (moment: unknown, seconds: number) =>
		Math.abs(Date.parse(String(moment)) - Date.now() - seconds * 1000) < 10_000;

	it.each<[string, INodeParameters, number, string]>([
		[
			'of an even spread',
			{ ...spread, options: { maxWait: 30 } },
			120,
			'0 of 2 messages can be sent within Max Wait. Send the others after ',
		],
		[
			'of those at once',
			{ ...spread, pacing: 'atOnce' },
			120,
			"LinkedIn's hourly message limit leaves 1 of 2 messages now. Send the others after ",
		],
	])('waits for nothing, and says what the hour %s leaves', async (_what, parameters, seconds, notice) => {
		leaveOne(seconds);
		await send({ recipients: CLEO });
		const startedAt = Date.now();
		const options = { ...(parameters.options as object), validateOnly: 'withoutCalls' };
		const { outputs, error } = await send({ ...parameters, options });
		expect(error).toBeUndefined();
		expect(Date.now() - startedAt).toBeLessThan(5_000);
		const [{ json }] = outputs[0];
		expect(json).toMatchObject({ valid: true, steps: ['Send 2 messages, one per recipient'], calls: 2 });
		expect(json.notice).toContain(notice);
		expect(isAbout(json.retryAt, seconds)).toBe(true);
		expect(endpoints()).toEqual(['CREATE /v2/messages']);
	});

	it('does not wait for an even spread that would fit into Max Wait', async () => {
		leaveOne(20);
		await send({ recipients: CLEO });
		const startedAt = Date.now();
		const options = { maxWait: 30, validateOnly: 'withoutCalls' };
		const { outputs } = await send({ ...spread, options });
		expect(Date.now() - startedAt).toBeLessThan(5_000);
		expect(outputs[0][0].json).not.toHaveProperty('retryAt');
		expect(endpoints()).toEqual(['CREATE /v2/messages']);
	});
});
