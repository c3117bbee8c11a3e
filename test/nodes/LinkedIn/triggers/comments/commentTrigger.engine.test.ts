/** What an active trigger emits, requests and saves. */
import { faults } from '../../../../simulator';
import {
	comment,
	letPass,
	MINUTE_MS,
	nowMs,
	PAGE,
	PAGE_URN,
	post,
	SCOPES,
	simulateForEachTest,
	simulator,
	texts,
	trigger,
	WATCH_PAGE,
} from './watchedPost';

simulateForEachTest();

const endpoints = () => simulator.requests.map(({ endpoint }) => endpoint);

describe('a published trigger', () => {
	// Before any version is permanently refused: the transport remembers that for the lifetime of the process.
	test('tells on the first item that the version moved on', async () => {
		const { poll } = trigger(WATCH_PAGE, { data: { version: '202604' } });
		await poll();
		comment('One');
		comment('Two');
		simulator.faults.add(faults.nonexistentVersion({ times: 1 }));
		letPass(5 * MINUTE_MS);
		const notices = (await poll())?.[0].map(({ json }) => json.notice);
		expect(notices).toEqual([expect.stringContaining('switched to 202609'), undefined]);
	});

	test('gives out a reply with everything around it', async () => {
		const old = comment('Old');
		const { poll } = trigger();
		expect(await poll()).toBeNull();
		letPass(MINUTE_MS);
		const reply = comment('A reply', { parent: old.urn, actor: 'bob' });
		letPass(MINUTE_MS);
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
						event: 'newComment',
						occurredAt: '2026-10-05T12:01:02.000Z',
						actor: { urn: 'urn:li:person:Bob-4kd_91x', name: null, isMe: false, isPage: false },
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
		letPass(5 * MINUTE_MS);
		expect(await poll()).toBeNull();
		expect(endpoints()).toEqual(['FINDER /rest/organizationalEntityNotifications']);
	});

	test('is saved with the items it was emitted with, and not before', async () => {
		const harness = trigger();
		await harness.poll();
		expect(harness.saves()).toBe(1);
		letPass(5 * MINUTE_MS);
		await harness.poll();
		expect(harness.saves()).toBe(1);
		const made = comment('New');
		letPass(5 * MINUTE_MS);
		await harness.poll();
		expect(harness.saves()).toBe(2);
		// Neither a comment's text nor its id: what is kept for longer than LinkedIn allows is a keyed hash.
		expect(JSON.stringify(harness.saved())).not.toContain('New');
		expect(JSON.stringify(harness.saved())).not.toContain(made.id);
	});

	test('counts each request of who it belongs to, which may take three', async () => {
		for (const path of [/^\/v2\/me/, /^\/v2\/userinfo/]) {
			simulator.faults.add(faults.accessDenied({ match: { path }, times: Infinity }));
		}
		const scopes = [...SCOPES.slice(1), 'profile', 'r_basicprofile'];
		const harness = trigger(WATCH_PAGE, { scopes });
		await harness.poll();
		expect(endpoints().slice(0, 3)).toEqual([
			'GET /v2/me',
			'GET /v2/userinfo',
			'FINDER /rest/organizationAcls',
		]);
		expect(JSON.stringify(harness.memory())).toContain(`"used":${simulator.requests.length}`);
	});

	test('polls once at a time', async () => {
		const { poll, logs } = trigger();
		await poll();
		comment('New');
		letPass(5 * MINUTE_MS);
		const outputs = await Promise.all([poll(), poll(), poll()]);
		expect(outputs.map(texts)).toEqual([['New'], null, null]);
		expect(logs().filter(({ message }) => message.includes('still running'))).toHaveLength(2);
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
		letPass(30 * MINUTE_MS);
		expect(await harness.poll()).toBeNull();
		expect(harness.logs().filter(({ level }) => level === 'warn')).not.toEqual([]);
		simulator.faults.clear();
		letPass(24 * 60 * MINUTE_MS);
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
		letPass(5 * MINUTE_MS);
		const outputs = await poll();
		const notices = outputs?.[0].map(({ json }) => json.notice) ?? [];
		expect(notices).toEqual([expect.stringContaining('2 days'), undefined]);
	});

	test('skips a page without the role and says so once', async () => {
		simulator.state.addPost({ author: '5583111', text: 'Not for me' });
		const harness = trigger({ ...WATCH_PAGE, pages: [PAGE_URN, 'urn:li:organization:5583111'] });
		await harness.poll();
		comment('One');
		letPass(5 * MINUTE_MS);
		const outputs = await harness.poll();
		expect(outputs?.[0][0].json.notice).toContain('urn:li:organization:5583111 is skipped');
		comment('Two');
		letPass(5 * MINUTE_MS);
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
		letPass(5 * MINUTE_MS);
		expect(texts(await poll())).toEqual(['New']);
	});
});
