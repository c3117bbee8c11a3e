/** The trigger's fields. */
import type { INodeCredentialDescription, INodeProperties } from 'n8n-workflow';

import { ownerField } from '../../resources/ads/leadForm/owner';
import { leadTypesField } from '../../resources/ads/leadResponse/getMany';

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
		displayName: 'Notify About',
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
	{
		displayName: 'Trigger On',
		name: 'events',
		type: 'multiOptions',
		default: ['newComment'],
		hint: 'New Comment if empty',
		options: [
			{ name: 'Comment Edited', value: 'commentEdited', description: "A comment's text was changed" },
			{ name: 'New Comment', value: 'newComment', description: 'A comment or a reply on a post of the page' },
			{ name: 'New Mention of the Page', value: 'newMention', description: 'A post mentions the page' },
			{ name: 'New Reaction', value: 'newReaction', description: 'A reaction to a post of the page' },
			{ name: 'New Share', value: 'newShare', description: 'A post of the page was shared' },
		],
		displayOptions: ofPages,
	},
	{
		displayName: 'Page Names or IDs',
		name: 'pages',
		type: 'multiOptions',
		typeOptions: { loadOptionsMethod: 'loadPages' },
		default: [],
		required: true,
		description:
			'The pages to follow, of which you must be an admin. Expressions can return numbers or URNs, as a list or separated by commas. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
		displayOptions: ofPages,
	},
	{
		displayName: 'Application ID',
		name: 'applicationId',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. 77812345',
		description:
			"The number of your LinkedIn app, which is in its address in the developer portal (apps/77812345), or its URN. It isn't the Client ID.",
		displayOptions: ofPages,
	},
	{
		displayName: 'Include Own Activity',
		name: 'includeOwn',
		type: 'boolean',
		default: false,
		description:
			'Whether what the page itself and the connected member do also starts the workflow. A workflow that answers comments would then reply to itself endlessly.',
		displayOptions: ofPages,
	},
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
