/**
 * How many pages a PDF has: those of its page tree or, if there are many, the count at its root. The root is found by
 * the tables at the end of the file, otherwise by scanning the whole file. Only certain results count: a file that is
 * encrypted, damaged or unusually structured has no count.
 * @see ISO 32000-1, 7.5.5 (trailer), 7.7.2 (catalog), 7.7.3 (page tree)
 */
import type { ByteRanges } from '../byteRanges';
import type { Slices } from '../slices';
import { crossReferenceAt } from './crossReference';
import { PdfObjects, type Directory } from './objects';
import { countLeaves } from './pageTree';
import { recover } from './recovery';
import { pdfNameOf, referenceOf } from './syntax';

/** The end refers to the newest table; other bytes may follow. */
const TAIL_BYTES = 65_536;
const HEAD_BYTES = 1_024;
const NEWEST_TABLE = /^startxref\s{1,8}(\d{1,15})/;

export interface PdfFacts {
	/** Absent if it isn't certain. */
	pages?: number;
	isEncrypted?: true;
}

/** How many pages it has, and whether it is encrypted. */
export async function readPdf(ranges: ByteRanges, slices: Slices): Promise<PdfFacts> {
	const head = await ranges.read(0, HEAD_BYTES);
	const objects = new PdfObjects(ranges, slices, Math.max(0, head?.indexOf('%PDF-', 0, 'latin1') ?? 0));
	const start = await newestTable(ranges);
	const table = start === undefined ? undefined : await crossReferenceAt(objects, slices, start);
	const count = table && (await countAt(objects, table.root, table.where));
	if (table && count !== undefined && count < table.size) return facts(count, table.isEncrypted);
	const recovered = await recover(objects, slices);
	const second = recovered && (await countAt(objects, recovered.root, recovered.where));
	const isEncrypted = table?.isEncrypted || recovered?.isEncrypted;
	return facts(
		recovered && second !== undefined && second < recovered.count ? second : undefined,
		isEncrypted,
	);
}

function facts(pages: number | undefined, isEncrypted = false): PdfFacts {
	return { ...(pages !== undefined && { pages }), ...(isEncrypted && { isEncrypted: true }) };
}

async function newestTable(ranges: ByteRanges): Promise<number | undefined> {
	const start = Math.max(0, ranges.sizeBytes - TAIL_BYTES);
	const tail = await ranges.read(start, TAIL_BYTES);
	const at = tail?.lastIndexOf('startxref', undefined, 'latin1') ?? -1;
	const match = at < 0 ? null : NEWEST_TABLE.exec(tail?.toString('latin1', at, at + 40) ?? '');
	return match ? Number(match[1]) : undefined;
}

async function countAt(objects: PdfObjects, root: number, where: Directory): Promise<number | undefined> {
	const catalog = (await objects.get(root, where))?.entries;
	const tree = referenceOf(catalog?.get('Pages'));
	if (tree === undefined || pdfNameOf(catalog?.get('Type')) !== 'Catalog') return undefined;
	const node = await objects.get(tree, where);
	if (!node || pdfNameOf(node.entries?.get('Type')) !== 'Pages') return undefined;
	const count = await objects.integer(node.entries?.get('Count'), where);
	if (!node.entries?.has('Kids')) return count;
	const leaves = await countLeaves(objects, { number: tree, node }, where);
	if (leaves.kind === 'damaged') return undefined;
	if (leaves.kind === 'whole') return leaves.pages || undefined;
	return count !== undefined && count >= leaves.pages ? count : undefined;
}
