/**
 * How a reader's work grows with its input. Times are compared with each other, never with a clock: processor time,
 * which other work on the machine doesn't lengthen, the best of several rounds. Four times the input takes a linear
 * reader four times as long, and one that goes back to each position 16 times; the limit is halfway between, as
 * factors. A linear reader may exceed it once, when its memory no longer fits into a processor cache; one that goes
 * back exceeds it again at the next size.
 */

const STEP = 4;
const MOST_A_STEP = 8;
/** Only going back does that, and a reader that tries all ways may not reach the next size. */
const STEEP_FOR_SURE = 13;
/** Below that, a machine that does something else for a moment decides the result. */
const SHORTEST_MS = 2;
/**
 * Before a growth counts, both sizes are measured again alternately: garbage collection, compilation, or a shared
 * machine may have interfered. A truly steep growth stays steep.
 */
const ROUNDS_OF_DOUBT = 15;
/** Milliseconds; work that took this long isn't measured again. */
const MOST_DOUBT_MS = 30_000;
const PAUSE_MS = 100;

export interface Growth {
	size: number;
	ratio: number;
	ms: number;
}

/**
 * @param work to be done on an input of a size
 * @param from the first size: small enough for work that doubles with each character
 * @returns the first growth that is too steep; undefined if there is none up to the size
 */
export async function steepGrowth(
	inputOf: (size: number) => () => unknown,
	{ from, to }: { from: number; to: number },
): Promise<Growth | undefined> {
	let before: { size: number; ms: number } | undefined;
	for (let size = from; size <= to; size *= STEP) {
		const ms = await timeOf(inputOf(size));
		if (before && isSteep(before.ms, ms)) {
			const growth = await doubted(inputOf, before.size);
			if (growth && (growth.ratio > STEEP_FOR_SURE || (await doubted(inputOf, size)))) return growth;
		}
		before = { size, ms };
	}
	return undefined;
}

function isSteep(smallMs: number, largeMs: number): boolean {
	return largeMs > MOST_A_STEP * Math.max(smallMs, SHORTEST_MS);
}

/**
 * @returns the growth from one size to the next by the shortest time of each; undefined if a round proves it harmless
 */
async function doubted(inputOf: (size: number) => () => unknown, from: number): Promise<Growth | undefined> {
	const small = inputOf(from);
	const large = inputOf(from * STEP);
	const least = { small: Number.POSITIVE_INFINITY, large: Number.POSITIVE_INFINITY };
	let spentMs = 0;
	for (let round = 0; round < ROUNDS_OF_DOUBT && spentMs < MOST_DOUBT_MS; round += 1) {
		await new Promise((resolve) => setTimeout(resolve, round * PAUSE_MS));
		const ms = { small: await timeOf(small), large: await timeOf(large) };
		spentMs += ms.small + ms.large;
		least.small = Math.min(least.small, ms.small);
		least.large = Math.min(least.large, ms.large);
		if (round > 1 && !isSteep(least.small, least.large)) return undefined;
	}
	return { size: from * STEP, ratio: least.large / Math.max(least.small, SHORTEST_MS), ms: least.large };
}

const MICROSECONDS_PER_MS = 1000;

async function timeOf(work: () => unknown): Promise<number> {
	const start = process.cpuUsage();
	await work();
	const { user, system } = process.cpuUsage(start);
	return (user + system) / MICROSECONDS_PER_MS;
}
