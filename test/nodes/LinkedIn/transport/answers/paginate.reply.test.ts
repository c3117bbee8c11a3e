import { nextPosition } from '../../../../../nodes/LinkedIn/transport/answers/nextPage';
import {
	pageReply,
	type PageReply,
	type Position,
} from '../../../../../nodes/LinkedIn/transport/answers/pageReply';
import { LinkedInError } from '../../../../../nodes/LinkedIn/transport/errors/errors';
import { elements, link } from './pagedList';

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
			'a next link on a short page',
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
			'no links and no total, full page',
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

describe('pageReply', () => {
	it.each<[what: string, body: object]>([
		['an empty list', { elements: [] }],
		['a list with paging', { elements: [{ id: 1 }], paging: { start: 0, count: 10, total: 42, links: [] } }],
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

	it.each<[what: string, body: object, rest: object]>([
		['null elements of a page', { elements: null, paging: { start: 0 } }, { elements: [], paging: {} }],
		[
			'no elements beside a token',
			{ metadata: { nextPageToken: 'abc' } },
			{ elements: [], metadata: { nextPageToken: 'abc' } },
		],
		['null around elements', { elements: [1], paging: null, metadata: null }, { elements: [1] }],
		['a total in words', { elements: [], paging: { total: 'many' } }, { elements: [], paging: {} }],
		[
			'a total that is no number',
			{ elements: [], paging: { total: Infinity } },
			{ elements: [], paging: {} },
		],
		[
			'links that are none',
			{ elements: [], paging: { links: 'x', total: 3 } },
			{ elements: [], paging: { total: 3 } },
		],
		[
			'an odd link beside the next one',
			{ elements: [], paging: { links: [null, { rel: 5 }, { rel: 'next', href: '?start=3' }] } },
			{ elements: [], paging: { links: [{}, { rel: 'next', href: '?start=3' }] } },
		],
		[
			'a token in digits',
			{ elements: [], metadata: { nextPageToken: 12 } },
			{ elements: [], metadata: { nextPageToken: '12' } },
		],
		[
			'a token that is none',
			{ elements: [], metadata: { nextPageToken: {} } },
			{ elements: [], metadata: {} },
		],
		['odd elements', { elements: [null, 'x', 7, []] }, { elements: [null, 'x', 7, []] }],
	])('takes %s for what it can be', (_what, body, rest) => {
		expect(pageReply(body, 'FINDER /rest/posts')).toEqual(rest);
	});

	it.each<[what: string, body: unknown, path: RegExp]>([
		['a web page', '<html>Sign in</html>', /text$/],
		['nothing', undefined, /missing$/],
		['a list alone', [], /a list$/],
		['an entity', { id: 'urn:li:share:1' }, /elements, which is missing$/],
		['null for elements, and nothing beside them', { elements: null }, /elements, which is null$/],
		['elements that are no list', { elements: {} }, /elements, which is an object$/],
		['elements that are text', { elements: 'none', paging: {} }, /elements, which is text$/],
	])(
		'refuses %s, saying what came from where, so that it is not taken for an empty list',
		(_what, body, path) => {
			const refused = catching(() => pageReply(body, 'FINDER /rest/posts'));
			expect(refused).toBeInstanceOf(LinkedInError);
			expect(refused).toMatchObject({ message: expect.stringContaining('FINDER /rest/posts') });
			expect(refused).toMatchObject({ message: expect.stringMatching(path) });
		},
	);
});

function catching(run: () => unknown): unknown {
	try {
		run();
	} catch (error) {
		return error;
	}
	return undefined;
}
