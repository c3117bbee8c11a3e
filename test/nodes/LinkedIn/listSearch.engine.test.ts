import type { INodeListSearchItems } from 'n8n-workflow';

import { connectTo, type ConnectionOptions } from '../../engine/connection';
import { listSearch } from '../../engine/options';
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
	'%s lists what can be read, and says what cannot',
	async (method) => {
		const rewrite = (body: unknown) => {
			const page = body as { elements: unknown[] };
			return { ...page, elements: [null, 'x', ...page.elements, { role: null }, { role: 'ADMINISTRATOR' }] };
		};
		const plain = await open(method);
		simulator.faults.add({ match: { path: /organizationAcls/ }, effect: 'pass', spoils: { body: rewrite } });
		expect(await open(method)).toEqual([
			...plain,
			{
				name: expect.stringMatching(/^\(4 of \d roles on pages could not be read and were left out: .*\)$/),
				value: '',
			},
		]);
	},
);

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

test('pages whose names cannot be read stand in the list by their URNs, and it is said why', async () => {
	simulator.faults.add(faults.dailyLimit({ match: { path: /organizationsLookup/ }, times: Infinity }));
	expect(await open('searchPages')).toEqual([
		{ ...ACME, name: 'urn:li:organization:2414183 (Administrator)' },
		{ ...GLOBEX, name: 'urn:li:organization:5583111 (Content administrator)' },
		{ name: expect.stringMatching(/^\(The names of 2 of 2 pages could not be read: .*quota/), value: '' },
	]);
});

describe('a list of pages that fails still gives Me, and a reason that cannot be taken for a page', () => {
	const reason = (words: RegExp) => ({ name: expect.stringMatching(words), value: '' });

	const FAILURES: Array<[string, Fault, RegExp]> = [
		[
			'LinkedIn refuses it',
			faults.accessDenied({ times: Infinity }),
			/could not be listed: LinkedIn refuses/,
		],
		['the token has expired', faults.expiredToken({ times: Infinity }), /could not be listed: .*expired/],
		['a web page answers', faults.html({ times: Infinity }, 403), /could not be listed: .*web page/],
	];
	test.each(FAILURES)('%s', async (_name, fault, words) => {
		simulator.faults.add(fault);
		const connection = { refreshable: false };
		expect(await open('searchAuthors', undefined, connection)).toEqual([ME, reason(words)]);
		expect(await open('searchPages', undefined, connection)).toEqual([reason(words)]);
	});

	test('the reason stays when something is typed, as an empty list would say there is no such page', async () => {
		simulator.faults.add(faults.accessDenied({ times: Infinity }));
		expect(await open('searchPages', 'acme')).toEqual([reason(/could not be listed/)]);
	});

	test('a self-serve connection is not asked for pages: the reason names the product', async () => {
		const entries = await open('searchAuthors', undefined, {
			app: 'self-serve-app',
			member: 'bob',
			scopes: ['openid', 'profile', 'w_member_social'],
		});
		expect(entries).toEqual([ME, reason(/could not be listed: .*rw_organization_admin/)]);
		expect(simulator.requests).toEqual([]);
	});

	test('a credential that is not connected yet', async () => {
		const { data, ...credential } = connectTo(simulator);
		const { oauthTokenData: _token, ...unconnected } = data;
		const { results } = await listSearch({
			node: 'linkedInCommunity',
			method: 'searchActors',
			parameters: { authentication: 'oAuth2' },
			credentials: { ...credential, data: unconnected, name: 'not connected' },
		});
		expect(results).toEqual([ME, reason(/not connected yet/)]);
	});
});
