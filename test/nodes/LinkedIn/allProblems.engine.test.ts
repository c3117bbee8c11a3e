import type { INodeParameters } from 'n8n-workflow';

import { adsResources } from '../../../nodes/LinkedIn/resources/ads';
import { communityResources } from '../../../nodes/LinkedIn/resources/community';
import type { ConnectionOptions } from '../../engine/connection';
import { api, connect, run, simulateForEachTest, simulator } from './connectedRun';
import { ACCOUNT, adsApp, byId } from './resources/ads/connection';

/** If several fields are wrong, one run reports all of them, and nothing is sent. */

simulateForEachTest();

interface Row {
	operation: `${string}:${string}`;
	name: string;
	parameters: INodeParameters;
	/** As labelled on the form, in the order of the error. */
	fields: string[];
}

/** n8n checks a required field itself only if it's literally empty. */
const EMPTY = '={{ "" }}';
const LONG = 'x'.repeat(5000);
const PAGE = { __rl: true, mode: 'id', value: '2414183' };
const MEDIA = 'Binary Field, Address or URN';

const ROWS: Row[] = [
	{
		operation: 'post:create',
		name: 'an article',
		parameters: {
			author: PAGE,
			contentType: 'article',
			text: LONG,
			articleUrl: 'nowhere',
			articleTitle: EMPTY,
			articleOptions: { description: LONG, thumbnail: 'photo' },
		},
		fields: ['Text', 'Link', 'Title', 'Description', 'Thumbnail'],
	},
	{
		operation: 'post:create',
		name: 'an image',
		parameters: {
			author: PAGE,
			contentType: 'image',
			text: LONG,
			altText: LONG,
			additionalFields: { visibility: 'CONNECTIONS', contentCallToActionLabel: 'APPLY' },
		},
		fields: ['Text', 'Landing Page', MEDIA, 'Alt Text', 'Visibility'],
	},
	{
		operation: 'post:create',
		name: 'a poll',
		parameters: {
			author: PAGE,
			contentType: 'poll',
			pollQuestion: EMPTY,
			pollOptions: 'One',
			pollDuration: '={{ "ONE_YEAR" }}',
		},
		fields: ['Question', 'Answers', 'Duration'],
	},
	{
		operation: 'post:create',
		name: 'a document',
		parameters: { author: PAGE, contentType: 'document', text: LONG },
		fields: ['Text', 'Title', MEDIA],
	},
	{
		operation: 'post:create',
		name: 'a video',
		parameters: {
			author: PAGE,
			contentType: 'video',
			text: LONG,
			media: 'clip',
			videoOptions: { captions: 'srt' },
		},
		fields: ['Text', MEDIA, 'Captions'],
	},
	{
		operation: 'comment:create',
		name: 'a comment',
		parameters: {
			targetPost: 'somewhere',
			actor: { __rl: true, mode: 'id', value: 'urn:li:share:7' },
			text: EMPTY,
			additionalFields: { image: 'sunset.png' },
		},
		fields: ['Post', 'Comment As', 'Text', 'Image'],
	},
	{
		operation: 'comment:reply',
		name: 'a reply',
		parameters: {
			comment: 'somewhere',
			actor: { __rl: true, mode: 'id', value: 'urn:li:share:7' },
			text: EMPTY,
		},
		fields: ['Comment', 'Comment As', 'Text'],
	},
	{
		operation: 'message:send',
		name: 'a message',
		parameters: {
			recipients: 'https://www.linkedin.com/in/ada',
			text: EMPTY,
			pacing: '={{ "slow" }}',
			priority: '={{ "high" }}',
		},
		fields: ['Recipients', 'Text', 'Pacing', 'Priority'],
	},
	{
		operation: 'campaign:create',
		name: 'a campaign',
		parameters: {
			account: ACCOUNT,
			campaignGroup: byId('x'),
			name: EMPTY,
			dailyBudget: '1,000',
			associatedEntity: byId('nobody'),
			politicalIntent: 'NOT_POLITICAL',
			offsiteDeliveryEnabled: 'false',
		},
		fields: ['Campaign Group', 'Name', 'Daily Budget', 'Page', 'Targeting'],
	},
	{
		operation: 'campaignGroup:create',
		name: 'a campaign group',
		parameters: {
			account: ACCOUNT,
			name: EMPTY,
			status: '={{ "PAUSED" }}',
			additionalFields: { totalBudget: '$500', bidStrategy: 'MANUAL' },
		},
		fields: ['Name', 'Status', 'Total Budget', 'End', 'Daily Budget'],
	},
	{
		operation: 'creative:create',
		name: 'a creative of a post',
		parameters: {
			account: ACCOUNT,
			campaign: byId('x'),
			post: 'x',
			additionalFields: { leadFormLabel: 'APPLY' },
		},
		fields: ['Campaign', 'Post', 'Lead Form'],
	},
	{
		operation: 'creative:create',
		name: 'a creative with a post of its own',
		parameters: {
			account: ACCOUNT,
			campaign: byId('141049524'),
			contentType: 'newPost',
			author: byId('nobody'),
			text: EMPTY,
			postFields: { media: 'photo', contentCallToActionLabel: 'APPLY' },
		},
		fields: ['Page', 'Text', 'Landing Page', 'Media'],
	},
	{
		operation: 'conversion:create',
		name: 'a conversion',
		parameters: {
			account: byId('x'),
			name: EMPTY,
			type: 'LEAD',
			additionalFields: { value: 'much', postClickAttributionWindowSize: '={{ 14 }}' },
		},
		fields: ['Account', 'Name', 'Value', 'Click Window (Days)'],
	},
	{
		operation: 'conversionEvent:send',
		name: 'a conversion event',
		parameters: {
			account: ACCOUNT,
			conversionHappenedAt: 'soon',
			conversionValue: '10',
		},
		fields: ['Conversion', 'Happened At', 'Currency', 'Email'],
	},
	{
		operation: 'adAccount:create',
		name: 'an ad account',
		parameters: {
			name: EMPTY,
			currency: 'Dollar',
			reference: byId('nobody'),
			additionalFields: { status: '={{ "GONE" }}' },
		},
		fields: ['Name', 'Currency', 'Page', 'Status'],
	},
	{
		operation: 'audience:create',
		name: 'an audience',
		parameters: { account: byId('x'), name: EMPTY, sourcePlatform: EMPTY },
		fields: ['Account', 'Name', 'Source Platform'],
	},
];

