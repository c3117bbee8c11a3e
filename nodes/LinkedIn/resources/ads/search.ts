/**
 * The search finders of ad accounts, campaign groups, campaigns and creatives, which page by token.
 * @see https://learn.microsoft.com/en-us/linkedin/marketing/integrations/ads/cursor-based-pagination
 */
import type { IDataObject } from 'n8n-workflow';

import type { LinkedIn, RestliRequest } from '../../transport';
import type { RestliValue } from '../../transport/restli/value';

/** LinkedIn's largest page of accounts, groups and campaigns; creatives have a smaller one. */
export const LARGEST_PAGE = 1000;
export const LARGEST_PAGE_OF_CREATIVES = 100;

/** Values of which one has to hold; undefined where there are none, which leaves the criterion out. */
export function anyOf(values: RestliValue[]): { values: RestliValue[] } | undefined {
	return values.length > 0 ? { values } : undefined;
}

/** Criteria that are given; undefined where none is. */
export function criteria(
	given: Record<string, RestliValue | undefined>,
): Record<string, RestliValue> | undefined {
	const kept = Object.entries(given).filter(
		(entry): entry is [string, RestliValue] => entry[1] !== undefined,
	);
	return kept.length > 0 ? Object.fromEntries(kept) : undefined;
}

/**
 * Items of a search, one page held beside them.
 * @param limit elements at the most; infinite for all
 * @param present an item from LinkedIn's element
 * @throws LinkedInError
 */
export async function searchItems(
	linkedin: LinkedIn,
	request: RestliRequest,
	limit: number,
	present: (element: unknown) => IDataObject,
	pageSize = LARGEST_PAGE,
): Promise<IDataObject[]> {
	const items: IDataObject[] = [];
	for await (const elements of linkedin.pages<unknown>(request, { pageSize, limit, by: 'token' })) {
		for (const element of elements) items.push(present(element));
	}
	return items;
}
