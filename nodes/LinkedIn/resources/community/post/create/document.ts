import { InputError } from '../../../../transport/inputError';
import { sourcesOf } from '../../media/source';
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
		const sources = await sourcesOf(call, call.parameter<unknown>('media', ''), MEDIA_FIELD, 'document');
		if (sources.length > 1) {
			throw new InputError(
				MEDIA_FIELD,
				`There are ${sources.length} documents`,
				'LinkedIn takes one a post.',
			);
		}
		return preparedMedia(call, sources, ([id]) => ({ content: { media: { id, title } } }));
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
