/**
 * How the work of a reader grows with its input. Times are compared with each other and never with a clock: the
 * processor's time, which other work on the machine does not lengthen, at best of several rounds; and four times the
 * input may take what two doublings may, 2.5 times each. A reader that goes back to each place takes 16 times as long
 * there; one that tries all ways, far longer.
 */

const MOST_A_DOUBLING = 2.5;
const STEP = 4;
const MOST_A_STEP = MOST_A_DOUBLING ** 2;
/** Below that a machine that does something else for a moment decides. */
const SHORTEST_MS = 2;
/**
 * Before a growth counts, both sizes are measured again in turns: collecting garbage, compiling, or a machine that
 * lends its processor to others for seconds, may have come between. A growth that is steep stays so.
 */
const ROUNDS_OF_DOUBT = 15;
/** Milliseconds; work that has taken as long is not doubted further. */
const MOST_DOUBT_MS = 30_000;
const PAUSE_MS = 100;

export interface Growth {
	size: number;
	ratio: number;
	ms: number;
}

/**
 * @param work to be done on an input of a size
 * @param from where it begins: small enough for work that doubles with each character
 * @returns the first growth that is too steep; undefined where there is none up to the size
 */
export async function steepGrowth(
	inputOf: (size: number) => () => unknown,
	{ from, to }: { from: number; to: number },
): Promise<Growth | undefined> {
	let before: { size: number; ms: number } | undefined;
	for (let size = from; size <= to; size *= STEP) {
		const ms = await timeOf(inputOf(size));
		if (before && isSteep(before.ms, ms)) {
			const least = await doubted(inputOf(before.size), inputOf(size));
			if (isSteep(least.small, least.large))
				return { size, ratio: least.large / least.small, ms: least.large };
		}
		before = { size, ms };
	}
	return undefined;
}

function isSteep(smallMs: number, largeMs: number): boolean {
	return largeMs > MOST_A_STEP * Math.max(smallMs, SHORTEST_MS);
}

/** The least time of each, up to the round that clears them. */
async function doubted(
	small: () => unknown,
	large: () => unknown,
): Promise<{ small: number; large: number }> {
	const least = { small: Number.POSITIVE_INFINITY, large: Number.POSITIVE_INFINITY };
	let spentMs = 0;
	for (let round = 0; round < ROUNDS_OF_DOUBT && spentMs < MOST_DOUBT_MS; round += 1) {
		await new Promise((resolve) => setTimeout(resolve, round * PAUSE_MS));
		const ms = { small: await timeOf(small), large: await timeOf(large) };
		spentMs += ms.small + ms.large;
		least.small = Math.min(least.small, ms.small);
		least.large = Math.min(least.large, ms.large);
		if (round > 1 && !isSteep(least.small, least.large)) break;
	}
	return least;
}

const MICROSECONDS_PER_MS = 1000;

async function timeOf(work: () => unknown): Promise<number> {
	const start = process.cpuUsage();
	await work();
	const { user, system } = process.cpuUsage(start);
	return (user + system) / MICROSECONDS_PER_MS;
}
