import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { mayShowLeads } from '../../resources/ads/leadForm/owner';
import { ADS_READ } from '../../resources/ads/scopes';
import { settled } from '../../transport/flow/settled';
import { lacksScope, listError, tryToChoose, type Picker } from './choices/choose';
import { pageChoices, PAGES } from './choices/pageChoices';
import { searchAccounts } from './choices/sponsoredChoices';

const OWNERS = 'Ad accounts and pages';

/**
 * Who can own leads: the member's ad accounts and, with the first page, the pages whose role shows leads. What the
 * connection has no scope for is left out, with a line in n8n's log.
 * @param paginationToken LinkedIn's, for the accounts after the first page
 * @throws NodeApiError as choose; also if it has neither scope
 */
export async function searchLeadOwners(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const lists = [async () => await accounts(this, filter, paginationToken)];
	if (paginationToken === undefined) lists.push(async () => await pages(this, filter));
	const found: INodeListSearchResult = { results: [] };
	const lacking: Error[] = [];
	for (const list of lists) {
		const listed = await settled(list);
		if (listed.ok) {
			found.results.push(...listed.value.results);
			found.paginationToken ??= listed.value.paginationToken;
			continue;
		}
		if (!lacksScope(listed.failure)) throw listError(this, OWNERS, listed.failure);
		lacking.push(listed.failure);
	}
	if (lacking.length === lists.length) throw listError(this, OWNERS, lacking[0]);
	for (const { message } of lacking) this.logger.warn(`${OWNERS}: ${message}.`);
	return found;
}

async function accounts(
	context: ILoadOptionsFunctions,
	filter: string | undefined,
	token: string | undefined,
): Promise<INodeListSearchResult> {
	const picker: Picker = { what: 'Ad accounts', area: 'always', scopes: ADS_READ, token };
	return await tryToChoose(
		context,
		picker,
		async (linkedin) => await searchAccounts(linkedin, filter, token),
	);
}

async function pages(
	context: ILoadOptionsFunctions,
	filter: string | undefined,
): Promise<INodeListSearchResult> {
	const wanted = filter?.toLowerCase() ?? '';
	return await tryToChoose(context, PAGES, async (linkedin) => {
		const choices = await pageChoices(linkedin, ({ roles }) => roles.some(mayShowLeads));
		return { choices: choices.filter(({ name }) => name.toLowerCase().includes(wanted)) };
	});
}
