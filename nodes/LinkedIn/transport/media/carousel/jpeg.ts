/**
 * Reads what a PDF needs to know of a JPEG, and checks that it's complete. PDF contains JPEGs unchanged.
 * @see ITU-T T.81, Annex B (markers); ISO 32000-1, 7.4.8 (DCTDecode)
 */
import type { ByteReader } from './byteReader';
import { checkSides, damaged, UnfitImage } from './imageFile';
import { orientationIn, type Orientation } from './orientation';

export interface Jpeg {
	/** As stored, before it's turned. */
	width: number;
	height: number;
	/** 1: grey, 3: colour, 4: CMYK. */
	components: 1 | 3 | 4;
	/** CMYK by Adobe's programs has inverted values. */
	isInverted: boolean;
	/** Red, green and blue as they are, without Adobe's marker that would say so. */
	isPlainRgb: boolean;
	orientation: Orientation;
	/** Up to its end; what follows, e.g. the film of a motion photo, isn't part of it. */
	lengthBytes: number;
}

const [START, END, SCAN] = [0xd8, 0xd9, 0xda];
const [JFIF, EXIF, ADOBE] = [0xe0, 0xe1, 0xee];
/** Baseline, extended and progressive: the forms that PDF has. */
const FRAMES = [0xc0, 0xc1, 0xc2];
/** Lossless, hierarchical and arithmetic. */
const OTHER_FRAMES = [0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf];

const isRestart = (marker: number) => marker >= 0xd0 && marker <= 0xd7;
/** TEM, restarts and START have no length and no contents. */
const isBare = (marker: number) => marker === 0x01 || marker === START || isRestart(marker);

/**
 * @param bytes at the start of the file
 * @throws UnfitImage for one that is damaged, or that PDF can't contain
 */
export async function readJpeg(bytes: ByteReader): Promise<Jpeg> {
	let frame: Buffer | undefined;
	let orientation: Orientation | undefined;
	let adobe: Buffer | undefined;
	let hasJfif = false;
	let hasScan = false;
	let marker = await nextMarker(bytes);
	if (marker !== START) throw damaged();
	for (marker = await nextMarker(bytes); marker !== END;) {
		if (marker === undefined || OTHER_FRAMES.includes(marker)) throw marker ? unknownForm() : damaged();
		if (isBare(marker)) {
			marker = await nextMarker(bytes);
			continue;
		}
		const body = await segment(bytes, [JFIF, EXIF, ADOBE, ...FRAMES].includes(marker));
		if (FRAMES.includes(marker)) frame = body;
		if (marker === JFIF) hasJfif ||= body.toString('latin1', 0, 4) === 'JFIF';
		if (marker === EXIF) orientation ??= orientationIn(body);
		if (marker === ADOBE && body.toString('latin1', 0, 5) === 'Adobe') adobe = body;
		hasScan ||= marker === SCAN;
		marker = marker === SCAN ? await markerAfterScan(bytes) : await nextMarker(bytes);
	}
	if (!frame || !hasScan) throw damaged();
	return {
		...described(frame, { adobe, hasJfif }),
		orientation: orientation ?? 1,
		lengthBytes: bytes.position,
	};
}

function described(
	frame: Buffer,
	{ adobe, hasJfif }: { adobe: Buffer | undefined; hasJfif: boolean },
): Omit<Jpeg, 'orientation' | 'lengthBytes'> {
	if (frame.length < 6 || frame.length < 6 + 3 * frame[5]) throw damaged();
	const [bits, components] = [frame[0], frame[5]];
	const [height, width] = [frame.readUInt16BE(1), frame.readUInt16BE(3)];
	if (bits !== 8 || (components !== 1 && components !== 3 && components !== 4)) throw unknownForm();
	checkSides(width, height);
	const names = String.fromCharCode(...Array.from({ length: components }, (_, at) => frame[6 + 3 * at]));
	return {
		width,
		height,
		components,
		isInverted: components === 4 && adobe !== undefined,
		isPlainRgb: names === 'RGB' && !adobe && !hasJfif,
	};
}

function unknownForm(): UnfitImage {
	return new UnfitImage(
		"is a kind of JPG that a PDF can't contain",
		'Save it as a usual JPG or as PNG, e.g. with the Edit Image node.',
	);
}

/** Any number of FF may stand before it. */
async function nextMarker(bytes: ByteReader): Promise<number | undefined> {
	const start = await bytes.take(1);
	if (start?.[0] !== 0xff) return undefined;
	return await markerAfterScan(bytes, true);
}

/** @param isKept whether its contents matter */
async function segment(bytes: ByteReader, isKept: boolean): Promise<Buffer> {
	const length = ((await bytes.take(2))?.readUInt16BE() ?? 0) - 2;
	if (length < 0) throw damaged();
	const body = isKept ? await bytes.take(length) : (await bytes.skip(length)) && Buffer.alloc(0);
	if (!body) throw damaged();
	return body;
}

/** Goes over compressed pixels, in which FF is followed by 0 or is a restart. */
async function markerAfterScan(bytes: ByteReader, startsAfterFf = false): Promise<number | undefined> {
	let isAfterFf = startsAfterFf;
	for (let piece = await bytes.peek(); piece; piece = await bytes.peek()) {
		let at = 0;
		while (at < piece.length) {
			if (!isAfterFf) {
				const next = piece.indexOf(0xff, at);
				isAfterFf = next >= 0;
				at = isAfterFf ? next + 1 : piece.length;
				continue;
			}
			const marker = piece[at];
			at += 1;
			if (marker === 0xff) continue;
			isAfterFf = false;
			const isData = marker === 0 || isRestart(marker);
			if (isData && !startsAfterFf) continue;
			bytes.advance(at);
			return marker;
		}
		bytes.advance(piece.length);
	}
	return undefined;
}
