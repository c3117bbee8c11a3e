import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { choose } from './choose';
import { ADS_READ, chosenAccount, searchSponsored } from './sponsoredChoices';

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
