import {
	newMemory,
	rememberGiven,
} from '../../../../../../../nodes/LinkedIn/triggers/comments/core/state/memory';

const HOUR_MS = 3_600_000;
const START = Date.UTC(2026, 9, 5, 12);

describe('ids of comments that were given out', () => {
	test.each([
		[47, ['old', 'new']],
		[48, ['new']],
	])('%d hours later', (hours, kept) => {
		const memory = newMemory();
		rememberGiven(memory, 'old', START);
		rememberGiven(memory, 'new', START + hours * HOUR_MS);
		expect([...memory.given.keys()]).toEqual(kept);
	});

	test('of a clock that ran ahead go as well', () => {
		const memory = newMemory();
		rememberGiven(memory, 'ahead', START + 100 * HOUR_MS);
		rememberGiven(memory, 'new', START);
		expect([...memory.given.keys()]).toEqual(['new']);
	});

	test('are 50,000 at the most', () => {
		const memory = newMemory();
		for (let id = 0; id < 50_005; id += 1) rememberGiven(memory, `${id}`, START);
		expect([memory.given.size, memory.given.has('4'), memory.given.has('5')]).toEqual([50_000, false, true]);
	});
});
