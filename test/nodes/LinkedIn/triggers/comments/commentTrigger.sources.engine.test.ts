/** What happens to comments if one of LinkedIn's sources fails or leaves something out. */
import { line } from '../../../../engine/host';
import type { Fault } from '../../../../simulator';
import {
	comment,
	letPass,
	MINUTE_MS,
	newProcess,
	nowMs,
	PAGE,
	post,
	SCOPES,
	simulateForEachTest,
	simulator,
	texts,
	trigger,
	WATCH_PAGE,
} from './watchedPost';

simulateForEachTest();

const HOUR_MS = 60 * MINUTE_MS;
const FEED = /organizationalEntityNotifications/;
const COUNTS = /socialMetadata/;
const COMMENTS = /\/comments/;
const WITHOUT_FEED = SCOPES.filter((scope) => scope !== 'rw_organization_admin');

const lasting = (path: RegExp, status = 500): Fault => ({
	match: { path },
	times: Infinity,
	effect: { status, body: { status, message: 'Internal Server Error' } },
});

/** Polls at this interval, for this long. @returns the texts that came, in order */
async function pollFor(
	poll: () => ReturnType<ReturnType<typeof trigger>['poll']>,
	hours: number,
	everyMinutes = 5,
) {
	const came: string[] = [];
	for (let minutes = 0; minutes < hours * 60; minutes += everyMinutes) {
		letPass(everyMinutes * MINUTE_MS);
		came.push(...(texts(await poll()) ?? []));
	}
	return came;
}

const asked = (path: RegExp) => simulator.requests.filter(({ url }) => path.test(url)).length;

describe('a source that fails while others answer', () => {
	test.each([
		['the notification feed', FEED, SCOPES],
		['the counts', COUNTS, WITHOUT_FEED],
	])('%s: comments come by the next plan, and once each', async (_, source, scopes) => {
		const { poll, logs } = trigger(WATCH_PAGE, { scopes });
		await poll();
		comment('Before');
		simulator.faults.add(lasting(source));
		expect(await pollFor(poll, 1)).toEqual(['Before']);
		comment('Meanwhile');
		expect(await pollFor(poll, 1)).toEqual(['Meanwhile']);
		expect(logs().filter(({ message }) => message.includes('keep failing'))).toHaveLength(1);
		simulator.faults.clear();
		comment('After');
		expect(await pollFor(poll, 30, 15)).toEqual(['After']);
	});

	test('from the first poll on: what was commented before the next plan took over comes too', async () => {
		// Just after midnight there are no spare calls yet for looking at the posts.
		letPass(12 * HOUR_MS + 10_000);
		const { poll } = trigger({ ...WATCH_PAGE, maxCallsADay: 5_000 });
		await poll();
		simulator.faults.add(lasting(FEED));
		comment('At once');
		expect(await pollFor(poll, 1, 1)).toEqual(['At once']);
	});

	test('takes no call from the others where calls come one at a time', async () => {
		const posts = Array.from({ length: 8 }, (_, index) =>
			simulator.state.addPost({ author: PAGE, text: `Post ${index}`, createdAt: nowMs - index * HOUR_MS }),
		);
		const { poll } = trigger({ ...WATCH_PAGE, maxCallsADay: 80 });
		await poll();
		await pollFor(poll, 12, 15);
		simulator.faults.add(lasting(FEED));
		const came: string[] = [];
		const made = Array.from({ length: 24 }, (_, index) => `Comment ${index}`);
		for (const [index, text] of made.entries()) {
			comment(text, { post: posts[index % posts.length].urn });
			came.push(...(await pollFor(poll, 3, 15)));
		}
		came.push(...(await pollFor(poll, 24, 15)));
		expect(came.sort()).toEqual(made.sort());
	}, 180_000);

	test('is tried again every hour, later every six hours', async () => {
		simulator.faults.add(lasting(FEED));
		const { poll } = trigger();
		await poll();
		await pollFor(poll, 1);
		const tries: number[] = [];
		for (let day = 0; day < 4; day += 1) {
			const before = asked(FEED);
			await pollFor(poll, 24, 15);
			tries.push(asked(FEED) - before);
		}
		expect(tries[0]).toBeGreaterThanOrEqual(20);
		expect(tries[0]).toBeLessThanOrEqual(25);
		expect(tries.slice(2)).toEqual([4, 4]);
	});

	test('is asked again for all it told meanwhile, which comes once', async () => {
		const { poll } = trigger();
		await poll();
		simulator.faults.add(lasting(FEED));
		const came: string[] = [];
		for (let hour = 0; hour < 3; hour += 1) {
			comment(`Hour ${hour}`);
			came.push(...(await pollFor(poll, 1)));
		}
		simulator.faults.clear();
		came.push(...(await pollFor(poll, 3)));
		expect(came).toEqual(['Hour 0', 'Hour 1', 'Hour 2']);
	});

	test.each([
		['an ended token', 401],
		['no network at all', 'reset' as const],
		['all of LinkedIn out of order', 503],
	])('%s changes no plan', async (_, fault) => {
		const { poll } = trigger();
		await poll();
		const everything = /^\/(rest|v2)\//;
		simulator.faults.add(
			fault === 'reset'
				? { match: { path: everything }, times: Infinity, effect: 'reset' }
				: lasting(everything, fault),
		);
		comment('Meanwhile');
		expect(await pollFor(poll, 3)).toEqual([]);
		simulator.faults.clear();
		simulator.requests.length = 0;
		expect(await pollFor(poll, 1.5)).toEqual(['Meanwhile']);
		expect(simulator.requests[0].url).toMatch(FEED);
		expect(asked(FEED)).toBeGreaterThan(3);
	});

	test('on the Development tier the feed is not the first plan', async () => {
		const { poll } = trigger(WATCH_PAGE, { data: { tier: 'development' } });
		await poll();
		comment('New');
		expect(await pollFor(poll, 1)).toEqual(['New']);
		expect([asked(FEED), asked(COMMENTS) > 0]).toEqual([0, true]);
	});
});

