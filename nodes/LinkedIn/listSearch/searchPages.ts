import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { listChoices } from './choices';

/** All pages on which the member holds an approved role. */
export async function searchPages(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	return await listChoices(this, filter, { withMe: false, allows: () => true });
}
