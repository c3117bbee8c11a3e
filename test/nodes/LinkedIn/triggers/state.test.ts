import {
	isDealtWith,
	newPage,
	newState,
	noteSeen,
	OVERLAP_MS,
	postKey,
	putRight,
	readState,
	SEEN_FOR_MS,
	tidy,
	WATCH_AFTER_COMMENT_MS,
	type WatchedPage,
	type WatchedPost,
} from '../../../../nodes/LinkedIn/triggers/state';

const NOW = Date.UTC(2026, 9, 5);
const SHARE = 'urn:li:share:1';
const ACTIVITY = 'urn:li:activity:2';

function pageWith(posts: Record<string, Partial<WatchedPost>>, more: Partial<WatchedPage> = {}): WatchedPage {
	const whole = Object.entries(posts).map(([urn, post]) => [urn, { until: 0, wholeAt: 0, ...post }]);
	return { ...newPage(NOW - 1000), posts: Object.fromEntries(whole), feed: NOW, plan: 'feed', ...more };
}

describe('what counts as dealt with', () => {
	test.each([
		['made before the post was read whole', { until: 100 }, '1', 100, true],
		['made after it', { until: 100 }, '1', 101, false],
		['made after it but seen', { until: 100, seen: { 1: [101, 200] as [number, number] } }, '1', 101, true],
		['another one seen', { until: 100, seen: { 2: [101, 200] as [number, number] } }, '1', 101, false],
	])('%s', (_, post, id, createdAtMs, expected) => {
		expect(isDealtWith({ wholeAt: 0, ...post }, id, createdAtMs)).toBe(expected);
	});
});

describe('the state in static data', () => {
	test('is copied, so that a poll that fails leaves it as it was', () => {
		const saved = { ...newState(NOW), pages: { a: newPage(NOW) } };
		const copy = readState(saved);
		copy!.pages.a.feed = 0;
		expect(saved.pages.a.feed).toBe(NOW);
	});

	test.each([undefined, null, {}, { format: 2 }, 'text'])('is not taken from %j', (saved) => {
		expect(readState(saved)).toBeUndefined();
	});
});

describe('a state with moments that lie ahead', () => {
	const FAR = Date.UTC(2083, 0, 1);
	const RESET = NOW + 86_400_000;
	const CURSOR = NOW - OVERLAP_MS;
	const stateAt = (at: number) => ({
		...newState(at),
		quietUntil: at,
		managed: { at, urns: [] },
		pages: {
			a: {
				...pageWith(
					{ [SHARE]: { until: at, readAt: at, wholeAt: at, shortSince: at, unreadableAt: at } },
					{ from: at, floor: at, feed: at, sweep: at, listedAt: at },
				),
				refused: { feed: at, batch: at, comments: at, page: at },
			},
		},
	});

	test('is quiet up to the next reset, its cursors reach back by the overlap, and what was done was done now', () => {
		const state = stateAt(FAR);
		state.pages.a.posts[SHARE].seen = { 1: [NOW - 5, FAR] };
		putRight(state, NOW);
		expect(state).toMatchObject({ quietUntil: RESET, from: CURSOR, managed: { at: NOW } });
		const { from, floor, feed, sweep, listedAt, refused, posts } = state.pages.a;
		expect({ from, floor, feed, sweep, listedAt }).toEqual({
			from: CURSOR,
			floor: CURSOR,
			feed: CURSOR,
			sweep: NOW,
			listedAt: NOW,
		});
		expect(refused).toEqual({ feed: NOW, batch: NOW, comments: NOW, page: NOW });
		expect(posts[SHARE]).toEqual({
			until: CURSOR,
			readAt: NOW,
			wholeAt: NOW,
			shortSince: NOW,
			unreadableAt: NOW,
			seen: { 1: [NOW - 5, NOW] },
		});
	});

	test.each([
		['that have passed', NOW - 1000],
		['no further ahead than clocks differ', NOW + 1_800_000],
	])('stays as it is with moments %s', (_what, at) => {
		const state = stateAt(at);
		putRight(state, NOW);
		expect(state).toEqual(stateAt(at));
	});
});

