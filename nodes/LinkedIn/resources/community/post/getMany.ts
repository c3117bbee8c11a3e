import type { IDataObject } from 'n8n-workflow';

import { operation } from '../../define';
import { DOCS } from '../../docs';
import { limitOf } from '../../fields';
import { postListFields } from './listFields';
import { actorOf } from '../actor';
import { presentPost, readPost } from './entity';

/** LinkedIn's maximum for this finder. */
const POSTS_A_PAGE = 100;

export const getMany = operation({
	value: 'getMany',
	name: 'Get Many',
	action: 'Get many posts of a page',
	description:
		'List the posts of a company page, newest first. Posts of members need r_member_social, which LinkedIn does not grant.',
	docs: DOCS.posts,
	access: 'read',
	scopes: { member: ['r_member_social'], page: ['r_organization_social'] },
	role: 'any role that may post',
	routing: { restliMethod: 'FINDER', path: '/rest/posts' },
	fields: postListFields,
	async execute(call) {
		const author = await actorOf(call, 'author');
		const query = { q: 'author', author: author.urn, sortBy: call.parameter<string>('sortBy', 'CREATED') };
		const items: IDataObject[] = [];
		const paging = { pageSize: POSTS_A_PAGE, limit: limitOf(call) };
		for await (const posts of call.linkedin.pages<unknown>({ ...call.routing, query }, paging)) {
			for (const post of posts.map(readPost)) {
				if (post.id) items.push(presentPost(post, post.id, call.simplify));
			}
		}
		return items;
	},
});
