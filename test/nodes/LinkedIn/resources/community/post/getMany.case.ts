import { defineCase } from '../../../../../cases';
import type { Simulator } from '../../../../../simulator';
import { acmesPost, postOfAcme } from './postsOfAcme';

const ACME = { __rl: true, mode: 'list', value: 'urn:li:organization:2414183' };

const find = (start: number, count: number, more = '&sortBy=CREATED') => ({
	method: 'GET' as const,
	url: `/rest/posts?q=author&author=urn%3Ali%3Aorganization%3A2414183${more}&start=${start}&count=${count}`,
	restliMethod: 'FINDER',
	version: '202609',
});

const posts = (count: number) => (simulator: Simulator) => {
	for (let number = 1; number <= count; number++) {
		simulator.state.addPost({
			author: '2414183',
			text: `Number ${number}`,
			createdAt: Date.now() - 86_400_000 + number * 1000,
		});
	}
	return {};
};

const numbers = (from: number, to: number) =>
	Array.from({ length: from - to + 1 }, (_, index) =>
		expect.objectContaining({ text: `Number ${from - index}` }),
	);

export default defineCase({
	operation: 'post:getMany',
	cases: [
		{
			name: 'the posts of a page, newest first',
			page: 'posts',
			given: postOfAcme,
			parameters: { author: ACME },
			wire: [find(0, 50)],
			out: [acmesPost],
		},
		...[
			'https://www.linkedin.com/company/acme-corp/posts/',
			'https%3A%2F%2Fwww.linkedin.com%2Fcompany%2Facme-corp%2Fposts%2F',
			'https%253A%252F%252Fwww.linkedin.com%252Fcompany%252Facme-corp',
		].map((value) => ({
			name: `a page by the address that holds its name: ${value}`,
			page: ['posts', 'organizations'] as const,
			given: postOfAcme,
			parameters: {
				author: { __rl: true, mode: 'url', value },
				sortBy: 'LAST_MODIFIED',
			},
			wire: [
				{
					method: 'GET' as const,
					url: '/rest/organizations?q=vanityName&vanityName=acme-corp',
					restliMethod: 'FINDER',
				},
				find(0, 50, '&sortBy=LAST_MODIFIED'),
			],
			out: [acmesPost],
		})),
		{
			name: 'return all follows the next link to the end',
			page: ['posts', 'pagination'],
			given: posts(130),
			parameters: { author: ACME, returnAll: true },
			wire: [find(0, 100), find(100, 100)],
			out: numbers(130, 1),
		},
		{
			name: 'a limit asks the last page only for what is missing',
			page: 'posts',
			given: posts(130),
			parameters: { author: ACME, limit: 120 },
			wire: [find(0, 100), find(100, 20)],
			out: numbers(130, 11),
		},
		{
			name: 'a limit that one page fills costs one call',
			page: 'posts',
			given: posts(130),
			parameters: { author: ACME, limit: 2 },
			wire: [find(0, 2)],
			out: numbers(130, 129),
		},
		{
			name: 'a page shorter than asked goes on while a next link stands',
			page: 'posts',
			behaviour: 'Lists with gaps',
			given: (simulator) => {
				simulator.state.shortPostPages = true;
				return posts(100)(simulator);
			},
			parameters: { author: ACME, returnAll: true },
			wire: [find(0, 100), find(100, 100)],
			out: numbers(100, 1),
		},
		{
			name: 'Raw gives the entities of LinkedIn, with urn and url',
			page: 'posts',
			given: postOfAcme,
			parameters: { author: ACME, output: 'raw' },
			wire: [find(0, 50)],
			out: (variables) => [
				expect.objectContaining({
					id: variables.post,
					urn: variables.post,
					url: `https://www.linkedin.com/feed/update/${variables.post}`,
					commentary: 'We are hiring \\(remotely\\)',
					createdAt: variables.createdAtMs,
				}),
			],
		},
		{
			name: 'a page without posts gives no items',
			page: 'posts',
			parameters: { author: ACME },
			wire: [find(0, 50)],
			out: [],
		},
		{
			name: 'my own posts need r_member_social, which is said without a call',
			page: 'posts',
			parameters: { author: { __rl: true, mode: 'id', value: 'me' } },
			wire: [],
			error: {
				message: expect.stringContaining('r_member_social'),
				description: expect.stringContaining('does not give r_member_social to new apps'),
			},
		},
		{
			name: 'with r_member_social my own posts are listed',
			page: 'posts',
			scopes: ['openid', 'profile', 'r_member_social'],
			given: (simulator) => ({ own: simulator.state.addPost({ author: 'ada', text: 'Mine' }).urn }),
			parameters: { author: { __rl: true, mode: 'id', value: 'me' } },
			wire: [
				{
					method: 'GET',
					url: '/rest/posts?q=author&author=urn%3Ali%3Aperson%3AAda782bbtaQ&sortBy=CREATED&start=0&count=50',
					restliMethod: 'FINDER',
				},
			],
			out: (variables) => [expect.objectContaining({ urn: variables.own, text: 'Mine' })],
		},
	],
});
