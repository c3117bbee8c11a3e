import { defineCase } from '../../../../../cases';
import { answering, article, presented } from './ugcPosts';

const ACME = { __rl: true, mode: 'id', value: '2414183' };
const FIRST = 'urn:li:ugcPost:6636062862760562688';
const SECOND = 'urn:li:share:6636062862760562689';

const list = (sortBy: string, start: number, count: number) => ({
	method: 'GET' as const,
	url: `/v2/ugcPosts?q=authors&authors=List(urn%3Ali%3Aorganization%3A2414183)&sortBy=${sortBy}&start=${start}&count=${count}`,
	restliMethod: 'FINDER',
});

export default defineCase({
	operation: 'legacyPost:getMany',
	cases: [
		{
			name: 'the posts of a page, its URN in a list',
			page: 'ugcPosts',
			given: ({ state }) => {
				const createdAt = Date.now() - 3_600_000;
				const { urn } = state.addPost({ author: '2414183', text: 'We (hire)', createdAt });
				return { post: urn, createdAt: new Date(createdAt).toISOString() };
			},
			parameters: { author: ACME, sortBy: 'CREATED', limit: 5 },
			wire: [list('CREATED', 0, 5)],
			out: [
				{
					urn: '${post}',
					url: 'https://www.linkedin.com/feed/update/${post}',
					author: 'urn:li:organization:2414183',
					text: 'We (hire)',
					visibility: 'PUBLIC',
					state: 'PUBLISHED',
					contentType: 'text',
					media: [],
					createdAt: '${createdAt}',
					publishedAt: '${createdAt}',
					lastModifiedAt: '${createdAt}',
				},
			],
		},
		{
			name: 'all of them over the pages of LinkedIn',
			page: ['ugcPosts', 'pagination'],
			given: answering(
				{ paging: { start: 0, count: 100, total: 101, links: [] }, elements: [article(FIRST)] },
				{ paging: { start: 100, count: 100, total: 101, links: [] }, elements: [article(SECOND)] },
			),
			parameters: { author: ACME, sortBy: 'LAST_MODIFIED', returnAll: true },
			wire: [list('LAST_MODIFIED', 0, 100), list('LAST_MODIFIED', 100, 100)],
			out: [presented(FIRST), presented(SECOND)],
		},
		{
			name: 'a member is refused without a call, as LinkedIn grants that scope to nobody new',
			page: ['ugcPosts', 'permissions'],
			about: 'r_member_social',
			parameters: {
				author: { __rl: true, mode: 'list', value: 'me' },
				sortBy: 'CREATED',
				limit: 5,
			},
			wire: [],
			error: { message: expect.stringContaining('r_member_social') },
		},
	],
});
