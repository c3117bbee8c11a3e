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
		['the child pages of no page', '/rest/organizations?q=parentOrganization', 400],
		['the child pages of a number', '/rest/organizations?q=parentOrganization&parent=2414183', 400],
	])('refuses %s', async (_what, path, status) => {
		expect((await get(path)).status).toBe(status);
	});
});

describe('full and reduced fields', () => {
	const FULL = {
		id: '7700001',
		name: 'Hooli',
		vanityName: 'hooli',
		website: 'https://hooli.example',
		description: 'Makes the world better.',
		industries: ['urn:li:industry:96'],
		specialties: ['Search'],
		staffCountRange: 'SIZE_501_TO_1000',
		foundedYear: 2008,
	};
	const REDUCED = ['id', 'localizedName', 'locations', 'name', 'primaryOrganizationType', 'vanityName'];
	const sorted = (entity: object) => Object.keys(entity).sort();
	beforeAll(() => {
		const { state } = simulator;
		state.addOrganization(FULL);
		state.addOrganization({
			id: '7700002',
			name: 'Nucleus',
			type: 'BRAND',
			parent: 'urn:li:organization:7700001',
		});
		state.setRole('bob', '7700001', 'ADMINISTRATOR');
		state.setRole('bob', '7700002', 'ADMINISTRATOR');
	});

	it('an administrator sees all of a page, by number and by vanity name', async () => {
		const { json } = await get('/rest/organizations/7700001', 'bob');
		expect(json).toMatchObject({
			localizedWebsite: 'https://hooli.example',
			localizedDescription: 'Makes the world better.',
			description: { localized: { en_US: 'Makes the world better.' } },
			industries: ['urn:li:industry:96'],
			localizedSpecialties: ['Search'],
			staffCountRange: 'SIZE_501_TO_1000',
			foundedOn: { year: 2008 },
		});
		const found = await get('/rest/organizations?q=vanityName&vanityName=hooli', 'bob');
		expect(found.json.elements).toEqual([json]);
	});

	it('others see the reduced set by vanity name, and by number where the state says so', async () => {
		const found = await get('/rest/organizations?q=vanityName&vanityName=hooli');
		expect(found.json.elements.map(sorted)).toEqual([REDUCED]);
		expect((await get('/rest/organizations/7700001')).status).toBe(403);
		simulator.state.organizationsForOthers = 'reduced';
		const reply = await get('/rest/organizations/7700001');
		simulator.state.organizationsForOthers = 'refused';
		expect([reply.status, sorted(reply.json)]).toEqual([200, REDUCED]);
	});

	it('showcase pages have resources of their own', async () => {
		const brand = await get('/rest/organizationBrands/7700002', 'bob');
		expect(brand.json).toMatchObject({
			$URN: 'urn:li:organizationBrand:7700002',
			parentRelationship: { parent: 'urn:li:organization:7700001', relationshipStatus: 'ACTIVE' },
		});
		const batch = await get('/rest/organizationBrands?ids=List(7700002,7700001)', 'bob');
		expect(batch.json.statuses).toEqual({ 7700002: 200, 7700001: 404 });
		expect((await get('/rest/organizationBrands/7700002')).status).toBe(403);
		const lookup = await get('/rest/organizationBrandsLookup?ids=List(7700002,7700001)');
		expect(sorted(lookup.json.results['7700002'])).toEqual(REDUCED);
		expect(lookup.json.statuses).toEqual({ 7700002: 200, 7700001: 404 });
		const children = await get(
			`/rest/organizations?q=parentOrganization&parent=${enc('urn:li:organization:7700001')}`,
		);
		expect(children.json.elements).toEqual([expect.objectContaining({ id: 7700002 })]);
	});
});

describe('followers', () => {
	const size = (urn: string, edgeType?: string) =>
		get(`/rest/networkSizes/${enc(urn)}${edgeType === undefined ? '' : `?edgeType=${edgeType}`}`, 'bob');

	it('are counted for everybody, under the exact edge type', async () => {
		simulator.state.followers.setTotal(ACME, 219145);
		const reply = await size(ACME, 'COMPANY_FOLLOWED_BY_MEMBER');
		expect([reply.status, reply.json]).toEqual([200, { firstDegreeSize: 219145 }]);
	});

	it.each([
		['without edge type', ACME, undefined, 400],
		['with the old spelling', ACME, 'CompanyFollowedByMember', 400],
		['of a number', '2414183', 'COMPANY_FOLLOWED_BY_MEMBER', 400],
		['of a page that is not there', 'urn:li:organization:1', 'COMPANY_FOLLOWED_BY_MEMBER', 404],
	])('are not counted %s', async (_what, urn, edgeType, status) => {
		expect((await size(urn, edgeType)).status).toBe(status);
	});

	const FOLLOWER_SCOPES = ['r_organization_followers'];
	const search = async (query: string, scopes = FOLLOWER_SCOPES, member = 'ada') =>
		send(simulator, {
			path: `/rest/peopleTypeahead?q=organizationFollowers${query}`,
			token: tokenOf(simulator, member, scopes),
		});
	const asked = (keywords: string) => `&keywords=${enc(keywords)}&organization=${enc(ACME)}`;

	it.each([
		['cl', ['Cleo']],
		['LIND', ['Cleo']],
		['cleo lind', ['Cleo']],
		['eo', []],
		['m', ['Bob']],
	])('are found by the beginning of a name: %s', async (keywords, names) => {
		for (const member of ['bob', 'cleo']) simulator.state.followers.add(member, ACME);
		const { json } = await search(asked(keywords));
		expect(json.elements.map((one: { firstName: string }) => one.firstName)).toEqual(names);
		const member = names.map((name) => simulator.state.member(name.toLowerCase()).urn);
		expect(json.elements.map((one: { member: string }) => one.member)).toEqual(member);
	});

	it.each<[string, string, string[], string, number]>([
		['without keywords', `&organization=${enc(ACME)}`, FOLLOWER_SCOPES, 'ada', 400],
		['without page', '&keywords=a', FOLLOWER_SCOPES, 'ada', 400],
		['of a page one does not administer', asked('a'), FOLLOWER_SCOPES, 'bob', 403],
		['without the scope', asked('a'), ['rw_organization_admin'], 'ada', 403],
	])('are not found %s', async (_what, query, scopes, member, status) => {
		expect((await search(query, scopes, member)).status).toBe(status);
	});
});
