/**
 * A page of one of LinkedIn's lists, as far as paging needs it.
 * @see docs.pagination
 */
import { z } from 'zod';

import { LinkedInError } from '../errors/errors';
import { jsonKindOf } from './elements';
import { isEntity, readEntity } from './readEntity';

/** Where a page begins, and its maximum size. */
export type Position = { start: number; count: number } | { pageToken?: string; pageSize: number };

/** What tells where the next page is; all of it may be missing. */
const place = z.object({
	paging: z
		.object({
			count: z.number().finite().optional(),
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
 * Checks that a body is a page, so that an answer of another form doesn't count as an empty list. Null or missing
 * elements count as none if the rest is a page.
 * @param endpoint for the error
 * @throws LinkedInError that says what came instead of a list
 */
export function pageReply<T>(body: unknown, endpoint: string): PageReply<T> {
	const { elements } = isEntity(body) ? body : {};
	const read = readEntity(place, body) ?? {};
	if (Array.isArray(elements)) return { ...read, elements: elements as T[] };
	const isMissing = elements === undefined || elements === null;
	if (isMissing && (read.paging ?? read.metadata)) return { ...read, elements: [] };
	const given = isEntity(body) ? `elements, which is ${jsonKindOf(elements)}` : jsonKindOf(body);
	throw new LinkedInError(`LinkedIn answered ${endpoint} with something that isn't a list: ${given}`, {
		code: 'UNEXPECTED_ANSWER',
		advice: "Check that the path is one of LinkedIn's lists, and that Environment has the right API host.",
	});
}

/**
 * The elements of an answer; none if it isn't a list. For look-ups that may fail; to page through a list, use
 * pageReply.
 */
export function elementsIn(body: unknown): unknown[] {
	const { elements } = isEntity(body) ? body : {};
	return Array.isArray(elements) ? elements : [];
}
