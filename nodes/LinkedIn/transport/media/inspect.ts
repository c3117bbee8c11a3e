/** Looks into a file before anything is sent: only as far as its type needs, and in slices. */
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

/** What a file says of itself; only what it tells. */
export interface Inspected {
	type: FileType | undefined;
	/** What it holds says so, so that its name does not matter. */
	isTypeSure?: true;
	width?: number;
	height?: number;
	/** Of a GIF; one more than LinkedIn takes stands for all beyond. */
	frames?: number;
	/** Of a PDF, where it is sure. */
	pages?: number;
	/** Of a PDF. */
	isEncrypted?: true;
	/** Of a video whose header stands at its beginning, or that is not large. */
	durationMs?: number;
}

/** A camera's metadata before the size of a JPEG seldom takes more. */
const HEAD_BYTES = 262_144;
/** The root of an SVG may come late. */
const TYPE_BYTES = 4_096;

/**
 * @param file a GIF is read until it has too many frames, a PDF where its pages are counted, all else only at the head
 * @param mostFrames of a GIF; it is left after one more
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
 * What a file is, by its first bytes, or what it holds.
 * @param pause as for inspect
 * @returns `type` undefined for an unknown one
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

/** Tells files apart that have their first bytes in common; what nobody can be sure of keeps the type it had. */
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
