/** What the cases of post:create have in common, typed from docs.posts and docs.comments. */
import type { OperationCase } from '../../../../../../cases';

export const ACME = { __rl: true, mode: 'id', value: '2414183' };
export const ME = { __rl: true, mode: 'list', value: 'me' };
export const SELF_SERVE: Pick<OperationCase, 'app' | 'member' | 'scopes'> = {
	app: 'self-serve-app',
	member: 'bob',
	scopes: ['openid', 'profile', 'w_member_social'],
};
export const BOB = 'urn:li:person:Bob-4kd_91x';

/** A text post, with what differs. */
export const create = (commentary: string, more: object = {}) => ({
	method: 'POST' as const,
	url: '/rest/posts',
	restliMethod: 'CREATE',
	version: '202609',
	body: {
		author: 'urn:li:organization:2414183',
		commentary,
		visibility: 'PUBLIC',
		distribution: {
			feedDistribution: 'MAIN_FEED',
			targetEntities: [],
			thirdPartyDistributionChannels: [],
		},
		lifecycleState: 'PUBLISHED',
		isReshareDisabledByAuthor: false,
		...more,
	},
});

/** The comment that is sent under the post just created. */
export const firstComment = (actor: string, text: string, base = 'rest') => ({
	method: 'POST' as const,
	url: expect.stringMatching(
		new RegExp(`^/${base}/socialActions/urn%3Ali%3Ashare%3A\\d+/comments$`),
	) as string,
	restliMethod: 'CREATE',
	body: { actor, object: expect.stringMatching(/^urn:li:share:\d+$/), message: { text } },
});

export const made = (more: object) => ({
	urn: expect.stringMatching(/^urn:li:share:\d+$/),
	url: expect.stringMatching(/^https:\/\/www\.linkedin\.com\/feed\/update\/urn:li:share:\d+$/),
	deduplicated: false,
	author: 'urn:li:organization:2414183',
	visibility: 'PUBLIC',
	contentType: 'text',
	media: [],
	firstComment: null,
	...more,
});

export const written = {
	urn: expect.stringMatching(/^urn:li:comment:\(urn:li:activity:\d+,\d+\)$/),
	error: null,
};

/** The status of media, by its URN as in a path. */
export const statusOf = (media: string) => ({
	method: 'GET' as const,
	url: `/rest/images/${media}`,
	restliMethod: 'GET',
});

/** One post by its URN. */
export const readPost = (post: string) => ({
	method: 'GET' as const,
	url: `/rest/posts/${post}`,
	restliMethod: 'GET',
});

/** As readPost, for a post that the run created. */
export const readMade = {
	...readPost(''),
	url: expect.stringMatching(/^\/rest\/posts\/urn%3Ali%3A(share|ugcPost)%3A\d+$/) as string,
};
