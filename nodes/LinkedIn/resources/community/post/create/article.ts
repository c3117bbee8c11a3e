/**
 * A link with title, description and image. LinkedIn reads nothing from the web page: only what is given is shown.
 * @see docs.postSchema
 */
import type { INodeProperties } from 'n8n-workflow';

import { InputError } from '../../../../transport/errors/inputError';
import { counted } from '../../../../transport/text/counted';
import type { Call } from '../../../operation';
import { plainText } from '../../../values/plainText';
import { readAllInTurn } from '../../../values/problems';
import { mediaSourcesOf, type MediaSource } from '../../media/source';
import type { ContentKind } from './contentType';
import { preparedMedia } from './media';

/** LinkedIn requires fewer than 400 and 4,086. */
const MAX_TITLE_CHARACTERS = 399;
const MAX_DESCRIPTION_CHARACTERS = 4085;

const forArticles = { show: { contentType: ['article'] } };

const articleFields: INodeProperties[] = [
	{
		displayName: 'Link',
		name: 'articleUrl',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. https://example.com/news',
		description: 'The web address the post links to',
		displayOptions: forArticles,
	},
	{
		displayName: 'Title',
		name: 'articleTitle',
		type: 'string',
		required: true,
		default: '',
		description: "The title of the link preview. LinkedIn doesn't read it from the web page.",
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
				placeholder: 'e.g. data or https://example.com/photo.png',
				hint: 'A binary field with an image, its web address, or the URN of an image',
				description:
					'Name of the binary field with the image, its https address, which anyone can open, or the URN of an image uploaded for the same author',
			},
			{
				displayName: 'Thumbnail Alt Text',
				name: 'thumbnailAltText',
				type: 'string',
				default: '',
				description: "What the image shows, for people who can't see it",
			},
		],
	},
];

export const article: ContentKind = {
	value: 'article',
	name: 'Article',
	description: 'A link with title, description and image',
	fields: articleFields,
	async prepare(call) {
		const options = call.parameter<Record<string, unknown>>('articleOptions', {});
		const { source, title, description, thumbnailAltText, thumbnails } = await readAllInTurn({
			source: () => linkOf(call.parameter<unknown>('articleUrl', '')),
			title: () => titleOf(call.parameter<unknown>('articleTitle', '')),
			description: () => {
				const text = plainText(options.description, 'Description');
				return withinLength('Description', text, MAX_DESCRIPTION_CHARACTERS);
			},
			thumbnailAltText: () => plainText(options.thumbnailAltText, 'Thumbnail Alt Text'),
			thumbnails: async () => await thumbnailOf(call, options.thumbnail),
		});
		return preparedMedia(call, thumbnails, ([thumbnail]) => ({
			content: {
				article: {
					source,
					title,
					...(description && { description }),
					...(thumbnail && { thumbnail }),
					...(thumbnailAltText && { thumbnailAltText }),
				},
			},
		}));
	},
};

function linkOf(given: unknown): string {
	const source = plainText(given, 'Link').trim();
	if (/^https?:\/\/[^\s]+$/i.test(source)) return source;
	throw new InputError(
		'Link',
		`Link: "${source}" isn't a web address`,
		'Enter one that starts with https://.',
	);
}

function titleOf(given: unknown): string {
	const title = plainText(given, 'Title').trim();
	if (title !== '') return withinLength('Title', title, MAX_TITLE_CHARACTERS);
	throw new InputError(
		'Title',
		'Title is empty',
		"Enter a title: LinkedIn doesn't read it from the web page.",
	);
}

/** @returns none or one */
async function thumbnailOf(call: Call, given: unknown): Promise<MediaSource[]> {
	if (plainText(given, 'Thumbnail').trim() === '') return [];
	const sources = await mediaSourcesOf(call, given, 'Thumbnail', 'image');
	if (sources.length === 1) return sources;
	throw new InputError(
		'Thumbnail',
		`There are ${sources.length} thumbnails`,
		'LinkedIn takes one. Enter its binary field, web address or URN.',
	);
}

function withinLength(field: string, text: string, most: number): string {
	if (text.length <= most) return text;
	throw new InputError(
		field,
		`${field} has ${text.length} characters; the maximum is ${most}`,
		`Shorten it by ${counted(text.length - most, 'character')}.`,
	);
}
