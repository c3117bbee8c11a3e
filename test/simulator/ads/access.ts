import type { Call } from '../resource';
import { ACCOUNT_ROLES, type AccountRole, type AdAccount } from './accountStore';
import { adsRefused, noPermission, notThere } from './errors';

export type AdsWork = 'read' | 'creatives' | 'write' | 'manage';

/** The lowest role for each kind of work (docs.accountAccess). */
const LEAST_ROLE: Record<AdsWork, AccountRole> = {
	read: 'VIEWER',
	creatives: 'CREATIVE_MANAGER',
	write: 'CAMPAIGN_MANAGER',
	manage: 'ACCOUNT_MANAGER',
};

/** Ad accounts that an app of the Development tier may write to (docs.accessTiers). */
const MOST_MAPPED_ACCOUNTS = 5;

/** @param value number or URN of an ad account */
export function accountIdOf(value: unknown): string | undefined {
	return /^(?:urn:li:sponsoredAccount:)?(\d+)$/.exec(String(value))?.[1];
}

/**
 * The ad account, if the caller's member may do this on it.
 * @throws ApiError 404 if there is none, 403 without the role or, on the Development tier, without the mapping
 */
export function requireAccount(call: Call, idOrUrn: unknown, work: AdsWork): AdAccount {
	const id = accountIdOf(idOrUrn);
	const account = id === undefined ? undefined : call.state.ads.accounts.find(id);
	if (!account) throw notThere(`Ad account ${String(idOrUrn)}`);
	const role = call.state.ads.accounts.roleOf(account.id, call.member?.key);
	const least = ACCOUNT_ROLES.indexOf(LEAST_ROLE[work]);
	if (!role || ACCOUNT_ROLES.indexOf(role) < least)
		throw noPermission(`urn:li:sponsoredAccount:${account.id}`);
	if (work !== 'read') requireMapped(call, account);
	return account;
}

/** Development tier: writing requires an account that is mapped to the app in the portal, five at most. */
function requireMapped({ app }: Call, account: AdAccount): void {
	if (app.tier !== 'development') return;
	const mapped = (app.mappedAccounts ?? []).slice(0, MOST_MAPPED_ACCOUNTS);
	if (mapped.includes(account.id) || account.app === app.clientId) return;
	throw adsRefused(
		403,
		'ACCESS_DENIED',
		`Application is not allowed to write to urn:li:sponsoredAccount:${account.id}: it is not mapped to the application`,
	);
}
