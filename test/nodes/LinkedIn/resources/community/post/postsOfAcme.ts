import type { Variables } from '../../../../../cases';
import type { Simulator } from '../../../../../simulator';

/** A text post of Acme Corp from an hour ago, with all its ids. */
export function postOfAcme({ state }: Simulator): Variables {
	const createdAt = Date.now() - 3_600_000;
	const post = state.addPost({ author: '2414183', text: 'We are hiring (remotely)', createdAt });
	return {
		post: post.urn,
		postId: post.urn.slice('urn:li:share:'.length),
		activity: post.activity,
		activityId: post.activity.slice('urn:li:activity:'.length),
		createdAt: new Date(createdAt).toISOString(),
		createdAtMs: createdAt,
	};
}

/** The output for that post when it's read. */
export const acmesPost = {
	urn: '${post}',
	url: 'https://www.linkedin.com/feed/update/${post}',
	author: 'urn:li:organization:2414183',
	text: 'We are hiring (remotely)',
	visibility: 'PUBLIC',
	state: 'PUBLISHED',
	contentType: 'text',
	content: null,
	reshareOf: null,
	isReshareDisabled: false,
	isEdited: false,
	createdAt: '${createdAt}',
	publishedAt: '${createdAt}',
	lastModifiedAt: '${createdAt}',
};

/**
 * How the post of an activity is found (docs.socialMetadata: its `entity` is the activity): my pages, the latest posts
 * of the first one, and their activities in one batch.
 */
export const lookForActivity = [
	{
		method: 'GET' as const,
		url: '/rest/organizationAcls?q=roleAssignee&state=APPROVED&start=0&count=100',
		restliMethod: 'FINDER',
	},
	{
		method: 'GET' as const,
		url: '/rest/posts?q=author&author=urn%3Ali%3Aorganization%3A2414183&count=100&sortBy=CREATED',
		restliMethod: 'FINDER',
	},
	{
		method: 'GET' as const,
		url: '/rest/socialMetadata?ids=List(${post})',
		restliMethod: 'BATCH_GET',
	},
];
