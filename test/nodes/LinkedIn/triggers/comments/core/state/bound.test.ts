import {
	bound,
	dropQuiet,
	forgetPassed,
	MOST_CHARACTERS,
	MOST_POSTS,
	MOST_SEEN,
	MOST_TOLD,
	WATCH_AFTER_COMMENT_MS,
} from '../../../../../../../nodes/LinkedIn/triggers/comments/core/state/bound';
import { savedForm } from '../../../../../../../nodes/LinkedIn/triggers/comments/core/state/saved';
import {
	isDealtWith,
	noteSeen,
	OVERLAP_MS,
	postKey,
	type Plan,
	type TriggerState,
	type WatchedPage,
	type WatchedPost,
} from '../../../../../../../nodes/LinkedIn/triggers/comments/core/state/state';
import { crowdedState, NOW, pageWith, stateWith } from './states';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const SHARE = 'urn:li:share:1';

const sizeOf = (state: TriggerState) => JSON.stringify(savedForm(state)).length;
const postsOf = ({ pages }: TriggerState) =>
	Object.values(pages).flatMap(({ posts }) => Object.values(posts));

describe('the size of the saved state', () => {
	const most = MOST_CHARACTERS;
	test.each<[plan: Plan, pages: number, most: number]>([
		['feed', 1, most],
		['feed', 50, most],
		['feed', 100, most],
		['feed', 200, most],
		['feed', 300, most],
		['feed', 450, most],
		['feed', 1_000, 2 * most],
		['counts', 1, most],
		['counts', 50, most],
		['counts', 100, most],
		['counts', 200, most],
		['counts', 500, 2.2 * most],
	])(
		'by %s, of %i pages with all events and twice what fits, is %i characters at most',
		(plan, pages, atMost) => {
			const state = crowdedState(pages, () => plan);
			bound(state, NOW);

			expect(sizeOf(state)).toBeLessThanOrEqual(atMost);
		},
	);

	test('of one page leaves room for as many posts and comments as are watched', () => {
		const state = crowdedState(1, () => 'counts');
		bound(state, NOW);
		const posts = postsOf(state);
		expect(posts.filter(({ wanted }) => wanted)).toHaveLength(200);
		expect(posts.reduce((sum, { seen }) => sum + (seen?.size ?? 0), 0)).toBeGreaterThan(1_000);
	});

	test('of many pages leaves the posts whose comments only reading finds, and something of all else', () => {
		const state = crowdedState(500, (number) => (number < 250 ? 'feed' : 'rotation'));
		bound(state, NOW);
		const pages = Object.values(state.pages);
		expect(pages.slice(250).filter(({ posts }) => Object.keys(posts).length > 0)).toHaveLength(250);
		expect(pages.slice(0, 250).filter(({ posts }) => Object.keys(posts).length > 0).length).toBeGreaterThan(
			20,
		);
		expect(postsOf(state).reduce((sum, { seen }) => sum + (seen?.size ?? 0), 0)).toBeGreaterThan(150);
		expect(pages.reduce((sum, { told }) => sum + (told?.size ?? 0), 0)).toBeGreaterThan(80);
		expect(state.replies?.length).toBeGreaterThan(500);
		expect(Object.keys(state.closed!)).toHaveLength(40);
	});

	test('is left as it is where all fits', () => {
		const state = crowdedState(20, () => 'feed', 0.3);
		const before = savedForm(state);
		expect(bound(state, NOW)).toEqual([]);
		expect(savedForm(state)).toEqual(before);
	});

	test('keeps the threads that were read last', () => {
		const state = crowdedState(300, () => 'feed');
		const { replies } = state;
		bound(state, NOW);
		expect(state.replies!.length % 13).toBe(0);
		expect(replies!.endsWith(state.replies!)).toBe(true);
	});
});

/** @param posts of one page, more than fit */
function boundWith(post: (number: number) => Partial<WatchedPost>, more: Partial<WatchedPage> = {}) {
	const posts = Array.from({ length: MOST_POSTS + 20 }, (_, number) => [
		`urn:li:share:${number + 1}`,
		post(number),
	]);
	const page = pageWith(Object.fromEntries(posts), more);
	const sentences = bound(stateWith(page), NOW);
	return { page, sentences, kept: Object.keys(page.posts).map((urn) => Number(urn.split(':')[3]) - 1) };
}

