import {
	NEW_TRAIL,
	nextPosition,
	nextStep,
	onlyEmptyEnds,
	type NextStep,
	type Trail,
} from '../../../../../nodes/LinkedIn/transport/answers/nextPage';
import type { PageReply, Position } from '../../../../../nodes/LinkedIn/transport/answers/pageReply';
import { elements, link } from './pagedList';

const asked: Position = { start: 100, count: 100 };
const at = (start: number, count = 100): Position => ({ start, count });
const nextAt = (start: number) => [link('next', `/rest/posts?q=author&start=${start}&count=100`)];
const page = (length: number, paging?: PageReply['paging'], metadata?: PageReply['metadata']): PageReply => ({
	elements: elements(length),
	...(paging && { paging }),
	...(metadata && { metadata }),
});

describe('nextStep', () => {
	it.each<[what: string, reply: PageReply, next: Position | 'end', isTold: boolean | undefined]>([
		['the count LinkedIn says it used', page(10, { count: 10, total: 250, links: [] }), at(110), true],
		['that count on a short page', page(8, { count: 10, total: 250 }), at(110), true],
		['that count, told nothing else', page(10, { count: 10 }), at(110), false],
		['the count asked for, where LinkedIn says none', page(96), at(200), false],
		['the count asked for, not what came', page(96, { count: 100, links: [] }), at(200), false],
		['the count asked for, where LinkedIn says 0', page(96, { count: 0 }), at(200), false],
		['the count asked for, where less is said than came', page(96, { count: 10 }), at(200), false],
		['the count asked for, where more is said', page(96, { count: 1000 }), at(200), false],
		['what came, where it is more than asked for', page(150, { total: 900 }), at(250), true],
		['a larger count that LinkedIn used', page(148, { count: 150, total: 900 }), at(250), true],
		['a next link', page(100, { links: nextAt(200) }), at(200), true],
		['a next link on an empty page', page(0, { links: nextAt(200) }), at(200), true],
		['a next link without a place, by the count', page(100, { links: [link('next', '/x')] }), at(200), true],
		['a next link, whatever the total', page(100, { links: nextAt(200), total: 200 }), at(200), true],
		['a total beyond', page(3, { total: 201 }), at(200), true],
		['a total reached', page(100, { total: 200 }), 'end', undefined],
		['a total of what is shown already', page(100, { total: 120 }), at(200), false],
		['a total of -1', page(100, { total: -1 }), at(200), false],
		['a total of nothing, on an empty page', page(0, { total: 0 }), 'end', undefined],
		['an empty page', page(0), 'end', undefined],
		['a list that LinkedIn sends whole', page(30, { count: 2_147_483_647, links: [] }), 'end', undefined],
	])('goes on by %s', (_what, reply, next, isTold) => {
		const step = nextStep(reply, asked);
		if (next === 'end') expect(step).toEqual({ kind: 'end' });
		else expect(step).toMatchObject({ kind: 'more', position: next, isTold });
	});

	it.each<[what: string, reply: PageReply, asked: Position, next: Position | 'end']>([
		['a short page', page(96, { count: 100, links: [] }), at(0), at(100)],
		['a total reached', page(100, { total: 100 }), at(0), at(100)],
		['a total of a whole page too few', page(100, { total: 196 }), at(100), at(200)],
		['an empty page', page(0, { total: 500 }), at(100), 'end'],
		['an empty page of few', page(0), at(0, 3), at(3)],
		['a next link on an empty page', page(0, { links: nextAt(200) }), at(100), at(200)],
	])('after %s, where only an empty page ends the list', (_what, reply, from, next) => {
		const step = nextStep(reply, from, NEW_TRAIL, { onlyEmptyEnds: true, pageSize: 100 });
		if (next === 'end') expect(step).toEqual({ kind: 'end' });
		else expect(step).toMatchObject({ kind: 'more', position: next });
	});

	it.each<[what: string, isHiding: boolean, length: number, wanted: number, count: number]>([
		['what is wanted', false, 100, 3, 3],
		['a page at the most', false, 100, 300, 100],
		['enough to see whether it is empty', true, 97, 3, 10],
		['enough behind an empty page', false, 0, 3, 10],
	])('asks for %s', (_what, onlyEmpty, length, wanted, count) => {
		const reply = page(length, onlyEmpty ? undefined : { total: 900 });
		const step = nextStep(reply, asked, NEW_TRAIL, { onlyEmptyEnds: onlyEmpty, wanted });
		expect(step).toMatchObject({ position: at(200, count) });
	});

	it('ends where links have stopped coming', () => {
		const first = nextStep(page(90, { links: nextAt(100) }), at(0));
		expect(nextStep(page(100), at(100), trailOf(first))).toEqual({ kind: 'end' });
		expect(nextStep(page(100), at(100), NEW_TRAIL)).toMatchObject({ kind: 'more', isTold: false });
	});

	it.each([
		['itself', page(100, { links: nextAt(100) }), false],
		['itself, on a short page', page(7, { links: nextAt(100) }), true],
		['itself, on an empty page', page(0, { links: nextAt(100) }), true],
		['what came before', page(100, { links: nextAt(0) }), false],
	])('ends where the next link leads to %s, whatever came', (_where, reply, short) => {
		const end = { kind: 'sameLink', behind: at(200), isShort: short };
		expect(nextStep(reply, asked)).toEqual(end);
		// A list that hides elements also has short pages in the middle.
		expect(nextStep(reply, asked, NEW_TRAIL, { onlyEmptyEnds: true })).toEqual({ ...end, isShort: false });
	});

	it('follows a link that answers a search by token, and nothing else', () => {
		expect(nextStep(page(100, { links: nextAt(100), total: 142 }), { pageSize: 100 })).toMatchObject({
			position: at(100),
		});
		expect(nextStep(page(100, { total: 142 }), { pageSize: 100 })).toEqual({ kind: 'end' });
	});
});

