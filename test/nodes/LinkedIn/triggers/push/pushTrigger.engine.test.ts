import { faults } from '../../../../simulator';
import {
	followed,
	itemsIn,
	PAGE,
	push,
	send,
	settle,
	signed,
	simulateForEachTest,
	simulator,
	textsIn,
	until,
} from './startPushTrigger';

/** Page activity, pushed by the simulator to the node in n8n's own contexts (docs.notifications). */

simulateForEachTest();

const addPost = () => simulator.state.addPost({ author: PAGE, text: 'Ask us' });
const comment = (post: string, text: string, actor = 'cleo') =>
	simulator.state.addComment({ post, actor, text });

test('a comment starts the workflow once, with the same item as by polling', async () => {
	const harness = await followed();
	simulator.state.pushTwice = true;
	const post = addPost();
	const made = comment(post.urn, 'Hello');
	await push();
	await push();
	await until(() => harness.started.length > 0);
	await settle();
	expect(itemsIn(harness)).toEqual([
		{
			event: 'newComment',
			occurredAt: new Date(made.createdAt).toISOString(),
			actor: { urn: simulator.state.member('cleo').urn, name: null, isMe: false, isPage: false },
			comment: {
				urn: made.urn,
				id: made.id,
				text: 'Hello',
				createdAt: new Date(made.createdAt).toISOString(),
				url: expect.stringContaining('https://www.linkedin.com/feed/update/urn:li:activity:'),
				isReply: false,
			},
			parent: null,
			post: {
				urn: post.urn,
				activity: post.activity,
				url: `https://www.linkedin.com/feed/update/${post.urn}`,
				text: 'Ask us',
			},
			page: { urn: PAGE },
		},
	]);
	expect(simulator.pusher.deliveries.map(({ status }) => status)).toEqual([200, 200]);
});

test('a batch is one execution with an item each', async () => {
	const harness = await followed();
	const { urn } = addPost();
	for (const text of ['one', 'two', 'three']) comment(urn, text);
	await push();
	await until(() => harness.started.length > 0);
	expect(harness.started.map((items) => items.length)).toEqual([3]);
	expect(textsIn(harness)).toEqual(['one', 'two', 'three']);
});

describe('what is not chosen is left out', () => {
	const happen = () => {
		const post = addPost();
		comment(post.urn, 'by cleo');
		comment(post.urn, 'by me', 'ada');
		comment(post.urn, 'by the page', PAGE);
		simulator.state.reactions.set({ actor: 'urn:li:person:p1', entity: post.activity, type: 'LIKE' });
	};

	test.each<[string, Parameters<typeof followed>[0], string[]]>([
		['by default', {}, ['newComment by cleo']],
		['with an empty list', { events: [] }, ['newComment by cleo']],
		['only reactions', { events: ['newReaction'] }, ['newReaction undefined']],
		[
			'with own activity',
			{ includeOwn: true },
			['newComment by cleo', 'newComment by me', 'newComment by the page'],
		],
		[
			'several events',
			{ events: ['newReaction', 'newComment'] },
			['newComment by cleo', 'newReaction undefined'],
		],
	])('%s', async (_what, parameters, expected) => {
		const harness = await followed(parameters);
		happen();
		await push();
		await until(() => harness.started.length > 0);
		await settle();
		const told = itemsIn(harness).map(
			({ event, comment: said }) => `${event} ${(said as { text: string })?.text}`,
		);
		expect(told.sort()).toEqual(expected);
	});

	test('activity of another page', async () => {
		const harness = await followed();
		const body = JSON.stringify({
			notifications: [
				{
					notificationId: 1,
					organizationalEntity: 'urn:li:organization:1',
					action: 'COMMENT',
					lastModifiedAt: Date.now(),
					generatedActivity: 'urn:li:comment:(activity:7094637247890620418,7094977717598625792)',
				},
			],
		});
		expect((await send(harness.url, body, signed(body))).status).toBe(200);
		await settle();
		expect(harness.started).toEqual([]);
	});
});

test('a broken element is left out with a notice, and the others start the workflow', async () => {
	const harness = await followed({ events: ['newReaction'] });
	const one = {
		notificationId: 1,
		action: 'LIKE',
		sourcePost: 'urn:li:activity:1',
		lastModifiedAt: Date.now(),
	};
	const body = JSON.stringify({ notifications: [null, one] });
	await send(harness.url, body, signed(body));
	await until(() => harness.started.length > 0);
	expect(itemsIn(harness)).toMatchObject([
		{ event: 'newReaction', notice: expect.stringMatching(/1 of 2 notifications/) },
	]);
});

