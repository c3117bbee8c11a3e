/** The comment trigger's side towards n8n, in the real poll context against the simulator. */
import { pollHarness, type PollOptions } from '../../../../engine/poll';
import { loadOptions } from '../../../../engine/options';

import type { INodeParameters } from 'n8n-workflow';

import { LinkedInCommunityTrigger } from '../../../../../nodes/LinkedIn/LinkedInCommunityTrigger.node';
import { createPoll } from '../../../../../nodes/LinkedIn/resources/communityTrigger/poll';
import { faults, startSimulator, type Post, type Simulator } from '../../../../simulator';

const PAGE = '2414183';
const PAGE_URN = `urn:li:organization:${PAGE}`;
const MINUTE_MS = 60_000;
const SCOPES = [
	'openid',
	'r_organization_social',
	'r_organization_social_feed',
	'w_organization_social_feed',
	'rw_organization_admin',
];
const WATCH_PAGE = { watch: 'pages', pages: [PAGE_URN], maxCallsADay: 100_000 };

let simulator: Simulator;
let clock: jest.SpyInstance;
let nowMs: number;
let post: Post;

beforeEach(async () => {
	nowMs = Date.UTC(2026, 9, 5, 12);
	clock = jest.spyOn(Date, 'now').mockImplementation(() => nowMs);
	simulator = await startSimulator({ now: nowMs });
	post = simulator.state.addPost({
		author: PAGE,
		text: 'A post (with brackets)',
		createdAt: nowMs - 60 * MINUTE_MS,
	});
});
afterEach(async () => {
	clock.mockRestore();
	await simulator.close();
});

function trigger(
	parameters: INodeParameters = WATCH_PAGE,
	{ scopes = SCOPES, data = {}, ...more }: Partial<PollOptions> & { scopes?: string[]; data?: object } = {},
) {
	const token = simulator.issueToken({ member: 'ada', scopes, expiresInSeconds: 60 * 86_400 });
	return pollHarness({
		node: 'linkedInCommunityTrigger',
		nodeType: Object.assign(new LinkedInCommunityTrigger(), {
			poll: createPoll({ underWay: new Set(), memories: new Map() }),
		}),
		credentials: {
			type: 'linkedInSuiteOAuth2Api',
			data: {
				clientId: 'suite-app',
				clientSecret: 'suite-secret',
				tier: 'standard',
				advanced: true,
				environment: 'custom',
				apiHost: simulator.url,
				oauthHost: simulator.url,
				oauthTokenData: {
					access_token: token.accessToken,
					scope: token.scope,
					expires_in: token.expiresIn,
					...(token.idToken ? { id_token: token.idToken } : {}),
				},
				...data,
			},
		},
		parameters: { authentication: 'oAuth2', ...parameters },
		...more,
	});
}

const endpoints = () => simulator.requests.map(({ endpoint }) => endpoint);
const texts = (outputs: Awaited<ReturnType<ReturnType<typeof trigger>['poll']>>) =>
	outputs?.[0].map(({ json }) => (json as { comment: { text: string } }).comment.text) ?? null;
/** Somebody comments, a second after what was before. */
function comment(text: string, more: { actor?: string; parent?: string } = {}) {
	nowMs += 1000;
	return simulator.state.addComment({ post: post.urn, actor: 'cleo', text, ...more });
}

