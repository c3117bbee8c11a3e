import type { IDataObject } from 'n8n-workflow';

import { InputError } from '../../../../transport/inputError';
import { sourcesOf } from '../../media/source';
import { videoExtraFields, videoExtrasOf } from '../../media/videoExtras';
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
		const sources = await sourcesOf(call, call.parameter<unknown>('media', ''), MEDIA_FIELD, 'video');
		if (sources.length > 1) {
			throw new InputError(MEDIA_FIELD, `There are ${sources.length} videos`, 'LinkedIn takes one a post.');
		}
		const extras = await videoExtrasOf(call, call.parameter<IDataObject>('videoOptions', {}));
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
		);
	},
};
