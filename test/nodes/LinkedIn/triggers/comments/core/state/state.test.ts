import {
	packThreads,
	threadKey,
	type ReadThread,
} from '../../../../../../../nodes/LinkedIn/triggers/comments/core/reading/readReplies';
import {
	bound,
	dropQuiet,
	MOST_POSTS,
	MOST_SEEN,
	WATCH_AFTER_COMMENT_MS,
} from '../../../../../../../nodes/LinkedIn/triggers/comments/core/state/bound';
import { readState, savedForm } from '../../../../../../../nodes/LinkedIn/triggers/comments/core/state/saved';
import {
	forgetPassed,
	isDealtWith,
	newPage,
	newState,
	noteSeen,
	noteWhole,
	OVERLAP_MS,
	postKey,
	putRight,
	type TriggerState,
	type WatchedPage,
	type WatchedPost,
} from '../../../../../../../nodes/LinkedIn/triggers/comments/core/state/state';

const NOW = Date.UTC(2026, 9, 5);
const HOUR_MS = 3_600_000;
const BASE = 7094637247890620000n;
const SHARE = 'urn:li:share:1';
const ACTIVITY = 'urn:li:activity:2';

function pageWith(posts: Record<string, Partial<WatchedPost>>, more: Partial<WatchedPage> = {}): WatchedPage {
	const whole = Object.entries(posts).map(([urn, post]) => [urn, { until: 0, ...post }]);
	return { ...newPage(NOW - 1000), posts: Object.fromEntries(whole), feed: NOW, plan: 'feed', ...more };
}

const stateWith = (page: WatchedPage): TriggerState => ({ ...newState(NOW), key: 'key', pages: { a: page } });

describe('what counts as dealt with', () => {
	test.each([
		['made before the post was read whole', { until: 100 }, 'a', 100, true],
		['made after it', { until: 100 }, 'a', 101, false],
		['made after it but seen', { until: 100, seen: new Map([['a', 101]]) }, 'a', 101, true],
		['another one seen', { until: 100, seen: new Map([['b', 101]]) }, 'a', 101, false],
	])('%s', (_, post, hash, createdAtMs, expected) => {
		expect(isDealtWith(post, hash, createdAtMs)).toBe(expected);
	});

	test.each([
		[
			"LinkedIn's own times, where this clock runs ahead",
			NOW - HOUR_MS,
			NOW + 24 * HOUR_MS,
			NOW - HOUR_MS - OVERLAP_MS,
		],
		['this clock, where a comment lies ahead of it', NOW + HOUR_MS, NOW, NOW - OVERLAP_MS],
	])('goes by %s', (_, newestMs, nowMs, expected) => {
		const post: WatchedPost = { until: 0 };
		noteWhole(post, newestMs, nowMs);
		expect(post.until).toBe(0);
		noteWhole(post, newestMs, nowMs);
		expect(post.until).toBe(expected);
	});
});

