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
/** Before a growth counts it is measured again: collecting garbage or compiling may have come between. */
const ROUNDS_OF_DOUBT = 15;

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
		const ms = await fastest(inputOf(size), 1);
		if (before && ms > MOST_A_STEP * Math.max(before.ms, SHORTEST_MS)) {
			const small = Math.max(await fastest(inputOf(before.size), ROUNDS_OF_DOUBT), SHORTEST_MS);
			const large = await fastest(inputOf(size), ROUNDS_OF_DOUBT);
			if (large > MOST_A_STEP * small) return { size, ratio: large / small, ms: large };
		}
		before = { size, ms };
	}
	return undefined;
}

/** Rounds end early where one takes so long that noise cannot explain it. */
const LONG_MS = 500;

async function fastest(work: () => unknown, rounds: number): Promise<number> {
	let least = Number.POSITIVE_INFINITY;
	for (let round = 0; round < rounds; round += 1) {
		const start = process.cpuUsage();
		await work();
		const { user, system } = process.cpuUsage(start);
		least = Math.min(least, (user + system) / MICROSECONDS_PER_MS);
		if (least > LONG_MS) break;
	}
	return least;
}

const MICROSECONDS_PER_MS = 1000;
