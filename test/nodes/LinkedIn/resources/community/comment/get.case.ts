import { defineCase } from '../../../../../cases';
import { acmesReply, cleosComment, commentLink, threadOfAcme } from './thread';

const get = {
	method: 'GET' as const,
	url: '/rest/socialActions/${activity}/comments/${commentId}',
	restliMethod: 'GET',
	version: '202609',
};

const batch = (ids: string) => ({
	method: 'GET' as const,
	url: `/rest/socialActions/\${activity}/comments?ids=List(${ids})`,
	restliMethod: 'BATCH_GET',
});

export default defineCase({
	operation: 'comment:get',
	cases: [
		{
			name: 'a comment is read by its URN',
			page: 'comments',
			given: threadOfAcme,
			parameters: { comment: '${comment}' },
			wire: [get],
			out: [cleosComment],
		},
		{
			name: 'the short URN of a webhook is the same comment',
			page: 'comments',
			given: threadOfAcme,
			parameters: { comment: 'urn:li:comment:(activity:${activityId},${commentId})' },
			wire: [get],
			out: [cleosComment],
		},
		{
			name: 'a copied link is the same comment',
			page: 'comments',
			given: threadOfAcme,
			parameters: { comment: '${commentUrl}' },
			wire: [get],
			out: [cleosComment],
		},
		{
			name: 'a link to a reply means the reply, not the comment above it',
			page: 'comments',
			given: threadOfAcme,
			parameters: {
				comment: '${commentUrl}&replyUrn=urn%3Ali%3Acomment%3A%28activity%3A${activityId}%2C${replyId}%29',
			},
			wire: [{ ...get, url: '/rest/socialActions/${activity}/comments/${replyId}' }],
			out: [acmesReply],
		},
		{
			name: 'Raw gives the entity of LinkedIn, with urn and url beside it',
			page: 'comments',
			given: threadOfAcme,
			parameters: { comment: '${comment}', output: 'raw' },
			wire: [get],
			out: [
				{
					actor: 'urn:li:person:cLeO55wQz0',
					commentUrn: '${comment}',
					id: '${commentId}',
					object: '${activity}',
					created: { actor: 'urn:li:person:cLeO55wQz0', time: '${commentedAtMs}' },
					lastModified: { actor: 'urn:li:person:cLeO55wQz0', time: '${commentedAtMs}' },
					message: { attributes: [], text: 'Remote too?' },
					likesSummary: {
						aggregatedTotalLikes: 0,
						likedByCurrentUser: false,
						selectedLikes: [],
						totalLikes: 0,
					},
					commentsSummary: {
						aggregatedTotalComments: 1,
						selectedComments: ['${reply}'],
						totalFirstLevelComments: 1,
					},
					urn: '${comment}',
					url: '${commentUrl}',
				},
			],
		},
		{
			name: 'a comment that LinkedIn sends without actor and text has null in their place',
			page: 'comments',
			given: (simulator) => {
				const names = threadOfAcme(simulator);
				simulator.faults.add({
					match: { path: /\/comments\// },
					effect: {
						status: 200,
						body: { id: names.commentId, object: names.activity, commentUrn: names.comment },
					},
				});
				return names;
			},
			parameters: { comment: '${comment}' },
			wire: [get],
			out: [
				{
					...cleosComment,
					text: null,
					author: null,
					likes: null,
					replies: null,
					createdAt: null,
					lastModifiedAt: null,
				},
			],
		},
		{
			name: 'a deleted comment is not found',
			page: 'comments',
			given: (simulator) => {
				const names = threadOfAcme(simulator);
				simulator.state.deleteComment(String(names.comment));
				return names;
			},
			parameters: { comment: '${comment}' },
			wire: [get],
			error: { message: expect.stringMatching(/^LinkedIn found nothing there/), httpCode: '404' },
		},
		{
			name: 'several under one post in one call, in the order asked, a missing one in its place',
			page: ['comments', 'methods'],
			about: 'BATCH_GET',
			given: threadOfAcme,
			parameters: { comment: '${reply}, urn:li:comment:(${activity},6636062862760562688), ${commentUrl}' },
			wire: [batch('${replyId},6636062862760562688,${commentId}')],
			out: [
				acmesReply,
				{
					urn: 'urn:li:comment:(${activity},6636062862760562688)',
					url: expect.stringContaining('?commentUrn='),
					found: false,
					status: 404,
					reason: 'Could not find entity',
				},
				cleosComment,
			],
		},
		{
			name: 'of several posts one call a post, the order kept',
			page: 'comments',
			given: (simulator) => {
				const names = threadOfAcme(simulator);
				const other = simulator.state.addPost({ author: '2414183', text: 'Second' });
				const comment = simulator.state.addComment({ post: other.urn, actor: 'cleo', text: 'Here too' });
				return {
					...names,
					other: other.activity,
					otherComment: comment.urn,
					otherId: comment.id,
					otherUrl: commentLink(other.activity, comment.id),
					otherAt: new Date(comment.createdAt).toISOString(),
				};
			},
			items: [{ list: ['${comment}', '${otherComment}', '${reply}'] }],
			parameters: { comment: '={{ $json.list }}' },
			wire: [
				batch('${commentId},${replyId}'),
				{ ...batch('${otherId}'), url: '/rest/socialActions/${other}/comments?ids=List(${otherId})' },
			],
			out: [
				cleosComment,
				{
					...cleosComment,
					urn: '${otherComment}',
					url: '${otherUrl}',
					id: '${otherId}',
					text: 'Here too',
					post: '${other}',
					postUrl: 'https://www.linkedin.com/feed/update/${other}',
					replies: null,
					createdAt: '${otherAt}',
					lastModifiedAt: '${otherAt}',
				},
				acmesReply,
			],
		},
		{
			name: 'the Development tier has no batches: one call a comment',
			page: ['comments', 'increasingAccess'],
			about: 'BATCH_GET on the Development tier',
			given: (simulator) => {
				Object.assign(simulator.state.apps.get('suite-app') ?? {}, { tier: 'development' });
				return threadOfAcme(simulator);
			},
			fields: { tier: 'development' },
			parameters: { comment: '${comment},${reply}' },
			wire: [get, { ...get, url: '/rest/socialActions/${activity}/comments/${replyId}' }],
			out: [cleosComment, acmesReply],
		},
	],
});
