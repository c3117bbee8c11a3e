import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';

import { labelOf } from '../../listSearch/choices';
import { connect } from '../../transport';
import { findPages } from '../community/organization/pages';

const MAX_WAIT_MS = 5_000;

/** Fills Pages: those whose comments this connection may read, each with its role. */
export async function loadPages(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const linkedin = await connect(this, { maxWaitMs: MAX_WAIT_MS });
	const pages = await findPages(linkedin);
	return pages
		.filter((page) => page.mayReadComments || page.mayReadStatistics)
		.map((page) => ({ name: labelOf(page), value: page.urn, description: page.url }));
}
