import type { ICredentialType, INodeProperties } from 'n8n-workflow';

import { environmentFields, versionFields } from './connectionFields';
import { DEFAULT_PRODUCTS, scopeExpression } from './products';
import { readmeAt } from './repository';

const whenAdvanced = { advanced: [true] };

/** The hosts of LinkedIn, unless the Advanced fields name others. */
const OAUTH_HOST =
	'($self["advanced"] && $self["environment"] === "custom" ? String($self["oauthHost"]).replace(/\\/+$/, "") : "https://www.linkedin.com")';

export class LinkedInSuiteOAuth2Api implements ICredentialType {
	name = 'linkedInSuiteOAuth2Api';

	extends = ['oAuth2Api'];

	displayName = 'LinkedIn (Suite) OAuth2 API';

	documentationUrl = readmeAt('which-linkedin-product-do-i-need');

	icon = { light: 'file:../icons/linkedin.svg', dark: 'file:../icons/linkedin.dark.svg' } as const;

	properties: INodeProperties[] = [
		{
			displayName: 'Products',
			name: 'products',
			type: 'multiOptions',
			default: DEFAULT_PRODUCTS,
			description:
				'The products your LinkedIn app has, as the developer portal lists them. They decide which rights are asked for; a product the app lacks makes LinkedIn refuse the whole connection.',
			options: [
				{
					name: 'Advertising',
					value: 'advertising',
					description: 'Ads, and posts and statistics of company pages',
				},
				{
					name: 'Community Management',
					value: 'communityManagement',
					description: 'Posts, comments, reactions and statistics of company pages and members',
				},
				{ name: 'Conversions', value: 'conversions', description: 'Conversion events' },
				{ name: 'Lead Sync', value: 'leadSync', description: 'Lead forms and their responses' },
				{
					name: 'Matched Audiences',
					value: 'matchedAudiences',
					description: 'Audiences of contacts and companies, after an approval of its own',
				},
				{ name: 'Share on LinkedIn', value: 'share', description: 'Self-serve: publish as a member' },
				{ name: 'Sign In with LinkedIn', value: 'signIn', description: 'Self-serve: who the member is' },
			],
		},
		{
			displayName:
				'Community Management has to be the only product on its LinkedIn app. Make an app of its own for it, and choose only Community Management here.',
			name: 'communityManagementNotice',
			type: 'notice',
			default: '',
			displayOptions: {
				show: {
					// Two spellings of one field, so that both have to match: it, and another product.
					products: ['communityManagement'],
					'/products': ['advertising', 'conversions', 'leadSync', 'matchedAudiences', 'share', 'signIn'],
				},
			},
		},
		...versionFields,
		{
			displayName:
				'Connecting the same LinkedIn app with other scopes logs out its earlier connections, those of the built-in LinkedIn node too. Use one app for one set of products.',
			name: 'scopeNotice',
			type: 'notice',
			default: '',
		},
		{
			displayName:
				'Tokens last 60 days, and only apps of approved partners can renew them by themselves. When the days are over, press Connect again.',
			name: 'sixtyDaysNotice',
			type: 'notice',
			default: '',
		},
		{
			displayName:
				'If connecting ends on "Insufficient parameters for OAuth2 callback", LinkedIn refused a scope: your app lacks one of the products chosen above.',
			name: 'callbackNotice',
			type: 'notice',
			default: '',
		},
		{
			displayName: 'Advanced',
			name: 'advanced',
			type: 'boolean',
			default: false,
			description: 'Whether to show scopes, hosts and grant type',
		},
		{
			displayName: 'Additional Scopes',
			name: 'additionalScopes',
			type: 'string',
			default: '',
			placeholder: 'e.g. r_events rw_events',
			description: 'Scopes to ask for besides those of the products, separated by spaces',
			displayOptions: { show: whenAdvanced },
		},
		{
			displayName: 'Leave Out Scopes',
			name: 'leaveOutScopes',
			type: 'string',
			default: '',
			placeholder: 'e.g. r_1st_connections_size',
			description: 'Scopes of the products not to ask for, e.g. because your app was granted fewer',
			displayOptions: { show: whenAdvanced },
		},
		...environmentFields(whenAdvanced),
		{
			displayName: 'OAuth Host',
			name: 'oauthHost',
			type: 'string',
			default: '',
			placeholder: 'e.g. https://gateway.example.com',
			description: 'Stands in for https://www.linkedin.com when connecting',
			displayOptions: { show: { ...whenAdvanced, environment: ['custom'] } },
		},
		{
			displayName: 'Grant Type',
			name: 'grantType',
			type: 'options',
			default: 'authorizationCode',
			options: [
				{ name: 'Authorization Code', value: 'authorizationCode' },
				{
					name: 'Client Credentials',
					value: 'clientCredentials',
					description:
						'Only for apps that LinkedIn approved for it; no operation on posts and pages works with it',
				},
			],
			displayOptions: { show: whenAdvanced },
		},
		{
			displayName: 'Authorization URL',
			name: 'authUrl',
			type: 'hidden',
			default: `={{ ${OAUTH_HOST} + "/oauth/v2/authorization" }}`,
			required: true,
		},
		{
			displayName: 'Access Token URL',
			name: 'accessTokenUrl',
			type: 'hidden',
			default: `={{ ${OAUTH_HOST} + "/oauth/v2/accessToken" }}`,
			required: true,
		},
		{ displayName: 'Scope', name: 'scope', type: 'hidden', default: scopeExpression(), required: true },
		{ displayName: 'Auth URI Query Parameters', name: 'authQueryParameters', type: 'hidden', default: '' },
		{ displayName: 'Authentication', name: 'authentication', type: 'hidden', default: 'body' },
	];
}
