import { NodeConnectionTypes, type INodeType, type INodeTypeDescription } from 'n8n-workflow';

import { searchActors } from './listSearch/searchActors';
import { searchAuthors } from './listSearch/searchAuthors';
import { searchPages } from './listSearch/searchPages';
import { communityResources } from './resources/community';
import { describe } from './resources/define';
import { API_HOST_EXPRESSION } from './transport/connection';
import { createHook } from './transport/hook';

export class LinkedInCommunity implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'LinkedIn Posts and Pages',
		name: 'linkedInCommunity',
		icon: { light: 'file:../../icons/linkedin.svg', dark: 'file:../../icons/linkedin.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: "Publish posts, answer comments and look after company pages with LinkedIn's official API",
		defaults: { name: 'LinkedIn Posts and Pages' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{
				name: 'linkedInSuiteOAuth2Api',
				required: true,
				displayOptions: { show: { authentication: ['oAuth2'] } },
			},
			{
				name: 'linkedInSuiteAccessTokenApi',
				required: true,
				displayOptions: { show: { authentication: ['accessToken'] } },
			},
		],
		requestDefaults: { baseURL: API_HOST_EXPRESSION },
		requestOperations: { pagination: createHook(communityResources) },
		properties: [
			{
				displayName: 'Authentication',
				name: 'authentication',
				type: 'options',
				default: 'oAuth2',
				options: [
					{ name: 'Access Token', value: 'accessToken' },
					{ name: 'OAuth2', value: 'oAuth2' },
				],
			},
			...describe(communityResources),
		],
	};

	methods = { listSearch: { searchActors, searchAuthors, searchPages } };
}
