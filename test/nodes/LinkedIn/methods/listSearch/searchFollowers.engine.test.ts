import type { INodeListSearchItems, INodeParameters } from 'n8n-workflow';

import { connectTo, type ConnectionOptions } from '../../../../engine/connection';
import { listError, listSearch } from '../../../../engine/options';
import { faults, startSimulator, type Simulator } from '../../../../simulator';

/** The picker for a person or page to mention, through n8n's own LoadOptionsContext (docs.mentionSearch). */

const CLEO = { name: 'Cleo Lindqvist, Reads and comments', value: 'urn:li:person:cLeO55wQz0' };
const SCOPES = ['r_organization_followers', 'rw_organization_admin'];

let simulator: Simulator;
let lists = 0;

beforeEach(async () => {
	simulator = await startSimulator();
	simulator.state.followers.add('cleo', 'urn:li:organization:2414183');
});
afterEach(async () => await simulator.close());

async function open(
	filter: string | undefined,
	actor: INodeParameters[string],
	connection: ConnectionOptions = { scopes: SCOPES },
	operation = 'create',
): Promise<INodeListSearchItems[]> {
	const { results } = await listSearch({
		node: 'linkedInCommunity',
		method: 'searchFollowers',
		filter,
		parameters: { authentication: 'oAuth2', resource: 'comment', operation, actor },
		credentials: { ...connectTo(simulator, connection), name: `followers ${(lists += 1)}` },
	});
	return results;
}

const calls = () => simulator.requests.map(({ url }) => url.split('?')[0]);
const locator = (value: string) => ({ __rl: true, mode: 'list', value });

test('followers of the page that comments, in one call', async () => {
	expect(await open('cle', locator('urn:li:organization:2414183'))).toEqual([CLEO]);
	expect(calls()).toEqual(['/rest/peopleTypeahead']);
});

test('for a member who comments, of the first page of the connection', async () => {
	expect(await open('lind', locator('me'))).toEqual([CLEO]);
	expect(calls()).toEqual(['/rest/organizationAcls', '/rest/peopleTypeahead']);
});

test('nothing typed costs no call', async () => {
	expect(await open(undefined, locator('me'))).toEqual([]);
	expect(await open(' ', locator('me'))).toEqual([]);
	expect(calls()).toEqual([]);
});

test('nobody of that name is an empty list', async () => {
	expect(await open('zz', locator('2414183'))).toEqual([]);
});

describe('a search that cannot be done is an error that says why', () => {
	test('without the scope no call is made', async () => {
		expect((await listError(open('cle', locator('me'), {}))).message).toMatch(
			/^Followers could not be listed: .*r_organization_followers/,
		);
		expect(calls()).toEqual([]);
	});

	test('LinkedIn refuses it', async () => {
		simulator.faults.add(faults.accessDenied({ times: Infinity }));
		expect((await listError(open('cle', locator('2414183')))).message).toMatch(
			/could not be listed: This connection isn't allowed/,
		);
	});

	test.each([
		['create', 'Comment As'],
		['reply', 'Comment As'],
		['update', 'Act As'],
	])('a member without a page, in %s', async (operation, field) => {
		const bob = { scopes: SCOPES, member: 'bob' };
		expect(await listError(open('cle', locator('me'), bob, operation))).toMatchObject({
			message: expect.stringMatching(`${field} isn.t a page and the connection has none`),
			description: expect.stringMatching(/By ID/),
		});
	});
});
