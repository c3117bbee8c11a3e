import { faults } from '../../../../simulator';
import {
	followed,
	leadTrigger,
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

/** What is delivered doesn't wait for what else is done beside it. */

simulateForEachTest();

const FEED = /organizationalEntityNotifications/;
const comment = (post: string, text: string) => simulator.state.addComment({ post, actor: 'cleo', text });
const addPost = () => simulator.state.addPost({ author: PAGE, text: 'x' });
const untilLong = async (isSo: () => boolean) => {
	for (let tries = 0; tries < 5 && !isSo(); tries += 1) await until(isSo);
};

test('a feed that never answers delays a comment by five seconds, and is read at the next request', async () => {
	const harness = await followed();
	harness.crash();
	await harness.restart();
	simulator.faults.add(faults.hang({ match: { path: FEED } }));
	const { urn } = addPost();
	comment(urn, 'pushed');
	const startMs = performance.now();
	await push();
	await untilLong(() => harness.started.length > 0);
	expect(textsIn(harness)).toEqual(['pushed']);
	expect(performance.now() - startMs).toBeGreaterThan(4_000);
	expect(performance.now() - startMs).toBeLessThan(6_500);
	expect(harness.logs().map(({ message }) => message)).toContainEqual(
		expect.stringMatching(/read later. LinkedIn's answer takes too long/),
	);
	const [subscription] = simulator.state.webhooks.subscriptions.all();
	comment(urn, 'missed');
	simulator.state.webhooks.subscriptions.remove(subscription);
	harness.crash();
	await harness.restart();
	await simulator.portal.revalidate();
	await until(() => harness.started.length > 1);
	expect(textsIn(harness)).toEqual(['pushed', 'missed']);
});

test('what a slow feed shows after a delivery was handed over comes with the next request', async () => {
	const harness = await followed();
	const { urn } = addPost();
	comment(urn, 'missed');
	const before = simulator.requests.length;
	const asked = () => simulator.requests.slice(before).filter(({ url }) => FEED.test(url)).length;
	simulator.state.webhooks.outbox.waiting.length = 0;
	harness.crash();
	await harness.restart();
	simulator.faults.add(faults.slow(6_000, { match: { path: FEED } }));
	const other = { notificationId: 1, action: 'OTHER', lastModifiedAt: Date.now() };
	const body = JSON.stringify({ notifications: [other] });
	await send(harness.url, body, signed(body));
	await new Promise((resolve) => setTimeout(resolve, 7_000));
	expect([harness.started, asked()]).toEqual([[], 1]);
	await send(harness.url, body, signed(body));
	await until(() => harness.started.length > 0);
	expect([textsIn(harness), asked()]).toEqual([['missed'], 1]);
});

test('a lead that is never shown is answered with 503 after five seconds', async () => {
	const harness = await leadTrigger();
	await harness.publish();
	simulator.faults.add(faults.hang({ match: { path: /leadFormResponses/ }, times: Infinity }));
	const body = JSON.stringify(
		['1', '2'].map((id) => ({ type: 'LEAD_ACTION', leadGenFormResponse: id, leadAction: 'CREATED' })),
	);
	const startMs = performance.now();
	expect((await send(harness.url, body, signed(body, 'ads-secret'))).status).toBe(503);
	expect(performance.now() - startMs).toBeLessThan(6_500);
});

test('what is cut from a delivery is said, and pulled at once', async () => {
	const harness = await followed();
	const { urn } = addPost();
	comment(urn, 'cut');
	await settle();
	const other = { notificationId: 1, action: 'OTHER', lastModifiedAt: Date.now() };
	const bodyOf = (size: number) =>
		JSON.stringify({ notifications: Array.from({ length: size }, () => other) });
	await new Promise((resolve) => setTimeout(resolve, 1_100));
	await send(harness.url, bodyOf(1_000), signed(bodyOf(1_000)));
	await settle();
	expect(harness.started).toEqual([]);
	await send(harness.url, bodyOf(1_003), signed(bodyOf(1_003)));
	await until(() => harness.started.length > 0);
	expect(textsIn(harness)).toEqual(['cut']);
	expect(harness.logs().map(({ message }) => message)).toContainEqual(
		expect.stringMatching(/delivered 3 more than are read at once/),
	);
});