describe('what is not pushed is pulled,', () => {
	test('and comes once: at the first request after n8n was killed', async () => {
		const harness = await followed();
		const { urn } = addPost();
		comment(urn, 'before');
		await push();
		await until(() => harness.started.length > 0);
		harness.crash();
		simulator.state.webhooks.subscriptions
			.all()
			.forEach((one) => simulator.state.webhooks.subscriptions.remove(one));
		comment(urn, 'missed');
		await harness.restart();
		await simulator.portal.revalidate();
		await until(() => harness.started.length > 1);
		await settle();
		expect(textsIn(harness)).toEqual(['before', 'missed']);
	});

	test('when n8n was killed between its answer and the start', async () => {
		const harness = await followed();
		const { urn } = addPost();
		comment(urn, 'lost');
		harness.crash();
		await harness.restart();
		// The first request of a process pulls, so the node is still busy when LinkedIn has its answer.
		await push();
		harness.crash();
		await settle();
		expect([simulator.pusher.deliveries.at(-1)?.status, harness.started]).toEqual([200, []]);
		await harness.restart();
		await simulator.portal.revalidate();
		await until(() => harness.started.length > 0);
		expect(textsIn(harness)).toEqual(['lost']);
	});

	test('but not what happened before it was published', async () => {
		const { urn } = addPost();
		comment(urn, 'old');
		await settle();
		const harness = await followed();
		await simulator.portal.revalidate();
		await settle();
		expect(harness.started).toEqual([]);
	});

	test('later, where LinkedIn fails', async () => {
		const harness = await followed();
		comment(addPost().urn, 'missed');
		harness.crash();
		await harness.restart();
		simulator.faults.add({
			match: { path: /organizationalEntityNotifications/ },
			times: 1,
			effect: { status: 500 },
		});
		await simulator.portal.revalidate();
		await until(() => harness.logs().some(({ message }) => /is read later/.test(message)));
		harness.crash();
		await harness.restart();
		await simulator.portal.revalidate();
		await until(() => harness.started.length > 0);
		expect(textsIn(harness)).toEqual(['missed']);
	});
});

test('two deliveries at once start the workflow once for each event', async () => {
	const harness = await followed();
	const { urn } = addPost();
	for (let number = 0; number < 25; number += 1) comment(urn, String(number));
	Object.assign(simulator.state, { pushesAtOnce: 5, pushTwice: true });
	await push();
	await push();
	await until(() => itemsIn(harness).length >= 25);
	await settle();
	expect(textsIn(harness).sort()).toEqual(Array.from({ length: 25 }, (_, number) => String(number)).sort());
	// What each saved, the other hasn't undone.
	harness.crash();
	await harness.restart();
	await simulator.portal.revalidate();
	await settle();
	expect(itemsIn(harness)).toHaveLength(25);
});

test('the same delivery twice at the same moment starts the workflow once', async () => {
	const harness = await followed({ events: ['newReaction'] });
	// The first request of a process pulls, so both are under way together.
	harness.crash();
	await harness.restart();
	const one = {
		notificationId: 1,
		action: 'LIKE',
		sourcePost: 'urn:li:activity:1',
		lastModifiedAt: Date.now(),
	};
	const body = JSON.stringify({ notifications: [one] });
	await Promise.all([send(harness.url, body, signed(body)), send(harness.url, body, signed(body))]);
	await until(() => harness.started.length > 0);
	await settle();
	expect(harness.started).toHaveLength(1);
});

test('one comment of which LinkedIn notifies twice starts the workflow once', async () => {
	const harness = await followed();
	const generatedActivity = 'urn:li:comment:(activity:7094637247890620418,7094977717598625792)';
	const notifications = ['COMMENT', 'ADMIN_COMMENT', 'COMMENT'].map((action, index) => ({
		notificationId: index + 1,
		action,
		lastModifiedAt: Date.now(),
		generatedActivity,
		decoratedGeneratedActivity: { comment: { owner: 'urn:li:person:p1', text: 'Hi' } },
	}));
	for (const some of [notifications.slice(0, 2), notifications.slice(2)]) {
		const body = JSON.stringify({ notifications: some });
		await send(harness.url, body, signed(body));
		await until(() => harness.started.length > 0);
		await settle();
	}
	expect(textsIn(harness)).toEqual(['Hi']);
});

test.each<[string, number, number]>([
	['three days ago', 3, 1],
	['five days ago, which is a replay', 5, 0],
])('a delivery of something from %s', async (_when, days, count) => {
	const rightNow = Date.now;
	const aWeekAgo = jest.spyOn(Date, 'now').mockImplementation(() => rightNow() - 7 * 86_400_000);
	const harness = await followed({ events: ['newReaction'] });
	aWeekAgo.mockRestore();
	await simulator.portal.revalidate();
	await settle();
	const lastModifiedAt = Date.now() - days * 86_400_000;
	const one = { notificationId: 2, action: 'LIKE', sourcePost: 'urn:li:activity:1', lastModifiedAt };
	const body = JSON.stringify({ notifications: [one] });
	for (let time = 0; time < 3; time += 1) {
		expect((await send(harness.url, body, signed(body))).status).toBe(200);
		await settle();
	}
	expect(harness.started).toHaveLength(count);
});

test('a token that LinkedIn refuses does not keep a pushed event from starting the workflow', async () => {
	const harness = await followed();
	harness.crash();
	await harness.restart();
	simulator.faults.add(faults.expiredToken({ times: Infinity }));
	comment(addPost().urn, 'Hello');
	await push();
	await until(() => harness.started.length > 0);
	expect(textsIn(harness)).toEqual(['Hello']);
});
