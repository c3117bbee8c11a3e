import { ACME, enc, send, startAtNow, tokenOf } from './wire';
import type { Simulator } from './index';
import type { WireAnswer } from './wire';

let simulator: Simulator;
beforeAll(async () => {
	simulator = await startAtNow();
});
afterAll(async () => simulator.close());

const get = async (path: string, member = 'ada', headers = {}): Promise<WireAnswer> =>
	send(simulator, { path, token: tokenOf(simulator, member), headers });

describe('organizationAcls', () => {
	const roles = (reply: WireAnswer) =>
		reply.json.elements.map((one: Record<string, string>) => [
			one.organization.split(':')[3],
			one.role,
			one.state,
		]);

	it("lists the caller's roles in every state, unless one is asked for", async () => {
		const all = await get('/rest/organizationAcls?q=roleAssignee');
		expect(roles(all)).toEqual([
			['2414183', 'ADMINISTRATOR', 'APPROVED'],
			['5583111', 'CONTENT_ADMINISTRATOR', 'APPROVED'],
			['9999001', 'ADMINISTRATOR', 'REVOKED'],
		]);
		expect(all.json.paging).toEqual({ start: 0, count: 10, links: [], total: 3 });
		const some = await get('/rest/organizationAcls?q=roleAssignee&role=ADMINISTRATOR&state=APPROVED');
		expect(roles(some)).toEqual([['2414183', 'ADMINISTRATOR', 'APPROVED']]);
		expect(roles(await get('/rest/organizationAcls?q=roleAssignee', 'bob'))).toEqual([]);
	});

	it.each([
		['an unknown role', '?q=roleAssignee&role=BOSS', {}, 400],
		['an unknown state', '?q=roleAssignee&state=NEW', {}, 400],
		['protocol 1.0.0', '?q=roleAssignee', { 'x-restli-protocol-version': undefined }, 400],
		['a bare id', '?q=organization&organization=2414183', {}, 400],
		['the old parameter name', `?q=organization&organizationalTarget=${enc(ACME)}`, {}, 403],
		[
			'a page one does not administer',
			`?q=organization&organization=${enc('urn:li:organization:5583111')}`,
			{},
			403,
		],
	])('refuses %s', async (_what, query, headers, status) => {
		expect((await get(`/rest/organizationAcls${query}`, 'ada', headers)).status).toBe(status);
	});

	it('lists who has a role on a page to its administrator', async () => {
		const reply = await get(`/rest/organizationAcls?q=organization&organization=${enc(ACME)}`);
		expect(reply.json.elements).toEqual([
			{
				role: 'ADMINISTRATOR',
				state: 'APPROVED',
				roleAssignee: simulator.state.member('ada').urn,
				organization: ACME,
			},
		]);
	});
});

describe('organizations', () => {
	it('shows a page to its administrator, and to others only in the lookup', async () => {
		expect((await get('/rest/organizations/2414183')).json).toMatchObject({
			id: 2414183,
			localizedName: 'Acme Corp',
			vanityName: 'acme-corp',
			$URN: ACME,
		});
		const refused = await get('/rest/organizations/5583111');
		expect([refused.status, refused.json.message]).toEqual([
			403,
			"Viewer don't have permission to the ADMIN_ONLY VisibilityReduction for urn:li:organization:5583111",
		]);
		const lookup = await get('/rest/organizationsLookup?ids=List(5583111,1)', 'bob');
		expect(lookup.json).toMatchObject({
			results: { 5583111: { localizedName: 'Globex & Söhne (Labs)' } },
			statuses: { 5583111: 200, 1: 404 },
			errors: { 1: { status: 404 } },
		});
	});

	it('answers batches with a status for each', async () => {
		const { json } = await get('/rest/organizations?ids=List(2414183,5583111,1)');
		expect(json.statuses).toEqual({ 2414183: 200, 5583111: 403, 1: 404 });
	});

	it('finds a page by vanity name for everybody', async () => {
		const { json } = await get('/rest/organizations?q=vanityName&vanityName=globex-labs', 'bob');
		expect(json.elements).toEqual([expect.objectContaining({ id: 5583111 })]);
		expect(json.elements[0]).not.toHaveProperty('versionTag');
	});

	it.each([
		['a URN for the number', `/rest/organizations/${enc(ACME)}`, 400],
		['a page that is not there', '/rest/organizations/1', 404],
		['the list of all', '/rest/organizations', 405],
		['a finder without its parameter', '/rest/organizations?q=vanityName', 400],
	])('refuses %s', async (_what, path, status) => {
		expect((await get(path)).status).toBe(status);
	});
});
