import type { ILoadOptionsFunctions, INodeListSearchItems, INodeListSearchResult } from 'n8n-workflow';

import { readForm } from '../../resources/ads/leadForm/entity';
import { LEAD_SCOPES, mayShowLeads, ownerRecord, parseOwner } from '../../resources/ads/leadForm/owner';
import { ADS_READ } from '../../resources/ads/scopes';
import { findPages, PAGE_LIST_SCOPES } from '../../resources/pages';
import { entriesOf } from '../../resources/values/plainText';
import { Unreadable } from '../../transport/answers/elements';
import { sponsoredUrn } from '../../transport/restli/urns/sponsored';
import type { LinkedInClient } from '../../transport/types';
import { choose, type Picker } from './choices/choose';
import { labelWith } from './choices/label';
import { nextOfSeveral, type OwnedList, type OwnerChoices } from './choices/severalLists';
import { accountSources, statusInWords } from './choices/sponsoredChoices';

/** LinkedIn doesn't document a maximum: the hundred of its other lists, and after a refusal the ten of its examples. */
const FORMS_A_PAGE = [100, 10];

/** The fields for the owner of forms, in the operations and the trigger. */
const OWNER_FIELDS = ['owner', 'owners', 'account'];

/**
 * The lead forms of the owner or ad account chosen in the node; otherwise those of the member's ad accounts, and of the
 * pages where their role shows leads.
 * @param filter words of the form's name, its number, or the name of its owner
 * @throws NodeApiError as choose
 */
export async function searchLeadForms(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const scopes = { any: [...LEAD_SCOPES, ...ADS_READ.any] };
	const picker: Picker = { what: 'Lead forms', area: 'leads', scopes, token: paginationToken };
	return await choose(this, picker, async (linkedin) => {
		const list = formLists(filter?.trim().toLowerCase() ?? '');
		const owners = async () => chosenOwners(this) ?? (await allOwners(linkedin));
		const { entries, ...more } = await nextOfSeveral(linkedin, list, paginationToken, owners);
		return { choices: entries, ...more };
	});
}

/** Undefined if none is chosen, or if it's an expression, which has no value yet. */
function chosenOwners(context: ILoadOptionsFunctions): OwnerChoices[] | undefined {
	for (const name of OWNER_FIELDS) {
		try {
			const given = entriesOf(context.getCurrentNodeParameter(name), 'Owner');
			const owners = given.map((entry) => parseOwner(entry, 'Owner').urn);
			if (owners.length > 0) return owners.map((urn) => ({ urn, name: urn }));
		} catch {
			continue;
		}
	}
	return undefined;
}

async function allOwners(linkedin: LinkedInClient): Promise<OwnerChoices[]> {
	const mayListPages = linkedin.may(PAGE_LIST_SCOPES) !== false;
	const mayListAccounts = linkedin.may(ADS_READ.any) !== false;
	const accounts = mayListAccounts || !mayListPages ? await accountSources(linkedin, 'Lead Form') : [];
	if (!mayListPages) return accounts;
	const pages = (await findPages(linkedin)).filter(({ roles }) => roles.some(mayShowLeads));
	return [...accounts, ...pages.map(({ urn, name }) => ({ urn, name: name ?? urn }))];
}

function formLists(wanted: string): OwnedList<INodeListSearchItems> {
	return {
		what: 'Lead forms',
		pageSizes: FORMS_A_PAGE,
		request: ({ urn }) => ({
			restliMethod: 'FINDER',
			path: '/rest/leadForms',
			query: { q: 'owner', owner: ownerRecord(parseOwner(urn, 'Owner')) },
		}),
		read: (owner) => (body) => {
			const { id, name, state } = readForm(body);
			if (id === undefined) return new Unreadable('one has no id');
			const known = owner.name === owner.urn ? undefined : owner.name;
			const label = labelWith(name ?? String(id), [statusInWords(state), known, String(id)]);
			if (!label.toLowerCase().includes(wanted)) return undefined;
			return { name: label, value: sponsoredUrn('leadForm', String(id)) };
		},
	};
}
