import type { INodeParameters } from 'n8n-workflow';

import { connectTo, type ConnectionOptions } from '../../../../../engine/connection';
import { readLogs } from '../../../../../engine/host';
import { listError, listSearch } from '../../../../../engine/options';
import { faults, startSimulator, type Simulator } from '../../../../../simulator';

/** What n8n's editor requests if a credential is changed or a list is opened, and the answers. */

let simulator: Simulator;
let credential: { name: string };

beforeEach(async () => {
	simulator = await startSimulator();
	credential = { name: `kept ${simulator.url}` };
});
afterEach(async () => await simulator.close());

const CHOSEN = { name: 'Acme Corp (Administrator)', value: 'urn:li:organization:2414183' };
const GLOBEX = 'urn:li:organization:5583111';
const locator = ({ name, value }: typeof CHOSEN, mode = 'list') => ({
	__rl: true,
	mode,
	value,
	cachedResultName: name,
});
const PAGE = { organization: locator(CHOSEN) };
const ME = { author: locator({ name: 'Me', value: 'me' }) };

const SELF_SERVE = { app: 'self-serve-app', scopes: ['openid', 'profile', 'w_member_social'] };

async function ask(
	method: string,
	parameters: INodeParameters,
	asked: { paginationToken?: string; filter?: string; path?: string; connection?: ConnectionOptions } = {},
) {
	const { connection = {}, path = `parameters.${Object.keys(parameters)[0]}`, ...more } = asked;
	return await listSearch({
		node: 'linkedInCommunity',
		method,
		path,
		parameters: { authentication: 'oAuth2', ...parameters },
		credentials: { ...connectTo(simulator, connection), ...credential },
		...more,
	});
}

const fail = () => simulator.faults.add(faults.accessDenied({ times: Infinity }));

describe('a list that fails while something of it is chosen', () => {
	const CHOICES: Array<[string, string, INodeParameters, object, string?]> = [
		['a page', 'searchPages', PAGE, CHOSEN],
		['an author', 'searchAuthors', ME, { name: 'Me', value: 'me' }],
		[
			'a field inside another',
			'searchPages',
			{ filters: { rows: [{}, PAGE] } },
			CHOSEN,
			'parameters.filters.rows[1].organization',
		],
		[
			'one whose name is not known',
			'searchPages',
			{ organization: locator({ ...CHOSEN, name: '' }) },
			{ name: CHOSEN.value, value: CHOSEN.value },
		],
	];
	test.each(CHOICES)('holds %s, then says why, and asks for no third page', async (...row) => {
		const [, method, parameters, entry, path] = row;
		fail();
		const { results, paginationToken } = await ask(method, parameters, { path });
		expect(results).toEqual([entry]);
		expect(paginationToken).toBe('again');
		const why = {
			message: expect.stringMatching(/^Pages could not be listed: This connection isn't allowed/),
		};
		expect(await listError(ask(method, parameters, { path, paginationToken }))).toMatchObject(why);
		// The editor takes the error for a stale page and starts again.
		expect(await listError(ask(method, parameters, { path }))).toMatchObject(why);
		// Opened again, for example once the credential is connected.
		expect((await ask(method, parameters, { path })).results).toEqual([entry]);
	});

	test('is whole as soon as it no longer fails, with each entry once', async () => {
		fail();
		const { paginationToken } = await ask('searchPages', PAGE);
		simulator.faults.clear();
		const further = await ask('searchPages', PAGE, { paginationToken });
		expect(further.results.map(({ value }) => value)).toEqual([GLOBEX]);
		expect(further.paginationToken).toBeUndefined();
	});

	test('names Me anew where the connection turns out to have no rights to pages', async () => {
		fail();
		const { paginationToken } = await ask('searchAuthors', ME);
		simulator.faults.clear();
		const further = await ask('searchAuthors', ME, { paginationToken, connection: SELF_SERVE });
		expect(further.results).toEqual([{ name: 'Me (no access to pages)', value: 'me' }]);
	});
});

describe('a list that fails is an error at once', () => {
	const BARE: Array<[string, INodeParameters, string | undefined]> = [
		['nothing is chosen', { organization: locator({ name: '', value: '' }) }, undefined],
		['what is chosen is given by its ID', { organization: locator(CHOSEN, 'id') }, undefined],
		[
			'something is chosen in another field',
			{ organization: locator({ name: '', value: '' }), ...ME },
			undefined,
		],
		['something is typed', PAGE, 'acme'],
	];
	test.each(BARE)('where %s', async (_name, parameters, filter) => {
		fail();
		expect((await listError(ask('searchPages', parameters, { filter }))).message).toMatch(
			/This connection isn't allowed/,
		);
	});
});

test('a further page that fails ends the list, and the log says why', async () => {
	const logs = readLogs();
	for (let index = 0; index < 30; index += 1) {
		simulator.state.addPost({ author: '2414183', text: `Post ${index}` });
	}
	const { results, paginationToken } = await ask('searchPosts', {});
	expect(results).toHaveLength(25);
	simulator.faults.add(faults.dailyLimit({ times: Infinity }));
	expect(await ask('searchPosts', {}, { paginationToken })).toEqual({ results: [] });
	expect(logs().map(({ message }) => message)).toContainEqual(
		expect.stringMatching(/^The rest of a list is missing: .*quota/),
	);
});
