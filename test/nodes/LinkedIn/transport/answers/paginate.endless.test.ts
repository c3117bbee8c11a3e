import type { PageReply, Position } from '../../../../../nodes/LinkedIn/transport/answers/pageReply';
import { pages, type Paging } from '../../../../../nodes/LinkedIn/transport/answers/paginate';
import { LinkedInError } from '../../../../../nodes/LinkedIn/transport/errors/errors';
import { elements, link } from './pagedList';

/** Reading lists that LinkedIn doesn't end, or refuses to continue. */

interface Walked {
	taken: number[];
	said: string[];
	asked: Position[];
	/** For each request: statuses that would have meant the end. */
	endsWith: Array<readonly number[]>;
	error: unknown;
}

async function walk(
	answer: (position: Position, call: number) => PageReply<number>,
	{ onlyEmptyEnds, ...paging }: Partial<Paging> & { onlyEmptyEnds?: boolean } = {},
): Promise<Walked> {
	const walked: Walked = { taken: [], said: [], asked: [], endsWith: [], error: undefined };
	const list = {
		endpoint: 'FINDER /rest/posts',
		onlyEmptyEnds,
		fetchPage: async (position: Position, endsWith: readonly number[]) => {
			if (walked.asked.length >= 1000) throw new Error('This never ends');
			walked.asked.push(position);
			walked.endsWith.push(endsWith);
			return answer(position, walked.asked.length);
		},
		say: (sentence: string) => walked.said.push(sentence),
	};
	try {
		for await (const page of pages(list, { pageSize: 10, ...paging })) walked.taken.push(...page);
	} catch (error) {
		walked.error = error;
	}
	return walked;
}

const startOf = (position: Position) => ('start' in position ? position.start : 0);
const from = (start: number, length = 10) => elements(length).map((one) => start + one);
const onward = (position: Position) => [link('next', `/rest/posts?start=${startOf(position) + 10}`)];

it.each<[what: string, answer: Parameters<typeof walk>[0], taken: number, calls: number, message: RegExp]>([
	[
		'the same page again',
		(_position, call) => ({ elements: from(0), metadata: { nextPageToken: `token ${call}` } }),
		10,
		2,
		/after the first 10 elements it sent a page that it had sent before, so the rest can't be read$/,
	],
	[
		'the same token again',
		(_position, call) => ({ elements: from(call * 10), metadata: { nextPageToken: 'same' } }),
		20,
		2,
		/after the first 20 elements its page token leads back, so/,
	],
	[
		'the same token behind an empty page',
		() => ({ elements: [], metadata: { nextPageToken: 'same' } }),
		0,
		2,
		/after the first 0 elements its page token/,
	],
])('%s is an error behind what came', async (_what, answer, taken, calls, message) => {
	const walked = await walk(answer, { by: 'token' });
	const byOffset = await walk(answer);
	for (const one of [walked, byOffset]) {
		expect(one.error).toBeInstanceOf(LinkedInError);
		expect(one.error).toMatchObject({ message: expect.stringMatching(message) });
		expect(one.taken).toHaveLength(taken);
		expect(one.asked).toHaveLength(calls);
	}
});

it.each([
	['itself', (start: number) => start],
	['the page before', (start: number) => Math.max(0, start - 10)],
])('a next link to %s is an error behind what came, though all of it was new', async (_where, leadsTo) => {
	const walked = await walk((position) => ({
		elements: from(startOf(position)),
		paging: { links: [link('next', `/rest/posts?start=${leadsTo(startOf(position))}`)] },
	}));
	expect(walked.error).toMatchObject({
		message: expect.stringMatching(/after the first 10 elements its next link leads back, so/),
		details: { code: 'REPEATED_PAGE', field: 'Limit', advice: expect.stringContaining('set it to 10') },
	});
	expect(walked).toMatchObject({ taken: from(0), asked: [{ start: 0, count: 10 }] });
});

it('a next link to itself on a short page ends the list, with a sentence beside what came', async () => {
	const links = [link('next', '/rest/posts?start=0')];
	const short = await walk(() => ({ elements: from(0, 7), paging: { links } }));
	expect(short).toMatchObject({ taken: from(0, 7), asked: [{ start: 0, count: 10 }], error: undefined });
	expect(short.said).toEqual([
		'LinkedIn says that more follows after these 7 elements of FINDER /rest/posts, but its link to it leads back, so reading stopped there.',
	]);
	const hiding = await walk(() => ({ elements: from(0, 7), paging: { links } }), { onlyEmptyEnds: true });
	const empty = await walk(() => ({ elements: [], paging: { links } }));
	for (const { error } of [hiding, empty])
		expect(error).toMatchObject({ details: { code: 'REPEATED_PAGE' } });
});

it('a repeated page is no error where the Limit was reached before it', async () => {
	const walked = await walk(() => ({ elements: from(0), paging: { total: 1000 } }), { limit: 10 });
	expect(walked).toMatchObject({ taken: from(0), said: [], error: undefined });
	expect(walked.asked).toHaveLength(1);
});

it('three empty pages with a next link end it, with a sentence beside what came', async () => {
	const walked = await walk((position) => ({
		elements: startOf(position) < 20 ? from(startOf(position)) : [],
		paging: { links: onward(position) },
	}));
	expect(walked).toMatchObject({ taken: from(0, 20), error: undefined });
	expect(walked.said).toEqual([
		'LinkedIn says that more follows after these 20 elements of FINDER /rest/posts, but sent 3 empty pages in a row, so reading stopped there.',
	]);
	expect(walked.asked).toHaveLength(5);
});

it('three empty pages with a next link are an error where nothing came', async () => {
	const walked = await walk((position) => ({ elements: [], paging: { links: onward(position) } }));
	expect(walked.error).toMatchObject({ details: { code: 'EMPTY_PAGES' } });
	expect(walked.said).toEqual([]);
});

it('full pages that are new are read up to the Limit', async () => {
	const endless = (position: Position) => ({ elements: from(startOf(position)), paging: { total: 1e9 } });
	expect((await walk(endless, { limit: 995 })).taken).toEqual(from(0, 995));
});

describe('what may be refused behind the last element', () => {
	const only = (page: PageReply<number>) => async (onlyEmptyEnds: boolean) => {
		const answer = (_position: Position, call: number) => (call === 1 ? page : { elements: [] });
		return (await walk(answer, { onlyEmptyEnds })).endsWith;
	};
	it.each<[what: string, page: PageReply<number>, isHiding: boolean, endsWith: Array<readonly number[]>]>([
		['a short page, nothing said', { elements: from(0, 7) }, false, [[], [400, 404]]],
		['a full page, nothing said', { elements: from(0) }, false, [[], [404]]],
		['a short page that may hide more', { elements: from(0, 7) }, true, [[], [404]]],
		['a page with a total', { elements: from(0), paging: { total: 15 } }, false, [[], []]],
	])('behind %s', async (_what, page, isHiding, endsWith) => {
		expect(await only(page)(isHiding)).toEqual(endsWith);
	});
});
