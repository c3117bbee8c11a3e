import { oncePerRun } from '../../../../../nodes/LinkedIn/transport/run/runCache';

const counted = () => {
	const counter = { count: 0, work: async () => (counter.count += 1) };
	return counter;
};

it('does the work once a run for all who ask with the same key, at the same time or later', async () => {
	const run = {};
	const { work } = counted();
	expect(await Promise.all([oncePerRun(run, 'a', work), oncePerRun(run, 'a', work)])).toEqual([1, 1]);
	expect(await oncePerRun(run, 'a', work)).toBe(1);
	expect(await oncePerRun(run, 'b', work)).toBe(2);
});

it('shares nothing between runs, and nothing without one', async () => {
	const { work } = counted();
	expect(await oncePerRun({}, 'a', work)).toBe(1);
	expect(await oncePerRun({}, 'a', work)).toBe(2);
	expect(await oncePerRun(undefined, 'a', work)).toBe(3);
	expect(await oncePerRun(undefined, 'a', work)).toBe(4);
});

it('keeps no failure', async () => {
	const run = {};
	const failing = async () => {
		throw new Error('no');
	};
	await expect(oncePerRun(run, 'a', failing)).rejects.toThrow('no');
	expect(await oncePerRun(run, 'a', counted().work)).toBe(1);
});