describe('the state in static data', () => {
	const post: WatchedPost = {
		until: NOW - 5_000,
		activity: ACTIVITY,
		counted: [12, 10],
		moved: [13, 11],
		wholeUntil: NOW - 4_999,
		commentedAt: NOW - 4_000,
		madeAt: NOW - 9_000,
		readAt: NOW - 3_000,
		wholeAt: NOW - 2_000,
		shortSince: NOW - 1_000,
		unreadableAt: NOW,
		wanted: true,
		seen: new Map([
			['abcdefg', NOW - 60_000],
			['-_ABCDE', NOW],
		]),
	};

	test('comes back as it was saved', () => {
		const urns = [SHARE, 'urn:li:ugcPost:3', ACTIVITY, 'urn:li:groupPost:5-6', 'sale'];
		const state = stateWith(pageWith(Object.fromEntries(urns.map((urn) => [urn, post]))));
		const saved = JSON.parse(JSON.stringify(savedForm({ ...state, quietUntil: NOW })));
		expect(readState(saved)).toEqual({ ...state, quietUntil: NOW });
	});

	test('keeps times up to the second, none of them earlier, and what decides about news as it is', () => {
		const state = stateWith(
			pageWith({ [SHARE]: { until: NOW - 1, madeAt: NOW + 1, seen: new Map([['abcdefg', NOW + 1]]) } }),
		);
		const { posts } = readState(savedForm(state))!.pages.a;
		expect(posts[SHARE]).toEqual({
			until: NOW - 1,
			madeAt: NOW + 1000,
			seen: new Map([['abcdefg', NOW + 60_000]]),
		});
	});

	test('is copied, so that a poll that fails leaves it as it was', () => {
		const saved = savedForm(stateWith(newPage(NOW)));
		const copy = readState(saved);
		copy!.pages.a.feed = 0;
		expect(saved.pages.a.feed).toBe(NOW);
	});

	test.each([undefined, null, {}, { format: 1 }, { format: 2 }, 'text'])('is not taken from %j', (saved) => {
		expect(readState(saved)).toBeUndefined();
	});

	test('stays below 64 KB when it is full', () => {
		const posts: Record<string, WatchedPost> = {};
		for (let number = 0; number < 2 * MOST_POSTS; number += 1) {
			const at = NOW - number * HOUR_MS;
			const seen = new Map(
				Array.from({ length: 20 }, (_, id) => [String(1e6 + number * 100 + id).slice(-7), at]),
			);
			posts[`urn:li:ugcPost:${BASE + BigInt(number)}`] = {
				...post,
				activity: `urn:li:activity:${BASE + BigInt(number)}`,
				counted: [1_234, 1_000],
				moved: [1_235, 1_001],
				wanted: number < 200,
				seen,
			};
		}
		const state = stateWith(pageWith(posts));
		const threads = Array.from({ length: 5_000 }, (_, id) => [
			threadKey('key', `${id}`),
			{ replies: 9, atMs: NOW },
		]);
		state.replies = packThreads(new Map(threads as Array<[string, ReadThread]>));
		bound(state);
		expect(Object.keys(state.pages.a.posts)).toHaveLength(MOST_POSTS);
		expect(JSON.stringify(savedForm(state)).length).toBeLessThan(64 * 1024);
	});
});

describe('a state with moments that lie ahead', () => {
	const FAR = Date.UTC(2083, 0, 1);
	const RESET = NOW + 86_400_000;
	const CURSOR = NOW - OVERLAP_MS;
	const stateAt = (at: number): TriggerState => ({
		...newState(at),
		key: 'key',
		quietUntil: at,
		managed: { at, urns: [], refusedAt: at },
		pages: {
			a: {
				...pageWith(
					{ [SHARE]: { until: at, readAt: at, wholeAt: at, shortSince: at, unreadableAt: at } },
					{ from: at, floor: at, feed: at, listedAt: at, glancedAt: at, countedAt: at },
				),
				refused: { feed: at, batch: at, comments: at, page: at },
				health: { feed: { failures: 1, sinceMs: at } },
			},
		},
	});

	test('is quiet up to the next reset, its cursors reach back by the overlap, and what was done was done now', () => {
		const state = stateAt(FAR);
		putRight(state, NOW, true);
		expect(state).toMatchObject({ quietUntil: RESET, from: CURSOR, managed: { at: NOW, refusedAt: NOW } });
		const { from, floor, feed, listedAt, glancedAt, countedAt, refused, health, posts } = state.pages.a;
		expect([from, floor, feed, listedAt, glancedAt, countedAt]).toEqual([
			CURSOR,
			CURSOR,
			CURSOR,
			NOW,
			NOW,
			NOW,
		]);
		expect(refused).toEqual({ feed: NOW, batch: NOW, comments: NOW, page: NOW });
		expect(health.feed?.sinceMs).toBe(NOW);
		expect(posts[SHARE]).toEqual({
			until: CURSOR,
			readAt: NOW,
			wholeAt: NOW,
			shortSince: NOW,
			unreadableAt: NOW,
		});
	});

	test.each([
		['that have passed', NOW - 1000],
		['no further ahead than clocks differ', NOW + 1_800_000],
	])('stays as it is with moments %s', (_what, at) => {
		const state = stateAt(at);
		putRight(state, NOW, true);
		expect(state).toEqual(stateAt(at));
	});
});

