import { defineCase } from '../../../../../cases';
import { threadOfAcme } from '../comment/thread';

const ACME = { __rl: true, mode: 'id', value: '2414183' };
const set = (commentsState: string) => ({
	method: 'POST' as const,
	url: '/rest/socialMetadata/${activity}?actor=urn%3Ali%3Aorganization%3A2414183',
	restliMethod: 'PARTIAL_UPDATE',
	version: '202609',
	body: { patch: { $set: { commentsState } } },
});
const accepted = (commentsState: string) => ({
	urn: '${activity}',
	url: 'https://www.linkedin.com/feed/update/${activity}',
	commentsState,
	accepted: true,
});

export default defineCase({
	operation: 'engagement:setCommentsState',
	cases: [
		{
			name: 'closing, which was confirmed',
			page: 'socialMetadata',
			given: threadOfAcme,
			parameters: {
				targetPost: '${activityId}',
				author: ACME,
				commentsState: 'CLOSED',
				confirmDeletion: true,
			},
			wire: [set('CLOSED')],
			out: [accepted('CLOSED')],
		},
		{
			name: 'closing without the confirmation is refused without a call, because LinkedIn deletes the comments',
			page: 'socialMetadata',
			about: 'commentsState',
			given: threadOfAcme,
			parameters: { targetPost: '${activity}', author: ACME, commentsState: 'CLOSED' },
			wire: [],
			error: {
				message: expect.stringContaining('permanently deletes all of them'),
				description: expect.stringContaining('Delete All Comments'),
			},
		},
		{
			name: 'a text that only looks like a confirmation is none',
			page: 'socialMetadata',
			given: threadOfAcme,
			parameters: {
				targetPost: '${activity}',
				author: ACME,
				commentsState: '={{ "closed" }}',
				confirmDeletion: '={{ "false" }}',
			},
			wire: [],
			error: { message: expect.stringContaining("wasn't confirmed") },
		},
		{
			name: 'opening needs no confirmation',
			page: 'socialMetadata',
			given: threadOfAcme,
			parameters: { targetPost: '${activity}', author: ACME, commentsState: 'OPEN' },
			wire: [set('OPEN')],
			out: [accepted('OPEN')],
		},
		{
			name: 'only the author may, and the error has the words of LinkedIn',
			page: 'socialMetadata',
			given: threadOfAcme,
			member: 'cleo',
			parameters: {
				targetPost: '${activity}',
				author: { __rl: true, mode: 'id', value: 'urn:li:person:cLeO55wQz0' },
				commentsState: 'OPEN',
			},
			wire: [
				{ ...set('OPEN'), url: '/rest/socialMetadata/${activity}?actor=urn%3Ali%3Aperson%3AcLeO55wQz0' },
			],
			error: { message: expect.stringContaining('is not the author of'), httpCode: '403' },
		},
	],
});
