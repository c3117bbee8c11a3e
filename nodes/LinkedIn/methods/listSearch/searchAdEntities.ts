/** Pickers of what stands in Campaign Manager: ad accounts, and what is below the chosen one. */
import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { ADS_READ } from '../../resources/ads/scopes';
import { choose } from './choices/choose';
import { chosenAccount, searchSponsored } from './choices/sponsoredChoices';

/** The ad accounts on which the member has a role. */
export async function searchAdAccounts(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const search = {
		kind: 'account',
		path: '/rest/adAccounts',
		query: { q: 'search' },
		pageSize: 1000,
	} as const;
	return await choose(
		this,
		{ what: 'Ad accounts', scopes: ADS_READ, token: paginationToken },
		async (linkedin) => await searchSponsored(linkedin, search, filter, paginationToken),
	);
}

/** LinkedIn wants a criterion; these are all that a person may still use. */
const GROUP_STATUSES = ['ACTIVE', 'ARCHIVED', 'CANCELED', 'DRAFT', 'PAUSED'];

/** The campaign groups of the chosen account, the youngest first. */
export async function searchCampaignGroups(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	return await choose(
		this,
		{ what: 'Campaign groups', scopes: ADS_READ, token: paginationToken },
		async (linkedin) => {
			const search = {
				kind: 'campaignGroup',
				path: '/rest/adAccounts/{account}/adCampaignGroups',
				account: chosenAccount(this),
				query: { q: 'search', search: { status: { values: GROUP_STATUSES } }, sortOrder: 'DESCENDING' },
				pageSize: 1000,
			} as const;
			return await searchSponsored(linkedin, search, filter, paginationToken);
		},
	);
}

/** LinkedIn wants a criterion; these are all that a person may still use. */
const CAMPAIGN_STATUSES = ['ACTIVE', 'ARCHIVED', 'CANCELED', 'COMPLETED', 'DRAFT', 'PAUSED'];

/** The campaigns of the chosen account, the youngest first. */
export async function searchCampaigns(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	return await choose(
		this,
		{ what: 'Campaigns', scopes: ADS_READ, token: paginationToken },
		async (linkedin) => {
			const search = {
				kind: 'campaign',
				path: '/rest/adAccounts/{account}/adCampaigns',
				account: chosenAccount(this),
				query: { q: 'search', search: { status: { values: CAMPAIGN_STATUSES } }, sortOrder: 'DESCENDING' },
				pageSize: 1000,
			} as const;
			return await searchSponsored(linkedin, search, filter, paginationToken);
		},
	);
}

/** The creatives of the chosen account, the youngest first. */
export async function searchCreatives(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	return await choose(
		this,
		{ what: 'Creatives', scopes: ADS_READ, token: paginationToken },
		async (linkedin) => {
			const search = {
				kind: 'creative',
				path: '/rest/adAccounts/{account}/creatives',
				account: chosenAccount(this),
				query: { q: 'criteria', sortOrder: 'DESCENDING' },
				pageSize: 100,
			} as const;
			return await searchSponsored(linkedin, search, filter, paginationToken);
		},
	);
}