describe('a published trigger', () => {
	// Before any version is refused for good: the transport remembers that for the life of the process.
	test('tells on the first item that the version moved on', async () => {
		const { poll } = trigger(WATCH_PAGE, { data: { version: '202604' } });
		await poll();
		comment('One');
		comment('Two');
		simulator.faults.add(faults.nonexistentVersion({ times: 1 }));
		nowMs += 5 * MINUTE_MS;
		const notices = (await poll())?.[0].map(({ json }) => json.notice);
		expect(notices).toEqual([expect.stringContaining('moved on to 202609'), undefined]);
	});

	test('gives out a reply with everything around it', async () => {
		const old = comment('Old');
		const { poll } = trigger();
		expect(await poll()).toBeNull();
		nowMs += MINUTE_MS;
		const reply = comment('A reply', { parent: old.urn, actor: 'bob' });
		nowMs += MINUTE_MS;
		expect(await poll()).toEqual([
			[
				{
					json: {
						comment: {
							urn: reply.urn,
							id: reply.id,
							text: 'A reply',
							createdAt: '2026-10-05T12:01:02.000Z',
							url: `https://www.linkedin.com/feed/update/${post.activity}?commentUrn=urn%3Ali%3Acomment%3A%28activity%3A${post.activity.slice(16)}%2C${reply.id}%29`,
							isReply: true,
						},
						author: { urn: 'urn:li:person:Bob-4kd_91x', name: null, isMe: false, isPage: false },
						post: {
							urn: post.urn,
							activity: post.activity,
							url: `https://www.linkedin.com/feed/update/${post.urn}`,
							text: 'A post (with brackets)',
						},
						parent: { urn: old.urn },
						page: { urn: PAGE_URN },
					},
				},
			],
		]);
	});

	test('asks once a poll when there is nothing new', async () => {
		const { poll } = trigger();
		await poll();
		simulator.requests.length = 0;
		nowMs += 5 * MINUTE_MS;
		expect(await poll()).toBeNull();
		expect(endpoints()).toEqual(['FINDER /rest/organizationalEntityNotifications']);
	});

	test('is saved with the items it was emitted with, and not before', async () => {
		const harness = trigger();
		await harness.poll();
		expect(harness.saves()).toBe(1);
		nowMs += 5 * MINUTE_MS;
		await harness.poll();
		expect(harness.saves()).toBe(1);
		const made = comment('New');
		nowMs += 5 * MINUTE_MS;
		await harness.poll();
		expect(harness.saves()).toBe(2);
		expect(JSON.stringify(harness.saved())).toContain(made.id);
		expect(JSON.stringify(harness.saved())).not.toContain('New');
	});

	test('polls once at a time', async () => {
		const { poll } = trigger();
		await poll();
		comment('New');
		nowMs += 5 * MINUTE_MS;
		const outputs = await Promise.all([poll(), poll(), poll()]);
		expect(outputs.map(texts)).toEqual([['New'], null, null]);
	});

	test.each([
		['a fault', () => faults.unavailable({ times: Infinity })],
		['a broken connection', () => faults.reset({ times: Infinity })],
		['a web page', () => faults.html({ times: Infinity })],
		['an ended token', () => faults.expiredToken({ times: Infinity })],
		['a spent quota', () => faults.dailyLimit({ times: Infinity })],
		['an ended version', () => faults.nonexistentVersion({ times: Infinity })],
	])('never throws for %s, at the first poll or later, and says so in the log', async (_, fault) => {
		simulator.faults.add(fault());
		const harness = trigger();
		expect(await harness.poll()).toBeNull();
		comment('Meanwhile');
		nowMs += 30 * MINUTE_MS;
		expect(await harness.poll()).toBeNull();
		expect(harness.logs().filter(({ level }) => level === 'warn')).not.toEqual([]);
		simulator.faults.clear();
		nowMs += 24 * 60 * MINUTE_MS;
		expect(texts(await harness.poll())).toEqual(['Meanwhile']);
	});

	test('tells that the token ends within days', async () => {
		const token = simulator.issueToken({ member: 'ada', scopes: SCOPES, expiresInSeconds: 3 * 86_400 });
		const { poll } = trigger(WATCH_PAGE, {
			data: {
				oauthTokenData: {
					access_token: token.accessToken,
					scope: token.scope,
					n8n_expires_at: nowMs + 3 * 86_400_000,
				},
			},
		});
		await poll();
		comment('One');
		comment('Two');
		nowMs += 5 * MINUTE_MS;
		const outputs = await poll();
		const notices = outputs?.[0].map(({ json }) => json.notice) ?? [];
		expect(notices).toEqual([expect.stringContaining('2 days'), undefined]);
	});

	test('skips a page without the role and says so once', async () => {
		simulator.state.addPost({ author: '5583111', text: 'Not for me' });
		const harness = trigger({ ...WATCH_PAGE, pages: [PAGE_URN, 'urn:li:organization:5583111'] });
		await harness.poll();
		comment('One');
		nowMs += 5 * MINUTE_MS;
		const outputs = await harness.poll();
		expect(outputs?.[0][0].json.notice).toContain('urn:li:organization:5583111 is skipped');
		comment('Two');
		nowMs += 5 * MINUTE_MS;
		expect((await harness.poll())?.[0][0].json.notice).toBeUndefined();
	});

	test.each([
		['all pages I manage', { watch: 'managed' }],
		['a page by its number', { watch: 'pages', pages: PAGE }],
		['a page by its address', { watch: 'pages', pages: 'https://www.linkedin.com/company/acme-corp/' }],
		['a chosen post by its URN', () => ({ watch: 'posts', posts: post.urn })],
		[
			'a chosen post by the link of its activity',
			() => ({ watch: 'posts', posts: `https://www.linkedin.com/feed/update/${post.activity}/` }),
		],
	])('watches %s', async (_, parameters) => {
		const given = typeof parameters === 'function' ? parameters() : parameters;
		const { poll } = trigger({ maxCallsADay: 100_000, ...given });
		await poll();
		comment('New');
		nowMs += 5 * MINUTE_MS;
		expect(texts(await poll())).toEqual(['New']);
	});
});

