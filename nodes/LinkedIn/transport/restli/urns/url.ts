import { encodeValue } from '../encode';

const WEB = 'https://www.linkedin.com';

/**
 * The public address of a post, in the form that all nodes return: no trailing slash
 * (docs/behaviour.md#addresses-of-posts).
 *
 * @param urn share, ugcPost or activity URN
 */
export function postUrl(urn: string): string {
	return `${WEB}/feed/update/${urn}`;
}

/**
 * The public address of a comment: its post with the comment highlighted. LinkedIn's own links use the short comment
 * form, so this one does too.
 *
 * @param comment URNs of the comment in its long form and of its post, as parseComment returns them
 */
export function commentUrl(comment: { urn: string; thread: string }): string {
	const short = comment.urn.replace('comment:(urn:li:', 'comment:(');
	return `${postUrl(comment.thread)}?commentUrn=${encodeValue(short)}`;
}

/** The public address of a page by its number. LinkedIn forwards it to the page's name. */
export function organizationUrl(id: string): string {
	return `${WEB}/company/${id}`;
}

/** The public address of a member by the name in it. */
export function profileUrl(vanityName: string): string {
	return `${WEB}/in/${encodeValue(vanityName)}`;
}

const SITE = /^https?:\/\/(?:(?:www|m|[a-z]{2})\.)?linkedin\.com(?=$|[/?#])/i;

/**
 * A normalized address on LinkedIn's site: https, www, no trailing slash.
 * @param address any text; if it isn't an address on that site, it's returned unchanged
 */
export function linkedInAddress(address: string): string {
	const site = SITE.exec(address)?.[0];
	if (site === undefined) return address;
	const rest = address.slice(site.length);
	const queryAt = rest.search(/[?#]/);
	const path = queryAt < 0 ? rest : rest.slice(0, queryAt);
	let end = path.length;
	while (path[end - 1] === '/') end -= 1;
	return WEB + path.slice(0, end) + (queryAt < 0 ? '' : rest.slice(queryAt));
}
