import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { runNode } from '../../engine/run';
import { connect, simulateForEachTest, simulator } from './connectedRun';
import { KINDS, type Kind } from './everyList';

/**
 * Every list is read to its end, and reading always ends, however LinkedIn behaves (docs.pagination,
 * docs/behaviour.md#lists-with-gaps).
 */

simulateForEachTest();

interface Read {
	urns: string[];
	notice: string;
	calls: string[];
	error: { message: string; details: IDataObject } | undefined;
}

async function read(kind: Kind, parameters: INodeParameters): Promise<Read> {
	const before = simulator.requests.length;
	const { outputs, error } = await runNode({
		node: kind.node,
		parameters: { authentication: 'oAuth2', ...parameters },
		credentials: connect(kind.connection),
	});
	const items = (outputs[0] ?? []).map(({ json }) => json);
	const { context, message } = (error ?? {}) as { context?: { details?: IDataObject }; message?: string };
	return {
		urns: [...new Set(items.map(({ urn }) => String(urn)))],
		notice: String(items[0]?.notice ?? ''),
		calls: simulator.requests.slice(before).flatMap(({ url }) => (kind.path.test(url) ? [url] : [])),
		error: error && { message: String(message), details: context?.details ?? {} },
	};
}

/** Four of every hundred positions. */
const FOUR_OF_A_HUNDRED = (place: number) => place % 25 === 7;
/** The case "leads-short-page": 4 of the first hundred. */
const OF_THE_FIRST = (place: number) => place < 100 && FOUR_OF_A_HUNDRED(place);

const offsetKinds = KINDS.filter(({ by }) => by === 'offset');
const startsOf = ({ calls }: Read) => calls.map((url) => Number(/[?&]start=(\d+)/.exec(url)?.[1]));
const countsOf = ({ calls }: Read) => calls.map((url) => Number(/[?&]count=(\d+)/.exec(url)?.[1]));

describe.each(KINDS)('a list that tells of more $tells', (kind) => {
	test('of 250, of which pages show 96: all that LinkedIn shows comes out', async () => {
		const silent = kind.isHiding && ({ links: 'none', total: 'none' } as const);
		simulator.state.listManners = [{ path: kind.path, hides: OF_THE_FIRST, ...silent }];
		const all = await read(kind, { ...kind.fill(simulator, 250), returnAll: true });
		expect(all).toMatchObject({ notice: '', error: undefined });
		// With tokens, the simulator counts the positions of a list page by page.
		expect(all.urns).toHaveLength(kind.by === 'token' ? 240 : 246);
		expect(all.calls.length).toBeLessThanOrEqual(4);
	});

	test('up to a limit beyond a short page: as many come out, and no call more', async () => {
		simulator.state.listManners = [{ path: kind.path, hides: FOUR_OF_A_HUNDRED }];
		const some = await read(kind, { ...kind.fill(simulator, 250), limit: 100 });
		expect(some.urns).toHaveLength(100);
		expect(some.calls).toHaveLength(2);
	});

	test('that sends the same page endlessly: an error that says how much came, after two calls', async () => {
		simulator.state.listManners = [{ path: kind.path, ignoresPlace: true }];
		const { urns, calls, error } = await read(kind, { ...kind.fill(simulator, 250), returnAll: true });
		expect(urns).toEqual([]);
		expect(calls).toHaveLength(2);
		expect(error?.message).toMatch(/answers to \S+ \/rest\/.*repeat: after the first 100 elements/);
		expect(error?.details).toMatchObject({
			code: 'REPEATED_PAGE',
			field: 'Limit',
			advice: expect.stringContaining('set it to 100'),
		});
	});

	test('that sends the same page endlessly, up to what it gives: no error', async () => {
		simulator.state.listManners = [{ path: kind.path, ignoresPlace: true }];
		const some = await read(kind, { ...kind.fill(simulator, 250), limit: 100 });
		expect(some).toMatchObject({ notice: '', error: undefined });
		expect(some.urns).toHaveLength(100);
	});
});

