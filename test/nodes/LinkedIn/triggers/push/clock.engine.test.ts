import { faults } from '../../../../simulator';
import {
	followed,
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

/** A machine whose clock is wrong when n8n starts: until LinkedIn has answered, nothing depends on it. */

simulateForEachTest();
afterEach(() => jest.restoreAllMocks());

const DAY = 86_400_000;
const comment = (post: string, text: string) => simulator.state.addComment({ post, actor: 'cleo', text });
const bodyOf = ({ urn, createdAt }: { urn: string; createdAt: number }, notificationId: number) =>
	JSON.stringify({
		notifications: [
			{
				notificationId,
				organizationalEntity: PAGE,
				action: 'COMMENT',
				lastModifiedAt: createdAt,
				generatedActivity: urn,
				decoratedGeneratedActivity: { comment: { owner: 'urn:li:person:p1', text: 'again', entity: urn } },
			},
		],
	});
const setClock = (aheadMs: number) => {
	const rightNow = Date.now;
	jest.spyOn(Date, 'now').mockImplementation(() => rightNow() + aheadMs);
	simulator.clock.advance(-aheadMs);
};

test.each([
	['ten days ahead', 10 * DAY],
	['years ahead', 1_000 * DAY],
	['ten days behind', -10 * DAY],
	['years behind', -1_000 * DAY],
])('a clock %s at a restart neither repeats nor loses', async (_what, aheadMs) => {
	const harness = await followed();
	const { urn } = simulator.state.addPost({ author: PAGE, text: 'x' });
	const made = comment(urn, 'before');
	await push();
	await until(() => harness.started.length > 0);
	await settle();
	const [{ ids }] = simulator.pusher.deliveries;

	harness.crash();
	setClock(aheadMs);
	simulator.faults.add(faults.reset({ times: Infinity }));
	await harness.restart();
	const again = bodyOf(made, Number(ids[0]));
	expect((await send(harness.url, again, signed(again))).status).toBe(200);
	comment(urn, 'pushed');
	await push();
	await until(() => harness.started.length > 1);
	await settle();
	expect(textsIn(harness)).toEqual(['before', 'pushed']);

	comment(urn, 'missed');
	const [subscription] = simulator.state.webhooks.subscriptions.all();
	simulator.state.webhooks.subscriptions.remove(subscription);
	harness.crash();
	simulator.faults.clear();
	await harness.restart();
	// LinkedIn says its time in whole seconds.
	await new Promise((resolve) => setTimeout(resolve, 1_100));
	await simulator.portal.revalidate();
	await until(() => harness.started.length > 2);
	await send(harness.url, again, signed(again));
	await settle();
	expect(textsIn(harness)).toEqual(['before', 'pushed', 'missed']);
});
