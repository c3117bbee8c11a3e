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
		name: 'events',
		type: 'multiOptions',
		noDataExpression: true,
		default: ['newComment'],
		options: [
			{
				name: 'Comment Edited',
				value: 'commentEdited',
				action: 'On comment edited',
				description: 'Someone changed a comment or reply',
			},
			{
				name: 'New Comment',
				value: 'newComment',
				action: 'On new comment',
				description: 'A new comment or reply. Used if nothing is chosen.',
			},
			{
				name: 'New Mention of the Page',
				value: 'newMention',
				action: 'On new mention of the page',
				description: 'Someone mentioned the page in a post',
			},
			{
				name: 'New Post',
				value: 'newPost',
				action: 'On new post',
				description: 'The page published a post',
			},
			{
				name: 'New Reaction',
				value: 'newReaction',
				action: 'On new reaction',
				description:
					'Someone reacted to a post. Where LinkedIn only counts reactions, one item per post says how many more there are.',
			},
			{
				name: 'New Share',
				value: 'newShare',
				action: 'On new share',
				description:
					'Someone reposted a post. Where LinkedIn only counts reposts, one item per post says how many more there are.',
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
				description: 'Every page whose comments this connection can read, including pages added later',
			},
			{
				name: 'Chosen Posts',
				value: 'posts',
				description: 'Only the posts you choose: of pages you manage, or your own by link or URN',
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
			'The pages to watch. Expressions can return numbers, URNs or URLs, as a list or separated by commas. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
		displayOptions: { show: { watch: ['pages'] } },
	},
	{
		...postLocator({
			displayName: 'Posts',
			name: 'posts',
			description:
				'The post to watch: one of the newest of your pages, or several links or URNs separated by commas or as a list from an expression',
		}),
		displayOptions: { show: { watch: ['posts'] } },
	},
	{
		displayName: 'Include Replies',
		name: 'includeReplies',
		type: 'boolean',
		default: true,
		description: 'Whether replies to comments also start the workflow',
	},
	{
		displayName: 'Include Own Activity',
		name: 'includeOwn',
		type: 'boolean',
		default: false,
		description:
			'Whether comments, reactions and reposts of the page itself and of the connected member also start the workflow. A workflow that answers comments would then reply to itself endlessly.',
	},
	{
		displayName: 'Author Names',
		name: 'authorNames',
		type: 'boolean',
		default: false,
		description:
			"Whether to look up the names of the people who did something, each once a day at most, as long as calls are left. People who hide their name have none. LinkedIn forbids storing other members' data.",
	},
	{
		displayName: 'Max Calls a Day',
		name: 'maxCallsADay',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: '',
		placeholder: 'Automatic',
		description: `Maximum number of calls to LinkedIn per day (UTC). Empty means ${DEFAULT_CALLS_A_DAY.toLocaleString('en-US')}, or ${DEFAULT_CALLS_A_DAY_STANDARD.toLocaleString('en-US')} if the credential's Access Tier is Standard.`,
	},
	{
		displayName: `Checks for news ${pace(DEFAULT_CALLS_A_DAY)} (${pace(DEFAULT_CALLS_A_DAY_STANDARD)} with the Standard tier), less often with more pages`,
		name: 'paceNotice',
		type: 'notice',
		default: '',
	},
];
