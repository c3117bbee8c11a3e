import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { listChoices } from './choices';

/** Who may publish: me, and the pages whose role allows it. */
export async function searchAuthors(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	return await listChoices(this, filter, { withMe: true, allows: (page) => page.mayPost });
}
