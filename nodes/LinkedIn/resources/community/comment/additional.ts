/** What a comment can have besides its text. */
import type { INodeProperties } from 'n8n-workflow';

import { InputError } from '../../../transport/errors/inputError';
import { plainUrn } from '../../../transport/restli/urns/parseInput';
import type { Call } from '../../operation';
import { plainText } from '../../values/plainText';
import { commentMentionsField } from './mentions';

const collection: INodeProperties = {
	displayName: 'Additional Fields',
	name: 'additionalFields',
	type: 'collection',
	placeholder: 'Add Field',
	default: {},
};

/** Replies and edits take no image. */
export const mentionsOnly: INodeProperties = { ...collection, options: [commentMentionsField] };

export const imageAndMentions: INodeProperties = {
	...collection,
	options: [
		{
			displayName: 'Image',
			name: 'image',
			type: 'string',
			default: '',
			placeholder: 'e.g. urn:li:image:C552CAQGu16obsGZENQ',
			description: 'URN of one image, uploaded for the person or page that comments',
		},
		commentMentionsField,
	],
};

/** The collection unchanged, whatever an expression made of it. */
export function additionalOf(call: Call): { image?: unknown; mentions?: unknown } {
	const given = call.parameter<unknown>('additionalFields', {});
	return typeof given === 'object' && given !== null ? given : {};
}

/**
 * @param given the Image field
 * @returns the URN, or undefined if there is none
 * @throws InputError for anything but an image URN
 */
export function imageOf(given: unknown): string | undefined {
	const image = plainUrn(plainText(given, 'Image'));
	if (image === '' || /^urn:li:image:[\w-]+$/.test(image)) return image || undefined;
	throw new InputError(
		'Image',
		`"${image.slice(0, 120)}" is not an image URN`,
		'Upload the image first, for the same person or page, and enter the URN it returned, e.g. urn:li:image:C552CAQGu16obsGZENQ.',
	);
}