describe('what n8n does with a trigger', () => {
	test('published anew in the same process with an older state, it repeats nothing', async () => {
		const nodeType = newProcess();
		const harness = trigger(WATCH_PAGE, { nodeType });
		await harness.poll();
		comment('One');
		letPass(5 * MINUTE_MS);
		const staticData = { 'node:Node under test': harness.saved() };
		expect(texts(await harness.poll())).toEqual(['One']);
		const again = trigger(WATCH_PAGE, { nodeType, staticData });
		comment('Two');
		letPass(5 * MINUTE_MS);
		expect(texts(await again.poll())).toEqual(['Two']);
	});

	test('published anew while it polls: what n8n 2 throws away comes again, what n8n 1 emits does not', async () => {
		const nodeType = newProcess();
		const harness = trigger(WATCH_PAGE, { nodeType });
		await harness.poll();
		const staticData = { 'node:Node under test': harness.saved() };
		comment('One');
		letPass(5 * MINUTE_MS);
		const underWay = harness.poll();
		const again = trigger(WATCH_PAGE, { nodeType, staticData });
		expect(await again.poll()).toBeNull();
		expect(texts(await underWay)).toEqual(['One']);
		letPass(5 * MINUTE_MS);
		expect(texts(await again.poll())).toEqual(line === 2 ? ['One'] : null);
	});

	test('published anew while it polls: replies that n8n 2 throws away come again too', async () => {
		const top = comment('Old');
		const nodeType = newProcess();
		const harness = trigger(WATCH_PAGE, { nodeType, scopes: WITHOUT_FEED });
		await harness.poll();
		const staticData = { 'node:Node under test': harness.saved() };
		comment('Reply', { parent: top.urn });
		letPass(5 * MINUTE_MS);
		const underWay = harness.poll();
		const again = trigger(WATCH_PAGE, { nodeType, staticData, scopes: WITHOUT_FEED });
		expect(await again.poll()).toBeNull();
		expect(texts(await underWay)).toEqual(['Reply']);
		letPass(5 * MINUTE_MS);
		expect(texts(await again.poll())).toEqual(line === 2 ? ['Reply'] : null);
	});

	test('polled once a day, it reads all of a day at once', async () => {
		const posts = [post.urn];
		for (let number = 0; number < 30; number += 1) {
			posts.push(
				simulator.state.addPost({ author: PAGE, text: `${number}`, createdAt: nowMs - HOUR_MS }).urn,
			);
		}
		letPass(12 * HOUR_MS + MINUTE_MS);
		const { poll } = trigger({ ...WATCH_PAGE, maxCallsADay: 80 }, { scopes: WITHOUT_FEED });
		await poll();
		letPass(24 * HOUR_MS);
		await poll();
		for (const urn of posts) comment(`On ${urn}`, { post: urn });
		letPass(24 * HOUR_MS);
		expect(texts(await poll())).toHaveLength(posts.length);
	});
});

