import type { Answer, Further } from '../../../../../../nodes/LinkedIn/triggers/polling/core/answer';
import {
	isPullDue,
	noteRead,
	readWindow,
	windowOf,
	type FoundPage,
} from '../../../../../../nodes/LinkedIn/triggers/push/core/pull';
import { newPushState, OVERLAP_MS } from '../../../../../../nodes/LinkedIn/triggers/push/core/state';

const NOW = Date.UTC(2026, 11, 1);
const MINUTE = 60_000;
const DAY = 86_400_000;

describe('a pull is due', () => {
	test.each<[string, object, boolean, boolean, boolean]>([
		['at the first delivery', {}, false, false, true],
		['not right after a try', { triedAtMs: NOW - 59_000 }, true, true, false],
		['a minute after one that failed', { triedAtMs: NOW - MINUTE }, false, false, true],
		[
			'not at every delivery',
			{ triedAtMs: NOW - 29 * MINUTE, doneAtMs: NOW - 29 * MINUTE },
			false,
			false,
			false,
		],
		['half an hour later', { triedAtMs: NOW - 30 * MINUTE, doneAtMs: NOW - 30 * MINUTE }, false, false, true],
		['after a challenge', { triedAtMs: NOW - 15 * MINUTE, doneAtMs: NOW - 15 * MINUTE }, true, false, true],
		[
			'not after every challenge',
			{ triedAtMs: NOW - 14 * MINUTE, doneAtMs: NOW - 14 * MINUTE },
			true,
			false,
			false,
		],
		[
			'while one is unfinished',
			{ triedAtMs: NOW - 2 * MINUTE, doneAtMs: NOW - 4 * MINUTE },
			false,
			true,
			true,
		],
		['a minute after one fault', { triedAtMs: NOW - MINUTE, faults: 1 }, true, false, true],
		['not a minute after several', { triedAtMs: NOW - 15 * MINUTE, faults: 3 }, true, true, false],
		['later after several', { triedAtMs: NOW - 16 * MINUTE, faults: 3 }, true, true, true],
		[
			'half an hour later, after ever so many',
			{ triedAtMs: NOW - 30 * MINUTE, faults: 90 },
			true,
			false,
			true,
		],
	])('%s', (_what, last, isChallenge, isUnfinished, isDue) => {
		expect(isPullDue(last, { isChallenge, isUnfinished }, NOW)).toBe(isDue);
	});
});

const stateAt = (fromMs: number, untilMs: number) => {
	const state = newPushState();
	state.cursors.set('p', { fromMs, untilMs });
	return state;
};

describe('a window', () => {
	test.each<[string, number, number, number, number]>([
		['goes back 30 minutes', NOW - DAY, NOW - MINUTE, NOW - 31 * MINUTE, NOW],
		['but not to before it was followed', NOW - 5 * MINUTE, NOW - MINUTE, NOW - 5 * MINUTE, NOW],
		['and not further than LinkedIn keeps', 0, NOW - 80 * DAY, NOW - 59 * DAY, NOW],
	])('%s', (_what, sinceMs, untilMs, fromMs, toMs) => {
		expect(windowOf(stateAt(sinceMs, untilMs), 'p', NOW, OVERLAP_MS)).toEqual({
			untilMs,
			fromMs,
			toMs,
			start: 0,
			emptyPages: 0,
		});
	});

	test.each<[string, number, number]>([
		['to where all is remembered', NOW - 10 * MINUTE, NOW - 10 * MINUTE],
		['but leaves out nothing that was never read', NOW, NOW - MINUTE],
		['but not further than usual', NOW - DAY, NOW - 31 * MINUTE],
	])('goes back, after much was forgotten, %s', (_what, forgottenToMs, fromMs) => {
		const state = { ...stateAt(0, NOW - MINUTE), forgottenToMs };
		expect(windowOf(state, 'p', NOW, OVERLAP_MS).fromMs).toBe(fromMs);
	});

	test('that was begun goes on, unless the cursor has moved', () => {
		const state = stateAt(0, NOW - MINUTE);
		const begun = { ...windowOf(state, 'p', NOW - 1, OVERLAP_MS), start: 100 };
		noteRead(state, 'p', begun, false, NOW);
		expect(windowOf(state, 'p', NOW + 5, OVERLAP_MS)).toBe(begun);
		state.cursors.set('p', { fromMs: 0, untilMs: NOW });
		expect(windowOf(state, 'p', NOW + 5, OVERLAP_MS).start).toBe(0);
	});

	test.each([
		['goes on for hours, however old it is', 80, 12 / 24, true],
		['begins anew once LinkedIn no longer keeps where it began', 20, 45, false],
	])('that was begun %s', (_what, daysAgo, laterDays, goesOn) => {
		const state = stateAt(0, NOW - daysAgo * DAY);
		const begun = { ...windowOf(state, 'p', NOW, OVERLAP_MS), start: 100 };
		noteRead(state, 'p', begun, false, NOW);
		const later = windowOf(state, 'p', NOW + laterDays * DAY, OVERLAP_MS);
		expect(later.start).toBe(goesOn ? 100 : 0);
	});

	test('that is done moves the cursor to its end, but not beyond now', () => {
		const state = stateAt(0, NOW - DAY);
		noteRead(state, 'p', { ...windowOf(state, 'p', NOW + DAY, OVERLAP_MS) }, true, NOW);
		expect(state.cursors.get('p')).toEqual({ fromMs: 0, untilMs: NOW });
		expect(state.windows.size).toBe(0);
	});

	test('whose cursor has moved meanwhile says nothing', () => {
		const state = stateAt(0, NOW - DAY);
		const window = { ...windowOf(state, 'p', NOW, OVERLAP_MS) };
		state.cursors.set('p', { fromMs: 0, untilMs: NOW - 5 });
		noteRead(state, 'p', window, true, NOW);
		noteRead(state, 'p', window, false, NOW);
		expect([state.cursors.get('p')?.untilMs, state.windows.size]).toEqual([NOW - 5, 0]);
	});
});

