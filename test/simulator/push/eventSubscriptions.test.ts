import { ACME, ALL_SCOPES, enc, GLOBEX, send, startAtNow, tokenOf } from '../wire';
import type { Simulator } from '../index';
import type { WireAnswer } from '../wire';
import type { PushSettings } from './settings';

/** /rest/eventSubscriptions (docs.notifications). */

const APP = 'partner-app';
const WEBHOOK = 'https://www.example.com/callback';
const OTHER = 'https://www.example.com/other';
const TYPE = 'ORGANIZATION_SOCIAL_ACTION_NOTIFICATIONS';
const DAY_MS = 24 * 60 * 60 * 1000;

let simulator: Simulator;
let token: string;
let key: Record<string, string>;
beforeEach(async () => {
	simulator = await startAtNow();
	token = tokenOf(simulator, 'ada', ALL_SCOPES, APP);
	for (const url of [WEBHOOK, OTHER]) {
		simulator.state.webhooks.addresses.passed(APP, url, simulator.clock.now());
	}
	key = {
		developerApplication: `urn:li:developerApplication:${simulator.state.apps.get(APP)?.applicationId}`,
		user: simulator.state.member('ada').urn,
		entity: ACME,
		eventType: TYPE,
	};
});
afterEach(async () => simulator.close());

const PATH = '/rest/eventSubscriptions';
const at = (members: Record<string, string> = key) =>
	`${PATH}/(${Object.entries(members)
		.map(([name, value]) => `${name}:${enc(value)}`)
		.join(',')})`;
const put = async (body: unknown = { webhook: WEBHOOK }, path = at(), as = token): Promise<WireAnswer> =>
	await send(simulator, { method: 'PUT', path, body, token: as });
const get = async (path = at()) => await send(simulator, { path, token });
const remove = async () => await send(simulator, { method: 'DELETE', path: at(), token });
const find = async (query = `&eventType=${TYPE}`, as = token) =>
	await send(simulator, { path: `${PATH}?q=subscriberAndEventType${query}`, token: as });
const whole = (more = {}) => ({ ...key, webhook: WEBHOOK, expiresAt: expect.any(Number), ...more });

it.each([200, 201, 204] as const)('a PUT answers %s, and the subscription is there', async (status) => {
	simulator.state.eventSubscriptionPutStatus = status;
	const made = await put();
	expect([made.status, made.text]).toEqual([status, '']);
	const read = await get();
	expect([read.status, read.json]).toEqual([200, whole()]);
	expect((await find()).json).toMatchObject({ elements: [read.json], paging: { total: 1 } });
});

it('another PUT replaces the address, and lasts from then on', async () => {
	await put();
	const { expiresAt } = (await get()).json;
	simulator.clock.advance(DAY_MS);
	await put({ webhook: OTHER });
	const { json } = await get();
	expect(json).toEqual(whole({ webhook: OTHER }));
	expect(json.expiresAt - expiresAt).toBeGreaterThanOrEqual(DAY_MS);
	expect((await find()).json.elements).toHaveLength(1);
});

it.each<[string, () => unknown, number]>([
	['deleted', remove, 404],
	['expired', () => simulator.clock.advance(DAY_MS + 1), 404],
	[
		'of a member who lost the role',
		() => simulator.state.setRole('ada', ACME, 'ADMINISTRATOR', 'REVOKED'),
		404,
	],
	[
		'of a member who revoked the grant, and gave it again',
		async () => {
			simulator.state.tokens.revokeAll(APP, 'ada');
			await simulator.pusher.run();
			token = tokenOf(simulator, 'ada', ALL_SCOPES, APP);
		},
		404,
	],
	['that nothing happened to', () => simulator.pusher.run(), 200],
])('one %s', async (_what, happens, status) => {
	simulator.state.eventSubscriptionMs = DAY_MS;
	await put();
	await happens();
	expect([(await get()).status, (await find()).json.elements.length]).toEqual([
		status,
		status === 200 ? 1 : 0,
	]);
	expect((await remove()).status).toBe(status === 200 ? 204 : 404);
});

it('finds only what belongs to the member and the app', async () => {
	await put();
	simulator.state.setRole('bob', ACME, 'ADMINISTRATOR');
	const others = [
		tokenOf(simulator, 'bob', ALL_SCOPES, APP),
		tokenOf(simulator, 'ada', ALL_SCOPES, 'suite-app'),
	];
	for (const other of others) expect((await find(undefined, other)).json.elements).toEqual([]);
});

