/**
 * The requests for a page's notification feed. Without `actions` and `timeRange` it was seen to answer 500 for days.
 * @see docs/behaviour.md#notification-feed
 */
import { letPass, MINUTE_MS, nowMs, PAGE_URN, simulateForEachTest, simulator, trigger } from './watchedPost';

simulateForEachTest();

const FEED = /organizationalEntityNotifications/;

test('each call names the actions and the span of time', async () => {
	const { poll } = trigger();
	await poll();
	letPass(5 * MINUTE_MS);
	await poll();
	const asked = simulator.requests
		.filter(({ url }) => FEED.test(url))
		.map(({ url }) => decodeURIComponent(url));
	expect(asked).toHaveLength(2);
	for (const url of asked) {
		const { actions, end, page, start } =
			/organizationalEntity=(?<page>[^&]*)&actions=List\((?<actions>[^)]*)\)&timeRange=\(start:(?<start>\d+),end:(?<end>\d+)\)/.exec(
				url,
			)?.groups ?? {};
		expect([page, actions]).toEqual([PAGE_URN, 'COMMENT,ADMIN_COMMENT,COMMENT_DELETE']);
		expect(Number(start)).toBeLessThan(Number(end));
		expect(Number(end)).toBeLessThanOrEqual(nowMs);
	}
});
