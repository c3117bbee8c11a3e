/**
 * A link with title, description and image. LinkedIn fetches nothing from the address: what is not given is not shown.
 * @see https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/post-api-schema
 */
import type { IDataObject, INodeProperties } from 'n8n-workflow';

import type { Call } from '../../define';
import { plainText } from '../../fields';
import { InputError } from '../../../transport/inputError';

/** LinkedIn wants fewer than 400 and 4,086. */
const MAX_TITLE_CHARACTERS = 399;
const MAX_DESCRIPTION_CHARACTERS = 4085;

const forArticles = { show: { contentType: ['article'] } };

export const articleFields: INodeProperties[] = [
	{
		displayName: 'Link',
		name: 'articleUrl',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. https://example.com/news',
		description: 'The address the post leads to',
		displayOptions: forArticles,
	},
	{
		displayName: 'Title',
		name: 'articleTitle',
		type: 'string',
		required: true,
		default: '',
		description: 'The title of the link preview. LinkedIn reads nothing from the page itself.',
		displayOptions: forArticles,
	},
	{
		displayName: 'Link Preview',
		name: 'articleOptions',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		displayOptions: forArticles,
		options: [
			{
				displayName: 'Description',
				name: 'description',
				type: 'string',
				default: '',
				description: 'The text under the title',
			},
			{
				displayName: 'Thumbnail',
				name: 'thumbnail',
				type: 'string',
				default: '',
				placeholder: 'e.g. urn:li:image:C4E10AQFoyyAjHPMQuQ',
				description: 'URN of an image that the same author uploaded to LinkedIn',
			},
			{
				displayName: 'Thumbnail Alt Text',
				name: 'thumbnailAltText',
				type: 'string',
				default: '',
				description: 'What the image shows, for people who cannot see it',
			},
		],
	},
];

/**
 * @returns `content` of the post
 * @throws InputError that names the field
 */
export function articleOf(call: Call): IDataObject {
	const source = plainText(call.parameter<unknown>('articleUrl', ''), 'Link').trim();
	const title = plainText(call.parameter<unknown>('articleTitle', ''), 'Title').trim();
	const options = call.parameter<Record<string, unknown>>('articleOptions', {});
	const description = plainText(options.description, 'Description');
	const thumbnail = plainText(options.thumbnail, 'Thumbnail').trim();
	const thumbnailAltText = plainText(options.thumbnailAltText, 'Thumbnail Alt Text');
	if (!/^https?:\/\/[^\s]+$/i.test(source)) {
		throw new InputError('Link', `"${source}" is no web address`, 'Give one that starts with https://.');
	}
	checkLength('Title', title, MAX_TITLE_CHARACTERS);
	checkLength('Description', description, MAX_DESCRIPTION_CHARACTERS);
	if (title === '')
		throw new InputError('Title', 'Title is empty', 'LinkedIn shows a link only with a title of yours.');
	if (thumbnail !== '' && !/^urn:li:image:[\w-]+$/.test(thumbnail)) {
		throw new InputError(
			'Thumbnail',
			`"${thumbnail}" is no image URN`,
			'Give the URN of an uploaded image, e.g. urn:li:image:C4E10AQFoyyAjHPMQuQ.',
		);
	}
	return {
		article: {
			source,
			title,
			...(description && { description }),
			...(thumbnail && { thumbnail }),
			...(thumbnailAltText && { thumbnailAltText }),
		},
	};
}

function checkLength(field: string, text: string, most: number): void {
	if (text.length <= most) return;
	throw new InputError(
		field,
		`${field} has ${text.length} characters, and LinkedIn takes at most ${most}`,
		`Shorten it by ${text.length - most} characters.`,
	);
}
