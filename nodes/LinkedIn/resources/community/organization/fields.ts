/** Fields that the operations on pages share, and how they are read. */
import type { INodeProperties } from 'n8n-workflow';

import { InputError } from '../../../transport/errors/inputError';
import { organizationUrnOf } from '../../fields/actor';
import { locator, locatorValue } from '../../fields/locator';
import type { Call } from '../../operation';
import { entriesOf } from '../../values/plainText';
import { organizationIdOf } from './entity';

const FIELD = 'Page';
const EMPTY = 'Choose a page from the list, or enter its number or link, e.g. 2414183.';

/** Any one of these scopes is enough to read pages. */
export const PAGE_SCOPES = ['rw_organization_admin', 'r_organization_admin'] as const;

export const organizationField: INodeProperties = locator({
	displayName: FIELD,
	name: 'page',
	description:
		'The Company or Showcase Page. Get and Get Public Details accept several by ID or URL, separated by commas.',
	searchListMethod: 'searchPages',
});

/** @throws InputError if it isn't a page; a name in a link costs one call */
export async function organizationOf(call: Call): Promise<string> {
	const value = locatorValue(call, 'page', FIELD);
	if (value === '') throw new InputError(FIELD, `${FIELD} is empty`, EMPTY);
	return await organizationUrnOf(call, FIELD, value);
}

/**
 * Numbers of the pages, in the order given.
 * @throws InputError as pageOf
 */
export async function pageIdsOf(call: Call): Promise<string[]> {
	const entries = entriesOf(call.parameter<unknown>('page', ''), FIELD);
	if (entries.length === 0) throw new InputError(FIELD, `${FIELD} is empty`, EMPTY);
	const ids: string[] = [];
	for (const entry of entries) ids.push(organizationIdOf(await organizationUrnOf(call, FIELD, entry)));
	return ids;
}
