import type { ILoadOptionsFunctions, INodeListSearchItems, INodeListSearchResult } from 'n8n-workflow';

import { AUDIENCE_SCOPES, readAudience, statusOf } from '../../resources/ads/audience/fields';
import { Unreadable } from '../../transport/answers/elements';
import { choose, type Picker } from './choices/choose';
import { labelWith } from './choices/label';
import { nextOfSeveral, type OwnedList } from './choices/severalLists';
import { accountSources, statusInWords } from './choices/sponsoredChoices';

/** LinkedIn doesn't document a maximum; its other lists accept 100. */
const AUDIENCES_A_PAGE = 100;

/**
 * The audiences of the member's ad accounts, by name or number.
 * @throws NodeApiError as choose
 */
export async function searchAudiences(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const picker: Picker = {
		what: 'Audiences',
		area: 'conversions',
		scopes: AUDIENCE_SCOPES,
		token: paginationToken,
	};
	return await choose(this, picker, async (linkedin) => {
		const list = audienceLists(filter?.trim().toLowerCase() ?? '');
		const owners = async () => await accountSources(linkedin, 'Audience');
		const { entries, ...more } = await nextOfSeveral(linkedin, list, paginationToken, owners);
		return { choices: entries, ...more };
	});
}

function audienceLists(wanted: string): OwnedList<INodeListSearchItems> {
	return {
		what: 'Audiences',
		pageSizes: [AUDIENCES_A_PAGE],
		request: ({ urn }) => ({
			restliMethod: 'FINDER',
			path: '/rest/dmpSegments',
			query: { q: 'account', account: urn },
		}),
		read: (account) => (body) => {
			const audience = readAudience(body);
			const { id, name } = audience;
			if (id === undefined) return new Unreadable('one has no id');
			const state = statusInWords(statusOf(audience));
			const label = labelWith(name ?? String(id), [state, account.name, String(id)]);
			return label.toLowerCase().includes(wanted) ? { name: label, value: String(id) } : undefined;
		},
	};
}
