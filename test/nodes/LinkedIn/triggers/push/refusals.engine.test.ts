import type { WebhookHarness } from '../../../../engine/webhook';
import {
	followed,
	pageTrigger,
	send,
	settle,
	signed,
	simulateForEachTest,
	simulator,
	until,
} from './startPushTrigger';

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

const FEED = /organizationalEntityNotifications/;
const refuse = (path: RegExp) =>
	simulator.faults.add({
		match: { path },
		times: Infinity,
		effect: { status: 403, body: { status: 403, message: 'No' } },
	});

/** Until no request has come during this many short waits in a row. */
async function quiet(waits = 1): Promise<void> {
	for (let calm = 0, before = -1; calm < waits; calm += 1) {
		if (before < simulator.requests.length) calm = -1;
		before = simulator.requests.length;
		await settle();
	}
}

/**
 * A challenge a minute.
 * @param waits before the next: if the clock moves during a pull, that starts again
 * @returns how often each page was asked for
 */
async function challenged(
	harness: WebhookHarness,
	minutes: number,
	waits?: number,
): Promise<Map<string, number>> {
	const before = simulator.requests.length;
	const rightNow = Date.now;
	try {
		for (let minute = 0; minute < minutes; minute += 1) {
			jest.spyOn(Date, 'now').mockImplementation(() => rightNow() + minute * 61_000);
			await fetch(`${harness.url}?challengeCode=890e4665-4dfe-4ab1-b689-ed553bceeed0`);
			await quiet(waits);
		}
	} finally {
		jest.restoreAllMocks();
	}
	const asked = new Map<string, number>();
	for (const { url } of simulator.requests.slice(before).filter((one) => FEED.test(one.url))) {
		const [page] = /organization%3A\d+/.exec(url) ?? [''];
		asked.set(page, (asked.get(page) ?? 0) + 1);
	}
	return asked;
}

test('a feed that LinkedIn refuses is asked for less and less often, whoever sends challenges', async () => {
	const harness = await followed();
	harness.crash();
	await harness.restart();
	refuse(FEED);
	const [asks] = (await challenged(harness, 60)).values();
	expect(asks).toBeGreaterThan(2);
	expect(asks).toBeLessThan(8);
});

test.each([
	['subscriptions', /eventSubscriptions/],
	['the member', /v2\/me|userinfo/],
])('what LinkedIn fails to say of %s is asked for less and less often, too', async (_what, path) => {
	simulator.faults.add({ match: { path }, times: Infinity, effect: { status: 500, body: { status: 500 } } });
	const harness = await pageTrigger();
	await harness.publish();
	const before = simulator.requests.length;
	await challenged(harness, 60);
	const asked = simulator.requests.slice(before).filter(({ url }) => path.test(url));
	expect(asked.length).toBeGreaterThan(2);
	expect(asked.length).toBeLessThan(20);
});

describe('more pages than are asked for at once', () => {
	const pages = Array.from({ length: 70 }, (_, number) => `urn:li:organization:${3_000_000 + number}`);
	const addPages = () => {
		for (const page of pages) {
			simulator.state.addOrganization({ id: page.slice('urn:li:organization:'.length), name: page });
			simulator.state.setRole('ada', page, 'ADMINISTRATOR');
		}
	};
	const many = async () => {
		addPages();
		const harness = await followed({ pages });
		await quiet();
		harness.crash();
		await harness.restart();
		await quiet();
		return harness;
	};

	test('have their turn at the next challenge', async () => {
		const asked = await challenged(await many(), 3, 10);
		expect(asked.size).toBe(70);
		// A pull starts again once LinkedIn's time is known.
		expect([...asked.values()].filter((times) => times > 1).length).toBeLessThan(3);
	});

	test('are asked for less and less often while LinkedIn refuses one', async () => {
		const harness = await many();
		refuse(/organizationalEntityNotifications.*3000005/);
		const asked = await challenged(harness, 30);
		expect(asked.size).toBe(70);
		expect(Math.max(...asked.values())).toBeLessThan(6);
	});

	test('whose subscriptions fail: after five the rest waits for the next try', async () => {
		addPages();
		const match = { path: /eventSubscriptions/ };
		simulator.faults.add({ match, times: Infinity, effect: { status: 500, body: { status: 500 } } });
		const harness = await pageTrigger({ pages });
		await harness.publish();
		await quiet();
		const urls = simulator.requests
			.filter(({ url }) => url.includes('eventSubscriptions'))
			.map(({ url }) => url);
		expect(new Set(urls).size).toBe(5);
	});
});
