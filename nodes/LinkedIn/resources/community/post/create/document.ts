import { InputError } from '../../../../transport/errors/inputError';
import type { Call } from '../../../operation';
import { readAllInTurn } from '../../../values/problems';
import type { ContentKind } from './contentType';
import { onlyMedium, preparedMedia, TITLE_FIELD, titleOf } from './media';

/**
 * A document, shown as a carousel of its pages.
 * @see docs.documents
 */
export const document: ContentKind = {
	value: 'document',
	name: 'Document',
	description: 'A PDF, PowerPoint or Word file, shown as a carousel of its pages',
	fields: [],
	async prepare(call) {
		const { title, media } = await readAllInTurn({
			title: () => neededTitle(call),
			media: async () => await onlyMedium(call, 'document'),
		});
		const { sources, notice } = media;
		return preparedMedia(call, sources, ([id]) => ({ content: { media: { id, title } } }), {}, notice);
	},
};

/** @throws InputError if it's empty */
export function neededTitle(call: Call): string {
	const title = titleOf(call);
	if (title === '') throw untitled();
	return title;
}

/** The refusal of a document without a title. */
export function untitled(): InputError {
	return new InputError(
		TITLE_FIELD,
		'Title is empty',
		'Enter a title. LinkedIn requires it for documents, and a carousel is one.',
	);
}
