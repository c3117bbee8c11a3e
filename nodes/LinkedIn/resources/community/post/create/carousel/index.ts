import { InputError } from '../../../../../transport/errors/inputError';
import { yieldToOthers } from '../../../../../transport/limits/sleep';
import type { FileType } from '../../../../../transport/media/fileType';
import { mediaTypeOf } from '../../../../../transport/media/inspect';
import { counted } from '../../../../../transport/text/counted';
import type { Call } from '../../../../operation';
import { entriesOf } from '../../../../values/plainText';
import { readAllInTurn } from '../../../../values/problems';
import { nameOf } from '../../../media/openFile';
import { describeSource, fieldMediaOf, type CheckedFile, type FieldMedia } from '../../../media/source';
import type { ContentKind } from '../contentType';
import { neededTitle } from '../document';
import { INTO_ONE_ITEM, scatteredNotice } from '../image';
import { altTextsOf, MEDIA_FIELD, preparedMedia } from '../media';
import { lookField, lookOf } from './look';
import { pdfFileOf } from './pdfFile';

const LEAST = 2;
/** Pages that LinkedIn accepts in a document. */
const MOST = 300;

/**
 * Images that become the pages of a PDF, which LinkedIn shows as a carousel.
 * @see docs.documents
 */
export const carousel: ContentKind = {
	value: 'carousel',
	name: 'Carousel',
	description: 'Two to 300 JPG or PNG files, in order, made into a PDF that people swipe through',
	fields: [lookField],
	async prepare(call) {
		let count: number | undefined;
		const { title, found, altTexts, look } = await readAllInTurn({
			title: () => neededTitle(call),
			found: async () => {
				const images = await imagesOf(call);
				count = images.sources.length;
				return { ...images, scattered: scatteredNotice(call, images.sources) };
			},
			altTexts: () => altTextsOf(call, count),
			look: () => lookOf(call),
		});
		const { sources: images, notice, scattered } = found;
		const file = await pdfFileOf({ images, altTexts, title, ...look });
		const notices = [scattered, notice].filter((text) => text !== undefined);
		const prepared = preparedMedia(
			call,
			[file],
			([id]) => ({ content: { media: { id, title } } }),
			{},
			notices.length > 0 ? notices.join(' ') : undefined,
		);
		return { ...prepared, media: [{ ...prepared.media[0], images: images.map(describeSource) }] };
	},
};

/** @throws InputError for what can't be a page, and for too few or too many */
async function imagesOf(call: Call): Promise<FieldMedia<CheckedFile>> {
	const given = call.parameter<unknown>('media', '');
	const { sources, notice } = await fieldMediaOf(call, given, MEDIA_FIELD, 'image');
	const images = sources.map((source) => {
		if ('urn' in source) throw uploaded(source.urn);
		if (source.found.type === 'gif') throw unsuitable(nameOf(source.file), 'gif');
		return source;
	});
	if (notice !== undefined && entriesOf(given, MEDIA_FIELD).length === 0) await checkLeftOut(call);
	checkCount(images.length);
	return { sources: images, notice };
}

/** Pictures that LinkedIn doesn't accept as images. */
const OTHER_PICTURES: Array<FileType | undefined> = ['bmp', 'heic', 'svg', 'tiff', 'webp'];

/** A page that is silently missing can't be added after publishing. */
async function checkLeftOut(call: Call): Promise<void> {
	for (const name of call.binaryNames()) {
		const file = await call.binary(name, MEDIA_FIELD);
		const { type } = await mediaTypeOf(file, yieldToOthers);
		if (type && OTHER_PICTURES.includes(type)) throw unsuitable(nameOf(file), type);
	}
}

function unsuitable(name: string, type: FileType): InputError {
	return new InputError(
		MEDIA_FIELD,
		`${name} must be JPG or PNG, not ${type.toUpperCase()}`,
		'Convert it: a carousel consists of JPG and PNG. Or enter the binary fields that belong to it.',
	);
}

function uploaded(urn: string): InputError {
	return new InputError(
		MEDIA_FIELD,
		`${urn} is already uploaded, so it can't become a page`,
		"Enter the image's binary field or address. Images that are already uploaded can be posted with Content Type Image.",
	);
}

function checkCount(count: number): void {
	if (count < LEAST) {
		throw new InputError(
			MEDIA_FIELD,
			`There ${count === 1 ? 'is' : 'are'} ${counted(count, 'image')}; a carousel has at least ${LEAST}`,
			`${INTO_ONE_ITEM} if they're in several, or choose Content Type Image.`,
		);
	}
	if (count <= MOST) return;
	throw new InputError(
		MEDIA_FIELD,
		`There are ${count} images`,
		`LinkedIn takes at most ${MOST} pages. Remove ${count - MOST}.`,
	);
}
