import { readOrganizationUrn } from './actor';
import { readCommentUrn, type CommentRef } from './comment';
import { decodedTwice } from './parseInput';
import { readPostUrn, type PostRef } from './post';

/** Ids from before LinkedIn's present scheme don't contain a time. */
const EARLIEST_ID_TIME_MS = Date.UTC(2010, 0);

/**
 * A normalized URN, for comparing and for keys: without percent-encoding, comments in their long form, company and
 * organizationBrand as organization. Share, ugcPost and activity stay as they are (docs/behaviour.md#ids-of-a-post).
 */
export function canonicalUrn(urn: string): string {
	const text = decodedTwice(urn).trim();
	const page = text.includes(':') ? readOrganizationUrn(text) : undefined;
	return readCommentUrn(text)?.urn ?? readPostUrn(text)?.urn ?? page?.urn ?? text;
}

/** The comment that a URN identifies, in any spelling; undefined for others, such as a comment in a group. */
export function commentNamed(urn: string): CommentRef | undefined {
	return readCommentUrn(decodedTwice(urn).trim());
}

/** The post that a URN identifies, in any spelling; undefined for others, such as an article. */
export function postNamed(urn: string): PostRef | undefined {
	return readPostUrn(decodedTwice(urn).trim());
}

/** Whether two URNs identify the same entity, whatever their spelling (see canonicalUrn). */
export function sameUrn(a: string, b: string): boolean {
	return canonicalUrn(a) === canonicalUrn(b);
}

/**
 * When LinkedIn created a share, ugcPost, activity or comment, from its id: `id >> 22` is close to the epoch in
 * milliseconds. For sorting and display only (docs/behaviour.md#ids-of-a-post).
 *
 * @param id the number as text, not the URN
 * @returns epoch milliseconds, or undefined if the number doesn't contain a time
 */
export function idTime(id: string): number | undefined {
	if (!/^\d{1,19}$/.test(id)) return undefined;
	const time = Number(BigInt(id) >> BigInt(22));
	return time >= EARLIEST_ID_TIME_MS ? time : undefined;
}
