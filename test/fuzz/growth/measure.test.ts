import { steepGrowth } from './measure';

/** What counts as steep, with times set by the row instead of this machine. */

const MICROSECONDS_PER_MS = 1000;
const SIZES = { from: 64, to: 16_384 };

let spentMs = 0;
beforeEach(() => {
	spentMs = 0;
	jest.spyOn(process, 'cpuUsage').mockImplementation((since) => ({
		user: spentMs * MICROSECONDS_PER_MS - (since?.user ?? 0),
		system: 0,
	}));
	jest.spyOn(global, 'setTimeout').mockImplementation((run: () => void) => {
		setImmediate(run);
		return undefined as never;
	});
});
afterEach(() => void jest.restoreAllMocks());

const growth = async (msOf: (size: number) => number) =>
	await steepGrowth((size) => () => void (spentMs += msOf(size)), SIZES);

it.each<[string, (size: number) => number]>([
	['one that goes on', (size) => size / 100],
	['one that goes on, slowly', (size) => size],
	['one whose memory no longer fits the cache', (size) => (size > 4096 ? size * 2.5 : size) / 100],
	['one that sorts', (size) => (size * Math.log2(size)) / 100],
	['one that is over at once', (size) => size ** 2 / 1e9],
])('lets pass %s', async (_what, msOf) => {
	expect(await growth(msOf)).toBeUndefined();
});

it('lets pass one that another program held up for a round', async () => {
	let calls = 0;
	expect(await growth((size) => ((calls += 1) === 3 ? size : size / 100))).toBeUndefined();
});

it.each<[string, (size: number) => number, at: number]>([
	['one that goes back', (size) => size ** 2 / 1000, 256],
	['one that goes back at the end of a long text', (size) => size / 500 + size ** 2 / 4e6, 16_384],
	['one that goes back a little', (size) => size / 100 + size ** 2 / 250_000, 16_384],
	['one that tries all ways', (size) => 2 ** (size / 16), 256],
])('finds %s', async (_what, msOf, at) => {
	expect(await growth(msOf)).toMatchObject({ size: at });
});
