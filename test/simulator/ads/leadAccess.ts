import { requireAccount } from './access';
import { noPermission, paramRefused } from './errors';
import type { RestliValue } from '../restli';
import type { Call } from '../resource';
import type { LeadOwner } from './leads';

/** Page roles that allow a member to read leads (docs.leads). */
const PAGE_ROLES = ['ADMINISTRATOR', 'LEAD_GEN_FORMS_MANAGER', 'LEAD_CAPTURE_ADMINISTRATOR'];

/**
 * An owner record: `(sponsoredAccount:{urn})` or `(organization:{urn})`.
 * @throws ApiError 400 for any other value
 */
export function readOwner(value: RestliValue | undefined): LeadOwner {
	if (value === undefined) throw paramRefused('MISSING_FIELD', 'owner');
	const owner = ownerOf(value);
	if (owner) return owner;
	throw paramRefused('INVALID_VALUE_FOR_FIELD', 'owner', 'owner is (sponsoredAccount:…) or (organization:…)');
}

export function ownerOf(value: unknown): LeadOwner | undefined {
	const [member, ...others] = typeof value === 'object' && value !== null ? Object.entries(value) : [];
	if (!member || others.length > 0) return undefined;
	const [kind, urn] = member as [string, unknown];
	if (kind === 'sponsoredAccount' && /^urn:li:sponsoredAccount:\d+$/.test(String(urn))) {
		return { sponsoredAccount: String(urn) };
	}
	if (kind === 'organization' && /^urn:li:organization:\d+$/.test(String(urn))) {
		return { organization: String(urn) };
	}
	return undefined;
}

/**
 * Leads of an ad account require a role on it and one on the page that it advertises; those of a page only the latter.
 * @throws ApiError 403, and 404 for an unknown ad account
 */
export function requireLeadReader(call: Call, owner: LeadOwner): void {
	const page =
		'organization' in owner
			? owner.organization
			: requireAccount(call, owner.sponsoredAccount, 'read').reference;
	if (page === undefined || page.startsWith('urn:li:person:')) return;
	const roles = call.member ? call.state.approvedRoles(call.member.key, page) : [];
	if (!roles.some((role) => PAGE_ROLES.includes(role))) throw noPermission(page);
}
