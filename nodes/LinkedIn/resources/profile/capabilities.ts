/** The areas of the nodes, and for each whether a connection is ready for it. */
import type { IDataObject } from 'n8n-workflow';

import { lookUp } from '../../transport/answers/lookUp';
import { missingScope } from '../../transport/limits/access';
import { PRODUCTS, productsWith } from '../../transport/linkedin/products';
import type { LinkedInClient } from '../../transport/types';
import { MEMBER_SCOPES } from '../ads/audience/fields';
import { ANY_ROLE, CREATIVE_MANAGER } from '../ads/scopes';
import { ANY_READ_SCOPE, READ_SCOPES } from '../community/comment/path';
import type { Page } from '../pages';
import type { Account } from './accounts';

interface Area {
	name: string;
	/** One of these is enough. */
	scopes: readonly string[];
	/** What a page has to allow, for areas that are about pages. */
	onPage?: (page: Page) => boolean;
	role?: string;
	/** What an ad account has to allow, for areas that are about ads. */
	onAccount?: (account: Account) => boolean;
	accountRole?: string;
}

/** What the connection has roles on; undefined if it could not be listed. */
export interface Held {
	pages: Page[] | undefined;
	accounts: Account[] | undefined;
}

export const AREAS: Area[] = [
	{ name: 'Post as me', scopes: ['w_member_social'] },
	{ name: 'Read my posts', scopes: ['r_member_social'] },
	{ name: 'Comment as me', scopes: ['w_member_social_feed', 'w_member_social'] },
	{ name: 'Read comments and reactions of my posts', scopes: READ_SCOPES.member },
	{
		name: 'List my pages',
		scopes: ['rw_organization_admin', 'r_organization_admin', 'r_organization_social'],
	},
	{
		name: 'Post as a page',
		scopes: ['w_organization_social'],
		onPage: (page) => page.mayPost,
		role: 'ADMINISTRATOR, CONTENT_ADMINISTRATOR or DIRECT_SPONSORED_CONTENT_POSTER',
	},
	{ name: 'Read posts of a page', scopes: ['r_organization_social'], onPage: () => true, role: 'any role' },
	{
		name: 'Read comments of a page',
		scopes: ANY_READ_SCOPE,
		onPage: (page) => page.mayReadComments,
		role: 'ADMINISTRATOR or DIRECT_SPONSORED_CONTENT_POSTER',
	},
	{
		name: 'Comment as a page',
		scopes: ['w_organization_social_feed'],
		onPage: (page) => page.mayComment,
		role: 'ADMINISTRATOR, DIRECT_SPONSORED_CONTENT_POSTER or RECRUITING_POSTER',
	},
	{
		name: 'New comments through the notification feed',
		scopes: ['rw_organization_admin', 'r_organization_admin'],
		onPage: (page) => page.roles.includes('ADMINISTRATOR'),
		role: 'ADMINISTRATOR',
	},
	{
		name: 'Statistics of a page, its posts and followers',
		scopes: ['rw_organization_admin', 'r_organization_admin'],
		onPage: (page) => page.mayReadStatistics,
		role: 'ADMINISTRATOR',
	},
	{ name: 'Statistics of my posts and videos', scopes: ['r_member_postAnalytics'] },
	{ name: 'My followers', scopes: ['r_member_profileAnalytics'] },
	{ name: 'Read ads', scopes: ['r_ads', 'rw_ads'], onAccount: () => true, accountRole: ANY_ROLE },
	{
		name: 'Create and change ads',
		scopes: ['rw_ads'],
		onAccount: (account) => account.mayChange,
		accountRole: CREATIVE_MANAGER,
	},
	{ name: 'Read ad reports', scopes: ['r_ads_reporting'], onAccount: () => true, accountRole: ANY_ROLE },
	{ name: 'Read leads and start workflows on new ones', scopes: ['r_marketing_leadgen_automation'] },
	{ name: 'Send conversion events', scopes: ['rw_conversions'] },
	{ name: 'Fill audiences', scopes: MEMBER_SCOPES.any },
];

/**
 * @returns area, status (`ready`, `missing scope`, `missing product`, `missing page role`, `missing account role`,
 * `unknown`) and what to do
 */
export function checkAreas(linkedin: LinkedInClient, { pages, accounts }: Held): IDataObject[] {
	return AREAS.map((area) => {
		const scopes = area.scopes.join(' or ');
		const missing = missingScope(area.scopes, linkedin.connection);
		if (missing) {
			return { area: area.name, status: lacking(linkedin, area), scopes, advice: missing.advice };
		}
		const needsRole = area.onPage && pages && !pages.some(area.onPage);
		if (needsRole) {
			const advice = `Ask a page admin for access. Role needed: ${area.role}.`;
			return { area: area.name, status: 'missing page role', scopes, advice };
		}
		if (area.onAccount && accounts && !accounts.some(area.onAccount)) {
			const advice = `Ask a manager of the ad account for access in Campaign Manager. Role needed: ${area.accountRole}.`;
			return { area: area.name, status: 'missing account role', scopes, advice };
		}
		const isUnlisted = (area.onPage && !pages) || (area.onAccount && !accounts);
		const isUnknown = !linkedin.connection.grantedScopes || isUnlisted;
		return { area: area.name, status: isUnknown ? 'unknown' : 'ready', scopes, advice: null };
	});
}

export const CONNECT_AGAIN = 'Open the credential and connect again.';

/** Without a working token nothing is ready. @param state of the token */
export function areasWithout(state: unknown): IDataObject[] {
	return AREAS.map(({ name, scopes }) => ({
		area: name,
		status: `token ${String(state)}`,
		scopes: scopes.join(' or '),
		advice: CONNECT_AGAIN,
	}));
}

/** If the product was chosen, the LinkedIn app lacks the scope; if not, the credential lacks the product. */
function lacking(linkedin: LinkedInClient, area: Area): string {
	const products = area.scopes.flatMap(productsWith);
	const chosen = linkedin.connection.products ?? [];
	return products.some((product) => chosen.includes(product)) ? 'missing scope' : 'missing product';
}

/** Names of the products that a set of granted scopes points to. */
export function productNames(keys: readonly string[]): string[] {
	return keys.flatMap((key) => lookUp<{ name: string }>(PRODUCTS, key)?.name ?? []);
}