describe('too many posts', () => {
	const hours = (number: number) => NOW - number * HOUR_MS;

	test.each<[what: string, post: (number: number) => Partial<WatchedPost>, gone: number]>([
		['those that moved last', (number) => ({ commentedAt: hours(number) }), MOST_POSTS + 10],
		[
			'those that are wanted',
			(number) => ({ madeAt: hours(-number), wanted: number < 200 || undefined }),
			200,
		],
		[
			'those with unread comments',
			(number) => ({ madeAt: hours(number), ...(number > 250 && { moved: [1, 1] }) }),
			250,
		],
		[
			'those just commented',
			(number) => ({ madeAt: hours(number), wanted: true, ...(number > 250 && { commentedAt: NOW }) }),
			250,
		],
	])('%s stay', (_, post, gone) => {
		const { kept } = boundWith(post);
		expect(kept).toHaveLength(MOST_POSTS);
		expect(kept).not.toContain(gone);
	});

	test.each<[what: string, post: Partial<WatchedPost>, page: Partial<WatchedPage>, isSaid: boolean]>([
		['quiet ones that the feed covers', { commentedAt: NOW - DAY_MS }, {}, false],
		['wanted ones', { commentedAt: NOW - DAY_MS, wanted: true }, {}, true],
		['ones without a feed', { commentedAt: NOW - DAY_MS }, { plan: 'counts' }, true],
		['ones with unread comments', { moved: [1, 1] }, {}, true],
	])('%s go, and if comments may be missed, it is said', (_, post, page, isSaid) => {
		const { sentences } = boundWith(() => post, page);
		expect(sentences).toEqual(isSaid ? [expect.stringContaining('fewer pages')] : []);
	});

	test.each<[what: string, post: Partial<WatchedPost>, page: Partial<WatchedPage>]>([
		['wanted and not public', { wanted: true, isPublic: false }, {}],
		['wanted and of a page without a feed', { wanted: true, isPublic: true }, { plan: 'rotation' }],
		['just commented', { commentedAt: NOW - OVERLAP_MS + 1 }, {}],
		['commented later than the feed was read', { commentedAt: NOW - DAY_MS }, { feed: NOW - DAY_MS - 1 }],
		[
			'commented later than the feed was read before it failed',
			{ commentedAt: NOW - DAY_MS },
			{ feed: NOW - DAY_MS - 1, from: 1, plan: 'counts' },
		],
	])('none of them goes if it is %s', (_, post, page) => {
		const { kept, sentences } = boundWith(() => post, page);
		expect(kept).toHaveLength(MOST_POSTS + 20);
		expect(sentences).toEqual([]);
	});

	test('what one had is not new when it comes back', () => {
		const since = { newReaction: NOW - 9 * DAY_MS, newShare: NOW - 8 * DAY_MS, newMention: NOW - 9 * DAY_MS };
		const madeAt = NOW - 7 * DAY_MS;
		const { page } = boundWith((number) => ({ madeAt: madeAt + number, commentedAt: madeAt + number }), {
			since,
			floor: 1,
		});
		const last = madeAt + 19;
		expect(page.since).toEqual({ ...since, newReaction: last, newShare: last });
		const back = page.posts[postKey(page, ['urn:li:share:20'])];
		expect(isDealtWith(back, 'a', last)).toBe(true);
		expect(isDealtWith(back, 'a', last + 1)).toBe(false);
	});

	test('no reaction is passed over that the feed has not reported for certain', () => {
		const since = { newReaction: NOW - DAY_MS };
		const { page } = boundWith(() => ({ madeAt: NOW }), { since, feed: NOW - HOUR_MS });
		expect(page.since).toEqual({ newReaction: NOW - HOUR_MS - 2 * OVERLAP_MS });
	});
});

describe('too many hashes', () => {
	test('of comments: the oldest go, count as handled, and it is said', () => {
		const page = pageWith({ [SHARE]: { until: 0, wanted: true } });
		for (let id = 0; id < MOST_SEEN + 10; id += 1) noteSeen(page.posts[SHARE], String(id), NOW + id * 1000);
		expect(bound(stateWith(page), NOW)).toEqual([expect.stringContaining('Max Calls a Day')]);
		expect(page.posts[SHARE].seen?.size).toBe(MOST_SEEN);
		expect(page.posts[SHARE].seen?.has('9')).toBe(false);
		expect(page.posts[SHARE].until).toBe(NOW + 9_000);
	});

	test.each([
		['long ago', NOW - 2 * DAY_MS, false],
		['lately', NOW - HOUR_MS, true],
	])(
		'of events: the oldest go; a post of %s counts as handled, and if one may still follow, it is said',
		(_, postedAt, isSaid) => {
			const told = new Map(Array.from({ length: MOST_TOLD + 5 }, (_event, id) => [String(id), NOW + id]));
			const posted = new Map([['old', postedAt]]);
			const page = pageWith({}, { told, posted, since: { newPost: NOW - 9 * DAY_MS, newShare: 1 } });
			const sentences = bound(stateWith(page), NOW);
			expect([page.told?.size, page.told?.has('4'), page.posted?.size]).toEqual([MOST_TOLD, false, 0]);
			expect(page.since).toEqual({ newPost: postedAt, newShare: 1 });
			expect(sentences).toEqual(isSaid ? [expect.stringContaining('fewer pages')] : []);
		},
	);
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

	test.each<[what: string, page: Partial<WatchedPage>, left: Array<'told' | 'posted'>]>([
		['goes once the feed has passed it', { told: new Map([['a', old]]) }, []],
		[
			'stays while the feed shows it again',
			{ told: new Map([['a', old]]), feed: NOW - OVERLAP_MS },
			['told'],
		],
		[
			'stays while its post counts as new',
			{ posted: new Map([['a', old]]), since: { newPost: old } },
			['posted'],
		],
		['goes with later posts', { posted: new Map([['a', old]]), since: { newPost: old + 1 } }, []],
		[
			'goes if new posts are no longer chosen',
			{ posted: new Map([['a', old]]), since: { newComment: 1 } },
			[],
		],
	])('the hash of an event %s', (_, more, left) => {
		const page = pageWith({}, more);
		forgetPassed(page);
		expect((['told', 'posted'] as const).filter((name) => page[name])).toEqual(left);
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
