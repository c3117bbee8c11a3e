import { defineCase } from '../../../../../cases';
import type { Simulator } from '../../../../../simulator';
import { acmesReply, cleosComment, threadOfAcme } from './thread';

const list = (start: number, count: number) => ({
	method: 'GET' as const,
	url: `/rest/socialActions/\${activity}/comments?start=${start}&count=${count}`,
	restliMethod: 'GET_ALL',
	version: '202609',
});

const crowd = (count: number, more?: (simulator: Simulator) => void) => (simulator: Simulator) => {
	const post = simulator.state.addPost({ author: '2414183', text: 'Popular' });
	for (let number = 1; number <= count; number++) {
		simulator.state.addComment({ post: post.urn, actor: 'cleo', text: `Number ${number}` });
	}
	more?.(simulator);
	return { activity: post.activity };
};

const numbers = (from: number, to: number) =>
	Array.from({ length: from - to + 1 }, (_, index) =>
		expect.objectContaining({ text: `Number ${from - index}` }),
	);

export default defineCase({
	operation: 'comment:getMany',
	cases: [
		{
			name: 'a post link whose words talk of a comment is a post',
			page: ['urns', 'comments'],
			given: threadOfAcme,
			parameters: {
				entity: 'https://www.linkedin.com/posts/acme_comment-below-activity-${activityId}-AbCd',
			},
			wire: [list(0, 50)],
			out: [cleosComment],
		},
		{
			name: 'the comments of a post by its share URN, without their replies',
			page: 'comments',
			given: threadOfAcme,
			parameters: { entity: '${post}' },
			wire: [{ ...list(0, 50), url: '/rest/socialActions/${post}/comments?start=0&count=50' }],
			out: [cleosComment],
		},
		{
			name: 'a bare number is an activity and is used as it is',
			page: ['urns', 'comments'],
			given: threadOfAcme,
			parameters: { entity: '${activityId}' },
			wire: [list(0, 50)],
			out: [cleosComment],
		},
		{
			name: 'a copied post link is used as it is',
			page: ['urns', 'comments'],
			given: threadOfAcme,
			parameters: {
				entity:
					'https://de.linkedin.com/posts/acme_hiring-remote-activity-${activityId}-AbCd/?utm_source=share',
			},
			wire: [list(0, 50)],
			out: [cleosComment],
		},
		{
			name: 'the replies of a comment',
			page: 'comments',
			given: threadOfAcme,
			parameters: { entity: '${comment}' },
			wire: [{ ...list(0, 50), url: '/rest/socialActions/${comment}/comments?start=0&count=50' }],
			out: [acmesReply],
		},
		{
			name: 'return all walks the pages up to the total',
			page: ['comments', 'pagination'],
			given: crowd(130),
			parameters: { entity: '${activity}', returnAll: true },
			wire: [list(0, 100), list(100, 100)],
			out: numbers(130, 1),
		},
		{
			name: 'where LinkedIn says no total, a full page means there may be more',
			page: 'pagination',
			given: crowd(100, ({ state }) => {
				state.commentTotals = false;
			}),
			parameters: { entity: '${activity}', returnAll: true },
			wire: [list(0, 100), list(100, 100)],
			out: numbers(100, 1),
		},
		{
			name: 'a limit asks the last page only for what is missing',
			page: 'comments',
			given: crowd(130),
			parameters: { entity: '${activity}', limit: 105 },
			wire: [list(0, 100), list(100, 5)],
			out: numbers(130, 26),
		},
		{
			name: 'a post without comments gives no items',
			page: 'comments',
			given: crowd(0),
			parameters: { entity: '${activity}' },
			wire: [list(0, 50)],
			out: [],
		},
		{
			name: 'the 404 that some posts without comments answer gives no items either',
			page: 'comments',
			behaviour: 'Comment lists',
			given: crowd(0, (simulator) =>
				simulator.faults.add({
					match: { path: /\/comments/ },
					effect: { status: 404, body: { status: 404, code: 'NOT_FOUND', message: 'Not Found' } },
				}),
			),
			parameters: { entity: '${activity}' },
			wire: [list(0, 50)],
			out: [],
		},
		{
			name: 'a self-serve connection is refused without a call',
			page: 'comments',
			given: threadOfAcme,
			scopes: ['openid', 'profile', 'w_member_social'],
			parameters: { entity: '${activity}' },
			wire: [],
			error: {
				message: expect.stringContaining('r_organization_social_feed'),
				description: expect.stringContaining('Community Management API'),
			},
		},
	],
});
