import { defineCase } from '../../../../../cases';
import type { Simulator } from '../../../../../simulator';
import { acmesPost, lookForActivity, postOfAcme } from './postsOfAcme';

const get = {
	method: 'GET' as const,
	url: '/rest/posts/${post}',
	restliMethod: 'GET',
	version: '202609',
};
const getActivity = { ...get, url: '/rest/posts/${activity}' };
const getMissing = { ...get, url: '/rest/posts/urn%3Ali%3Ashare%3A7045020441609936898' };
const batch = {
	method: 'GET' as const,
	url: '/rest/posts?ids=List(${post},urn%3Ali%3Ashare%3A7045020441609936898)',
	restliMethod: 'BATCH_GET',
};

const missing = {
	urn: 'urn:li:share:7045020441609936898',
	url: 'https://www.linkedin.com/feed/update/urn:li:share:7045020441609936898',
	found: false,
	status: 404,
	reason: 'Could not find entity',
};
/** Requested on its own, it's answered with an error. */
const missingAlone = {
	...missing,
	reason: `LinkedIn found nothing there, or doesn't show it to this connection: ${missing.reason}`,
};

const MANY = Array.from({ length: 101 }, (_, index) => `urn:li:share:70450204416099${10_000 + index}`);
const encoded = (urns: string[]) => urns.map((urn) => urn.replace(/:/g, '%3A')).join(',');

function onDevelopmentTier(simulator: Simulator) {
	Object.assign(simulator.state.apps.get('suite-app') ?? {}, { tier: 'development' });
	return postOfAcme(simulator);
}

