/** States to begin a test with: of one page, and of many pages on which everything happens. */
import {
	packThreads,
	type ReadThread,
} from '../../../../../../../nodes/LinkedIn/triggers/comments/core/reading/readReplies';
import {
	MOST_POSTS,
	MOST_SEEN,
	MOST_TOLD,
} from '../../../../../../../nodes/LinkedIn/triggers/comments/core/state/bound';
import {
	newPage,
	newState,
	type Plan,
	type TriggerState,
	type WatchedPage,
	type WatchedPost,
} from '../../../../../../../nodes/LinkedIn/triggers/comments/core/state/state';

export const NOW = Date.UTC(2026, 9, 5);
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const FROM = NOW - 30 * DAY_MS;
const BASE = 7094637247890620000n;

/** A page whose feed was just read. */
export function pageWith(
	posts: Record<string, Partial<WatchedPost>>,
	more: Partial<WatchedPage> = {},
): WatchedPage {
	const whole = Object.entries(posts).map(([urn, post]) => [urn, { until: 0, ...post }]);
	return { ...newPage(NOW - 1000), posts: Object.fromEntries(whole), feed: NOW, plan: 'feed', ...more };
}

export const stateWith = (page: WatchedPage): TriggerState => ({
	...newState(NOW),
	key: 'key',
	pages: { a: page },
});

export const organization = (number: number) => `urn:li:organization:${10_000_000 + number * 7_919}`;

const hashes = (count: number, from: number, newestMs: number) =>
	new Map(
		Array.from({ length: count }, (_, id) => [String(1e6 + from + id).slice(-7), newestMs - id * 1000]),
	);

function postAt(number: number, of: Partial<WatchedPost>): WatchedPost {
	const at = NOW - number * 60_000;
	return {
		until: at - 5_000,
		activity: `urn:li:activity:${BASE + BigInt(number) + 40_000_000n}`,
		counted: [1_234, 1_000],
		wholeUntil: at - 4_999,
		commentedAt: at,
		madeAt: at - 9_000,
		readAt: at - 3_000,
		wholeAt: at - 2_000,
		isPublic: true,
		reacted: 1_234,
		reactedAt: at,
		shared: 99,
		sharedAt: at,
		...of,
	};
}

/** @param planOf of each page, by its number */
function pageAt(number: number, plan: Plan): WatchedPage {
	return {
		...newPage(FROM),
		floor: FROM + number * 1_003,
		feed: NOW - number * 1_001,
		plan,
		dueAt: NOW + number * 60_001,
		listedAt: NOW - number * HOUR_MS,
		glancedAt: NOW - number * 60_000,
		countedAt: NOW - number * 59_000,
		since: {
			newComment: FROM,
			commentEdited: FROM,
			newReaction: FROM,
			newMention: FROM,
			newShare: FROM,
			newPost: NOW - DAY_MS - number * 1_007,
		},
		...(plan === 'feed' ? {} : { sharesAt: NOW, refused: { feed: NOW - number, batch: NOW } }),
		...(number % 4 === 0
			? { health: { counts: { failures: 3, sinceMs: NOW, tryAtMs: NOW, tries: 2 } } }
			: {}),
	};
}

/**
 * All pages I manage, with all events chosen.
 * @param pages number of them
 * @param times the limits so often: twice as many posts, hashes and threads as fit
 */
export function crowdedState(pages: number, planOf: (number: number) => Plan, times = 2): TriggerState {
	const urns = Array.from({ length: pages }, (_, number) => organization(number));
	const state: TriggerState = {
		...newState(FROM),
		key: 'sixteen-letters!',
		generation: 123_456,
		processes: 321,
		pages: Object.fromEntries(urns.map((urn, number) => [urn, pageAt(number, planOf(number))])),
		managed: { at: NOW, urns },
		everyMs: 60_000,
		closed: Object.fromEntries(
			urns.map((urn) => [`organizationalEntityNotifications ${urn}`, NOW + HOUR_MS]),
		),
	};
	const posts = Math.max(pages, times * MOST_POSTS);
	for (let number = 0; number < posts; number += 1) {
		const seen = hashes(Math.ceil((times * MOST_SEEN) / posts), number * 100, NOW - number * 60_000);
		const wanted = number < Math.max(pages, 200) || undefined;
		const key = `urn:li:ugcPost:${BASE + BigInt(number)}`;
		state.pages[urns[number % pages]].posts[key] = postAt(number, { ...(wanted && { wanted }), seen });
	}
	for (const [number, urn] of urns.entries()) {
		state.pages[urn].told = hashes(Math.ceil((times * MOST_TOLD) / pages), number * 10_000, NOW);
	}
	const threads = Array.from({ length: 5_000 }, (_, id): [string, ReadThread] => [
		String(1e6 + id).slice(-7),
		{ replies: 9, atMs: NOW },
	]);
	state.replies = packThreads(new Map(threads));
	return state;
}
