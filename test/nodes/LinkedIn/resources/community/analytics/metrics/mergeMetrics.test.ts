import {
	mergeMetrics,
	type MetricAnswer,
} from '../../../../../../../nodes/LinkedIn/resources/community/analytics/metrics/mergeMetrics';

/** One metric per call, zero rows left out (docs.memberPostStatistics, docs.shareStatistics). */

const WHOLE = { start: '2026-05-01', end: '2026-05-04' };
const on = (date: number, value: number) => ({
	start: `2026-05-0${date}`,
	end: `2026-05-0${date + 1}`,
	value,
});
const answer = (subject: string, metric: string, values: MetricAnswer['values']) => ({
	subject,
	metric,
	values,
});
const asked = { subjects: ['a'], metrics: ['reactions', 'comments'] };

test('metrics of the same post and day stand in one row', () => {
	const answers = [answer('a', 'reactions', [on(1, 5)]), answer('a', 'comments', [on(1, 2)])];
	expect(mergeMetrics(answers, asked, WHOLE, 0)).toEqual([
		{ subject: 'a', start: '2026-05-01', end: '2026-05-02', values: { reactions: 5, comments: 2 } },
	]);
});

test('a day that only one metric has is zero in the others, and days are in order', () => {
	const answers = [answer('a', 'reactions', [on(3, 5), on(1, 1)]), answer('a', 'comments', [on(2, 2)])];
	expect(mergeMetrics(answers, asked, WHOLE, 0).map(({ start, values }) => [start, values])).toEqual([
		['2026-05-01', { reactions: 1, comments: 0 }],
		['2026-05-02', { reactions: 0, comments: 2 }],
		['2026-05-03', { reactions: 5, comments: 0 }],
	]);
});

test('posts are in the requested order, and one without activity is zeros over the whole range', () => {
	const answers = [
		answer('b', 'reactions', [{ ...WHOLE, value: 7 }]),
		answer('a', 'reactions', []),
		answer('a', 'comments', []),
	];
	expect(mergeMetrics(answers, { ...asked, subjects: ['a', 'b'] }, WHOLE, 0)).toEqual([
		{ subject: 'a', ...WHOLE, values: { reactions: 0, comments: 0 } },
		{ subject: 'b', ...WHOLE, values: { reactions: 7, comments: 0 } },
	]);
});

test('a metric that LinkedIn refused is null in all rows of that post', () => {
	const answers = [
		answer('a', 'comments', null),
		answer('a', 'reactions', [on(1, 5), on(2, 6)]),
		answer('b', 'comments', [on(1, 1)]),
	];
	const rows = mergeMetrics(answers, { ...asked, subjects: ['a', 'b'] }, WHOLE, 0);
	expect(rows.map(({ values }) => values)).toEqual([
		{ reactions: 5, comments: null },
		{ reactions: 6, comments: null },
		{ reactions: 0, comments: 1 },
	]);
});

test('numbers of the same day, post and metric are added up', () => {
	const rows = mergeMetrics([answer('a', 'reactions', [on(1, 5), on(1, -2)])], asked, WHOLE, 0);
	expect(rows.map(({ values }) => values.reactions)).toEqual([3]);
});

test.each<[string, Array<number | null>, 0 | null, number | null]>([
	['a number that LinkedIn does not have', [null], 0, null],
	['one of two that it does not have', [5, null], 0, null],
	['one of two, the other way round', [null, 5], 0, null],
	['a zero of LinkedIn', [0], null, 0],
	['what is left out of posts', [], 0, 0],
	['what is left out of videos', [], null, null],
])('%s', (_what, values, leftOut, expected) => {
	const own = answer(
		'a',
		'reactions',
		values.map((value) => ({ ...WHOLE, value })),
	);
	const [row] = mergeMetrics([own], { subjects: ['a'], metrics: ['reactions'] }, WHOLE, leftOut);
	expect(row).toEqual({ subject: 'a', ...WHOLE, values: { reactions: expected } });
});

test('a post that was asked for twice has its rows twice', () => {
	const answers = [answer('a', 'reactions', [on(1, 5)])];
	expect(mergeMetrics(answers, { ...asked, subjects: ['a', 'a'] }, WHOLE, 0)).toHaveLength(2);
});

test('columns are in the requested order', () => {
	const rows = mergeMetrics([answer('a', 'comments', [on(1, 1)])], asked, WHOLE, 0);
	expect(Object.keys(rows[0].values)).toEqual(['reactions', 'comments']);
});

test('a metric of which something could not be read is null where it says nothing, and holds where it does', () => {
	const answers = [
		{ ...answer('a', 'comments', [on(1, 7)]), isPart: true },
		answer('a', 'reactions', [on(1, 5), on(2, 6)]),
	];
	expect(mergeMetrics(answers, asked, WHOLE, 0).map(({ values }) => values)).toEqual([
		{ reactions: 5, comments: 7 },
		{ reactions: 6, comments: null },
	]);
});
