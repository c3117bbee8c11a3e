import { chunks } from '../../../../../nodes/LinkedIn/transport/flow/chunks';

test.each([
	[[], []],
	[[1], [[1]]],
	[[1, 2], [[1, 2]]],
	[
		[1, 2, 3],
		[[1, 2], [3]],
	],
	[
		[1, 2, 3, 4],
		[
			[1, 2],
			[3, 4],
		],
	],
])('%j in twos is %j', (all, expected) => {
	expect(chunks(all, 2)).toEqual(expected);
});
