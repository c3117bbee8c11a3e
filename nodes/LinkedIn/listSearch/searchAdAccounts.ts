import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { choose } from './choose';
import { ADS_READ, searchSponsored } from './sponsoredChoices';

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
