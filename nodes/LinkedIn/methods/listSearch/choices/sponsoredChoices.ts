/** The entries of the pickers of ads. */
import type { ILoadOptionsFunctions, INodeListSearchItems } from 'n8n-workflow';
import { z } from 'zod';

import { ADS_READ } from '../../../resources/ads/scopes';
import { Unreadable } from '../../../transport/answers/elements';
import { pageReply } from '../../../transport/answers/pageReply';
import { optionalFlag, optionalText, readEntity } from '../../../transport/answers/readEntity';
import { InputError } from '../../../transport/errors/inputError';
import {
	campaignManagerUrl,
	parseSponsored,
	sponsoredUrn,
	type SponsoredKind,
} from '../../../transport/restli/urns/sponsored';
import type { RestliValue } from '../../../transport/restli/value';
import type { LinkedInClient } from '../../../transport/types';
import { chosenValue, nextMatches, type ChoicePage } from './choose';
import type { OwnerChoices } from './severalLists';

const ACCOUNTS = '/rest/adAccounts';

/** What a picker shows of an account, group, campaign or creative. */
const entity = z
	.object({
		id: z.union([z.number(), z.string()]),
		name: optionalText,
		status: optionalText,
		intendedStatus: optionalText,
		currency: optionalText,
		test: optionalFlag,
	})
	.passthrough();

/** One page of a search finder. `query` is the finder's, without its position in the list. */
export interface SponsoredSearch {
	kind: SponsoredKind;
	path: string;
	/** The account in the finder's path and in the addresses. */
	account?: string;
	query: Record<string, RestliValue>;
	pageSize: number;
}

/**
 * The entries of a search finder whose name or number contains what was typed, as nextMatches.
 * @throws LinkedInError
 */
export async function searchSponsored(
	linkedin: LinkedInClient,
	search: SponsoredSearch,
	filter: string | undefined,
	pageToken: string | undefined,
): Promise<ChoicePage> {
	return await nextMatches(async (token) => await readPage(linkedin, search, filter, token), pageToken);
}

/** The ad accounts on which the member has a role, as searchSponsored. @throws LinkedInError */
export async function searchAccounts(
	linkedin: LinkedInClient,
	filter: string | undefined,
	pageToken: string | undefined,
): Promise<ChoicePage> {
	const search = { kind: 'account', path: ACCOUNTS, query: { q: 'search' }, pageSize: 1000 } as const;
	return await searchSponsored(linkedin, search, filter, pageToken);
}

async function readPage(
	linkedin: LinkedInClient,
	{ kind, path, account, query, pageSize }: SponsoredSearch,
	filter: string | undefined,
	pageToken: string | undefined,
): Promise<ChoicePage> {
	const { body } = await linkedin.request<unknown>({
		restliMethod: 'FINDER',
		path,
		keys: account === undefined ? undefined : { account },
		query: { ...query, pageSize, pageToken },
	});
	const { elements, metadata } = pageReply(body, `FINDER ${path}`);
	const wanted = filter?.trim().toLowerCase() ?? '';
	const choices = linkedin.elements.read<INodeListSearchItems>(elements, (element) => {
		const one = readEntity(entity, element);
		if (!one) return new Unreadable('one has no id');
		const id = String(one.id).replace(/^.*:/, '');
		const name = `${one.name ?? `${id}`} (${labelsOf(one, id).join(', ')})`;
		if (!name.toLowerCase().includes(wanted)) return undefined;
		return { name, value: sponsoredUrn(kind, id), url: campaignManagerUrl(account ?? id, kind, id) };
	});
	return { choices, next: metadata?.nextPageToken ?? undefined };
}

/**
 * The ad accounts of the member whose lists are shown; LinkedIn's maximum page of them.
 * @param field that the list belongs to
 * @throws InputError if the connection has no scope to list them, LinkedInError
 */
export async function accountSources(linkedin: LinkedInClient, field: string): Promise<OwnerChoices[]> {
	if (linkedin.may(ADS_READ.any) === false) {
		throw new InputError(
			field,
			`this needs your ad accounts, but the connection lacks the scope ${ADS_READ.any.join(' or ')}`,
			'Enter its number By ID.',
		);
	}
	const { body } = await linkedin.request<unknown>({
		restliMethod: 'FINDER',
		path: ACCOUNTS,
		query: { q: 'search', pageSize: 1000 },
	});
	return linkedin.elements.read<OwnerChoices>(
		pageReply(body, `FINDER ${ACCOUNTS}`).elements,
		(element) => {
			const one = readEntity(entity, element);
			if (!one) return new Unreadable('one has no id');
			const id = String(one.id).replace(/^.*:/, '');
			return { urn: sponsoredUrn('account', id), name: one.name ?? id };
		},
		'ad accounts',
	);
}

/** e.g. `Pending deletion`, from LinkedIn's PENDING_DELETION */
export function statusInWords(status: string | undefined): string | undefined {
	return status && status.charAt(0) + status.slice(1).toLowerCase().replace(/_/g, ' ');
}

function labelsOf(one: z.infer<typeof entity>, id: string): string[] {
	const status = statusInWords(one.status ?? one.intendedStatus);
	const words = status ? [status] : [];
	return [...words, ...(one.currency ? [one.currency] : []), ...(one.test ? ['Test'] : []), id];
}

/**
 * The number of the ad account that is chosen in the node.
 * @throws InputError if none is chosen
 */
export function chosenAccount(context: ILoadOptionsFunctions): string {
	const value = chosenValue(context, 'account');
	if (!value) throw new InputError('Account', 'choose an Account first', 'Choose one from the list.');
	return parseSponsored('account', value, 'Account').id;
}
