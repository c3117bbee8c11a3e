import { NodeApiError, type ILoadOptionsFunctions, type INodePropertyOptions } from 'n8n-workflow';

import { findPages } from '../../resources/pages';
import { connect } from '../../transport';
import { settled } from '../../transport/flow/settled';
import { listError } from '../listSearch/choices/choose';
import { pageLabelOf, PAGES } from '../listSearch/choices/pageChoices';

const MAX_WAIT_MS = 5_000;

/**
 * Fills Pages: those whose comments this connection may read, each with its role.
 * @throws NodeApiError with the advice in its message, because n8n's editor shows nothing else of an error here
 */
export async function loadPages(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const found = await settled(async () => {
		const linkedin = await connect(this, {
			purpose: 'list of Pages',
			needs: [],
			maxWaitMs: MAX_WAIT_MS,
			scopes: PAGES.scopes,
		});
		linkedin.need();
		const pages = await findPages(linkedin);
		return pages
			.filter((page) => page.mayReadComments || page.mayReadStatistics)
			.map((page) => ({ name: pageLabelOf(page), value: page.urn, description: page.url }));
	});
	if (found.ok) return found.value;
	const { message, description } = listError(this, PAGES.what, found.failure);
	throw new NodeApiError(this.getNode(), { message }, { message: `${message}. ${description ?? ''}`.trim() });
}
