/**
 * How the work of a reader grows with its input. Times are compared with each other and never with a clock: the
 * processor's time, which other work on the machine does not lengthen, at best of several rounds. Four times the
 * input takes a reader that goes on four times as long, and one that goes back to each place 16 times; the border is
 * halfway between the two, as factors. A reader that goes on may cross it once, where its memory no longer fits a
 * cache of the processor; one that goes back crosses it again at the next size.
 */

const STEP = 4;
const MOST_A_STEP = 8;
/** Nothing but going back does that, and the next size may be out of reach of a reader that tries all ways. */
const STEEP_FOR_SURE = 13;
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

/** @returns the growth from a size to the next by the least time of each; undefined where a round clears it */
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
