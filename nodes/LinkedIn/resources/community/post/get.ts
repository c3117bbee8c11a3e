import { parsePost } from '../../../transport/restli/urns/post';
import { postUrl } from '../../../transport/restli/urns/url';
import { oneOrMany, requiredEntries } from '../../batchGet';
import { DOCS } from '../../docs';
import { operation } from '../../operation';
import { resolveActivity } from '../../posts/activity';
import { fetchPost, postField } from '../../posts/reference';
import { presentPost } from './entity';

export const get = operation({
	value: 'get',
	name: 'Get',
	action: 'Get one or many posts',
	description:
		"Get one or more posts of Company Pages by URN or link. Posts of members need r_member_social, which LinkedIn doesn't grant.",
	docs: DOCS.posts,
	access: 'read',
	scopes: { member: ['r_member_social'], page: ['r_organization_social'] },
	role: 'any role that may post',
	routing: { restliMethod: 'GET', path: '/rest/posts/{post}' },
	fields: [postField],
	async execute(call) {
		const given = call.parameter<unknown>('post', '');
		const entries = requiredEntries(given, 'Post', 'urn:li:share:7045020441609936898', 'post');
		const posts = entries.map((entry) => parsePost(entry, 'Post'));
		if (posts.length === 1) {
			const { urn, body } = await fetchPost(call, posts[0].urn);
			return [presentPost(body, urn, call.simplify)];
		}
		const urns: string[] = [];
		for (const { urn, type } of posts) {
			urns.push(type === 'activity' ? await resolveActivity(call.linkedin, urn, 'Post') : urn);
		}
		return await oneOrMany(
			call,
			urns.map((urn) => ({ id: urn, urn, url: postUrl(urn) })),
			{
				batch: { path: '/rest/posts' },
				single: (post) => ({ ...call.routing, keys: { post } }),
			},
			(entity, { urn }) => presentPost(entity, urn, call.simplify),
		);
	},
});
