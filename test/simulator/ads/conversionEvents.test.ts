import { NOW, startAtNow } from '../wire';
import { ACCOUNT_URN, adsClient, FOREIGN, restli, VIEWED } from './wire';
import type { Simulator } from '../index';

/** Checked against docs.conversionEvents. */

let simulator: Simulator;
let ads: ReturnType<typeof adsClient>;
let conversion: string;
beforeEach(async () => {
	simulator = await startAtNow();
	ads = adsClient(simulator);
	conversion = ruleOf(ACCOUNT_URN);
});
afterEach(async () => simulator.close());

const ruleOf = (account: string) =>
	`urn:lla:llaPartnerConversion:${simulator.state.ads.conversions.add({ account }).id}`;
const HASH = 'bad8677b6c86f5d308ee82786c183482a5995f066694246c58c4df37b0cc41f1';
const DAY_MS = 86_400_000;

const event = (more: Record<string, unknown> = {}) => ({
	conversion,
	conversionHappenedAt: NOW - 1000,
	conversionValue: { currencyCode: 'USD', amount: '1500.0' },
	eventId: 'abc12345',
	user: { userIds: [{ idType: 'SHA256_EMAIL', idValue: HASH }] },
	...more,
});
const user = (one: Record<string, unknown>) => event({ user: one });
const send = async (body: unknown) => ads({ method: 'POST', path: '/rest/conversionEvents', body });
const sendMany = async (elements: unknown[]) =>
	ads({
		method: 'POST',
		path: '/rest/conversionEvents',
		headers: restli('BATCH_CREATE'),
		body: { elements },
	});
const received = () => simulator.state.ads.conversions.events;

describe('conversion events', () => {
	it.each<[string, () => unknown]>([
		['whole', event],
		[
			'with a hash that is none',
			() => user({ userIds: [{ idType: 'SHA256_EMAIL', idValue: 'not a hash' }] }),
		],
		['by names alone', () => user({ userIds: [], userInfo: { firstName: 'mike', lastName: 'smith' } })],
		['by external id alone', () => user({ userIds: [], externalIds: ['crm-1'] })],
		['by lead alone', () => user({ userIds: [], lead: 'urn:li:leadGenFormResponse:1-6' })],
		['without value', () => event({ conversionValue: undefined, eventId: undefined })],
		['90 days old', () => event({ conversionHappenedAt: NOW - 90 * DAY_MS + 60_000 })],
	])('are taken %s, with an empty answer', async (_what, body) => {
		const reply = await send(body());
		expect([reply.status, reply.text, received().length]).toEqual([201, '', 1]);
	});

	it('are kept as they came', async () => {
		await send(event());
		expect(received()).toEqual([{ ...event(), app: 'ads-app', receivedAt: expect.any(Number) }]);
	});

	it.each<[string, () => unknown, number, RegExp]>([
		['without conversion', () => event({ conversion: undefined }), 400, /\/conversion :: field is required/],
		[
			'with a URN of another kind',
			() => event({ conversion: 'urn:li:conversion:1' }),
			400,
			/not a conversion URN/,
		],
		['without user', () => event({ user: undefined }), 400, /\/user :: field is required/],
		['without userIds', () => user({}), 400, /\/user\/userIds :: field is required/],
		['with nobody', () => user({ userIds: [] }), 400, /needs one of userIds/],
		[
			'with one name',
			() => user({ userIds: [], userInfo: { firstName: 'mike' } }),
			400,
			/firstName and lastName/,
		],
		[
			'with an unknown id type',
			() => user({ userIds: [{ idType: 'AXCIOM_ID', idValue: 'a' }] }),
			400,
			/not an enum symbol/,
		],
		['with two external ids', () => user({ userIds: [], externalIds: ['a', 'b'] }), 400, /list of one/],
		['of 91 days ago', () => event({ conversionHappenedAt: NOW - 91 * DAY_MS }), 400, /last 90 days/],
		['with a time as text', () => event({ conversionHappenedAt: '1' }), 422, /not a Long/],
		[
			'with an amount as number',
			() => event({ conversionValue: { currencyCode: 'USD', amount: 5 } }),
			422,
			/5 is not a String/,
		],
		['with a member of no event', () => event({ value: 1 }), 400, /unrecognized field/],
		[
			'of a foreign rule',
			() => event({ conversion: ruleOf(`urn:li:sponsoredAccount:${FOREIGN}`) }),
			403,
			/^No ad/,
		],
		['of a viewer', () => event({ conversion: ruleOf(`urn:li:sponsoredAccount:${VIEWED}`) }), 403, /^No ad/],
		[
			'of no rule',
			() => event({ conversion: 'urn:lla:llaPartnerConversion:1' }),
			403,
			/^No ad accounts found$/,
		],
	])('are refused %s', async (_what, body, status, message) => {
		const reply = await send(body());
		expect([reply.status, received().length]).toEqual([status, 0]);
		expect(reply.json.message).toMatch(message);
	});

	it('name every fault, a line each', async () => {
		const { json } = await send({ conversion, user: { userIds: [] } });
		expect(json.message.split('\n')).toHaveLength(2);
	});

	it('know SHA256_IP_ADDRESS since 202607, and the others in all versions that live', async () => {
		const sendIn = async (version: string, idType: string) =>
			(
				await ads({
					method: 'POST',
					path: '/rest/conversionEvents',
					body: user({ userIds: [{ idType, idValue: 'a' }] }),
					headers: { 'linkedin-version': version },
				})
			).status;
		expect([
			await sendIn('202606', 'SHA256_IP_ADDRESS'),
			await sendIn('202607', 'SHA256_IP_ADDRESS'),
			await sendIn('202601', 'GOOGLE_AID'),
			await sendIn('202601', 'PLAINTEXT_IP_ADDRESS'),
		]).toEqual([400, 201, 201, 201]);
	});
});

