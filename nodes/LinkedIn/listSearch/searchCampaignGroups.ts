import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { choose } from './choose';
import { ADS_READ, chosenAccount, searchSponsored } from './sponsoredChoices';

/** LinkedIn wants a criterion; these are all that a person may still use. */
const STATUSES = ['ACTIVE', 'ARCHIVED', 'CANCELED', 'DRAFT', 'PAUSED'];

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
				query: { q: 'search', search: { status: { values: STATUSES } }, sortOrder: 'DESCENDING' },
				pageSize: 1000,
			} as const;
			return await searchSponsored(linkedin, search, filter, paginationToken);
		},
	);
}
