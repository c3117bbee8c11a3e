/**
 * The ad accounts where the member has a role, and whether they can change ads.
 * @see docs.adAccountUsers
 */
import { z } from 'zod';

import { campaignManagerUrl } from '../../transport/restli/urns/sponsored';
import type { LinkedInClient } from '../../transport/types';
import { ADS_READ } from '../ads/scopes';

export interface Account {
	urn: string;
	id: string;
	url: string;
	role: string;
	/** Both the role and the scope allow it. */
	mayChange: boolean;
}

export const ACCOUNT_LIST_SCOPES = ADS_READ.any;

/** LinkedIn doesn't document a maximum; its other lists accept 100. */
const ROLES_A_PAGE = 100;

const accountRole = z.object({ account: z.string().min(1), role: z.string() });

/**
 * Costs one call per hundred accounts; entries without account or role are left out.
 * @throws LinkedInError when the list is refused
 */
export async function findAccounts(linkedin: LinkedInClient): Promise<Account[]> {
	const found: Account[] = [];
	const request = {
		restliMethod: 'FINDER' as const,
		path: '/rest/adAccountUsers',
		query: { q: 'authenticatedUser' },
	};
	for await (const elements of linkedin.pages<unknown>(request, { pageSize: ROLES_A_PAGE })) {
		for (const element of elements) {
			const { account: urn, role } = accountRole.safeParse(element).data ?? {};
			if (urn === undefined || role === undefined) continue;
			const id = urn.replace(/^.*:/, '');
			const mayChange = role !== 'VIEWER' && linkedin.may(['rw_ads']) !== false;
			found.push({ urn, id, url: campaignManagerUrl(id), role, mayChange });
		}
	}
	return found;
}
