import { enc, startAtNow } from '../wire';
import { ACCOUNT, ACCOUNT_URN, adsClient, FOREIGN, restli, VIEWED } from './wire';
import type { Simulator } from '../index';

/** Checked against docs.adAccountUsers. */

let simulator: Simulator;
let ada: ReturnType<typeof adsClient>;
let bob: ReturnType<typeof adsClient>;
beforeEach(async () => {
	simulator = await startAtNow();
	[ada, bob] = [adsClient(simulator), adsClient(simulator, 'bob')];
});
afterEach(async () => simulator.close());

const USERS = '/rest/adAccountUsers';
const urn = (member: string) => simulator.state.member(member).urn;
const key = (member: string, account = ACCOUNT) =>
	`${USERS}/(account:${enc(`urn:li:sponsoredAccount:${account}`)},user:${enc(urn(member))})`;
const put = (member: string, more = {}) =>
	ada({
		method: 'PUT',
		path: key(member),
		body: { account: ACCOUNT_URN, role: 'VIEWER', user: urn(member), ...more },
	});
const patch = (member: string, set: object, account = ACCOUNT) =>
	ada({
		method: 'POST',
		path: key(member, account),
		headers: restli('PARTIAL_UPDATE'),
		body: { patch: { $set: set } },
	});
const remove = (member: string, account = ACCOUNT) => ada({ method: 'DELETE', path: key(member, account) });
const roles = () => Object.fromEntries(simulator.state.ads.accounts.rolesOn(ACCOUNT));

