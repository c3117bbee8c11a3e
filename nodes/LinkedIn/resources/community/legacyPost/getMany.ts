import { DOCS } from '../../docs';
import { actorOf } from '../../fields/actor';
import { limitOf } from '../../fields/listFields';
import { listItems } from '../../listItems';
import { operation } from '../../operation';
import { plainText } from '../../values/plainText';
import { postListFields } from '../post/listFields';
import { presentListed } from './entity';

/** LinkedIn publishes no maximum for this finder; the one of /rest/posts is 100. */
const POSTS_A_PAGE = 100;

export const getMany = operation({
	value: 'getMany',
	name: 'Get Many',
	action: 'Get many old posts',
	description: 'List the posts of a Company Page from the older ugcPosts API',
	docs: DOCS.ugcPosts,
	access: 'read',
	scopes: { member: ['r_member_social'], page: ['r_organization_social'] },
	role: 'any role that may post',
	whenEmpty: "The author has no posts, or this connection can't see them.",
	routing: { restliMethod: 'FINDER', path: '/v2/ugcPosts' },
	fields: postListFields,
	async execute(call) {
		const limit = limitOf(call);
		const sortBy = plainText(call.parameter<unknown>('sortBy', 'CREATED'), 'Sort By');
		const author = await actorOf(call, 'author');
		const request = { ...call.routing, query: { q: 'authors', authors: [author.urn], sortBy } };
		const pages = call.linkedin.pages<unknown>(request, { pageSize: POSTS_A_PAGE, limit });
		return await listItems(call.linkedin, pages, (post) => presentListed(post, call.simplify));
	},
});
