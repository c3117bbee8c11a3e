import type { ServerResponse } from 'node:http';
import { challengeResponse, pushSignature } from '../index';
import { startAtNow } from '../wire';
import { startReceiver, type Receiver } from './receiver';
import type { Simulator } from '../index';

/** Challenges (docs.notifications). */

const HOUR_MS = 60 * 60 * 1000;
const APP = 'partner-app';

let simulator: Simulator;
let receiver: Receiver;
beforeEach(async () => {
	simulator = await startAtNow();
	simulator.state.plainWebhooks = true;
	receiver = await startReceiver('partner-secret');
});
afterEach(async () => {
	await receiver.close();
	await simulator.close();
});

const register = async (url = receiver.url) => await simulator.portal.register(url, APP);
const json =
	(status: number, body: unknown, type = 'application/json') =>
	(response: ServerResponse) =>
		void response.writeHead(status, { 'content-type': type }).end(JSON.stringify(body));

it('signs as the documentation says', () => {
	// By openssl: printf %s TEXT | openssl dgst -sha256 -hmac secret
	const code = '890e4665-4dfe-4ab1-b689-ed553bceeed0';
	expect(challengeResponse('secret', code)).toBe(
		'9585d359e64d6a2013e0cf377f702b7141313246286c6891f22e3bfcc3938f65',
	);
	expect(pushSignature('secret', '{"type":"LEAD_ACTION"}')).toBe(
		'199cd347ee4406d37777608449daf7b8ce4491b20b449026714d03937c9cfbe9',
	);
});

it('an address is registered once it passes the challenge', async () => {
	expect(await register()).toEqual({ isValidated: true });
	expect([...receiver.challenges[0]]).toEqual([['challengeCode', expect.stringMatching(/^[0-9a-f-]{36}$/)]]);
	expect(simulator.portal.addresses).toEqual([
		expect.objectContaining({ url: receiver.url, app: APP, state: 'VALIDATED', failures: 0 }),
	]);
	simulator.portal.remove(receiver.url);
	expect(simulator.portal.addresses).toEqual([]);
});

it('a challenge keeps the query of the address, and names the application where there are child apps', async () => {
	simulator.state.challengeNamesApplication = true;
	await register(`${receiver.url}?a=b`);
	expect(Object.fromEntries(receiver.challenges[0])).toEqual({
		a: 'b',
		challengeCode: expect.any(String),
		applicationId: simulator.state.apps.get(APP)?.applicationId,
	});
});

it.each<[string, (response: ServerResponse, code: string) => void]>([
	['with an error', json(500, {})],
	['with 201', (response, code) => json(201, answerTo(code))(response)],
	['as a page', (response, code) => json(200, answerTo(code), 'text/html')(response)],
	[
		'without JSON',
		(response) => void response.writeHead(200, { 'content-type': 'application/json' }).end('ok'),
	],
	['with another code', (response, code) => json(200, { ...answerTo(code), challengeCode: 'x' })(response)],
	['signed with another secret', (response, code) => json(200, answerTo(code, 'other'))(response)],
	['in capitals', (response, code) => json(200, upper(answerTo(code)))(response)],
	['with a redirect', (response) => void response.writeHead(302, { location: receiver.url }).end()],
	['too late', () => undefined],
	['by hanging up', (response) => void response.socket?.destroy()],
])('an address that answers %s is not registered', async (_how, answer) => {
	simulator.state.webhookTimeoutMs = 200;
	receiver.spoil = ({ url }, response) => {
		answer(response, String(new URL(String(url), receiver.url).searchParams.get('challengeCode')));
		return true;
	};
	expect(await register()).toEqual({
		isValidated: false,
		failure: expect.stringMatching(/^This URL did not pass the security challenge check: ./),
	});
	expect(simulator.portal.addresses).toEqual([]);
});

const answerTo = (challengeCode: string, secret = 'partner-secret') => ({
	challengeCode,
	challengeResponse: challengeResponse(secret, challengeCode),
});
const upper = ({ challengeResponse: response, ...rest }: ReturnType<typeof answerTo>) => ({
	...rest,
	challengeResponse: response.toUpperCase(),
});

it.each([
	['http elsewhere', 'http://example.com/hook', APP],
	['http here, unless tests allow it', 'http://127.0.0.1:1/hook', APP, false],
	['ngrok', 'https://a.ngrok-free.app/hook', APP],
	['no address', 'hook', APP],
	['an app without webhooks', 'https://example.com/hook', 'suite-app'],
])('%s is refused', async (_what, url, app, plain = true) => {
	simulator.state.plainWebhooks = plain;
	await expect(simulator.portal.register(url, app)).rejects.toThrow(/webhooks/);
});

describe('an address that is registered', () => {
	const states = () => simulator.portal.addresses.map(({ state, failures }) => [state, failures]);

	it('is validated every two hours', async () => {
		await register();
		for (const [hours, challenges] of [
			[1.9, 1],
			[0.2, 2],
			[1, 2],
			[1, 3],
		]) {
			simulator.clock.advance(hours * HOUR_MS);
			await simulator.pusher.run();
			expect(receiver.challenges).toHaveLength(challenges);
		}
	});

	it('is blocked after three failures in a row, and validated by hand', async () => {
		await register();
		let isDown = true;
		receiver.spoil = (_request, response) => {
			if (isDown) response.writeHead(500).end();
			return isDown;
		};
		await simulator.portal.revalidate();
		await simulator.portal.revalidate(receiver.url);
		expect(states()).toEqual([['VALIDATED', 2]]);
		isDown = false;
		await simulator.portal.revalidate();
		expect(states()).toEqual([['VALIDATED', 0]]);
		isDown = true;
		for (let time = 0; time < 4; time += 1) await simulator.portal.revalidate();
		expect([states(), receiver.challenges.length]).toEqual([[['BLOCKED', 3]], 7]);
		isDown = false;
		simulator.clock.advance(3 * HOUR_MS);
		await simulator.pusher.run();
		expect(states()).toEqual([['BLOCKED', 3]]);
		await register();
		expect(states()).toEqual([['VALIDATED', 0]]);
	});
});
