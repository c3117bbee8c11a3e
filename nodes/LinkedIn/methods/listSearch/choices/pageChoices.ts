/** The entries of the pickers for pages and for authors. */
import type { ILoadOptionsFunctions, INodeListSearchItems, INodeListSearchResult } from 'n8n-workflow';

import { findPages, PAGE_LIST_SCOPES, type Page } from '../../../resources/pages';
import { settled } from '../../../transport/flow/settled';
import type { LinkedInClient } from '../../../transport/types';
import { lacksScope, listError, tryToChoose, type Picker } from './choose';

export const PAGES: Picker = { what: 'Pages', area: 'always', scopes: { any: PAGE_LIST_SCOPES } };

/** Short enough for n8n's list and for the field that shows the choice. */
const ONLY_ME = 'Me (no access to pages)';

interface Choices {
	/** Puts the connected member first. */
	withMe: boolean;
	/** Pages whose role is sufficient. */
	allows: (page: Page) => boolean;
}

/**
 * Me and the matching pages, each with its role. Only Me, whatever was typed, if the connection has no access to pages.
 * @param filter what was typed into the search field
 * @throws NodeApiError as choose; for missing permissions only if Me isn't among the choices
 */
export async function listChoices(
	context: ILoadOptionsFunctions,
	filter: string | undefined,
	{ withMe, allows }: Choices,
): Promise<INodeListSearchResult> {
	const wanted = filter?.toLowerCase() ?? '';
	const listed = await settled(() =>
		tryToChoose(context, PAGES, async (linkedin) => {
			const pages = await pageChoices(linkedin, allows);
			const all = withMe ? [{ name: 'Me', value: 'me' }, ...pages] : pages;
			return { choices: all.filter(({ name }) => name.toLowerCase().includes(wanted)) };
		}),
	);
	if (listed.ok) return listed.value;
	if (withMe && lacksScope(listed.failure)) return { results: [{ name: ONLY_ME, value: 'me' }] };
	throw listError(context, PAGES.what, listed.failure);
}

/** An entry for each page that fits. @throws LinkedInError */
export async function pageChoices(
	linkedin: LinkedInClient,
	allows: (page: Page) => boolean,
): Promise<INodeListSearchItems[]> {
	const pages = (await findPages(linkedin)).filter(allows);
	return pages.map((page) => ({ name: pageLabelOf(page), value: page.urn, url: page.url }));
}

/** e.g. `Acme Corp (Administrator)` */
export function pageLabelOf(page: Page): string {
	const roles = page.roles.map((role) => {
		const words = role.toLowerCase().replace(/_/g, ' ');
		return words.charAt(0).toUpperCase() + words.slice(1);
	});
	return `${page.name ?? page.urn} (${roles.join(', ')})`;
}
