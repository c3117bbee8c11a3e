/** Where many names stand in one text, found in one pass over it (Aho and Corasick's machine). */

const UNITS = 0x10000;

/** A prefix of some names, by its number. */
interface Tree {
	/** By number and UTF-16 unit the number of the prefix that is longer by this unit. */
	longer: Map<number, number>;
	/** Of each prefix the longest other one that it ends with. */
	suffix: number[];
	/** Of each prefix the name that it is. */
	name: Array<string | undefined>;
	/** Of each prefix the longest other one that it ends with and that is a name; 0 where there is none. */
	nameWithin: number[];
}

/**
 * @param names no two alike, none empty
 * @param text what to look in
 * @returns of each name where it begins, from the front, those that overlap too; in UTF-16 units
 */
export function occurrencesOf(names: string[], text: string): Map<string, number[]> {
	const found = new Map<string, number[]>(names.map((name) => [name, []]));
	const tree = treeOf(names);
	let prefix = 0;
	for (let at = 0; at < text.length; at += 1) {
		prefix = step(tree, prefix, text.charCodeAt(at));
		const first = tree.name[prefix] === undefined ? tree.nameWithin[prefix] : prefix;
		for (let end = first; end > 0; end = tree.nameWithin[end]) {
			const name = tree.name[end] ?? '';
			found.get(name)?.push(at + 1 - name.length);
		}
	}
	return found;
}

function step({ longer, suffix }: Tree, from: number, unit: number): number {
	for (let prefix = from; ; prefix = suffix[prefix]) {
		const next = longer.get(prefix * UNITS + unit);
		if (next !== undefined) return next;
		if (prefix === 0) return 0;
	}
}

function treeOf(names: string[]): Tree {
	const tree: Tree = { longer: new Map(), suffix: [0], name: [undefined], nameWithin: [0] };
	const { longer, suffix, name, nameWithin } = tree;
	/** By length, as what a prefix ends with is shorter than it. */
	const byLength: Array<Array<{ prefix: number; shorter: number; unit: number }>> = [];
	for (const whole of names) {
		let prefix = 0;
		for (let at = 0; at < whole.length; at += 1) {
			const unit = whole.charCodeAt(at);
			let next = longer.get(prefix * UNITS + unit);
			if (next === undefined) {
				next = name.length;
				longer.set(prefix * UNITS + unit, next);
				name.push(undefined);
				suffix.push(0);
				nameWithin.push(0);
				(byLength[at] ??= []).push({ prefix: next, shorter: prefix, unit });
			}
			prefix = next;
		}
		name[prefix] = whole;
	}
	for (const { prefix, shorter, unit } of byLength.flat()) {
		const within = shorter === 0 ? 0 : step(tree, suffix[shorter], unit);
		suffix[prefix] = within;
		nameWithin[prefix] = name[within] === undefined ? nameWithin[within] : within;
	}
	return tree;
}
