import { RunCache } from '../../../../../nodes/LinkedIn/transport/run/runCache';

const counted = () => {
	const counter = { count: 0, work: async () => (counter.count += 1) };
	return counter;
};

it('does the work once a run for all who ask with the same key, at the same time or later', async () => {
	const run = new RunCache();
	const { work } = counted();
	expect(await Promise.all([run.once('a', work), run.once('a', work)])).toEqual([1, 1]);
	expect(await run.once('a', work)).toBe(1);
	expect(await run.once('b', work)).toBe(2);
});

it('shares nothing between runs', async () => {
	const { work } = counted();
	expect(await new RunCache().once('a', work)).toBe(1);
	expect(await new RunCache().once('a', work)).toBe(2);
});

it('keeps no failure', async () => {
	const run = new RunCache();
	const failing = async () => {
		throw new Error('no');
	};
	await expect(run.once('a', failing)).rejects.toThrow('no');
	expect(await run.once('a', counted().work)).toBe(1);
});
