import { startAtNow } from '../wire';
import { ACCOUNT, adsClient, FOREIGN, restli, VIEWED } from './wire';
import type { Simulator } from '../index';

/** Checked against docs.adAccounts. */

let simulator: Simulator;
let ads: ReturnType<typeof adsClient>;
beforeEach(async () => {
	simulator = await startAtNow();
	ads = adsClient(simulator);
});
afterEach(async () => simulator.close());

const create = (body: unknown) => ads({ method: 'POST', path: '/rest/adAccounts', body });
const patch = (id: string, set: unknown) =>
	ads({
		method: 'POST',
		path: `/rest/adAccounts/${id}`,
		headers: restli('PARTIAL_UPDATE'),
		body: { patch: { $set: set } },
	});
const ids = async (query: string) => {
	const { json, status } = await ads({ path: `/rest/adAccounts?q=search${query}` });
	return status === 200 ? json.elements.map(({ id }: { id: number }) => String(id)) : [status, json.code];
};

describe('ad accounts', () => {
	it('are read by number, with a role', async () => {
		expect((await ads({ path: `/rest/adAccounts/${ACCOUNT}` })).json).toMatchObject({
			id: 507404993,
			name: 'Acme Ads',
			currency: 'USD',
			reference: 'urn:li:organization:2414183',
			status: 'ACTIVE',
			type: 'BUSINESS',
			test: false,
			version: { versionTag: '1' },
		});
		expect((await ads({ path: `/rest/adAccounts/${FOREIGN}` })).status).toBe(403);
		expect((await ads({ path: '/rest/adAccounts/1' })).status).toBe(404);
		expect((await ads({ path: `/rest/adAccounts/urn%3Ali%3AsponsoredAccount%3A${ACCOUNT}` })).status).toBe(
			400,
		);
		expect((await ads({ path: `/rest/adAccounts?ids=List(${ACCOUNT})` })).status).toBe(403);
	});

	it.each([
		['', ['500000007', ACCOUNT, VIEWED]],
		['&search=(test:false)', [ACCOUNT, VIEWED]],
		['&search=(name:(values:List(Acme%20Ads)))', [ACCOUNT]],
		['&search=(id:(values:List(507404993)))', [ACCOUNT]],
		['&search=(reference:(values:List(urn%3Ali%3Aorganization%3A5583111)))', [VIEWED]],
		['&search=(status:(values:List(DRAFT)),type:(values:List(BUSINESS)))', []],
		['&search=(currency:(values:List(USD)))', [400, 'ILLEGAL_ARGUMENT']],
		['&start=0', [403, 'ACCESS_DENIED']],
		['&pageSize=1001', [400, 'FIELD_VALUE_TOO_HIGH']],
		['&sortOrder=DESCENDING&pageSize=1', [VIEWED]],
	])('are searched by %s', async (query, expected) => {
		expect(await ids(query)).toEqual(expected);
	});

	it('are paged by a token that holds for its own query and for a while', async () => {
		simulator.state.adsCursorMs = 1000;
		const first = await ads({ path: '/rest/adAccounts?q=search&pageSize=2' });
		const token = first.json.metadata.nextPageToken;
		const next = (query: string) => ads({ path: `/rest/adAccounts?q=search${query}&pageToken=${token}` });
		const second = await next('&pageSize=2');
		expect(second.json.elements).toHaveLength(1);
		expect(second.json.metadata.nextPageToken).toBeNull();
		expect((await next('&pageSize=3')).status).toBe(400);
		simulator.clock.advance(1001);
		expect((await next('&pageSize=2')).status).toBe(400);
	});

	it('are created with an id in the header, a default group and the creator as billing admin', async () => {
		const made = await create({ name: 'New', currency: 'EUR', type: 'BUSINESS' });
		expect([made.status, made.text]).toEqual([201, '']);
		const id = String(made.headers['x-restli-id']);
		expect(made.headers['x-linkedin-id']).toBe(id);
		expect((await ads({ path: `/rest/adAccounts/${id}` })).json).toMatchObject({
			currency: 'EUR',
			name: 'New',
		});
		expect(simulator.state.ads.accounts.rolesOn(id)).toEqual([['ada', 'ACCOUNT_BILLING_ADMIN']]);
		expect(simulator.state.ads.groups.of(id)).toMatchObject([{ backfilled: true }]);
	});

	it.each<[string, unknown, string]>([
		['without name', { type: 'BUSINESS' }, 'MISSING_FIELD'],
		['with a blank name', { type: 'BUSINESS', name: ' ' }, 'BLANK_ACCOUNT_NAME'],
		['in an unknown currency', { type: 'BUSINESS', name: 'A', currency: 'XXX' }, 'CURRENCY_NOT_SUPPORTED'],
		[
			'as a test of an enterprise',
			{ type: 'ENTERPRISE', name: 'A', test: true },
			'CONDITIONAL_INVALID_VALUE',
		],
		['with two faults', { currency: 'USD' }, 'MULTIPLE_VALIDATIONS_FAILED'],
		['with a member of no account', { type: 'BUSINESS', name: 'A', budget: 1 }, 'FIELD_NOT_ALLOWED'],
	])('are not created %s', async (_what, body, code) => {
		const { status, json } = await create(body);
		expect([status, json.code]).toEqual([400, code]);
		expect(json.errorDetails.inputErrors[0].input.inputPath.fieldPath).toMatch(/^\//);
	});

	it('are one test account an app', async () => {
		const test = { name: 'T', type: 'BUSINESS', test: true };
		expect((await create(test)).status).toBe(201);
		expect((await create(test)).json.code).toBe('TEST_ACCOUNT_LIMIT_REACHED');
	});

	it('change, as far as role and rules allow', async () => {
		expect((await patch(ACCOUNT, { name: 'Renamed' })).status).toBe(204);
		expect((await ads({ path: `/rest/adAccounts/${ACCOUNT}` })).json).toMatchObject({
			name: 'Renamed',
			version: { versionTag: '2' },
		});
		expect((await patch(VIEWED, { name: 'No' })).status).toBe(403);
		expect((await patch(ACCOUNT, { test: true })).json.code).toBe('FIELD_NOT_EDITABLE');
		simulator.state.ads.addCampaign(ACCOUNT);
		const moved = await patch(ACCOUNT, { reference: 'urn:li:organization:5583111' });
		expect(moved.json.code).toBe('UPDATE_REFERENCE_NOT_ALLOWED');
	});

	it('are deleted as drafts only', async () => {
		const remove = (id: string) => ads({ method: 'DELETE', path: `/rest/adAccounts/${id}` });
		expect((await remove(ACCOUNT)).json.code).toBe('DELETE_NOT_ALLOWED');
		const made = await create({ name: 'Draft', type: 'BUSINESS', status: 'DRAFT' });
		const id = String(made.headers['x-restli-id']);
		expect((await remove(id)).status).toBe(204);
		expect((await ads({ path: `/rest/adAccounts/${id}` })).status).toBe(404);
	});

	it('of the Development tier are written only where they are mapped', async () => {
		const app = simulator.state.apps.get('ads-app')!;
		app.tier = 'development';
		expect((await patch(ACCOUNT, { name: 'No' })).status).toBe(403);
		expect((await ads({ path: `/rest/adAccounts/${ACCOUNT}` })).status).toBe(200);
		app.mappedAccounts = [ACCOUNT];
		expect((await patch(ACCOUNT, { name: 'Yes' })).status).toBe(204);
		expect((await create({ name: 'Real', type: 'BUSINESS' })).status).toBe(403);
		app.mappedAccounts = ['1', '2', '3', '4', '5', ACCOUNT];
		expect((await patch(ACCOUNT, { name: 'The sixth' })).status).toBe(403);
	});
});
