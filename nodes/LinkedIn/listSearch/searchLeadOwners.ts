import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { mayShowLeads } from '../resources/ads/leadForm/owner';
import type { Page } from '../resources/community/organization/pages';
import { listChoices } from './choices';
import { ADS_READ, choose, searchSponsored } from './sponsoredChoices';

/**
 * Who can own leads: the ad accounts of the member, and with the first of them the pages whose role shows leads.
 * @param paginationToken of LinkedIn's, for the accounts behind the first page
 */
export async function searchLeadOwners(
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
	const accounts = await choose(
		this,
		'Ad accounts',
		ADS_READ,
		async (linkedin) => await searchSponsored(linkedin, search, filter, paginationToken),
	);
	if (paginationToken !== undefined) return accounts;
	const allows = ({ roles }: Page) => roles.some(mayShowLeads);
	const pages = await listChoices(this, filter, { withMe: false, allows });
	return { ...accounts, results: [...accounts.results, ...pages.results] };
}
