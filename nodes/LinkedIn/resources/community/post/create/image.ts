import type { IDataObject } from 'n8n-workflow';

import { InputError } from '../../../../transport/errors/inputError';
import type { Call } from '../../../operation';
import { plainText } from '../../../values/plainText';
import { readAllInTurn } from '../../../values/problems';
import { fieldMediaOf, type MediaSource } from '../../media/source';
import type { ContentKind } from './contentType';
import { altTextField, altTextsOf, MEDIA_FIELD, mediaField, preparedMedia } from './media';

const MOST = 20;
/** What to do with files of several items. */
export const INTO_ONE_ITEM = 'Put the files into one item first (Aggregate)';

/**
 * One image, or several.
 * @see docs.images
 * @see docs.multiImagePosts
 */
export const image: ContentKind = {
	value: 'image',
	name: 'Image',
	description: 'One to 20 JPG, PNG or GIF files, in order',
	fields: [mediaField, altTextField],
	async prepare(call) {
		let count: number | undefined;
		const { found, altTexts } = await readAllInTurn({
			found: async () => {
				const given = call.parameter<unknown>('media', '');
				const media = await fieldMediaOf(call, given, MEDIA_FIELD, 'image');
				count = media.sources.length;
				checkCount(count, MEDIA_FIELD);
				return { ...media, scattered: scatteredNotice(call, media.sources) };
			},
			altTexts: () => altTextsOf(call, count),
		});
		const { sources, notice, scattered } = found;
		const notices = [scattered, notice].filter((text) => text !== undefined);
		return preparedMedia(
			call,
			sources,
			(urns) => imageContent(urns, altTexts),
			{},
			notices.length > 0 ? notices.join(' ') : undefined,
		);
	},
};

/** @throws InputError for more than LinkedIn accepts */
export function checkCount(count: number, field: string): void {
	if (count <= MOST) return;
	throw new InputError(
		field,
		`There are ${count} images`,
		`LinkedIn takes at most ${MOST} per post. Remove ${count - MOST}.`,
	);
}

/** `content` of the post: LinkedIn has different forms for one image and for several. */
export function imageContent(urns: string[], altTexts: string[]): IDataObject {
	const entries = urns.map((id, index) => ({ id, ...(altTexts[index] && { altText: altTexts[index] }) }));
	return { content: entries.length === 1 ? { media: entries[0] } : { multiImage: { images: entries } } };
}

/**
 * Items with one file each and the same author and text were probably meant as one post. LinkedIn accepts the text only
 * once, so the files of the other items would be lost. Without a text they may be separate posts.
 * @throws InputError if there is a text
 */
export function scatteredNotice(call: Call, sources: MediaSource[]): string | undefined {
	const hasFile = sources.some((source) => 'file' in source && !source.file.isFromWeb);
	if (!hasFile || !call.isScattered(['author', 'text'])) return undefined;
	if (plainText(call.parameter<unknown>('text', ''), 'Text').trim() === '') {
		return `Each item becomes a separate post. ${INTO_ONE_ITEM} to publish them in one post.`;
	}
	throw new InputError(
		MEDIA_FIELD,
		'Several items have the same author and text, and one file each',
		`${INTO_ONE_ITEM} to publish them in one post. For one post per file, give each item a different text.`,
	);
}
