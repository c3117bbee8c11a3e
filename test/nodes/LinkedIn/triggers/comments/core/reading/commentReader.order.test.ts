import {
	readOn,
	startReading,
	type ReadingWish,
} from '../../../../../../../nodes/LinkedIn/triggers/comments/core/reading/commentReader';
import type { Comment } from '../../../../../../../nodes/LinkedIn/triggers/comments/core/sources';

/** The order in which a post's threads of replies are read: those likely to have something new come first. */

const POST = 'urn:li:share:1';
const THREADS = 7;

const top = (number: number): Comment => ({
	urn: `urn:li:comment:(urn:li:activity:1,${number})`,
	id: `${number}`,
	activity: 'urn:li:activity:1',
	text: 'Text',
	createdAtMs: number,
	actor: 'urn:li:person:x',
	agent: null,
	parent: null,
	replies: 2,
});

async function orderOf(wish: Omit<ReadingWish, 'replies'>, tops: Comment[]): Promise<string> {
	const asked: string[] = [];
	await readOn(
		startReading(POST, 10),
		{ replies: true, ...wish },
		{
			ask: async (thread) => {
				const isPost = thread === POST;
				if (!isPost) asked.push(thread.slice(thread.lastIndexOf(',') + 1, -1));
				const comments = isPost ? tops : [];
				return {
					ok: true,
					value: { comments, unread: 0, next: undefined, total: undefined, isGuess: false },
				};
			},
			take: async () => ({ isNews: false }),
			most: 99,
		},
	);
	return asked.join(' ');
}

const newestFirst = Array.from({ length: THREADS }, (_, place) => top(THREADS - place));

test.each<[what: string, order: string, known: Record<string, number>, beginAt: number, tops: Comment[]]>([
	['the newest first', '7 6 5 4 3 2 1', {}, 0, newestFirst],
	['whatever order LinkedIn has', '7 6 5 4 3 2 1', {}, 0, [...newestFirst].reverse()],
	['those that have grown before all others', '2 7 6 5 4 3 1', { 2: 1 }, 0, newestFirst],
	['of the older ones each process begins with another', '7 6 5 2 1 4 3', {}, 0.5, newestFirst],
	['those known to be the same not at all', '7 6 4 3 2 1', { 5: 2 }, 0, newestFirst],
])('%s', async (_what, order, known, beginAt, tops) => {
	const read = (id: string) => (known[id] === undefined ? undefined : { replies: known[id], atMs: 5 });
	expect(await orderOf({ known: read, beginAt }, tops)).toBe(order);
});

test.each<[what: string, order: string, known: Record<string, number>]>([
	['none that nobody knows', '', {}],
	['those known to have grown', '4 2', { 2: 1, 4: 1, 6: 2 }],
])('where LinkedIn counts no more replies than before: %s', async (_what, order, known) => {
	const read = (id: string) => (known[id] === undefined ? undefined : { replies: known[id], atMs: 5 });
	expect(await orderOf({ known: read, noMoreReplies: true }, newestFirst)).toBe(order);
});

/** LinkedIn was seen to leave out the count although there are replies (docs/behaviour.md#reading-comments). */
test.each<[what: string, order: string, known: Record<string, number>, wish: Partial<ReadingWish>]>([
	['are read', '7 3', {}, {}],
	['are not read again before something moves', '7', { 3: 0 }, {}],
	['are read again when something moves', '7 3', { 3: 0 }, { expected: { all: 9, topLevel: 3 } }],
	['are read again where they had a count', '7 3', { 3: 2 }, {}],
])('replies without a count beside others with one %s', async (_what, order, known, wish) => {
	const read = (id: string) => (known[id] === undefined ? undefined : { replies: known[id], atMs: 5 });
	const tops = [top(7), { ...top(5), replies: 0 }, { ...top(3), replies: undefined }];
	expect((await orderOf({ known: read, ...wish }, tops)).split(' ').sort().reverse().join(' ')).toBe(order);
});
