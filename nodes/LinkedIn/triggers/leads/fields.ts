/** The trigger's fields. */
import type { INodeProperties } from 'n8n-workflow';

import { formsLocator, ownerField } from '../../resources/ads/leadForm/owner';
import { leadTypesField } from '../../resources/ads/leadResponse/getMany';
import { authenticationField } from '../../resources/fields/authentication';
import { DEFAULT_CALLS_A_DAY, DEFAULT_CALLS_A_DAY_STANDARD, inWords } from '../polling/core/budget';
import { newsEveryMs } from './core/pace';

const pace = (streams: number) => inWords(newsEveryMs(DEFAULT_CALLS_A_DAY, streams));

export const triggerFields: INodeProperties[] = [
	authenticationField,
	{
		displayName: 'Trigger On',
		name: 'event',
		type: 'options',
		noDataExpression: true,
		default: 'newLead',
		options: [
			{
				name: 'New Lead',
				value: 'newLead',
				action: 'On new lead',
				description: 'Starts when a member sends a lead form, of an ad or of a page',
			},
		],
	},
	{
		displayName: 'Watch',
		name: 'watch',
		type: 'options',
		default: 'reached',
		options: [
			{
				name: 'All Ad Accounts and Pages I Reach',
				value: 'reached',
				description: 'Every one on which the member has a role, also those that are added later',
			},
			{ name: 'Chosen Owners', value: 'chosen', description: 'Only the ad accounts and pages you name' },
		],
	},
	{
		...ownerField,
		displayName: 'Owners',
		name: 'owners',
		description:
			'The ad account or page; by ID several numbers or URNs, separated by commas. A bare number is an ad account.',
		displayOptions: { show: { watch: ['chosen'] } },
	},
	{
		...leadTypesField,
		hint: 'All types if empty',
		description: 'Any of these; without it all: Sponsored for ad accounts, the others for pages',
	},
	{
		...formsLocator({
			description: 'The form; by ID several, separated by commas. Any form if empty.',
			isOptional: true,
		}),
		hint: 'Any form if empty',
	},
	{
		displayName: 'Include Test Leads',
		name: 'includeTestLeads',
		type: 'boolean',
		default: false,
		description: 'Whether leads that were sent to try a form start the workflow too',
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
		displayName: `Each ad account is asked with one call, each page with one for every organic lead type. At ${DEFAULT_CALLS_A_DAY} calls a day one ad account is asked ${pace(1)}, an account and a page ${pace(4)}. Polls in between do nothing.`,
		name: 'paceNotice',
		type: 'notice',
		default: '',
	},
];
