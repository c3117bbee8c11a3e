import { ACME, enc, send, startAtNow, textPost, tokenOf } from './wire';
import { QUIRK_NAMES, QUIRKS } from './index';
import type { QuirkName, QuirkOptions, Simulator } from './index';

let simulator: Simulator;
let token: string;
beforeEach(async () => {
	simulator = await startAtNow();
	token = tokenOf(simulator, 'ada');
});
afterEach(async () => simulator.close());

const on = (name: QuirkName, options: QuirkOptions = {}) => simulator.quirks.on(name, options);
const ask = async (path: string) => send(simulator, { path, token });
const create = async (text = 'x') =>
	send(simulator, { method: 'POST', path: '/rest/posts', body: textPost(ACME, text), token });
const lookUp = async () => ask('/rest/organizationsLookup?ids=List(2414183)');
const FEED = `/rest/organizationalEntityNotifications?q=criteria&organizationalEntity=${enc(ACME)}`;
const WHOLE = `${FEED}&actions=List(COMMENT)&timeRange=(start:1700000000000)`;
const readFeed = async () => ask(WHOLE);

function seed(comments: number) {
	const post = simulator.state.addPost({ author: ACME, text: 'Ask us' });
	for (let at = 0; at < comments; at += 1) {
		simulator.state.addComment({ post: post.urn, actor: 'cleo', text: `Number ${at}` });
	}
	return { post, list: `/rest/socialActions/${enc(post.urn)}/comments?start=` };
}

it('none is on until it is turned on, and all go off at once', async () => {
	expect((await ask(FEED)).status).toBe(400);
	simulator.quirks.on('all', { rate: 1 });
	simulator.quirks.off();
	expect((await lookUp()).json.results).toHaveProperty('2414183');
	expect(simulator.requests.map(({ fault }) => fault)).toEqual([undefined, undefined]);
});

it('each says what was seen, where that stands, and what its rate is the share of', () => {
	for (const row of Object.values(QUIRKS)) {
		expect(row).toEqual({
			seen: expect.stringMatching(/\w+\.$/),
			evidence: expect.stringMatching(/\w{4,}/),
			rateOf: expect.stringMatching(/\w+/),
			start: expect.any(Function),
		});
	}
});

it('the same seed gives the same answers, another one others', async () => {
	const statuses = async (number: number) => {
		simulator.quirks.on('all', { seed: number, rate: 0.3, except: ['dripping', 'daily429'] });
		const all = [];
		for (let at = 0; at < 30; at += 1)
			all.push(
				await lookUp().then(
					({ status }) => status,
					() => 'broken',
				),
			);
		return all.join();
	};
	const first = await statuses(7);
	expect(await statuses(7)).toBe(first);
	expect(await statuses(8)).not.toBe(first);
});

it('all at random: several show in one run, and are counted as the log has them', async () => {
	const { list } = seed(30);
	simulator.quirks.on('all', { rate: 0.3, except: ['dripping'] });
	for (let at = 0; at < 15; at += 1) {
		for (const call of [readFeed, async () => ask(`${list}0&count=100`), async () => create(`Post ${at}`)]) {
			await call().catch(() => undefined);
		}
	}
	const logged = simulator.requests.flatMap(({ fault }) => fault?.replace('quirk ', '').split(', ') ?? []);
	const { shown } = simulator.quirks;
	expect(shown.size).toBeGreaterThanOrEqual(8);
	expect([...shown.values()].reduce((sum, count) => sum + count)).toBe(logged.length);
	expect(Object.fromEntries(shown)).not.toHaveProperty('dripping');
});

describe('feed500', () => {
	it('at a rate of nothing but the incomplete question', async () => {
		on('feed500', { rate: 1e-9 });
		const asked = [FEED, `${FEED}&actions=List(COMMENT)`, `${FEED}&timeRange=(start:1700000000000)`, WHOLE];
		expect(await Promise.all(asked.map(async (path) => (await ask(path)).status))).toEqual([
			500, 500, 500, 200,
		]);
	});

	it('and the complete one as often as it says', async () => {
		on('feed500');
		expect(await readFeed()).toMatchObject({ status: 500, json: { code: 'INTERNAL_SERVER_ERROR' } });
		expect(simulator.requests).toMatchObject([{ fault: 'quirk feed500', status: 500 }]);
	});
});

it('epochHeaders: a short 429, with a header', async () => {
	on('epochHeaders');
	const { status, headers, json } = await lookUp();
	expect([status, json.message]).toEqual([429, expect.not.stringMatching(/day/i)]);
	expect('retry-after' in headers || 'x-ratelimit-reset' in headers).toBe(true);
});