describe('wrong settings', () => {
	test.each([
		['no page', { watch: 'pages', pages: [] }, SCOPES, 'No page is chosen'],
		['no post', { watch: 'posts', posts: ' \n ' }, SCOPES, 'No post is chosen'],
		[
			'something that is no post',
			{ watch: 'posts', posts: 'urn:li:person:abc' },
			SCOPES,
			'urn:li:person:abc',
		],
		[
			'a profile link as page',
			{ watch: 'pages', pages: 'https://www.linkedin.com/in/ada' },
			SCOPES,
			'profile link',
		],
		[
			'a page nobody knows',
			{ watch: 'pages', pages: 'https://www.linkedin.com/company/nobody' },
			SCOPES,
			'nobody',
		],
		['a scope that is missing', WATCH_PAGE, ['openid', 'w_member_social'], 'may not read comments'],
	])('%s: one clear error', async (_, parameters, scopes, expected) => {
		const { poll } = trigger({ maxCallsADay: 100_000, ...parameters }, { scopes });
		await expect(poll()).rejects.toMatchObject({
			name: 'NodeApiError',
			message: expect.stringContaining(expected),
			description: expect.stringMatching(/./),
		});
	});

	test('a credential that is not connected: one clear error, no call', async () => {
		const { poll } = trigger(WATCH_PAGE, { data: { oauthTokenData: undefined } });
		await expect(poll()).rejects.toThrow('not connected');
		expect(simulator.requests).toEqual([]);
	});
});

describe('a manual run', () => {
	const manual = (parameters: INodeParameters = WATCH_PAGE) => trigger(parameters, { mode: 'manual' });

	test.each([
		['a page', () => WATCH_PAGE],
		['chosen posts', () => ({ watch: 'posts', posts: post.activity })],
	])('shows the newest comments of %s, oldest first, and saves nothing', async (_, parameters) => {
		for (let number = 1; number <= 12; number += 1) {
			comment(`Comment ${number}`);
		}
		nowMs += 1000;
		simulator.state.saveComment({ activity: post.activity, actor: PAGE_URN, text: 'Own' });
		nowMs += 1000;
		const harness = manual(parameters());
		const found = texts(await harness.poll());
		expect(found).toHaveLength(10);
		expect(found?.at(-1)).toBe('Comment 12');
		expect(found).not.toContain('Own');
		expect(harness.memory()).toEqual({});
	});

	test('finds comments of posts that the feed does not cover', async () => {
		post = simulator.state.addPost({ author: PAGE, text: 'Members only', visibility: 'LOGGED_IN' });
		comment('Hidden from the feed');
		nowMs += 1000;
		expect(texts(await manual().poll())).toEqual(['Hidden from the feed']);
	});

	test('ends without items when nobody has commented', async () => {
		expect(await manual().poll()).toBeNull();
	});

	test('throws what LinkedIn refuses, with advice', async () => {
		simulator.faults.add(faults.expiredToken({ times: Infinity }));
		await expect(manual().poll()).rejects.toMatchObject({
			message: expect.stringContaining('expired'),
			description: expect.stringContaining('connect again'),
		});
	});
});

test('Pages lists the pages whose comments may be read, with the role', async () => {
	const token = simulator.issueToken({ member: 'ada', scopes: SCOPES });
	const options = await loadOptions({
		node: 'linkedInCommunityTrigger',
		method: 'loadPages',
		parameters: { authentication: 'oAuth2' },
		credentials: {
			type: 'linkedInSuiteOAuth2Api',
			data: {
				clientId: 'suite-app',
				clientSecret: 'suite-secret',
				advanced: true,
				environment: 'custom',
				apiHost: simulator.url,
				oauthHost: simulator.url,
				oauthTokenData: { access_token: token.accessToken, scope: token.scope },
			},
		},
	});
	expect(options).toEqual([
		{
			name: 'Acme Corp (Administrator)',
			value: PAGE_URN,
			description: `https://www.linkedin.com/company/${PAGE}`,
		},
	]);
});
