import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { connect } from '../transport';
import { findRoles } from '../resources/community/organization/pages';
import { leftOutOf } from './sponsoredChoices';
import { FOLLOWER_SCOPES, readFollower, typeahead } from '../resources/community/profile/followers';

/** A person is waiting in the editor. */
const MAX_WAIT_MS = 5_000;

/**
 * Followers whose name begins with what was typed: of the page that comments, else of the first page of this
 * connection. When they cannot be listed, an entry says why instead.
 */
export async function searchFollowers(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	if (!filter?.trim()) return { results: [] };
	try {
		const linkedin = await connect(this, { maxWaitMs: MAX_WAIT_MS, scopes: { any: FOLLOWER_SCOPES } });
		linkedin.need();
		const page = pageThatComments(this) ?? [...(await findRoles(linkedin)).keys()][0];
		if (!page) return reason('No page, whose followers could be searched');
		const followers = await typeahead(linkedin, page, filter.trim(), readFollower);
		const results = followers.map(({ urn, name, headline }) => ({
			name: [name ?? urn, headline].filter(Boolean).join(', '),
			value: urn,
		}));
		return { results: [...results, ...leftOutOf(linkedin)] };
	} catch (error) {
		return reason(`Followers could not be searched: ${(error as Error).message}`);
	}
}

/** An entry that cannot be taken for a person. */
function reason(text: string): INodeListSearchResult {
	return { results: [{ name: `(${text})`, value: '' }] };
}

/** The page that is chosen under Comment As. */
function pageThatComments(context: ILoadOptionsFunctions): string | undefined {
	const chosen = context.getCurrentNodeParameter('actor') as { value?: unknown } | string | null | undefined;
	const value = String(typeof chosen === 'object' ? chosen?.value : chosen);
	const id = /^(?:urn:li:organization:)?(\d+)$/.exec(value)?.[1];
	return id && `urn:li:organization:${id}`;
}
