import { Gathering, type Coalesced } from '../../../../../nodes/LinkedIn/transport/run/coalesce';

const double = { key: 'double', most: 100, work: async (parts: number[]) => parts.map((part) => part * 2) };
/** One part of an item, and its result. */
const one = async (...[run, part, work]: [Gathering, number, Coalesced<number, number>]) =>
	(await run.coalesce([part], work))[0];
/** A run with this many items. */
const runOf = (items: number) => new Gathering(items);
const wait = async (ms: number) => await new Promise((resolve) => setTimeout(resolve, ms));

describe('collect', () => {
	it('does the work once for all parts of a run, and gives each its own result', async () => {
		const run = runOf(6);
		const batches: number[][] = [];
		const work = async (parts: number[]) => {
			batches.push([...parts]);
			return await double.work(parts);
		};
		const results = await Promise.all(
			[1, 2, 3].map(async (part) => await one(run, part, { ...double, work })),
		);
		expect([results, batches]).toEqual([[2, 4, 6], [[1, 2, 3]]]);
	});

	it('keeps runs and kinds of work apart', async () => {
		const run = runOf(2);
		const all = [
			one(run, 1, double),
			one(runOf(1), 2, double),
			one(run, 3, {
				...double,
				key: 'length',
				work: async (parts: number[]) => parts.map(() => parts.length),
			}),
		];
		expect(await Promise.all(all)).toEqual([2, 4, 1]);
	});

	it('begins another piece of work where one is full, and for a part that comes late', async () => {
		const run = runOf(6);
		const sizes: number[] = [];
		const work = async (parts: number[]) => {
			sizes.push(parts.length);
			return parts;
		};
		await Promise.all([1, 2, 3, 4, 5].map(async (part) => await one(run, part, { key: 'k', most: 2, work })));
		await one(run, 6, { key: 'k', most: 2, work });
		expect([...sizes].sort()).toEqual([1, 1, 2, 2]);
	});

	it('waits for parts that come one after another, and never for a number of them', async () => {
		const run = runOf(6);
		const sizes: number[] = [];
		const work = async (parts: number[]) => {
			sizes.push(parts.length);
			return parts;
		};
		const all: Array<Promise<number>> = [];
		for (let part = 0; part < 4; part += 1) {
			all.push(one(run, part, { key: 'k', most: 100, work }));
			await wait(20);
		}
		await Promise.all(all);
		expect(sizes).toEqual([4]);
	});

	it('puts parts of one item into several pieces of work where one is full', async () => {
		const run = runOf(2);
		const sizes: number[] = [];
		const work = async (parts: number[]) => {
			sizes.push(parts.length);
			return await double.work(parts);
		};
		const all = [[1, 2, 3, 4, 5], [], [6, 7]].map(
			async (parts) => await run.coalesce(parts, { key: 'k', most: 2, work }),
		);
		expect(await Promise.all(all)).toEqual([[2, 4, 6, 8, 10], [], [12, 14]]);
		expect(sizes.sort()).toEqual([1, 2, 2, 2]);
	});

	it('begins at once where the run has one item, with all that it hands in', async () => {
		const run = runOf(1);
		const sizes: number[] = [];
		const work = async (parts: number[]) => {
			sizes.push(parts.length);
			return parts;
		};
		jest.useFakeTimers();
		await Promise.all([1, 2, 3].map(async (part) => await one(run, part, { ...double, work })));
		jest.useRealTimers();
		expect(sizes).toEqual([3]);
	});

	it('hands the failure of the work to all', async () => {
		const run = runOf(6);
		const work = async () => await Promise.reject(new Error('refused'));
		const all = await Promise.allSettled(
			[1, 2].map(async (part) => await one(run, part, { ...double, work })),
		);
		expect(all.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
	});

	it('ends with the execution, and sends nothing', async () => {
		const controller = new AbortController();
		const work = jest.fn(double.work);
		const part = runOf(2).coalesce([1], { ...double, work }, controller.signal);
		controller.abort(new Error('cancelled'));
		await expect(part).rejects.toThrow('cancelled');
		expect(work).not.toHaveBeenCalled();
	});

	it('works on the parts of an item alone where n8n has no run', async () => {
		expect(await new Gathering().coalesce([4, 5], double)).toEqual([8, 10]);
	});
});
