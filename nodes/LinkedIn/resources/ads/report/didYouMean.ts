/** A third of the letters may differ. */
const MOST_DIFFERENT = 1 / 3;

/**
 * The name that was probably meant.
 * @returns undefined if none is close
 */
export function closest(typed: string, names: string[]): string | undefined {
	if (typed.length > 60) return undefined;
	const text = typed.toLowerCase();
	const [best] = names
		.map((name) => ({ name, steps: stepsBetween(text, name.toLowerCase()) }))
		.sort((a, b) => a.steps - b.steps);
	return best && best.steps <= best.name.length * MOST_DIFFERENT ? best.name : undefined;
}

/** How many letters to put in, take out or change (Levenshtein). */
function stepsBetween(a: string, b: string): number {
	let above = Array.from({ length: b.length + 1 }, (_, index) => index);
	for (let row = 1; row <= a.length; row += 1) {
		const line = [row];
		for (let column = 1; column <= b.length; column += 1) {
			const changed = above[column - 1] + (a[row - 1] === b[column - 1] ? 0 : 1);
			line.push(Math.min(changed, above[column] + 1, line[column - 1] + 1));
		}
		above = line;
	}
	return above[b.length];
}
