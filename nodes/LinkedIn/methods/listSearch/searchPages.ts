import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { listChoices } from './choices/pageChoices';

/** All pages on which the member has an approved role. */
export async function searchPages(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	return await listChoices(this, filter, { withMe: false, allows: () => true });
}

/** Who can comment: me, and the pages whose role allows it. */
export async function searchActors(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	return await listChoices(this, filter, { withMe: true, allows: (page) => page.mayComment });
}

/** Who can publish: me, and the pages whose role allows it. */
export async function searchAuthors(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	return await listChoices(this, filter, { withMe: true, allows: (page) => page.mayPost });
}
