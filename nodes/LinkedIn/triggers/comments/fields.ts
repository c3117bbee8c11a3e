/** The trigger's fields. */
import type { INodeProperties } from 'n8n-workflow';

import { authenticationField } from '../../resources/fields/authentication';
import { postLocator } from '../../resources/posts/reference';
import {
	DEFAULT_CALLS_A_DAY,
	DEFAULT_CALLS_A_DAY_STANDARD,
	inWords,
	pollEveryMs,
} from '../polling/core/budget';

const pace = (perDay: number) => inWords(pollEveryMs(perDay, 1, 1));

export const triggerFields: INodeProperties[] = [
	authenticationField,
	{
		displayName: 'Trigger On',
		name: 'event',
		type: 'options',
		noDataExpression: true,
		default: 'newComment',
		options: [
			{
				name: 'New Comment',
				value: 'newComment',
				action: 'On new comment',
				description: 'Starts when somebody comments on a post, or replies to a comment',
			},
		],
	},
	{
		displayName: 'Watch',
		name: 'watch',
		type: 'options',
		default: 'pages',
		options: [
			{
				name: 'All Pages I Manage',
				value: 'managed',
				description: 'Every page whose comments this connection may read, also those that are added later',
			},
			{
				name: 'Chosen Posts',
				value: 'posts',
				description: 'Only the posts you name: of pages you manage, or by link or URN your own',
			},
			{
				name: 'Pages',
				value: 'pages',
				description: 'All posts of the pages you choose',
			},
		],
	},
	{
		displayName: 'Page Names or IDs',
		name: 'pages',
		type: 'multiOptions',
		typeOptions: { loadOptionsMethod: 'loadPages' },
		default: [],
		required: true,
		description:
			'The pages to watch. An expression may give their numbers, URNs or addresses, as a list or with commas. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
		displayOptions: { show: { watch: ['pages'] } },
	},
	{
		...postLocator({
			displayName: 'Posts',
			name: 'posts',
			description:
				'The post to watch: one of the newest of your pages; by ID several links or URNs, separated by commas, or a list from an expression',
		}),
		displayOptions: { show: { watch: ['posts'] } },
	},
	{
		displayName: 'Include Replies',
		name: 'includeReplies',
		type: 'boolean',
		default: true,
		description: 'Whether replies to comments start the workflow too',
	},
	{
		displayName: 'Include Own Comments',
		name: 'includeOwn',
		type: 'boolean',
		default: false,
		description:
			'Whether comments of the page itself and of the member behind this connection start the workflow too. A workflow that answers comments would then answer itself for ever.',
	},
	{
		displayName: 'Max Calls a Day',
		name: 'maxCallsADay',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: '',
		placeholder: 'Automatic',
		description: `How many calls to LinkedIn this trigger may make from one midnight UTC to the next. Empty means ${DEFAULT_CALLS_A_DAY.toLocaleString('en-US')}, or ${DEFAULT_CALLS_A_DAY_STANDARD.toLocaleString('en-US')} where the credential's Access Tier is Standard.`,
	},
	{
		displayName: `One page is asked with one call: ${pace(DEFAULT_CALLS_A_DAY)} at ${DEFAULT_CALLS_A_DAY} calls a day, ${pace(DEFAULT_CALLS_A_DAY_STANDARD)} at ${DEFAULT_CALLS_A_DAY_STANDARD.toLocaleString('en-US')}, and less often with more pages or much to read. The other calls read new comments, and once a day every watched post, also those that LinkedIn does not notify. Polls in between do nothing.`,
		name: 'paceNotice',
		type: 'notice',
		default: '',
	},
];
