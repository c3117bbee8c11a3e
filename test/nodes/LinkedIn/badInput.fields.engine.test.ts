import type { INodeParameters } from 'n8n-workflow';

import { ACME, createPost, EMPTY, simulateForEachTest, testEach } from './badInputRow';

/** Wrong values in the fields of an operation. */

simulateForEachTest();

const getPost = (post: string): INodeParameters => ({ resource: 'post', operation: 'get', post });

testEach([
	{
		name: 'an empty text',
		parameters: createPost({ text: '' }),
		message: /^Text is empty/,
		advice: /Enter the text/,
		field: 'Text',
	},
	{
		name: 'a text of spaces',
		parameters: createPost({ text: ' \n\t' }),
		message: /^Text is empty/,
		advice: /Enter the text/,
		field: 'Text',
	},
	{
		name: 'an expression that gives null for the text',
		parameters: createPost({ text: '={{ null }}' }),
		message: /^Text is empty/,
		advice: /expression/,
		field: 'Text',
	},
	{
		name: 'an expression that gives an object for the text',
		parameters: createPost({ text: '={{ ({ a: 1 }) }}' }),
		message: /Text/,
		advice: /text|expression/i,
		field: 'Text',
	},
	{
		name: 'a text of 3,001 characters',
		parameters: createPost({ text: 'x'.repeat(3001) }),
		message: /3001 characters; the maximum is 3000/,
		advice: /Shorten it by 1 /,
		field: 'Text',
	},
	{
		name: 'a text of 1,501 emojis, which LinkedIn counts as two each',
		parameters: createPost({ text: '😀'.repeat(1501) }),
		message: /3002 characters; the maximum is 3000/,
		advice: /Shorten it by 2 /,
		field: 'Text',
	},
	{
		name: 'an empty comment',
		parameters: { resource: 'comment', operation: 'create', targetPost: '1', actor: ACME, text: EMPTY },
		message: /^Text is empty/,
		advice: /Enter the comment/,
		field: 'Text',
	},
	{
		name: 'an empty post',
		parameters: getPost(EMPTY),
		message: /Post is empty/,
		advice: /urn:li:share:\d+/,
		field: 'Post',
	},
	{
		name: 'a URN of a kind that does not exist',
		parameters: getPost('urn:li:cake:12'),
		message: /"urn:li:cake:12".*"cake"/,
		advice: /urn:li:share:\d+/,
		field: 'Post',
	},
	{
		name: 'a link that is not a post',
		parameters: getPost('https://www.linkedin.com/in/ada-example'),
		message: /profile link without a post in it/,
		advice: /Copy link to post/,
		field: 'Post',
	},
	{
		name: 'a link elsewhere',
		parameters: getPost('https://example.com/feed/update/urn:li:share:1'),
		message: /outside linkedin\.com/,
		advice: /linkedin\.com\/feed\/update/,
		field: 'Post',
	},
	{
		name: 'a post number that JavaScript has rounded',
		parameters: getPost('={{ 7045020441609936898 }}'),
		message: /rounded/,
		advice: /text, in quotes/,
		field: 'Post',
	},
	{
		name: 'a comment number without its post',
		parameters: { resource: 'comment', operation: 'get', comment: '6636062862760562688' },
		message: /doesn't say which post/,
		advice: /whole comment URN/,
		field: 'Comment',
	},
	{
		name: 'an empty author',
		parameters: createPost({ author: { __rl: true, mode: 'id', value: EMPTY } }),
		message: /Author is empty/,
		advice: /Choose Me or a page/,
		field: 'Author',
	},
	{
		name: 'the profile link of a person as author',
		parameters: createPost({
			author: { __rl: true, mode: 'url', value: 'https://www.linkedin.com/in/ada-example' },
		}),
		message: /profile link/,
		advice: /number|URN|page|look a member up/i,
		field: 'Author',
	},
	{
		name: 'a company name that no page has',
		parameters: createPost({
			author: { __rl: true, mode: 'url', value: 'https://www.linkedin.com/company/no-such-page' },
		}),
		message: /has no page named "no-such-page"/,
		advice: /Check the URL/,
		field: 'Author',
		requests: 1,
	},
	{
		name: 'an audience for a post of a member',
		parameters: createPost({
			author: { __rl: true, mode: 'list', value: 'me' },
			additionalFields: { targeting: { facet: [{ name: 'geoLocations', location: '103644278' }] } },
		}),
		message: /Only posts of a page can have Targeting/,
		advice: /Remove Targeting/,
		field: 'Targeting',
	},
	{
		name: 'an audience of the wrong kind',
		parameters: createPost({
			additionalFields: { targeting: { facet: [{ name: 'geoLocations', location: 'Berlin' }] } },
		}),
		message: /"Berlin" is not a URN such as urn:li:geo:4/,
		advice: /Targeting/,
		field: 'Targeting',
	},
	{
		name: 'a location that is not chosen',
		parameters: createPost({
			additionalFields: {
				targeting: { facet: [{ name: 'geoLocations', location: { __rl: true, mode: 'list', value: '' } }] },
			},
		}),
		message: /An audience has no values/,
		advice: /Enter values, or remove the audience/,
		field: 'Targeting',
	},
	{
		name: 'connections of a page',
		parameters: createPost({ additionalFields: { visibility: 'CONNECTIONS' } }),
		message: /Pages can't post to Connections Only/,
		advice: /Choose Anyone/,
		field: 'Visibility',
	},
	{
		name: 'a mention that is not in the text',
		parameters: createPost({
			additionalFields: { mentions: { mention: [{ name: 'Globex', urn: '5583111' }] } },
		}),
		message: /doesn't contain "Globex"/,
		advice: /exactly as in the mention/,
		field: 'Mentions',
	},
	{
		name: 'a mention that is but a part of a word',
		parameters: createPost({
			text: 'Congrats to Adam',
			additionalFields: { mentions: { mention: [{ name: 'Ada', urn: 'urn:li:person:Ada782bbtaQ' }] } },
		}),
		message: /doesn't contain "Ada"/,
		advice: /outside hashtags and web addresses/,
		field: 'Mentions',
	},
	{
		name: 'a mention with two places',
		parameters: createPost({
			text: '华为感谢华为',
			additionalFields: { mentions: { mention: [{ name: '华为', urn: '5583111' }] } },
		}),
		message: /contains "华为" more often/,
		advice: /@华为 where the mention goes/,
		field: 'Mentions',
	},
	{
		name: 'mentions for a post whose text stays',
		parameters: {
			resource: 'post',
			operation: 'update',
			post: 'urn:li:share:7094637247890620418',
			updateFields: {
				contentLandingPage: 'https://acme.example',
				mentions: { mention: [{ name: 'Ada', urn: 'urn:li:person:Ada782bbtaQ' }] },
			},
		},
		message: /Mentions need Text/,
		advice: /Add Text/,
		field: 'Mentions',
	},
	{
		name: 'an article without a web address',
		parameters: createPost({ contentType: 'article', articleUrl: 'example', articleTitle: 'News' }),
		message: /^Link: "example" isn't a web address/,
		advice: /https:\/\//,
		field: 'Link',
	},
	{
		name: 'an article without a title',
		parameters: createPost({
			contentType: 'article',
			articleUrl: 'https://example.com',
			articleTitle: EMPTY,
		}),
		message: /Title is empty/,
		advice: /Enter a title/,
		field: 'Title',
	},
	{
		// Fewer than 400 (docs.posts).
		name: 'an article title of 400 characters',
		parameters: createPost({
			contentType: 'article',
			articleUrl: 'https://example.com',
			articleTitle: 't'.repeat(400),
		}),
		message: /Title has 400 characters; the maximum is 399/,
		advice: /Shorten it by 1 /,
		field: 'Title',
	},
	{
		// Fewer than 4,086 (docs.posts).
		name: 'an article description of 4,086 characters',
		parameters: createPost({
			contentType: 'article',
			articleUrl: 'https://example.com',
			articleTitle: 'News',
			articleOptions: { description: 'd'.repeat(4086) },
		}),
		message: /Description has 4086 characters; the maximum is 4085/,
		advice: /Shorten it by 1 /,
		field: 'Description',
	},
	{
		name: 'a thumbnail that is no image',
		parameters: createPost({
			contentType: 'article',
			articleUrl: 'https://example.com',
			articleTitle: 'News',
			articleOptions: { thumbnail: 'urn:li:video:C4E10AQFoyyAjHPMQuQ' },
		}),
		message: /isn't a valid image URN/,
		advice: /urn:li:image:/,
		field: 'Thumbnail',
	},
	{
		name: 'an update of nothing',
		parameters: { resource: 'post', operation: 'update', post: 'urn:li:share:1', updateFields: {} },
		message: /nothing to change/,
		advice: /Add the field to change/,
		field: 'Update Fields',
	},
]);
