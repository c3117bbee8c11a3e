/** Reads a PDF as others do: pdf.js and poppler. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { execa, execaSync } from 'execa';

import type { Rgb } from '../../../../../../nodes/LinkedIn/transport/media/carousel/flatten';
import type { ImageFile } from '../../../../../../nodes/LinkedIn/transport/media/carousel/imageFile';
import type { Size } from '../../../../../../nodes/LinkedIn/transport/media/carousel/layout';
import { readPageImage } from '../../../../../../nodes/LinkedIn/transport/media/carousel/pageImage';
import { pdfOf } from '../../../../../../nodes/LinkedIn/transport/media/carousel/pdf';
import { fileTypeOf } from '../../../../../../nodes/LinkedIn/transport/media/fileType';
import { Slices } from '../../../../../../nodes/LinkedIn/transport/media/slices';

export const WHITE: Rgb = [255, 255, 255];

/** A picture; null is a transparent pixel. */
export interface Picture extends Size {
	pixels: Array<number[] | null>;
}

export interface PdfJsPage extends Size {
	altTexts: string[];
	/** As stored. */
	image: Picture;
}

export function imageFile(bytes: Buffer, chunkBytes?: number): ImageFile {
	return {
		type: fileTypeOf(bytes) === 'png' ? 'png' : 'jpeg',
		async open() {
			return chunkBytes === undefined ? bytes : cut(bytes, chunkBytes);
		},
	};
}

async function* cut(bytes: Buffer, chunkBytes: number): AsyncGenerator<Uint8Array> {
	for (let at = 0; at < bytes.length; at += chunkBytes) yield bytes.subarray(at, at + chunkBytes);
}

export const unhurried = () => new Slices(async () => undefined);

/** @returns the PDF, which has the size that was announced */
export async function carouselOf(
	files: Buffer[],
	more: { background?: Rgb; size?: Size; title?: string; altTexts?: string[] } = {},
): Promise<Buffer> {
	const { background = WHITE, title = 'Title', altTexts = [], size } = more;
	const pages = [];
	for (const [index, file] of files.entries()) {
		const image = await readPageImage(imageFile(file), background, unhurried());
		pages.push({ image, altText: altTexts[index] ?? '' });
	}
	const pdf = pdfOf({ title, pages, size, background });
	const chunks: Uint8Array[] = [];
	for await (const chunk of pdf.chunks()) chunks.push(chunk);
	const bytes = Buffer.concat(chunks);
	expect(bytes).toHaveLength(pdf.sizeBytes);
	return bytes;
}

export async function readWithPdfJs(pdf: Buffer): Promise<{ title: string; pages: PdfJsPage[] }> {
	return await inFolder(async (folder) => {
		writeFileSync(join(folder, 'carousel.pdf'), pdf);
		const { stdout } = await execa(process.execPath, [
			join(__dirname, 'pdfJs.mjs'),
			join(folder, 'carousel.pdf'),
		]);
		return JSON.parse(stdout) as { title: string; pages: PdfJsPage[] };
	});
}

/** Its Debian package is poppler-utils. Where a CI runs, it must be there. */
export const wherePopplerIs =
	process.env.CI || !execaSync('pdftoppm', ['-v'], { reject: false }).failed ? describe : describe.skip;

/** From four times on, poppler shows each pixel as a square. */
const ENLARGED = 8;

/** Each page as it's shown, with a pixel per point: the middle one of its square. */
export async function renderWithPoppler(pdf: Buffer): Promise<Picture[]> {
	return await inFolder(async (folder) => {
		const file = join(folder, 'carousel.pdf');
		writeFileSync(file, pdf);
		const { stderr } = await execa('pdftoppm', ['-r', String(72 * ENLARGED), file, join(folder, 'page')]);
		expect(stderr).toBe('');
		const names = readdirSync(folder).filter((name) => name.endsWith('.ppm'));
		return names.sort().map((name) => readPpm(readFileSync(join(folder, name))));
	});
}

/** @see netpbm's format P6: three numbers, then red, green and blue of each pixel */
function readPpm(bytes: Buffer): Picture {
	const [head, width, height] = /^P6\s(\d+)\s(\d+)\s255\s/.exec(bytes.toString('latin1', 0, 40)) ?? [];
	const size = { width: Number(width) / ENLARGED, height: Number(height) / ENLARGED };
	const pixels = Array.from({ length: size.width * size.height }, (_, at) => {
		const [x, y] = [at % size.width, Math.floor(at / size.width)].map((side) => (side + 0.5) * ENLARGED);
		const start = (head?.length ?? 0) + 3 * (y * Number(width) + x);
		return [...bytes.subarray(start, start + 3)];
	});
	return { ...size, pixels };
}

async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
	const folder = mkdtempSync(join(tmpdir(), 'carousel-'));
	try {
		return await work(folder);
	} finally {
		rmSync(folder, { recursive: true });
	}
}
