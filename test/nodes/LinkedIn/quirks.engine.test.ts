import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { passTimeBySleeping } from '../../conformance/time';
import { connectTo, type ConnectionOptions } from '../../engine/connection';
import { runNode, type RunOptions, type RunResult } from '../../engine/run';
import {
	QUIRK_NAMES,
	startSimulator,
	type QuirkName,
	type QuirkOptions,
	type Simulator,
} from '../../simulator';
import { commentPolls } from './quirkPolls';
import { adsApp, byId } from './resources/ads/connection';

/** What a user gets if LinkedIn behaves as seen live: a case for each quirk, in the engine. */

passTimeBySleeping();

const PAGE = '2414183';
const DAY_MS = 86_400_000;

let simulator: Simulator;
let runs = 0;
beforeEach(async () => void (simulator = await startSimulator()));
afterEach(async () => await simulator.close());

async function run(
	operation: string,
	parameters: INodeParameters,
	{ connection = {}, ...more }: Partial<RunOptions> & { connection?: ConnectionOptions } = {},
): Promise<RunResult> {
	const [resource, name] = operation.split(':');
	return await runNode({
		node: connection.app === 'ads-app' ? 'linkedInAds' : 'linkedInCommunity',
		parameters: { authentication: 'oAuth2', resource, operation: name, ...parameters },
		credentials: { ...connectTo(simulator, connection), name: `quirks ${(runs += 1)}` },
		...more,
	});
}

const items = ({ outputs }: RunResult) => (outputs[0] ?? []).map(({ json }) => json);
const detailsOf = ({ error }: RunResult) => error?.context?.details as IDataObject | undefined;
const creates = () => simulator.requests.filter(({ restliMethod }) => restliMethod === 'CREATE');
const RETRY = { retryOnFail: true, maxTries: 3 };

const newPost = (text = 'Hello') => simulator.state.addPost({ author: PAGE, text });
const writePost = async () => await run('post:create', { author: byId(PAGE), text: 'Once #only' }, RETRY);

interface Case {
	quirk: QuirkName;
	options?: QuirkOptions;
	what: string;
	then: (on: () => void) => Promise<void>;
}

