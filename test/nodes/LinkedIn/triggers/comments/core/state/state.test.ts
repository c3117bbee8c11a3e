import {
	isDealtWith,
	newState,
	noteWhole,
	OVERLAP_MS,
	postKey,
	putRight,
	type TriggerState,
	type WatchedPost,
} from '../../../../../../../nodes/LinkedIn/triggers/comments/core/state/state';
import { NOW, pageWith } from './states';

const HOUR_MS = 3_600_000;
const SHARE = 'urn:li:share:1';
const ACTIVITY = 'urn:li:activity:2';

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
