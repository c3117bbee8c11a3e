import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import type { LinkedIn } from '../transport';
import { idOf } from '../resources/ads/search';
import { Unreadable } from '../transport/elements';
import { pageReply } from '../transport/paginate';
import { campaignManagerUrl, sponsoredUrn } from '../transport/restli/sponsored';
import { ADS_READ, choose, chosenAccount, nextMatches, type ChoicePage } from './sponsoredChoices';

const RULES_A_PAGE = 100;

/** The conversion rules of the chosen account. */
export async function searchConversions(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	return await choose(this, 'Conversions', ADS_READ, async (linkedin) => {
		const account = chosenAccount(this);
		const wanted = filter?.trim().toLowerCase() ?? '';
		const read = async (token = '0') => await readRules(linkedin, account, wanted, Number(token));
		return await nextMatches(read, paginationToken);
	});
}

async function readRules(
	linkedin: LinkedIn,
	account: string,
	wanted: string,
	start: number,
): Promise<ChoicePage> {
	const { body } = await linkedin.request<unknown>({
		restliMethod: 'FINDER',
		path: '/rest/conversions',
		query: { q: 'account', account: sponsoredUrn('account', account), start, count: RULES_A_PAGE },
	});
	const { elements } = pageReply<unknown>(body, 'FINDER /rest/conversions');
	const choices = linkedin.elements.read(elements, (rule) => {
		const id = idOf(rule);
		if (id === undefined) return new Unreadable('one has no id');
		const name = `${typeof rule.name === 'string' ? rule.name : id} (${id})`;
		if (!/^\d+$/.test(id) || !name.toLowerCase().includes(wanted)) return undefined;
		const url = campaignManagerUrl(account, 'conversion', id);
		return { name, value: sponsoredUrn('conversion', id), url };
	});
	const isFull = elements.length >= RULES_A_PAGE;
	return { choices, next: isFull ? String(start + RULES_A_PAGE) : undefined };
}
