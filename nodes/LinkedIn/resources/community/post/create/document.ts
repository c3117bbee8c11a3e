import { InputError } from '../../../../transport/inputError';
import { mediaOf } from '../../media/source';
import type { ContentKind } from './kind';
import { MEDIA_FIELD, preparedMedia, TITLE_FIELD, titleOf } from './media';

/**
 * A document, shown as a carousel of its pages.
 * @see https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/documents-api
 */
export const document: ContentKind = {
	value: 'document',
	name: 'Document',
	description: 'A PDF, PowerPoint or Word file, shown as a carousel of its pages',
	fields: [],
	async prepare(call) {
		const title = titleOf(call);
		if (title === '') throw untitled();
		const given = call.parameter<unknown>('media', '');
		const { sources, notice } = await mediaOf(call, given, MEDIA_FIELD, 'document');
		if (sources.length > 1) {
			throw new InputError(
				MEDIA_FIELD,
				`There are ${sources.length} documents`,
				'LinkedIn takes one per post: name its binary field here.',
			);
		}
		return preparedMedia(call, sources, ([id]) => ({ content: { media: { id, title } } }), {}, notice);
	},
};

/** The refusal of a document without a title. */
export function untitled(): InputError {
	return new InputError(
		TITLE_FIELD,
		'Title is empty',
		'LinkedIn shows a document only with a title: give one.',
	);
}
