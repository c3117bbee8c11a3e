/** Items for the elements of a list. */
import type { IDataObject } from 'n8n-workflow';

import type { ReadOne } from '../transport/answers/elements';
import type { Entity } from '../transport/answers/readEntity';
import type { LinkedInClient } from '../transport/types';

/**
 * Items of a list, with one page in memory besides them. An unreadable element is left out, and counted by the
 * connection.
 * @param pages from LinkedIn.pages
 * @param present an item from one of LinkedIn's elements
 * @param limit maximum number of items, if not every element becomes one
 * @throws LinkedInError
 */
export async function listItems(
	{ elements }: Pick<LinkedInClient, 'elements'>,
	pages: AsyncIterable<unknown[]>,
	present: ReadOne<IDataObject>,
	limit = Number.POSITIVE_INFINITY,
): Promise<IDataObject[]> {
	const items: IDataObject[] = [];
	for await (const page of pages) {
		for (const item of elements.read(page, present)) items.push(item);
		if (items.length >= limit) break;
	}
	return items.slice(0, limit);
}

/** LinkedIn's entity unchanged, with urn and url added; null if it is not identified. */
export function rawItem(entity: Entity, identity: { urn: string | null; url: string | null }): IDataObject {
	return { ...(entity as IDataObject), urn: identity.urn, url: identity.url };
}

/** For an element that nothing identifies. */
export const UNNAMED = { urn: null, url: null };
