import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { actorField, EDITOR } from '../../resources/community/comment/path';
import { FOLLOWER_SCOPES, readFollower, typeahead } from '../../resources/community/profile/followers';
import { pageToFindPeople } from '../../resources/pages';
import { InputError } from '../../transport/errors/inputError';
import { choose, chosenValue, type Picker } from './choices/choose';

/**
 * Followers whose name begins with what was typed: of the page that comments, otherwise of the first page where the member's role allows it.
 * @throws NodeApiError as choose
 */
export async function searchFollowers(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	if (!filter?.trim()) return { results: [] };
	const picker: Picker = { what: 'Followers', area: 'pages', scopes: { any: FOLLOWER_SCOPES } };
	return await choose(this, picker, async (linkedin) => {
		const page = pageThatComments(this) ?? (await pageToFindPeople(linkedin));
		if (!page) throw noPage(this);
		const followers = await typeahead(linkedin, page, filter.trim(), readFollower);
		const choices = followers.map(({ urn, name, headline }) => ({
			name: [name ?? urn, headline].filter(Boolean).join(', '),
			value: urn,
		}));
		return { choices };
	});
}

function noPage(context: ILoadOptionsFunctions): InputError {
	const isUpdate = context.getCurrentNodeParameter('operation') === 'update';
	const field = isUpdate ? EDITOR : actorField.displayName;
	return new InputError(
		field,
		`only followers of a page can be searched, but ${field} isn't a page and the connection has none`,
		'Enter the URN of the person or page By ID.',
	);
}

/** The page that is chosen under Comment As or Act As. */
function pageThatComments(context: ILoadOptionsFunctions): string | undefined {
	const id = /^(?:urn:li:organization:)?(\d+)$/.exec(String(chosenValue(context, 'actor')))?.[1];
	return id && `urn:li:organization:${id}`;
}
