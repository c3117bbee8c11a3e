import { inOrderAsked } from '../../../../../../../nodes/LinkedIn/resources/community/analytics/metrics/fillZeros';

interface Row {
	post?: string;
	likes: number;
}

const fill = (asked: string[], found: Row[]) =>
	inOrderAsked<Row>(
		asked,
		found,
		({ post }) => post,
		(post) => ({ post, likes: 0 }),
	);

test.each([
	[
		'all are there, in another order',
		['a', 'b'],
		[
			{ post: 'b', likes: 2 },
			{ post: 'a', likes: 1 },
		],
		[1, 2],
	],
	[
		'one is left out',
		['a', 'b', 'c'],
		[
			{ post: 'c', likes: 3 },
			{ post: 'a', likes: 1 },
		],
		[1, 0, 3],
	],
	['all are left out', ['a', 'b'], [], [0, 0]],
	['one stands twice', ['a', 'b', 'a'], [{ post: 'a', likes: 1 }], [1, 0, 1]],
	[
		'LinkedIn adds one that nobody asked for',
		['a'],
		[
			{ post: 'x', likes: 9 },
			{ post: 'a', likes: 1 },
		],
		[1],
	],
	['a row names nothing', ['a'], [{ likes: 9 }], [0]],
	['nothing is asked', [], [{ post: 'a', likes: 1 }], []],
])('each post asked has one row, in order, when %s', (_when, asked, found, likes) => {
	const rows = fill(asked, found);
	expect(rows.map((row) => row.likes)).toEqual(likes);
	expect(rows.map((row) => row.post)).toEqual(asked);
});