const ads = new Set(adsResources.map(({ value }) => value));

test.each(ROWS)('$operation, $name: $fields', async ({ operation, parameters, fields }) => {
	const [resource, value] = operation.split(':');
	const isOfAds = ads.has(resource);
	const connection: ConnectionOptions =
		resource === 'message' ? { app: 'partner-app' } : isOfAds ? adsApp : {};
	const { error } = await run({ resource, operation: value, ...parameters }, connect(connection), {
		...(isOfAds && { node: 'linkedInAds' }),
	});
	expect(error).toMatchObject({
		message: expect.stringMatching(new RegExp(`^${fields.length} problems: `)),
		context: { details: { code: 'INVALID_INPUT', field: fields.join(', ') } },
	});
	for (const field of fields) expect(error?.description).toContain(`${field}: `);
	expect([...api(), ...simulator.uploads]).toEqual([]);
});

test('each operation that makes something in more than three fields is tried', () => {
	const tried = new Set<string>(ROWS.map(({ operation }) => operation));
	const untried = [...communityResources, ...adsResources]
		.flatMap(({ value, operations }) =>
			operations
				.filter((operation) => operation.value === 'create' && operation.fields.length > 3)
				.map((operation) => `${value}:${operation.value}`),
		)
		.filter((operation) => !tried.has(operation));
	expect(untried).toEqual([]);
});