export default defineCase({
	operation: 'post:get',
	cases: [
		{
			name: 'a post by its URN, its text unescaped',
			page: 'posts',
			given: postOfAcme,
			parameters: { post: '${post}' },
			wire: [get],
			out: [acmesPost],
		},
		{
			name: 'a post by its feed URL with a trailing slash and a query',
			page: ['posts', 'urns'],
			given: postOfAcme,
			parameters: { post: 'https://fr.linkedin.com/feed/update/${post}/?actorCompanyId=1' },
			wire: [get],
			out: [acmesPost],
		},
		{
			name: 'Selected Fields gives the columns that are named; one that is not there says so in any case',
			page: 'posts',
			about: 'BATCH_GET',
			given: postOfAcme,
			parameters: {
				post: '${post}, urn:li:share:7045020441609936898',
				output: 'selectedFields',
				selectedFields: 'url, text',
			},
			wire: [batch],
			out: [
				{ url: 'https://www.linkedin.com/feed/update/${post}', text: 'We are hiring (remotely)' },
				{
					url: missing.url,
					text: null,
					found: false,
					status: 404,
					reason: missing.reason,
				},
			],
		},
		{
			name: 'Selected Fields without a name is refused without a call',
			page: 'posts',
			given: postOfAcme,
			parameters: { post: '${post}', output: 'selectedFields', selectedFields: ' , ' },
			wire: [],
			error: { message: expect.stringContaining('Fields is empty') },
		},
		{
			name: 'Raw gives the entity of LinkedIn, with urn and url beside it',
			page: 'posts',
			given: postOfAcme,
			parameters: { post: '${post}', output: 'raw' },
			wire: [get],
			out: [
				{
					id: '${post}',
					author: 'urn:li:organization:2414183',
					commentary: 'We are hiring \\(remotely\\)',
					visibility: 'PUBLIC',
					distribution: { feedDistribution: 'MAIN_FEED', thirdPartyDistributionChannels: [] },
					lifecycleState: 'PUBLISHED',
					lifecycleStateInfo: { isEditedByAuthor: false },
					isReshareDisabledByAuthor: false,
					createdAt: '${createdAtMs}',
					publishedAt: '${createdAtMs}',
					lastModifiedAt: '${createdAtMs}',
					urn: '${post}',
					url: 'https://www.linkedin.com/feed/update/${post}',
				},
			],
		},
		{
			name: 'what LinkedIn leaves out is null, and an empty content is none',
			page: 'posts',
			behaviour: 'Reading posts',
			given: (simulator) => {
				const names = postOfAcme(simulator);
				simulator.faults.add({
					match: { path: /^\/rest\/posts\// },
					effect: {
						status: 200,
						body: { id: names.post, author: 'urn:li:organization:2414183', content: {} },
					},
				});
				return names;
			},
			parameters: { post: '${post}' },
			wire: [get],
			out: [
				{
					...acmesPost,
					text: null,
					visibility: null,
					state: null,
					isReshareDisabled: null,
					isEdited: null,
					createdAt: null,
					publishedAt: null,
					lastModifiedAt: null,
				},
			],
		},
		{
			name: 'a bare number is an activity: tried once, then found among the latest posts of my pages',
			page: 'socialMetadata',
			behaviour: 'Ids of a post',
			given: postOfAcme,
			parameters: { post: '${activityId}' },
			wire: [getActivity, ...lookForActivity, get],
			out: [acmesPost],
		},
		{
			name: 'an activity that is none of the latest posts is refused with that explanation',
			page: 'socialMetadata',
			behaviour: 'Ids of a post',
			given: postOfAcme,
			member: 'bob',
			parameters: { post: '${activity}' },
			wire: [getActivity, lookForActivity[0]],
			error: {
				message: expect.stringContaining("isn't among the latest 100 posts"),
				description: expect.stringContaining('share or ugcPost URN'),
			},
		},
		{
			name: 'several in one call, a missing one in its place with the reason',
			page: ['posts', 'methods'],
			about: 'BATCH_GET',
			given: postOfAcme,
			parameters: { post: '${post}, urn:li:share:7045020441609936898' },
			wire: [batch],
			out: [acmesPost, missing],
		},
		{
			name: 'several as a list from an expression',
			page: 'posts',
			given: postOfAcme,
			items: [{ posts: ['${post}', 'urn:li:share:7045020441609936898'] }],
			parameters: { post: '={{ $json.posts }}' },
			wire: [batch],
			out: [acmesPost, missing],
		},
		{
			name: 'the Development tier has no batches: one call a post',
			page: ['posts', 'increasingAccess'],
			about: 'BATCH_GET on the Development tier',
			given: onDevelopmentTier,
			fields: { tier: 'development' },
			parameters: { post: '${post}\nurn:li:share:7045020441609936898' },
			wire: [get, getMissing],
			out: [acmesPost, missingAlone],
		},
		{
			name: 'where the tier is not known, a refused batch is followed by one call a post',
			page: ['posts', 'increasingAccess'],
			about: 'BATCH_GET on the Development tier',
			given: onDevelopmentTier,
			fields: { tier: 'unknown' },
			parameters: { post: '${post},urn:li:share:7045020441609936898' },
			wire: [batch, get, getMissing],
			out: [acmesPost, missingAlone],
		},
		{
			name: 'more than a hundred are asked a hundred at a time',
			page: ['posts', 'methods'],
			about: 'BATCH_GET',
			parameters: { post: MANY.join(',') },
			wire: [
				{ ...batch, url: `/rest/posts?ids=List(${encoded(MANY.slice(0, 100))})` },
				{ ...batch, url: `/rest/posts?ids=List(${encoded(MANY.slice(100))})` },
			],
			out: MANY.map((urn) => expect.objectContaining({ urn, found: false })),
		},
		{
			name: 'on the Development tier an activity cannot be looked up, and the error says why',
			page: ['socialMetadata', 'increasingAccess'],
			about: 'BATCH_GET on the Development tier',
			given: onDevelopmentTier,
			fields: { tier: 'development' },
			parameters: { post: '${activity}' },
			wire: [getActivity],
			error: { message: expect.stringMatching(/Development/) },
		},
		{
			name: 'one missing post is an error',
			page: 'posts',
			about: '404',
			parameters: { post: 'urn:li:share:7045020441609936898' },
			wire: [getMissing],
			error: { message: expect.stringMatching(/^LinkedIn found nothing there/), httpCode: '404' },
		},
		{
			name: 'a self-serve connection is refused without a call, as LinkedIn lets it read no posts',
			page: 'posts',
			scopes: ['openid', 'profile', 'w_member_social'],
			parameters: { post: 'urn:li:share:7045020441609936898' },
			wire: [],
			error: { message: expect.stringContaining('r_organization_social') },
		},
	],
});
