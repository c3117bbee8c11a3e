/** When a failing source hands over to the next plan. */
import { letPass, MINUTE_MS, PAGE, simulateForEachTest, simulator, trigger } from './watchedPost';

simulateForEachTest();

const FEED = /organizationalEntityNotifications/;
const asked = () => simulator.requests.filter(({ url }) => FEED.test(url)).length;
const isHandOver = ({ message }: { message: string }) => message.includes('keep failing');
const lasting = (path: RegExp) => ({
	match: { path },
	times: Infinity,
	effect: { status: 500, body: { status: 500, message: 'Internal Server Error' } },
});

test.each([
	['three faults in a row', 1, 3],
	['30 minutes of faults, however few', 16, 2],
])('%s', async (_what, everyMinutes, faults) => {
	const { poll, logs } = trigger();
	await poll();
	simulator.faults.add(lasting(FEED));
	const before = asked();
	const hasHandedOver = () => logs().some(isHandOver);
	for (let polls = 0; polls < 10 && !hasHandedOver(); polls += 1) {
		letPass(everyMinutes * MINUTE_MS);
		await poll();
	}
	expect([hasHandedOver(), asked() - before]).toEqual([true, faults]);
});

test('not to a plan that asks nothing, as where the page has no posts: all of LinkedIn may be out of order', async () => {
	for (const post of simulator.state.posts(PAGE)) post.isDeleted = true;
	const { poll, logs } = trigger();
	await poll();
	simulator.faults.add(lasting(/^\/(rest|v2)\//));
	for (let minute = 0; minute < 10; minute += 1) {
		letPass(MINUTE_MS);
		await poll();
	}
	expect(asked()).toBeGreaterThan(3);
	expect(logs().some(isHandOver)).toBe(false);
});
