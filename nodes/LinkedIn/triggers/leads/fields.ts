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
				description: 'Triggers when a member submits a lead form of an ad or a page',
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
				name: 'All Ad Accounts and Pages I Can Access',
				value: 'reached',
				description: 'All on which the connected member has a role, including those added later',
			},
			{ name: 'Chosen Owners', value: 'chosen', description: 'Only the ad accounts and pages you choose' },
		],
	},
	{
		...ownerField,
		displayName: 'Owners',
		name: 'owners',
		description:
			'The ad account or page, or several numbers or URNs separated by commas. A plain number is an ad account.',
		displayOptions: { show: { watch: ['chosen'] } },
	},
	{
		...leadTypesField,
		hint: 'All types if empty',
		description: 'Any of these. Sponsored applies to ad accounts, the others to pages.',
	},
	{
		...formsLocator({
			description: 'The form, or several IDs separated by commas. Any form if empty.',
			isOptional: true,
		}),
		hint: 'Any form if empty',
	},
	{
		displayName: 'Include Test Leads',
		name: 'includeTestLeads',
		type: 'boolean',
		default: false,
		description: 'Whether leads that were sent to test a form also start the workflow',
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
		displayName: `Checks for new leads ${pace(1)} with one ad account, ${pace(4)} with an ad account and a page, less often with more of them, and more often with the Standard tier`,
		name: 'paceNotice',
		type: 'notice',
		default: '',
	},
];
