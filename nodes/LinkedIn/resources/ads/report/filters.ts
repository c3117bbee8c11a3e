/** Which ads a report is about. LinkedIn requires at least one of these, and all given ones must match. */
import { InputError } from '../../../transport/errors/inputError';
import { parsePost } from '../../../transport/restli/urns/post';
import type { SponsoredKind, SponsoredRef } from '../../../transport/restli/urns/sponsored';
import { entriesOf } from '../../values/plainText';
import { refsOf } from '../fields/fields';

/** LinkedIn's parameters, as URNs; empty ones are left out. */
export interface Filters {
	accounts?: string[];
	campaignGroups?: string[];
	campaigns?: string[];
	creatives?: string[];
	shares?: string[];
}

export interface Chosen {
	filters: Filters;
	/** Numbers of the given ad accounts, also from Campaign Manager addresses. */
	accounts: string[];
}

const KINDS: Array<[name: keyof Filters, kind: SponsoredKind, field: string]> = [
	['campaignGroups', 'campaignGroup', 'Campaign Groups'],
	['campaigns', 'campaign', 'Campaigns'],
	['creatives', 'creative', 'Creatives'],
];

/**
 * @param accounts from the field Account
 * @param given further filters by LinkedIn's names, as in an item
 * @throws InputError for anything else, and if nothing is given
 */
export function filtersOf(accounts: SponsoredRef[], given: Record<string, unknown>): Chosen {
	const filters: Filters = accounts.length > 0 ? { accounts: accounts.map(({ urn }) => urn) } : {};
	const named = new Set(accounts.map(({ id }) => id));
	for (const [name, kind, field] of KINDS) {
		const refs = refsOf(kind, given[name], field);
		if (refs.length > 0) filters[name] = refs.map(({ urn }) => urn);
		if (accounts.length > 0) continue;
		for (const { account } of refs) if (account !== undefined) named.add(account);
	}
	const shares = entriesOf(given.shares, 'Shares').map((entry) => shareOf(entry));
	if (shares.length > 0) filters.shares = [...new Set(shares)];
	if (Object.keys(filters).length > 0) return { filters, accounts: [...named] };
	throw new InputError(
		'Account',
		'Account is empty, and so are campaign groups, campaigns, creatives and shares',
		'Choose the ad account that the report is about.',
	);
}

/** A copied link contains an activity, which has another number and can't be reported on. */
function shareOf(entry: string): string {
	const { type, urn } = parsePost(entry, 'Shares');
	if (type !== 'activity') return urn;
	throw new InputError(
		'Shares',
		`Shares has ${urn}, but LinkedIn reports only on shares and ugcPosts`,
		'Enter the URN of the post, e.g. urn:li:share:7045020441609936898. Post: Get finds it by its link.',
	);
}