it.each([
	['without eventType', '', "Parameter 'eventType' is required"],
	[
		'for an unknown type',
		'&eventType=SHARE_STATISTICS',
		/^Event \[SHARE_STATISTICS\] is not supported\. Following events are supported \[LIVE_VIDEO_COMM.*ORGANIZATION_SOCIAL_ACTION_NOTIFICATIONS\]$/,
	],
])('the finder is refused %s', async (_what, query, message) => {
	const { status, json } = await find(query);
	expect([status, json.message]).toEqual([400, expect.stringMatching(message)]);
});

it('even an app of the Development tier may look', async () => {
	simulator.state.apps.get(APP)!.tier = 'development';
	expect((await find()).status).toBe(200);
});

const without = (name: string) =>
	Object.fromEntries(Object.entries(key).filter(([member]) => member !== name));
const asOther = (scopes: string[], member = 'ada', app = APP) => tokenOf(simulator, member, scopes, app);

it.each<[string, () => Promise<WireAnswer>, number]>([
	['for another member', () => put(undefined, at({ ...key, user: simulator.state.member('bob').urn })), 403],
	[
		'for another app',
		() => put(undefined, at({ ...key, developerApplication: 'urn:li:developerApplication:1' })),
		403,
	],
	[
		'with the client id for the application',
		() => put(undefined, at({ ...key, developerApplication: APP })),
		400,
	],
	['for a page without the role', () => put(undefined, at({ ...key, entity: GLOBEX })), 403],
	['for a bare page id', () => put(undefined, at({ ...key, entity: '2414183' })), 400],
	['for an unknown type', () => put(undefined, at({ ...key, eventType: 'LIKES' })), 400],
	...['developerApplication', 'user', 'entity', 'eventType'].map(
		(name): [string, () => Promise<WireAnswer>, number] => [
			`without ${name}`,
			() => put(undefined, at(without(name))),
			400,
		],
	),
	['with more in the key', () => put(undefined, at({ ...key, app: 'x' })), 400],
	['without the scope', () => put(undefined, at(), asOther(['r_organization_admin'])), 403],
	[
		'by an app whose webhooks LinkedIn did not approve',
		() => put(undefined, keyOfSuite(), asOther(ALL_SCOPES, 'ada', 'suite-app')),
		403,
	],
	['without a webhook', () => put({}), 400],
	['with more in the body', () => put({ webhook: WEBHOOK, eventType: TYPE }), 403],
	['for plain HTTP', () => put({ webhook: 'http://www.example.com/callback' }), 400],
	['for http on this machine, unless tests allow it', () => put({ webhook: 'http://127.0.0.1:1/' }), 400],
	[
		'by a POST',
		() => send(simulator, { method: 'POST', path: PATH, body: { webhook: WEBHOOK }, token }),
		405,
	],
])('is refused %s', async (_what, call, status) => {
	expect((await call()).status).toBe(status);
	expect(simulator.state.webhooks.subscriptions.all()).toEqual([]);
});

const keyOfSuite = () =>
	at({
		...key,
		developerApplication: `urn:li:developerApplication:${simulator.state.apps.get('suite-app')?.applicationId}`,
	});

describe.each<[string, () => string]>([
	['that is not registered', () => 'https://www.example.com/new'],
	[
		'that is blocked',
		() => {
			const address = simulator.portal.addresses.find(({ url }) => url === WEBHOOK)!;
			address.state = 'BLOCKED';
			return WEBHOOK;
		},
	],
])('for an address %s', (_what, address) => {
	it.each<[PushSettings['webhookRefusal'], number, RegExp]>([
		['argument', 400, /ILLEGAL_ARGUMENT.*not validated/],
		['field', 400, /INVALID_VALUE_FOR_FIELD.*\/webhook/],
		['forbidden', 403, /webhook URL/],
		['missing', 404, /not found/],
		['unprocessable', 422, /security challenge check/],
	])('it is refused in the form %s', async (form, status, says) => {
		simulator.state.webhookRefusal = form;
		const reply = await put({ webhook: address() });
		expect([reply.status, reply.text]).toEqual([status, expect.stringMatching(says)]);
		expect((await get()).status).toBe(404);
	});
});
