/** The entries of the pickers of ads, which never fail as a whole. */
import type { ILoadOptionsFunctions, INodeListSearchItems, INodeListSearchResult } from 'n8n-workflow';
import { z } from 'zod';

import { connect, type LinkedIn } from '../transport';
import { Unreadable } from '../transport/elements';
import { pageReply } from '../transport/paginate';
import { readEntity } from '../transport/readEntity';
import { InputError } from '../transport/inputError';
import type { RestliValue } from '../transport/restli/value';
import {
	campaignManagerUrl,
	parseSponsored,
	sponsoredUrn,
	type SponsoredKind,
} from '../transport/restli/sponsored';

/** Scopes of which one is enough to read ads. */
export const ADS_READ = ['r_ads', 'rw_ads'] as const;

/** A person is waiting in the editor. */
const MAX_WAIT_MS = 5_000;

/** A page of choices, and the token of the next one. */
export interface ChoicePage {
	choices: INodeListSearchItems[];
	next?: string;
}

/** What a picker shows of an account, group, campaign or creative. */
const entity = z
	.object({
		id: z.union([z.number(), z.string()]),
		name: z.string().optional(),
		status: z.string().optional(),
		intendedStatus: z.string().optional(),
		currency: z.string().optional(),
		test: z.boolean().optional(),
	})
	.passthrough();

/** One page of a search finder. `query` is the finder's without its place in the list. */
export interface SponsoredSearch {
	kind: SponsoredKind;
	path: string;
	/** The account that a path of the finder names, and the addresses too. */
	account?: string;
	query: Record<string, RestliValue>;
	pageSize: number;
}

/**
 * Runs a picker; when it fails, an entry says why instead.
 * @param what in the plural, for that entry, e.g. `Campaigns`
 * @param scopes of which one is enough
 */
export async function choose(
	context: ILoadOptionsFunctions,
	what: string,
	scopes: readonly string[],
	list: (linkedin: LinkedIn) => Promise<ChoicePage>,
): Promise<INodeListSearchResult> {
	try {
		const linkedin = await connect(context, { maxWaitMs: MAX_WAIT_MS, scopes: { any: scopes } });
		linkedin.need();
		const { choices, next } = await list(linkedin);
		return { results: [...choices, ...leftOutOf(linkedin)], paginationToken: next };
	} catch (error) {
		return {
			results: [{ name: `(${what} could not be listed: ${(error as Error).message})`, value: '' }],
		};
	}
}

/** An entry for what could not be read, which cannot be taken for a choice. */
export function leftOutOf({ elements }: Pick<LinkedIn, 'elements'>): INodeListSearchItems[] {
	return elements.notices.map((notice) => ({ name: `(${notice})`, value: '' }));
}

const REPEATS = '(LinkedIn repeats itself here, so the rest of this list cannot be shown)';
/** In place of what cannot be reached, since LinkedIn leads back to what it sent before. */
export const LEADS_BACK: INodeListSearchItems = { name: REPEATS, value: '' };

/** Enough to fill the list of n8n's editor, so that it can be scrolled. */
const ENTRIES_TO_SCROLL = 20;
/** A person is waiting. */
const MOST_PAGES_AT_ONCE = 5;

/**
 * The next entries whose name or number holds what was typed. While something is typed, n8n's editor asks for a further
 * page only where the list can be scrolled, so pages with few matches are joined.
 * @param read one page; LinkedIn's finders do not search by part of a name
 * @param token of the page to begin with
 */
export async function nextMatches(
	read: (token: string | undefined) => Promise<ChoicePage>,
	token: string | undefined,
): Promise<ChoicePage> {
	const found: ChoicePage = { choices: [], next: token };
	for (let pages = 0; pages < MOST_PAGES_AT_ONCE; pages += 1) {
		const { choices, next } = await read(found.next);
		found.choices.push(...choices);
		if (next !== undefined && next === found.next) {
			return { choices: [...found.choices, LEADS_BACK] };
		}
		found.next = next;
		if (found.choices.length >= ENTRIES_TO_SCROLL || next === undefined) break;
	}
	return found;
}

/**
 * The entries of a search finder whose name or number holds what was typed, as nextMatches.
 * @throws LinkedInError
 */
export async function searchSponsored(
	linkedin: LinkedIn,
	search: SponsoredSearch,
	filter: string | undefined,
	pageToken: string | undefined,
): Promise<ChoicePage> {
	return await nextMatches(async (token) => await readPage(linkedin, search, filter, token), pageToken);
}

async function readPage(
	linkedin: LinkedIn,
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

function labelsOf(one: z.infer<typeof entity>, id: string): string[] {
	const status = one.status ?? one.intendedStatus;
	const words = status ? [status.charAt(0) + status.slice(1).toLowerCase().replace(/_/g, ' ')] : [];
	return [...words, ...(one.currency ? [one.currency] : []), ...(one.test ? ['Test'] : []), id];
}

/**
 * The number of the ad account that is chosen in the node.
 * @throws InputError where none is
 */
export function chosenAccount(context: ILoadOptionsFunctions): string {
	const chosen = context.getCurrentNodeParameter('account') as
		{ value?: unknown } | string | null | undefined;
	const value = typeof chosen === 'object' ? chosen?.value : chosen;
	if (!value) throw new InputError('Account', 'choose an Account first', 'Choose one from the list.');
	return parseSponsored('account', value, 'Account').id;
}