describe('daily429', () => {
	const callsUntilRefused = async () => {
		for (let at = 0; at < 130; at += 1) if ((await lookUp()).status === 429) return at;
		return undefined;
	};

	it('after about 110 calls of a member, until midnight', async () => {
		on('daily429');
		const calls = await callsUntilRefused();
		expect(calls).toBeGreaterThanOrEqual(105);
		expect(calls).toBeLessThanOrEqual(115);
		expect((await lookUp()).json.message).toContain('APPLICATION_AND_MEMBER DAY');
		token = tokenOf(simulator, 'bob');
		expect((await lookUp()).status).toBe(200);
		simulator.clock.set(Date.UTC(2026, 8, 22, 0, 0, 1));
		token = tokenOf(simulator, 'ada');
		expect((await lookUp()).status).toBe(200);
	});

	it('takes the place of the documented 100 of the Development tier on the days drawn, and of no other', async () => {
		simulator.state.apps.get('suite-app')!.tier = 'development';
		const lookUpOne = async () => ask('/rest/organizations/2414183');
		const until = async () => {
			for (let at = 0; at < 130; at += 1) if ((await lookUpOne()).status === 429) return at;
			return undefined;
		};
		on('daily429', { rate: 1e-9 });
		expect(await until()).toBe(100);
		on('daily429');
		expect(await until()).toBeGreaterThanOrEqual(105);
	});
});

it('tier404s: on the Development tier only, though the scope is granted', async () => {
	on('tier404s');
	token = tokenOf(simulator, 'ada', ['r_member_profileAnalytics', 'rw_organization_admin']);
	const paths = ['/rest/memberFollowersCount?q=me', '/rest/organizationsLookup?ids=List(2414183)'];
	const statuses = async () => Promise.all(paths.map(async (path) => (await ask(path)).status));
	expect(await statuses()).toEqual([200, 200]);
	simulator.state.apps.get('suite-app')!.tier = 'development';
	expect(await statuses()).toEqual([404, 404]);
	expect((await ask(paths[0])).json).toEqual({ status: 404, message: 'No virtual resource found' });
});

describe('shortPages', () => {
	const walk = async (path: (start: number) => string, by: number) => {
		const pages = [];
		for (let start = 0; ; start += by) {
			const { json } = await ask(path(start));
			if (json.elements.length === 0) return pages;
			pages.push(json);
		}
	};

	it('of posts: fewer than asked and a next link; by that, or by what was asked, nothing is missed', async () => {
		const urns = Array.from({ length: 23 }, () => simulator.state.addPost({ author: ACME, text: 'x' }).urn);
		on('shortPages', { rate: 0.2 });
		const list = `/rest/posts?q=author&author=${enc(ACME)}&count=10&start=`;
		const pages = await walk((start) => list + start, 10);
		expect(pages.map(({ elements }) => elements.length)).toEqual([8, 8, 7]);
		const found = pages.flatMap(({ elements }) => elements.map(({ id }: { id: string }) => id));
		expect(found.sort()).toEqual(urns.sort());
		expect(pages[0].paging).toMatchObject({ start: 0, count: 10 });
		const next = await ask(pages[0].paging.links[0].href);
		expect(next.json.elements).toEqual(pages[1].elements);
	});

	it('of leads: neither next link nor total', async () => {
		const owner = { organization: ACME };
		const { leads } = simulator.state.ads;
		const form = leads.addForm({ owner });
		const ids = Array.from(
			{ length: 23 },
			(_, at) => leads.submit({ form, answers: { Email: `${at}@example.com` } }).id,
		);
		token = tokenOf(simulator, 'ada', ['r_marketing_leadgen_automation'], 'ads-app');
		on('shortPages', { rate: 0.05 });
		const query = `q=owner&owner=(organization:${enc(ACME)})&leadType=(leadType:COMPANY)&limitedToTestLeads=false`;
		const pages = await walk((start) => `/rest/leadFormResponses?${query}&count=10&start=${start}`, 10);
		expect(pages.map(({ elements }) => elements.length)).toEqual([10, 9, 4]);
		expect(pages.flatMap(({ elements }) => elements.map(({ id }: { id: string }) => id)).sort()).toEqual(
			ids.sort(),
		);
		expect(pages[1].paging).toEqual({ start: 10, count: 10, links: [] });
	});

	it('a page of one place is never empty before the end', async () => {
		const urns = Array.from({ length: 6 }, () => simulator.state.addPost({ author: ACME, text: 'x' }).urn);
		on('shortPages');
		const list = `/rest/posts?q=author&author=${enc(ACME)}&count=1&start=`;
		const pages = await walk((start) => list + start, 1);
		const found = pages.flatMap(({ elements }) => elements.map(({ id }: { id: string }) => id));
		expect([...new Set(found)].sort()).toEqual(urns.sort());
	});
});

