/**
 * Who owns lead forms and their responses: an ad account (leads of ads) or a page (organic leads).
 * @see docs.leads
 */
import type { INodeProperties } from 'n8n-workflow';

import { InputError } from '../../../transport/errors/inputError';
import { parseOrganization } from '../../../transport/restli/urns/actor';
import { parseSponsored } from '../../../transport/restli/urns/sponsored';
import { locator, locatorValue, type Locator } from '../../fields/locator';
import type { Call } from '../../operation';

export const LEAD_SCOPES = ['r_marketing_leadgen_automation'] as const;
/** The role the member needs on the page that the account or form belongs to. */
export const PAGE_ROLE = 'ADMINISTRATOR or LEAD_GEN_FORMS_MANAGER';
const LEAD_ROLES = ['ADMINISTRATOR', 'LEAD_GEN_FORMS_MANAGER', 'LEAD_CAPTURE_ADMINISTRATOR'];

/** Whether LinkedIn shows the leads of a page to a member with this role on it. */
export function mayShowLeads(role: string): boolean {
	return LEAD_ROLES.includes(role);
}

const OWNER = 'Owner';

export interface LeadOwner {
	urn: string;
	kind: 'sponsoredAccount' | 'organization';
}

/** The forms of a field that takes one or several. @param more of the locator, such as whether it may stay empty */
export function formsLocator(
	field: Pick<Locator, 'description'> & Partial<Pick<Locator, 'displayName' | 'name' | 'isOptional'>>,
): INodeProperties {
	return locator({
		displayName: 'Lead Forms',
		name: 'leadForms',
		searchListMethod: 'searchLeadForms',
		examples: {
			url: 'https://www.linkedin.com/campaignmanager/accounts/507404993/lead-gen-forms/7234246',
			id: '7234246',
		},
		...field,
	});
}

export const ownerField: INodeProperties = locator({
	displayName: OWNER,
	name: 'owner',
	description: 'The ad account for leads from ads, or the Company Page for organic leads',
	searchListMethod: 'searchLeadOwners',
	examples: {
		url: 'https://www.linkedin.com/campaignmanager/accounts/507404993',
		id: '507404993, urn:li:sponsoredAccount:507404993 or urn:li:organization:2414183',
	},
});

/** @throws InputError for what is neither an ad account nor a page */
export function ownerOf(call: Call): LeadOwner {
	return parseOwner(locatorValue(call, 'owner', OWNER), OWNER);
}

/**
 * An owner by URN, URL, or number, which means an ad account.
 * @param field its label
 * @throws InputError for anything else, and for a page link without a number
 */
export function parseOwner(given: string, field: string): LeadOwner {
	if (given.trim() === '') {
		throw new InputError(field, `${field} is empty`, 'Choose an ad account or a page from the list.');
	}
	if (!/organization|company/i.test(given)) {
		return { urn: parseSponsored('account', given, field).urn, kind: 'sponsoredAccount' };
	}
	const page = parseOrganization(given, field);
	if ('urn' in page) return { urn: page.urn, kind: 'organization' };
	throw new InputError(
		field,
		`"${given}" doesn't contain the number of the page`,
		'Enter the number as urn:li:organization:2414183. Company Page: Get by Vanity Name finds it.',
	);
}

/** The record that finders take: `(sponsoredAccount:{urn})` or `(organization:{urn})`. */
export function ownerRecord({ urn, kind }: LeadOwner): Record<string, string> {
	return { [kind]: urn };
}
