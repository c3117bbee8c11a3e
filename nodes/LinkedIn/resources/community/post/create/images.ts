import type { IDataObject } from 'n8n-workflow';

import { InputError } from '../../../../transport/inputError';
import { sourcesOf } from '../../media/source';
import type { ContentKind } from './kind';
import { altTextsOf, MEDIA_FIELD, preparedMedia } from './media';

const FEWEST = 2;
const MOST = 20;

/**
 * Several images.
 * @see https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/multiimage-post-api
 */
export const images: ContentKind = {
	value: 'images',
	name: 'Images',
	description: 'Two to 20 JPG, PNG or GIF, in their order',
	fields: [],
	async prepare(call) {
		const sources = await sourcesOf(call, call.parameter<unknown>('media', ''), MEDIA_FIELD, 'image');
		checkCount(sources.length, MEDIA_FIELD);
		const altTexts = altTextsOf(call, sources.length);
		return preparedMedia(call, sources, (urns) => multiImage(urns, altTexts));
	},
};

/** @throws InputError for fewer or more than LinkedIn takes */
export function checkCount(count: number, field: string): void {
	if (count >= FEWEST && count <= MOST) return;
	throw new InputError(
		field,
		count === 1 ? 'There is one image' : `There are ${count} images`,
		count < FEWEST
			? 'Choose Image as Content Type, or give several, separated by commas.'
			: `LinkedIn takes at most ${MOST} in a post: leave out ${count - MOST}.`,
	);
}

/** `content` of the post. */
export function multiImage(urns: string[], altTexts: string[]): IDataObject {
	const entries = urns.map((id, index) => ({ id, ...(altTexts[index] && { altText: altTexts[index] }) }));
	return { content: { multiImage: { images: entries } } };
}
