/**
 * The search finders of ad accounts, campaign groups, campaigns and creatives, which page by token.
 * @see docs.cursorPagination
 */
import type { IDataObject } from 'n8n-workflow';

import { Unreadable, type ReadOne } from '../../../transport/answers/elements';
import type { Entity } from '../../../transport/answers/readEntity';
import type { RestliValue } from '../../../transport/restli/value';
import type { RestliRequest } from '../../../transport/types';
import { listItems, rawItem, UNNAMED } from '../../listItems';
import type { Call } from '../../operation';

/** LinkedIn's largest page of accounts, groups and campaigns; creatives have a smaller one. */
export const LARGEST_PAGE = 1000;
export const LARGEST_PAGE_OF_CREATIVES = 100;

/** Values of which one must match; undefined if there are none, which leaves the criterion out. */
export function anyOf(values: RestliValue[]): { values: RestliValue[] } | undefined {
	return values.length > 0 ? { values } : undefined;
}

/** Non-empty criteria; undefined if there are none. */
export function criteria(
	given: Record<string, RestliValue | undefined>,
): Record<string, RestliValue> | undefined {
	const kept = Object.entries(given).filter(
		(entry): entry is [string, RestliValue] => entry[1] !== undefined,
	);
	return kept.length > 0 ? Object.fromEntries(kept) : undefined;
}

/** LinkedIn's id of an ads entity, as text; undefined if missing. */
export function adEntityIdOf({ id }: Entity): string | undefined {
	if (typeof id === 'string' && id !== '') return id;
	return Number.isSafeInteger(id) ? String(id) : undefined;
}

/**
 * Reads ads entities that have their id.
 * @param present an item from LinkedIn's element and its id
 */
export function withId(
	{ simplify }: Pick<Call, 'simplify'>,
	present: (element: Entity, id: string) => IDataObject | undefined,
): ReadOne<IDataObject> {
	return (element) => {
		const id = adEntityIdOf(element);
		if (id !== undefined) return present(element, id);
		return simplify ? new Unreadable('one has no id') : rawItem(element, UNNAMED);
	};
}

/**
 * Items of a search, with one page in memory at a time.
 * @param limit maximum number of elements; infinite for all
 * @param present an item from LinkedIn's element and its id
 * @throws LinkedInError
 */
export async function searchItems(
	call: Call,
	request: RestliRequest,
	limit: number,
	present: (element: Entity, id: string) => IDataObject,
	pageSize = LARGEST_PAGE,
): Promise<IDataObject[]> {
	const pages = call.linkedin.pages<unknown>(request, { pageSize, limit, by: 'token' });
	return await listItems(call.linkedin, pages, withId(call, present));
}
