// In jest, each access to a global takes longer than the arithmetic.
const { imul } = Math;

/** A number from 0 to 1 that depends only on the parts. */
export function chance(...parts: Array<string | number>): number {
	return mixed(textHash(parts.join(' '))) / 4_294_967_296;
}

/** FNV-1a, 32 bits. */
export function textHash(text: string): number {
	let hash = 2_166_136_261;
	for (let at = 0; at < text.length; at += 1) hash = imul(hash ^ text.charCodeAt(at), 16_777_619);
	return hash >>> 0;
}

/** Mixes a 32-bit number, so that neighbours are unrelated. */
export function mixed(seed: number): number {
	let hash = imul(seed ^ (seed >>> 16), 0x45d9f3b);
	hash = imul(hash ^ (hash >>> 16), 0x45d9f3b);
	return (hash ^ (hash >>> 16)) >>> 0;
}

/** One of the values, the same for the same seed. */
export const oneFrom = <T>(values: readonly T[], seed: number): T => values[mixed(seed) % values.length];
