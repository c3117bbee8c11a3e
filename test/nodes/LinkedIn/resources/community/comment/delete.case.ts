import { defineCase } from '../../../../../cases';
import { threadOfAcme } from './thread';

const ACME = { __rl: true, mode: 'id', value: '2414183' };
const ME = { __rl: true, mode: 'list', value: 'me' };

export default defineCase({
	operation: 'comment:delete',
	cases: [
		{
			name: 'a comment of a page names the page as actor',
			page: 'comments',
			given: threadOfAcme,
			parameters: { comment: '${reply}', actor: ACME },
			wire: [
				{
					method: 'DELETE',
					url: '/rest/socialActions/${activity}/comments/${replyId}?actor=urn%3Ali%3Aorganization%3A2414183',
					restliMethod: 'DELETE',
					version: '202609',
				},
			],
			out: [{ urn: '${reply}', url: '${replyUrl}', deleted: true }],
		},
		{
			name: 'a page removes what a reader wrote under its post',
			page: 'comments',
			given: threadOfAcme,
			parameters: { comment: '${commentUrl}', actor: ACME },
			wire: [
				{
					method: 'DELETE',
					url: '/rest/socialActions/${activity}/comments/${commentId}?actor=urn%3Ali%3Aorganization%3A2414183',
					restliMethod: 'DELETE',
				},
			],
			out: [{ urn: '${comment}', url: '${commentUrl}', deleted: true }],
		},
		{
			name: 'a comment of the member goes without an actor',
			page: 'comments',
			given: threadOfAcme,
			member: 'cleo',
			parameters: { comment: '${comment}', actor: ME },
			wire: [
				{ method: 'GET', url: '/v2/me', restliMethod: 'GET' },
				{
					method: 'DELETE',
					url: '/rest/socialActions/${activity}/comments/${commentId}',
					restliMethod: 'DELETE',
				},
			],
			out: [{ urn: '${comment}', url: '${commentUrl}', deleted: true }],
		},
		{
			name: 'a comment that is gone is an error, unless the answer to the delete was lost',
			page: ['comments', 'errors'],
			given: (simulator) => {
				const names = threadOfAcme(simulator);
				simulator.state.deleteComment(String(names.reply));
				return names;
			},
			parameters: { comment: '${reply}', actor: ACME },
			wire: [
				{
					method: 'DELETE',
					url: '/rest/socialActions/${activity}/comments/${replyId}?actor=urn%3Ali%3Aorganization%3A2414183',
					restliMethod: 'DELETE',
				},
			],
			error: { httpCode: '404' },
		},
	],
});