it('cappedCounts: comments come ten at a time, and the page says so', async () => {
	const { list } = seed(25);
	on('cappedCounts');
	const { json } = await ask(`${list}0&count=100`);
	expect([json.elements.length, json.paging]).toEqual([10, { start: 0, count: 10, links: [], total: 25 }]);
	expect((await ask(`${list}20&count=5`)).json.elements).toHaveLength(5);
});

it('nullFields: what is documented as absent is null, and what names the thing stays', async () => {
	const { list, post } = seed(3);
	on('nullFields');
	const { json } = await ask(`${list}0`);
	const nulls = json.elements.map(
		(one: object) => Object.values(one).filter((value) => value === null).length,
	);
	expect(nulls.some((count: number) => count > 0)).toBe(true);
	expect(json.elements.map(({ actor }: { actor: string }) => actor)).not.toContain(null);
	const batch = await ask(`/rest/posts?ids=List(${enc(post.urn)})`);
	expect(Object.values(Object.values<object>(batch.json.results)[0])).toContain(null);
	expect(Object.values<{ id: string }>(batch.json.results)[0].id).toBe(post.urn);
});

it('foreignThreads: one that no API reads before the others, as long as there is room', async () => {
	seed(2);
	on('foreignThreads');
	const { json } = await readFeed();
	expect(json.elements).toHaveLength(3);
	expect(JSON.stringify(json.elements[0])).toMatch(/groupPost|linkedInArticle/);
	expect((await ask(`${WHOLE}&count=2`)).json.elements).toHaveLength(2);
});

it('missingIds: it is made, and nothing names it', async () => {
	const { post } = seed(0);
	on('missingIds');
	const { status, headers } = await create('made');
	expect([status, headers['x-restli-id'], headers['x-linkedin-id'], headers.location]).toEqual([
		201,
		undefined,
		undefined,
		undefined,
	]);
	expect(simulator.state.posts()).toHaveLength(2);
	const answer = await send(simulator, {
		method: 'POST',
		path: `/rest/socialActions/${enc(post.urn)}/comments`,
		body: { actor: ACME, object: post.activity, message: { text: 'Hi' } },
		token,
	});
	expect(answer.json).not.toHaveProperty('id');
	expect(answer.json).toMatchObject({ message: { text: 'Hi' } });
	const begin = '/rest/images?action=initializeUpload';
	const begun = await send(simulator, {
		method: 'POST',
		path: begin,
		body: { initializeUploadRequest: { owner: ACME } },
		token,
	});
	expect(begun.json.value.image).toMatch(/^urn:li:image:/);
});

it('unreadable2xx: success that says nothing, and it is done', async () => {
	on('unreadable2xx');
	const answers = [];
	for (let at = 0; at < 12; at += 1) {
		answers.push(await create(`Number ${at}`).catch(() => undefined));
	}
	expect(simulator.state.posts()).toHaveLength(12);
	expect(answers.every((one) => one === undefined || one.status < 300)).toBe(true);
	expect(new Set(simulator.requests.map(({ fault }) => fault))).toEqual(new Set(['quirk unreadable2xx']));
});

it('cutBodies: the head of a success, and not the whole of its body', async () => {
	on('cutBodies');
	await expect(create()).rejects.toThrow();
	expect(simulator.state.posts()).toHaveLength(1);
	expect(simulator.requests).toMatchObject([{ status: 201, carriedOut: true, fault: 'quirk cutBodies' }]);
});

it('dripping: a byte at a time, to the end', async () => {
	on('dripping', { dripMs: 2 });
	const sentAtMs = performance.now();
	const { json, text } = await lookUp();
	expect(json.results).toHaveProperty('2414183');
	expect(performance.now() - sentAtMs).toBeGreaterThanOrEqual(text.length * 2 * 0.8);
});

it.each(QUIRK_NAMES)('%s leaves refusals as they are', async (name) => {
	on(name, { dripMs: 1 });
	if (name === 'epochHeaders') return;
	const refused = await send(simulator, { path: '/rest/posts/urn%3Ali%3Ashare%3A1', token: null });
	expect([refused.status, refused.json.code]).toEqual([401, 'EMPTY_ACCESS_TOKEN']);
	expect((await ask(`/rest/posts/${enc('urn:li:share:1')}`)).json).toMatchObject({
		status: 404,
		code: 'NOT_FOUND',
	});
});
