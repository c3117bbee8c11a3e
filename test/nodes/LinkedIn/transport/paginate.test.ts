import fc from 'fast-check';

import { LinkedInError } from '../../../../nodes/LinkedIn/transport/errors';
import {
	nextPosition,
	pageReply,
	pages,
	type PageReply,
	type Paging,
	type Position,
} from '../../../../nodes/LinkedIn/transport/paginate';

const elements = (length: number) => Array.from({ length }, (_, index) => index);
const link = (rel: string, href?: string) => ({ rel, href });
const nextAt = (start: number) => link('next', `/rest/posts?q=author&start=${start}&count=10`);

describe('nextPosition', () => {
	const asked: Position = { start: 20, count: 10 };

	it.each<[what: string, reply: PageReply, next: Position | undefined]>([
		[
			'a next link, full page',
			{ elements: elements(10), paging: { links: [nextAt(30)] } },
			{ start: 30, count: 10 },
		],
		[
			'a next link on a short page (§1.5)',
			{ elements: elements(3), paging: { links: [nextAt(30)] } },
			{ start: 30, count: 10 },
		],
		[
			'a next link on an empty page',
			{ elements: [], paging: { links: [nextAt(30)] } },
			{ start: 30, count: 10 },
		],
		[
			'a next link that starts elsewhere',
			{ elements: elements(10), paging: { links: [nextAt(27)] } },
			{ start: 27, count: 10 },
		],
		[
			'a next link whose start comes first',
			{ elements: elements(10), paging: { links: [link('next', '/rest/posts?start=31')] } },
			{ start: 31, count: 10 },
		],
		[
			'a next link without an address',
			{ elements: elements(10), paging: { links: [link('next')] } },
			{ start: 30, count: 10 },
		],
		[
			'a next link beside a previous one',
			{ elements: elements(10), paging: { links: [link('prev', '?start=10'), nextAt(30)] } },
			{ start: 30, count: 10 },
		],
		[
			'only a previous link, short page',
			{ elements: elements(9), paging: { links: [link('prev')] } },
			undefined,
		],
		[
			'a total beyond this page',
			{ elements: elements(10), paging: { total: 31, links: [] } },
			{ start: 30, count: 10 },
		],
		[
			'a total beyond this short page',
			{ elements: elements(4), paging: { total: 31, links: [] } },
			{ start: 30, count: 10 },
		],
		['a total reached', { elements: elements(10), paging: { total: 30, links: [] } }, undefined],
		['a total of nothing', { elements: [], paging: { total: 0 } }, undefined],
		[
			'no links and no total, full page (§1.5)',
			{ elements: elements(10), paging: { links: [] } },
			{ start: 30, count: 10 },
		],
		['no paging at all, full page', { elements: elements(10) }, { start: 30, count: 10 }],
		['no links and no total, short page', { elements: elements(9), paging: { links: [] } }, undefined],
		['no paging at all, empty page', { elements: [] }, undefined],
	])('after %s', (_what, reply, next) => {
		expect(nextPosition(reply, asked)).toEqual(next);
	});

	it.each<[what: string, metadata: PageReply['metadata'], next: Position | undefined]>([
		[
			'a token',
			{ nextPageToken: 'DgGerr1iVQreCJVjZDOW' },
			{ pageToken: 'DgGerr1iVQreCJVjZDOW', pageSize: 50 },
		],
		['an empty token', { nextPageToken: '' }, undefined],
		['a null token', { nextPageToken: null }, undefined],
		['no token', {}, undefined],
		['no metadata', undefined, undefined],
	])('by token, after %s', (_what, metadata, next) => {
		const reply: PageReply = { elements: elements(50), metadata };
		expect(nextPosition(reply, { pageSize: 50 })).toEqual(next);
		expect(nextPosition(reply, { pageToken: 'before', pageSize: 50 })).toEqual(next);
	});

	it('goes over to tokens where a resource asked by offset answers with one', () => {
		expect(nextPosition({ elements: [], metadata: { nextPageToken: 'abc' } }, asked)).toMatchObject({
			pageToken: 'abc',
		});
	});
});

/** How a resource of the model tells that there is more (§1.5). */
type Manner = 'links' | 'total' | 'both' | 'neither';

