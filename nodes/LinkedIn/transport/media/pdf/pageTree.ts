/**
 * Counts the pages of a PDF one by one, as long as that is cheap: the count at the root is only a claim of the program
 * that wrote the file.
 * @see ISO 32000-1, 7.7.3 (page tree)
 */
import type { Directory, PdfObject, PdfObjects } from './objects';
import { pdfNameOf, referenceOf, referencesOf } from './syntax';

/** Maximum number of pages and branches to look at; more than LinkedIn accepts. */
const MOST_NODES = 1_024;
const MOST_DEPTH = 32;
/** How often a file that isn't in memory may be read for them. */
const MOST_OPENINGS = 3;

/**
 * - `whole`: all pages were counted
 * - `partly`: there are at least this many; counting all would take too long
 * - `damaged`: the tree isn't consistent
 */
export interface Leaves {
	kind: 'whole' | 'partly' | 'damaged';
	pages: number;
}

/** Children still to look at, the next one last. */
interface Branch {
	number: number;
	left: number[];
}

/** @param root number and content of the tree's root */
export async function countLeaves(
	objects: PdfObjects,
	root: { number: number; node: PdfObject },
	where: Directory,
): Promise<Leaves> {
	const path: Branch[] = [];
	const latestOpening = objects.ranges.timesOpened + MOST_OPENINGS;
	const isOver = () => objects.isSpent || objects.ranges.timesOpened > latestOpening;
	let pages = 0;
	let node: PdfObject | undefined = root.node;
	let { number } = root;
	for (let nodes = 0; nodes <= MOST_NODES && !isOver(); nodes += 1) {
		if (node?.entries?.has('Kids')) {
			if (path.length >= MOST_DEPTH) break;
			const left = await childrenOf(objects, node, where);
			if (!left) return { kind: isOver() ? 'partly' : 'damaged', pages };
			path.push({ number, left });
		} else if (isPage(node)) pages += 1;
		else return { kind: isOver() ? 'partly' : 'damaged', pages };
		while (path.at(-1)?.left.length === 0) path.pop();
		const next = path.at(-1)?.left.pop();
		if (next === undefined) return { kind: 'whole', pages };
		number = next;
		const isLoop = path.some((branch) => branch.number === next);
		node = isLoop ? undefined : await objects.get(next, where);
	}
	return { kind: 'partly', pages };
}

function isPage(node: PdfObject | undefined): boolean {
	return node?.entries !== undefined && (pdfNameOf(node.entries.get('Type')) ?? 'Page') === 'Page';
}

/** @returns their numbers, the first one last; undefined if it isn't a list of references */
async function childrenOf(
	objects: PdfObjects,
	{ entries }: PdfObject,
	where: Directory,
): Promise<number[] | undefined> {
	const kids = entries?.get('Kids');
	const reference = referenceOf(kids);
	const list = reference === undefined ? kids : (await objects.get(reference, where))?.value;
	// More wouldn't be looked at.
	return referencesOf(list, MOST_NODES + 1)?.reverse();
}
