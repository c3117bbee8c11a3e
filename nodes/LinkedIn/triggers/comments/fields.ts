/** The trigger's fields. */
import type { INodeProperties } from 'n8n-workflow';

import { authenticationField } from '../../resources/fields/authentication';
import { postLocator } from '../../resources/posts/reference';
import { EVENTS, type EventName } from '../events/core/event';
import { includeOwnField, pagesField, triggerOnField } from '../events/fields';
import {
	DEFAULT_CALLS_A_DAY,
	DEFAULT_CALLS_A_DAY_STANDARD,
	inWords,
	pollEveryMs,
} from '../polling/core/budget';

/** Where LinkedIn doesn't notify of these, it may say how many there are. */
const COUNTED: readonly EventName[] = ['newReaction', 'newShare'];
const MORE_THAN_COMMENTS = EVENTS.filter((event) => event !== 'newComment');

const pace = (perDay: number) => inWords(pollEveryMs(perDay, 1, 1));

export const triggerFields: INodeProperties[] = [
	authenticationField,
	triggerOnField(EVENTS, (event, { label, description }) => ({
		action: `On ${label.toLowerCase()}`,
		...(COUNTED.includes(event) && {
			description: `${description}. Where LinkedIn only counts, one item says how many more.`,
		}),
	})),
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
	{ ...pagesField('The pages to watch.'), displayOptions: { show: { watch: ['pages'] } } },
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
		displayName:
			'For chosen posts, LinkedIn reports only new comments and, except on the Development tier, how many more reactions there are. Fetch Test Event shows only comments. For everything else, watch the page.',
		name: 'chosenPostsNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { watch: ['posts'], events: MORE_THAN_COMMENTS } },
	},
	{
		displayName: 'Include Replies',
		name: 'includeReplies',
		type: 'boolean',
		default: true,
		description: 'Whether replies to comments also start the workflow',
	},
	includeOwnField,
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
