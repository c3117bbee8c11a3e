/** The page whose statistics are requested. */
import { InputError } from '../../../transport/errors/inputError';
import { organizationUrl } from '../../../transport/restli/urns/url';
import { organizationUrnOf } from '../../fields/actor';
import { locator, locatorValue } from '../../fields/locator';
import type { Call } from '../../operation';

/** LinkedIn shows a page's statistics only to its administrators (docs.shareStatistics). */
export const STATISTICS_SCOPES = { any: ['rw_organization_admin', 'r_organization_admin'] } as const;
export const STATISTICS_ROLE = 'ADMINISTRATOR';

export const statisticsPageField = locator({
	displayName: 'Page',
	name: 'organization',
	description: 'The Company Page. You must be its admin.',
	searchListMethod: 'searchPages',
});

/** The page as the user entered it. @throws InputError if empty */
export function pageText(call: Call): string {
	const value = locatorValue(call, 'organization', 'Page');
	if (value !== '') return value;
	throw new InputError(
		'Page',
		'Page is empty',
		'Choose a page from the list, or enter its number, URN or link.',
	);
}

/** The URN of the page; costs a call only for a link with a name. */
export async function statisticsPageOf(call: Call): Promise<string> {
	return await organizationUrnOf(call, 'Page', pageText(call));
}

/** The first keys of every row about a page. */
export function pageKeys(organization: string): { urn: string; url: string } {
	return {
		urn: organization,
		url: organizationUrl(organization.slice(organization.lastIndexOf(':') + 1)),
	};
}
