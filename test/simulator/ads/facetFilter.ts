import { paramRefused } from './errors';
import type { Call } from '../resource';
import type { ReportFact, ReportFilter } from './reports';

/** Facets of a report and the URN type of each (docs.reports). */
const FACETS: Record<string, { type: string; member: keyof ReportFact }> = {
	accounts: { type: 'sponsoredAccount', member: 'account' },
	campaignGroups: { type: 'sponsoredCampaignGroup', member: 'campaignGroup' },
	campaigns: { type: 'sponsoredCampaign', member: 'campaign' },
	creatives: { type: 'sponsoredCreative', member: 'creative' },
	shares: { type: '(?:share|ugcPost)', member: 'share' },
};
export const REPORT_FACETS = Object.keys(FACETS);

/**
 * AND between facets, OR inside. Accounts without a role count nothing, which isn't an error.
 * @throws ApiError 400 without any facet, and for URNs of another type
 */
export function facetFilter(call: Call): ReportFilter {
	const wanted = REPORT_FACETS.filter((facet) => call.params[facet] !== undefined).map((facet) => ({
		member: FACETS[facet].member,
		values: valuesOf(call, facet),
	}));
	if (wanted.length === 0) {
		throw paramRefused('MISSING_FIELD', 'accounts', 'At least one facet is required');
	}
	const { accounts } = call.state.ads;
	return (ad) =>
		accounts.roleOf(ad.account, call.member?.key) !== undefined &&
		wanted.every(({ member, values }) => values.has(String(ad[member])));
}

function valuesOf(call: Call, facet: string): Set<string> {
	const value = call.params[facet];
	const { type } = FACETS[facet];
	const form = new RegExp(`^urn:li:${type}:\\d+$`);
	const isList = Array.isArray(value) && value.length > 0;
	if (!isList || !value.every((urn) => typeof urn === 'string' && form.test(urn))) {
		throw paramRefused('INVALID_VALUE_FOR_FIELD', facet, `${facet} is a list of ${type} URNs`);
	}
	const isShare = facet === 'shares';
	return new Set(
		value.map((urn) => (isShare ? String(urn) : String(urn).slice(String(urn).lastIndexOf(':') + 1))),
	);
}
