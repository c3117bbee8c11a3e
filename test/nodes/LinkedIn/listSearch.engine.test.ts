import type { INodeListSearchItems } from 'n8n-workflow';

import { connectTo, type ConnectionOptions } from '../../engine/connection';
import { readLogs } from '../../engine/host';
import { listError, listSearch } from '../../engine/options';
import { faults, startSimulator, type Fault, type Simulator } from '../../simulator';

/** The From List pickers, through n8n's own LoadOptionsContext. */

const ME = { name: 'Me', value: 'me' };
const ACME = {
	name: 'Acme Corp (Administrator)',
	value: 'urn:li:organization:2414183',
	url: 'https://www.linkedin.com/company/2414183',
};
const GLOBEX = {
	name: 'Globex & Söhne (Labs) (Content administrator)',
	value: 'urn:li:organization:5583111',
	url: 'https://www.linkedin.com/company/5583111',
};

let simulator: Simulator;
let lists = 0;

beforeEach(async () => {
	simulator = await startSimulator();
});
afterEach(async () => await simulator.close());

async function open(
	method: string,
	filter?: string,
	connection: ConnectionOptions = {},
): Promise<INodeListSearchItems[]> {
	const { results } = await listSearch({
		node: 'linkedInCommunity',
		method,
		filter,
		parameters: { authentication: connection.authentication ?? 'oAuth2' },
		credentials: { ...connectTo(simulator, connection), name: `list ${(lists += 1)}` },
	});
	return results;
}

describe('who may do the job, with the role in the label; a revoked page is left out', () => {
	test.each([
		['searchAuthors', [ME, ACME, GLOBEX]],
		['searchActors', [ME, ACME]],
		['searchPages', [ACME, GLOBEX]],
	])('%s', async (method, entries) => {
		expect(await open(method)).toEqual(entries);
	});
});

test.each(['searchAuthors', 'searchActors', 'searchPages'])(
	'%s lists what can be read, and the log says what cannot',
	async (method) => {
		const logs = readLogs();
		const rewrite = (body: unknown) => {
			const page = body as { elements: unknown[] };
			return { ...page, elements: [null, 'x', ...page.elements, { role: null }, { role: 'ADMINISTRATOR' }] };
		};
		const plain = await open(method);
		simulator.faults.add({ match: { path: /organizationAcls/ }, effect: 'pass', spoils: { body: rewrite } });
		expect(await open(method)).toEqual(plain);
		expect(logs().map(({ level, message }) => [level, message])).toEqual([
			['warn', expect.stringMatching(/^Pages: 4 of \d roles on pages could not be read and were left out: /)],
		]);
	},
);

test('where nothing of a list can be read, that is the error', async () => {
	const body = { elements: [null, { role: 5 }], paging: { start: 0, count: 100, links: [] } };
	simulator.faults.add({ match: { path: /organizationAcls/ }, effect: { status: 200, body } });
	expect(await listError(open('searchPages'))).toMatchObject({
		message: expect.stringMatching(/^Pages could not be listed: 2 of 2 roles on pages could not be read/),
	});
});

test.each([
	['searchAuthors', 'GLOBEX', [GLOBEX]],
	['searchAuthors', 'me', [ME, ACME]],
	['searchActors', 'admin', [ACME]],
	['searchPages', 'söhne (la', [GLOBEX]],
	['searchPages', 'Initech', []],
])('%s filtered by "%s"', async (method, filter, entries) => {
	expect(await open(method, filter)).toEqual(entries);
});

test('a page with two roles stands once, with both', async () => {
	simulator.state.setRole('ada', '5583111', 'RECRUITING_POSTER');
	expect(await open('searchActors')).toEqual([
		ME,
		ACME,
		{ ...GLOBEX, name: 'Globex & Söhne (Labs) (Content administrator, Recruiting poster)' },
	]);
});

test('a page whose name is refused stands with its URN', async () => {
	Object.assign(simulator.state.apps.get('suite-app') ?? {}, { tier: 'development' });
	expect(await open('searchPages', undefined, { fields: { tier: 'development' } })).toEqual([
		ACME,
		{ ...GLOBEX, name: 'urn:li:organization:5583111 (Content administrator)' },
	]);
});

