/**
 * A boundary for the parts of a body that occurs in none of them.
 *
 * @param base its beginning
 * @param parts each searched once, however much in it looks like a boundary
 */
export function boundaryFor(base: string, parts: string[]): string {
	/** What follows the base in a part: numbers, and beginnings of numbers. */
	const taken = new Set<string>();
	for (const part of parts) {
		for (let at = part.indexOf(base); at >= 0; at = part.indexOf(base, at + base.length)) {
			const [, digits = ''] = NUMBER.exec(part.slice(at + base.length, at + base.length + 12)) ?? [];
			for (let length = 0; length <= digits.length; length += 1) taken.add(digits.slice(0, length));
		}
	}
	if (taken.size === 0) return base;
	let count = 1;
	while (taken.has(String(count))) count += 1;
	return `${base}-${count}`;
}

const NUMBER = /^-(\d{1,10})/;
