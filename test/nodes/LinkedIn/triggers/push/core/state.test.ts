import {
	follow,
	isHandled,
	isSinceChosen,
	leastNow,
	mergeInto,
	newPushState,
	noteHandled,
	readPushState,
	savePushState,
	type PushState,
} from '../../../../../../nodes/LinkedIn/triggers/push/core/state';

const NOW = Date.UTC(2026, 11, 1);
const HOUR = 3_600_000;
const MINUTE = 60_000;

const pages = (...sources: string[]) => ({ sources, kinds: [] });

const copyOf = (state: PushState, nowMs = NOW): PushState =>
	readPushState(JSON.parse(JSON.stringify(savePushState(state, nowMs)))) as PushState;

test('a state is saved and read', () => {
	const state = newPushState();
	Object.assign(state, { address: 'https://n8n.example', me: 'urn:li:person:a', checkedAtMs: NOW - 5 });
	state.subscriptions.set('p', { address: 'https://n8n.example', expiresAtMs: NOW });
	follow(state, pages('p', 'q'), NOW - HOUR);
	state.windows.set('p', { untilMs: NOW - HOUR, fromMs: 1, toMs: 2, start: 100, emptyPages: 0 });
	noteHandled(state, '1', NOW - MINUTE);
	expect(copyOf(state)).toEqual(state);
	expect(isHandled(copyOf(state), '1')).toBe(true);
	expect(isHandled(copyOf(state), '2')).toBe(false);
});

test.each([undefined, null, 5, 'x', {}, { format: 2 }])('%j is no state', (saved) => {
	expect(readPushState(saved)).toBeUndefined();
});

test('no id of an event is saved', () => {
	const state = newPushState();
	noteHandled(state, '5603453321', NOW);
	expect(JSON.stringify(savePushState(state, NOW))).not.toContain('5603453321');
});

test('what was handled is not dropped for its age while the time is unknown', () => {
	const state = newPushState();
	noteHandled(state, '1', NOW - 1_000 * HOUR);
	savePushState(state, undefined);
	expect(isHandled(state, '1')).toBe(true);
	savePushState(state, NOW);
	expect(isHandled(state, '1')).toBe(false);
});

describe('what was handled is known', () => {
	test.each<[string, number, number, boolean]>([
		['for four days', NOW - 95 * HOUR, NOW, true],
		['not for five', NOW - 120 * HOUR, NOW, false],
		[
			'as long as a list may be read again from there',
			NOW - 120 * HOUR,
			NOW - 120 * HOUR + 20 * MINUTE,
			true,
		],
		['also from the days before, of which leads come late', NOW - 190 * HOUR, NOW - 120 * HOUR, true],
	])('%s', (_what, handledAtMs, untilMs, isKnown) => {
		const state = newPushState();
		state.cursors.set('p', { fromMs: 0, untilMs });
		noteHandled(state, '1', handledAtMs);
		expect(isHandled(copyOf(state), '1')).toBe(isKnown);
	});
});

test('the last 4,000 of ten thousand events are saved, in 64 KB; the process knows all', () => {
	const state = newPushState();
	for (let number = 0; number < 10_000; number += 1) noteHandled(state, String(number), NOW - number * 1_000);
	expect(JSON.stringify(savePushState(state, NOW)).length).toBeLessThan(64_000);
	expect(['3999', '4000', '9999'].map((id) => isHandled(state, id))).toEqual([true, true, true]);
	expect(['3999', '4000'].map((id) => isHandled(copyOf(state), id))).toEqual([true, false]);
	expect([state, copyOf(state)].map(({ forgottenToMs }) => forgottenToMs)).toEqual([0, NOW - 4_000_000]);
	expect(copyOf(copyOf(state)).forgottenToMs).toBe(NOW - 4_000_000);
});

test('with a hundred pages fewer are saved, in 64 KB too', () => {
	const state = newPushState();
	const urns = Array.from({ length: 100 }, (_, index) => `urn:li:organization:${24_141_000 + index}`);
	follow(state, pages(...urns), NOW - HOUR);
	for (const urn of urns) {
		state.subscriptions.set(urn, {
			address: 'https://automation.example.com/webhook/6f1a4e0c-0df4-4b41-9d0b-2f1c9a1f2b33/webhook',
			application: 'urn:li:developerApplication:77812345',
			user: 'urn:li:person:zLqTygBP8S',
			expiresAtMs: NOW,
		});
		state.windows.set(urn, { untilMs: NOW - HOUR, fromMs: NOW - HOUR, toMs: NOW, start: 100, emptyPages: 0 });
	}
	for (let number = 0; number < 5_000; number += 1) noteHandled(state, String(number), NOW - number * 1_000);
	const saved = savePushState(state, NOW);
	expect(JSON.stringify(saved).length).toBeLessThanOrEqual(64_000);
	const remembered = saved.seen.length / 12;
	expect(remembered).toBeGreaterThan(500);
	expect(saved.forgottenToMs).toBe(NOW - remembered * 1_000);
});