describe('ad account users', () => {
	it('are listed for the member of the token, page by page', async () => {
		const { json } = await ada({ path: `${USERS}?q=authenticatedUser` });
		expect(json.elements.map((one: Record<string, string>) => [one.account, one.role, one.user])).toEqual([
			['urn:li:sponsoredAccount:500000007', 'ACCOUNT_MANAGER', urn('ada')],
			[ACCOUNT_URN, 'ACCOUNT_BILLING_ADMIN', urn('ada')],
			[`urn:li:sponsoredAccount:${VIEWED}`, 'VIEWER', urn('ada')],
		]);
		expect(json.paging).toEqual({ start: 0, count: 10, links: [], total: 3 });
		const page = await ada({ path: `${USERS}?q=authenticatedUser&start=2&count=2&fields=role,account` });
		expect(page.json).toMatchObject({
			elements: [{ role: 'VIEWER', account: `urn:li:sponsoredAccount:${VIEWED}` }],
			paging: { start: 2, count: 2, total: 3 },
		});
		simulator.state.adAccountUsersUnpaged = true;
		const whole = await ada({ path: `${USERS}?q=authenticatedUser` });
		expect(whole.json.paging.count).toBe(2147483647);
	});

	it('are listed for one account; who does not manage it sees himself', async () => {
		const of = (account: string) =>
			`${USERS}?q=accounts&accounts=${enc(`urn:li:sponsoredAccount:${account}`)}`;
		const seen = async (client: typeof ada, account: string) =>
			(await client({ path: of(account) })).json.elements.map(({ user }: { user: string }) => user);
		simulator.state.ads.accounts.setRole(ACCOUNT, 'bob', 'CAMPAIGN_MANAGER');
		simulator.state.ads.accounts.setRole(VIEWED, 'bob', 'ACCOUNT_MANAGER');
		expect(await seen(ada, ACCOUNT)).toEqual([urn('ada'), urn('bob')]);
		expect(await seen(bob, ACCOUNT)).toEqual([urn('bob')]);
		expect(await seen(ada, VIEWED)).toEqual([urn('ada')]);
		expect((await ada({ path: of(FOREIGN) })).json.code).toBe('NO_PERMISSION_ON_ENTITY');
		expect((await ada({ path: of('1') })).status).toBe(404);
	});

	it.each([
		['no account', '', 'MISSING_FIELD'],
		['a list', '&accounts=List(urn%3Ali%3AsponsoredAccount%3A507404993)', 'MULTIPLE_ACCOUNTS_UNSUPPORTED'],
		['a number', '&accounts=507404993', 'INVALID_VALUE_FOR_FIELD'],
	])('are not listed for %s', async (_what, query, code) => {
		const { json, status } = await ada({ path: `${USERS}?q=accounts${query}` });
		expect([status, json.code]).toEqual([400, code]);
	});

	it('are read one by one, by managers and by themselves', async () => {
		expect((await ada({ path: key('ada') })).json).toMatchObject({
			account: ACCOUNT_URN,
			role: 'ACCOUNT_BILLING_ADMIN',
			user: urn('ada'),
		});
		expect((await ada({ path: key('bob') })).status).toBe(404);
		simulator.state.ads.accounts.setRole(ACCOUNT, 'bob', 'VIEWER');
		expect((await bob({ path: key('bob') })).json.role).toBe('VIEWER');
		expect((await bob({ path: key('ada') })).status).toBe(403);
	});

	it('are added by PUT with either status, changed and removed', async () => {
		const added = await put('bob');
		expect([added.status, added.text]).toEqual([204, '']);
		simulator.state.adAccountUserPutStatus = 201;
		expect((await put('bob', { role: 'CREATIVE_MANAGER' })).status).toBe(201);
		expect(roles()).toEqual({ ada: 'ACCOUNT_BILLING_ADMIN', bob: 'CREATIVE_MANAGER' });
		expect((await patch('bob', { role: 'CAMPAIGN_MANAGER' })).status).toBe(204);
		expect(roles()).toMatchObject({ bob: 'CAMPAIGN_MANAGER' });
		expect((await remove('bob')).status).toBe(204);
		expect(roles()).toEqual({ ada: 'ACCOUNT_BILLING_ADMIN' });
		expect((await remove('bob')).status).toBe(404);
	});

	it.each<[string, object, string]>([
		[
			'for another account',
			{ account: 'urn:li:sponsoredAccount:1' },
			'ACCOUNT_ID_MISMATCH_IN_PARAM_AND_BODY',
		],
		['for another user', { user: 'urn:li:person:xyz' }, 'USER_MISMATCH_IN_PARAM_AND_BODY'],
		['without role', { role: undefined }, 'MISSING_FIELD'],
		['with an unknown role', { role: 'OWNER' }, 'INVALID_VALUE_FOR_FIELD'],
		['as a second billing admin', { role: 'ACCOUNT_BILLING_ADMIN' }, 'INVALID_VALUE_FOR_FIELD'],
		['with an e-mail address', { email: 'bob@example.com' }, 'FIELD_NOT_ALLOWED'],
	])('are not added %s', async (_what, more, code) => {
		const { json, status } = await put('bob', more);
		expect([status, json.code]).toEqual([400, code]);
		expect(roles()).toEqual({ ada: 'ACCOUNT_BILLING_ADMIN' });
	});

	it('exist, and have confirmed their address', async () => {
		const user = 'urn:li:person:nobody';
		const { json } = await ada({
			method: 'PUT',
			path: `${USERS}/(account:${enc(ACCOUNT_URN)},user:${enc(user)})`,
			body: { account: ACCOUNT_URN, role: 'VIEWER', user },
		});
		expect(json.code).toBe('FIELD_VALUE_DOES_NOT_EXIST');
		simulator.state.member('bob').hasUnconfirmedEmail = true;
		expect((await put('bob')).json.code).toBe('MEMBER_HAD_UNCONFIRMED_EMAIL');
	});

	it('are managed by managers with rw_ads, and the billing admin stays', async () => {
		expect((await remove('ada', VIEWED)).json.code).toBe('NO_PERMISSION_ON_ENTITY');
		expect((await patch('ada', { role: 'VIEWER' })).json.code).toBe('NO_PERMISSION_TO_UPDATE');
		expect((await remove('ada')).status).toBe(403);
		expect((await patch('ada', { account: ACCOUNT_URN }, '500000007')).status).toBe(400);
		const reader = adsClient(simulator, 'ada', ['r_ads']);
		expect((await reader({ method: 'DELETE', path: key('ada') })).json.code).toBe('ACCESS_DENIED');
	});

	it.each([
		['a single key', () => enc(ACCOUNT_URN)],
		['half a key', () => `(account:${enc(ACCOUNT_URN)})`],
		['a key of numbers', () => '(account:507404993,user:Ada782bbtaQ)'],
		['a key with = signs', () => `(account=${enc(ACCOUNT_URN)},user=${enc(urn('ada'))})`],
	])('are not found by %s', async (_what, path) => {
		expect((await ada({ path: `${USERS}/${path()}` })).status).toBe(400);
	});
});
