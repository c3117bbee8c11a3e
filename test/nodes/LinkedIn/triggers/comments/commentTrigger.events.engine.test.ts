/**
 * Each event of a page, in every form that LinkedIn's notification of it may have.
 * @see docs/behaviour.md#notification-feed
 */
import type { EventName } from '../../../../../nodes/LinkedIn/triggers/events/core/event';
import { NOTIFICATION_FORMS, type NotificationForms } from '../../../../simulator/notificationForms';
import {
	letPass,
	MINUTE_MS,
	nowMs,
	PAGE,
	PAGE_URN,
	post,
	SCOPES,
	simulateForEachTest,
	simulator,
	trigger,
	WATCH_PAGE,
} from './watchedPost';

simulateForEachTest();

const BOB = 'urn:li:person:Bob-4kd_91x';
const happen: Record<EventName, () => void> = {
	newComment: () => void simulator.state.addComment({ post: post.urn, actor: 'bob', text: 'Hello' }),
	commentEdited: () => simulator.state.editComment(simulator.state.comments(post.urn)[0].urn, 'Hello again'),
	newReaction: () => void simulator.state.react({ on: post.urn, actor: 'bob', type: 'PRAISE' }),
	newMention: () => void simulator.state.mention({ who: PAGE_URN, author: 'bob', text: 'Thanks to' }),
	newShare: () => void simulator.state.share({ post: post.urn, author: 'bob', text: 'Look' }),
	newPost: () => void simulator.state.addPost({ author: PAGE, text: 'News', createdAt: nowMs }),
};

/** What an item says whatever the form of its notification. */
const always: Record<EventName, object> = {
	newComment: {
		comment: { text: 'Hello', isReply: false },
		actor: { urn: BOB },
		post: { text: 'A post (with brackets)' },
	},
	commentEdited: { comment: { text: 'Hello again', isReply: false }, actor: { urn: BOB } },
	newReaction: { reaction: {}, actor: { isMe: false, isPage: false }, post: {} },
	newMention: { post: { url: expect.any(String) } },
	newShare: { share: {}, post: {} },
	newPost: { post: { text: 'News' }, actor: { urn: PAGE_URN, isPage: true } },
};

const FORMS: Array<[what: string, forms: Partial<NotificationForms>]> = Object.entries(
	NOTIFICATION_FORMS,
).flatMap(([form, values]) =>
	values.map((value): [string, object] => [`${form} ${value}`, { [form]: value }]),
);

test.each(FORMS)('with %s, each event starts the workflow once', async (_what, forms) => {
	Object.assign(simulator.state.notificationForms, forms);
	const { poll } = trigger({ ...WATCH_PAGE, events: Object.keys(happen) });
	simulator.state.addComment({ post: post.urn, actor: 'bob', text: 'Hello', createdAt: nowMs - MINUTE_MS });
	await poll();
	for (const [event, make] of Object.entries(happen)) {
		letPass(MINUTE_MS);
		make();
		letPass(5 * MINUTE_MS);
		const came = (await poll())?.[0] ?? [];
		expect(came.map(({ json }) => json)).toEqual([
			expect.objectContaining({ event, page: { urn: PAGE_URN }, post: expect.any(Object) }),
		]);
		expect(came[0].json).toMatchObject(always[event as EventName]);
		letPass(5 * MINUTE_MS);
		expect(await poll()).toBeNull();
	}
});

test('a list without a choice means new comments', async () => {
	const { poll } = trigger({ ...WATCH_PAGE, events: [] });
	await poll();
	letPass(MINUTE_MS);
	happen.newComment();
	happen.newReaction();
	letPass(5 * MINUTE_MS);
	expect((await poll())?.[0]).toMatchObject([{ json: { event: 'newComment' } }]);
});

test('a name that is not an event is refused before any call', async () => {
	const { poll } = trigger({ ...WATCH_PAGE, events: ['newLike'] });
	await expect(poll()).rejects.toMatchObject({ message: expect.stringContaining('newLike') });
	expect(simulator.requests).toEqual([]);
});

