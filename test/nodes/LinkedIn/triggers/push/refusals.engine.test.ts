import { followed, send, settle, signed, simulateForEachTest, simulator, until } from './startPushTrigger';

/** What starts nothing and how it's answered (docs.webhooks), and what LinkedIn refuses. */

simulateForEachTest();

describe('nothing is started, and 401 answered,', () => {
	const body = JSON.stringify({
		notifications: [
			{ notificationId: 1, action: 'LIKE', sourcePost: 'urn:li:activity:1', lastModifiedAt: Date.now() },
		],
	});

	test.each<[string, Record<string, string>]>([
		['without a signature', {}],
		['with another one', signed(body, 'other')],
		['with one of another body', signed(`${body} `)],
		['with no hex', { 'x-li-signature': 'x' }],
	])('%s', async (_what, headers) => {
		const harness = await followed({ events: ['newReaction'] });
		const reply = await send(harness.url, body, headers);
		await settle();
		expect([reply.status, harness.started]).toEqual([401, []]);
	});

	test('with the right one it is another matter', async () => {
		const harness = await followed({ events: ['newReaction'] });
		expect((await send(harness.url, body, signed(body))).status).toBe(200);
		await until(() => harness.started.length > 0);
		expect(harness.started).toHaveLength(1);
	});
});

test.each([
	['no code', '', 400],
	['an empty code', '?challengeCode=', 400],
	['a code that would sign a delivery', '?challengeCode=hmacsha256%3D%7B%7D', 400],
	['two codes', '?challengeCode=a&challengeCode=b', 400],
	['a code', '?challengeCode=890e4665-4dfe-4ab1-b689-ed553bceeed0', 200],
	['a code and an application', '?challengeCode=890e4665&applicationId=7', 200],
])('a challenge with %s is answered with its status', async (_what, query, status) => {
	const harness = await followed();
	expect((await fetch(harness.url + query)).status).toBe(status);
});

test.each<[string, string, number]>([
	['another type', '{"type":"LIVE_VIDEO"}', 200],
	['null', 'null', 200],
	['a broken element', '{"notifications":[null,{"action":5}]}', 200],
	['more than LinkedIn sends', JSON.stringify({ notifications: [], more: 'x'.repeat(1_000_001) }), 413],
])('%s starts nothing', async (_what, body, status) => {
	const harness = await followed();
	const reply = await send(harness.url, body, signed(body));
	await settle();
	expect([reply.status, harness.started]).toEqual([status, []]);
});

test('a feed that LinkedIn refuses is asked for less and less often, whoever sends challenges', async () => {
	const harness = await followed();
	harness.crash();
	await harness.restart();
	simulator.faults.add({
		match: { path: /organizationalEntityNotifications/ },
		times: Infinity,
		effect: { status: 403, body: { status: 403, message: 'No' } },
	});
	const asked = () =>
		simulator.requests.filter(({ url }) => url.includes('organizationalEntityNotifications')).length;
	const before = asked();
	const rightNow = Date.now;
	try {
		for (let minute = 0; minute < 60; minute += 1) {
			jest.spyOn(Date, 'now').mockImplementation(() => rightNow() + minute * 61_000);
			await fetch(`${harness.url}?challengeCode=890e4665-4dfe-4ab1-b689-ed553bceeed0`);
			await settle();
		}
	} finally {
		jest.restoreAllMocks();
	}
	expect(asked() - before).toBeGreaterThan(2);
	expect(asked() - before).toBeLessThan(8);
});