describe('a reply that nobody wants', () => {
	test('does not come where LinkedIn does not show it yet', async () => {
		const old = comment('Old');
		letPass(MINUTE_MS);
		const { poll } = trigger({ ...WATCH_PAGE, includeReplies: false });
		await poll();
		simulator.faults.add({ ...lasting(/\/comments\/\d+/, 404), times: 1 });
		comment('A reply', { parent: old.urn });
		expect(await pollFor(poll, 26, 10)).toEqual([]);
	});

	test('and a comment that shows later comes', async () => {
		const { poll } = trigger({ ...WATCH_PAGE, includeReplies: false });
		await poll();
		simulator.faults.add({ ...lasting(/\/comments\/\d+/, 404), times: 1 });
		comment('A comment');
		expect(await pollFor(poll, 1)).toEqual(['A comment']);
	});
});

test('a post chosen by its share and by its activity is one post', async () => {
	const { poll } = trigger(
		{ watch: 'posts', posts: `${post.urn}\n${post.activity}`, maxCallsADay: 80 },
		{ scopes: WITHOUT_FEED },
	);
	await poll();
	const came: string[] = [];
	for (let number = 1; number <= 5; number += 1) {
		comment(`${number}`);
		came.push(...(await pollFor(poll, 3, 15)));
	}
	expect(came).toEqual(['1', '2', '3', '4', '5']);
});

test('comments of a page that is gained come from the moment it is gained', async () => {
	simulator.state.setRole('ada', '5583111', 'ADMINISTRATOR', 'REVOKED');
	const other = simulator.state.addPost({ author: '5583111', text: 'Gained', createdAt: nowMs - HOUR_MS });
	const { poll } = trigger({ watch: 'managed', maxCallsADay: 80 });
	await poll();
	expect(await pollFor(poll, 3, 15)).toEqual([]);
	simulator.state.setRole('ada', '5583111', 'ADMINISTRATOR');
	comment('Just gained', { post: other.urn });
	expect(await pollFor(poll, 26, 15)).toEqual(['Just gained']);
});

test('who I am is counted by the calls it takes', async () => {
	const scopes = [...SCOPES.filter((scope) => scope !== 'openid'), 'r_basicprofile'];
	const { poll, memory } = trigger(WATCH_PAGE, { scopes });
	simulator.faults.add(lasting(/^\/v2\/me/, 403));
	await poll();
	const { calls } = (memory().comments ?? {}) as { calls: { used: number } };
	expect([asked(/^\/v2\/me/), asked(/organizationAcls/)]).toEqual([1, 1]);
	expect(calls.used).toBe(simulator.requests.length);
});
