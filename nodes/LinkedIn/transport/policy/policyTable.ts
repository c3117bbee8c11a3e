/** The table of an access policy, as n8n shows it in a credential and in a node. */
import type { INodeProperties } from 'n8n-workflow';

import { AREAS, LEVEL_NAMES, LEVELS, type Area, type Level } from './areas';

/** What lies in each area, by the names of resources and triggers. */
const CONTENTS: Record<Area, string> = {
	posts: 'Post, Member Post (Legacy)',
	comments: 'Comment, Reaction, Post Engagement, LinkedIn Posts and Pages Trigger, LinkedIn Push Trigger',
	media: 'Media, and the files of a post',
	pages: 'Company Page, Analytics, Find Followers',
	messages: 'Message',
	ads: 'Ad Account, Ad Account User, Ad Library, Campaign, Campaign Group, Creative, Report, Targeting',
	leads: 'Lead Form, Lead Response, LinkedIn Ads Trigger, LinkedIn Push Trigger for leads',
	conversions: 'Conversion, Conversion Event, Audience',
	api: 'By its method. It reaches everything, whatever the other rows say.',
};

const ALLOWS: Record<Level, string> = {
	off: 'As without a row',
	read: 'Get and list',
	write: 'Read, create and change',
	full: 'Also delete, close comments, activate ads and change roles',
};

/**
 * Rows of `area` and `access`; what has no row is off. Neither default is a choice: n8n doesn't save what is as the
 * default, and shows a saved row without it as if nothing were chosen.
 */
export const policyTable: Omit<INodeProperties, 'displayName' | 'name'> = {
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Area' },
	placeholder: 'Add Area',
	default: {},
	options: [
		{
			displayName: 'Areas',
			name: 'rows',
			values: [
				{
					displayName: 'Area',
					name: 'area',
					type: 'options',
					default: '',
					options: Object.entries(AREAS)
						.map(([value, name]) => ({ name, value, description: CONTENTS[value as Area] }))
						.sort((one, other) => one.name.localeCompare(other.name)),
				},
				{
					displayName: 'Access',
					name: 'access',
					type: 'options',
					default: '',
					options: LEVELS.map((value) => ({ name: LEVEL_NAMES[value], value, description: ALLOWS[value] })),
				},
			],
		},
	],
};
