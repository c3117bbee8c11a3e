import { get, post, simulateForEachTest, simulator, token } from './commentCalls';
import { ACME, enc, send } from './wire';

simulateForEachTest();

const LATE_MS = 10 * 60_000;

const shown = async () => {
	const list = await get(post.activity);
	const counts = await send(simulator, { path: `/rest/socialMetadata/${enc(post.urn)}`, token });
	const feed = await send(simulator, {
		path: `/rest/organizationalEntityNotifications?q=criteria&organizationalEntity=${enc(ACME)}&actions=List(COMMENT)`,
		token,
	});
	return [list.json.elements.length, counts.json.commentSummary.count, feed.json.elements.length];
};

it('shows, counts and tells of a comment from its moment on, and not by its URN before', async () => {
	const visibleFrom = simulator.clock.now() + LATE_MS;
	const late = simulator.state.addComment({ post: post.urn, actor: 'cleo', text: 'Late', visibleFrom });
	expect(await shown()).toEqual([0, 0, 0]);
	expect((await get(post.activity, `/${late.id}`)).status).toBe(404);
	expect((await get(late.urn)).status).toBe(404);
	simulator.clock.advance(LATE_MS);
	expect(await shown()).toEqual([1, 1, 1]);
	expect((await get(late.urn)).status).toBe(200);
});

it('tells of it in the feed later still where the feed lags', async () => {
	simulator.state.notificationDelayMs = LATE_MS;
	const visibleFrom = simulator.clock.now() + LATE_MS;
	simulator.state.addComment({ post: post.urn, actor: 'cleo', text: 'Late', visibleFrom });
	simulator.clock.advance(LATE_MS);
	expect(await shown()).toEqual([1, 1, 0]);
	simulator.clock.advance(LATE_MS);
	expect(await shown()).toEqual([1, 1, 1]);
});
