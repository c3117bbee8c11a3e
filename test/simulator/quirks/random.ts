/** Small, seeded, the same on every machine. */
export interface Random {
	/** In [0, 1). */
	next(): number;
	chance(probability: number): boolean;
	of<T>(list: readonly T[]): T;
	/** A whole number, both ends included. */
	between(least: number, most: number): number;
}

/** @see https://en.wikipedia.org/wiki/Permuted_congruential_generator for why the raw state isn't used */
export function randomFrom(seed: number): Random {
	let state = seed >>> 0;
	const next = () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
	return {
		next,
		chance: (probability) => next() < probability,
		of: (list) => list[Math.floor(next() * list.length)],
		between: (least, most) => least + Math.floor(next() * (most - least + 1)),
	};
}