/** A list as LinkedIn serves it: filtered elements make a page short although more follow. */
function serve(list: number[], manner: Manner, isHidden: (element: number) => boolean = () => false) {
	const asked: Position[] = [];
	const fetchPage = async (position: Position): Promise<PageReply<number>> => {
		asked.push(position);
		if ('pageSize' in position) {
			const start = Number(position.pageToken ?? 0);
			const end = start + position.pageSize;
			return {
				elements: list.slice(start, end).filter((element) => !isHidden(element)),
				metadata: { nextPageToken: end < list.length ? String(end) : null },
			};
		}
		const { start, count } = position;
		const hasMore = start + count < list.length;
		const hasLinks = manner === 'links' || manner === 'both';
		return {
			elements: list.slice(start, start + count).filter((element) => !isHidden(element)),
			paging: {
				...((manner === 'total' || manner === 'both') && { total: list.length }),
				links: [
					...(hasLinks && start > 0
						? [link('prev', `?start=${Math.max(0, start - count)}&count=${count}`)]
						: []),
					...(hasLinks && hasMore ? [link('next', `?start=${start + count}&count=${count}`)] : []),
				],
			},
		};
	};
	return { asked, fetchPage };
}

async function walk(fetchPage: (position: Position) => Promise<PageReply<number>>, paging: Paging) {
	const found: number[][] = [];
	for await (const page of pages(fetchPage, paging)) found.push(page);
	return found;
}

describe('pageReply', () => {
	it.each<[what: string, body: object]>([
		['an empty list', { elements: [] }],
		[
			'a list with paging (§1.5)',
			{ elements: [{ id: 1 }], paging: { start: 0, count: 10, total: 42, links: [] } },
		],
		[
			'a list with a link',
			{
				elements: [],
				paging: { links: [{ type: 'application/json', rel: 'next', href: '/rest/posts?start=10' }] },
			},
		],
		['a list by token', { elements: [], metadata: { nextPageToken: 'abc' } }],
		['the last list by token', { elements: [], metadata: { nextPageToken: null } }],
		['a list with other metadata', { elements: [], metadata: { previewCount: 3 } }],
	])('lets %s pass', (_what, body) => {
		const { elements, paging, metadata } = pageReply(body, 'FINDER /rest/posts');
		const given = body as PageReply;
		expect(elements).toEqual(given.elements);
		expect(paging?.total).toBe(given.paging?.total);
		expect(paging?.links?.map(({ rel, href }) => ({ rel, href }))).toEqual(
			given.paging?.links?.map(({ rel, href }) => ({ rel, href })),
		);
		expect(metadata?.nextPageToken).toBe(given.metadata?.nextPageToken);
	});

	it.each<[what: string, body: unknown, path: RegExp]>([
		['a web page', '<html>Sign in</html>', /string/],
		['nothing', undefined, /Required/],
		['an entity', { id: 'urn:li:share:1' }, /elements/],
		['elements that are no list', { elements: {} }, /elements/],
		['a total in words', { elements: [], paging: { total: 'many' } }, /paging\.total/],
	])(
		'refuses %s, naming endpoint and path, so that it is not taken for an empty list',
		(_what, body, path) => {
			const refused = catching(() => pageReply(body, 'FINDER /rest/posts'));
			expect(refused).toBeInstanceOf(LinkedInError);
			expect(refused).toMatchObject({ message: expect.stringContaining('FINDER /rest/posts') });
			expect(refused).toMatchObject({ message: expect.stringMatching(path) });
		},
	);
});

describe('pages', () => {
	it.each<[total: number, pageSize: number, manner: Manner, calls: number]>([
		[0, 10, 'total', 1],
		[0, 10, 'neither', 1],
		[9, 10, 'links', 1],
		[10, 10, 'total', 1],
		[10, 10, 'both', 1],
		[11, 10, 'links', 2],
		[100, 10, 'total', 10],
		[10_000, 100, 'both', 100],
		[25, 10, 'neither', 3],
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
		for await (const page of pages(fetchPage, { pageSize: 10 })) {
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
					const isHidden = (element: number) => oneIn > 1 && element % oneIn === 0;
					const { asked, fetchPage } = serve(list, manner, isHidden);
					const found = await walk(fetchPage, { pageSize, limit, by });
					const model = list.filter((element) => !isHidden(element)).slice(0, limit);
					expect(found.flat()).toEqual(model);
					expect(found.every((page) => page.length > 0 && page.length <= pageSize)).toBe(true);
					if (oneIn === 1) {
						const wanted = Math.min(list.length, limit ?? list.length);
						const least = limit === 0 ? 0 : 1;
						// A full first page with no link and no total tells nothing: one call more finds the end.
						const tellsNothing = manner === 'links' && by === 'offset' && list.length === pageSize;
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

function catching(run: () => unknown): unknown {
	try {
		run();
	} catch (error) {
		return error;
	}
	return undefined;
}
