/** Small, seeded, the same on every machine. */
export function randomFrom(seed: number) {
	let state = seed >>> 0;
	const next = () => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return state / 2 ** 32;
	};
	return {
		chance: (probability: number) => next() < probability,
		below: (limit: number) => Math.floor(next() * limit),
		of: <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)],
	};
}
export type Random = ReturnType<typeof randomFrom>;
