/** What a creative shows: an existing post, a new ad-only post, or an ad in LinkedIn's own format. */
import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { InputError } from '../../../transport/errors/inputError';
import { plainUrn } from '../../../transport/restli/urns/parseInput';
import { parsePost } from '../../../transport/restli/urns/post';
import { organizationUrnOf, pageValueOf } from '../../fields/actor';
import { locator, locatorValue } from '../../fields/locator';
import type { Call } from '../../operation';
import { resolveActivity } from '../../posts/activity';
import { callToActionField, callToActionOf, landingPageField } from '../../posts/callToAction';
import { commentaryOf, textField } from '../../posts/commentary';
import { postLocator } from '../../posts/reference';
import { readJsonObject } from '../../values/json';
import { plainText } from '../../values/plainText';
import { readAll } from '../../values/problems';
import { collectionOf } from '../values/readParameters';

export const CONTENT_TYPES = ['post', 'newPost', 'json'] as const;
export type ContentType = (typeof CONTENT_TYPES)[number];

const ofType = (type: ContentType) => ({ displayOptions: { show: { contentType: [type] } } });

const PAGE = 'Page';
const CONTENT_JSON = 'Content (JSON)';
const EXAMPLE = '{ "spotlight": { "headline": "Join us", "callToAction": "Apply" } }';
const MEDIA_URN = /^urn:li:(image|video|document):[\w-]+$/;

export const contentFields: INodeProperties[] = [
	{
		displayName: 'Content Type',
		name: 'contentType',
		type: 'options',
		default: 'post',
		description: 'What the ad shows',
		options: [
			{ name: 'Existing Post', value: 'post', description: 'An existing post of the page' },
			{
				name: 'New Ad-Only Post',
				value: 'newPost',
				description: "Created in the same call; doesn't appear on the page",
			},
			{
				name: 'Text Ad, Spotlight and Others',
				value: 'json',
				description: "In LinkedIn's own format",
			},
		],
	},
	{
		...postLocator({
			displayName: 'Post',
			name: 'post',
			description:
				'One of the newest posts of your pages, or any post by URN or link. A link with an activity number works only for the latest posts of your pages.',
		}),
		...ofType('post'),
	},
	{
		...locator({
			displayName: PAGE,
			name: 'author',
			description: 'The Company Page that advertises. You need a role on it that can post.',
			searchListMethod: 'searchPages',
			examples: {
				url: 'https://www.linkedin.com/company/2414183',
				id: '2414183 or urn:li:organization:2414183',
			},
		}),
		...ofType('newPost'),
	},
	{
		...textField,
		description: 'The text of the ad, exactly as typed, up to 3,000 characters',
		...ofType('newPost'),
	},
	{
		displayName: 'Post Fields',
		name: 'postFields',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		...ofType('newPost'),
		options: [
			callToActionField,
			{ ...landingPageField, description: 'Where the button and the image lead to' },
			{
				displayName: 'Media',
				name: 'media',
				type: 'string',
				default: '',
				placeholder: 'e.g. urn:li:image:C5522AQEabc',
				hint: 'First upload the file as the page with LinkedIn Posts and Pages, Media: Upload.',
				description: 'URN of an image, video or document that belongs to the page',
			},
			{
				displayName: 'Media Title',
				name: 'mediaTitle',
				type: 'string',
				default: '',
				description: 'Headline under the image',
			},
		],
	},
	{
		displayName: CONTENT_JSON,
		name: 'content',
		type: 'json',
		default: '{}',
		placeholder: EXAMPLE,
		description:
			'One of textAd, spotlight, follow, jobs and eventAd with its values, or reference with the URN of a message',
		...ofType('json'),
	},
];

/** In LinkedIn's format: in addition to the campaign, or as a post to be created with it. */
export type Content = { content: IDataObject } | { post: IDataObject };

/**
 * Reads the content without a call.
 * @returns a function that produces it in LinkedIn's form for the ad account of that URN; throws LinkedInError or
 * InputError if an activity or a page's name isn't found
 * @throws InputError, InputErrors
 */
export function readContent(call: Call, type: ContentType): (accountUrn: string) => Promise<Content> {
	if (type === 'post') return readPostReference(call);
	if (type === 'newPost') return readNewPost(call);
	const content = jsonContent(call);
	return async () => ({ content });
}

function readPostReference(call: Call): () => Promise<Content> {
	const { urn, type } = parsePost(locatorValue(call, 'post', 'Post'), 'Post');
	return async () => ({
		content: { reference: type === 'activity' ? await resolveActivity(call.linkedin, urn, 'Post') : urn },
	});
}

function jsonContent(call: Call): IDataObject {
	const content = readJsonObject(
		call.parameter<unknown>('content', '{}'),
		CONTENT_JSON,
		`Enter an object, e.g. ${EXAMPLE}.`,
	);
	const kinds = Object.keys(content);
	if (kinds.length === 1) return content;
	throw new InputError(
		CONTENT_JSON,
		`${CONTENT_JSON} has ${kinds.length} keys, but needs exactly one`,
		'Enter one of textAd, spotlight, follow, jobs, eventAd and reference, e.g. { "textAd": { … } }.',
	);
}

function readNewPost(call: Call): (accountUrn: string) => Promise<Content> {
	const given = () => collectionOf(call, 'postFields', 'Post Fields');
	const { page, commentary, button, media } = readAll({
		page: () => pageOf(call),
		commentary: () => commentaryOf(call.parameter<unknown>('text', ''), undefined),
		button: () => callToActionOf(given(), false),
		media: () => mediaOf(given()),
	});
	return async (dscAdAccount) => ({
		post: {
			adContext: { dscAdAccount, dscStatus: 'ACTIVE' },
			author: await organizationUrnOf(call, PAGE, page),
			commentary,
			visibility: 'PUBLIC',
			lifecycleState: 'PUBLISHED',
			isReshareDisabledByAuthor: false,
			...button,
			...(media && { content: { media } }),
		},
	});
}

function pageOf(call: Call): string {
	const page = pageValueOf(call, 'author', PAGE);
	if (page !== '') return page;
	throw new InputError(PAGE, `${PAGE} is empty`, 'Choose the page that advertises.');
}

function mediaOf(given: Record<string, unknown>): IDataObject | undefined {
	const id = plainUrn(plainText(given.media, 'Media'));
	const title = plainText(given.mediaTitle, 'Media Title').trim();
	if (id !== '' && !MEDIA_URN.test(id)) {
		throw new InputError(
			'Media',
			`"${id}" is not an image, video or document`,
			'Upload it as the page with LinkedIn Posts and Pages, Media: Upload, and enter its URN.',
		);
	}
	if (id !== '') return { id, ...(title && { title }) };
	if (title === '') return undefined;
	throw new InputError('Media', 'Media Title needs Media', 'Add Media.');
}