describe('reading a window', () => {
	const event = (id: string, atMs = NOW) => ({ id, atMs, value: id });
	const page = (ids: string[], further: Partial<Further>, print = ids.join()): FoundPage<string> => ({
		found: ids.map((id) => event(id)),
		print,
		isEmpty: ids.length === 0,
		further: { next: undefined, isGuess: false, ...further },
	});
	const read = async (pages: Array<FoundPage<string> | 'fault'>, calls = 10, from = 0) => {
		const starts: number[] = [];
		const window = { untilMs: NOW, fromMs: NOW - MINUTE, toMs: NOW, start: from, emptyPages: 0 };
		const ask = async ({ start }: { start: number }): Promise<Answer<FoundPage<string>>> => {
			const one = pages[starts.push(start) - 1] ?? page([], {});
			if (one === 'fault') return { ok: false, fault: { kind: 'later', message: 'No' } };
			return { ok: true, value: one };
		};
		const result = await readWindow(
			window,
			ask,
			() => starts.length < calls,
			() => true,
		);
		return { ...result, ids: result.found.map(({ id }) => id), starts, start: window.start };
	};

	test('follows the list to its end, each event once', async () => {
		const result = await read([
			page(['a', 'b'], { next: 100 }),
			page(['b', 'c'], { next: 200 }),
			page(['d'], {}),
		]);
		expect(result).toMatchObject({ ids: ['a', 'b', 'c', 'd'], starts: [0, 100, 200], isDone: true });
	});

	test('stops without calls, and says where it goes on', async () => {
		const result = await read([page(['a'], { next: 100 }), page(['b'], { next: 200 })], 2);
		expect(result).toMatchObject({ ids: ['a', 'b'], isDone: false, start: 200 });
	});

	test('that was begun also reads the page before, because what was removed since has moved the rest ahead', async () => {
		const pages = [page(['c', 'd'], { next: 300 }), page(['a', 'b'], { next: 200 }), page(['e'], {})];
		const result = await read(pages, 10, 200);
		expect(result).toMatchObject({ ids: ['c', 'd', 'a', 'b', 'e'], starts: [200, 100, 300], isDone: true });
	});

	test.each([
		['its only call', 1],
		['a fault of the page before', 2],
	])('that was begun gets further with %s', async (_what, calls) => {
		const result = await read([page(['c'], { next: 300 }), 'fault'], calls, 200);
		expect(result).toMatchObject({ ids: ['c'], isDone: false });
		expect(result.start).toBe(calls === 1 ? 300 : 200);
	});

	test('keeps what it has before a fault', async () => {
		const result = await read([page(['a'], { next: 100 }), 'fault']);
		expect(result).toMatchObject({ ids: ['a'], isDone: false, start: 100, fault: { kind: 'later' } });
	});

	test('ends where LinkedIn sends the same page again', async () => {
		const result = await read([page(['a'], { next: 100 }), page(['a'], { next: 200 }), page(['b'], {})]);
		expect(result).toMatchObject({ ids: ['a'], isDone: true, starts: [0, 100] });
	});

	test('goes on after a page of which nothing is wanted', async () => {
		const unwanted = { ...page([], { next: 100 }, 'own activity'), isEmpty: false };
		expect(await read([unwanted, page(['b'], {})])).toMatchObject({ ids: ['b'], isDone: true });
	});

	test('leaves out what LinkedIn shows from before the window', async () => {
		const old = { ...page(['a'], {}), found: [event('a', NOW - 2 * MINUTE), event('b')] };
		expect((await read([old])).ids).toEqual(['b']);
	});
});
