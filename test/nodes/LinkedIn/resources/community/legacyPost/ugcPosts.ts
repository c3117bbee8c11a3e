import type { Variables } from '../../../../../cases';
import type { Simulator } from '../../../../../simulator';

const CREATED_AT_MS = Date.UTC(2020, 1, 20, 1, 4, 38);

/** An article of the older resource, as docs.ugcPosts describes it; the URN is that of the post in the case. */
export function article(urn: string) {
	return {
		id: urn,
		author: 'urn:li:organization:2414183',
		lifecycleState: 'PUBLISHED',
		specificContent: {
			'com.linkedin.ugc.ShareContent': {
				shareCommentary: { text: 'Plain (text) stays_as it is', attributes: [] },
				shareMediaCategory: 'ARTICLE',
				media: [{ status: 'READY', originalUrl: 'https://example.com', title: { text: 't' } }],
			},
		},
		visibility: { 'com.linkedin.ugc.MemberNetworkVisibility': 'PUBLIC' },
		created: { actor: 'urn:li:person:Ada782bbtaQ', time: CREATED_AT_MS },
		lastModified: { actor: 'urn:li:person:Ada782bbtaQ', time: CREATED_AT_MS + 1000 },
		firstPublishedAt: CREATED_AT_MS + 500,
	};
}

/** LinkedIn answers the next requests for ugcPosts with these bodies. */
export function answering(...bodies: object[]) {
	return ({ faults }: Simulator): Variables => {
		for (const body of bodies) {
			faults.add({ match: { path: /^\/v2\/ugcPosts/ }, effect: { status: 200, body } });
		}
		return {};
	};
}

/** The output for that article. */
export const presented = (urn: string) => ({
	urn,
	url: `https://www.linkedin.com/feed/update/${urn}`,
	author: 'urn:li:organization:2414183',
	text: 'Plain (text) stays_as it is',
	visibility: 'PUBLIC',
	state: 'PUBLISHED',
	contentType: 'article',
	media: [{ status: 'READY', originalUrl: 'https://example.com', title: { text: 't' } }],
	createdAt: '2020-02-20T01:04:38.000Z',
	publishedAt: '2020-02-20T01:04:38.500Z',
	lastModifiedAt: '2020-02-20T01:04:39.000Z',
});
