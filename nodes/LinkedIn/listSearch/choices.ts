/** The entries of a From List picker, which never fails as a whole. */
import type { ILoadOptionsFunctions, INodeListSearchItems, INodeListSearchResult } from 'n8n-workflow';

import { connect } from '../transport';
import { findPages, PAGE_LIST_SCOPES, type Page } from '../resources/community/organization/pages';

/** A person is waiting in the editor. */
const MAX_WAIT_MS = 5_000;

interface Choices {
	/** Puts the member behind the connection first. */
	withMe: boolean;
	/** Pages that may do the job. */
	allows: (page: Page) => boolean;
}

/**
 * Me and the pages that fit, each with its role. When the pages cannot be listed, an entry says why instead.
 * @param filter what was typed into the search field
 */
export async function listChoices(
	context: ILoadOptionsFunctions,
	filter: string | undefined,
	{ withMe, allows }: Choices,
): Promise<INodeListSearchResult> {
	const { choices, failure } = await pageChoices(context, allows);
	const all = withMe ? [{ name: 'Me', value: 'me' }, ...choices] : choices;
	const wanted = filter?.toLowerCase() ?? '';
	const results = all.filter(({ name }) => name.toLowerCase().includes(wanted));
	return { results: failure ? [...results, { name: `(${failure})`, value: '' }] : results };
}

async function pageChoices(
	context: ILoadOptionsFunctions,
	allows: (page: Page) => boolean,
): Promise<{ choices: INodeListSearchItems[]; failure?: string }> {
	try {
		const linkedin = await connect(context, { maxWaitMs: MAX_WAIT_MS, scopes: { any: PAGE_LIST_SCOPES } });
		linkedin.need();
		const pages = (await findPages(linkedin)).filter(allows);
		const choices = pages.map((page) => ({ name: labelOf(page), value: page.urn, url: page.url }));
		return { choices, failure: linkedin.elements.notices[0] };
	} catch (error) {
		return { choices: [], failure: `Pages could not be listed: ${(error as Error).message}` };
	}
}

/** e.g. `Acme Corp (Administrator)` */
export function labelOf(page: Page): string {
	const roles = page.roles.map((role) => {
		const words = role.toLowerCase().replace(/_/g, ' ');
		return words.charAt(0).toUpperCase() + words.slice(1);
	});
	return `${page.name ?? page.urn} (${roles.join(', ')})`;
}