describe.each(offsetKinds)('an offset list that tells of more $tells', (kind) => {
	test('of 25, of which LinkedIn sends ten at a time: all 25, and one call more at the most', async () => {
		simulator.state.listManners = [{ path: kind.path, countAtMost: 10 }];
		const all = await read(kind, { ...kind.fill(simulator, 25), returnAll: true });
		expect(all.urns).toHaveLength(25);
		expect(startsOf(all).slice(0, 3)).toEqual([0, 10, 20]);
		expect(all.calls.length).toBeLessThanOrEqual(4);
	});

	test('whose next link leads to itself: an error that says how much came, after one call', async () => {
		simulator.state.listManners = [{ path: kind.path, links: 'toItself', total: 'none' }];
		const { calls, error, urns } = await read(kind, { ...kind.fill(simulator, 150), returnAll: true });
		expect(urns).toEqual([]);
		expect(calls).toHaveLength(1);
		expect(error?.message).toMatch(/after the first 100 elements its next link leads back/);
		expect(error?.details).toMatchObject({ code: 'REPEATED_PAGE', field: 'Limit' });
	});

	test('whose only page is short and leads to itself: what came, and a notice that LinkedIn claimed more', async () => {
		simulator.state.listManners = [{ path: kind.path, links: 'toItself', total: 'none' }];
		const all = await read(kind, { ...kind.fill(simulator, 15), returnAll: true });
		if (kind.isHiding) {
			expect(all.error?.details.code).toBe('REPEATED_PAGE');
		} else {
			expect(all.urns).toHaveLength(15);
			expect(all.notice).toMatch(/more follows after these 15 elements of .*its link to it leads back/);
		}
		expect(all.calls).toHaveLength(1);
	});

	test('whose next link never ends: all, and a notice that LinkedIn claimed more', async () => {
		simulator.state.listManners = [{ path: kind.path, links: 'endless', total: 'none' }];
		const all = await read(kind, { ...kind.fill(simulator, 150), returnAll: true });
		expect(all.urns).toHaveLength(150);
		expect(all.notice).toContain('3 empty pages');
		expect(all.calls).toHaveLength(5);
	});

	test('whose pages are empty and promise more: an error, not an empty list', async () => {
		simulator.state.listManners = [{ path: kind.path, links: 'endless', total: 'none' }];
		const { calls, error } = await read(kind, { ...kind.fill(simulator, 0), returnAll: true });
		expect(error?.details.code).toBe('EMPTY_PAGES');
		expect(calls).toHaveLength(3);
	});

	test('that is empty: one call', async () => {
		const none = await read(kind, { ...kind.fill(simulator, 0), returnAll: true });
		expect(none).toMatchObject({ urns: [], error: undefined });
		expect(none.calls).toHaveLength(1);
	});

	test('that has neither total nor link, and refuses what is behind its end', async () => {
		const body = { status: 404, code: 'NOT_FOUND', message: 'No data found' };
		const refusesBehindEnd = { status: 404, body };
		simulator.state.listManners = [{ path: kind.path, links: 'none', total: 'none', refusesBehindEnd }];
		const all = await read(kind, { ...kind.fill(simulator, 120), returnAll: true });
		expect(all.error).toBeUndefined();
		expect(all.urns).toHaveLength(120);
		expect(startsOf(all)).toEqual([0, 100, 200]);
	});

	test('up to 130 of 250: the last page asks for what is missing', async () => {
		const some = await read(kind, { ...kind.fill(simulator, 250), limit: 130 });
		expect(some.urns).toHaveLength(130);
		if (!String(kind.path).includes('leadFormResponses')) expect(countsOf(some)).toEqual([100, 30]);
	});
});

const hiding = KINDS.filter(({ isHiding }) => isHiding);

describe.each(hiding)('a list that tells of its end $tells', (kind) => {
	test('is not ended by a total of less', async () => {
		simulator.state.listManners = [{ path: kind.path, total: 100 }];
		const all = await read(kind, { ...kind.fill(simulator, 250), returnAll: true });
		expect(all.urns).toHaveLength(250);
		expect(startsOf(all)).toEqual([0, 100, 200, 300]);
	});

	test('is not ended by one element that is hidden where one was asked for', async () => {
		const hides = (place: number) => place === 0;
		simulator.state.listManners = [{ path: kind.path, hides, links: 'none', total: 'none' }];
		const some = await read(kind, { ...kind.fill(simulator, 5), limit: 1 });
		expect(some.urns).toHaveLength(1);
	});
});

test('a list by token whose token stays the same: an error that says so', async () => {
	const kind = KINDS.find(({ by }) => by === 'token') as Kind;
	simulator.state.listManners = [{ path: kind.path, sameToken: true }];
	const { calls, error } = await read(kind, { ...kind.fill(simulator, 150), returnAll: true });
	expect(error?.details.code).toBe('REPEATED_PAGE');
	expect(calls.length).toBeLessThanOrEqual(2);
});

describe('a list that LinkedIn does not page', () => {
	test('is whole where a short page comes again', async () => {
		const kind = KINDS.find(({ tells }) => tells.startsWith('by next link')) as Kind;
		simulator.state.listManners = [{ path: kind.path, ignoresPlace: true }];
		const all = await read(kind, { ...kind.fill(simulator, 30), returnAll: true });
		expect(all).toMatchObject({ notice: '', error: undefined });
		expect(all.urns).toHaveLength(30);
		expect(all.calls).toHaveLength(2);
	});
});
