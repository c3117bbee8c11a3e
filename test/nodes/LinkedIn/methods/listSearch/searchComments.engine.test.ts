import type { INodeListSearchResult } from 'n8n-workflow';

import { connectTo, type ConnectionOptions } from '../../../../engine/connection';
import { listError, listSearch } from '../../../../engine/options';
import { faults, startSimulator, type Simulator } from '../../../../simulator';

/** The picker of comments, through n8n's own LoadOptionsContext (docs.comments). */

const ACME = '2414183';
const NOON = Date.UTC(2026, 10, 29, 12);
const HOUR_MS = 3_600_000;

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
		method: 'searchComments',
		...typed,
		parameters: { authentication: 'oAuth2', resource: 'comment', operation: 'reply' },
		credentials: { ...connectTo(simulator, connection), name: `comments ${(lists += 1)}` },
	});
}

const post = (text: string, hoursAgo: number) =>
	simulator.state.addPost({ author: ACME, text, createdAt: NOON - hoursAgo * HOUR_MS });
const comment = (to: { urn: string }, text: string, hoursAgo: number) =>
	simulator.state.addComment({
		post: to.urn,
		actor: 'cleo',
		text,
		createdAt: NOON - hoursAgo * HOUR_MS,
	});
const namesOf = ({ results }: INodeListSearchResult) => results.map(({ name }) => name);
const callsOf = () => simulator.requests.map(({ endpoint }) => endpoint);

test('comments under the newest posts of my pages, the newest first; posts without comments are not asked', async () => {
	const hiring = post('We are hiring', 5);
	post('Nobody answered', 4);
	const launch = post('Launch day', 3);
	const price = comment(hiring, 'What does\nit cost?', 1);
	comment(launch, 'Congratulations', 2);
	const result = await open();
	expect(namesOf(result)).toEqual([
		'What does it cost? (29 Nov 2026, on: We are hiring)',
		'Congratulations (29 Nov 2026, on: Launch day)',
	]);
	expect(result.results[0]).toMatchObject({
		value: price.urn,
		url: expect.stringContaining('https://www.linkedin.com/feed/update/'),
	});
	expect(callsOf()).toEqual([
		'FINDER /rest/organizationAcls',
		'FINDER /rest/posts',
		'BATCH_GET /rest/socialMetadata',
		'GET_ALL /rest/socialActions/{urn}/comments',
		'GET_ALL /rest/socialActions/{urn}/comments',
	]);
});

test('by words of the comment', async () => {
	const hiring = post('We are hiring', 5);
	comment(hiring, 'What does it cost?', 1);
	comment(hiring, 'Congratulations', 2);
	expect(namesOf(await open({ filter: ' COST' }))).toEqual([expect.stringMatching(/^What does it cost/)]);
	expect(namesOf(await open({ filter: 'nothing like it' }))).toEqual([]);
});

describe('where a post is typed, its comments are listed, with one call', () => {
	test.each([
		['its URN', (urn: string) => urn],
		['its link', (urn: string) => `https://www.linkedin.com/feed/update/${urn}/`],
	])('%s', async (_name, typed) => {
		const old = post('An old one', 500);
		comment(old, 'Still here', 400);
		comment(post('We are hiring', 5), 'What does it cost?', 1);
		expect(namesOf(await open({ filter: typed(old.urn) }))).toEqual(['Still here (12 Nov 2026)']);
		expect(callsOf()).toEqual(['GET_ALL /rest/socialActions/{urn}/comments']);
	});

	test('in part, nothing is listed and nobody asked: an error would hide the search field', async () => {
		expect(await open({ filter: 'urn:li:sha' })).toMatchObject({ results: [] });
		expect(await open({ filter: 'https://www.linkedin.com/feed/' })).toMatchObject({ results: [] });
		expect(callsOf()).toEqual([]);
	});

	test('one that has none is an empty list', async () => {
		expect(await open({ filter: post('Nobody answered', 4).urn })).toMatchObject({ results: [] });
	});
});

test('a turn makes five calls at the most, and the next continues', async () => {
	const pages = ['2414183', '5583111', '9000001', '9000002', '9000003'].map((id) => ({
		role: 'ADMINISTRATOR',
		state: 'APPROVED',
		organization: `urn:li:organization:${id}`,
	}));
	const body = { elements: pages, paging: { start: 0, count: 100, links: [], total: 5 } };
	simulator.faults.add({ match: { path: /organizationAcls/ }, effect: { status: 200, body } });
	for (let made = 0; made < 9; made += 1) comment(post(`Post ${made}`, made), `Comment ${made}`, made);
	const found: string[] = [];
	let token: string | undefined;
	for (let turn = 0; turn === 0 || token !== undefined; turn += 1) {
		const before = simulator.requests.length;
		const result = await open({ paginationToken: token });
		expect(simulator.requests.length - before).toBeLessThanOrEqual(5);
		found.push(...namesOf(result));
		token = result.paginationToken as string | undefined;
	}
	expect(found).toHaveLength(9);
	expect(new Set(found).size).toBe(9);
});

test('more than a hundred comments of a post go on from the token', async () => {
	const busy = post('Busy', 200);
	for (let made = 0; made < 130; made += 1) comment(busy, `Comment ${made}`, made);
	const first = await open({ filter: busy.urn });
	const token = first.paginationToken as string;
	const second = await open({ filter: busy.urn, paginationToken: token });
	expect([first.results.length, second.results.length]).toEqual([100, 30]);
});

test('on the Development tier, which refuses batches, each of the posts is asked', async () => {
	Object.assign(simulator.state.apps.get('suite-app') ?? {}, { tier: 'development' });
	comment(post('We are hiring', 5), 'What does it cost?', 1);
	post('Nobody answered', 4);
	const result = await open({ connection: { fields: { tier: 'development' } } });
	expect(namesOf(result)).toEqual(['What does it cost? (29 Nov 2026, on: We are hiring)']);
	expect(callsOf()).not.toContain('BATCH_GET /rest/socialMetadata');
});

describe('a list that fails is an error that says why', () => {
	test('LinkedIn refuses it', async () => {
		simulator.faults.add(faults.accessDenied({ times: Infinity }));
		expect((await listError(open())).message).toMatch(
			/^Comments could not be listed: This connection isn't allowed/,
		);
	});

	test.each([
		[['rw_organization_admin'], /r_organization_social_feed/, /./],
		[['rw_organization_admin', 'r_organization_social_feed'], /r_organization_social$/, /By URL or By ID/],
	])('a scope is lacking: %s', async (scopes, message, description) => {
		expect(await listError(open({ connection: { scopes } }))).toMatchObject({
			message: expect.stringMatching(message),
			description: expect.stringMatching(description),
		});
		expect(simulator.requests).toEqual([]);
	});
});
