import { collect } from '../../../../nodes/LinkedIn/transport/collect';

const double = { key: 'double', most: 100, work: async (parts: number[]) => parts.map((part) => part * 2) };
const wait = async (ms: number) => await new Promise((resolve) => setTimeout(resolve, ms));

describe('collect', () => {
	it('does the work once for all parts of a run, and gives each its own result', async () => {
		const run = {};
		const batches: number[][] = [];
		const work = async (parts: number[]) => {
			batches.push([...parts]);
			return await double.work(parts);
		};
		const results = await Promise.all(
			[1, 2, 3].map(async (part) => await collect(run, part, { ...double, work })),
		);
		expect([results, batches]).toEqual([[2, 4, 6], [[1, 2, 3]]]);
	});

	it('keeps runs and kinds of work apart', async () => {
		const one = {};
		const all = [
			collect(one, 1, double),
			collect({}, 2, double),
			collect(one, 3, {
				...double,
				key: 'length',
				work: async (parts: number[]) => parts.map(() => parts.length),
			}),
		];
		expect(await Promise.all(all)).toEqual([2, 4, 1]);
	});

	it('begins another piece of work where one is full, and for a part that comes late', async () => {
		const run = {};
		const sizes: number[] = [];
		const work = async (parts: number[]) => {
			sizes.push(parts.length);
			return parts;
		};
		await Promise.all(
			[1, 2, 3, 4, 5].map(async (part) => await collect(run, part, { key: 'k', most: 2, work })),
		);
		await collect(run, 6, { key: 'k', most: 2, work });
		expect([...sizes].sort()).toEqual([1, 1, 2, 2]);
	});

	it('waits for parts that come one after another, and never for a number of them', async () => {
		const run = {};
		const sizes: number[] = [];
		const work = async (parts: number[]) => {
			sizes.push(parts.length);
			return parts;
		};
		const all: Array<Promise<number>> = [];
		for (let part = 0; part < 4; part += 1) {
			all.push(collect(run, part, { key: 'k', most: 100, work }));
			await wait(20);
		}
		await Promise.all(all);
		expect(sizes).toEqual([4]);
	});

	it('hands the failure of the work to all', async () => {
		const run = {};
		const work = async () => await Promise.reject(new Error('refused'));
		const all = await Promise.allSettled(
			[1, 2].map(async (part) => await collect(run, part, { ...double, work })),
		);
		expect(all.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
	});

	it('ends with the execution, and sends nothing', async () => {
		const controller = new AbortController();
		const work = jest.fn(double.work);
		const part = collect({}, 1, { ...double, work }, controller.signal);
		controller.abort(new Error('cancelled'));
		await expect(part).rejects.toThrow('cancelled');
		expect(work).not.toHaveBeenCalled();
	});

	it('works on a part alone where n8n has no run', async () => {
		expect(await collect(undefined, 4, double)).toBe(8);
	});
});
