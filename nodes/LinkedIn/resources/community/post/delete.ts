import { postUrl } from '../../../transport/restli/urns/url';
import { DOCS } from '../../docs';
import { operation } from '../../operation';
import { postField, withPost } from '../../posts/reference';

export const deletePost = operation({
	value: 'delete',
	name: 'Delete',
	action: 'Delete a post',
	description:
		'Permanently delete a post with its comments and reactions. Succeeds if the post no longer exists.',
	docs: DOCS.posts,
	access: 'full',
	scopes: { member: ['w_member_social'], page: ['w_organization_social'] },
	role: 'ADMINISTRATOR, CONTENT_ADMINISTRATOR or DIRECT_SPONSORED_CONTENT_POSTER',
	routing: { restliMethod: 'DELETE', path: '/rest/posts/{post}' },
	fields: [postField],
	async execute(call) {
		const urn = await withPost(call, {});
		return [{ urn, url: postUrl(urn), deleted: true }];
	},
});
