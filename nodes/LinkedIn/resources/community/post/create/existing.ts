import { InputError } from '../../../../transport/errors/inputError';
import type { MediaKind } from '../../../../transport/media/limits';
import { entriesOf } from '../../../values/plainText';
import { kindOfUrn, parseMediaUrn } from '../../media/entity';
import type { ContentKind } from './contentType';
import { untitled } from './document';
import { checkCount, imageContent } from './image';
import { altTextsOf, preparedMedia, titleOf } from './media';

const FIELD = 'Media';
const KINDS: MediaKind[] = ['image', 'video', 'document'];

/** Media that LinkedIn already has, of any kind. */
export const existing: ContentKind = {
	value: 'existing',
	name: 'Uploaded Media (URN)',
	description: 'Images, a video or a document you already uploaded',
	fields: [
		{
			displayName: FIELD,
			name: 'existingMedia',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. urn:li:video:C5F10AQGKQg_6y2a4sQ',
			description:
				'URN of an image, video or document uploaded for the same author. Separate 2 to 20 images with commas.',
			displayOptions: { show: { contentType: ['existing'] } },
		},
	],
	async prepare(call) {
		const urns = entriesOf(call.parameter<unknown>('existingMedia', ''), FIELD).map((entry) =>
			parseMediaUrn(entry, FIELD, KINDS),
		);
		if (urns.length === 0) {
			throw new InputError(
				FIELD,
				`${FIELD} is empty`,
				'Enter the URN that an upload returned, e.g. urn:li:video:C5F10AQGKQg_6y2a4sQ.',
			);
		}
		const sources = urns.map((urn) => ({ kind: kindOfUrn(urn) as MediaKind, urn }));
		const title = titleOf(call);
		const isImages = sources.every(({ kind }) => kind === 'image');
		if (sources.length > 1) {
			if (!isImages) {
				throw new InputError(
					FIELD,
					'Only images can be combined',
					'LinkedIn takes one video or document per post.',
				);
			}
			checkCount(sources.length, FIELD);
			const altTexts = altTextsOf(call, sources.length);
			return preparedMedia(call, sources, (ids) => imageContent(ids, altTexts));
		}
		if (sources[0].kind === 'document' && title === '') throw untitled();
		const [altText] = isImages ? altTextsOf(call, 1) : [''];
		return preparedMedia(call, sources, ([id]) => ({
			content: { media: { id, ...(title && !isImages && { title }), ...(altText && { altText }) } },
		}));
	},
};
