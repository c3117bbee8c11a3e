import {
	kindOfLink,
	parseInput,
	refused,
	unknownUrn,
	type LinkedInUrl,
	type ExpectedInput,
} from './parseInput';

/** The three ids of a post, each with a different number: never swap them (docs/behaviour.md#ids-of-a-post). */
export type PostUrnType = 'share' | 'ugcPost' | 'activity';

export interface PostRef {
	urn: string;
	type: PostUrnType;
	id: string;
}

const POST: ExpectedInput = {
	name: 'a post',
	accepted:
		'its link (https://www.linkedin.com/feed/update/urn:li:activity:7094637247890620418), its URN ' +
		'(urn:li:share:7094637247487995904, urn:li:ugcPost:…, urn:li:activity:…), or the number in a copied link',
};

const POST_TYPES: Record<string, PostUrnType> = { share: 'share', ugcpost: 'ugcPost', activity: 'activity' };

/** `name-slug-activity-7094637247890620418-AbCd`; a slug may contain these words too, so the last match counts. */
const POST_IN_SLUG = /(?:^|[-_])(activity|ugcPost|share)-(\d{10,})(?=-|$)/gi;

const POST_IN_COMMENT = /^urn:li:\w*comment:\(.*?\b((?:share|ugcPost|activity):\d+)/i;

/** Reads a post URN, with or without `urn:li:`, in upper or lower case. */
export function readPostUrn(text: string): PostRef | undefined {
	const match = /^(?:urn:li:)?(share|ugcPost|activity):(\d+)$/i.exec(text);
	if (match === null) return undefined;
	const type = POST_TYPES[match[1].toLowerCase()];
	return { urn: `urn:li:${type}:${match[2]}`, type, id: match[2] };
}

/** LinkedIn's web pages wrap a post like this: `urn:li:fs_feedUpdate:(V2,urn:li:activity:1)`. */
const WRAPPED = /^urn:li:fsd?_(\w+):\((.+)\)$/i;

function readWrapped(text: string): PostRef | undefined {
	const [, type, inner] = WRAPPED.exec(text) ?? [];
	if (inner === undefined || !/update/i.test(type)) return readPostUrn(text);
	for (const part of inner.split(',')) {
		const post = readPostUrn(part.trim());
		if (post !== undefined) return post;
	}
	return undefined;
}

function postInUrl(url: LinkedInUrl): PostRef | undefined {
	for (const segment of url.segments) {
		const post = readWrapped(segment);
		if (post !== undefined) return post;
	}
	const slug = url.segments[0] === 'posts' ? (url.segments[1] ?? '') : '';
	const inSlug = [...slug.matchAll(POST_IN_SLUG)].pop();
	if (inSlug !== undefined) return readPostUrn(`${inSlug[1]}:${inSlug[2]}`);
	return (
		readWrapped(url.query.get('highlightedUpdateUrn') ?? '') ??
		readWrapped(url.query.get('updateEntityUrn') ?? '')
	);
}

/**
 * Reads a post in any form a user may have.
 *
 * @param input URN (encoded or not), feed link, `/posts/…` link, or a number, which is an activity because copied links
 * show that
 * @param field label of the field, for the error
 * @throws InputError with an example
 */
export function parsePost(input: string, field: string): PostRef {
	const { text, url } = parseInput(input, field, POST);
	if (url !== undefined) {
		const post = postInUrl(url);
		if (post !== undefined) return post;
		throw refused(
			field,
			text,
			POST,
			`is ${kindOfLink(url)} without a post in it`,
			`${url.segments[0] === 'in' ? 'Find the post under Activity of that profile. ' : ''}` +
				'Open the post\'s menu on LinkedIn, choose "Copy link to post", and paste that.',
		);
	}
	if (/^\d+$/.test(text)) return { urn: `urn:li:activity:${text}`, type: 'activity', id: text };
	const post = readWrapped(text);
	if (post !== undefined) return post;
	const underComment = POST_IN_COMMENT.exec(text)?.[1];
	if (underComment !== undefined) {
		throw refused(field, text, POST, 'is a comment, not a post', `Its post is urn:li:${underComment}.`);
	}
	throw refused(field, text, POST, unknownUrn(text, 'is not a post'));
}
