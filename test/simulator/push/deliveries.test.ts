import { createHmac } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { ACME, ALL_SCOPES, startAtNow, tokenOf } from '../wire';
import { startReceiver, type Receiver } from './receiver';
import type { Simulator } from '../index';
import type { Post } from '../model';

/** What webhooks are sent, and when (docs.notifications, docs.leads). */

const MINUTE_MS = 60 * 1000;
const HOUR_MS = 60 * MINUTE_MS;
const APP = 'partner-app';

let simulator: Simulator;
let receiver: Receiver;
let post: Post;
beforeEach(async () => {
	simulator = await startAtNow();
	simulator.state.plainWebhooks = true;
	simulator.state.webhookTimeoutMs = 200;
	receiver = await startReceiver('partner-secret');
	post = simulator.state.addPost({ author: ACME, text: 'Ask us — häufig' });
	tokenOf(simulator, 'ada', ALL_SCOPES, APP);
	await simulator.portal.register(receiver.url, APP);
	subscribe();
});
afterEach(async () => {
	await receiver.close();
	await simulator.close();
});

const keyOf = (member = 'ada') => ({
	developerApplication: 'urn:li:developerApplication:1',
	user: simulator.state.member(member).urn,
	entity: ACME,
	eventType: 'ORGANIZATION_SOCIAL_ACTION_NOTIFICATIONS',
});
const subscribe = (member = 'ada', webhook = receiver.url) =>
	simulator.state.webhooks.subscriptions.put(keyOf(member), { app: APP, webhook, lastsMs: 9 * HOUR_MS });
const react = (count: number, from = 0) => {
	for (let at = from; at < from + count; at += 1) {
		simulator.state.reactions.set({ actor: `urn:li:person:p${at}`, entity: post.activity, type: 'LIKE' });
	}
};
const run = async () => await simulator.pusher.run();
const bodies = () => receiver.received.map(({ body }) => JSON.parse(body));
const sizes = () => bodies().map(({ notifications }) => notifications.length);
const statuses = () => simulator.pusher.deliveries.map(({ status }) => status);
let status = 500;
const answerWithStatus = () => {
	receiver.spoil = ({ method }, response) => {
		if (method === 'POST') response.writeHead(status).end();
		return method === 'POST';
	};
};

it('a push holds the notification as the feed has it, signed over its bytes', async () => {
	const comment = simulator.state.addComment({ post: post.urn, actor: 'cleo', text: 'Wann? Über…' });
	await run();
	const [{ body, signature }] = receiver.received;
	expect(JSON.parse(body)).toEqual({
		type: 'ORGANIZATION_SOCIAL_ACTION_NOTIFICATIONS',
		notifications: [
			{
				notificationId: expect.any(Number),
				organizationalEntity: ACME,
				action: 'COMMENT',
				subscriber: simulator.state.member('ada').urn,
				lastModifiedAt: comment.createdAt,
				sourcePost: post.activity,
				decoratedSourcePost: {
					owner: ACME,
					entity: post.urn,
					mediaCategory: 'NONE',
					text: 'Ask us — häufig',
				},
				generatedActivity: comment.urn.replace('urn:li:activity', 'activity'),
				decoratedGeneratedActivity: {
					comment: {
						owner: simulator.state.member('cleo').urn,
						text: 'Wann? Über…',
						entity: comment.urn,
						object: post.activity,
					},
				},
			},
		],
	});
	const signed = createHmac('sha256', 'partner-secret').update('hmacsha256=').update(Buffer.from(body));
	expect(signature).toBe(signed.digest('hex'));
	expect(simulator.pusher.deliveries).toEqual([
		{
			at: expect.any(Number),
			url: receiver.url,
			type: 'ORGANIZATION_SOCIAL_ACTION_NOTIFICATIONS',
			ids: [String(bodies()[0].notifications[0].notificationId)],
			status: 204,
			body,
			signature,
		},
	]);
});

it('ten notifications at most are in a push, and each is sent once', async () => {
	react(23);
	await run();
	react(1, 23);
	await run();
	await run();
	expect(sizes()).toEqual([10, 10, 3, 1]);
	const ids = simulator.pusher.deliveries.flatMap((delivery) => delivery.ids);
	expect(new Set(ids).size).toBe(24);
});

it('what happened before, or is not shown yet, is not pushed; what is shown later is', async () => {
	simulator.state.webhooks.subscriptions.remove(keyOf());
	react(1);
	simulator.clock.advance(1000);
	subscribe();
	simulator.state.notificationDelayMs = MINUTE_MS;
	react(2, 1);
	await run();
	expect(receiver.received).toEqual([]);
	simulator.clock.advance(MINUTE_MS + 1);
	await run();
	expect(sizes()).toEqual([2]);
});

