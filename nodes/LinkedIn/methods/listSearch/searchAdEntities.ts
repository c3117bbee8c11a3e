/** Pickers for Campaign Manager: ad accounts, and what belongs to the chosen one. */
import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { ADS_READ } from '../../resources/ads/scopes';
import type { Area } from '../../transport/policy/areas';
import type { LinkedInClient } from '../../transport/types';
import { choose, type ChoicePage, type Picker } from './choices/choose';
import { searchRules } from './choices/conversionChoices';
import {
	chosenAccount,
	searchAccounts,
	searchSponsored,
	type SponsoredSearch,
} from './choices/sponsoredChoices';

/** The ad accounts on which the member has a role. */
export async function searchAdAccounts(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const picker: Picker = { what: 'Ad accounts', area: 'always', scopes: ADS_READ, token: paginationToken };
	return await choose(
		this,
		picker,
		async (linkedin) => await searchAccounts(linkedin, filter, paginationToken),
	);
}

/** LinkedIn requires a criterion; these are all statuses that can still be used. */
const GROUP_STATUSES = ['ACTIVE', 'ARCHIVED', 'CANCELED', 'DRAFT', 'PAUSED'];
const CAMPAIGN_STATUSES = [...GROUP_STATUSES, 'COMPLETED'].sort();

export const searchCampaignGroups = pickerBelowAccount(
	'Campaign groups',
	newestFirst({
		kind: 'campaignGroup',
		path: '/rest/adAccounts/{account}/adCampaignGroups',
		query: { q: 'search', search: { status: { values: GROUP_STATUSES } } },
		pageSize: 1000,
	}),
);

export const searchCampaigns = pickerBelowAccount(
	'Campaigns',
	newestFirst({
		kind: 'campaign',
		path: '/rest/adAccounts/{account}/adCampaigns',
		query: { q: 'search', search: { status: { values: CAMPAIGN_STATUSES } } },
		pageSize: 1000,
	}),
);

export const searchCreatives = pickerBelowAccount(
	'Creatives',
	newestFirst({
		kind: 'creative',
		path: '/rest/adAccounts/{account}/creatives',
		query: { q: 'criteria' },
		pageSize: 100,
	}),
);

export const searchConversions = pickerBelowAccount('Conversions', searchRules, 'conversions');

/** A page of what belongs to an ad account. */
type ListOfAccount = (
	linkedin: LinkedInClient,
	account: string,
	filter: string | undefined,
	pageToken: string | undefined,
) => Promise<ChoicePage>;

function newestFirst(search: Omit<SponsoredSearch, 'account'>): ListOfAccount {
	const query = { ...search.query, sortOrder: 'DESCENDING' };
	return async (linkedin, account, filter, pageToken) =>
		await searchSponsored(linkedin, { ...search, query, account }, filter, pageToken);
}

/** A picker for what belongs to the chosen ad account. */
function pickerBelowAccount(what: string, list: ListOfAccount, area: Area = 'ads') {
	return async function pick(
		this: ILoadOptionsFunctions,
		filter?: string,
		paginationToken?: string,
	): Promise<INodeListSearchResult> {
		const picker: Picker = { what, area, scopes: ADS_READ, token: paginationToken };
		return await choose(
			this,
			picker,
			async (linkedin) => await list(linkedin, chosenAccount(this), filter, paginationToken),
		);
	};
}
