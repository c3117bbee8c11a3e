import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { readPost } from '../../resources/community/post/entity';
import { findPages } from '../../resources/pages';
import { Unreadable } from '../../transport/answers/elements';
import { postUrl } from '../../transport/restli/urns/url';
import { fromLittleText } from '../../transport/text/littleText';
import type { LinkedInClient } from '../../transport/types';
import { choose, type Picker } from './choices/choose';
import { dayOf, firstWords, labelWith } from './choices/label';
import { nextOfSeveral, type OwnedList, type OwnerChoices } from './choices/severalLists';

/** LinkedIn only shows posts of pages. */
export const POST_SCOPES = { any: ['r_organization_social'] } as const;

/** Entries to read; for a search, LinkedIn's maximum page size. */
const POSTS_A_PAGE = 25;
const POSTS_TO_SEARCH = 100;

/** A post as a picker shows it. */
export interface ListedPost {
	urn: string;
	text: string;
	page: string;
	/** When it was published, otherwise created; epoch milliseconds, 0 if LinkedIn doesn't say. */
	timeMs: number;
}

/**
 * The newest posts of the pages on which the member has a role, by their first words.
 * @param filter any words of the text, or the name of the page
 * @throws NodeApiError as choose
 */
export async function searchPosts(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const picker: Picker = { what: 'Posts', area: 'posts', scopes: POST_SCOPES, token: paginationToken };
	return await choose(this, picker, async (linkedin) => {
		const list = postLists(filter?.trim().toLowerCase() ?? '');
		const owners = async () => await postSources(linkedin);
		const { entries, ...more } = await nextOfSeveral(linkedin, list, paginationToken, owners);
		const newestFirst = entries.sort((a, b) => b.timeMs - a.timeMs);
		const choices = newestFirst.map(({ urn, text, page, timeMs }) => ({
			name: labelWith(firstWords(text), [dayOf(timeMs || undefined, this.getTimezone()), page]),
			value: urn,
			url: postUrl(urn),
		}));
		return { choices, ...more };
	});
}

async function postSources(linkedin: LinkedInClient): Promise<OwnerChoices[]> {
	return (await findPages(linkedin)).map(({ urn, name }) => ({ urn, name: name ?? urn }));
}

/** The lists of posts of pages. @param wanted in lower case; all posts if empty */
export function postLists(wanted: string): OwnedList<ListedPost> {
	return {
		what: 'Posts',
		pageSizes: [wanted === '' ? POSTS_A_PAGE : POSTS_TO_SEARCH],
		request: ({ urn }) => ({
			restliMethod: 'FINDER',
			path: '/rest/posts',
			query: { q: 'author', author: urn, sortBy: 'CREATED' },
		}),
		read: (page) => (body) => {
			const { id, commentary, publishedAt, createdAt } = readPost(body);
			if (id === undefined) return new Unreadable('one has no id');
			const text = fromLittleText(commentary ?? '');
			if (!`${text} ${page.name}`.toLowerCase().includes(wanted)) return undefined;
			return { urn: id, text, page: page.name, timeMs: publishedAt ?? createdAt ?? 0 };
		},
	};
}
