import { defineCase } from '../../../../../cases';
import { faults } from '../../../../../simulator';
import { lookForActivity, postOfAcme } from './postsOfAcme';

const remove = {
	method: 'DELETE' as const,
	url: '/rest/posts/${post}',
	restliMethod: 'DELETE',
	version: '202609',
};
const deleted = { urn: '${post}', url: 'https://www.linkedin.com/feed/update/${post}', deleted: true };

export default defineCase({
	operation: 'post:delete',
	cases: [
		{
			name: 'a post of a page is deleted by its link',
			page: 'posts',
			given: postOfAcme,
			parameters: { post: 'https://www.linkedin.com/feed/update/${post}/' },
			wire: [remove],
			out: [deleted],
		},
		{
			name: 'a post that was deleted before is deleted too',
			page: 'posts',
			about: 'DELETE',
			given: (simulator) => {
				const names = postOfAcme(simulator);
				simulator.state.deletePost(String(names.post));
				return names;
			},
			parameters: { post: '${post}' },
			wire: [remove],
			out: [deleted],
		},
		{
			name: 'an activity is never tried, as LinkedIn says 204 to a post that does not exist',
			page: 'posts',
			behaviour: 'Ids of a post',
			given: postOfAcme,
			parameters: { post: '${activity}' },
			wire: [...lookForActivity, remove],
			out: [deleted],
		},
		{
			name: 'an activity whose post cannot be looked up today is no wrong input',
			page: ['posts', 'rateLimits'],
			behaviour: 'Ids of a post',
			given: (simulator) => {
				const names = postOfAcme(simulator);
				simulator.faults.add(
					faults.quotaExceeded({
						match: { restliMethod: 'FINDER', path: /^\/rest\/posts/ },
						times: Infinity,
					}),
				);
				return names;
			},
			parameters: { post: '${activity}' },
			wire: lookForActivity.slice(0, 2),
			error: { httpCode: '429', message: expect.stringMatching(/daily quota/) },
		},
		{
			name: 'the post of a member, by the member, without scopes to read it',
			page: 'posts',
			app: 'self-serve-app',
			member: 'bob',
			scopes: ['openid', 'profile', 'w_member_social'],
			given: (simulator) => ({ post: simulator.state.addPost({ author: 'bob', text: 'Oops' }).urn }),
			parameters: { post: '${post}' },
			wire: [remove],
			out: [deleted],
		},
		{
			name: 'the post of somebody else is refused',
			page: ['posts', 'errors'],
			member: 'bob',
			given: postOfAcme,
			parameters: { post: '${post}' },
			wire: [remove],
			error: { httpCode: '403', description: expect.stringContaining('Run Check Access') },
		},
	],
});
