import { withLeads, ADA_LEAD } from '../../resources/ads/leadForm/leads';
import { leadTrigger, PAGE, pageTrigger, PARTNER, simulateForEachTest, simulator } from './startPushTrigger';

/** A manual run shows the newest event, and changes nothing. */

simulateForEachTest();

const withComments = () => {
	const { urn } = simulator.state.addPost({ author: PAGE, text: 'x' });
	for (const text of ['older', 'newest']) simulator.state.addComment({ post: urn, actor: 'cleo', text });
	simulator.state.addComment({ post: urn, actor: 'ada', text: 'mine' });
};
const changes = () => simulator.requests.filter(({ method }) => method !== 'GET');

test.each<[string, { method: 'GET' } | undefined]>([
	['by itself', undefined],
	['when its address is opened', { method: 'GET' }],
])('page activity, %s', async (_what, request) => {
	withComments();
	const harness = await pageTrigger();
	const items = await harness.test(request);
	expect(items.map(({ json }) => json.comment)).toMatchObject([{ text: 'newest' }]);
	expect([changes(), harness.started, harness.saved()]).toEqual([[], [], {}]);
});

test('leads', async () => {
	withLeads(simulator);
	const harness = await leadTrigger();
	const items = await harness.test();
	expect(items.map(({ json }) => json.id)).toEqual([ADA_LEAD]);
	expect(changes()).toEqual([]);
});

test('of a published workflow leaves its subscription', async () => {
	withComments();
	const harness = await pageTrigger();
	simulator.state.webhooks.addresses.passed(PARTNER, harness.url, simulator.clock.now());
	await harness.publish();
	const before = harness.saved();
	await harness.test();
	expect(simulator.state.webhooks.subscriptions.all()).toMatchObject([{ webhook: harness.url }]);
	expect(harness.saved()).toEqual(before);
});

test.each([
	['no activity', {}, /lists no such activity/],
	['a page that the member may not read', { pages: ['urn:li:organization:5583111'] }, /isn't allowed|can't/],
])('with %s it says so', async (_what, parameters, message) => {
	const harness = await pageTrigger(parameters);
	await expect(harness.test()).rejects.toThrow(message);
});
