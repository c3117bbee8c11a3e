import { DOCS } from '../../docs';
import { actorOf } from '../../fields/actor';
import { limitOf } from '../../fields/listFields';
import { listItems } from '../../listItems';
import { operation } from '../../operation';
import { presentListed } from './entity';
import { postListFields } from './listFields';

/** LinkedIn's maximum for this finder. */
const POSTS_A_PAGE = 100;

export const getMany = operation({
	value: 'getMany',
	name: 'Get Many',
	action: 'Get many posts of a page',
	description:
		"List the posts of a Company Page, newest first. Posts of members need r_member_social, which LinkedIn doesn't grant.",
	docs: DOCS.posts,
	access: 'read',
	scopes: { member: ['r_member_social'], page: ['r_organization_social'] },
	role: 'any role that may post',
	whenEmpty: "The author has no posts, or this connection can't see them.",
	routing: { restliMethod: 'FINDER', path: '/rest/posts' },
	fields: postListFields,
	async execute(call) {
		const author = await actorOf(call, 'author');
		const query = { q: 'author', author: author.urn, sortBy: call.parameter<string>('sortBy', 'CREATED') };
		const paging = { pageSize: POSTS_A_PAGE, limit: limitOf(call) };
		const pages = call.linkedin.pages<unknown>({ ...call.routing, query }, paging);
		return await listItems(call.linkedin, pages, (post) => presentListed(post, call.simplify));
	},
});
