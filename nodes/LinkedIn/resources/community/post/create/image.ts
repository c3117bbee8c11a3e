import { InputError } from '../../../../transport/inputError';
import { sourcesOf } from '../../media/source';
import type { ContentKind } from './kind';
import { altTextField, altTextsOf, MEDIA_FIELD, mediaField, preparedMedia } from './media';

/**
 * One image.
 * @see https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/images-api
 */
export const image: ContentKind = {
	value: 'image',
	name: 'Image',
	description: 'One JPG, PNG or GIF',
	fields: [mediaField, altTextField],
	async prepare(call) {
		const sources = await sourcesOf(call, call.parameter<unknown>('media', ''), MEDIA_FIELD, 'image');
		if (sources.length > 1) {
			throw new InputError(
				MEDIA_FIELD,
				`There are ${sources.length} images`,
				'Choose Images as Content Type, or give one.',
			);
		}
		const [altText] = altTextsOf(call, 1);
		return preparedMedia(call, sources, ([id]) => ({
			content: { media: { id, ...(altText && { altText }) } },
		}));
	},
};
