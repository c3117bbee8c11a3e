import type { INodeListSearchResult } from 'n8n-workflow';

import { connectTo, type ConnectionOptions } from '../../../../engine/connection';
import { readLogs } from '../../../../engine/host';
import { listError, listSearch } from '../../../../engine/options';
import { faults, startSimulator, type Simulator } from '../../../../simulator';

/** The picker of posts, through n8n's own LoadOptionsContext (docs.posts). */

const ACME = '2414183';
const GLOBEX = '5583111';
const NOON = Date.UTC(2026, 10, 29, 12);

let simulator: Simulator;
let lists = 0;

beforeEach(async () => {
	simulator = await startSimulator();
});
afterEach(async () => await simulator.close());

interface Typed {
	filter?: string;
	paginationToken?: string;
	connection?: ConnectionOptions;
}

async function open({ connection, ...typed }: Typed = {}): Promise<INodeListSearchResult> {
	return await listSearch({
		node: 'linkedInCommunity',
		method: 'searchPosts',
		...typed,
		parameters: { authentication: 'oAuth2', resource: 'post', operation: 'get' },
		credentials: { ...connectTo(simulator, connection), name: `posts ${(lists += 1)}` },
	});
}

const post = (author: string, text: string, hoursAgo: number) =>
	simulator.state.addPost({ author, text, createdAt: NOON - hoursAgo * 3_600_000 }).urn;
const posts = (author: string, count: number) =>
	Array.from({ length: count }, (_, index) => post(author, `Post ${index}`, index));
const valuesOf = ({ results }: INodeListSearchResult) => results.map(({ value }) => value);
const callsOf = () => simulator.requests.map(({ endpoint }) => endpoint);

test('the newest posts of my pages by first words, day and page, with their addresses', async () => {
	const old = post(ACME, 'Old', 48);
	const hiring = post(GLOBEX, 'We are hiring\n(remotely)!', 1);
	const long = post(ACME, `${'word '.repeat(6)}wordless words`, 2);
	const entry = (name: string, urn: string) => ({
		name,
		value: urn,
		url: `https://www.linkedin.com/feed/update/${urn}`,
	});
	expect(await open()).toEqual({
		results: [
			entry('We are hiring (remotely)! (29 Nov 2026, Globex & Söhne (Labs))', hiring),
			entry(`${'word '.repeat(6)}… (29 Nov 2026, Acme Corp)`, long),
			entry('Old (27 Nov 2026, Acme Corp)', old),
		],
	});
	expect(callsOf()).toEqual([
		'FINDER /rest/organizationAcls',
		'BATCH_GET /rest/organizationsLookup',
		'FINDER /rest/posts',
		'FINDER /rest/posts',
	]);
});

test.each([
	['hiring', ['hiring']],
	[' SÖHNE ', ['hiring']],
	['the end', ['long']],
	['nothing like it', []],
])('by what is typed, anywhere in the text or the name of the page: "%s"', async (filter, found) => {
	const made: Record<string, string> = {
		hiring: post(GLOBEX, 'We are hiring', 1),
		long: post(ACME, `${'word '.repeat(50)} the end`, 2),
	};
	expect(valuesOf(await open({ filter }))).toEqual(found.map((name) => made[name]));
});

test('a post without text or day is listed all the same', async () => {
	const urn = post(ACME, 'x', 1);
	const rewrite = (body: unknown) => {
		const { elements, ...page } = body as { elements: object[] };
		const bare = { commentary: null, createdAt: null, publishedAt: null };
		return { ...page, elements: elements.map((one) => ({ ...one, ...bare })) };
	};
	simulator.faults.add({ match: { path: /rest\/posts/ }, effect: 'pass', spoils: { body: rewrite } });
	expect((await open()).results).toMatchObject([{ name: '(no text) (Acme Corp)', value: urn }]);
});

