import { defineCase } from '../../../../../cases';
import { besideText } from './besideText';
import { threadOfAcme } from './thread';
import { ACME, comment, create, ME } from './written';

const me = { method: 'GET' as const, url: '/v2/me', restliMethod: 'GET' };

export default defineCase({
	operation: 'comment:create',
	cases: [
		{
			name: 'as a page, plain text goes out as typed',
			page: 'comments',
			given: threadOfAcme,
			parameters: { targetPost: '${activity}', actor: ACME, text: 'See (the) [docs] #now, a_b \\ c' },
			wire: [
				{
					...create,
					body: {
						actor: 'urn:li:organization:2414183',
						object: '${activity}',
						message: { text: 'See (the) [docs] #now, a_b \\ c' },
					},
				},
			],
			out: [comment('urn:li:organization:2414183', 'See (the) [docs] #now, a_b \\ c')],
		},
		{
			name: 'by a share URN the thread is still the activity',
			page: 'comments',
			given: threadOfAcme,
			parameters: { targetPost: '${post}', actor: ACME, text: 'Hi' },
			wire: [
				{
					...create,
					url: '/rest/socialActions/${post}/comments',
					body: { actor: 'urn:li:organization:2414183', object: '${post}', message: { text: 'Hi' } },
				},
			],
			out: [comment('urn:li:organization:2414183', 'Hi')],
		},
		{
			name: 'as the member behind the connection, whom /v2/me names',
			page: 'comments',
			given: threadOfAcme,
			parameters: { targetPost: '${activityId}', actor: ME, text: 'Me too' },
			wire: [
				me,
				{
					...create,
					body: {
						actor: 'urn:li:person:Ada782bbtaQ',
						object: '${activity}',
						message: { text: 'Me too' },
					},
				},
			],
			out: [comment('urn:li:person:Ada782bbtaQ', 'Me too')],
		},
		{
			name: 'as a page named by the address that holds its name',
			page: ['comments', 'organizations'],
			given: threadOfAcme,
			parameters: {
				targetPost: 'https://www.linkedin.com/feed/update/${activity}/',
				actor: { __rl: true, mode: 'url', value: 'https://www.linkedin.com/company/acme-corp/about/' },
				text: 'Hi',
			},
			wire: [
				{
					method: 'GET',
					url: '/rest/organizations?q=vanityName&vanityName=acme-corp',
					restliMethod: 'FINDER',
				},
				{
					...create,
					body: { actor: 'urn:li:organization:2414183', object: '${activity}', message: { text: 'Hi' } },
				},
			],
			out: [comment('urn:li:organization:2414183', 'Hi')],
		},
		{
			name: 'a self-serve member comments over the unversioned resource',
			page: 'comments',
			behaviour: 'Share on LinkedIn alone',
			given: threadOfAcme,
			app: 'self-serve-app',
			member: 'bob',
			scopes: ['openid', 'profile', 'w_member_social'],
			parameters: { targetPost: '${activity}', actor: ME, text: 'Nice' },
			wire: [
				{
					method: 'POST',
					url: '/v2/socialActions/${activity}/comments',
					restliMethod: 'CREATE',
					body: {
						actor: 'urn:li:person:Bob-4kd_91x',
						object: '${activity}',
						message: { text: 'Nice' },
					},
				},
			],
			out: [comment('urn:li:person:Bob-4kd_91x', 'Nice')],
		},
		{
			name: 'the numeric id in the header is enough where LinkedIn sends no body',
			page: 'comments',
			given: (simulator) => {
				const names = threadOfAcme(simulator);
				simulator.faults.add({
					match: { method: 'POST', path: /\/comments$/ },
					effect: { status: 201, headers: { 'x-restli-id': '6636062862760562688' } },
				});
				return names;
			},
			parameters: { targetPost: '${activity}', actor: ACME, text: 'Hi' },
			wire: [
				{
					...create,
					body: { actor: 'urn:li:organization:2414183', object: '${activity}', message: { text: 'Hi' } },
				},
			],
			out: [
				{
					...comment('urn:li:organization:2414183', 'Hi'),
					urn: 'urn:li:comment:(${activity},6636062862760562688)',
					createdAt: null,
					lastModifiedAt: null,
				},
			],
		},
		...besideText,
		{
			name: 'closed comments are refused with the words of LinkedIn',
			page: 'comments',
			given: (simulator) => {
				const names = threadOfAcme(simulator);
				Object.assign(simulator.state.findPost(String(names.post)) ?? {}, { commentsState: 'CLOSED' });
				return names;
			},
			parameters: { targetPost: '${activity}', actor: ACME, text: 'Hi' },
			wire: [
				{
					...create,
					body: { actor: 'urn:li:organization:2414183', object: '${activity}', message: { text: 'Hi' } },
				},
			],
			error: { message: expect.stringContaining('Comments are closed'), httpCode: '403' },
		},
	],
});
