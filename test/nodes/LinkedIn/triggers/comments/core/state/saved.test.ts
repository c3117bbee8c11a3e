import { readState, savedForm } from '../../../../../../../nodes/LinkedIn/triggers/comments/core/state/saved';
import {
	newPage,
	newState,
	type TriggerState,
	type WatchedPage,
	type WatchedPost,
} from '../../../../../../../nodes/LinkedIn/triggers/comments/core/state/state';
import { NOW, pageWith, stateWith } from './states';

const SECOND_MS = 1000;
const SHARE = 'urn:li:share:1';
const ACTIVITY = 'urn:li:activity:2';
const PAGE = 'urn:li:organization:10000019';

const POST: Required<WatchedPost> = {
	until: NOW - 5_001,
	activity: ACTIVITY,
	counted: [12, -1],
	moved: [13, 11],
	wholeUntil: NOW - 4_999,
	commentedAt: NOW - 4_000,
	madeAt: NOW - 9_000,
	readAt: NOW - 3_000,
	wholeAt: NOW - 2_000,
	shortSince: NOW - 1_000,
	unreadableAt: NOW,
	wanted: true,
	isPublic: true,
	seen: new Map([
		['abcdefg', NOW - 60_000],
		['-_ABCDE', NOW],
	]),
	reacted: 0,
	reactedAt: NOW - 7_000,
	shared: 36,
	sharedAt: NOW - 6_000,
	reactedFrom: NOW - 7_501,
	sharedFrom: NOW - 6_501,
};

const WELL = { failures: 1, sinceMs: NOW - 8_000 };
const FULL: Required<WatchedPage> = {
	from: NOW - 900_001,
	floor: NOW - 800_002,
	feed: NOW - 700_003,
	feedPlace: {
		fromMs: NOW - 700_004,
		toMs: NOW - 700_001,
		begunAtMs: NOW - 600_001,
		start: 300,
		pages: 3,
		undecidedMs: NOW - 700_002,
	},
	feedComplete: NOW - 700_005,
	hasUnlisted: true,
	reactions: {
		feed: NOW - 950_003,
		untilMs: NOW - 940_003,
		feedPlace: { fromMs: NOW - 960_004, toMs: NOW - 950_001, begunAtMs: NOW - 600_002, start: 900, pages: 9 },
		feedComplete: NOW - 950_005,
	},
	listedAt: NOW - 600_000,
	glancedAt: NOW - 500_000,
	countedAt: NOW - 400_000,
	sharesAt: NOW - 300_000,
	since: {
		newComment: NOW - 11,
		commentEdited: NOW - 12,
		newReaction: NOW - 13,
		newMention: NOW - 14,
		newShare: NOW - 15,
		newPost: NOW - 16,
	},
	told: new Map([['abcdefg', NOW - 60_000]]),
	posted: new Map([['1234567', NOW]]),
	plan: 'counts',
	dueAt: NOW + 60_000,
	refused: { feed: NOW - 1_000, batch: NOW - 2_000, comments: NOW - 3_000, page: NOW - 4_000 },
	health: {
		feed: { ...WELL, tryAtMs: NOW + 1_000, tries: 25, closedUntilMs: NOW + 2_000 },
		counts: { ...WELL, closedUntilMs: NOW + 3_000 },
		rotation: WELL,
	},
	posts: { [SHARE]: POST },
};

const EVERYTHING: Required<TriggerState> = {
	...newState(NOW - 1_000_004),
	generation: 5,
	processes: 6,
	pages: { [PAGE]: FULL, posts: newPage(NOW) },
	managed: { at: NOW - 17, urns: [PAGE, 'urn:li:organization:36'], refusedAt: NOW - 18 },
	names: { acme: PAGE, 'Café "X"': 'urn:li:organizationBrand:7' },
	everyMs: 60_000,
	quietUntil: NOW,
	closed: { 'posts urn:li:organization:36': NOW },
	replies: 'abcdefg0912ab',
};

const asN8nStores = (state: TriggerState): unknown => JSON.parse(JSON.stringify(savedForm(state)));