it('two administrators get one notification each of the same event', async () => {
	simulator.state.setRole('bob', ACME, 'ADMINISTRATOR');
	tokenOf(simulator, 'bob', ALL_SCOPES, APP);
	subscribe('bob');
	react(1);
	await run();
	const [{ notifications }] = bodies();
	expect(new Set(notifications.map(({ subscriber }: { subscriber: string }) => subscriber)).size).toBe(2);
	expect(new Set(notifications.map((one: { notificationId: number }) => one.notificationId)).size).toBe(1);
});

it.each([
	[200, 1],
	[204, 1],
	[299, 1],
	[302, 2],
	[401, 2],
	[404, 2],
	[503, 2],
])('after a %s a push is sent %s times', async (answered, times) => {
	status = answered;
	answerWithStatus();
	react(1);
	await run();
	simulator.clock.advance(4.9 * MINUTE_MS);
	await run();
	expect(receiver.received).toHaveLength(1);
	status = 200;
	simulator.clock.advance(0.2 * MINUTE_MS);
	await run();
	expect(new Set(receiver.received.map(({ body }) => body)).size).toBe(1);
	expect([receiver.received.length, simulator.pusher.waiting]).toEqual([times, 0]);
});

it('no answer in time is a failure too, and so is a connection that breaks', async () => {
	let isSilent = true;
	receiver.spoil = ({ method }, response) => {
		if (method === 'POST' && !isSilent) response.socket?.destroy();
		return method === 'POST';
	};
	react(1);
	await run();
	isSilent = false;
	simulator.clock.advance(5 * MINUTE_MS);
	await run();
	expect([statuses(), simulator.pusher.waiting]).toEqual([[0, 0], 1]);
});

it('it is sent every five minutes for eight hours, then given up', async () => {
	status = 500;
	answerWithStatus();
	react(1);
	for (let minutes = 0; minutes < 9 * 60; minutes += 5) {
		await run();
		simulator.clock.advance(5 * MINUTE_MS);
	}
	const times = simulator.pusher.deliveries.map(({ at }) => at);
	const lasted = times[times.length - 1] - times[0];
	expect([lasted > 7.8 * HOUR_MS, lasted <= 8 * HOUR_MS]).toEqual([true, true]);
	expect([times.length > 8 * 11, simulator.pusher.waiting]).toEqual([true, 0]);
}, 30_000);

it.each<[string, () => void]>([
	['deleted', () => simulator.state.webhooks.subscriptions.remove(keyOf())],
	['ended by a revoked grant', () => simulator.state.tokens.revokeAll(APP, 'ada')],
	['ended by a lost role', () => simulator.state.setRole('ada', ACME, 'ADMINISTRATOR', 'REVOKED')],
	['ended by its time', () => simulator.clock.advance(9 * HOUR_MS + 1)],
	['without its address', () => simulator.portal.remove(receiver.url)],
	['with a blocked address', () => void (simulator.portal.addresses[0].state = 'BLOCKED')],
])('a subscription %s gets nothing more, not even what was waiting', async (_what, end) => {
	status = 500;
	answerWithStatus();
	react(1);
	await run();
	end();
	react(1, 1);
	simulator.clock.advance(6 * MINUTE_MS);
	await run();
	expect([receiver.received.length, simulator.pusher.waiting]).toEqual([1, 0]);
});

it('pushes come twice when told to', async () => {
	let isTwice = false;
	simulator.state.pushTwice = () => (isTwice = !isTwice);
	react(11);
	await run();
	expect(sizes().sort()).toEqual([1, 10, 10]);
	expect(simulator.pusher.waiting).toBe(0);
});

it('several pushes are under way at once when told to', async () => {
	let [open, most] = [0, 0];
	receiver.spoil = ({ method }, response) => {
		if (method !== 'POST') return false;
		most = Math.max(most, (open += 1));
		setTimeout(() => {
			open -= 1;
			response.writeHead(200).end();
		}, 20);
		return true;
	};
	simulator.state.pushesAtOnce = 3;
	react(60);
	await run();
	expect([most, sizes().length]).toEqual([3, 6]);
});

it('runs by itself in real time, with a shorter pause between two tries', async () => {
	simulator.state.pushRetryMs = 30;
	status = 500;
	answerWithStatus();
	simulator.pusher.start(10);
	react(1);
	while (receiver.received.length < 3) await sleep(5);
	simulator.pusher.stop();
	await run();
	const { length } = receiver.received;
	await sleep(100);
	expect(receiver.received).toHaveLength(length);
});

it('a renewed simulator knows no addresses, and pushes nothing', async () => {
	react(1);
	simulator.renew();
	await run();
	expect([simulator.portal.addresses, simulator.pusher.deliveries]).toEqual([[], []]);
});