describe('a walk in circles', () => {
	const walk = (replies: PageReply[], first: Position = at(0), onlyEmpty = false): NextStep[] => {
		let position = first;
		let trail: Trail = NEW_TRAIL;
		const steps: NextStep[] = [];
		for (const reply of replies) {
			const step = nextStep(reply, position, JSON.parse(JSON.stringify(trail)) as Trail, {
				onlyEmptyEnds: onlyEmpty,
			});
			steps.push(step);
			if (step.kind !== 'more') break;
			({ position, trail } = step);
		}
		return steps;
	};
	const kinds = (steps: NextStep[]) => steps.map(({ kind }) => kind).join(' ');
	const of = (start: number, length: number, more: Omit<PageReply, 'elements'> = {}): PageReply => ({
		elements: elements(length).map((one) => ({ id: start + one })),
		...more,
	});
	const told = { paging: { total: 100_000 } };

	it.each<[what: string, replies: PageReply[], seen: string]>([
		[
			'the same full page, LinkedIn says there is more',
			[of(0, 100, told), of(0, 100, told)],
			'more samePage',
		],
		['the same full page, nobody says anything', [of(0, 100), of(0, 100)], 'more samePage'],
		[
			'the same page with a link to itself',
			[of(0, 5, { paging: { links: nextAt(0) } }), of(0, 5, { paging: { links: nextAt(0) } })],
			'sameLink',
		],
		[
			'three empty pages with a link',
			[of(0, 5, told), of(0, 0, told), of(0, 0, told), of(0, 0, told), of(0, 0, told)],
			'more more more emptyPages',
		],
		[
			'two empty pages, and something behind them',
			[of(0, 5, told), of(0, 0, told), of(0, 0, told), of(300, 5, told), of(0, 0, told)],
			'more more more more more',
		],
		[
			'the same page behind an empty one',
			[of(0, 100, told), of(0, 0, told), of(0, 100, told)],
			'more more samePage',
		],
	])('is seen: %s', (_what, replies, seen) => {
		expect(kinds(walk(replies))).toBe(seen);
	});

	it('that LinkedIn does not page is told from one that hides the rest', () => {
		const short = { elements: elements(30), paging: { start: 0, count: 100, links: [] } };
		expect(walk([short, short]).at(-1)).toEqual({ kind: 'samePage', isWhole: true });
		expect(walk([short, short], at(0), true).at(-1)).toEqual({ kind: 'samePage', isWhole: false });
		expect(walk([of(0, 100), of(0, 100)]).at(-1)).toEqual({ kind: 'samePage', isWhole: false });
	});

	it('is seen where the last page asks for less', () => {
		const first = nextStep(of(0, 100, told), at(0), NEW_TRAIL, { wanted: 7 });
		expect(nextStep(of(0, 7, told), at(100, 7), trailOf(first))).toMatchObject({ kind: 'samePage' });
		expect(nextStep(of(100, 7, told), at(100, 7), trailOf(first))).toMatchObject({ kind: 'more' });
	});

	it.each([1, 2, 3, 5, 8, 13])('of %d pages is seen, wherever it begins', (length) => {
		for (const before of [0, 1, 2, 3, 7]) {
			for (const oneIn of [0, 2, 3]) {
				const pageAt = (index: number) => {
					const place = index < before ? index : before + ((index - before) % length);
					return oneIn > 0 && place % oneIn === 1 ? of(0, 0, told) : of(place * 100, 100, told);
				};
				const steps = walk(Array.from({ length: 200 }, (_, index) => pageAt(index)));
				expect(kinds(steps)).toMatch(/ (samePage|emptyPages)$/);
				expect(steps.length).toBeLessThan(4 * (before + length + 3));
			}
		}
	});

	it.each([1, 2, 3, 5, 8])('of %d tokens is seen, the pages being new', (length) => {
		const replies = Array.from({ length: 200 }, (_, index) =>
			of(index * 100, 100, { metadata: { nextPageToken: `token ${index % length}` } }),
		);
		const steps = walk(replies, { pageSize: 100 });
		expect(kinds(steps)).toMatch(/^(more )+sameToken$/);
		expect(steps.length).toBeLessThan(4 * (length + 1));
	});

	it.each([1, 2, 3, 5])('of %d links without an offset is seen, the pages being new', (length) => {
		const replies = Array.from({ length: 100 }, (_, index) =>
			of(index * 100, 100, { paging: { links: [link('next', `/x?cursor=${index % length}`)] } }),
		);
		expect(kinds(walk(replies))).toMatch(/^(more )+sameLink$/);
		const changing = replies.map((reply, index) => ({
			...reply,
			paging: { links: [link('next', `/x?cursor=${index}`)] },
		}));
		expect(kinds(walk(changing))).toMatch(/^(more ?)+$/);
	});

	it('leaves a trail that is small and holds no element', () => {
		const [step] = walk([
			{ elements: [{ id: 'urn:li:comment:secret' }], metadata: { nextPageToken: 'abc' } },
		]);
		const saved = JSON.stringify(trailOf(step));
		expect(saved).not.toContain('secret');
		expect(saved.length).toBeLessThan(200);
	});

	it('does not stop at what is nested too deeply to be compared', () => {
		let deep: unknown = {};
		for (let depth = 0; depth < 100_000; depth += 1) deep = [deep];
		const reply: PageReply = { elements: [deep], ...told };
		expect(kinds(walk([reply, reply]))).toBe('more more');
	});
});

describe('nextPosition', () => {
	it.each<[what: string, reply: PageReply, next: Position | undefined]>([
		['a full page by the count LinkedIn used', page(10, { count: 10 }), at(110)],
		['a short page by the count LinkedIn used', page(9, { count: 10 }), undefined],
		['a short page of a list without a word', page(99), undefined],
		['a page whose link leads to itself', page(99, { links: nextAt(100) }), at(100)],
	])('after %s', (_what, reply, next) => {
		expect(nextPosition(reply, asked)).toEqual(next);
	});
});

describe('onlyEmptyEnds', () => {
	it.each([
		['/rest/leadForms', true],
		['/rest/leadFormResponses', true],
		['/rest/adAccounts/{account}/creatives', true],
		['/rest/adAccounts/123/creatives', true],
		['/rest/posts', false],
		['/rest/adAccounts/{account}/adCampaigns', false],
		['/rest/leadForms/{id}', false],
	])('of %s is %s', (path, is) => {
		expect(onlyEmptyEnds(path)).toBe(is);
	});
});

function trailOf(step: NextStep): Trail {
	if (step.kind !== 'more') throw new Error(`The walk ended: ${step.kind}`);
	return step.trail;
}
