import type { MediaKind } from './media';

/** Limits of docs.images, docs.videos and docs.documents. */
const MAX_IMAGE_PIXELS = 36_152_320;
const MAX_GIF_FRAMES = 250;
const MIN_VIDEO_BYTES = 75 * 1024;
const MAX_VIDEO_BYTES = 500 * 1024 * 1024;
const MIN_VIDEO_MS = 3000;
const MAX_VIDEO_MS = 30 * 60 * 1000;
const MAX_DOCUMENT_BYTES = 100 * 1024 * 1024;
const MAX_DOCUMENT_PAGES = 300;

export interface Inspection {
	/** Why LinkedIn's processing fails; absent if the file is valid. */
	failure?: string;
	contentType?: string;
	width?: number;
	height?: number;
	durationMs?: number;
}

/**
 * The result of LinkedIn's processing of an uploaded file.
 * @param bytes the file, or its beginning if the rest wasn't kept
 * @param size of the whole file
 */
export function inspect(kind: MediaKind, bytes: Buffer, size: number): Inspection {
	if (kind === 'image') return inspectImage(bytes);
	return kind === 'video' ? inspectVideo(bytes, size) : inspectDocument(bytes, size);
}

export function inspectImage(bytes: Buffer): Inspection {
	const found = png(bytes) ?? gif(bytes) ?? jpeg(bytes);
	if (!found) return { failure: 'The image is no JPG, PNG or GIF' };
	if (found.width * found.height >= MAX_IMAGE_PIXELS) return { ...found, failure: 'Too many pixels' };
	if ((found.frames ?? 1) > MAX_GIF_FRAMES) return { ...found, failure: 'Too many frames' };
	return { contentType: found.contentType, width: found.width, height: found.height };
}

interface Picture {
	contentType: string;
	width: number;
	height: number;
	frames?: number;
}

function png(bytes: Buffer): Picture | undefined {
	if (bytes.length < 24 || bytes.toString('latin1', 0, 8) !== '\x89PNG\r\n\x1a\n') return undefined;
	return { contentType: 'image/png', width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}

function gif(bytes: Buffer): Picture | undefined {
	if (bytes.length < 13 || !/^GIF8[79]a$/.test(bytes.toString('latin1', 0, 6))) return undefined;
	const tableBytes = (flags: number) => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0);
	let at = 13 + tableBytes(bytes[10]);
	let frames = 0;
	const skipBlocks = () => {
		while (at < bytes.length && bytes[at] !== 0) at += bytes[at] + 1;
		at += 1;
	};
	while (at < bytes.length && bytes[at] !== 0x3b) {
		if (bytes[at] === 0x2c) {
			frames += 1;
			at += 10 + tableBytes(bytes[at + 9]) + 1;
		} else {
			at += 2;
		}
		skipBlocks();
	}
	return { contentType: 'image/gif', width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8), frames };
}

/** The frame header (SOF) has the size; segments before it are skipped. */
function jpeg(bytes: Buffer): Picture | undefined {
	if (bytes.length < 4 || bytes.readUInt16BE(0) !== 0xffd8) return undefined;
	for (let at = 2; at + 9 < bytes.length && bytes[at] === 0xff; at += 2 + bytes.readUInt16BE(at + 2)) {
		const marker = bytes[at + 1];
		const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
		if (isFrame) {
			return {
				contentType: 'image/jpeg',
				height: bytes.readUInt16BE(at + 5),
				width: bytes.readUInt16BE(at + 7),
			};
		}
	}
	return undefined;
}

function inspectVideo(bytes: Buffer, size: number): Inspection {
	if (bytes.toString('latin1', 4, 8) !== 'ftyp') return { failure: 'The video is no MP4' };
	if (size < MIN_VIDEO_BYTES) return { failure: 'The video is smaller than 75 KB' };
	if (size > MAX_VIDEO_BYTES) return { failure: 'The video is larger than 500 MB' };
	const durationMs = movieMs(bytes);
	const found: Inspection = {
		contentType: 'video/mp4',
		width: 1920,
		height: 1080,
		...(durationMs === undefined ? {} : { durationMs }),
	};
	const isTooShort = durationMs !== undefined && durationMs < MIN_VIDEO_MS;
	const isTooLong = durationMs !== undefined && durationMs > MAX_VIDEO_MS;
	if (isTooShort) return { ...found, failure: 'The video is shorter than 3 seconds' };
	return isTooLong ? { ...found, failure: 'The video is longer than 30 minutes' } : found;
}

/** The duration in the movie header (mvhd, version 0), which may be anywhere. */
function movieMs(bytes: Buffer): number | undefined {
	const at = bytes.indexOf('mvhd');
	if (at < 0 || at + 24 > bytes.length || bytes[at + 4] !== 0) return undefined;
	const ticksPerSecond = bytes.readUInt32BE(at + 16);
	return ticksPerSecond === 0 ? undefined : (bytes.readUInt32BE(at + 20) * 1000) / ticksPerSecond;
}

const OLD_OFFICE = 'd0cf11e0';
const OFFICE = '504b0304';

function inspectDocument(bytes: Buffer, size: number): Inspection {
	const head = bytes.toString('hex', 0, 4);
	const isPdf = bytes.toString('latin1', 0, 5) === '%PDF-';
	if (!isPdf && head !== OFFICE && head !== OLD_OFFICE) {
		return { failure: 'The document is no PDF, PPT, PPTX, DOC or DOCX' };
	}
	if (size > MAX_DOCUMENT_BYTES) return { failure: 'The document is larger than 100 MB' };
	const pages = isPdf ? (bytes.toString('latin1').match(/\/Type\s*\/Page\b/g) ?? []).length : 0;
	if (pages > MAX_DOCUMENT_PAGES) return { failure: 'The document has more than 300 pages' };
	return { contentType: isPdf ? 'application/pdf' : 'application/octet-stream' };
}
