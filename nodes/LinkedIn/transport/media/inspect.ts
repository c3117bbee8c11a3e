/** Inspects a file before anything is sent: only as far as its type requires, and in slices. */
import { ByteRanges, type ByteSource } from './byteRanges';
import { isAudioOnly, movieIn } from './container/audioOnly';
import { compoundTypeOf } from './container/compoundType';
import { zipTypeOf } from './container/zipType';
import { fileTypeOf, type FileType } from './fileType';
import { GifFrames } from './gifFrames';
import { readPdf } from './pdf/pageCount';
import { pixelsOf } from './pixels';
import { Slices, type Pause } from './slices';
import { readVideoHead } from './videoHead';

/** What a file says about itself. */
export interface Inspected {
	type: FileType | undefined;
	/** Its contents prove the type, so its name doesn't matter. */
	isTypeSure?: true;
	width?: number;
	height?: number;
	/** Of a GIF; one more than LinkedIn accepts stands for any larger number. */
	frames?: number;
	/** Of a PDF, if it's certain. */
	pages?: number;
	/** Of a PDF. */
	isEncrypted?: true;
	/** Of a video whose header is at the start, or that isn't large. */
	durationMs?: number;
}

/** A camera's metadata before the size of a JPEG rarely takes more. */
const HEAD_BYTES = 262_144;
/** The root of an SVG may come late. */
const TYPE_BYTES = 4_096;

/**
 * @param file a GIF is read until it has too many frames, a PDF as far as counting its pages needs, anything else only
 * at the start
 * @param mostFrames of a GIF; reading stops after one more
 * @param pause lets others work between two slices of a few milliseconds
 */
export async function inspect(file: ByteSource, mostFrames: number, pause: Pause): Promise<Inspected> {
	const ranges = new ByteRanges(file);
	const slices = new Slices(pause);
	try {
		const head = (await ranges.read(0, HEAD_BYTES)) ?? Buffer.alloc(0);
		await slices.did(head.length);
		const type = fileTypeOf(head);
		const found: Inspected = {
			type,
			...pixelsOf(type, head),
			...(type === 'mp4' || type === 'mov' ? readVideoHead(head) : {}),
		};
		Object.assign(found, await withinContainer(type, head, ranges, slices));
		if (type === 'gif') found.frames = await framesOf(file, mostFrames, slices);
		return type === 'pdf' ? { ...found, ...(await readPdf(ranges, slices)) } : found;
	} finally {
		await ranges.close();
	}
}

/**
 * The type of a file, by its first bytes or its contents.
 * @param pause as for inspect
 * @returns `type` is undefined if it's unknown
 */
export async function mediaTypeOf(
	file: ByteSource,
	pause: Pause,
): Promise<Pick<Inspected, 'type' | 'isTypeSure'>> {
	const ranges = new ByteRanges(file);
	try {
		const head = (await ranges.read(0, TYPE_BYTES)) ?? Buffer.alloc(0);
		const { type, isTypeSure } = await withinContainer(fileTypeOf(head), head, ranges, new Slices(pause));
		return { type, ...(isTypeSure && { isTypeSure }) };
	} finally {
		await ranges.close();
	}
}

/** Distinguishes files with the same first bytes; if it isn't certain, the type stays. */
async function withinContainer(
	type: FileType | undefined,
	head: Buffer,
	ranges: ByteRanges,
	slices: Slices,
): Promise<Inspected> {
	if (type === 'mp4') {
		const brand = head.toString('latin1', 8, 12);
		const movie = await movieIn(ranges);
		await slices.did(movie?.length ?? 0);
		return isAudioOnly(brand, movie) ? { type: 'm4a' } : { type, ...(movie && readVideoHead(movie)) };
	}
	const within =
		type === 'officeXml'
			? await zipTypeOf(ranges, slices)
			: type === 'office'
				? await compoundTypeOf(ranges)
				: undefined;
	return within ? { type: within, isTypeSure: true } : { type };
}

async function framesOf(file: ByteSource, most: number, slices: Slices): Promise<number> {
	const counter = new GifFrames();
	for await (const chunk of file.chunks()) {
		counter.push(chunk);
		if (counter.isDone || counter.frames > most) break;
		await slices.did(chunk.length);
	}
	return Math.min(counter.frames, most + 1);
}
