import { defineCase } from '../../../../../cases';
import type { Simulator } from '../../../../../simulator';
import { acmesReply, commentLink, threadOfAcme } from './thread';

const ACME = { __rl: true, mode: 'id', value: 'urn:li:organization:2414183' };
const ME = { __rl: true, mode: 'list', value: 'me' };

const patch = { patch: { message: { $set: { text: 'Better' } } } };

/** A comment by Ada on Acme's post. */
function commentOfAda(simulator: Simulator) {
	const names = threadOfAcme(simulator);
	const own = simulator.state.addComment({ post: String(names.post), actor: 'ada', text: 'Wrse' });
	return { ...names, own: own.urn, ownId: own.id, ownUrl: commentLink(own.activity, own.id) };
}

export default defineCase({
	operation: 'comment:update',
	cases: [
		{
			name: 'mentions stand beside the text in the patch',
			page: 'comments',
			about: 'PARTIAL_UPDATE',
			given: threadOfAcme,
			parameters: {
				comment: '${reply}',
				actor: ACME,
				text: 'Yes, Cleo',
				additionalFields: {
					mentions: {
						mention: [{ name: 'Cleo', who: { __rl: true, mode: 'id', value: 'urn:li:person:cLeO55wQz0' } }],
					},
				},
			},
			wire: [
				{
					method: 'POST',
					url: '/rest/socialActions/${activity}/comments/${replyId}?actor=urn%3Ali%3Aorganization%3A2414183',
					restliMethod: 'PARTIAL_UPDATE',
					body: {
						patch: {
							message: {
								$set: {
									text: 'Yes, Cleo',
									attributes: [
										{ start: 5, length: 4, value: { person: { person: 'urn:li:person:cLeO55wQz0' } } },
									],
								},
							},
						},
					},
				},
			],
			out: [
				{
					...acmesReply,
					text: 'Yes, Cleo',
					likes: null,
					lastModifiedAt: expect.stringMatching(/Z$/),
					updated: true,
				},
			],
		},
		{
			name: 'a comment of a page names the page as actor, and $set sits under message',
			page: 'comments',
			given: threadOfAcme,
			parameters: { comment: '${reply}', actor: ACME, text: 'Better' },
			wire: [
				{
					method: 'POST',
					url: '/rest/socialActions/${activity}/comments/${replyId}?actor=urn%3Ali%3Aorganization%3A2414183',
					restliMethod: 'PARTIAL_UPDATE',
					body: patch,
					version: '202609',
				},
			],
			out: [
				{
					...acmesReply,
					text: 'Better',
					likes: null,
					lastModifiedAt: expect.stringMatching(/Z$/),
					updated: true,
				},
			],
		},
		{
			name: 'a comment of the member goes without an actor',
			page: 'comments',
			given: commentOfAda,
			parameters: { comment: '${own}', actor: ME, text: 'Better' },
			wire: [
				{ method: 'GET', url: '/v2/me', restliMethod: 'GET' },
				{
					method: 'POST',
					url: '/rest/socialActions/${activity}/comments/${ownId}',
					restliMethod: 'PARTIAL_UPDATE',
					body: patch,
				},
			],
			out: (variables) => [
				expect.objectContaining({
					urn: variables.own,
					url: variables.ownUrl,
					text: 'Better',
					author: 'urn:li:person:Ada782bbtaQ',
					updated: true,
				}),
			],
		},
		{
			name: 'a 204 without a body is success too',
			page: 'comments',
			behaviour: 'Editing a comment',
			given: (simulator) => {
				const names = threadOfAcme(simulator);
				simulator.faults.add({ match: { restliMethod: 'PARTIAL_UPDATE' }, effect: { status: 204 } });
				return names;
			},
			parameters: { comment: '${reply}', actor: ACME, text: 'Better' },
			wire: [
				{
					method: 'POST',
					url: '/rest/socialActions/${activity}/comments/${replyId}?actor=urn%3Ali%3Aorganization%3A2414183',
					restliMethod: 'PARTIAL_UPDATE',
					body: patch,
				},
			],
			out: [
				{
					...acmesReply,
					text: 'Better',
					parent: null,
					likes: null,
					createdAt: null,
					lastModifiedAt: null,
					updated: true,
				},
			],
		},
		{
			name: 'somebody else’s comment cannot be edited',
			page: 'comments',
			given: threadOfAcme,
			parameters: { comment: '${comment}', actor: ACME, text: 'Better' },
			wire: [
				{
					method: 'POST',
					url: '/rest/socialActions/${activity}/comments/${commentId}?actor=urn%3Ali%3Aorganization%3A2414183',
					restliMethod: 'PARTIAL_UPDATE',
					body: patch,
				},
			],
			error: { httpCode: '403', description: expect.stringContaining('Run Check Access') },
		},
	],
});
