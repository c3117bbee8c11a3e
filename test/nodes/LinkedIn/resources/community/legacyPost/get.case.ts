import { defineCase } from '../../../../../cases';
import { lookForActivity, postOfAcme } from '../post/postsOfAcme';
import { answering, article, presented } from './ugcPosts';

const URN = 'urn:li:ugcPost:6636062862760562688';
const get = {
	method: 'GET' as const,
	url: '/v2/ugcPosts/urn%3Ali%3AugcPost%3A6636062862760562688',
	restliMethod: 'GET',
};

/** A text post of Acme Corp as the older resource shows it. */
const acmesText = {
	urn: '${post}',
	url: 'https://www.linkedin.com/feed/update/${post}',
	author: 'urn:li:organization:2414183',
	text: 'We are hiring (remotely)',
	visibility: 'PUBLIC',
	state: 'PUBLISHED',
	contentType: 'text',
	media: [],
	createdAt: '${createdAt}',
	publishedAt: '${createdAt}',
	lastModifiedAt: '${createdAt}',
};

export default defineCase({
	operation: 'legacyPost:get',
	cases: [
		{
			name: 'a text post over the unversioned resource, its text plain',
			page: 'ugcPosts',
			given: postOfAcme,
			parameters: { post: '${post}' },
			wire: [{ ...get, url: '/v2/ugcPosts/${post}' }],
			out: [acmesText],
		},
		{
			name: 'an article with its media',
			page: 'ugcPosts',
			given: answering(article(URN)),
			parameters: { post: URN },
			wire: [get],
			out: [presented(URN)],
		},
		{
			name: 'an activity is tried once, then found among the latest posts of my pages',
			page: 'ugcPosts',
			behaviour: 'Ids of a post',
			given: postOfAcme,
			parameters: { post: '${activityId}' },
			wire: [
				{ ...get, url: '/v2/ugcPosts/${activity}' },
				...lookForActivity,
				{ ...get, url: '/v2/ugcPosts/${post}' },
			],
			out: [acmesText],
		},
		{
			name: 'what LinkedIn leaves out is null or []',
			page: 'ugcPosts',
			given: answering({ id: URN, author: 'urn:li:organization:2414183' }),
			parameters: { post: URN },
			wire: [get],
			out: [
				{
					...presented(URN),
					text: null,
					visibility: null,
					state: null,
					contentType: null,
					media: [],
					createdAt: null,
					publishedAt: null,
					lastModifiedAt: null,
				},
			],
		},
		{
			name: 'Raw gives the entity of LinkedIn, with urn and url beside it',
			page: 'ugcPosts',
			given: answering(article(URN)),
			parameters: { post: URN, output: 'raw' },
			wire: [get],
			out: [{ ...article(URN), urn: URN, url: `https://www.linkedin.com/feed/update/${URN}` }],
		},
		{
			name: 'one that is missing is an error',
			page: 'ugcPosts',
			parameters: { post: URN },
			wire: [get],
			error: { httpCode: '404' },
		},
	],
});
