/** Fields that the ads operations share, and their values. Each is defined once, so that n8n processes it once. */
import type { INodeProperties } from 'n8n-workflow';

import { InputError } from '../../../transport/errors/inputError';
import {
	campaignManagerUrl,
	parseSponsored,
	sponsoredUrn,
	type SponsoredKind,
	type SponsoredRef,
} from '../../../transport/restli/urns/sponsored';
import { locator } from '../../fields/locator';
import type { Call } from '../../operation';
import { entriesOf } from '../../values/plainText';

/** The entities of an ad account that have their own locator. */
type LocatorKind = 'account' | 'campaignGroup' | 'campaign' | 'creative' | 'leadForm' | 'conversion';

/** The labels of the fields. */
const LABEL: Record<LocatorKind, string> = {
	account: 'Account',
	campaignGroup: 'Campaign Group',
	campaign: 'Campaign',
	creative: 'Creative',
	leadForm: 'Lead Form',
	conversion: 'Conversion',
};

const CAMPAIGN_MANAGER = 'https://www.linkedin.com/campaignmanager/accounts/507404993';

/** The ad account that everything else belongs to. */
export const accountField: INodeProperties = locator({
	displayName: LABEL.account,
	name: 'account',
	description: 'The ad account',
	searchListMethod: 'searchAdAccounts',
	examples: { url: CAMPAIGN_MANAGER, id: '507404993 or urn:li:sponsoredAccount:507404993' },
});

/** One campaign group, beside what an operation works on. */
export const campaignGroupField: INodeProperties = locator({
	displayName: LABEL.campaignGroup,
	name: 'campaignGroup',
	description: 'The campaign group',
	searchListMethod: 'searchCampaignGroups',
	examples: {
		url: `${CAMPAIGN_MANAGER}/campaign-groups/603812394`,
		id: '603812394 or urn:li:sponsoredCampaignGroup:603812394',
	},
});

/** The campaign groups that an operation works on; those that take one have the same field, so that n8n has it once. */
export const campaignGroupsField: INodeProperties = {
	...campaignGroupField,
	description: 'The campaign group. Get and Update accept several IDs, separated by commas.',
};

/** One campaign, beside what an operation works on. */
export const campaignField: INodeProperties = locator({
	displayName: LABEL.campaign,
	name: 'campaign',
	description: 'The campaign',
	searchListMethod: 'searchCampaigns',
	examples: {
		url: `${CAMPAIGN_MANAGER}/campaigns/141049524/details`,
		id: '141049524 or urn:li:sponsoredCampaign:141049524',
	},
});

/** The campaigns that an operation works on; those that take one have the same field. */
export const campaignsField: INodeProperties = {
	...campaignField,
	description: 'The campaign. Get, Update and Associate Campaign accept several IDs, separated by commas.',
};

/** A filter of a list by what a locator names: any of these. */
export function filterBy(field: INodeProperties, name: string, description: string): INodeProperties {
	return { ...field, displayName: `${field.displayName}s`, name, description, required: false };
}

/** One creative, for a filter. */
export const creativeField: INodeProperties = locator({
	displayName: LABEL.creative,
	name: 'creative',
	description: 'The creative',
	searchListMethod: 'searchCreatives',
	examples: {
		url: `${CAMPAIGN_MANAGER}/creatives/119962155`,
		id: '119962155 or urn:li:sponsoredCreative:119962155',
	},
});

/** The creatives that an operation works on; those that take one have the same field. */
export const creativesField: INodeProperties = {
	...creativeField,
	description: 'The creative. Get and Update accept several IDs, separated by commas.',
};

/** A text among the options of a collection. @param example of a value */
export function textOption(
	displayName: string,
	name: string,
	description: string,
	example?: string,
): INodeProperties {
	const placeholder = example && { placeholder: `e.g. ${example}` };
	return { displayName, name, type: 'string', default: '', description, ...placeholder };
}

/**
 * The single entity of a locator.
 * @param kind also the locator's name
 * @throws InputError if it's empty, several, or something else
 */
export function oneOf(call: Call, kind: LocatorKind): SponsoredRef {
	const refs = severalOf(call, kind);
	if (refs.length === 1) return refs[0];
	throw new InputError(
		LABEL[kind],
		`${LABEL[kind]} has ${refs.length} entries, but this operation takes only one`,
		'Enter one here, and use one item for each.',
	);
}

/**
 * The entities of a locator, in the given order.
 * @param kind also the locator's name
 * @throws InputError if there is none, or one is something else
 */
export function severalOf(call: Call, kind: LocatorKind): SponsoredRef[] {
	const refs = optionalOf(call, kind);
	if (refs.length > 0) return refs;
	throw new InputError(
		LABEL[kind],
		`${LABEL[kind]} is empty`,
		'Choose one from the list, or enter its number, URN or Campaign Manager URL.',
	);
}

/** As severalOf, but empty for an empty field. */
export function optionalOf(call: Call, kind: LocatorKind): SponsoredRef[] {
	return refsOf(kind, call.parameter<unknown>(kind, ''), LABEL[kind]);
}

/**
 * Entities of one kind from a text or list field, in the given order, without duplicates.
 * @param field its label
 * @throws InputError for anything else
 */
export function refsOf(kind: SponsoredKind, value: unknown, field: string): SponsoredRef[] {
	const refs = entriesOf(value, field).map((entry) => parseSponsored(kind, entry, field));
	return [...new Map(refs.map((ref) => [ref.urn, ref])).values()];
}

/** The first keys of every item about an entity in Campaign Manager. */
export function sponsoredIdentity(
	kind: SponsoredKind,
	id: string,
	account: string,
): { urn: string; url: string; id: string } {
	return { urn: sponsoredUrn(kind, id), url: campaignManagerUrl(account, kind, id), id };
}
