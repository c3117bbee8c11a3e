/** The trigger's fields. */
import type { INodeCredentialDescription, INodeProperties } from 'n8n-workflow';

import { ownerField } from '../../resources/ads/leadForm/owner';
import { leadTypesField } from '../../resources/ads/leadResponse/getMany';
import { PUSHED } from '../events/core/event';
import { includeOwnField, pagesField, triggerOnField } from '../events/fields';

/** LinkedIn signs with the client secret, which a pasted token doesn't come with. */
export const credentials: INodeCredentialDescription[] = [{ name: 'linkedInSuiteOAuth2Api', required: true }];

const ofPages = { show: { subject: ['pageActivity'] } };
const ofLeads = { show: { subject: ['leads'] } };

export const triggerFields: INodeProperties[] = [
	{
		displayName:
			"Only for apps that LinkedIn has approved for webhooks. First publish the workflow, so that this node answers LinkedIn. Then add the Production URL under Webhooks of your app in LinkedIn's developer portal, where LinkedIn validates it; it must begin with https://. The node subscribes by itself when it's published, or as soon as LinkedIn has validated the URL.",
		name: 'registerNotice',
		type: 'notice',
		default: '',
	},
	{
		// One of the names by which n8n's list of nodes finds what starts a workflow; it takes the first.
		displayName: 'Events',
		name: 'subject',
		type: 'options',
		noDataExpression: true,
		default: 'pageActivity',
		options: [
			{
				name: 'Leads',
				value: 'leads',
				action: 'On new lead, pushed',
				description: 'A member submits a lead form of an ad or a page',
			},
			{
				name: 'Page Activity',
				value: 'pageActivity',
				action: 'On page activity, pushed',
				description: 'Comments, reactions, mentions and shares',
			},
		],
	},
	{ ...triggerOnField(PUSHED, () => ({})), displayOptions: ofPages },
	{ ...pagesField('The pages to follow, of which you must be an admin.'), displayOptions: ofPages },
	{
		displayName: 'Application ID',
		name: 'applicationId',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. 77812345',
		hint: "From your app's address (apps/77812345); not the Client ID",
		description:
			"The number of your LinkedIn app, which is in its address in LinkedIn's developer portal, or its URN",
		displayOptions: ofPages,
	},
	{ ...includeOwnField, displayOptions: ofPages },
	{
		...ownerField,
		displayName: 'Owners',
		name: 'owners',
		description:
			'The ad account or page, or several numbers or URNs separated by commas. A plain number is an ad account.',
		displayOptions: ofLeads,
	},
	{
		...leadTypesField,
		hint: 'All types if empty',
		description: 'Any of these. Sponsored applies to ad accounts, the others to pages.',
		displayOptions: ofLeads,
	},
	{
		displayName: 'Include Test Leads',
		name: 'includeTestLeads',
		type: 'boolean',
		default: false,
		description: 'Whether leads that were sent to test a form also start the workflow',
		displayOptions: ofLeads,
	},
];