test('a member without a page has only himself', async () => {
	expect(await open('searchAuthors', undefined, { member: 'bob' })).toEqual([ME]);
	expect(await open('searchPages', undefined, { member: 'bob' })).toEqual([]);
});

test('without the scope to act as a page only Me is offered', async () => {
	const scopes = ['rw_organization_admin', 'w_member_social'];
	expect(await open('searchAuthors', undefined, { scopes })).toEqual([ME]);
});

test('a pasted token works too', async () => {
	expect(await open('searchAuthors', undefined, { authentication: 'accessToken' })).toEqual([
		ME,
		ACME,
		GLOBEX,
	]);
});

test('names are asked in one call', async () => {
	await open('searchAuthors');
	expect(simulator.requests.map(({ endpoint }) => endpoint)).toEqual([
		'FINDER /rest/organizationAcls',
		'BATCH_GET /rest/organizationsLookup',
	]);
});

test('pages whose names cannot be read stand in the list by their URNs, and the log says why', async () => {
	const logs = readLogs();
	simulator.faults.add(faults.dailyLimit({ match: { path: /organizationsLookup/ }, times: Infinity }));
	expect(await open('searchPages')).toEqual([
		{ ...ACME, name: 'urn:li:organization:2414183 (Administrator)' },
		{ ...GLOBEX, name: 'urn:li:organization:5583111 (Content administrator)' },
	]);
	expect(logs().map(({ message }) => message)).toContainEqual(
		expect.stringMatching(/^Pages: The names of 2 of 2 pages couldn't be read: .*quota/),
	);
});

describe('a list of pages that fails is an error with its way out, so that nothing can be chosen by mistake', () => {
	const FAILURES: Array<[string, Fault, RegExp, RegExp]> = [
		['LinkedIn refuses it', faults.accessDenied({ times: Infinity }), /This connection isn't allowed/, /./],
		['the token has expired', faults.expiredToken({ times: Infinity }), /expired/, /connect/i],
		['a web page answers', faults.html({ times: Infinity }, 403), /web page/, /./],
	];
	test.each(FAILURES)('%s', async (_name, fault, words, wayOut) => {
		simulator.faults.add(fault);
		const connection = { refreshable: false };
		const shown = {
			message: expect.stringMatching(/^Pages could not be listed: ./),
			description: expect.stringMatching(wayOut),
		};
		for (const method of ['searchAuthors', 'searchPages']) {
			const failure = await listError(open(method, undefined, connection));
			expect(failure).toMatchObject(shown);
			expect(failure.message).toMatch(words);
		}
	});

	test('also when something is typed, as an empty list would say there is no such page', async () => {
		simulator.faults.add(faults.accessDenied({ times: Infinity }));
		expect((await listError(open('searchPages', 'acme'))).message).toMatch(/could not be listed/);
	});

	test('a credential that is not connected yet', async () => {
		const { data, ...credential } = connectTo(simulator);
		const { oauthTokenData: _token, ...unconnected } = data;
		const list = listSearch({
			node: 'linkedInCommunity',
			method: 'searchActors',
			parameters: { authentication: 'oAuth2' },
			credentials: { ...credential, data: unconnected, name: 'not connected' },
		});
		expect(await listError(list)).toMatchObject({
			message: expect.stringMatching(/not connected yet/),
			description: expect.stringMatching(/press Connect/),
		});
	});
});

describe('a self-serve connection is not asked for pages', () => {
	const SELF_SERVE = {
		app: 'self-serve-app',
		member: 'bob',
		scopes: ['openid', 'profile', 'w_member_social'],
	};

	test.each([undefined, 'acme'])('Me says so, whatever is typed: %s', async (filter) => {
		const only = [{ name: 'Me (no access to pages)', value: 'me' }];
		expect(await open('searchAuthors', filter, SELF_SERVE)).toEqual(only);
		expect(simulator.requests).toEqual([]);
	});

	test('a list of pages alone is an error that names the product', async () => {
		expect(await listError(open('searchPages', undefined, SELF_SERVE))).toMatchObject({
			message: expect.stringMatching(/rw_organization_admin/),
			description: expect.stringMatching(/Community Management|Advertising/),
		});
	});
});
