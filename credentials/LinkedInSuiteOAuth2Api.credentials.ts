import type { ICredentialType, INodeProperties } from 'n8n-workflow';

import { CHOOSE, PRODUCTS, scopeExpression } from '../nodes/LinkedIn/transport/linkedin/products';
import { LINKEDIN_OAUTH_HOST, safeHostCode } from '../nodes/LinkedIn/transport/memory/connection';
import { environmentFields, knownLimitFields, ruleFields, versionFields } from './connectionFields';

const whenAdvanced = { advanced: [true] };

const OAUTH_HOST = `($self["advanced"] && $self["environment"] === "custom" ? ${safeHostCode('$self["oauthHost"]')} : "${LINKEDIN_OAUTH_HOST}")`;

/** A URL on LinkedIn's host or on the one in the Advanced fields; empty if a run would reject that host. */
const oauthAddress = (path: string) => `={{ [${OAUTH_HOST}].map((host) => host && host + "${path}")[0] }}`;

export class LinkedInSuiteOAuth2Api implements ICredentialType {
	name = 'linkedInSuiteOAuth2Api';

	extends = ['oAuth2Api'];

	displayName = 'LinkedIn (Suite) OAuth2 API';

	documentationUrl =
		'https://github.com/n8n-nodes-linkedin-suite/n8n-nodes-linkedin-suite/blob/main/README.md#which-linkedin-product-do-i-need';

	icon = { light: 'file:../icons/linkedin.svg', dark: 'file:../icons/linkedin.dark.svg' } as const;

	properties: INodeProperties[] = [
		{
			displayName: 'Your App Has',
			name: 'appHas',
			type: 'options',
			default: 'selfServe',
			description:
				'The products that the developer portal lists for your LinkedIn app. They determine which scopes are requested.',
			options: [
				{
					name: 'Sign In + Share (Self-Serve)',
					value: 'selfServe',
					description: 'Publish as yourself; any app gets both right away',
				},
				{
					name: 'Community Management',
					value: 'communityManagement',
					description: PRODUCTS.communityManagement.description,
				},
				{ name: 'Advertising', value: 'advertising', description: PRODUCTS.advertising.description },
				{
					name: 'Choose Products',
					value: CHOOSE,
					description: 'Several products, or Lead Sync, Conversions, Matched Audiences or Events Management',
				},
			],
		},
		{
			displayName:
				'Choose only what your app has. If it lacks a scope, LinkedIn refuses to connect ("Insufficient parameters for OAuth2 callback", with the name of the scope under More Details): remove that product, or add the scope to Leave Out Scopes under Advanced. Connecting the same app with other products or scopes logs out its earlier connections, including those of the built-in LinkedIn node. A connection lasts 60 days unless LinkedIn lets your app renew it; then connect again. To see what it can do, run My Profile and Access: Check Access.',
			name: 'appHasNotice',
			type: 'notice',
			default: '',
		},
		{
			displayName: 'Products',
			name: 'products',
			type: 'multiOptions',
			default: [],
			description: 'If none is selected, Share on LinkedIn and Sign In with LinkedIn are used',
			options: Object.entries(PRODUCTS).map(([value, { name, description }]) => ({
				name,
				value,
				description,
			})),
			displayOptions: { show: { appHas: [CHOOSE] } },
		},
		{
			displayName:
				'Community Management must be the only product on its LinkedIn app. Use a second app and a second credential for it.',
			name: 'communityManagementNotice',
			type: 'notice',
			default: '',
			displayOptions: {
				show: {
					appHas: [CHOOSE],
					// Two spellings of the same field, so that both must match: this product and another one.
					products: ['communityManagement'],
					'/products': Object.keys(PRODUCTS).filter((key) => key !== 'communityManagement'),
				},
			},
		},
		...ruleFields,
		{
			displayName: 'Advanced',
			name: 'advanced',
			type: 'boolean',
			default: false,
			description:
				'Whether to show API version, access tier, known limits, scopes, hosts and grant type. Saving with this off resets them.',
		},
		...versionFields(whenAdvanced),
		...knownLimitFields(whenAdvanced),
		{
			displayName: 'Additional Scopes',
			name: 'additionalScopes',
			type: 'string',
			default: '',
			placeholder: 'e.g. r_verify r_profile_basicinfo',
			description:
				'Scopes to request in addition to those of the products, separated by spaces. Your app must have them, or LinkedIn refuses to connect.',
			displayOptions: { show: whenAdvanced },
		},
		{
			displayName: 'Leave Out Scopes',
			name: 'leaveOutScopes',
			type: 'string',
			default: '',
			placeholder: 'e.g. w_member_social r_basicprofile',
			description:
				"Scopes of the products not to request, separated by spaces: those your app lacks, which LinkedIn names when it refuses to connect, or those that earlier connections of the app don't have, so that they stay connected",
			displayOptions: { show: whenAdvanced },
		},
		...environmentFields(whenAdvanced),
		{
			displayName: 'OAuth Host',
			name: 'oauthHost',
			type: 'string',
			default: '',
			placeholder: 'e.g. https://gateway.example.com',
			description: 'Replaces https://www.linkedin.com when connecting',
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
						"Only for apps that LinkedIn approved for it; operations on posts and pages don't work with it",
				},
			],
			displayOptions: { show: whenAdvanced },
		},
		{
			displayName: 'Authorization URL',
			name: 'authUrl',
			type: 'hidden',
			default: oauthAddress('/oauth/v2/authorization'),
			required: true,
		},
		{
			displayName: 'Access Token URL',
			name: 'accessTokenUrl',
			type: 'hidden',
			default: oauthAddress('/oauth/v2/accessToken'),
			required: true,
		},
		{ displayName: 'Scope', name: 'scope', type: 'hidden', default: scopeExpression(), required: true },
		{ displayName: 'Auth URI Query Parameters', name: 'authQueryParameters', type: 'hidden', default: '' },
		{ displayName: 'Authentication', name: 'authentication', type: 'hidden', default: 'body' },
	];
}
