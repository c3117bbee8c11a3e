/** Finds many names in one text in a single pass (Aho–Corasick). */

const UNITS = 0x10000;

/** A prefix of some names, by its number. */
interface Tree {
	/** By number and UTF-16 unit, the number of the prefix that is longer by this unit. */
	longer: Map<number, number>;
	/** For each prefix, its longest proper suffix that is also a prefix. */
	suffix: number[];
	/** For each prefix, the name it equals. */
	name: Array<string | undefined>;
	/** For each prefix, its longest proper suffix that is a name; 0 if there is none. */
	nameWithin: number[];
}

/**
 * @param names distinct and not empty
 * @param text to search
 * @returns for each name its positions from the start, including overlapping ones, in UTF-16 units
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
	/** By length, because suffixes are shorter. */
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
