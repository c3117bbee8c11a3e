import {
	parseInput,
	refused,
	splitUrn,
	unknownUrn,
	type LinkedInUrl,
	type ExpectedInput,
} from './parseInput';

/** What Campaign Manager identifies by number. */
export type SponsoredKind = 'account' | 'campaignGroup' | 'campaign' | 'creative' | 'leadForm' | 'conversion';

export interface SponsoredRef {
	urn: string;
	/** The number as text. */
	id: string;
	/** The ad account, if a Campaign Manager address names it. */
	account?: string;
}

interface Kind extends ExpectedInput {
	/** Namespace and type of the URN; only conversions are in `lla`. */
	urn: string;
	/** Other types with the same numbers. */
	also?: string[];
	/** The piece of a Campaign Manager address before the number. */
	segments: string[];
}

const KINDS: Record<SponsoredKind, Kind> = {
	account: {
		name: 'an ad account',
		accepted:
			'its number (507404993), its URN (urn:li:sponsoredAccount:507404993), or its address in Campaign ' +
			'Manager (https://www.linkedin.com/campaignmanager/accounts/507404993)',
		urn: 'urn:li:sponsoredAccount',
		segments: ['accounts'],
	},
	campaignGroup: {
		name: 'a campaign group',
		accepted:
			'its number (603812394), its URN (urn:li:sponsoredCampaignGroup:603812394), or its address in Campaign ' +
			'Manager',
		urn: 'urn:li:sponsoredCampaignGroup',
		segments: ['campaign-groups', 'campaigngroups', 'campaign-group'],
	},
	campaign: {
		name: 'a campaign',
		accepted:
			'its number (141049524), its URN (urn:li:sponsoredCampaign:141049524), or its address in Campaign Manager',
		urn: 'urn:li:sponsoredCampaign',
		segments: ['campaigns', 'campaign'],
	},
	creative: {
		name: 'a creative',
		accepted:
			'its number (119962155), its URN (urn:li:sponsoredCreative:119962155), or its address in Campaign Manager',
		urn: 'urn:li:sponsoredCreative',
		segments: ['creatives', 'creative', 'ads', 'ad'],
	},
	leadForm: {
		name: 'a lead form',
		accepted:
			'its number (7234246), its URN (urn:li:leadGenForm:7234246), or its address in Campaign Manager',
		urn: 'urn:li:leadGenForm',
		also: ['adForm'],
		segments: ['leadgen-forms', 'lead-gen-forms', 'leadgenforms', 'forms'],
	},
	conversion: {
		name: 'a conversion',
		accepted:
			'its number (14488340), its URN (urn:lla:llaPartnerConversion:14488340), or its address in Campaign Manager',
		urn: 'urn:lla:llaPartnerConversion',
		also: ['conversion'],
		segments: ['conversions', 'conversion'],
	},
};

/** The URN for a number. */
export function sponsoredUrn(kind: SponsoredKind, id: string | number): string {
	return `${KINDS[kind].urn}:${id}`;
}

/** A version of a lead form, as lead responses name it. */
const VERSIONED_FORM = /^urn:li:versionedLeadGenForm:\((?:urn:li:)?leadGenForm:(\d+),\d+\)$/i;

/** Type and id of a URN in any namespace. */
function splitAnyUrn(text: string): { type: string; id: string } | undefined {
	return splitUrn(text.replace(/^urn:lla:/i, 'urn:li:'));
}

function behind(url: LinkedInUrl, segments: string[]): string | undefined {
	const at = url.segments.findIndex(
		(segment, index) =>
			segments.includes(segment.toLowerCase()) && /^\d+$/.test(url.segments[index + 1] ?? ''),
	);
	return at < 0 ? undefined : url.segments[at + 1];
}

/**
 * Reads an ad account, campaign group, campaign, creative, lead form or conversion in any form a user may have.
 *
 * @param input number, URN (encoded or not) or address in Campaign Manager
 * @param field label of the field, for the error
 * @throws InputError with an example, also for a URN of another kind
 */
export function parseSponsored(kind: SponsoredKind, input: unknown, field: string): SponsoredRef {
	const wanted = KINDS[kind];
	const { text, url } = parseInput(input, field, wanted);
	if (url !== undefined) {
		const id = behind(url, wanted.segments);
		if (id === undefined) {
			throw refused(field, text, wanted, `is an address without ${wanted.name} in it`);
		}
		const account = behind(url, KINDS.account.segments);
		const ref = { urn: sponsoredUrn(kind, id), id };
		return account === undefined || kind === 'account' ? ref : { ...ref, account };
	}
	if (/^\d+$/.test(text)) return { urn: sponsoredUrn(kind, text), id: text };
	const form = kind === 'leadForm' ? VERSIONED_FORM.exec(text)?.[1] : undefined;
	if (form !== undefined) return { urn: sponsoredUrn(kind, form), id: form };
	const urn = splitAnyUrn(text);
	const own = wanted.urn.split(':')[2];
	const types = [own, ...(wanted.also ?? [])].map((type) => type.toLowerCase());
	if (urn !== undefined && types.includes(urn.type.toLowerCase()) && /^\d+$/.test(urn.id)) {
		return { urn: sponsoredUrn(kind, urn.id), id: urn.id };
	}
	throw refused(field, text, wanted, unknownUrn(text, `is not ${wanted.name}`));
}

const CAMPAIGN_MANAGER = 'https://www.linkedin.com/campaignmanager/accounts';

/**
 * Where Campaign Manager shows it.
 * @param account number of its ad account
 */
export function campaignManagerUrl(account: string, kind?: SponsoredKind, id?: string): string {
	if (kind === undefined || kind === 'account' || id === undefined) return `${CAMPAIGN_MANAGER}/${account}`;
	return `${CAMPAIGN_MANAGER}/${account}/${KINDS[kind].segments[0]}/${id}`;
}
