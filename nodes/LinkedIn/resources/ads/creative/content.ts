/** What a creative shows: a post that stands, a new post that is only an ad, or an ad in LinkedIn's own form. */
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
			{ name: 'Existing Post', value: 'post', description: 'A post of the page that stands already' },
			{
				name: 'New Post That Is Only an Ad',
				value: 'newPost',
				description: 'Made in the same call; it does not appear on the page',
			},
			{
				name: 'Text Ad, Spotlight and Others',
				value: 'json',
				description: "In LinkedIn's own form",
			},
		],
	},
	{
		...postLocator({
			displayName: 'Post',
			name: 'post',
			description:
				'One of the newest posts of your pages, or any by URN or link. Of the number in a copied link the post is looked up among the latest ones of your pages.',
		}),
		...ofType('post'),
	},
	{
		...locator({
			displayName: PAGE,
			name: 'author',
			description: 'The company page that the ad is of; the member needs a role there that may post',
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
			{ ...landingPageField, description: 'Where the button and the picture lead' },
			{
				displayName: 'Media',
				name: 'media',
				type: 'string',
				default: '',
				placeholder: 'e.g. urn:li:image:C5522AQEabc',
				hint: 'A URN. Upload the file first, as the page, with Media of the node LinkedIn Posts and Pages.',
				description:
					'URN of an image, video or document that belongs to the page, as Media: Upload of the node LinkedIn Posts and Pages gives it',
			},
			{
				displayName: 'Media Title',
				name: 'mediaTitle',
				type: 'string',
				default: '',
				description: 'The headline under the picture',
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
			'One of textAd, spotlight, follow, jobs and eventAd with its members, or reference with the URN of a message',
		...ofType('json'),
	},
];

/** As LinkedIn takes it: beside the campaign, or as a post to be made with it. */
export type Content = { content: IDataObject } | { post: IDataObject };

/**
 * Reads the content without a call.
 * @returns what gives it in LinkedIn's form, for the ad account of that URN; throws LinkedInError or InputError where an
 * activity or a page's name has to be looked up and is not found
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
		`Give an object, e.g. ${EXAMPLE}.`,
	);
	const kinds = Object.keys(content);
	if (kinds.length === 1) return content;
	throw new InputError(
		CONTENT_JSON,
		`${CONTENT_JSON} has ${kinds.length} members, and LinkedIn takes one kind of ad`,
		'Give one of textAd, spotlight, follow, jobs, eventAd and reference, e.g. { "textAd": { … } }.',
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
	throw new InputError(PAGE, `${PAGE} is empty`, 'Choose the page that the ad is of.');
}

function mediaOf(given: Record<string, unknown>): IDataObject | undefined {
	const id = plainUrn(plainText(given.media, 'Media'));
	const title = plainText(given.mediaTitle, 'Media Title').trim();
	if (id !== '' && !MEDIA_URN.test(id)) {
		throw new InputError(
			'Media',
			`"${id}" is no image, video or document`,
			'Upload it as the page with the node LinkedIn Posts and Pages (Media), and give its URN.',
		);
	}
	if (id !== '') return { id, ...(title && { title }) };
	if (title === '') return undefined;
	throw new InputError('Media', 'Media Title stands under a picture, and Media is empty', 'Give Media too.');
}
