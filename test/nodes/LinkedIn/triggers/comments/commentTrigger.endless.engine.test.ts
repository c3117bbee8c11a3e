/** What happens to a reading if LinkedIn leads in circles. */
import type { Fault } from '../../../../simulator';
import {
	comment,
	letPass,
	MINUTE_MS,
	nowMs,
	PAGE_URN,
	post,
	SCOPES,
	simulateForEachTest,
	simulator,
	texts,
	trigger,
	WATCH_PAGE,
} from './watchedPost';

simulateForEachTest();

const FEED = /organizationalEntityNotifications/;
const COMMENTS = /\/comments/;
const WITHOUT_FEED = SCOPES.filter((scope) => scope !== 'rw_organization_admin');

const asked = (path: RegExp) => simulator.requests.filter(({ url }) => path.test(url)).length;

describe('a list that leads nowhere', () => {
	const next = (start: number) => ({
		start,
		count: 100,
		links: [{ rel: 'next', href: `/x?start=${start}&count=100` }],
	});
	const answering = (path: RegExp, body: object): Fault => ({
		match: { path },
		times: Infinity,
		effect: { status: 200, body },
	});
	const event = (id: number) => ({
		action: 'COMMENT',
		lastModifiedAt: nowMs,
		organizationalEntity: PAGE_URN,
		generatedActivity: `urn:li:comment:(${post.activity},${id})`,
		decoratedGeneratedActivity: { comment: { owner: 'urn:li:person:x', text: `${id}` } },
	});

	test.each([
		['a feed of the same page for ever', FEED, () => ({ elements: [event(1)], paging: next(100) })],
		['a feed that leads back to itself', FEED, () => ({ elements: [event(1)], paging: next(0) })],
		['a feed of empty pages', FEED, () => ({ elements: [], paging: next(100) })],
	])('%s ends, and it is said', async (_, path, body) => {
		const { poll, logs } = trigger();
		await poll();
		simulator.faults.add(answering(path, body()));
		letPass(5 * MINUTE_MS);
		const before = asked(path);
		await poll();
		expect(asked(path) - before).toBeLessThanOrEqual(4);
		expect(logs().some(({ message }) => message.includes('without new entries'))).toBe(true);
	});

	test('a feed whose link leads back to itself is read on while it brings news, and no further', async () => {
		const { poll, logs } = trigger({ ...WATCH_PAGE, maxCallsADay: 1_000_000 });
		await poll();
		letPass(5 * MINUTE_MS);
		const startOf = (url: string) => Number(/[?&]start=(\d+)/.exec(url)?.[1] ?? 0);
		const oldMs = nowMs - 10 * MINUTE_MS;
		for (const start of [0, 100, 200, 300]) {
			const elements = Array.from({ length: 100 }, (_, index) => {
				const one = event(start + index + 1);
				return start < 200 ? one : { ...one, lastModifiedAt: oldMs };
			});
			const where = new RegExp(`Notifications.*[?&]start=${start}(&|$)`);
			simulator.faults.add(answering(where, { elements, paging: next(start) }));
		}
		const before = simulator.requests.length;
		await poll();
		const asking = simulator.requests.slice(before).filter(({ url }) => FEED.test(url));
		expect(asking.map(({ url }) => startOf(url))).toEqual([0, 100, 200]);
		expect(logs().some(({ message }) => message.includes('without new entries'))).toBe(true);
	});

	test.each([
		['of the same page', 2, () => [event(1)]],
		['of empty pages', 3, () => []],
	])('a feed %s behind ever new places ends, and it is said', async (_what, calls, elements) => {
		const { poll, logs } = trigger({ ...WATCH_PAGE, maxCallsADay: 1_000_000 });
		await poll();
		letPass(5 * MINUTE_MS);
		for (let start = 0; start < 2_000; start += 100) {
			const where = new RegExp(`Notifications.*[?&]start=${start}(&|$)`);
			simulator.faults.add(answering(where, { elements: elements(), paging: next(start + 100) }));
		}
		const before = asked(FEED);
		await poll();
		expect(asked(FEED) - before).toBe(calls);
		expect(logs().some(({ message }) => message.includes('without new entries'))).toBe(true);
	});

	test('the same page of comments, sent endlessly, ends too', async () => {
		const { poll } = trigger(WATCH_PAGE, { scopes: WITHOUT_FEED });
		await poll();
		const made = comment('Once');
		const entity = {
			id: made.id,
			actor: 'urn:li:person:x',
			created: { time: nowMs },
			message: { text: 'Once' },
		};
		simulator.faults.add(answering(COMMENTS, { elements: [entity], paging: next(100) }));
		letPass(5 * MINUTE_MS);
		const before = asked(COMMENTS);
		expect(texts(await poll())).toEqual(['Once']);
		expect(asked(COMMENTS) - before).toBeLessThanOrEqual(6);
	});
});
