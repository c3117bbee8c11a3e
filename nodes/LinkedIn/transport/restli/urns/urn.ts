import { readOrganizationUrn } from './actor';
import { readCommentUrn, type CommentRef } from './comment';
import { decodedTwice } from './parseInput';
import { readPostUrn, type PostRef } from './post';

/** Ids before LinkedIn's present scheme hold no time. */
const EARLIEST_ID_TIME_MS = Date.UTC(2010, 0);

/**
 * One spelling for each entity, for comparing and for keys: percent-encoding off, comments in their long
 * form, company and organizationBrand as organization. Share, ugcPost and activity stay what they are
 * (docs/behaviour.md#ids-of-a-post).
 */
export function canonicalUrn(urn: string): string {
	const text = decodedTwice(urn).trim();
	const page = text.includes(':') ? readOrganizationUrn(text) : undefined;
	return readCommentUrn(text)?.urn ?? readPostUrn(text)?.urn ?? page?.urn ?? text;
}

/** The comment that a URN of LinkedIn's names, in any spelling; undefined for another, as of a group's post. */
export function commentNamed(urn: string): CommentRef | undefined {
	return readCommentUrn(decodedTwice(urn).trim());
}

/** The post that a URN of LinkedIn's names, in any spelling; undefined for another, as of an article. */
export function postNamed(urn: string): PostRef | undefined {
	return readPostUrn(decodedTwice(urn).trim());
}

/** Whether two URNs name the same entity, whatever their spelling (see canonicalUrn). */
export function sameUrn(a: string, b: string): boolean {
	return canonicalUrn(a) === canonicalUrn(b);
}

/**
 * When LinkedIn made a share, ugcPost, activity or comment, read off its number: `id >> 22` is close to the
 * epoch in milliseconds. Good for order and display only (docs/behaviour.md#ids-of-a-post).
 *
 * @param id the number as text, not the URN
 * @returns epoch milliseconds, or undefined when the number holds no time
 */
export function idTime(id: string): number | undefined {
	if (!/^\d{1,19}$/.test(id)) return undefined;
	const time = Number(BigInt(id) >> BigInt(22));
	return time >= EARLIEST_ID_TIME_MS ? time : undefined;
}
