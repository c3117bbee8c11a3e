/** The entries of the pickers of pages, and of who acts. */
import type { ILoadOptionsFunctions, INodeListSearchItems, INodeListSearchResult } from 'n8n-workflow';

import type { LinkedIn } from '../transport';
import { findPages, PAGE_LIST_SCOPES, type Page } from '../resources/community/organization/pages';
import { lacksScope, listError, tryToChoose } from './choose';

export const PAGES = { what: 'Pages', scopes: { any: PAGE_LIST_SCOPES } };

interface Choices {
	/** Puts the member behind the connection first. */
	withMe: boolean;
	/** Pages that may do the job. */
	allows: (page: Page) => boolean;
}

/**
 * Me and the pages that fit, each with its role. Me alone where the pages cannot be listed, whatever was typed: its label
 * says why. n8n's editor looks for what is chosen in the list again when the credential changes, before that one is
 * connected, and clears what it does not find.
 * @param filter what was typed into the search field
 * @throws NodeApiError as choose, where Me is no choice
 */
export async function listChoices(
	context: ILoadOptionsFunctions,
	filter: string | undefined,
	{ withMe, allows }: Choices,
): Promise<INodeListSearchResult> {
	const wanted = filter?.toLowerCase() ?? '';
	let failure: unknown;
	try {
		return await tryToChoose(context, PAGES, async (linkedin) => {
			const pages = await pageChoices(linkedin, allows);
			const all = withMe ? [{ name: 'Me', value: 'me' }, ...pages] : pages;
			return { choices: all.filter(({ name }) => name.toLowerCase().includes(wanted)) };
		});
	} catch (error) {
		failure = error;
	}
	if (!withMe) throw listError(context, PAGES.what, failure);
	const reason = lacksScope(failure)
		? `this connection lacks the scope ${PAGE_LIST_SCOPES.join(' or ')}`
		: (failure as Error).message;
	return { results: [{ name: `Me (no pages: ${reason})`, value: 'me' }] };
}

/** An entry for each page that fits. @throws LinkedInError */
export async function pageChoices(
	linkedin: LinkedIn,
	allows: (page: Page) => boolean,
): Promise<INodeListSearchItems[]> {
	const pages = (await findPages(linkedin)).filter(allows);
	return pages.map((page) => ({ name: labelOf(page), value: page.urn, url: page.url }));
}

/** e.g. `Acme Corp (Administrator)` */
export function labelOf(page: Page): string {
	const roles = page.roles.map((role) => {
		const words = role.toLowerCase().replace(/_/g, ' ');
		return words.charAt(0).toUpperCase() + words.slice(1);
	});
	return `${page.name ?? page.urn} (${roles.join(', ')})`;
}
