import {
	isRead,
	readOn,
	startReading,
	type ReadingWish,
	type Steps,
} from '../../../../../../../nodes/LinkedIn/triggers/comments/core/reading/commentReader';
import type {
	Comment,
	CommentPage,
} from '../../../../../../../nodes/LinkedIn/triggers/comments/core/sources';
import type { Answer, Fault } from '../../../../../../../nodes/LinkedIn/triggers/polling/core/answer';

const POST = 'urn:li:activity:1';
/** Comments with a greater number are new. */
const READ_BEFORE = 2;
const urnOf = (id: string) => `urn:li:comment:(${POST},${id})`;
const comment = (id: string, replies = 0): Comment => ({
	urn: urnOf(id),
	id,
	activity: POST,
	text: id,
	createdAtMs: Number(id),
	actor: 'urn:li:person:x',
	agent: null,
	parent: null,
	replies,
});
const page = (
	comments: Comment[],
	next?: number,
	total?: number,
	more: Partial<CommentPage> = {},
): Answer<CommentPage> => ({
	ok: true,
	value: { comments, unread: 0, next, total, isGuess: false, ...more },
});
const fault = (kind: Fault['kind']): Answer<CommentPage> => ({ ok: false, fault: { kind, message: kind } });
const wish = (more: Partial<ReadingWish> = {}): ReadingWish => ({
	replies: true,
	known: () => undefined,
	...more,
});

/** Answers by `thread start`; several answers for one request are used one after another. */
function script(answers: Record<string, Array<Answer<CommentPage>>>) {
	const asked: string[] = [];
	const ask = async (thread: string, start: number) => {
		const question = `${thread === POST ? 'post' : thread.replace(/.*,(\d+)\)$/, '$1')} ${start}`;
		asked.push(question);
		const answer = answers[question]?.shift();
		if (!answer) throw new Error(`Nobody expected the question "${question}"`);
		return answer;
	};
	const taken: Comment[] = [];
	const steps: Steps = {
		ask,
		take: async (comments) => {
			taken.push(...comments);
			return { isNews: comments.some(({ createdAtMs }) => createdAtMs > READ_BEFORE) };
		},
		most: 99,
	};
	return { steps, asked, taken };
}