describe('batches of conversion events', () => {
	it('are taken up to 5,000', async () => {
		const many = Array.from({ length: 5000 }, () => event());
		const reply = await sendMany(many);
		expect(reply.status).toBe(200);
		expect(reply.json.elements).toHaveLength(5000);
		expect(reply.json.elements[0]).toEqual({ status: 201 });
		expect((await sendMany([...many, event()])).status).toBe(400);
		expect(received()).toHaveLength(5000);
	});

	it.each<[string, () => unknown, number]>([
		['a fault', () => event({ user: {} }), 400],
		['a value of another type', () => event({ conversionValue: { currencyCode: 'USD', amount: 1 } }), 422],
		['a rule of nobody', () => event({ conversion: 'urn:lla:llaPartnerConversion:1' }), 403],
	])('fail as a whole for %s', async (_what, bad, status) => {
		expect((await sendMany([event(), bad(), event()])).status).toBe(status);
		expect(received()).toEqual([]);
	});

	it('may answer for each event by itself', async () => {
		simulator.state.conversionEventAnswers = 'perElement';
		const { status, json } = await sendMany([event(), event({ user: {} })]);
		expect(status).toBe(200);
		expect(json.elements).toEqual([
			{ status: 201 },
			{ status: 400, error: { status: 400, message: expect.stringContaining('/user/userIds') } },
		]);
		expect(received()).toHaveLength(1);
	});

	it('are 600 a minute of one token', async () => {
		simulator.state.ads.conversions.perMinute.most = 2;
		expect((await send(event())).status).toBe(201);
		expect((await sendMany([event()])).status).toBe(200);
		expect((await send(event())).status).toBe(429);
		simulator.clock.advance(60_001);
		expect((await send(event())).status).toBe(201);
	});

	it('take the scope', async () => {
		const other = adsClient(simulator, 'ada', ['rw_ads']);
		const reply = await other({ method: 'POST', path: '/rest/conversionEvents', body: event() });
		expect(reply.status).toBe(403);
	});
});