test('a manual run shows what happened last, of the chosen events', async () => {
	for (const make of [happen.newReaction, happen.newShare, happen.newPost, happen.newComment]) {
		make();
		letPass(MINUTE_MS);
	}
	const { poll } = trigger({ ...WATCH_PAGE, events: ['newReaction', 'newPost'] }, { mode: 'manual' });
	const shown = (await poll())?.[0] ?? [];
	expect(shown.map(({ json }) => json.event)).toEqual(['newPost', 'newReaction', 'newPost']);
});

test('a process that was stopped goes on where the saved state is', async () => {
	const { poll, restart } = trigger({ ...WATCH_PAGE, events: ['newReaction'] });
	await poll();
	letPass(MINUTE_MS);
	happen.newReaction();
	letPass(MINUTE_MS);
	expect((await poll())?.[0]).toHaveLength(1);
	await restart();
	letPass(MINUTE_MS);
	expect(await poll()).toBeNull();
});

test.each(['private', 'nameless'] as const)(
	'names come where people show them (hidden: %s)',
	async (form) => {
		simulator.state.hiddenPeople = form;
		simulator.state.member('cleo').isHidden = true;
		const { poll } = trigger({ ...WATCH_PAGE, events: ['newComment', 'newReaction'], authorNames: true });
		await poll();
		letPass(MINUTE_MS);
		happen.newReaction();
		for (const actor of ['bob', 'cleo']) {
			letPass(1000);
			simulator.state.addComment({ post: post.urn, actor, text: 'Hello' });
		}
		letPass(5 * MINUTE_MS);
		simulator.requests.length = 0;
		const came = (await poll())?.[0] ?? [];
		expect(came.map(({ json }) => (json.actor as { name: string | null }).name)).toEqual([
			'Bob Marsh',
			'Bob Marsh',
			null,
		]);
		expect(simulator.requests.filter(({ url }) => url.startsWith('/rest/people'))).toHaveLength(1);
	},
);

test('the connected member has a name, too, whatever the scopes', async () => {
	const scopes = ['r_basicprofile', ...SCOPES.filter((scope) => scope !== 'openid')];
	const settings = { ...WATCH_PAGE, events: ['newComment'], includeOwn: true, authorNames: true };
	const { poll } = trigger(settings, { scopes });
	await poll();
	letPass(MINUTE_MS);
	simulator.state.addComment({ post: post.urn, actor: 'ada', text: 'Mine' });
	letPass(5 * MINUTE_MS);
	expect((await poll())?.[0].map(({ json }) => json.actor)).toMatchObject([
		{ isMe: true, name: expect.stringMatching(/^Ada /) },
	]);
});

/** Each is listed before a reaction that can be read. */
const ODD: Array<[what: string, event: unknown]> = [
	['a reaction without anything', { action: 'LIKE' }],
	['a reaction at no time', { action: 'LIKE', sourcePost: 'urn:li:activity:1', lastModifiedAt: 'x' }],
	['a reaction to an article', { action: 'LIKE', sourcePost: 'urn:li:linkedInArticle:1', lastModifiedAt: 1 }],
	[
		'a share with null in each place',
		{ action: 'SHARE', sourcePost: null, decoratedGeneratedActivity: { share: null } },
	],
	['a mention of no post', { action: 'SHARE_MENTION', generatedActivity: 7, lastModifiedAt: 1e20 }],
	['an edit of nothing', { action: 'COMMENT_EDIT', generatedActivity: {} }],
	['an action nobody knows', { action: 'FOLLOW', lastModifiedAt: 1 }],
	['null', null],
];

test.each(ODD)('%s does not hold back the others', async (_what, event) => {
	const { poll } = trigger({
		...WATCH_PAGE,
		events: Object.keys(happen).filter((name) => name !== 'newPost'),
	});
	await poll();
	letPass(MINUTE_MS);
	happen.newReaction();
	happen.newShare();
	letPass(5 * MINUTE_MS);
	simulator.faults.add({
		match: { path: /organizationalEntityNotifications/ },
		times: Infinity,
		effect: 'pass',
		spoils: { body: (body: unknown) => spoilt(body as { elements: unknown[] }, event) },
	});
	const came = (await poll())?.[0] ?? [];
	expect(came.map(({ json }) => json.event).sort()).toEqual(['newReaction', 'newShare']);
});

const spoilt = (page: { elements: unknown[] }, event: unknown) => ({
	...page,
	elements: [event, ...page.elements],
});
