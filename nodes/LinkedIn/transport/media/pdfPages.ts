/**
 * Reads how many pages a PDF says to have, as it passes by in chunks: the count at the root of its page tree, or else
 * the one in the head of a linearized file. Where the tree is compressed, neither may be there.
 * @see ISO 32000-1 §7.7.3 (page tree), Annex F (linearized files)
 */

const ROOT_OR_NODE = /<<([^<>]*\/Type\s*\/Pages\b[^<>]*)>>/g;
const LINEARIZED = /<<[^<>]*\/Linearized\b[^<>]*\/N\s+(\d+)[^<>]*>>/;
/** Kept of each chunk, because a dictionary may lie across two; page trees with more children go uncounted. */
const OVERLAP_CHARACTERS = 16_384;

export class PdfPages {
	private root: number | undefined;
	private linearized: number | undefined;
	private tail = '';
	private isFirst = true;

	/** Undefined where the file does not tell. */
	get pages(): number | undefined {
		return this.root ?? this.linearized;
	}

	push(chunk: Uint8Array): void {
		const text = this.tail + Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength).toString('latin1');
		if (this.isFirst) this.linearized = numberIn(LINEARIZED.exec(text));
		this.isFirst = false;
		for (const [, dictionary] of text.matchAll(ROOT_OR_NODE)) {
			const count = numberIn(/\/Count\s+(\d+)/.exec(dictionary));
			// Changes are appended to a PDF, so the last root is the one in force.
			if (count !== undefined && !/\/Parent\b/.test(dictionary)) this.root = count;
		}
		this.tail = text.slice(-OVERLAP_CHARACTERS);
	}
}

function numberIn(match: RegExpExecArray | null): number | undefined {
	return match ? Number(match[1]) : undefined;
}
