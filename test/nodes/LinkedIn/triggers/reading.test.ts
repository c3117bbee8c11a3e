import { readOn, startReading, type Wish } from '../../../../nodes/LinkedIn/triggers/reading';
import type { Answer, Comment, CommentPage, Fault } from '../../../../nodes/LinkedIn/triggers/sources';

const POST = 'urn:li:activity:1';
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
const page = (comments: Comment[], next?: number, total?: number): Answer<CommentPage> => ({
	ok: true,
	value: { comments, unread: 0, next, total },
});
const fault = (kind: Fault['kind']): Answer<CommentPage> => ({ ok: false, fault: { kind, message: kind } });
const wish = (more: Partial<Wish> = {}): Wish => ({ replies: true, known: new Map(), ...more });

/** Answers by `thread start`; several answers to one question are given one after another. */
function script(answers: Record<string, Array<Answer<CommentPage>>>) {
	const asked: string[] = [];
	const ask = async (thread: string, start: number) => {
		const question = `${thread === POST ? 'post' : thread.replace(/.*,(\d+)\)$/, '$1')} ${start}`;
		asked.push(question);
		const answer = answers[question]?.shift();
		if (!answer) throw new Error(`Nobody expected the question "${question}"`);
		return answer;
	};
	return { ask, asked };
}

describe('reading the comments of a post', () => {
	test('walks all pages, then the replies of comments that have some', async () => {
		const { ask, asked } = script({
			'post 0': [page([comment('3', 1), comment('2')], 2)],
			'post 2': [page([comment('1', 2)])],
			'3 0': [page([comment('4')])],
			'1 0': [page([comment('5')], 1)],
			'1 1': [page([comment('6')])],
		});
		const reading = startReading(POST, 10);
		expect(await readOn(reading, wish(), ask)).toBeUndefined();
		expect(asked).toEqual(['post 0', 'post 2', '3 0', '1 0', '1 1']);
		expect([...reading.comments.values()].map(({ id, parent }) => [id, parent])).toEqual([
			['3', null],
			['2', null],
			['1', null],
			['4', urnOf('3')],
			['5', urnOf('1')],
			['6', urnOf('1')],
		]);
		expect(reading.isWhole).toBe(true);
	});

	test('leaves replies alone when nobody wants them', async () => {
		const { ask, asked } = script({ 'post 0': [page([comment('1', 5)])] });
		const reading = startReading(POST, 10);
		await readOn(reading, wish({ replies: false }), ask);
		expect(asked).toEqual(['post 0']);
		expect(reading.isWhole).toBe(true);
	});

	test('goes on after a fault where it stopped', async () => {
		const { ask, asked } = script({
			'post 0': [page([comment('2', 1)], 1)],
			'post 1': [fault('later'), page([comment('1')])],
			'2 0': [fault('later'), page([comment('3')])],
		});
		const reading = startReading(POST, 10);
		expect((await readOn(reading, wish(), ask))?.kind).toBe('later');
		expect((await readOn(reading, wish(), ask))?.kind).toBe('later');
		expect(await readOn(reading, wish(), ask)).toBeUndefined();
		expect(asked).toEqual(['post 0', 'post 1', 'post 1', '2 0', '2 0']);
		expect([...reading.comments.keys()]).toEqual(['2', '1', '3']);
	});

	test('starts over once when a comment was deleted between two pages', async () => {
		const { ask, asked } = script({
			'post 0': [page([comment('3'), comment('2')], 2, 3), page([comment('2'), comment('1')], undefined, 2)],
			'post 2': [page([], undefined, 2)],
		});
		const reading = startReading(POST, 10);
		await readOn(reading, wish(), ask);
		expect(asked).toEqual(['post 0', 'post 2', 'post 0']);
		expect([...reading.comments.keys()].sort()).toEqual(['1', '2', '3']);
		expect(reading.isWhole).toBe(true);
	});

	test('is not whole when comments go on vanishing under its hands', async () => {
		const shrinking = () => page([comment('3'), comment('2')], 2, 9);
		const { ask } = script({
			'post 0': [shrinking(), shrinking()],
			'post 2': [page([], undefined, 8), page([], undefined, 7)],
		});
		const reading = startReading(POST, 10);
		await readOn(reading, wish(), ask);
		expect(reading.isWhole).toBe(false);
	});

	test('takes 404 for a post without comments, or none to be seen', async () => {
		const { ask } = script({ 'post 0': [fault('gone')] });
		const reading = startReading(POST, 10);
		expect(await readOn(reading, wish(), ask)).toBeUndefined();
		expect(reading.isGone).toBe(true);
	});

	test('takes 404 for the replies of a comment just deleted', async () => {
		const { ask } = script({ 'post 0': [page([comment('1', 1)])], '1 0': [fault('gone')] });
		const reading = startReading(POST, 10);
		expect(await readOn(reading, wish(), ask)).toBeUndefined();
		expect([reading.isGone, reading.isWhole, reading.leftOut]).toEqual([false, false, false]);
	});

	test.each([
		['the same number: left out', 2, ['post 0'], false],
		['another number: read', 3, ['post 0', '1 0'], true],
	])('replies read before with %s', async (_, replies, expected, isWhole) => {
		const { ask, asked } = script({
			'post 0': [page([comment('1', replies)])],
			'1 0': [page([comment('2')])],
		});
		const reading = startReading(POST, 10);
		await readOn(reading, wish({ known: new Map([['1', { replies: 2, atMs: 5 }]]) }), ask);
		expect(asked).toEqual(expected);
		expect(reading.isWhole).toBe(isWhole);
	});

	test('looks below every comment when LinkedIn counts replies but does not say where', async () => {
		const { ask, asked } = script({
			'post 0': [page([comment('2'), comment('1')])],
			'2 0': [page([])],
			'1 0': [page([comment('3')])],
		});
		await readOn(startReading(POST, 10), wish({ expectedReplies: 1 }), ask);
		expect(asked).toEqual(['post 0', '2 0', '1 0']);
	});
});