describe('more posts than a turn shows', () => {
	test('go on from the token, each once', async () => {
		const made = [...posts(ACME, 60), ...posts(GLOBEX, 30)];
		const found: unknown[] = [];
		let token: string | undefined;
		for (let turn = 0; turn === 0 || token !== undefined; turn += 1) {
			const result = await open({ paginationToken: token });
			found.push(...valuesOf(result));
			token = result.paginationToken as string | undefined;
		}
		expect(found).toHaveLength(90);
		expect(new Set(found)).toEqual(new Set(made));
		expect(callsOf().filter((endpoint) => endpoint === 'FINDER /rest/organizationAcls')).toHaveLength(1);
	});

	test('a list that turns in circles says so in the log, and does not ask on', async () => {
		posts(ACME, 60);
		simulator.state.listManners = [{ path: /rest\/posts/, ignoresPlace: true }];
		const logs = readLogs();
		const { paginationToken } = await open();
		const again = await open({ paginationToken: paginationToken as string });
		expect(again).toEqual({ results: [], paginationToken: undefined });
		expect(logs().at(-1)?.message).toMatch(/^Posts: LinkedIn sent the same entries again/);
	});
});

describe('many pages', () => {
	const pageUrns = (count: number) =>
		Array.from({ length: count }, (_, index) => `urn:li:organization:${9_000_000 + index}`);
	const manyPages = (count: number) => {
		const elements = pageUrns(count).map((organization) => ({
			role: 'ADMINISTRATOR',
			state: 'APPROVED',
			organization,
		}));
		simulator.faults.add({
			match: { path: /organizationAcls/ },
			effect: { status: 200, body: { elements, paging: { start: 0, count: 100, links: [], total: count } } },
		});
	};

	const authorsAsked = () =>
		simulator.requests
			.filter(({ endpoint }) => endpoint === 'FINDER /rest/posts')
			.map(({ url }) => new URL(url, simulator.url).searchParams.get('author'));

	test('are asked three at a time, and nine in one turn', async () => {
		manyPages(30);
		simulator.faults.add({
			match: { path: /rest\/posts/ },
			times: Infinity,
			effect: { status: 200, body: { elements: [], paging: { start: 0, count: 25, links: [] } } },
		});
		const { results, paginationToken } = await open();
		expect(results).toEqual([]);
		expect(authorsAsked()).toEqual(pageUrns(9));
		await open({ paginationToken: paginationToken as string });
		expect(authorsAsked()).toEqual(pageUrns(18));
	});

	test('of which one is refused: the others are listed, and the log says why', async () => {
		const urn = post(ACME, 'Hello', 1);
		simulator.faults.add(faults.accessDenied({ match: { path: /author=.*5583111/ } }));
		const logs = readLogs();
		expect(valuesOf(await open())).toEqual([urn]);
		expect(logs().at(-1)?.message).toMatch(
			/^Posts: Posts of Globex & Söhne \(Labs\) could not be listed: This connection isn't allowed/,
		);
	});
});

describe('a list that fails is an error that says why', () => {
	test('all pages are refused', async () => {
		simulator.faults.add(faults.accessDenied({ match: { path: /rest\/posts/ }, times: Infinity }));
		expect((await listError(open())).message).toMatch(
			/^Posts could not be listed: This connection isn't allowed/,
		);
	});

	test('the quota of the day is spent', async () => {
		simulator.faults.add(faults.dailyLimit({ match: { path: /rest\/posts/ }, times: Infinity }));
		expect(await listError(open())).toMatchObject({
			message: expect.stringMatching(/^Posts could not be listed: .*quota/),
			httpCode: '429',
		});
	});

	test('the scope is missing, and no call is made', async () => {
		const error = await listError(open({ connection: { scopes: ['w_member_social'] } }));
		expect(error).toMatchObject({
			message: 'Posts could not be listed: This connection lacks the scope r_organization_social',
			description: expect.stringMatching(/^It comes with Community Management API.*: connect again\./),
		});
		expect(simulator.requests).toEqual([]);
	});
});
