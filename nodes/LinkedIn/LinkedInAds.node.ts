import { NodeConnectionTypes, type INodeType, type INodeTypeDescription } from 'n8n-workflow';

import { adsHint } from './builderHints';
import { adsHints } from './hints';
import { keepChosen } from './methods/listSearch/choices/keepChosen';
import {
	searchAdAccounts,
	searchCampaignGroups,
	searchCampaigns,
	searchConversions,
	searchCreatives,
} from './methods/listSearch/searchAdEntities';
import { searchAudiences } from './methods/listSearch/searchAudiences';
import { searchLeadForms } from './methods/listSearch/searchLeadForms';
import { searchLeadOwners } from './methods/listSearch/searchLeadOwners';
import { searchPages } from './methods/listSearch/searchPages';
import { searchPosts } from './methods/listSearch/searchPosts';
import { searchTargetingEntities, searchTargetingFacets } from './methods/listSearch/searchTargeting';
import { adsResources } from './resources/ads';
import { authenticationField, credentials } from './resources/fields/authentication';
import { buildProperties } from './resources/properties';
import { createRouter } from './resources/router';
import { LINKEDIN_API_HOST } from './transport/memory/connection';

export class LinkedInAds implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'LinkedIn Ads',
		name: 'linkedInAds',
		icon: { light: 'file:../../icons/linkedin.svg', dark: 'file:../../icons/linkedin.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'Report on ads, manage campaigns, leads and conversions; start workflows on new leads',
		defaults: { name: 'LinkedIn Ads' },
		builderHint: adsHint,
		hints: adsHints,
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials,
		requestDefaults: { baseURL: LINKEDIN_API_HOST },
		requestOperations: { pagination: createRouter(adsResources) },
		properties: [authenticationField, ...buildProperties(adsResources)],
	};

	methods = {
		listSearch: keepChosen({
			searchAdAccounts,
			searchAudiences,
			searchCampaignGroups,
			searchCampaigns,
			searchConversions,
			searchCreatives,
			searchLeadForms,
			searchLeadOwners,
			searchPages,
			searchPosts,
			searchTargetingEntities,
			searchTargetingFacets,
		}),
	};
}
