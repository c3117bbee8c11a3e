import { defineCase } from '../../../../../cases';
import { threadOfAcme } from './thread';

const ACME = { __rl: true, mode: 'list', value: 'urn:li:organization:2414183' };
const ME = { __rl: true, mode: 'list', value: 'me' };

const reply = (parent: string, actor: string, text: string) => ({
	method: 'POST' as const,
	url: `/rest/socialActions/\${${parent}}/comments`,
	restliMethod: 'CREATE',
	version: '202609',
	body: {
		actor,
		object: '${activity}',
		parentComment: `\${${parent}}`,
		message: { text },
	},
});

const answer = (author: string, text: string) => ({
	urn: expect.stringMatching(/^urn:li:comment:\(urn:li:activity:\d+,\d+\)$/),
	url: expect.stringContaining('?commentUrn='),
	id: expect.stringMatching(/^\d+$/),
	text,
	author,
	post: '${activity}',
	postUrl: 'https://www.linkedin.com/feed/update/${activity}',
	parent: '${comment}',
	likes: null,
	replies: null,
	createdAt: expect.stringMatching(/Z$/),
	lastModifiedAt: expect.stringMatching(/Z$/),
	deduplicated: false,
});

export default defineCase({
	operation: 'comment:reply',
	cases: [
		{
			name: 'mentions whom it answers',
			page: 'comments',
			given: threadOfAcme,
			parameters: {
				comment: '${comment}',
				actor: ACME,
				text: '@Cleo yes',
				additionalFields: {
					mentions: {
						mention: [{ name: 'Cleo', who: { __rl: true, mode: 'id', value: 'urn:li:person:cLeO55wQz0' } }],
					},
				},
			},
			wire: [
				{
					...reply('comment', 'urn:li:organization:2414183', ''),
					body: {
						actor: 'urn:li:organization:2414183',
						object: '${activity}',
						parentComment: '${comment}',
						message: {
							text: 'Cleo yes',
							attributes: [
								{ start: 0, length: 4, value: { person: { person: 'urn:li:person:cLeO55wQz0' } } },
							],
						},
					},
				},
			],
			out: [answer('urn:li:organization:2414183', 'Cleo yes')],
		},
		{
			name: 'as a page: the object stays the thread, the parent is named',
			page: 'comments',
			given: threadOfAcme,
			parameters: { comment: '${comment}', actor: ACME, text: 'Yes (remote)' },
			wire: [reply('comment', 'urn:li:organization:2414183', 'Yes (remote)')],
			out: [answer('urn:li:organization:2414183', 'Yes (remote)')],
		},
		{
			name: 'as the member',
			page: 'comments',
			given: threadOfAcme,
			parameters: { comment: '${commentUrl}', actor: ME, text: 'Yes' },
			wire: [
				{ method: 'GET', url: '/v2/me', restliMethod: 'GET' },
				reply('comment', 'urn:li:person:Ada782bbtaQ', 'Yes'),
			],
			out: [answer('urn:li:person:Ada782bbtaQ', 'Yes')],
		},
		{
			name: 'the short URN of a webhook is sent in its long form',
			page: 'comments',
			given: threadOfAcme,
			parameters: {
				comment: 'urn:li:comment:(activity:${activityId},${commentId})',
				actor: ACME,
				text: 'Yes',
			},
			wire: [reply('comment', 'urn:li:organization:2414183', 'Yes')],
			out: [answer('urn:li:organization:2414183', 'Yes')],
		},
		{
			name: 'an answer to a reply goes under the comment above it, as LinkedIn nests one level',
			page: 'comments',
			given: threadOfAcme,
			parameters: { comment: '${reply}', actor: ACME, text: 'And on site' },
			wire: [
				reply('reply', 'urn:li:organization:2414183', 'And on site'),
				{ method: 'GET', url: '/rest/socialActions/${activity}/comments/${replyId}', restliMethod: 'GET' },
				reply('comment', 'urn:li:organization:2414183', 'And on site'),
			],
			out: [answer('urn:li:organization:2414183', 'And on site')],
		},
		{
			name: 'a self-serve member replies over the unversioned resource',
			page: 'comments',
			behaviour: 'Share on LinkedIn alone',
			given: threadOfAcme,
			app: 'self-serve-app',
			member: 'bob',
			scopes: ['openid', 'profile', 'w_member_social'],
			parameters: { comment: '${comment}', actor: ME, text: 'Nice' },
			wire: [
				{
					method: 'POST',
					url: '/v2/socialActions/${comment}/comments',
					restliMethod: 'CREATE',
					body: {
						actor: 'urn:li:person:Bob-4kd_91x',
						object: '${activity}',
						parentComment: '${comment}',
						message: { text: 'Nice' },
					},
				},
			],
			out: [answer('urn:li:person:Bob-4kd_91x', 'Nice')],
		},
		{
			name: 'a comment that is gone fails after one look for the comment above it',
			page: 'comments',
			given: (simulator) => {
				const names = threadOfAcme(simulator);
				simulator.state.deleteComment(String(names.comment));
				return names;
			},
			parameters: { comment: '${comment}', actor: ACME, text: 'Too late' },
			wire: [
				reply('comment', 'urn:li:organization:2414183', 'Too late'),
				{ method: 'GET', url: '/rest/socialActions/${activity}/comments/${commentId}', restliMethod: 'GET' },
			],
			error: { message: expect.stringMatching(/^LinkedIn found nothing there/), httpCode: '404' },
		},
	],
});
