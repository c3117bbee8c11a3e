import fc from 'fast-check';

import type { PageReply, Position } from '../../../../../nodes/LinkedIn/transport/answers/pageReply';
import { pages, type Paging } from '../../../../../nodes/LinkedIn/transport/answers/paginate';
import { elements, serve, type Manner } from './pagedList';

async function walk(fetchPage: (position: Position) => Promise<PageReply<number>>, paging: Paging) {
	const found: number[][] = [];
	for await (const page of pages(listOf(fetchPage), paging)) found.push(page);
	return found;
}

const listOf = (fetchPage: (position: Position) => Promise<PageReply<number>>) => ({
	endpoint: 'FINDER /rest/posts',
	fetchPage,
	say: () => undefined,
});

describe('pages', () => {
	it.each<[total: number, pageSize: number, manner: Manner, calls: number]>([
		[0, 10, 'total', 1],
		[0, 10, 'neither', 1],
		[9, 10, 'links', 2],
		[10, 10, 'total', 1],
		[10, 10, 'both', 1],
		[11, 10, 'links', 2],
		[100, 10, 'total', 10],
		[10_000, 100, 'both', 100],
		[25, 10, 'neither', 4],
		[20, 10, 'neither', 3],
		[10_000, 100, 'neither', 101],
	])('of %d elements by %d, told by %s, cost %d calls', async (total, pageSize, manner, calls) => {
		const { asked, fetchPage } = serve(elements(total), manner);
		const found = await walk(fetchPage, { pageSize });
		expect(found.flat()).toEqual(elements(total));
		expect(asked).toHaveLength(calls);
	});

	it.each<[limit: number, pageSize: number, asked: Position[]]>([
		[25, 10, [at(0, 10), at(10, 10), at(20, 5)]],
		[3, 10, [at(0, 3)]],
		[10, 10, [at(0, 10)]],
		[11, 10, [at(0, 10), at(10, 1)]],
		[0, 10, []],
	])('up to %d by %d ask the last page only for what is missing', async (limit, pageSize, expected) => {
		const { asked, fetchPage } = serve(elements(1000), 'links');
		const found = await walk(fetchPage, { pageSize, limit });
		expect(found.flat()).toEqual(elements(limit));
		expect(asked).toEqual(expected);
	});

	it('go on behind short and empty pages while a next link stands, and yield no empty page', async () => {
		const isHidden = (element: number) => element % 10 < 9 && element < 20;
		const { asked, fetchPage } = serve(elements(23), 'links', isHidden);
		expect(await walk(fetchPage, { pageSize: 5 })).toEqual([[9], [19], [20, 21, 22]]);
		expect(asked).toHaveLength(5);
	});

	it('never give more than the limit where LinkedIn sends more than was asked for', async () => {
		const fetchPage = async () => ({ elements: elements(50), paging: { total: 500 } });
		expect((await walk(fetchPage, { pageSize: 10, limit: 7 })).flat()).toEqual(elements(7));
	});

	it('by token begin without one and carry each to the next call', async () => {
		const { asked, fetchPage } = serve(elements(7), 'neither');
		expect(await walk(fetchPage, { pageSize: 3, by: 'token' })).toEqual([[0, 1, 2], [3, 4, 5], [6]]);
		expect(asked).toEqual([
			{ pageSize: 3 },
			{ pageToken: '3', pageSize: 3 },
			{ pageToken: '6', pageSize: 3 },
		]);
	});

	it('are fetched one at a time, and none beyond where the reader stops', async () => {
		const { asked, fetchPage } = serve(elements(100), 'links');
		for await (const page of pages(listOf(fetchPage), { pageSize: 10 })) {
			expect(asked).toHaveLength(1);
			expect(page).toHaveLength(10);
			break;
		}
		expect(asked).toHaveLength(1);
	});

	it('hand a refused page on', async () => {
		const fetchPage = async (position: Position) => {
			if ('start' in position && position.start > 0) throw new Error('refused');
			return { elements: elements(10), paging: { total: 20 } };
		};
		await expect(walk(fetchPage, { pageSize: 10 })).rejects.toThrow('refused');
	});

	it('give what a model list holds, in order, for any list, filter, page size and limit', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.uniqueArray(fc.nat(500), { maxLength: 80 }),
				fc.integer({ min: 1, max: 12 }),
				fc.option(fc.integer({ min: 0, max: 90 }), { nil: undefined }),
				fc.constantFrom<Manner>('links', 'total', 'both'),
				fc.constantFrom<'offset' | 'token'>('offset', 'token'),
				fc.integer({ min: 1, max: 5 }),
				async (list, pageSize, limit, manner, by, oneIn) => {
					const isHidden = (element: number) => oneIn > 1 && list.indexOf(element) % oneIn === 0;
					const { asked, fetchPage } = serve(list, manner, isHidden);
					const found = await walk(fetchPage, { pageSize, limit, by });
					const model = list.filter((element) => !isHidden(element)).slice(0, limit);
					expect(found.flat()).toEqual(model);
					expect(found.every((page) => page.length > 0 && page.length <= pageSize)).toBe(true);
					if (oneIn === 1) {
						const wanted = Math.min(list.length, limit ?? list.length);
						const least = limit === 0 ? 0 : 1;
						// A first page with everything, but without link and total, proves nothing: one more call finds the end.
						const isAlone = list.length > 0 && list.length <= pageSize;
						const tellsNothing = manner === 'links' && by === 'offset' && isAlone;
						const more = tellsNothing && (limit === undefined || limit > list.length) ? 1 : 0;
						expect(asked).toHaveLength(Math.max(least, Math.ceil(wanted / pageSize)) + more);
					}
				},
			),
			{ numRuns: 1000 },
		);
	});
});

function at(start: number, count: number): Position {
	return { start, count };
}
