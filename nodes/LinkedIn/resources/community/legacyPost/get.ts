import { parsePost } from '../../../transport/restli/urns/post';
import { DOCS } from '../../docs';
import { locatorValue } from '../../fields/locator';
import { operation } from '../../operation';
import { fetchPost, postField } from '../../posts/reference';
import { presentUgcPost } from './entity';

export const get = operation({
	value: 'get',
	name: 'Get',
	action: 'Get an old post',
	description: "Get a post from the older ugcPosts API, for posts that Post doesn't show",
	docs: DOCS.ugcPosts,
	access: 'read',
	scopes: { member: ['r_member_social'], page: ['r_organization_social'] },
	role: 'any role that may post',
	routing: { restliMethod: 'GET', path: '/v2/ugcPosts/{post}' },
	fields: [postField],
	async execute(call) {
		const { urn } = parsePost(locatorValue(call, 'post', 'Post', 'post'), 'Post');
		const post = await fetchPost(call, urn);
		return [presentUgcPost(post.body, post.urn, call.simplify)];
	},
});
