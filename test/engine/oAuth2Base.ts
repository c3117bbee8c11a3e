import type { ICredentialType, INodeProperties } from 'n8n-workflow';

/** n8n's own base type of every OAuth2 credential is in n8n-nodes-base; these are its fields and defaults. */
export const oAuth2Base: ICredentialType = {
	name: 'oAuth2Api',
	displayName: 'OAuth2 API',
	properties: [
		['grantType', 'authorizationCode'],
		['authUrl', ''],
		['accessTokenUrl', ''],
		['clientId', ''],
		['clientSecret', ''],
		['scope', ''],
		['authQueryParameters', ''],
		['authentication', 'header'],
		['sendAdditionalBodyProperties', false],
		['additionalBodyProperties', ''],
		['ignoreSSLIssues', false],
	].map(([name, value]) => ({
		displayName: String(name),
		name: String(name),
		type: typeof value === 'boolean' ? 'boolean' : 'string',
		default: value,
	})) as INodeProperties[],
};
