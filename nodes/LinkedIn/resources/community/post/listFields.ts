import type { INodeProperties } from 'n8n-workflow';

import { listFields } from '../../fields/listFields';
import { locator } from '../../fields/locator';

/** Whose posts to list, how many, and in which order; for posts and for old ones. */
export const postListFields: INodeProperties[] = [
	locator({
		displayName: 'Author',
		name: 'author',
		description: "The page whose posts to list. LinkedIn doesn't let new apps read the posts of members.",
		searchListMethod: 'searchPages',
	}),
	...listFields,
	{
		displayName: 'Sort By',
		name: 'sortBy',
		type: 'options',
		default: 'CREATED',
		options: [
			{ name: 'Created', value: 'CREATED' },
			{ name: 'Last Modified', value: 'LAST_MODIFIED' },
		],
	},
];
