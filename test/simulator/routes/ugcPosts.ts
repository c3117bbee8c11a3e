import { badRequest, invalidValue, missingField, notFound, wrongUrnType } from '../errors';
import { isOrganization, requirePostReader } from '../access';
import { listAnswer, PAGING } from '../paging';
import { shownText } from '../littleText';
import type { Answer, Call, Resource } from '../resource';
import type { NewPost } from './postSchema';
import type { Post } from '../model';

const READ = ['r_organization_social', 'r_member_social'];

/** /v2/ugcPosts: posts in their older form, unversioned, with plain text (docs.ugcPosts). */
export const ugcPosts: Resource = {
	path: '/v2/ugcPosts',
	permission: 'ugcPosts',
	methods: { GET: { scopes: READ, handle: getOne } },
	finders: { authors: { scopes: READ, params: ['authors', 'sortBy', ...PAGING], handle: findByAuthors } },
};

function getOne(call: Call): Answer {
	const { key } = call;
	if (typeof key !== 'string' || !/^urn:li:(share|ugcPost):\d+$/.test(key)) {
		throw wrongUrnType('id', String(key), 'share or ugcPost');
	}
	const post = call.state.findPost(key);
	if (!post || post.isDeleted) throw notFound();
	requireReader(call, post.author);
	return { status: 200, body: entity(post) };
}

function requireReader(call: Call, author: string): void {
	requirePostReader(call, author);
	if (!isOrganization(author) && author !== call.member?.urn) throw notFound();
}

function findByAuthors(call: Call): Answer {
	const { authors, sortBy = 'LAST_MODIFIED' } = call.params;
	if (authors === undefined) throw missingField('authors');
	if (!Array.isArray(authors) || authors.length === 0) throw badRequest('The parameter "authors" is a list');
	if (sortBy !== 'LAST_MODIFIED' && sortBy !== 'CREATED')
		throw invalidValue('sortBy', JSON.stringify(sortBy));
	for (const author of authors) {
		if (typeof author !== 'string' || !/^urn:li:(person|organization):./.test(author)) {
			throw wrongUrnType('authors', JSON.stringify(author), 'person or organization');
		}
		requireReader(call, author);
	}
	const order = sortBy === 'CREATED' ? 'createdAt' : 'lastModifiedAt';
	const found = call.state
		.posts()
		.filter((post) => authors.includes(post.author))
		.sort((a, b) => b[order] - a[order])
		.map(entity);
	return listAnswer(found, call.params, { total: true });
}

function entity(post: Post): Record<string, unknown> {
	const { category, media } = mediaOf(post.content as NewPost['content']);
	return {
		id: post.urn,
		author: post.author,
		created: { actor: post.author, time: post.createdAt },
		lastModified: { actor: post.author, time: post.lastModifiedAt },
		firstPublishedAt: post.createdAt,
		lifecycleState: 'PUBLISHED',
		versionTag: String(post.lastModifiedAt),
		distribution: { feedDistribution: 'MAIN_FEED', externalDistributionChannels: [] },
		specificContent: {
			'com.linkedin.ugc.ShareContent': {
				shareCommentary: { text: shownText(post.parts), attributes: mentionsOf(post) },
				shareMediaCategory: category,
				media,
			},
		},
		visibility: { 'com.linkedin.ugc.MemberNetworkVisibility': post.visibility },
	};
}

/** Mentions are separate from the plain text, with their position in it. */
function mentionsOf(post: Post): object[] {
	let start = 0;
	return post.parts.flatMap((part) => {
		const { length } = shownText([part]);
		start += length;
		if (part.kind !== 'mention') return [];
		const value = part.urn.startsWith('urn:li:person:')
			? { 'com.linkedin.common.MemberAttributedEntity': { member: part.urn } }
			: { 'com.linkedin.common.CompanyAttributedEntity': { company: part.urn } };
		return [{ start: start - length, length, value }];
	});
}

function mediaOf(content: NewPost['content'] = {}): { category: string; media: object[] } {
	const asset = (urn: string) => urn.replace(/^urn:li:\w+:/, 'urn:li:digitalmediaAsset:');
	const ready = (id: string, title = '') => ({ status: 'READY', media: asset(id), title: { text: title } });
	if (content.article) {
		const { source, title, description = '' } = content.article;
		const article = { status: 'READY', originalUrl: source, title: { text: title } };
		return { category: 'ARTICLE', media: [{ ...article, description: { text: description } }] };
	}
	if (content.multiImage) {
		return { category: 'IMAGE', media: content.multiImage.images.map(({ id }) => ready(id)) };
	}
	if (content.media) {
		const { id, title } = content.media;
		const category = /^urn:li:(image|video):/.exec(id)?.[1].toUpperCase() ?? 'RICH';
		return { category, media: [ready(id, title)] };
	}
	return { category: content.poll ? 'RICH' : 'NONE', media: [] };
}
