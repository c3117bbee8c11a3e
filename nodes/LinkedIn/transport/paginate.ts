/**
 * One question: is there more? And from where?
 *
 * LinkedIn pages in two ways: by offset (`start`, `count`, sometimes a `rel=next` link, sometimes a total) and by
 * token (`metadata.nextPageToken`). A page of `/rest/posts` may be short while a next link stands.
 * @see https://learn.microsoft.com/en-us/linkedin/shared/api-guide/concepts/pagination
 */
import { z } from 'zod';

import { kindOf } from './elements';
import { LinkedInError } from './errors';
import { isEntity, readEntity } from './readEntity';

/** What tells where the next page is; any of it may be missing. */
const place = z.object({
	paging: z
		.object({
			total: z.number().finite().optional(),
			links: z.array(z.object({ rel: z.string(), href: z.string() }).partial()).optional(),
		})
		.optional(),
	metadata: z
		.object({ nextPageToken: z.union([z.string(), z.number().transform(String)]).nullable() })
		.partial()
		.optional(),
});

export type PageReply<T = unknown> = z.output<typeof place> & { elements: T[] };

/**
 * Checks that a body is a page, so that a reply of another shape is not taken for an empty list. Elements that are null
 * or missing count as none where the rest is that of a page.
 * @param endpoint for the error
 * @throws LinkedInError that says what came instead of a list
 */
export function pageReply<T>(body: unknown, endpoint: string): PageReply<T> {
	const { elements } = isEntity(body) ? body : {};
	const read = readEntity(place, body) ?? {};
	if (Array.isArray(elements)) return { ...read, elements: elements as T[] };
	const isMissing = elements === undefined || elements === null;
	if (isMissing && (read.paging ?? read.metadata)) return { ...read, elements: [] };
	const given = isEntity(body) ? `elements, which is ${kindOf(elements)}` : kindOf(body);
	throw new LinkedInError(`LinkedIn answered ${endpoint} with something that isn't a list: ${given}`, {
		code: 'UNEXPECTED_REPLY',
		advice: 'Check that the path is a list of LinkedIn, and that Environment names the right API host.',
	});
}

/** The elements of an answer; none for what is no list. For a look that may fail; a walk takes pageReply. */
export function elementsIn(body: unknown): unknown[] {
	const { elements } = isEntity(body) ? body : {};
	return Array.isArray(elements) ? elements : [];
}

export type Position = { start: number; count: number } | { pageToken?: string; pageSize: number };

export interface Paging {
	/** Elements a page at the most. */
	pageSize: number;
	/** Stop after so many elements. */
	limit?: number;
	/** Some lists answer 404 where they are empty; it then counts as an empty page. */
	missingIsEmpty?: boolean;
	/** How the resource pages; most of LinkedIn's by offset. */
	by?: 'offset' | 'token';
}

/**
 * Where the next page starts.
 * @param reply the page LinkedIn sent
 * @param asked the position it was asked for
 * @param sendsLinks an earlier page of the list had a next link, so that its absence means the end; some resources never
 * send one
 * @returns undefined at the end
 */
export function nextPosition(reply: PageReply, asked: Position, sendsLinks = false): Position | undefined {
	const token = reply.metadata?.nextPageToken;
	if ('pageSize' in asked) return token ? { pageToken: token, pageSize: asked.pageSize } : undefined;
	if (token) return { pageToken: token, pageSize: asked.count };

	const next = reply.paging?.links?.find((link) => link.rel === 'next');
	if (next) {
		const start = startOf(next.href);
		// A link that leads nowhere new would be followed for ever.
		const isAhead = start !== undefined && start > asked.start;
		return { start: isAhead ? start : asked.start + asked.count, count: asked.count };
	}

	const total = reply.paging?.total;
	if (total !== undefined && total >= 0) {
		return total > asked.start + asked.count
			? { start: asked.start + asked.count, count: asked.count }
			: undefined;
	}
	const isFull = reply.elements.length >= asked.count;
	return isFull && !sendsLinks ? { start: asked.start + asked.count, count: asked.count } : undefined;
}

function startOf(href: string | undefined): number | undefined {
	const match = /[?&]start=(\d+)/.exec(href ?? '');
	const start = Number(match?.[1]);
	return Number.isSafeInteger(start) ? start : undefined;
}

/**
 * Walks all pages, holding one at a time.
 * @param fetchPage sends one request for a position
 * @returns pages that are not empty; by offset, the last one asks only for what is missing
 */
export async function* pages<T>(
	fetchPage: (position: Position) => Promise<PageReply<T>>,
	{ pageSize, limit = Number.POSITIVE_INFINITY, by = 'offset' }: Paging,
): AsyncGenerator<T[]> {
	let left = limit;
	let sendsLinks = false;
	let position: Position | undefined = narrow(
		by === 'token' ? { pageSize } : { start: 0, count: pageSize },
		left,
	);
	while (position && left > 0) {
		const reply: PageReply<T> = await fetchPage(position);
		const elements = reply.elements.slice(0, left);
		left -= elements.length;
		if (elements.length > 0) yield elements;
		position = narrow(nextPosition(reply, position, sendsLinks), left);
		sendsLinks ||= reply.paging?.links?.some((link) => link.rel === 'next') ?? false;
	}
}

function narrow(position: Position | undefined, left: number): Position | undefined {
	if (!position) return undefined;
	// A token holds only for the very query it came with.
	if ('pageToken' in position) return position;
	return 'pageSize' in position
		? { pageSize: Math.min(position.pageSize, left) }
		: { ...position, count: Math.min(position.count, left) };
}
