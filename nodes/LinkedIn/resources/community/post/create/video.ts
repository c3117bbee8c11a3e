import type { IDataObject } from 'n8n-workflow';

import { InputError } from '../../../../transport/errors/inputError';
import { readAllInTurn } from '../../../values/problems';
import { usedBy, videoExtraFields, videoExtrasOf } from '../../media/videoExtras';
import type { ContentKind } from './contentType';
import { onlyMedium, preparedMedia, titleField, titleOf } from './media';

/**
 * One video.
 * @see docs.videos
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
		const options = call.parameter<IDataObject>('videoOptions', {});
		const { media, extras, title } = await readAllInTurn(
			{
				media: async () => await onlyMedium(call, 'video', usedBy(options)),
				extras: async () => await videoExtrasOf(call, options),
				title: () => titleOf(call),
			},
			(read) =>
				read.media && 'urn' in read.media.sources[0] && (read.extras?.captions ?? read.extras?.thumbnail)
					? [tooLateForExtras()]
					: [],
		);
		const { sources, notice } = media;
		return preparedMedia(
			call,
			sources,
			([id]) => ({ content: { media: { id, ...(title && { title }) } } }),
			extras,
			notice,
		);
	},
};

function tooLateForExtras(): InputError {
	return new InputError(
		'Video Options',
		"This video is already uploaded, so captions and thumbnail can't be added",
		'Enter the binary field or web address of the video instead of its URN, or remove captions and thumbnail.',
	);
}
