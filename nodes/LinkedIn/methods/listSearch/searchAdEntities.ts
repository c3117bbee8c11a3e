/** Pickers for Campaign Manager: ad accounts, and what belongs to the chosen one. */
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
		{ what: 'Ad accounts', area: 'always', scopes: ADS_READ, token: paginationToken },
		async (linkedin) => await searchSponsored(linkedin, search, filter, paginationToken),
	);
}

/** LinkedIn requires a criterion; these are all statuses that can still be used. */
const GROUP_STATUSES = ['ACTIVE', 'ARCHIVED', 'CANCELED', 'DRAFT', 'PAUSED'];
const CAMPAIGN_STATUSES = [...GROUP_STATUSES, 'COMPLETED'].sort();

export const searchCampaignGroups = pickerBelowAccount('Campaign groups', {
	kind: 'campaignGroup',
	path: '/rest/adAccounts/{account}/adCampaignGroups',
	query: { q: 'search', search: { status: { values: GROUP_STATUSES } }, sortOrder: 'DESCENDING' },
	pageSize: 1000,
});

export const searchCampaigns = pickerBelowAccount('Campaigns', {
	kind: 'campaign',
	path: '/rest/adAccounts/{account}/adCampaigns',
	query: { q: 'search', search: { status: { values: CAMPAIGN_STATUSES } }, sortOrder: 'DESCENDING' },
	pageSize: 1000,
});

export const searchCreatives = pickerBelowAccount('Creatives', {
	kind: 'creative',
	path: '/rest/adAccounts/{account}/creatives',
	query: { q: 'criteria', sortOrder: 'DESCENDING' },
	pageSize: 100,
});

/** A picker for what belongs to the chosen ad account, newest first. */
function pickerBelowAccount(what: string, search: Omit<Parameters<typeof searchSponsored>[1], 'account'>) {
	return async function pick(
		this: ILoadOptionsFunctions,
		filter?: string,
		paginationToken?: string,
	): Promise<INodeListSearchResult> {
		return await choose(
			this,
			{ what, area: 'ads', scopes: ADS_READ, token: paginationToken },
			async (linkedin) =>
				await searchSponsored(linkedin, { ...search, account: chosenAccount(this) }, filter, paginationToken),
		);
	};
}
