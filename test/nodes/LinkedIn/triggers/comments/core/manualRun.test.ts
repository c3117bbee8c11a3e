import { recentComments } from '../../../../../../nodes/LinkedIn/triggers/comments/core/manualRun';
import { type Reach, type Watch } from '../../../../../../nodes/LinkedIn/triggers/comments/core/pollContext';
import { newMemory } from '../../../../../../nodes/LinkedIn/triggers/comments/core/state/memory';
import { newState } from '../../../../../../nodes/LinkedIn/triggers/comments/core/state/state';
import type { CommentEventItem } from '../../../../../../nodes/LinkedIn/triggers/events/core/item';
import { createAsker } from '../../../../../../nodes/LinkedIn/triggers/polling/core/asking';
import { FakeLinkedIn, ME, OTHER_PAGE, PAGE, START } from './fakeLinkedIn';

/** What a manual run of the comment trigger shows if LinkedIn refuses part of it, or everything. */

let linkedIn: FakeLinkedIn;
beforeEach(() => {
	linkedIn = new FakeLinkedIn();
});

async function recent(watch: Partial<Watch>, reach: Partial<Reach> = {}) {
	const told: string[] = [];
	const budget = { value: { perDay: 1e9, day: Math.floor(START / 86_400_000), used: -1e9 } };
	const { news, fault } = await recentComments({
		state: newState(START),
		memory: newMemory(),
		watch: {
			pages: [{ urn: PAGE }, { urn: OTHER_PAGE }],
			posts: [],
			events: ['newComment'],
			includeReplies: true,
			includeOwn: false,
			actorNames: false,
			...watch,
		},
		reach: { feed: true, comments: true, batch: true, ...reach },
		sources: linkedIn.sources,
		...createAsker(
			budget,
			() => linkedIn.nowMs,
			() => 0,
			START + 1e9,
			() => false,
		),
		perDay: 1e9,
		give: () => undefined,
		isTimeKnown: false,
		me: ME,
		now: () => linkedIn.nowMs,
		say: (sentence) => told.push(sentence),
		tell: (sentence) => told.push(sentence),
	});
	return {
		texts: news.map(({ item }) => (item as CommentEventItem).comment.text),
		told: told.length,
		fault: fault?.kind,
	};
}

/** Everything of a page is refused: its feed, and its posts. */
function refuse(page: string, kind: 'refused' | 'later' | 'quota' = 'refused'): void {
	linkedIn.fail('notifications', kind, { about: page, times: 9 });
	linkedIn.fail('latestPosts', kind, { about: page, times: 9 });
}
const comment = (page: string, number = 1) => linkedIn.comment(linkedIn.post(number, { page }));
const posts = { pages: [], posts: ['urn:li:share:1', 'urn:li:share:2'] };

const REFUSED: Array<[what: string, given: () => void, expected: object, watch?: Partial<Watch>]> = [
	['one page, the other without comments', () => refuse(PAGE), { texts: [], told: 1 }],
	[
		'one page, the other with comments',
		() => {
			refuse(PAGE);
			comment(OTHER_PAGE);
		},
		{ texts: ['Comment 1'], told: 1 },
	],
	[
		'both pages',
		() => {
			refuse(PAGE);
			refuse(OTHER_PAGE);
		},
		{ texts: [], told: 2, fault: 'refused' },
	],
	[
		'one of two posts, the other without comments',
		() => {
			linkedIn.post(1);
			linkedIn.post(2);
			linkedIn.fail('comments', 'refused', { about: 'urn:li:share:1' });
		},
		{ texts: [], told: 1 },
		posts,
	],
	[
		'both posts',
		() => linkedIn.fail('comments', 'refused', { times: 9 }),
		{ texts: [], told: 2, fault: 'refused' },
		posts,
	],
	[
		'to look up one of two names',
		() => {
			linkedIn.fail('pageByName', 'refused', { about: 'other' });
			comment(PAGE);
		},
		{ texts: ['Comment 1'], told: 1 },
		{ pages: [{ vanityName: 'other' }, { vanityName: 'acme' }] },
	],
	[
		'to look up the only name',
		() => linkedIn.fail('pageByName', 'refused'),
		{ texts: [], told: 1, fault: 'refused' },
		{ pages: [{ vanityName: 'acme' }] },
	],
	[
		'to list the pages I manage',
		() => linkedIn.fail('managedPages', 'refused'),
		{ texts: [], told: 0, fault: 'refused' },
		{ pages: 'managed' },
	],
];

describe('where LinkedIn refuses', () => {
	test.each(REFUSED)('%s', async (_what, given, expected, watch = {}) => {
		given();
		expect(await recent(watch)).toEqual({ fault: undefined, ...expected });
	});
});

describe('where LinkedIn fails', () => {
	test.each([
		['one page, the other without comments', 'later', [], 'later', 1],
		['one page, the other with comments', 'later', [OTHER_PAGE], undefined, 1],
		['the whole day', 'quota', [OTHER_PAGE], 'quota', 1],
	] as const)('for %s', async (_what, kind, withComments, fault, told) => {
		refuse(PAGE, kind);
		withComments.forEach((page) => comment(page));
		expect(await recent({})).toMatchObject({ fault, told });
	});
});

test('nobody has commented, and nothing is wrong', async () => {
	linkedIn.post(1);
	expect(await recent({})).toEqual({ texts: [], told: 0, fault: undefined });
});