describe('a post under several URNs', () => {
	test('begins at the floor of its page', () => {
		const page = pageWith({}, { floor: 77 });
		expect(page.posts[postKey(page, [null, ACTIVITY])]).toEqual({ until: 77, activity: ACTIVITY });
	});

	test('is found by its activity once that is known', () => {
		const page = pageWith({ [SHARE]: { until: 5, activity: ACTIVITY } });
		expect(postKey(page, [null, ACTIVITY])).toBe(SHARE);
		expect(Object.keys(page.posts)).toEqual([SHARE]);
	});

	test.each([
		['as far as either was read whole', { until: 9, wholeAt: 1 }, { until: 5, wholeAt: 1 }, 9],
		['as far as the one was read that was read at all', { until: 9 }, { until: 5, wholeAt: 1 }, 5],
		['from the earlier one on, where neither was read', { until: 9 }, { until: 5 }, 5],
	])('becomes one that is dealt with %s', (_, twin, post, until) => {
		const page = pageWith({
			[ACTIVITY]: { ...twin, activity: ACTIVITY, seen: new Map([['a', 10]]) },
			[SHARE]: { ...post, wanted: true, seen: new Map([['b', 12]]) },
		});
		expect(postKey(page, [SHARE, ACTIVITY])).toBe(SHARE);
		expect(Object.keys(page.posts)).toEqual([SHARE]);
		const { seen, ...one } = page.posts[SHARE];
		expect(one).toMatchObject({ until, activity: ACTIVITY, wanted: true });
		expect([...seen!.keys()].sort()).toEqual(['a', 'b']);
	});
});

describe('what is no longer needed', () => {
	const old = NOW - 3 * OVERLAP_MS;

	test.each([
		['goes when the whole reading and the feed have passed it', NOW - OVERLAP_MS, NOW, 0],
		['stays while a reading may meet it with another time', old, NOW, 1],
		['stays while the feed will show it again', NOW - OVERLAP_MS, NOW - 2 * OVERLAP_MS, 1],
		['stays for weeks where its post is not read whole', 0, NOW + 30 * 24 * HOUR_MS, 1],
	])('a hash %s', (_, until, feed, left) => {
		const page = pageWith({ [SHARE]: { until, wanted: true } }, { feed });
		noteSeen(page.posts[SHARE], 'a', old);
		forgetPassed(page);
		expect(page.posts[SHARE].seen?.size ?? 0).toBe(left);
	});

	test('the oldest hashes go where there are too many, and it is said', () => {
		const page = pageWith({ [SHARE]: { until: 0, wanted: true } });
		for (let id = 0; id < MOST_SEEN + 10; id += 1) noteSeen(page.posts[SHARE], String(id), NOW + id * 1000);
		expect(bound(stateWith(page))).toContain('Max Calls a Day');
		expect(page.posts[SHARE].seen?.size).toBe(MOST_SEEN);
		expect(page.posts[SHARE].seen?.has('9')).toBe(false);
		expect(page.posts[SHARE].until).toBe(NOW + 9_000);
	});

	test('an old post, whose comments stay old should it come back', () => {
		const long = NOW - WATCH_AFTER_COMMENT_MS - 1000;
		const page = pageWith({
			[SHARE]: { until: long, commentedAt: long },
			'urn:li:share:3': { until: long, commentedAt: long - 5, wanted: true },
			'urn:li:share:4': { until: long, commentedAt: NOW - 5 },
		});
		dropQuiet(page, NOW);
		expect(Object.keys(page.posts).sort()).toEqual(['urn:li:share:3', 'urn:li:share:4']);
		const back = page.posts[postKey(page, [SHARE])];
		expect(isDealtWith(back, 'a', long)).toBe(true);
	});
});
