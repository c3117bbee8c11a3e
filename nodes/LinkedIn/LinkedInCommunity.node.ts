import { NodeConnectionTypes, type INodeType, type INodeTypeDescription } from 'n8n-workflow';

import { communityHint } from './builderHints';
import { communityHints } from './hints';
import { keepChosen } from './methods/listSearch/choices/keepChosen';
import { searchComments } from './methods/listSearch/searchComments';
import { searchFollowers } from './methods/listSearch/searchFollowers';
import { searchActors, searchAuthors, searchPages } from './methods/listSearch/searchPages';
import { searchPlaces } from './methods/listSearch/searchPlaces';
import { searchPosts } from './methods/listSearch/searchPosts';
import { communityResources } from './resources/community';
import { authenticationField, credentials } from './resources/fields/authentication';
import { buildProperties } from './resources/properties';
import { createRouter } from './resources/router';
import { LINKEDIN_API_HOST } from './transport/memory/connection';

export class LinkedInCommunity implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'LinkedIn Posts and Pages',
		name: 'linkedInCommunity',
		icon: { light: 'file:../../icons/linkedin.svg', dark: 'file:../../icons/linkedin.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description:
			'Publish posts, answer comments and read statistics as yourself or your page; start workflows on new comments, reactions and mentions',
		defaults: { name: 'LinkedIn Posts and Pages' },
		builderHint: communityHint,
		hints: communityHints,
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials,
		requestDefaults: { baseURL: LINKEDIN_API_HOST },
		requestOperations: { pagination: createRouter(communityResources) },
		properties: [authenticationField, ...buildProperties(communityResources)],
	};

	methods = {
		listSearch: keepChosen({
			searchActors,
			searchAuthors,
			searchComments,
			searchFollowers,
			searchPages,
			searchPlaces,
			searchPosts,
		}),
	};
}
