import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { listChoices } from './choices';

/** Who may comment: me, and the pages whose role allows it. */
export async function searchActors(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	return await listChoices(this, filter, { withMe: true, allows: (page) => page.mayComment });
}
