/**
 * Compares a file with LinkedIn's limits, before the first call.
 * @see docs.images
 * @see docs.videos
 * @see docs.documents
 */
import { InputError } from '../errors/inputError';
import type { FileType } from './fileType';
import type { Inspected } from './inspect';

export type MediaKind = 'image' | 'video' | 'document';

/** A file as its limits are checked. */
export interface Checked extends Inspected {
	sizeBytes: number;
	fileName: string | undefined;
}

const MB = 1_048_576;
/** "Less than 36,152,320 pixels." */
const MAX_PIXELS = 36_152_319;
export const MAX_GIF_FRAMES = 250;
const MIN_VIDEO_BYTES = 75_000;
/** LinkedIn's pages mention 500 MB and 5 GB; only what exceeds both is refused here. */
const MAX_VIDEO_BYTES = 5 * 1024 * MB;
const MIN_VIDEO_MS = 3_000;
const MAX_VIDEO_MS = 1_800_000;
const MAX_ASPECT_RATIO = 2.4;
const MAX_DOCUMENT_BYTES = 100 * MB;
const MAX_DOCUMENT_PAGES = 300;

/**
 * Of a file that is fetched. LinkedIn limits the pixels of an image but not its bytes; this is more than one byte for
 * each.
 */
export const MOST_FETCHED_BYTES: Record<MediaKind, number> = {
	image: 40 * MB,
	video: MAX_VIDEO_BYTES,
	document: MAX_DOCUMENT_BYTES,
};

const TAKEN: Record<MediaKind, { types: FileType[]; words: string; wanted: string }> = {
	image: { types: ['png', 'jpeg', 'gif'], words: 'an image', wanted: 'JPG, PNG or GIF' },
	video: { types: ['mp4'], words: 'a video', wanted: 'MP4' },
	document: {
		types: ['pdf', 'office', 'officeXml'],
		words: 'a document',
		wanted: 'PDF, PPT, PPTX, DOC or DOCX',
	},
};

/** Formats whose usual name differs from their type. */
const IN_WORDS: Partial<Record<FileType, string>> = {
	excel: 'an Excel workbook',
	iWork: 'a Keynote, Pages or Numbers file',
	m4a: 'sound without a picture',
	office: 'an Office file',
	officeXml: 'an Office file',
	openDocument: 'an OpenDocument file',
	visio: 'a Visio drawing',
	zip: 'a ZIP archive',
};

/** Formats with the same first bytes as Word and PowerPoint, if their contents aren't certain. */
const OTHER_OFFICE_FILE = /\.(xls[xmb]?|zip|jar|apk|odt|ods|odp|epub|msg|msi)$/i;

/**
 * @param field label of the field
 * @param name of the file, or of its binary field
 * @throws InputError that names field, value and limit
 */
export function checkLimits(kind: MediaKind, file: Checked, field: string, name: string): void {
	const problem =
		file.sizeBytes === 0 ? emptyFile(name) : (typeProblem(kind, file, name) ?? SIZES[kind](file, name));
	if (problem) throw new InputError(field, problem.what, problem.way);
}

/** What LinkedIn accepts as this kind of media, e.g. `JPG, PNG or GIF`. */
export function wantedTypes(kind: MediaKind): string {
	return TAKEN[kind].wanted;
}

/** Whether LinkedIn accepts the file's type as this kind of media. */
export function isOfKind(kind: MediaKind, file: Pick<Checked, 'type' | 'isTypeSure' | 'fileName'>): boolean {
	return typeProblem(kind, file, '') === undefined;
}

interface Problem {
	what: string;
	way: string;
}

const emptyFile = (name: string): Problem => ({
	what: `${name} is empty`,
	way: 'Check the step that creates the file: it has 0 bytes.',
});

function typeProblem(
	kind: MediaKind,
	{ type, isTypeSure, fileName }: Pick<Checked, 'type' | 'isTypeSure' | 'fileName'>,
	name: string,
): Problem | undefined {
	const { types, words, wanted } = TAKEN[kind];
	const isOther =
		kind === 'document' && type !== 'pdf' && !isTypeSure && OTHER_OFFICE_FILE.test(fileName ?? '');
	if (type && types.includes(type) && !isOther) return undefined;
	const is = isOther
		? `; its name is ${fileName}`
		: type
			? `, not ${IN_WORDS[type] ?? type.toUpperCase()}`
			: '';
	return {
		what: `${name} must be ${wanted}${is}`,
		way: `Convert it: LinkedIn accepts only ${wanted} as ${words}.`,
	};
}

const SIZES: Record<MediaKind, (file: Checked, name: string) => Problem | undefined> = {
	image: ({ width = 0, height = 0, frames = 0 }, name) => {
		if (width * height > MAX_PIXELS) {
			return {
				what: `${name} has ${count(width * height)} pixels (${width} × ${height}); LinkedIn accepts at most ${count(MAX_PIXELS)}`,
				way: 'Make it smaller, e.g. with the Edit Image node.',
			};
		}
		if (frames > MAX_GIF_FRAMES) {
			return {
				what: `${name} has more than ${MAX_GIF_FRAMES} frames; LinkedIn accepts at most ${MAX_GIF_FRAMES}`,
				way: 'Shorten the animation, or post it as a video.',
			};
		}
		return undefined;
	},
	video: ({ sizeBytes, durationMs, width, height }, name) => {
		if (sizeBytes < MIN_VIDEO_BYTES || sizeBytes > MAX_VIDEO_BYTES) {
			return {
				what: `${name} has ${count(sizeBytes)} bytes; LinkedIn accepts videos of ${count(MIN_VIDEO_BYTES)} to ${count(MAX_VIDEO_BYTES)}`,
				way: 'Encode it at a different quality.',
			};
		}
		if (durationMs !== undefined && (durationMs < MIN_VIDEO_MS || durationMs > MAX_VIDEO_MS)) {
			return {
				what: `${name} lasts ${durationMs / 1000} seconds; LinkedIn accepts videos of ${MIN_VIDEO_MS / 1000} to ${MAX_VIDEO_MS / 1000}`,
				way: 'Cut it to that length.',
			};
		}
		const ratio = width && height ? Math.max(width / height, height / width) : 1;
		if (ratio > MAX_ASPECT_RATIO) {
			return {
				what: `${name} is ${width} × ${height}; LinkedIn accepts shapes between 1:${MAX_ASPECT_RATIO} and ${MAX_ASPECT_RATIO}:1`,
				way: 'Crop or pad it.',
			};
		}
		return undefined;
	},
	document: ({ sizeBytes, pages = 0 }, name) => {
		if (sizeBytes > MAX_DOCUMENT_BYTES) {
			return {
				what: `${name} has ${count(sizeBytes)} bytes; LinkedIn accepts documents of at most ${count(MAX_DOCUMENT_BYTES)}`,
				way: 'Compress its pictures, or split it.',
			};
		}
		if (pages > MAX_DOCUMENT_PAGES) {
			return {
				what: `${name} has ${pages} pages; LinkedIn accepts documents of at most ${MAX_DOCUMENT_PAGES}`,
				way: 'Split it.',
			};
		}
		return undefined;
	},
};

function count(value: number): string {
	return value.toLocaleString('en-US');
}