describe('copies are merged', () => {
	const pair = () => {
		const state = newPushState();
		follow(state, pages('p'), NOW - HOUR);
		return [state, copyOf(state)] as const;
	};

	test('each adds what it handled', () => {
		const [state, other] = pair();
		noteHandled(state, 'a', NOW);
		noteHandled(other, 'b', NOW);
		mergeInto(state, other);
		expect([isHandled(state, 'a'), isHandled(state, 'b')]).toEqual([true, true]);
	});

	test('a cursor never moves back, and an older window is left out', () => {
		const [state, other] = pair();
		other.windows.set('p', { untilMs: NOW - HOUR, fromMs: 0, toMs: 1, start: 100, emptyPages: 0 });
		state.cursors.set('p', { fromMs: NOW - HOUR, untilMs: NOW });
		mergeInto(state, other);
		expect(state.cursors.get('p')?.untilMs).toBe(NOW);
		expect(state.windows.size).toBe(0);
	});

	test('a later cursor counts, with its window', () => {
		const [state, other] = pair();
		other.cursors.set('p', { fromMs: NOW - HOUR, untilMs: NOW });
		other.windows.set('p', { untilMs: NOW, fromMs: 0, toMs: 1, start: 100, emptyPages: 0 });
		mergeInto(state, other);
		expect([state.cursors.get('p')?.untilMs, state.windows.get('p')?.start]).toEqual([NOW, 100]);
	});

	test('the later look at the subscriptions counts', () => {
		const [state, other] = pair();
		state.checkedAtMs = 2;
		state.subscriptions.set('p', { address: 'a' });
		mergeInto(state, { ...other, checkedAtMs: 1 });
		expect(state.subscriptions.size).toBe(1);
		mergeInto(state, { ...other, checkedAtMs: 3 });
		expect(state.subscriptions.size).toBe(0);
	});

	test('hashes with another key say nothing', () => {
		const [state] = pair();
		const other = newPushState();
		noteHandled(other, 'b', NOW);
		mergeInto(state, other);
		expect(state.seen.size).toBe(0);
	});
});

test('a window that is out of date is not saved', () => {
	const state = newPushState();
	follow(state, pages('p'), NOW);
	state.windows.set('p', { untilMs: NOW - 1, fromMs: 0, toMs: 1, start: 100, emptyPages: 0 });
	expect(savePushState(state, NOW).windows).toEqual([]);
});

describe('what is chosen', () => {
	const chosen = (...kinds: string[]) => ({ sources: ['p'], kinds });

	test('later brings nothing from before, and again only what comes since then', () => {
		const state = newPushState();
		follow(state, chosen('comment'), NOW - 2 * HOUR);
		follow(state, chosen('comment', 'reaction'), NOW);
		follow(state, chosen('comment', 'reaction'), NOW + HOUR);
		expect(Object.fromEntries(state.since)).toEqual({ comment: NOW - 2 * HOUR, reaction: NOW });
		expect(
			[NOW - 1, NOW].map((atMs) => [
				isSinceChosen(state, ['comment'], atMs),
				isSinceChosen(state, ['comment', 'reaction'], atMs),
			]),
		).toEqual([
			[true, false],
			[true, true],
		]);
		follow(state, chosen('reaction'), NOW + HOUR);
		follow(state, chosen('reaction', 'comment'), NOW + 2 * HOUR);
		expect(Object.fromEntries(copyOf(state).since)).toEqual({ reaction: NOW, comment: NOW + 2 * HOUR });
	});

	test('later makes another list, which is read from its beginning', () => {
		const state = newPushState();
		follow(state, chosen('comment'), NOW);
		state.windows.set('p', { untilMs: NOW, fromMs: 0, toMs: 1, start: 100, emptyPages: 0 });
		follow(state, chosen('comment'), NOW);
		expect(state.windows.size).toBe(1);
		follow(state, chosen('comment', 'reaction'), NOW);
		expect(state.windows.size).toBe(0);
	});

	test('by another process counts there too, since it was chosen last', () => {
		const [state, other] = [newPushState(), newPushState()];
		follow(state, chosen('comment'), NOW);
		follow(other, chosen('comment', 'reaction'), NOW + HOUR);
		mergeInto(state, other);
		expect(Object.fromEntries(state.since)).toEqual({ comment: NOW + HOUR, reaction: NOW + HOUR });
	});
});

describe('sources', () => {
	test('start with what comes from now on, and go on where they were', () => {
		const state = newPushState();
		follow(state, pages('p', 'q'), NOW);
		follow(state, pages('q', 'r'), NOW + HOUR);
		expect(Object.fromEntries(state.cursors)).toEqual({
			q: { fromMs: NOW, untilMs: NOW },
			r: { fromMs: NOW + HOUR, untilMs: NOW + HOUR },
		});
	});

	test('start when they were chosen, once the time is known; until then nothing moves', () => {
		const state = newPushState();
		follow(state, pages('p'), undefined);
		expect(state.cursors.size).toBe(0);
		follow(state, pages('p'), NOW, NOW - MINUTE);
		follow(state, pages('p', 'q'), undefined);
		expect(Object.fromEntries(state.cursors)).toEqual({
			p: { fromMs: NOW - MINUTE, untilMs: NOW - MINUTE },
		});
		expect(leastNow(state)).toBe(NOW - MINUTE);
	});

	test('of a clock that was ahead come back to now', () => {
		const state = newPushState();
		follow(state, pages('p'), NOW + 24 * HOUR);
		follow(state, pages('p'), NOW);
		expect(state.cursors.get('p')).toEqual({ fromMs: NOW, untilMs: NOW });
	});
});
