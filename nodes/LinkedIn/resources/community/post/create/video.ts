import type { IDataObject } from 'n8n-workflow';

import { InputError } from '../../../../transport/inputError';
import { mediaOf } from '../../media/source';
import { usedBy, videoExtraFields, videoExtrasOf } from '../../media/videoExtras';
import type { ContentKind } from './kind';
import { MEDIA_FIELD, preparedMedia, titleField, titleOf } from './media';

/**
 * One video.
 * @see https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/videos-api
 */
export const video: ContentKind = {
	value: 'video',
	name: 'Video',
	description: 'One MP4, with title, captions and thumbnail',
	fields: [
		titleField,
		{
			displayName: 'Video Options',
			name: 'videoOptions',
			type: 'collection',
			placeholder: 'Add Option',
			default: {},
			displayOptions: { show: { contentType: ['video'] } },
			options: videoExtraFields,
		},
	],
	async prepare(call) {
		const given = call.parameter<unknown>('media', '');
		const options = call.parameter<IDataObject>('videoOptions', {});
		const { sources, notice } = await mediaOf(call, given, MEDIA_FIELD, 'video', usedBy(options));
		if (sources.length > 1) {
			throw new InputError(
				MEDIA_FIELD,
				`There are ${sources.length} videos`,
				'LinkedIn takes one per post: name its binary field here.',
			);
		}
		const extras = await videoExtrasOf(call, options);
		if ('urn' in sources[0] && (extras.captions ?? extras.thumbnail)) {
			throw new InputError(
				'Video Options',
				'This video is uploaded already, and takes no captions or thumbnail any more',
				'Give the binary field of the video instead of its URN, or remove them.',
			);
		}
		const title = titleOf(call);
		return preparedMedia(
			call,
			sources,
			([id]) => ({ content: { media: { id, ...(title && { title }) } } }),
			extras,
			notice,
		);
	},
};
