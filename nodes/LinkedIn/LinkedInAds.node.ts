import { NodeConnectionTypes, type INodeType, type INodeTypeDescription } from 'n8n-workflow';

import { keepChosen } from './listSearch/keepChosen';
import { searchAdAccounts } from './listSearch/searchAdAccounts';
import { searchAudiences } from './listSearch/searchAudiences';
import { searchCampaignGroups } from './listSearch/searchCampaignGroups';
import { searchCampaigns } from './listSearch/searchCampaigns';
import { searchConversions } from './listSearch/searchConversions';
import { searchCreatives } from './listSearch/searchCreatives';
import { searchLeadForms } from './listSearch/searchLeadForms';
import { searchLeadOwners } from './listSearch/searchLeadOwners';
import { searchPages } from './listSearch/searchPages';
import { searchPosts } from './listSearch/searchPosts';
import { searchTargetingEntities } from './listSearch/searchTargetingEntities';
import { searchTargetingFacets } from './listSearch/searchTargetingFacets';
import { adsResources } from './resources/ads';
import { authenticationField, credentials } from './resources/authentication';
import { describe } from './resources/properties';
import { createHook } from './resources/router';
import { LINKEDIN_API_HOST } from './transport/connection';

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
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials,
		requestDefaults: { baseURL: LINKEDIN_API_HOST },
		requestOperations: { pagination: createHook(adsResources) },
		properties: [authenticationField, ...describe(adsResources)],
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
