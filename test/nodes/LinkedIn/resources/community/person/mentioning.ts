import type { INodeParameters } from 'n8n-workflow';

import type { Simulator } from '../../../../../simulator';

export const ACME = { __rl: true, mode: 'id', value: '2414183' };
export const CREATE = 'CREATE /rest/posts';

export const createPost = (text: string): INodeParameters => ({
	resource: 'post',
	operation: 'create',
	author: ACME,
	text,
});

/** The bodies of the comments that were written or changed. */
export const comments = ({ requests }: Simulator): unknown[] =>
	requests
		.filter(({ url, method }) => method === 'POST' && url.includes('/comments'))
		.map(({ body }) => JSON.parse(body) as unknown);
