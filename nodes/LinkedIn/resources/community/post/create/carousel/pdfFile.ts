/** The images of a carousel as one PDF, which is made while it's being uploaded. */
import { createHash } from 'crypto';

import type { BinaryFile } from '../../../../../transport/client/binary';
import { InputError } from '../../../../../transport/errors/inputError';
import { settled } from '../../../../../transport/flow/settled';
import { yieldToOthers } from '../../../../../transport/limits/sleep';
import { UnfitImage } from '../../../../../transport/media/carousel/imageFile';
import { readPageImage, type PageImage } from '../../../../../transport/media/carousel/pageImage';
import { pdfOf, type Pdf } from '../../../../../transport/media/carousel/pdf';
import { checkLimits } from '../../../../../transport/media/limits';
import { Slices } from '../../../../../transport/media/slices';
import { StreamedBody } from '../../../../../transport/media/streamedBody';
import { nameOf } from '../../../media/openFile';
import type { CheckedFile } from '../../../media/source';
import { MEDIA_FIELD } from '../media';
import type { Look } from './look';

export interface CarouselContent extends Look {
	/** JPG and PNG, in the order of the pages. */
	images: CheckedFile[];
	/** One for each, '' for none. */
	altTexts: string[];
	title: string;
}

/**
 * Reads every image once; if one isn't fetched, because nothing may be sent, the PDF isn't made either.
 * @throws InputError for one that can't be a page, and for a PDF that is too large
 */
export async function pdfFileOf(content: CarouselContent): Promise<CheckedFile> {
	const { images, altTexts, title, size, background } = content;
	const unseen = images.find(({ file }) => file.isUnseen);
	if (unseen) {
		const file = { ...unseen.file, property: namesOf(images), isFromWeb: undefined };
		return { kind: 'document', found: { type: undefined }, file };
	}
	const pages = [];
	for (const [index, image] of images.entries()) {
		pages.push({ image: await pageOf(image, content), altText: altTexts[index] });
	}
	const pdf = pdfOf({ title, pages, size, background });
	const found = { type: 'pdf', pages: pages.length } as const;
	checkLimits(
		'document',
		{ ...found, sizeBytes: pdf.sizeBytes, fileName: undefined },
		MEDIA_FIELD,
		'The carousel',
	);
	return { kind: 'document', found, file: fileOf(pdf, content) };
}

async function pageOf({ file, found }: CheckedFile, { background }: Look): Promise<PageImage> {
	const type = found.type === 'png' ? 'png' : 'jpeg';
	const slices = new Slices(yieldToOthers);
	const read = await settled(
		async () => await readPageImage({ type, open: async () => await file.open() }, background, slices),
	);
	if (read.ok) {
		const { data } = read.value;
		return { ...read.value, data: () => namedData(file, data()) };
	}
	throw named(file, read.failure);
}

/** The image again, for the upload. @throws InputError if it has changed */
async function* namedData(file: BinaryFile, data: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
	const reading = data[Symbol.asyncIterator]();
	try {
		for (;;) {
			const next = await settled(async () => await reading.next());
			if (!next.ok) throw named(file, next.failure);
			if (next.value.done) return;
			yield next.value.value;
		}
	} finally {
		await reading.return?.();
	}
}

function named(file: BinaryFile, failure: unknown): unknown {
	if (!(failure instanceof UnfitImage)) return failure;
	return new InputError(MEDIA_FIELD, `${nameOf(file)} ${failure.message}`, failure.advice);
}

const MOST_NAMED = 3;

function namesOf(images: CheckedFile[]): string {
	const names = images.map(({ file }) => file.property);
	const more = names.length - MOST_NAMED;
	return names.slice(0, MOST_NAMED).join(', ') + (more > 0 ? ` and ${more} more` : '');
}

function fileOf(pdf: Pdf, { images, ...rest }: CarouselContent): BinaryFile {
	const hash = createHash('sha256');
	hash.update(JSON.stringify([images.map(({ file }) => file.key), rest]));
	return {
		property: namesOf(images),
		fileName: undefined,
		sizeBytes: pdf.sizeBytes,
		key: hash.digest('hex'),
		chunks: () => pdf.chunks(),
		open: async () => new StreamedBody(pdf.sizeBytes, () => pdf.chunks()),
	};
}
