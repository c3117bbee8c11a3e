/** The entries of a From List picker, which never fails as a whole. */
import type { ILoadOptionsFunctions, INodeListSearchItems, INodeListSearchResult } from 'n8n-workflow';

import { connect } from '../transport';
import { findPages, type Page } from '../resources/community/organization/pages';

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
	const results: INodeListSearchItems[] = withMe ? [{ name: 'Me', value: 'me' }] : [];
	results.push(...(await pageChoices(context, allows)));
	const wanted = filter?.toLowerCase() ?? '';
	return { results: results.filter(({ name }) => name.toLowerCase().includes(wanted)) };
}

async function pageChoices(
	context: ILoadOptionsFunctions,
	allows: (page: Page) => boolean,
): Promise<INodeListSearchItems[]> {
	try {
		const linkedin = await connect(context, { maxWaitMs: 5_000 });
		const pages = (await findPages(linkedin)).filter(allows);
		return pages.map((page) => ({ name: labelOf(page), value: page.urn, url: page.url }));
	} catch (error) {
		return [{ name: `(Pages could not be listed: ${(error as Error).message})`, value: '' }];
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
