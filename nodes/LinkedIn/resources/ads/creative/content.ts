/** What a creative shows: a post that stands, a new post that is only an ad, or an ad in LinkedIn's own form. */
import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { InputError } from '../../../transport/inputError';
import { parsePost } from '../../../transport/restli/urn';
import { organizationUrnOf } from '../../community/actor';
import { resolveActivity } from '../../community/post/activity';
import { callToActionField, callToActionOf, landingPageField } from '../../community/post/callToAction';
import { commentaryOf, textField } from '../../community/post/commentary';
import { postLocator } from '../../community/post/reference';
import { readJsonObject } from '../../json';
import type { Call } from '../../define';
import { locator, locatorValue, plainText } from '../../fields';
import { collectionOf } from '../given';

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
 * @param accountUrn of the ad account that a new post belongs to
 * @throws InputError; LinkedInError where an activity or a page's name has to be looked up
 */
export async function contentOf(call: Call, type: ContentType, accountUrn: string): Promise<Content> {
	if (type === 'post') return { content: { reference: await postUrn(call) } };
	if (type === 'json') return { content: jsonContent(call) };
	return { post: await newPost(call, accountUrn) };
}

async function postUrn(call: Call): Promise<string> {
	const post = parsePost(locatorValue(call, 'post', 'Post'), 'Post');
	return post.type === 'activity' ? await resolveActivity(call.linkedin, post.urn, 'Post') : post.urn;
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

async function newPost(call: Call, dscAdAccount: string): Promise<IDataObject> {
	const given = collectionOf(call, 'postFields', 'Post Fields');
	const commentary = commentaryOf(call.parameter<unknown>('text', ''), undefined);
	const button = callToActionOf(given, false);
	const media = plainText(given.media, 'Media').trim();
	const title = plainText(given.mediaTitle, 'Media Title').trim();
	if (media !== '' && !MEDIA_URN.test(media)) {
		throw new InputError(
			'Media',
			`"${media}" is no image, video or document`,
			'Upload it as the page with the node LinkedIn Posts and Pages (Media), and give its URN.',
		);
	}
	if (media === '' && title !== '') {
		throw new InputError(
			'Media',
			'Media Title stands under a picture, and Media is empty',
			'Give Media too.',
		);
	}
	const page = locatorValue(call, 'author', PAGE);
	if (page === '') throw new InputError(PAGE, `${PAGE} is empty`, 'Choose the page that the ad is of.');
	return {
		adContext: { dscAdAccount, dscStatus: 'ACTIVE' },
		author: await organizationUrnOf(call, PAGE, page),
		commentary,
		visibility: 'PUBLIC',
		lifecycleState: 'PUBLISHED',
		isReshareDisabledByAuthor: false,
		...button,
		...(media === '' ? {} : { content: { media: { id: media, ...(title === '' ? {} : { title }) } } }),
	};
}
