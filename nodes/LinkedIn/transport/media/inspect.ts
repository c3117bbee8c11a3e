/** Looks into a file before anything is sent: only as far as its type needs. */
import { fileTypeOf, type FileType } from './fileType';
import { GifFrames } from './gifFrames';
import { PdfPages } from './pdfPages';
import { pixelsOf } from './pixels';
import { readVideoHead } from './videoHead';

/** What a file says of itself; only what it tells. */
export interface Inspected {
	type: FileType | undefined;
	width?: number;
	height?: number;
	/** Of a GIF. */
	frames?: number;
	/** Of a PDF. */
	pages?: number;
	/** Of a video whose header comes first. */
	durationMs?: number;
}

/** A camera's metadata before the size of a JPEG seldom takes more. */
const HEAD_BYTES = 262_144;

/**
 * @param chunks the file from its start; a GIF and a PDF are read to the end, all else only at the head
 */
export async function inspect(chunks: AsyncIterable<Uint8Array>): Promise<Inspected> {
	let head = Buffer.alloc(0);
	let counter: GifFrames | PdfPages | undefined;
	let type: FileType | undefined;
	for await (const chunk of chunks) {
		if (counter) {
			counter.push(chunk);
			continue;
		}
		head = Buffer.concat([head, chunk]);
		if (head.length < HEAD_BYTES) continue;
		type = fileTypeOf(head);
		counter = counterOf(type);
		if (!counter) break;
		counter.push(head);
	}
	if (!counter) {
		type = fileTypeOf(head);
		counter = counterOf(type);
		counter?.push(head);
	}
	return {
		type,
		...pixelsOf(type, head),
		...(type === 'mp4' || type === 'mov' ? readVideoHead(head) : {}),
		...(counter instanceof GifFrames && { frames: counter.frames }),
		...(counter instanceof PdfPages && counter.pages !== undefined && { pages: counter.pages }),
	};
}

function counterOf(type: FileType | undefined): GifFrames | PdfPages | undefined {
	if (type === 'gif') return new GifFrames();
	return type === 'pdf' ? new PdfPages() : undefined;
}