describe('a post under several URNs', () => {
	test('begins at the floor of its page', () => {
		const page = pageWith({}, { floor: 77 });
		expect(page.posts[postKey(page, [null, ACTIVITY])]).toEqual({
			until: 77,
			wholeAt: NOW - 1000,
			activity: ACTIVITY,
		});
	});

	test('is found by its activity once that is known', () => {
		const page = pageWith({ [SHARE]: { until: 5, activity: ACTIVITY } });
		expect(postKey(page, [null, ACTIVITY])).toBe(SHARE);
		expect(Object.keys(page.posts)).toEqual([SHARE]);
	});

	test('becomes one, with all that either knew', () => {
		const page = pageWith({
			[ACTIVITY]: { until: 9, activity: ACTIVITY, seen: { 1: [10, 11] } },
			[SHARE]: { until: 5, wanted: true, seen: { 2: [12, 13] } },
		});
		expect(postKey(page, [SHARE, ACTIVITY])).toBe(SHARE);
		expect(page.posts).toEqual({
			[SHARE]: {
				until: 9,
				wholeAt: 0,
				activity: ACTIVITY,
				wanted: true,
				seen: { 1: [10, 11], 2: [12, 13] },
			},
		});
	});
});

describe('tidying up', () => {
	const made = NOW - SEEN_FOR_MS - 1000;

	test('forgets an id that the whole reading and the feed have passed', () => {
		const page = pageWith({ [SHARE]: { until: NOW - OVERLAP_MS, wanted: true } });
		noteSeen(page.posts[SHARE], '1', NOW - 3 * OVERLAP_MS, NOW);
		tidy(page, NOW);
		expect(page.posts[SHARE].seen).toBeUndefined();
	});

	test('keeps an id that the feed will show again', () => {
		const page = pageWith({ [SHARE]: { until: NOW, wanted: true } });
		noteSeen(page.posts[SHARE], '1', NOW - OVERLAP_MS, NOW);
		tidy(page, NOW);
		expect(page.posts[SHARE].seen).toEqual({ 1: [NOW - OVERLAP_MS, NOW] });
	});

	test('holds no id for more than 48 hours, and does not take its comment for new afterwards', () => {
		const page = pageWith({ [SHARE]: { until: 0, wanted: true, seen: { 1: [made, made] } } });
		tidy(page, NOW);
		expect(page.posts[SHARE].seen).toBeUndefined();
		expect(isDealtWith(page.posts[SHARE], '1', made)).toBe(true);
		expect(isDealtWith(page.posts[SHARE], '2', made + 1)).toBe(false);
	});

	test('bounds the ids of a page, oldest first', () => {
		const page = pageWith({ [SHARE]: { until: 0, wanted: true } });
		for (let id = 0; id < 2_010; id += 1) noteSeen(page.posts[SHARE], String(id), NOW - 5_000 + id, NOW);
		tidy(page, NOW);
		const kept = Object.keys(page.posts[SHARE].seen ?? {});
		expect(kept).toHaveLength(2_000);
		expect(kept).not.toContain('9');
		expect(page.posts[SHARE].until).toBe(NOW - 5_000 + 9);
	});

	test('stops watching an old post, whose comments stay old should it come back', () => {
		const long = NOW - WATCH_AFTER_COMMENT_MS - 1000;
		const page = pageWith({
			[SHARE]: { until: long, commentedAt: long },
			'urn:li:share:3': { until: long, commentedAt: long - 5, wanted: true },
			'urn:li:share:4': { until: long, commentedAt: NOW - 5 },
		});
		tidy(page, NOW);
		expect(Object.keys(page.posts).sort()).toEqual(['urn:li:share:3', 'urn:li:share:4']);
		const back = page.posts[postKey(page, [SHARE])] ?? page.posts[SHARE];
		expect(isDealtWith(back, '1', long)).toBe(true);
	});
});