describe('the state in static data', () => {
	const since = { newComment: FULL.from, commentEdited: FULL.from, newReaction: FULL.from };
	test.each<[string, TriggerState]>([
		['with every member', EVERYTHING],
		['with no member that may be missing', newState(NOW)],
		['of a page with nothing yet', stateWith(newPage(NOW - 1))],
		['of a page watched since the beginning', { ...newState(NOW), pages: { [PAGE]: newPage(NOW) } }],
		['of a page with events chosen from the beginning', stateWith({ ...FULL, since })],
		[
			'of a page with an event chosen later',
			stateWith({ ...FULL, since: { ...since, newShare: NOW, newPost: NOW } }),
		],
		['of a page read as far as its floor', stateWith({ ...FULL, feed: FULL.floor })],
		['of a page with one event', stateWith({ ...FULL, since: { newPost: FULL.from } })],
		[
			'of pages in every plan',
			{ ...newState(NOW), pages: { a: pageWith({}), b: { ...FULL, plan: 'rotation' } } },
		],
		['of a post without anything', stateWith(pageWith({ [SHARE]: { until: 0 } }))],
		['of a post that is not public', stateWith(pageWith({ [SHARE]: { isPublic: false } }))],
		['without managed pages', { ...newState(NOW), managed: { at: 0, urns: [] } }],
	])('%s comes back as it was saved', (_, state) => {
		expect(readState(asN8nStores(state))).toEqual(state);
	});

	test.each([
		SHARE,
		'urn:li:ugcPost:7094637247890620001',
		ACTIVITY,
		'urn:li:share:007',
		'urn:li:share:0',
		'urn:li:share:',
		`urn:li:share:${'9'.repeat(300)}`,
		'urn:li:share:12x',
		'urn:li:groupPost:5-6',
		'urn:li:comment:(urn:li:activity:1,2)',
		'=a|b;c d%7C%20',
		'sale',
		'o',
		'',
		'\ud800',
	])('a post or page comes back under its key %j', (urn) => {
		const state: TriggerState = {
			...newState(NOW),
			pages: { [urn]: pageWith({ [urn]: { until: 1, activity: urn || ACTIVITY } }) },
			managed: { at: 1, urns: [urn, PAGE] },
			names: { name: urn },
		};
		expect(readState(asN8nStores(state))).toEqual(state);
	});

	test.each<[string, Partial<WatchedPage>, Partial<WatchedPage>]>([
		[
			'what decides about news as it is',
			{ from: 1, floor: 2, feed: NOW - 1, since: { newPost: NOW + 1 } },
			{},
		],
		[
			'other times up to the second',
			{ listedAt: NOW + 1, refused: { feed: 1 } },
			{ listedAt: NOW + SECOND_MS, refused: { feed: SECOND_MS } },
		],
		['the next poll no later than it was', { dueAt: NOW + 999 }, { dueAt: NOW }],
		[
			'hashes up to the minute',
			{ told: new Map([['abcdefg', NOW + 1]]) },
			{ told: new Map([['abcdefg', NOW + 60_000]]) },
		],
	])('keeps of a page %s', (_, page, expected) => {
		const state = stateWith(pageWith({}, page));
		expect(readState(asN8nStores(state))?.pages.a).toEqual({ ...state.pages.a, ...expected });
	});

	test('keeps times of a post up to the second, none of them earlier, and what decides about news as it is', () => {
		const post = {
			until: NOW - 1,
			wholeUntil: NOW + 1,
			madeAt: NOW + 1,
			seen: new Map([['abcdefg', NOW + 1]]),
		};
		expect(readState(savedForm(stateWith(pageWith({ [SHARE]: post }))))?.pages.a.posts[SHARE]).toEqual({
			until: NOW - 1,
			wholeUntil: NOW + 1,
			madeAt: NOW + SECOND_MS,
			seen: new Map([['abcdefg', NOW + 60_000]]),
		});
	});

	test('is copied, so that a poll that fails leaves it as it was', () => {
		const saved = savedForm(EVERYTHING);
		const before = asN8nStores(EVERYTHING);
		const copy = readState(saved)!;
		copy.calls.used = 99;
		copy.closed!.more = NOW;
		expect(saved).toEqual(before);
	});

	const page = savedForm(EVERYTHING).pages;
	test.each([
		undefined,
		null,
		{},
		'text',
		{ format: 3 },
		{ format: 3, pages: null },
		{ format: 2, pages: page },
	])('is not taken from %j', (saved) => {
		expect(readState(saved)).toBeUndefined();
	});
});
