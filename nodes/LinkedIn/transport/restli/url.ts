import { encodeValue } from './encode';

const WEB = 'https://www.linkedin.com';

/**
 * The public address of a post, in the one form the nodes put out: no trailing slash (contract §1.6).
 *
 * @param urn share, ugcPost or activity URN
 */
export function postUrl(urn: string): string {
	return `${WEB}/feed/update/${urn}`;
}

/**
 * The public address of a comment: its post with the comment highlighted. LinkedIn's own links carry the
 * short comment form (contract §5.0), so this one does too.
 *
 * @param comment URN of the comment in its long form and of the post it stands under, as parseComment
 * gives them
 */
export function commentUrl(comment: { urn: string; thread: string }): string {
	const short = comment.urn.replace('comment:(urn:li:', 'comment:(');
	return `${postUrl(comment.thread)}?commentUrn=${encodeValue(short)}`;
}

/** The public address of a page by its number. LinkedIn forwards it to the page's name. */
export function organizationUrl(id: string): string {
	return `${WEB}/company/${id}`;
}
