import { ACME, ALL_SCOPES, enc, GLOBEX, send, startAtNow, tokenOf } from './wire';
import type { Simulator } from './index';
import type { WireAnswer } from './wire';

let simulator: Simulator;
beforeEach(async () => {
	simulator = await startAtNow();
});
afterEach(async () => simulator.close());

const get = async (path: string, scopes = [...ALL_SCOPES, 'r_organization_followers'], app = 'suite-app') =>
	send(simulator, { path, token: tokenOf(simulator, 'ada', scopes, app) });
const answer = ({ status, json }: WireAnswer) => [status, json.message ?? json];
const CLEO = '(id:cLeO55wQz0)';

describe('people', () => {
	it('shows a person by the id that this app has for them', async () => {
		const { status, json } = await get(`/rest/people/${CLEO}`);
		expect(status).toBe(200);
		expect(json).toMatchObject({
			id: 'cLeO55wQz0',
			localizedFirstName: 'Cleo',
			vanityName: 'cleo-example',
			firstName: { localized: { it_IT: 'Cleo' } },
		});
		expect(json).not.toHaveProperty('profilePicture');
	});

	it.each([
		['an id of another app', '(id:x)', 404, 'Could not find entity'],
		['a bare id', 'cLeO55wQz0', 400, expect.stringContaining("id can't be set")],
		['a URN', enc('urn:li:person:cLeO55wQz0'), 400, expect.stringContaining("id can't be set")],
	])('refuses %s', async (_what, key, status, message) => {
		expect(answer(await get(`/rest/people/${key}`))).toEqual([status, message]);
	});

	it('needs the product, not a scope', async () => {
		expect((await get(`/rest/people/${CLEO}`, ['w_member_social'])).status).toBe(200);
		const refused = await get(`/rest/people/${CLEO}`, ['w_member_social'], 'self-serve-app');
		expect(answer(refused)).toEqual([403, 'Not enough permissions to access: GET /people/(id:cLeO55wQz0)']);
	});

	it.each([
		['complex', CLEO],
		['assigned', 'id=cLeO55wQz0'],
		['bare', 'cLeO55wQz0'],
		['urn', 'urn:li:person:cLeO55wQz0'],
	] as const)('names them in a batch by a %s key', async (form, key) => {
		simulator.state.peopleKeys = form;
		const { json } = await get(`/rest/people?ids=List(${CLEO},(id:x))`);
		expect(json.results[key]).toMatchObject({ id: 'cLeO55wQz0' });
		expect(json.errors[key.replace('cLeO55wQz0', 'x')]).toMatchObject({ status: 404 });
	});

	it.each([
		['private', 'private'],
		['nameless', 'cLeO55wQz0'],
	] as const)('of a member who hides only an id: %s', async (form, id) => {
		simulator.state.hiddenPeople = form;
		simulator.state.member('cleo').isHidden = true;
		expect((await get(`/rest/people/${CLEO}`)).json).toEqual({ id });
	});

	it('gives the picture as an asset, which is an image of the same id', async () => {
		simulator.state.member('cleo').picture = 'C56x';
		simulator.state.media.add({ kind: 'image', owner: simulator.state.member('cleo').urn, id: 'C56x' });
		const { json } = await get(`/rest/people/${CLEO}`);
		expect(json.profilePicture).toEqual({ displayImage: 'urn:li:digitalmediaAsset:C56x' });
		const image = await get(`/rest/images/${enc('urn:li:image:C56x')}?fields=downloadUrl`);
		expect(image.json).toEqual({ downloadUrl: expect.stringContaining('C56x') });
	});
});

describe('vanityUrl', () => {
	const find = async (address: string, page = ACME) =>
		await get(
			`/rest/vanityUrl?q=vanityUrlAsOrganization&vanityUrl=${enc(address)}&organization=${enc(page)}`,
		);
	const ADDRESS = 'https://www.linkedin.com/in/cleo-example';
	const cleo = [{ member: 'urn:li:person:cLeO55wQz0' }];

	it('finds a follower of the page, with or without a last slash', async () => {
		simulator.state.followers.add('cleo', ACME);
		expect((await find(ADDRESS)).json.elements).toEqual(cleo);
		expect((await find(`${ADDRESS}/`)).json.elements).toEqual(cleo);
	});

	it('finds others only where it is set so, and answers 404 or an empty list', async () => {
		expect((await find(ADDRESS)).status).toBe(404);
		simulator.state.addressMiss = 'empty';
		expect((await find(ADDRESS)).json.elements).toEqual([]);
		simulator.state.addressesFind = 'anyone';
		expect((await find(ADDRESS)).json.elements).toEqual(cleo);
	});

	it.each([
		['only a name', 'cleo-example', ACME, 404],
		['another page than its admin', ADDRESS, GLOBEX, 403],
		['a bare number', ADDRESS, '2414183', 400],
	])('refuses %s', async (_what, address, page, status) => {
		expect((await find(address, page)).status).toBe(status);
	});

	it('names a parameter that is missing', async () => {
		const refused = await get(`/rest/vanityUrl?q=vanityUrlAsOrganization&organization=${enc(ACME)}`);
		expect(answer(refused)).toEqual([400, "Parameter 'vanityUrl' is required"]);
	});

	it('needs the scope', async () => {
		const path = `/rest/vanityUrl?q=vanityUrlAsOrganization&vanityUrl=${enc(ADDRESS)}&organization=${enc(ACME)}`;
		expect((await get(path, ALL_SCOPES)).status).toBe(403);
	});
});

describe('places', () => {
	it('are found by the beginning of their name', async () => {
		const { status, json } = await get('/rest/geoTypeahead?q=search&query=united');
		expect(status).toBe(200);
		expect(json.elements).toEqual([
			{ entity: 'urn:li:geo:101165590', displayText: 'United Kingdom' },
			{ entity: 'urn:li:geo:103644278', displayText: 'United States' },
		]);
	});

	it('need a text, and the product', async () => {
		expect((await get('/rest/geoTypeahead?q=search')).status).toBe(400);
		const refused = await get('/rest/geoTypeahead?q=search&query=a', ['w_member_social'], 'self-serve-app');
		expect(refused.status).toBe(403);
	});
});