const CASES: Case[] = [
	{
		quirk: 'feed500',
		what: 'a page is asked by another plan, and the comment comes',
		then: async (on) => {
			const { comment, polls } = commentPolls(simulator);
			await polls(1);
			on();
			comment('Hello');
			expect(await polls(60)).toEqual(['Hello']);
		},
	},
	{
		quirk: 'epochHeaders',
		what: 'waits are never later than the next reset of the quota, however they are written',
		then: async (on) => {
			const post = newPost();
			on();
			for (let count = 0; count < 20; count += 1) {
				const result = await run('post:get', { post: post.urn, options: { maxWait: 0 } });
				const { status, retryAt } = detailsOf(result) ?? {};
				expect(status).toBe(429);
				const inMs = retryAt === null ? 0 : Date.parse(String(retryAt)) - Date.now();
				expect(inMs).toBeLessThanOrEqual(DAY_MS - (Date.now() % DAY_MS) + 1000);
			}
		},
	},
	{
		quirk: 'daily429',
		what: 'what the day has room for comes; the rest fails unsent, and says when to go on',
		then: async (on) => {
			const post = newPost();
			on();
			const result = await run(
				'post:get',
				{ post: post.urn },
				{ items: Array.from({ length: 150 }, () => ({})), onError: 'continueRegularOutput' },
			);
			const done = items(result).filter(({ error }) => error === undefined);
			const failed = items(result).filter(({ error }) => error !== undefined);
			expect(done.length).toBeGreaterThanOrEqual(105);
			expect(done.length + failed.length).toBe(150);
			expect(simulator.requests.filter(({ status }) => status === 429).length).toBeLessThanOrEqual(4);
			const { retryAt } = (failed[0].details ?? failed[0].message) as IDataObject;
			expect(Date.parse(String(retryAt)) % DAY_MS).toBe(0);
		},
	},
	{
		quirk: 'tier404s',
		what: 'several posts are read one by one where batch calls are not there',
		then: async (on) => {
			simulator.state.apps.get('suite-app')!.tier = 'development';
			const posts = [newPost('One'), newPost('Two')];
			on();
			const result = await run('post:get', { post: posts.map(({ urn }) => urn).join(',') });
			expect(items(result).map(({ text }) => text)).toEqual(['One', 'Two']);
		},
	},
	{
		quirk: 'tier404s',
		what: 'analytics that the tier has not fail with one error that gives advice',
		then: async (on) => {
			simulator.state.apps.get('suite-app')!.tier = 'development';
			on();
			const result = await run(
				'analytics:getMemberFollowers',
				{},
				{
					connection: { scopes: ['r_member_profileAnalytics'] },
				},
			);
			expect(detailsOf(result)).toMatchObject({ status: 404, advice: expect.stringMatching(/\w+ \w+/) });
		},
	},
	{
		quirk: 'shortPages',
		options: { rate: 0.05 },
		what: 'all posts come, each once',
		then: async (on) => {
			const all = Array.from({ length: 120 }, (_, number) => newPost(`Number ${number}`).urn);
			on();
			const result = await run('post:getMany', { author: byId(PAGE), returnAll: true });
			expect(
				items(result)
					.map(({ urn }) => urn)
					.sort(),
			).toEqual(all.sort());
		},
	},
	{
		quirk: 'shortPages',
		options: { rate: 0.04 },
		what: 'all leads come, each once',
		then: async (on) => {
			const owner = { sponsoredAccount: 'urn:li:sponsoredAccount:507404993' };
			const form = simulator.state.ads.leads.addForm({ owner });
			const all = Array.from({ length: 246 }, () => simulator.state.ads.leads.submit({ form }).id);
			on();
			const result = await run(
				'leadResponse:getMany',
				{ owner: byId('507404993'), returnAll: true },
				{ connection: adsApp },
			);
			expect(
				items(result)
					.map(({ id }) => id)
					.sort(),
			).toEqual(all.sort());
		},
	},
	{
		quirk: 'cappedCounts',
		what: 'all comments come, each once',
		then: async (on) => {
			const post = newPost();
			const all = Array.from({ length: 25 }, (_, number) => `Number ${number}`);
			for (const text of all) simulator.state.addComment({ post: post.urn, actor: 'cleo', text });
			on();
			const result = await run('comment:getMany', { entity: post.activity, returnAll: true });
			expect(
				items(result)
					.map(({ text }) => text)
					.sort(),
			).toEqual(all.sort());
		},
	},
	{
		quirk: 'nullFields',
		what: 'the comments come out as they do without it',
		then: async (on) => {
			const post = newPost();
			for (const text of ['One', 'Two', 'Three']) {
				simulator.state.addComment({ post: post.urn, actor: 'cleo', text });
			}
			const read = async () => items(await run('comment:getMany', { entity: post.activity }));
			const names = (all: IDataObject[]) =>
				all.map(({ urn, text, actor, parent }) => ({ urn, text, actor, parent }));
			const before = names(await read());
			expect(before).toHaveLength(3);
			on();
			for (let count = 0; count < 5; count += 1) expect(names(await read())).toEqual(before);
		},
	},
	{
		quirk: 'foreignThreads',
		what: 'the other comments come, and what was left out is said once',
		then: async (on) => {
			const { comment, polls, notices } = commentPolls(simulator);
			await polls(1);
			on();
			comment('One');
			expect(await polls(3)).toEqual(['One']);
			comment('Two');
			expect(await polls(3)).toEqual(['Two']);
			expect(
				notices().filter((notice) => /could not be read and (was|were) left out/.test(notice)),
			).toHaveLength(1);
		},
	},
	{
		quirk: 'missingIds',
		what: 'a post is made once, whatever Retry On Fail does',
		then: async (on) => {
			on();
			await writePost();
			expect([creates().length, simulator.state.posts().length]).toEqual([1, 1]);
		},
	},
	{
		quirk: 'unreadable2xx',
		what: 'a post is made once, whatever Retry On Fail does',
		then: async (on) => {
			on();
			await writePost();
			expect([creates().length, simulator.state.posts().length]).toEqual([1, 1]);
		},
	},
	{
		quirk: 'unreadable2xx',
		what: 'a read is an error that says so, never an empty success',
		then: async (on) => {
			const post = newPost();
			on();
			const { advice } = detailsOf(await run('post:get', { post: post.urn })) ?? {};
			expect(advice).toMatch(/\w+ \w+/);
		},
	},
	{
		quirk: 'cutBodies',
		what: 'a post is made once, whatever Retry On Fail does',
		then: async (on) => {
			on();
			await writePost();
			expect([creates().length, simulator.state.posts().length]).toEqual([1, 1]);
		},
	},
	{
		quirk: 'cutBodies',
		options: { rate: 0.5, seed: 5 },
		what: 'a read is tried again',
		then: async (on) => {
			const post = newPost('Read me');
			on();
			for (let count = 0; count < 10; count += 1) {
				expect(items(await run('post:get', { post: post.urn }))).toMatchObject([{ text: 'Read me' }]);
			}
		},
	},
	{
		quirk: 'dripping',
		what: 'a read ends at its deadline with an error that says so',
		then: async (on) => {
			const post = newPost();
			on();
			const result = await run('post:get', { post: post.urn }, { cancelAfterMs: 5000 });
			expect(detailsOf(result)).toMatchObject({ code: 'NO_ANSWER' });
		},
	},
	{
		quirk: 'minusOnes',
		what: 'a count that LinkedIn does not have is null',
		then: async (on) => {
			on();
			const connection = { scopes: ['r_member_profileAnalytics'] };
			const result = await run('analytics:getMemberFollowers', {}, { connection });
			expect(items(result)).toMatchObject([{ followers: null }]);
		},
	},
];

describe.each(CASES)('$quirk: $what', ({ quirk, options, then }) => {
	test('is so', async () => {
		await then(() => simulator.quirks.on(quirk, options));
	});
});

test('each quirk has a case', () => {
	const missing = QUIRK_NAMES.filter((name) => !CASES.some(({ quirk }) => quirk === name));
	expect(missing).toEqual([]);
});
