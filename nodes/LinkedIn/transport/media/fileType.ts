/**
 * The type of a file by its first bytes, whatever its name or MIME type say. Types with the same first bytes are
 * distinguished by their contents, in `container`.
 * @see docs.images, docs.videos, docs.documents: the types LinkedIn accepts
 */

export type FileType =
	| 'avi'
	| 'bmp'
	| 'epub'
	| 'excel'
	| 'gif'
	| 'heic'
	| 'iWork'
	| 'jpeg'
	| 'm4a'
	| 'mov'
	| 'mp4'
	| 'office'
	| 'officeXml'
	| 'openDocument'
	| 'pdf'
	| 'png'
	| 'svg'
	| 'tiff'
	| 'visio'
	| 'webm'
	| 'webp'
	| 'zip';

/** A PDF may have other bytes before its header. */
const PDF_HEADER_WITHIN_BYTES = 1024;

/** After the declaration and comments. */
const SVG_ROOT_WITHIN_BYTES = 4096;

/** First boxes of an MP4 without a file type box. */
const OLD_MP4_BOXES = ['moov', 'mdat', 'free', 'skip', 'wide', 'pnot'];

/**
 * @param head the first bytes of the file; 4 KB are enough
 * @returns undefined for anything else
 */
export function fileTypeOf(head: Uint8Array): FileType | undefined {
	const bytes = Buffer.from(head.buffer, head.byteOffset, head.byteLength);
	const text = (start: number, end: number) => bytes.toString('latin1', start, end);
	if (text(0, 8) === '\x89PNG\r\n\x1a\n') return 'png';
	if (text(0, 3) === '\xff\xd8\xff') return 'jpeg';
	if (/^GIF8[79]a$/.test(text(0, 6))) return 'gif';
	if (text(0, 4) === 'RIFF') return { WEBP: 'webp', 'AVI ': 'avi' }[text(8, 12)] as FileType | undefined;
	if (text(0, 2) === 'BM') return 'bmp';
	if (text(0, 4) === 'II*\0' || text(0, 4) === 'MM\0*') return 'tiff';
	if (text(0, 4) === '\x1aE\xdf\xa3') return 'webm';
	if (text(0, 4) === '\xd0\xcf\x11\xe0') return 'office';
	if (text(0, 4) === 'PK\x03\x04') return 'officeXml';
	if (text(4, 8) === 'ftyp') return typeOfBrand(text(8, 12));
	if (OLD_MP4_BOXES.includes(text(4, 8))) return 'mp4';
	if (text(0, PDF_HEADER_WITHIN_BYTES).includes('%PDF-')) return 'pdf';
	return isSvg(text(0, SVG_ROOT_WITHIN_BYTES)) ? 'svg' : undefined;
}

/** The root follows the declaration, comments and document type, each of which is scanned once. */
function isSvg(text: string): boolean {
	const beforeRoot = [
		['<?', '?>'],
		['<!--', '-->'],
		['<!DOCTYPE', '>'],
	];
	let at = skipSpace(text, 0);
	for (;;) {
		const part = beforeRoot.find(([start]) => text.startsWith(start, at));
		if (!part) return text.startsWith('<svg', at) && !/[\w-]/.test(text.charAt(at + 4));
		const end = text.indexOf(part[1], at + part[0].length);
		if (end < 0) return false;
		at = skipSpace(text, end + part[1].length);
	}
}

function skipSpace(text: string, from: number): number {
	let at = from;
	while (/\s/.test(text.charAt(at))) at += 1;
	return at;
}

function typeOfBrand(brand: string): FileType {
	if (brand === 'qt  ') return 'mov';
	return /^(hei[cfmsx]|hev[cmsx]|mif1|msf1|avif|avis)$/.test(brand) ? 'heic' : 'mp4';
}