describe('reading the comments of a post', () => {
	test('walks all pages, then the replies of comments that have some', async () => {
		const { steps, asked, taken } = script({
			'post 0': [page([comment('3', 1), comment('2')], 2)],
			'post 1': [page([comment('2'), comment('1', 2)])],
			'3 0': [page([comment('4')])],
			'1 0': [page([comment('5')], 1)],
			'1 1': [page([comment('6')])],
		});
		const reading = startReading(POST, 10);
		expect(await readOn(reading, wish(), steps)).toBeUndefined();
		expect(asked).toEqual(['post 0', 'post 1', '3 0', '1 0', '1 1']);
		expect(taken.map(({ id, parent }) => [id, parent])).toEqual([
			['3', null],
			['2', null],
			['2', null],
			['1', null],
			['4', urnOf('3')],
			['5', urnOf('1')],
			['6', urnOf('1')],
		]);
		expect(reading.isWhole).toBe(true);
	});

	test('leaves replies alone when nobody wants them', async () => {
		const { steps, asked } = script({ 'post 0': [page([comment('1', 5)])] });
		const reading = startReading(POST, 10);
		await readOn(reading, wish({ replies: false }), steps);
		expect(asked).toEqual(['post 0']);
		expect(reading.isWhole).toBe(true);
	});

	test('continues after a fault where it stopped', async () => {
		const { steps, asked, taken } = script({
			'post 0': [page([comment('2', 1)], 1)],
			'post 1': [fault('later'), page([comment('1')])],
			'2 0': [fault('later'), page([comment('3')])],
		});
		const reading = startReading(POST, 10);
		expect((await readOn(reading, wish(), steps))?.kind).toBe('later');
		expect((await readOn(reading, wish(), steps))?.kind).toBe('later');
		expect(await readOn(reading, wish(), steps)).toBeUndefined();
		expect(asked).toEqual(['post 0', 'post 1', 'post 1', '2 0', '2 0']);
		expect(taken.map(({ id }) => id)).toEqual(['2', '1', '3']);
	});

	test('gives the same page once more when its comments could not be taken, without asking for it again', async () => {
		const { steps, asked } = script({ 'post 0': [page([comment('3')])] });
		const reading = startReading(POST, 10);
		const [wait]: Fault[] = [{ kind: 'wait', message: 'wait' }];
		expect(
			await readOn(reading, wish(), { ...steps, take: async () => ({ isNews: true, fault: wait }) }),
		).toBe(wait);
		expect(await readOn(reading, wish(), steps)).toBeUndefined();
		expect(asked).toEqual(['post 0']);
	});

	test('stops at the end of its turn, and continues in the next one', async () => {
		const { steps, asked } = script({
			'post 0': [page([comment('3')], 1)],
			'post 1': [page([comment('2')], 2)],
			'post 2': [page([comment('1')])],
		});
		const reading = startReading(POST, 10);
		expect(await readOn(reading, wish(), { ...steps, most: 2 })).toBeUndefined();
		expect([asked, isRead(reading)]).toEqual([['post 0', 'post 1'], false]);
		await readOn(reading, wish(), { ...steps, most: 2 });
		expect([asked.length, isRead(reading)]).toEqual([3, true]);
	});

	const tens = (from: number, to: number) =>
		Array.from({ length: from - to + 1 }, (_, place) => comment(String(from - place)));

	test('reads some of a page again, so that comments deleted in between push none past the reader', async () => {
		const { steps, taken } = script({
			'post 0': [page(tens(120, 111), 10, 15)],
			// 120 and 119 are deleted, so what was at 10 is at 8.
			'post 5': [page(tens(113, 106), undefined, 13)],
			'post 5 again': [],
		});
		const reading = startReading(POST, 10);
		await readOn(reading, wish({ replies: false }), { ...steps, most: 2 });
		expect(taken.map(({ id }) => id)).toEqual(expect.arrayContaining(tens(120, 106).map(({ id }) => id)));
	});

	test('goes back when the list has moved further than that', async () => {
		const { steps, asked, taken } = script({
			'post 0': [page(tens(130, 121), 10), page(tens(123, 114), 10)],
			// Seven are deleted; what is at 5 now was at 12.
			'post 5': [page(tens(118, 114), undefined), page(tens(118, 109), undefined)],
		});
		const reading = startReading(POST, 10);
		await readOn(reading, wish({ replies: false }), steps);
		expect(asked).toEqual(['post 0', 'post 5', 'post 0', 'post 5']);
		expect(new Set(taken.map(({ id }) => id)).size).toBe(22);
		expect(reading.isWhole).toBe(true);
	});

	test('starts over once when fewer came than LinkedIn counts', async () => {
		const { steps, asked, taken } = script({
			'post 0': [page([comment('3')], 1, 3), page([comment('3')], 1, 3)],
			'post 1': [page([comment('1')], undefined, 3), page([comment('2'), comment('1')], undefined, 3)],
		});
		const reading = startReading(POST, 10);
		await readOn(reading, wish(), steps);
		expect(asked).toEqual(['post 0', 'post 1', 'post 0', 'post 1']);
		expect(new Set(taken.map(({ id }) => id))).toEqual(new Set(['3', '1', '2']));
		expect(reading.isWhole).toBe(true);
	});

	test('is not whole when comments go on vanishing under its hands', async () => {
		const shrinking = () => page([comment('3'), comment('2')], 2, 9);
		const { steps } = script({
			'post 0': [shrinking(), shrinking()],
			'post 1': [page([], undefined, 8), page([], undefined, 7)],
		});
		const reading = startReading(POST, 10);
		await readOn(reading, wish(), steps);
		expect(reading.isWhole).toBe(false);
	});

	test.each([
		['that is sent again and again', 'post 0', [page([comment('3')], 1), page([comment('3')], 2)], 2],
		['that leads back to itself', 'post 0', [page([comment('3')], 0)], 1],
		[
			'that is short and held nothing new, where nothing says that more follows',
			'post 0',
			[page([comment('1')], 100, undefined, { isGuess: true })],
			1,
		],
	])('ends behind a page %s', async (_, first, answers, calls) => {
		const { steps, asked } = script({ [first]: answers.slice(0, 1), 'post 1': answers.slice(1) });
		const reading = startReading(POST, 10);
		expect(await readOn(reading, wish(), steps)).toBeUndefined();
		expect([asked.length, isRead(reading)]).toEqual([calls, true]);
	});

	test.each([
		['held something new', [comment('3')], {}],
		['held fewer than LinkedIn counts', [comment('1')], { expected: { all: 2, topLevel: 2 } }],
	])('goes on behind a short page that %s', async (_, comments, more) => {
		const { steps, asked } = script({
			'post 0': [page(comments, 100, undefined, { isGuess: true })],
			'post 100': [page([comment('2')], 200, undefined, { isGuess: true })],
		});
		await readOn(startReading(POST, 10), wish(more), steps);
		expect(asked).toEqual(['post 0', 'post 100']);
	});

	test('continues after an empty page where LinkedIn says that there is more', async () => {
		const { steps, asked, taken } = script({
			'post 0': [page([], 100)],
			'post 100': [page([comment('3')])],
		});
		const reading = startReading(POST, 10);
		await readOn(reading, wish(), steps);
		expect([asked, taken.map(({ id }) => id)]).toEqual([['post 0', 'post 100'], ['3']]);
		expect(reading).toMatchObject({ isWhole: true, leadsNowhere: false });
	});

	test('is given up, and not whole, behind three empty pages in a row', async () => {
		const { steps, asked } = script({
			'post 0': [page([], 100)],
			'post 100': [page([], 200)],
			'post 200': [page([], 300)],
		});
		const reading = startReading(POST, 10);
		await readOn(reading, wish(), steps);
		expect(asked).toHaveLength(3);
		expect(reading).toMatchObject({ isWhole: false, leadsNowhere: true });
	});

	test('does not note a thread of replies as read that leads nowhere', async () => {
		const { steps } = script({
			'post 0': [page([comment('3', 1), comment('2', 1)])],
			'3 0': [page([], 100)],
			'3 100': [page([], 200)],
			'3 200': [page([], 300)],
			'2 0': [page([comment('4')])],
		});
		const noted: string[] = [];
		await readOn(startReading(POST, 10), wish(), { ...steps, noteThread: (id) => noted.push(id) });
		expect(noted).toEqual(['2']);
	});

	test('takes 404 for a post without comments, or none to be seen', async () => {
		const { steps } = script({ 'post 0': [fault('gone')] });
		const reading = startReading(POST, 10);
		expect(await readOn(reading, wish(), steps)).toBeUndefined();
		expect(reading.isGone).toBe(true);
	});

	test('takes 404 for the replies of a comment just deleted', async () => {
		const { steps } = script({ 'post 0': [page([comment('1', 1)])], '1 0': [fault('gone')] });
		const reading = startReading(POST, 10);
		expect(await readOn(reading, wish(), steps)).toBeUndefined();
		expect([reading.isGone, reading.isWhole]).toEqual([false, false]);
	});

	test.each([
		['the same number: left out, and known until then', 2, ['post 0'], 5],
		['another number: read', 3, ['post 0', '1 0'], Infinity],
	])('replies read before with %s', async (_, replies, expected, knownUntil) => {
		const { steps, asked } = script({
			'post 0': [page([comment('1', replies)])],
			'1 0': [page([comment('2')])],
		});
		const reading = startReading(POST, 10);
		await readOn(reading, wish({ known: (id) => (id === '1' ? { replies: 2, atMs: 5 } : undefined) }), steps);
		expect(asked).toEqual(expected);
		expect(reading.repliesKnownUntilMs).toBe(knownUntil);
	});

	test('looks below every comment when LinkedIn counts replies but does not say where', async () => {
		const { steps, asked } = script({
			'post 0': [page([comment('2'), comment('1')])],
			'2 0': [page([])],
			'1 0': [page([comment('3')])],
		});
		await readOn(startReading(POST, 10), wish({ expected: { all: 3, topLevel: 2 } }), steps);
		expect(asked).toEqual(['post 0', '2 0', '1 0']);
	});
});
